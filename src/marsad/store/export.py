"""Export: the facts of one kind as flat rows with article, place in the text and words, as CSV or JSON lines."""

import csv
import sqlite3
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TextIO

import msgspec

from marsad.store import asides, cameo
from marsad.store.schema import telling


class Table(StrEnum):
    """What can be exported. CAMEO: the events once more, as rows of source, target and code of older data sets.

    ASIDE is no kind of fact: the pages that were set aside, with the reason.
    """

    EVENTS = "events"
    STATEMENTS = "statements"
    ENTITIES = "entities"
    TIMES = "times"
    QUANTITIES = "quantities"
    CAMEO = "cameo"
    ASIDE = "aside"


class Format(StrEnum):
    """How rows are written: CSV in UTF-8 with a header (lists joined by `; `), or one JSON object a line."""

    CSV = "csv"
    JSONL = "jsonl"


_ARTICLE = "a.id AS article, a.outlet, a.published"


def _named(part: str, what: str) -> str:
    """A JSON array of the codes or names of the entities that play a part in event `f`, in order."""
    return f"""(SELECT json_group_array(word) FROM (
                 SELECT {what} AS word FROM event_party p JOIN entity e ON e.article = p.article AND e.id = p.entity
                 WHERE p.article = f.article AND p.event = f.id AND p.part = '{part}' ORDER BY place)) AS {part}s"""


_NAME = "coalesce(e.name_en, e.name_ar)"
_CODE = f"coalesce(p.party, {_NAME})"
_PLACE = 'f.first AS start, f.beyond AS "end", f.words, f.rule'

_QUERIES = {
    Table.EVENTS: f"""
        SELECT {_ARTICLE}, f.id, f.type, f.mode, f.contexts, f.status, {_named("actor", _CODE)},
            {_named("recipient", _CODE)}, {_named("participant", _NAME)}, f.date, f.day, f.dating, f.place, f.said_by,
            {_PLACE}
        FROM event f""",
    Table.STATEMENTS: f"""
        SELECT {_ARTICLE}, f.id, f.kind, {_NAME} AS speaker, e.party AS speaker_party, f.speaker_text, f.cue, {_PLACE}
        FROM statement f LEFT JOIN entity e ON e.article = f.article AND e.id = f.speaker""",
    Table.ENTITIES: f"""
        SELECT {_ARTICLE}, f.id, f.kind, f.name_ar, f.name_en, f.country, f.code, f.wikidata, f.roles,
            (SELECT count(*) FROM mention m WHERE m.article = f.article AND m.entity = f.id) AS mentions, f.rule
        FROM entity f""",
    Table.TIMES: f"""
        SELECT {_ARTICLE}, f.id, f.type, f.value, f.mod, f.anchor, {_PLACE}
        FROM time f""",
    Table.QUANTITIES: f"""
        SELECT {_ARTICLE}, f.id, f.value, f.unit, f.measure, f.period, f.status, f.comparison, {_PLACE}
        FROM quantity f""",
}

# Tables that are not made by a query of their own.
_COLUMNS = {Table.CAMEO: cameo.COLUMNS, Table.ASIDE: asides.COLUMNS}
# Columns that hold a JSON array.
_LISTS = frozenset({"contexts", "actors", "recipients", "participants", "roles"})


def find_rows(connection: sqlite3.Connection, table: Table) -> Iterator[dict[str, object]]:
    """Yield the facts of a kind as flat records, articles by day, facts in text order. Unknown is None."""
    if table is Table.CAMEO:
        for event in find_rows(connection, Table.EVENTS):
            yield from cameo.to_dyads(event)
        return
    if table is Table.ASIDE:
        yield from map(asides.to_row, asides.find_asides(connection))
        return
    fact = "cast(ltrim(f.id, 'abcdefghijklmnopqrstuvwxyz') AS INTEGER), f.id"
    sql = f"""{_QUERIES[table]} JOIN article a ON a.key = f.article
              ORDER BY coalesce(a.published, a.latest, a.earliest), a.id, {fact}"""
    with telling("export"):
        cursor = connection.execute(sql)
        names = [column[0] for column in cursor.description]
        for row in cursor:
            yield {name: _to_value(name, value) for name, value in zip(names, row, strict=True)}


def write_rows(connection: sqlite3.Connection, table: Table, form: Format, out: TextIO) -> None:
    """Write the facts of a kind to `out`. CSV has its header also where there is no fact."""
    if form is Format.JSONL:
        for row in find_rows(connection, table):
            out.write(msgspec.json.encode(row).decode() + "\n")
        return
    names = _columns(connection, table)
    writer = csv.DictWriter(out, names, lineterminator="\n")
    writer.writeheader()
    for row in find_rows(connection, table):
        writer.writerow({name: "; ".join(map(str, v)) if isinstance(v, list) else v for name, v in row.items()})


def _columns(connection: sqlite3.Connection, table: Table) -> Sequence[str]:
    if table in _COLUMNS:
        return _COLUMNS[table]
    with telling("export"):
        cursor = connection.execute(f"{_QUERIES[table]} JOIN article a ON a.key = f.article LIMIT 0")
        return [column[0] for column in cursor.description]


def _to_value(name: str, value: object) -> object:
    return msgspec.json.decode(value) if name in _LISTS and isinstance(value, str) else value
