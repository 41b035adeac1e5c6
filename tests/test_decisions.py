"""Decisions of persons: the record obeys them, they outlast a new reading, and they can be taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_readings import KNOWN_DAY, find_span, make_reading
from msgspec.structs import replace

from marsad.errors import DecisionError
from marsad.lexicon.load import Lexicon
from marsad.model import Entity, EntityKind, Mention, MentionKind, Name, Published, Reading, Role
from marsad.model.record import Decision, Verdict
from marsad.record import decide, load_story, relate_pair, resolve, undo
from marsad.store import Store
from marsad.store.identities import find_identified, load_identity

_MONTHS_LATER = Published(value="2023-09-03")
_SPAN = find_span("وزير الطاقة الأردني")


def _with_minister(reading: Reading, name: str, office: str, country: str = "JOR") -> Reading:
    roles = (Role(Name(None, office), country, _SPAN),) if office else ()
    minister = Entity("e5", EntityKind.PERSON, Name(name, None), country, None, None, roles, "role")
    mention = Mention("e5", _SPAN.start, _SPAN.end, MentionKind.NAME)
    return replace(reading, entities=(*reading.entities, minister), mentions=(*reading.mentions, mention))


_FIRST = _with_minister(make_reading("first", "صحيفة أ", KNOWN_DAY), "صالح الخرابشة", "energy minister")
_LATER = _with_minister(make_reading("later", "صحيفة ب", _MONTHS_LATER), "صالح الخرابشه", "energy minister")
_SAME_DAY = _with_minister(make_reading("same", "صحيفة ج", KNOWN_DAY), "صالح الخرابشة", "mayor")


@pytest.fixture
def store(tmp_path: Path, lexicon: Lexicon) -> Iterator[Store]:
    """A record of three articles: two of one day, one months later."""
    with Store(tmp_path / "decisions.db") as opened:
        for reading in (_FIRST, _LATER, _SAME_DAY):
            opened.add(reading)
        resolve(opened, lexicon)
        yield opened


def _decide(store: Store, lexicon: Lexicon, verdict: Verdict, *things: str, note: str | None = None) -> Decision:
    return decide(store, lexicon, verdict, things, who="ليلى", when="2026-01-02T03:04:05Z", note=note)


def _undo(store: Store, lexicon: Lexicon, number: int) -> Decision:
    return undo(store, lexicon, number, who="ليلى", when="2026-01-03T03:04:05Z")


def _meetings(store: Store, lexicon: Lexicon) -> list[tuple[str, ...]]:
    meetings = relate_pair(store, "JOR", "IRQ", lexicon).meetings
    return [tuple(version.article for version in meeting.witnesses) for meeting in meetings]


def _identities(store: Store) -> dict[str, str]:
    found = (one for article in ("first", "later", "same") for one in find_identified(store.connection, article))
    return {one.article: one.identity for one in found if one.entity == "e5"}


def test_two_events_are_one_happening_until_undone(store: Store, lexicon: Lexicon) -> None:
    assert _meetings(store, lexicon) == [("first", "same"), ("later",)]
    decision = _decide(store, lexicon, Verdict.APART, "first#ev0", "same#ev0", note="زيارتان")
    assert _meetings(store, lexicon) == [("first",), ("same",), ("later",)]
    assert relate_pair(store, "JOR", "IRQ", lexicon).meetings[0].decisions == (decision.number,)
    again = _decide(store, lexicon, Verdict.SAME, "same#ev0", "first#ev0")
    assert _meetings(store, lexicon) == [("first", "same"), ("later",)]
    _undo(store, lexicon, again.number)
    assert _meetings(store, lexicon) == [("first",), ("same",), ("later",)]
    _undo(store, lexicon, decision.number)
    assert _meetings(store, lexicon) == [("first", "same"), ("later",)]


def test_two_articles_are_one_story(store: Store, lexicon: Lexicon) -> None:
    decision = _decide(store, lexicon, Verdict.APART, "first", "same")
    story = load_story(store, "first", lexicon)
    assert story is not None
    assert [telling.article for telling in story.articles] == ["first"]
    assert story.decisions == (decision.number,)


def test_a_wrong_fact_is_left_out_and_comes_back(store: Store, lexicon: Lexicon) -> None:
    wrong = _decide(store, lexicon, Verdict.WRONG, "later#ev0")
    assert _meetings(store, lexicon) == [("first", "same")]
    assert _decide(store, lexicon, Verdict.WRONG, "later#q0").subject == "fact"
    assert _decide(store, lexicon, Verdict.WRONG, "later#st0").subject == "fact"
    relation = relate_pair(store, "JOR", "IRQ", lexicon)
    assert "later" not in {witness.article for line in relation.statements for witness in line.witnesses}
    assert "later" not in {witness.article for witness in relation.figures[0].witnesses}
    _undo(store, lexicon, wrong.number)
    assert ("later",) in _meetings(store, lexicon)


def test_decisions_outlast_a_new_reading(store: Store, lexicon: Lexicon) -> None:
    _decide(store, lexicon, Verdict.WRONG, "later#ev0")
    _decide(store, lexicon, Verdict.APART, "first#ev0", "same#ev0")
    for reading in (_LATER, _SAME_DAY):
        meeting, praise = reading.events
        renamed = (replace(praise, id="ev0"), replace(meeting, id="ev7", mentions=()))
        store.add(replace(reading, events=renamed))
    resolve(store, lexicon)
    assert _meetings(store, lexicon) == [("first",), ("same",)]


def test_who_is_who(store: Store, lexicon: Lexicon) -> None:
    names = _identities(store)
    assert names["first"] == names["later"]
    assert names["same"] != names["first"]
    joined = _decide(store, lexicon, Verdict.SAME, "same#e5", "first#e5")
    assert len({*_identities(store).values()}) == 1
    identity = load_identity(store.connection, _identities(store)["first"])
    assert identity is not None
    assert {one.article for one in identity.articles} == {"first", "later", "same"}
    _undo(store, lexicon, joined.number)
    assert _identities(store) == names


def test_one_mention_is_somebody_else(store: Store, lexicon: Lexicon) -> None:
    names = _identities(store)
    parted = _decide(store, lexicon, Verdict.APART, "later#e5", names["first"])
    assert _identities(store)["later"] != names["first"]
    _undo(store, lexicon, parted.number)
    assert _identities(store) == names


@pytest.mark.parametrize(
    ("verdict", "things", "message"),
    [
        (Verdict.SAME, ("first", "nothing"), "nothing is known as 'nothing'"),
        (Verdict.SAME, ("first#ev9", "same#ev0"), "first has no fact 'ev9'"),
        (Verdict.SAME, ("first#ev0", "same#st0"), "cannot be the same"),
        (Verdict.SAME, ("first", "first"), "two different things"),
        (Verdict.WRONG, ("first",), "as ARTICLE#FACT"),
        (Verdict.SAME, ("first#e0", "same#e0"), "already"),
    ],
)
def test_what_makes_no_sense(
    store: Store, lexicon: Lexicon, verdict: Verdict, things: tuple[str, ...], message: str
) -> None:
    with pytest.raises(DecisionError, match=message):
        _decide(store, lexicon, verdict, *things)
    with pytest.raises(DecisionError, match="no decision 1 that holds"):
        _undo(store, lexicon, 1)
