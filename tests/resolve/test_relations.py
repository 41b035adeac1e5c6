"""The relation of a pair of sides, built from hand-made readings."""

from hypothesis import given, settings
from hypothesis import strategies as st
from made_readings import BOUNDS, KNOWN_DAY, make_reading
from recorded import relate

from marsad.model import Basis, EventType, Name, Published, QuantityStatus, Reading
from marsad.model.relation import Dating, Ground

FIRST = make_reading("first", "صحيفة أ", KNOWN_DAY)
REPRINT = make_reading("reprint", "صحيفة ب", KNOWN_DAY)
UNDATED = make_reading("undated", "صحيفة ج", BOUNDS, dated=False)
YEAR_LATER = Published(value="2024-05-12", basis=Basis.GIVEN)
LATER = make_reading("later", "صحيفة د", YEAR_LATER)
ALL = (FIRST, REPRINT, UNDATED, LATER)


def test_same_event_in_two_articles_is_one_line_with_two_witnesses() -> None:
    meeting, later = (line for line in relate((FIRST, REPRINT, LATER), "JOR", "IRQ").meetings)
    assert [witness.article for witness in meeting.witnesses] == ["first", "reprint"]
    assert meeting.when.value == "2023-05-07"
    assert later.when.value == "2024-05-12"
    assert meeting.places == (Name("عمان", "Amman"),)
    assert meeting.participants[0].role is not None


def test_words_and_passage_are_verbatim() -> None:
    for witness in (w for line in relate(ALL, "JOR", "IRQ").happenings for w in line.witnesses):
        text = FIRST.text
        assert witness.span.of(text) == witness.words
        assert witness.passage_span.of(text) == witness.passage
        assert witness.words in witness.passage


def test_undated_event_shows_the_publication_bounds_and_says_so() -> None:
    meeting = relate((UNDATED,), "IRQ", "JOR").meetings[0]
    assert meeting.when.dating is Dating.PUBLISHED
    assert (meeting.when.value, meeting.when.earliest, meeting.when.latest) == (None, "2023-05-01", "2023-06-01")


def test_what_only_a_speaker_asserts_keeps_the_speaker() -> None:
    praise = next(line for line in relate((FIRST,), "JOR", "IRQ").happenings if line.type is EventType.SUPPORT)
    assert praise.is_claim
    assert praise.witnesses[0].said_by is not None
    assert not next(iter(relate((FIRST,), "JOR", "IRQ").meetings)).is_claim


def test_statement_of_one_side_about_the_other() -> None:
    relation = relate((FIRST, REPRINT), "IRQ", "JOR")
    (utterance,) = relation.statements
    assert utterance.side == "JOR"
    assert utterance.ground is Ground.CONTENT
    assert len(utterance.witnesses) == 2
    assert relate((FIRST,), "JOR", "EGY").statements == ()


def test_figures_keep_status_and_speaker() -> None:
    figures = {figure.status: figure for figure in relate((FIRST,), "JOR", "IRQ").figures}
    assert figures[QuantityStatus.TARGET].value == 2e9
    assert figures[QuantityStatus.TARGET].witnesses[0].said_by is None
    assert figures[QuantityStatus.ACTUAL].witnesses[0].said_by is not None


def test_since_and_until_leave_out_what_cannot_lie_inside() -> None:
    assert relate(ALL, "JOR", "IRQ", since="2025-01-01") == relate((), "JOR", "IRQ", since="2025-01-01")
    assert len(relate((FIRST, LATER), "JOR", "IRQ", since="2023-05-08").meetings) == 1


def test_no_readings_give_an_empty_relation() -> None:
    assert relate((), "JOR", "IRQ").happenings == ()


@settings(max_examples=20, deadline=None)
@given(st.permutations(ALL), st.lists(st.sampled_from(ALL)))
def test_order_and_repeats_change_nothing(readings: list[Reading], repeats: list[Reading]) -> None:
    assert relate([*readings, *repeats], "JOR", "IRQ") == relate(ALL, "JOR", "IRQ")
