"""Promises in short articles of our own, and what became of them."""

import pytest
from told import Told, tell

from marsad.model.promise import Promise, PromiseKind, PromiseState
from marsad.resolve.promises import find_promises

_TARGET = Told("2020-01-10", "تسعى غانا ونيجيريا إلى رفع التبادل التجاري بينهما إلى 5 مليارات دولار بحلول عام 2022.")
_REACHED = "بلغ حجم التبادل التجاري بين غانا ونيجيريا {} خلال عام {}."


def find(kind: PromiseKind, *articles: Told, until: str = "2024-01-01") -> Promise:
    (promise,) = (promise for promise in find_promises(tell(*articles), until) if promise.kind is kind)
    return promise


def test_a_target_nobody_tells_of_again_is_open_and_due() -> None:
    promise = find(PromiseKind.TARGET, _TARGET)
    assert (promise.state, promise.deadline, promise.is_due) == (PromiseState.OPEN, "2022-12-31", True)
    assert not find(PromiseKind.TARGET, _TARGET, until="2021-06-01").is_due


@pytest.mark.parametrize(
    ("value", "year", "day", "state"),
    [
        ("5.2 مليار دولار", "2022", "2023-02-01", PromiseState.REACHED),
        ("أكثر من 5 مليارات دولار", "2021", "2022-02-01", PromiseState.REACHED),
        ("4 مليارات دولار", "2022", "2023-02-01", PromiseState.MISSED),
        ("4 مليارات دولار", "2021", "2022-02-01", PromiseState.OPEN),
        ("أكثر من 4 مليارات دولار", "2022", "2023-02-01", PromiseState.OPEN),
        ("6 مليارات دولار", "2023", "2024-02-01", PromiseState.OPEN),
    ],
    ids=["reached", "over, before its day", "missed", "an earlier year", "over less", "too late"],
)
def test_a_later_figure_settles_a_target(value: str, year: str, day: str, state: PromiseState) -> None:
    promise = find(PromiseKind.TARGET, _TARGET, Told(day, _REACHED.format(value, year)))
    assert promise.state is state
    assert len(promise.sequels) == 1
    assert promise.sequels[0].witness.published == day


def test_sources_that_disagree_whether_it_was_reached() -> None:
    promise = find(
        PromiseKind.TARGET,
        _TARGET,
        Told("2023-02-01", _REACHED.format("5.2 مليار دولار", "2022")),
        Told("2023-02-02", _REACHED.format("4 مليارات دولار", "2022")),
    )
    assert promise.state is PromiseState.CONTRADICTED


def test_a_new_target_takes_the_place_of_the_old() -> None:
    later = Told(
        "2021-03-01", "تسعى غانا ونيجيريا إلى رفع حجم التبادل التجاري بينهما إلى 8 مليارات دولار بحلول عام 2022."
    )
    promises = find_promises(tell(_TARGET, later), "2024-01-01")
    states = [promise.state for promise in promises if promise.kind is PromiseKind.TARGET]
    assert states == [PromiseState.SUPERSEDED, PromiseState.OPEN]


def test_a_figure_of_before_is_no_sequel() -> None:
    promise = find(PromiseKind.TARGET, Told("2019-02-01", _REACHED.format("6 مليارات دولار", "2018")), _TARGET)
    assert promise.sequels == ()


def test_less_is_aimed_at() -> None:
    aim = Told("2020-01-10", "تعهدت تركيا وأذربيجان بخفض العجز التجاري بينهما إلى مليار دولار بحلول عام 2022.")
    promise = find(PromiseKind.TARGET, aim)
    assert promise.falling


def test_an_announced_visit_is_kept() -> None:
    announced = Told("2023-03-01", "سيزور وزير الدفاع الياباني الفلبين في 20 مارس 2023.")
    kept = Told("2023-03-21", "زار وزير الدفاع الياباني الفلبين في 20 مارس 2023.")
    promise = find(PromiseKind.EVENT, announced, kept)
    assert promise.state is PromiseState.REACHED
    assert promise.sequels[0].witness.article == "a1"
    assert find(PromiseKind.EVENT, announced).state is PromiseState.OPEN


def test_an_invitation_waits_for_its_visit() -> None:
    promise = find(
        PromiseKind.EVENT,
        Told("2022-10-05", "دعا الرئيس الكيني وليام روتو نظيره الزامبي إلى زيارة نيروبي خلال الربيع المقبل."),
    )
    assert (promise.state, promise.deadline) == (PromiseState.OPEN, "2023-05-31")


def test_a_pledge_in_words() -> None:
    promise = find(PromiseKind.PLEDGE, Told("2022-10-05", "تعهدت النرويج بتسهيل سفر طلاب بنغلادش إليها."))
    assert promise.by[0].party == "NOR"
    assert promise.state is PromiseState.OPEN
