"""Decisions in the store: what persons decided, and where the facts stand now that they decided on.

The writing functions run inside the caller's transaction.
"""

import sqlite3
from collections.abc import Iterable

import msgspec

from marsad.model import Span
from marsad.model.record import Anchor, Decision, Subject, Verdict

# Where the facts of each kind stand: table, and its columns for first character, past the last, and words.
_TABLES = ("event", "statement", "quantity", "time")
_ENTITY = "(SELECT article, entity AS id, first, beyond, words, min(first) FROM mention GROUP BY article, entity)"


def keep_decision(connection: sqlite3.Connection, decision: Decision) -> Decision:
    """Keep a decision under the next number; return it with that number."""
    sql = """INSERT INTO decision (subject, verdict, one, other, who, at, note, undoes, anchors)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"""
    anchors = msgspec.json.encode(decision.anchors).decode()
    row = (
        decision.subject, decision.verdict, decision.one, decision.other, decision.who, decision.when, decision.note,
        decision.undoes, anchors,
    )  # fmt: skip
    number = connection.execute(sql, row).lastrowid
    assert number is not None
    return msgspec.structs.replace(decision, number=number)


def load_decisions(connection: sqlite3.Connection) -> tuple[Decision, ...]:
    """Return all decisions, those undone or overridden too, oldest first."""
    sql = "SELECT number, subject, verdict, one, other, who, at, note, undoes, anchors FROM decision ORDER BY number"
    return tuple(
        Decision(
            number, Subject(subject), Verdict(verdict), one, other, who, at, note, undoes,
            msgspec.json.decode(anchors, type=tuple[Anchor, ...]),
        )
        for number, subject, verdict, one, other, who, at, note, undoes, anchors in connection.execute(sql)
    )  # fmt: skip


def find_anchor(connection: sqlite3.Connection, article: str, fact: str) -> Anchor | None:
    """Return where a fact of an article stands, None where the article or the fact is not there."""
    for kind, table in _kinds():
        sql = f"""SELECT first, beyond, words FROM {table} f JOIN article ON key = f.article
                  WHERE article.id = ? AND f.id = ?"""
        row = connection.execute(sql, (article, fact)).fetchone()
        if row is not None:
            return Anchor(article, fact, kind, Span(row[0], row[1]), row[2])
    return None


def locate(connection: sqlite3.Connection, anchor: Anchor) -> str | None:
    """Return what a fact is called now (`article#fact`): the one of its kind at its place, else the only one with its
    words; None where the article is no longer read so."""
    table = dict(_kinds())[anchor.kind]
    sql = f"""SELECT f.id, first, beyond, words FROM {table} f JOIN article ON key = f.article
              WHERE article.id = ? ORDER BY first, f.id"""
    rows = connection.execute(sql, (anchor.article,)).fetchall()
    here = [row for row in rows if row[1] < anchor.span.end and anchor.span.start < row[2]]
    exact = [row for row in here if (row[1], row[2]) == (anchor.span.start, anchor.span.end)]
    worded = [row for row in rows if row[3] == anchor.words]
    named = [row for row in exact if row[0] == anchor.fact]
    akin = [row for row in here if row[3] in anchor.words or anchor.words in row[3]]
    for found in (named, exact, akin):
        if found:
            return f"{anchor.article}#{found[0][0]}"
    return f"{anchor.article}#{worded[0][0]}" if len(worded) == 1 else None


def _kinds() -> Iterable[tuple[str, str]]:
    yield from ((table, table) for table in _TABLES)
    yield "entity", _ENTITY
