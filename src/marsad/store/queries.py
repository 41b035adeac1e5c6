"""Questions to the store: events between two parties, statements, figures, pairs; each fact with its reading."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

import msgspec

from marsad.model import Event, Quantity, Reading, Statement
from marsad.model.contract import decode_reading
from marsad.model.relation import Dating
from marsad.store.schema import telling

Said = TypeVar("Said", Event, Quantity, Statement)


class Cited(msgspec.Struct, Generic[Said], frozen=True):
    """A fact with the reading that states it. `day` is an ISO year, month or day; `dating` says what it rests on."""

    fact: Said
    reading: Reading
    day: str | None
    dating: Dating


# The day of the report stands in where the fact itself has none.
_REPORT = "coalesce(published, latest, earliest)"
_REPORTED = f"{_REPORT} AS day, iif({_REPORT} IS NULL, 'unknown', 'published') AS dating"

# A year or month may lie between two days when its own part of them does. A day that is not known lies nowhere.
_SINCE = "day >= substr(:since, 1, length(day))"
_UNTIL = "day <= substr(:until, 1, length(day))"


def find_events(
    connection: sqlite3.Connection, a: str, b: str, *, since: str | None = None, until: str | None = None
) -> tuple[Cited[Event], ...]:
    """Return the events with both parties among their actors and recipients, oldest first.

    `a`, `b` are alpha-3 codes or acronyms; `since`, `until` ISO days, both inclusive. An event without a day is dated
    by its article (`dating` says so).
    """
    side = "SELECT article, event FROM event_party WHERE part <> 'participant' AND party ="
    sql = f"""SELECT article, id, day, dating FROM event
              WHERE (article, id) IN ({side} :a) AND (article, id) IN ({side} :b) {_between(since, until)}
              ORDER BY day, article, id"""
    return tuple(_cite(connection, sql, {"a": a, "b": b, "since": since, "until": until}, lambda r: r.events))


def find_statements(
    connection: sqlite3.Connection,
    *,
    speaker: str | None = None,
    about: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> tuple[Cited[Statement], ...]:
    """Return the statements by speakers of a party, and about or to a party, by the day of the report, oldest first."""
    part = "SELECT article, statement FROM statement_party WHERE"
    asked = (
        f"AND (article, statement.id) IN ({part} part = 'speaker' AND party = :speaker)" if speaker else "",
        f"AND (article, statement.id) IN ({part} part <> 'speaker' AND party = :about)" if about else "",
    )
    sql = f"""SELECT article, statement.id, {_REPORTED} FROM statement JOIN article ON key = article
              WHERE 1 {" ".join(asked)} {_between(since, until)} ORDER BY day, article, first"""
    values = {"speaker": speaker, "about": about, "since": since, "until": until}
    return tuple(_cite(connection, sql, values, lambda r: r.statements))


def find_quantities(
    connection: sqlite3.Connection, a: str, b: str, *, since: str | None = None, until: str | None = None
) -> tuple[Cited[Quantity], ...]:
    """Return the figures of the articles that name both parties, by the day of the report, oldest first."""
    named = "SELECT article FROM entity WHERE party ="
    sql = f"""SELECT article, quantity.id, {_REPORTED} FROM quantity JOIN article ON key = article
              WHERE article IN ({named} :a) AND article IN ({named} :b) {_between(since, until)}
              ORDER BY day, article, first"""
    return tuple(_cite(connection, sql, {"a": a, "b": b, "since": since, "until": until}, lambda r: r.quantities))


def _between(since: str | None, until: str | None) -> str:
    return (f"AND {_SINCE} " if since else "") + (f"AND {_UNTIL}" if until else "")


def _cite(
    connection: sqlite3.Connection, sql: str, values: dict[str, str | None], facts: Callable[[Reading], Iterable[Said]]
) -> Iterator[Cited[Said]]:
    """Look up the facts that a query names by article key and id; each article is decoded once."""
    readings: dict[int, tuple[Reading, dict[str, Said]]] = {}
    with telling("query"):
        rows = connection.execute(sql, values).fetchall()
    for article, fact, day, dating in rows:
        if article not in readings:
            reading = _load(connection, article)
            readings[article] = reading, {one.id: one for one in facts(reading)}
        reading, known = readings[article]
        yield Cited(known[fact], reading, day, Dating(dating))


def _load(connection: sqlite3.Connection, key: int) -> Reading:
    json: str = connection.execute("SELECT json FROM reading WHERE article = ?", (key,)).fetchone()[0]
    return decode_reading(json)
