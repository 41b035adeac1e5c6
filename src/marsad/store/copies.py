"""Copies in the store: the fingerprint of every article, and which articles were found to repeat which.

All functions run on a store's connection, the writing ones inside the caller's transaction. Articles are named by
their ids and must be in the store.
"""

import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from marsad.model.copies import Copy, Fingerprint

# Two articles with fewer keys in common share some seven words at most, which unrelated articles do (names of offices).
_LEAST_COMMON = 2
# Reprints come soon; after so many days only what is nearly whole is looked at (this part of the keys of the shorter).
# Without it each telegram or session report of a state agency would be set beside all of its kind since years.
_REPRINT_DAYS, _NEARLY_WHOLE = 31, 0.8
# With this part of the keys in common and less than half of the figures (so many at least), texts are two issues of one
# bulletin.
_FORM, _LEAST_FIGURES = 0.5, 3


def keep_fingerprint(connection: sqlite3.Connection, article: str, fingerprint: Fingerprint) -> None:
    """Keep the fingerprint of an article in place of the one it had."""
    key = _to_key(connection, article)
    old = connection.execute("SELECT keys FROM fingerprint WHERE article = ?", (key,)).fetchone()
    if old is not None:
        pairs = ((number, key) for number in array("q", old[0]))
        connection.executemany("DELETE FROM fingerprint_key WHERE key = ? AND article = ?", pairs)
    row = (
        key, fingerprint.words, _to_blob(fingerprint.keys), _to_blob(fingerprint.figures), fingerprint.first,
        fingerprint.last,
    )  # fmt: skip
    connection.execute(
        "INSERT OR REPLACE INTO fingerprint (article, words, keys, figures, first, last) VALUES (?, ?, ?, ?, ?, ?)", row
    )
    connection.executemany("INSERT INTO fingerprint_key VALUES (?, ?)", ((number, key) for number in fingerprint.keys))


def find_candidates(connection: sqlite3.Connection, article: str, fingerprint: Fingerprint) -> tuple[str, ...]:
    """Return the ids of the other articles that may share a passage with this one, sorted.

    Whether two articles are candidates depends on these two alone, so that the order of adding does not matter. Issues
    of one bulletin are left out, and after a month all but texts that are nearly the same.
    """
    sql = """SELECT id, common, length(keys) / 8, figures FROM (
                 SELECT article AS found, count(*) AS common FROM fingerprint_key
                 WHERE key IN (SELECT value FROM json_each(:keys)) GROUP BY article HAVING count(*) >= :least
             ) JOIN fingerprint ON fingerprint.article = found JOIN article ON article.key = found
             WHERE id != :article AND (
                 common >= :whole * min(:count, length(keys) / 8)
                 OR ((first IS NULL OR first <= :last + :days) AND (last IS NULL OR last >= :first - :days))
             ) ORDER BY id"""
    values = {
        "keys": msgspec.json.encode(fingerprint.keys).decode(),
        "least": _LEAST_COMMON,
        "article": article,
        "whole": _NEARLY_WHOLE,
        "count": len(fingerprint.keys),
        "first": date.min.toordinal() if fingerprint.first is None else fingerprint.first,
        "last": date.max.toordinal() if fingerprint.last is None else fingerprint.last,
        "days": _REPRINT_DAYS,
    }
    figures = frozenset(fingerprint.figures)
    return tuple(
        id
        for id, common, count, blob in connection.execute(sql, values)
        if common < _FORM * min(count, len(fingerprint.keys)) or not _are_issues(figures, blob)
    )


def keep_copies(connection: sqlite3.Connection, article: str, copies: Iterable[Copy]) -> None:
    """Keep what was found for an article, as source or copy, in place of all pairs it was in before."""
    key = _to_key(connection, article)
    connection.execute("DELETE FROM copy WHERE source = ? OR copy = ?", (key, key))
    rows = (
        (_to_key(connection, copy.source), _to_key(connection, copy.copy), msgspec.json.encode(copy).decode())
        for copy in copies
    )
    connection.executemany("INSERT INTO copy VALUES (?, ?, ?)", rows)


def find_copies(connection: sqlite3.Connection, articles: Sequence[str] | None = None) -> tuple[Copy, ...]:
    """Return the pairs that have one of `articles` on either side (None: all pairs), sorted by source and copy."""
    sql = "SELECT json FROM copy"
    if articles is not None:
        sql += """ WHERE source IN (SELECT key FROM article WHERE id IN (SELECT value FROM json_each(?1)))
                      OR copy IN (SELECT key FROM article WHERE id IN (SELECT value FROM json_each(?1)))"""
    named = () if articles is None else (msgspec.json.encode(articles).decode(),)
    found = [msgspec.json.decode(row[0], type=Copy) for row in connection.execute(sql, named)]
    return tuple(sorted(found, key=lambda copy: (copy.source, copy.copy)))


def _are_issues(figures: frozenset[int], blob: bytes) -> bool:
    """Tell whether two texts in one form have other figures."""
    others = frozenset(array("q", blob))
    least = min(len(figures), len(others))
    return least >= _LEAST_FIGURES and 2 * len(figures & others) < least


def _to_blob(numbers: Sequence[int]) -> bytes:
    return array("q", numbers).tobytes()


def _to_key(connection: sqlite3.Connection, article: str) -> int:
    """The key of an article. Raises LookupError where the store has none with this id."""
    row = connection.execute("SELECT key FROM article WHERE id = ?", (article,)).fetchone()
    if row is None:
        raise LookupError(article)
    key: int = row[0]
    return key
