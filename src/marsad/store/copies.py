"""Copies in the store: the fingerprint of every article, and which articles were found to repeat which.

All functions run on a store's connection, the writing ones inside the caller's transaction. Articles are named by
their ids and must be in the store.
"""

import sqlite3
from array import array
from collections.abc import Iterable, Sequence

import msgspec

from marsad.model.copies import Copy, Fingerprint

# Two articles with fewer keys in common share some seven words at most, which unrelated articles do (names of offices).
_LEAST_SHARED = 2


def keep_fingerprint(connection: sqlite3.Connection, article: str, fingerprint: Fingerprint) -> None:
    """Keep the fingerprint of an article in place of the one it had."""
    key = _to_key(connection, article)
    old = connection.execute("SELECT keys FROM fingerprint WHERE article = ?", (key,)).fetchone()
    if old is not None:
        pairs = ((number, key) for number in array("q", old[0]))
        connection.executemany("DELETE FROM fingerprint_key WHERE key = ? AND article = ?", pairs)
    row = (key, fingerprint.words, array("q", fingerprint.keys).tobytes())
    connection.execute("INSERT OR REPLACE INTO fingerprint VALUES (?, ?, ?)", row)
    connection.executemany("INSERT INTO fingerprint_key VALUES (?, ?)", ((number, key) for number in fingerprint.keys))


def find_candidates(connection: sqlite3.Connection, article: str, fingerprint: Fingerprint) -> tuple[str, ...]:
    """Return the ids of the other articles that may share a passage with this one, sorted.

    Whether two articles are candidates depends on these two alone, so that the order of adding does not matter.
    """
    sql = """SELECT article.id FROM (
                 SELECT article AS found FROM fingerprint_key
                 WHERE key IN (SELECT value FROM json_each(?)) GROUP BY article HAVING count(*) >= ?
             ) JOIN article ON article.key = found WHERE article.id != ? ORDER BY article.id"""
    keys = msgspec.json.encode(fingerprint.keys).decode()
    return tuple(row[0] for row in connection.execute(sql, (keys, _LEAST_SHARED, article)))


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


def _to_key(connection: sqlite3.Connection, article: str) -> int:
    """The key of an article. Raises LookupError where the store has none with this id."""
    row = connection.execute("SELECT key FROM article WHERE id = ?", (article,)).fetchone()
    if row is None:
        raise LookupError(article)
    key: int = row[0]
    return key
