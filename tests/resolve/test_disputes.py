"""Disputes among short articles of our own, and what only looks like one."""

import pytest
from told import Told, tell

from marsad.model.dispute import Dispute, DisputeKind
from marsad.resolve.contradictions import find_disputes

_TRADE = "بلغ حجم التبادل التجاري بين فيتنام وكمبوديا {} خلال عام 2021، بحسب وزارة التجارة."


def find(*articles: Told) -> tuple[Dispute, ...]:
    return find_disputes(tell(*articles))


def kinds(*articles: Told) -> list[DisputeKind]:
    return [dispute.kind for dispute in find(*articles)]


def test_two_figures_for_one_measure_and_period() -> None:
    (dispute,) = find(
        Told("2022-02-01", _TRADE.format("9 مليارات دولار")), Told("2022-02-03", _TRADE.format("12 مليار دولار"))
    )
    assert dispute.kind is DisputeKind.FIGURE
    assert dispute.parties == ("KHM", "VNM")
    assert [position.measured and position.measured.value for position in dispute.positions] == [9e9, 12e9]
    for position in dispute.positions:
        witness = position.witnesses[0]
        assert position.words == witness.words
        assert witness.words in witness.passage


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("9 مليارات دولار", "9.02 مليار دولار"),
        ("9.4 مليار دولار", "9 مليارات دولار"),
        ("نحو 9 مليارات دولار", "9.5 مليار دولار"),
        ("أكثر من 9 مليارات دولار", "11 مليار دولار"),
    ],
    ids=["rounded", "rounded to billions", "about", "over"],
)
def test_figures_that_can_both_be_true(one: str, other: str) -> None:
    assert kinds(Told("2022-02-01", _TRADE.format(one)), Told("2022-02-03", _TRADE.format(other))) == []


def test_other_periods_and_growth_are_no_dispute() -> None:
    level = Told("2022-02-01", _TRADE.format("9 مليارات دولار"))
    assert kinds(level, Told("2022-02-01", _TRADE.format("8 مليارات دولار").replace("2021", "2020"))) == []
    growth = "ارتفع حجم التبادل التجاري بين فيتنام وكمبوديا بنسبة 20 في المئة خلال عام 2021."
    assert kinds(level, Told("2022-02-01", growth)) == []


def test_a_toll_grows_without_dispute() -> None:
    toll = "قتل {} أشخاص في قصف تركي استهدف بلدة عراقية قرب دهوك يوم 3 مارس 2023، وفق مسؤولين في العراق وتركيا."
    assert kinds(Told("2023-03-03", toll.format("ثلاثة")), Told("2023-03-05", toll.format("سبعة"))) == []
    assert kinds(Told("2023-03-03", toll.format("ثلاثة")), Told("2023-03-03", toll.format("سبعة"))) == [
        DisputeKind.FIGURE
    ]


def test_copies_add_witnesses_but_no_positions() -> None:
    first = _TRADE.format("9 مليارات دولار")
    (dispute,) = find(
        Told("2022-02-01", first), Told("2022-02-02", first), Told("2022-02-03", _TRADE.format("12 مليار دولار"))
    )
    assert [len(position.witnesses) for position in dispute.positions] == [2, 1]


def test_accusation_denied_in_another_article() -> None:
    (dispute,) = find(
        Told("2023-05-01", "اتهمت أرمينيا جارتها أذربيجان بقصف قرى حدودية بالمدفعية."),
        Told("2023-05-02", "نفت أذربيجان قصف قرى داخل أرمينيا."),
    )
    assert dispute.kind is DisputeKind.ACCUSATION
    assert [position.voice and position.voice.party for position in dispute.positions] == ["ARM", "AZE"]


def test_denial_of_something_else_answers_nothing() -> None:
    assert (
        kinds(
            Told("2023-05-01", "قالت أرمينيا إن أذربيجان قصفت قرى حدودية بالمدفعية."),
            Told("2023-05-02", "نفت أذربيجان إغلاق سفارتها في طهران."),
        )
        == []
    )


def test_quotation_with_other_words() -> None:
    said = "قال الرئيس الكيني وليام روتو في نيروبي: «اتفاقنا مع أوغندا {} ولن نعود إلى الوراء أبدا»."
    (dispute,) = find(Told("2023-06-01", said.format("نهائي")), Told("2023-06-01", said.format("مؤقت")))
    assert dispute.kind is DisputeKind.QUOTATION
    assert [position.words for position in dispute.positions] == ["نهائي", "مؤقت"]


def test_quotation_cut_short_is_the_same() -> None:
    whole = "قال الرئيس الكيني وليام روتو في نيروبي: «اتفاقنا مع أوغندا نهائي ولن نعود إلى الوراء أبدا»."
    short = "قال الرئيس الكيني وليام روتو في نيروبي: «اتفاقنا مع أوغندا نهائي ولن نعود»."
    assert kinds(Told("2023-06-01", whole), Told("2023-06-01", short)) == []


def test_place_of_one_meeting() -> None:
    met = "التقى وزير الخارجية الماليزي نظيره الإندونيسي الثلاثاء في {} لبحث ملف العمالة."
    disputes = find(Told("2023-08-01", met.format("جاكرتا")), Told("2023-08-02", met.format("كوالالمبور")))
    assert [dispute.kind for dispute in disputes] == [DisputeKind.PLACE]
    assert {position.words for position in disputes[0].positions} == {"جاكرتا", "كوالالمبور"}


def test_order_of_the_articles_does_not_matter() -> None:
    one, other = (
        Told("2022-02-01", _TRADE.format("9 مليارات دولار"), "أ"),
        Told("2022-02-03", _TRADE.format("12 مليار دولار"), "ب"),
    )
    values = [
        [position.measured and position.measured.value for position in dispute.positions]
        for articles in ((one, other), (other, one))
        for dispute in find(*articles)
    ]
    assert values == [[9e9, 12e9], [9e9, 12e9]]
