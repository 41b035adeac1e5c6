"""The monthly score: a mean with an interval, which events count, and whether it moves."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_readings import KNOWN_DAY, make_reading
from msgspec.structs import replace
from recorded import relate

from marsad.lexicon.plover import TYPES
from marsad.model import EventStatus, EventType
from marsad.model.briefing import Trend
from marsad.model.relation import Dating, Happening, When
from marsad.resolve.scores import find_score

_BASE = relate((make_reading("a", "صحيفة", KNOWN_DAY),), "JOR", "IRQ").meetings[0]
_NUMBERS = count()


def happen(type: EventType, day: str, status: EventStatus = EventStatus.ACTUAL) -> Happening:
    when = When(day, day, day, Dating.STATED)
    return replace(_BASE, id=str(next(_NUMBERS)), type=type, mode=None, status=status, when=when, is_claim=False)


def test_mean_and_interval_of_a_month() -> None:
    score = find_score((happen(EventType.CONSULT, "2023-05-01"), happen(EventType.ACCUSE, "2023-05-31")))
    (point,) = score.points
    assert point.month == "2023-05"
    assert point.mean == pytest.approx(-0.25)
    assert point.high - point.mean == pytest.approx(1.96 * 2.75 / 2**0.5, abs=0.01)
    assert len(point.happenings) == 2


def test_one_event_has_a_wide_interval_instead_of_none() -> None:
    (point,) = find_score((happen(EventType.CONSULT, "2023-05-01"),)).points
    assert point.high - point.low > 7


def test_plans_denials_and_claims_do_not_count() -> None:
    lines = [happen(EventType.AID, "2023-05-01", status) for status in EventStatus]
    score = find_score((*lines, replace(lines[0], id="claim", is_claim=True)))
    assert [len(point.happenings) for point in score.points] == [1]
    assert score.left_out == 4


def test_a_date_within_no_month_is_told() -> None:
    year = replace(happen(EventType.AID, "2023-05-01"), when=When("2023", "2023-01-01", "2023-12-31", Dating.STATED))
    score = find_score((year,))
    assert (score.points, score.undated) == ((), 1)


def test_trend() -> None:
    def months(type: EventType, year: int) -> list[Happening]:
        return [happen(type, f"{year}-{month:02d}-10") for month in range(1, 13)]

    assert find_score(months(EventType.ACCUSE, 2022) + months(EventType.AID, 2023)).trend is Trend.RISING
    assert find_score(months(EventType.AID, 2022) + months(EventType.ACCUSE, 2023)).trend is Trend.FALLING
    assert find_score(months(EventType.CONSULT, 2022) + months(EventType.AGREE, 2023)).trend is Trend.STEADY
    assert find_score(months(EventType.CONSULT, 2023)).trend is Trend.UNKNOWN
    assert find_score(()).trend is Trend.UNKNOWN


@given(st.lists(st.tuples(st.sampled_from(EventType), st.dates()), max_size=20))
def test_scores_lie_on_the_scale_and_within_their_intervals(events: list[tuple[EventType, object]]) -> None:
    lines = [happen(type, f"{day}") for type, day in events]
    for point in find_score(lines).points:
        assert -10 <= point.low <= point.mean <= point.high <= 10
    assert min(entry.score for entry in TYPES) >= -10
