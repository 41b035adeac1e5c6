"""The record across articles: the same for every order of adding, kept up, taken up after a crash."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_readings import BOUNDS, KNOWN_DAY, NEXT_DAY, make_reading
from msgspec.structs import replace

from marsad.lexicon.load import Lexicon, load_lexicon
from marsad.model import EventStatus, EventType, Published, Reading
from marsad.model.contract import encode_reading
from marsad.model.relation import State
from marsad.record import load_story, relate_pair, resolve, resolving
from marsad.store import Store, find_pairs, rows, schema

_YEAR_LATER = Published(value="2024-05-05")


def _with_status(reading: Reading, status: EventStatus, kind: EventType = EventType.CONSULT) -> Reading:
    meeting, *others = reading.events
    return replace(reading, events=(replace(meeting, status=status, type=kind), *others))


def _without(reading: Reading, event: int) -> Reading:
    return replace(reading, events=tuple(e for number, e in enumerate(reading.events) if number != event))


def _mention(article: str, month: str, place: str | None = None) -> Reading:
    """An article that mentions the meeting long after, with a known minister."""
    reading = _without(make_reading(article, f"صحيفة {article}", _YEAR_LATER), 1)
    (meeting,) = reading.events
    minister = replace(reading.entities[2], wikidata="Q1")
    event = replace(meeting, date=month, place=place)
    return replace(reading, events=(event,), entities=(*reading.entities[:2], minister))


_FIRST = make_reading("b", "صحيفة أ", KNOWN_DAY)
_ALL = (
    _FIRST,
    make_reading("d", "صحيفة ب", NEXT_DAY),
    make_reading("a", "صحيفة ج", BOUNDS, dated=False),
    make_reading("c", "صحيفة د", _YEAR_LATER),
    _without(make_reading("e", "صحيفة أ", _YEAR_LATER), 0),
    _with_status(make_reading("f", "صحيفة هـ", KNOWN_DAY), EventStatus.NEGATED),
    _mention("m2", "2021-03"),
    _mention("m1", "2021-03"),
    _mention("m3", "2021-03", "Amman"),
    _mention("m4", "2021-03-09"),
    _mention("m0", "2021"),
    _mention("m5", "2020-03"),
)
# What rows are called by inside one database differs with the order; everything else is the record.
_RECORD = {
    "happenings": "SELECT id, happening FROM trace ORDER BY 1",
    "stories": "SELECT id, story FROM gist ORDER BY 1",
    "ties": "SELECT one, other, score, reason FROM happening_tie ORDER BY 1, 2",
    "story ties": "SELECT one, other, score, reason FROM story_tie ORDER BY 1, 2",
    "pairs": "SELECT a, b, happening, latest FROM happening_pair ORDER BY 1, 2, 3",
    "counts": "SELECT a, b, happenings, articles FROM pair WHERE happenings OR articles ORDER BY 1, 2",
    "lines": "SELECT id, a, b, fact, ground FROM line_pair JOIN article ON key = article ORDER BY 1, 2, 3, 4",
    "identities": """SELECT article.id, entity, identity, score, reason FROM identified
                     JOIN article ON article.key = article JOIN designation d ON d.key = designation ORDER BY 1, 2""",
}


def _dump(store: Store) -> dict[str, list[tuple[object, ...]]]:
    return {name: store.connection.execute(sql).fetchall() for name, sql in _RECORD.items()}


def _record(
    readings: Sequence[Reading], lexicon: Lexicon, *, at_once: bool = False
) -> dict[str, list[tuple[object, ...]]]:
    with TemporaryDirectory() as folder, Store(Path(folder) / "record.db") as store:
        for reading in readings:
            store.add(reading)
            if not at_once:
                resolve(store, lexicon)
        resolve(store, lexicon)
        return _dump(store)


@settings(max_examples=25, deadline=None)
@given(st.permutations(_ALL), st.lists(st.sampled_from(_ALL), max_size=3), st.booleans())
def test_order_and_repeats_change_nothing(readings: list[Reading], repeats: list[Reading], at_once: bool) -> None:
    lexicon = load_lexicon()
    assert _record([*readings, *repeats], lexicon, at_once=at_once) == _record(_ALL, lexicon)


@settings(max_examples=25, deadline=None)
@given(st.permutations(_ALL), st.sampled_from(_ALL))
def test_an_article_that_was_another_before_leaves_no_trace(readings: list[Reading], changed: Reading) -> None:
    lexicon = load_lexicon()
    before = _with_status(_without(changed, 1), EventStatus.FUTURE) if len(changed.events) > 1 else _FIRST
    older = replace(before, article=replace(before.article, id=changed.article.id, digest="older"))
    assert _record([older, *readings], lexicon) == _record(_ALL, lexicon)


@pytest.fixture
def made(tmp_path: Path, lexicon: Lexicon) -> Iterator[Store]:
    """A store with all articles, resolved."""
    with Store(tmp_path / "made.db") as store:
        for reading in _ALL:
            store.add(reading)
        resolve(store, lexicon)
        yield store


def test_states_set_versions_against_each_other(made: Store, lexicon: Lexicon) -> None:
    meetings = relate_pair(made, "IRQ", "JOR", lexicon, since="2023-01-01").meetings
    assert [meeting.state for meeting in meetings] == [State.DISPUTED, State.REPORTED]
    disputed = meetings[0]
    assert {version.article for version in disputed.witnesses} == {"a", "b", "d", "f"}
    assert disputed.status is EventStatus.ACTUAL
    assert disputed.when.value == "2023-05-07"


def test_copies_of_one_wire_are_one_source(made: Store, lexicon: Lexicon) -> None:
    meeting = relate_pair(made, "JOR", "IRQ", lexicon, since="2023-01-01").meetings[0]
    (source,) = meeting.sources
    assert source.articles == ("a", "b", "d", "f")
    assert {version.source for version in meeting.witnesses} == {source.id}


def test_mentions_by_month_join_what_is_told_by_day(made: Store, lexicon: Lexicon) -> None:
    meeting, other = relate_pair(made, "JOR", "IRQ", lexicon, until="2022-01-01").meetings[::-1]
    assert {version.article for version in meeting.witnesses} == {"m0", "m1", "m2", "m3", "m4"}
    assert meeting.when.value == "2021-03-09"
    assert all(version.link is not None for version in meeting.witnesses)
    assert [version.article for version in other.witnesses] == ["m5"]


@pytest.mark.parametrize(
    ("statuses", "state"),
    [
        ((EventStatus.FUTURE,), State.ANNOUNCED),
        ((EventStatus.FUTURE, EventStatus.ACTUAL), State.TOOK_PLACE),
        ((EventStatus.FUTURE, EventStatus.NEGATED), State.DID_NOT),
        ((EventStatus.HYPOTHETICAL,), State.POSSIBLE),
    ],
)
def test_what_was_announced(tmp_path: Path, lexicon: Lexicon, statuses: tuple[EventStatus, ...], state: State) -> None:
    with Store(tmp_path / "state.db") as store:
        for number, status in enumerate(statuses):
            kind = EventType.AGREE if status is EventStatus.FUTURE else EventType.CONSULT
            store.add(_with_status(make_reading(f"n{number}", f"صحيفة {number}", KNOWN_DAY), status, kind))
        resolve(store, lexicon)
        (meeting,) = relate_pair(store, "IRQ", "JOR", lexicon).meetings
        assert meeting.state is state


def test_a_story_is_articles_within_days(made: Store, lexicon: Lexicon) -> None:
    story = load_story(made, "d", lexicon)
    assert story is not None
    assert {telling.article for telling in story.articles} >= {"b", "d", "f"}
    assert "c" not in {telling.article for telling in story.articles}
    assert load_story(made, "nothing", lexicon) is None


def test_work_cut_short_is_taken_up(
    tmp_path: Path, lexicon: Lexicon, made: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, calls = resolving._resolve, iter(range(3))

    def fail(*arguments: object) -> None:
        whole(*arguments)  # type: ignore[arg-type]
        if next(calls) == 2:
            raise KeyboardInterrupt

    with Store(tmp_path / "cut.db") as store:
        for reading in _ALL:
            store.add(reading)
        monkeypatch.setattr(resolving, "_resolve", fail)
        with pytest.raises(KeyboardInterrupt):
            resolve(store, lexicon)
        monkeypatch.undo()
    with Store(tmp_path / "cut.db") as store:
        assert resolve(store, lexicon) == len(_ALL) - 2
        assert _dump(store) == _dump(made)


def test_pairs_are_counted_as_articles_come_and_change(made: Store, lexicon: Lexicon) -> None:
    (before,) = find_pairs(made.connection)
    made.add(replace(_FIRST, events=()))
    resolve(made, lexicon)
    (after,) = find_pairs(made.connection)
    assert (after.articles, after.latest) == (before.articles - 1, before.latest)


def test_a_record_of_other_rules_is_made_anew(tmp_path: Path, made: Store, lexicon: Lexicon) -> None:
    before = _dump(made)
    made.connection.execute("UPDATE trace SET json = '{}'")
    made.connection.execute("UPDATE record_version SET version = 0")
    with Store(made.path) as store:
        assert relate_pair(store, "IRQ", "JOR", lexicon).happenings == ()
        assert resolve(store, lexicon) == len(_ALL)
        assert _dump(store) == before


def test_a_database_of_the_first_schema_is_resolved_when_it_is_next_used(
    tmp_path: Path, made: Store, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = schema.load_migrations()[:1]
    with monkeypatch.context() as patch:
        patch.setattr(schema, "load_migrations", lambda: first)
        connection = schema.open_database(tmp_path / "old.db")
        for key, reading in enumerate(_ALL, 1):
            row = (key, *rows.to_article_row(reading))
            connection.execute(f"INSERT INTO article VALUES ({', '.join('?' * len(row))})", row)
            connection.execute("INSERT INTO reading VALUES (?, ?)", (key, encode_reading(reading).decode()))
            rows.write_rows(connection, key, reading)
        connection.close()
    with Store(tmp_path / "old.db") as store:
        assert store.count() == resolve(store, lexicon) == len(_ALL)
        assert _dump(store) == _dump(made)
