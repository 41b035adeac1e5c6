"""A reading as rows: what of it stands in which table. Nothing here reads the database."""

import re
import sqlite3
from collections.abc import Iterable, Iterator

import msgspec

from marsad.model import Event, Published, Reading, Span, Statement
from marsad.model.relation import Dating

Row = tuple[str | int | float | None, ...]

# What a TIMEX3 date value says of the calendar: year, month, day. Weeks, seasons and quarters keep their year.
_CALENDAR = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?![\dX])")


def write_rows(connection: sqlite3.Connection, key: int, reading: Reading) -> None:
    """Insert all facts of a reading under the article's key. The article's own row is there, older facts are not."""
    for table, rows in (
        ("entity", to_entity_rows(reading)),
        ("mention", to_mention_rows(reading)),
        ("time", to_time_rows(reading)),
        ("quantity", to_quantity_rows(reading)),
        ("statement", to_statement_rows(reading)),
        ("statement_party", to_statement_parties(reading)),
        ("event", to_event_rows(reading)),
        ("event_party", to_event_parties(reading)),
    ):
        _insert(connection, table, ((key, *row) for row in rows))


def to_article_row(reading: Reading) -> Row:
    """Return the columns of `article` after its key."""
    facts, published = reading.article, reading.article.published
    return (
        facts.id, facts.origin, facts.digest, facts.outlet, facts.byline, facts.dateline, facts.language, reading.title,
        published.value, published.earliest, published.latest, published.basis, _to_json(facts.agencies),
    )  # fmt: skip


def to_entity_rows(reading: Reading) -> Iterator[Row]:
    """Yield the columns of `entity` after the article."""
    for e in reading.entities:
        roles = _to_json([role.span.of(reading.text) for role in e.roles])
        yield e.id, e.kind, e.name.ar, e.name.en, e.country, e.code, e.party, e.wikidata, roles, e.rule


def to_mention_rows(reading: Reading) -> Iterator[Row]:
    """Yield the columns of `mention` after the article."""
    for m in reading.mentions:
        yield m.entity, m.start, m.end, m.kind, reading.text[m.start : m.end]


def to_time_rows(reading: Reading) -> Iterator[Row]:
    """Yield the columns of `time` after the article."""
    for t in reading.times:
        yield t.id, t.type, t.value, t.mod, t.anchor, t.start, t.end, t.rule, reading.text[t.start : t.end]


def to_quantity_rows(reading: Reading) -> Iterator[Row]:
    """Yield the columns of `quantity` after the article."""
    for q in reading.quantities:
        words = reading.text[q.start : q.end]
        yield (
            q.id, q.value, q.unit, q.measure, q.period, q.status, q.comparison, q.start, q.end, q.rule, words,
        )  # fmt: skip


def to_statement_rows(reading: Reading) -> Iterator[Row]:
    """Yield the columns of `statement` after the article; its place and words are those of the whole content."""
    for s in reading.statements:
        whole = _hull(s.content or (s.cue,))
        speaker = s.speaker_span.of(reading.text) if s.speaker_span else None
        words = " … ".join(span.of(reading.text) for span in s.content)
        yield (
            s.id, s.kind, s.speaker, speaker, s.cue.of(reading.text), _to_json(s.via), whole.start, whole.end, s.rule,
            words,
        )  # fmt: skip


def to_statement_parties(reading: Reading) -> Iterator[Row]:
    """Yield the columns of `statement_party` after the article."""
    parties = _parties(reading)
    for s in reading.statements:
        named = [("speaker", s.speaker), *(("addressee", entity) for entity in s.addressee)]
        named += [("about", entity) for entity in _spoken_of(reading, s)]
        rows = ((s.id, part, parties.get(entity or "")) for part, entity in named)
        yield from dict.fromkeys(row for row in rows if row[2])


def to_event_rows(reading: Reading) -> Iterator[Row]:
    """Yield the columns of `event` after the article."""
    for e in reading.events:
        day, dating = to_day(e.date, reading.article.published)
        yield (
            e.id, e.type, e.mode, _to_json(e.contexts), e.status, e.date, day, dating, e.time, e.place, e.said_by,
            e.sentence, e.trigger.start, e.trigger.end, e.rule, e.trigger.of(reading.text),
        )  # fmt: skip


def to_event_parties(reading: Reading) -> Iterator[Row]:
    """Yield the columns of `event_party` after the article. A group with its own code is no state."""
    entities = {entity.id: entity for entity in reading.entities}
    for event in reading.events:
        for part, place, entity in _places(event):
            known = entities.get(entity)
            party = known.party if known else None
            yield (
                event.id,
                part,
                place,
                entity,
                party,
                int(known is not None and party is not None and party == known.country),
            )


def to_day(date: str | None, published: Published) -> tuple[str | None, Dating]:
    """Return the calendar day, month or year of a TIMEX3 date, else the day of the report, and what it rests on."""
    match = _CALENDAR.match(date or "")
    if match:
        return match.group(), Dating.STATED
    report = published.value or published.latest or published.earliest
    return report, Dating.PUBLISHED if report else Dating.UNKNOWN


def _places(event: Event) -> Iterator[tuple[str, int, str]]:
    for part, entities in (
        ("actor", event.actors),
        ("recipient", event.recipients),
        ("participant", event.participants),
    ):
        for place, entity in enumerate(entities):
            yield part, place, entity


def _spoken_of(reading: Reading, statement: Statement) -> Iterator[str]:
    for m in reading.mentions:
        if any(content.start <= m.start and m.end <= content.end for content in statement.content):
            yield m.entity


def _parties(reading: Reading) -> dict[str, str]:
    return {entity.id: entity.party for entity in reading.entities if entity.party}


def _hull(spans: Iterable[Span]) -> Span:
    spans = tuple(spans)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _to_json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    rows = list(dict.fromkeys(rows))
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
