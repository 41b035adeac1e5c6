"""The record in the store: what an article adds to it, which articles still have to be set beside the others, and the
lines of a pair.

The writing functions run inside the caller's transaction, but for `renew_record`.
"""

import sqlite3
from collections.abc import Iterable, Mapping

import msgspec

from marsad.model.relation import Figure, Ground, Pair, Utterance
from marsad.model.trace import Gist, Trace
from marsad.store.schema import transaction

Pairs = Mapping[tuple[str, str], Ground]
Place = tuple[str, int]  # a key and a day


# Raised with every change of what is kept of an event or article and of the rules that tie them.
RECORD_VERSION = 4

# What follows from the readings. Copies have their own rules but are found again with the rest.
_DERIVED = (
    "trace", "gist", "mention_node", "stale_node", "happening_tie", "story_tie", "happening_pair", "article_pair",
    "pair", "line", "identified", "designation", "stale_block", "copy",
)  # fmt: skip


def renew_record(connection: sqlite3.Connection) -> None:
    """Forget a record that other rules made, and have all articles set beside each other anew; decisions stay."""
    if _record_version(connection) == RECORD_VERSION:
        return
    with transaction(connection):
        if _record_version(connection) == RECORD_VERSION:
            return
        for table in _DERIVED:
            connection.execute(f"DELETE FROM {table}")
        connection.execute("INSERT OR IGNORE INTO unresolved SELECT key FROM article")
        connection.execute("UPDATE record_version SET version = ?", (RECORD_VERSION,))


def _record_version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("SELECT version FROM record_version").fetchone()[0]
    return version


def find_unresolved(connection: sqlite3.Connection) -> tuple[int, str] | None:
    """Return key and id of the next article that has not been set beside the others, None where there is none left."""
    # CROSS JOIN keeps the planner from walking through all articles in the order of their keys.
    sql = "SELECT key, id FROM unresolved CROSS JOIN article ON key = article ORDER BY article LIMIT 1"
    row: tuple[int, str] | None = connection.execute(sql).fetchone()
    return row


def count_unresolved(connection: sqlite3.Connection) -> int:
    """Return how many articles have not been set beside the others."""
    number: int = connection.execute("SELECT count(*) FROM unresolved").fetchone()[0]
    return number


def mark_unresolved(connection: sqlite3.Connection, articles: Iterable[str]) -> None:
    """Have articles, by id, set beside the others anew."""
    sql = "INSERT OR IGNORE INTO unresolved SELECT key FROM article WHERE id = ?"
    connection.executemany(sql, ((article,) for article in articles))


def mark_resolved(connection: sqlite3.Connection, key: int) -> None:
    """Note that an article has been set beside the others."""
    connection.execute("DELETE FROM unresolved WHERE article = ?", (key,))


def to_keys(connection: sqlite3.Connection, articles: Iterable[str]) -> dict[str, int]:
    """Return the keys of articles by id."""
    sql = "SELECT id, key FROM article WHERE id IN (SELECT value FROM json_each(?))"
    return dict(connection.execute(sql, (_to_json(sorted(set(articles))),)))


def drop_article(connection: sqlite3.Connection, key: int) -> None:
    """Forget what an article added to the record but its ties, and the happenings that begin with it."""
    for table in ("trace", "gist", "line", "article_pair"):
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (key,))
    connection.execute("DELETE FROM happening_pair WHERE article = ?", (key,))


def keep_traces(connection: sqlite3.Connection, key: int, traces: Iterable[tuple[Trace, Iterable[Place]]]) -> None:
    """Keep the traces of an article with what each is looked up by."""
    for trace, places in traces:
        row = (key, trace.event, trace.id, _to_json(trace))
        connection.execute("INSERT INTO trace (article, event, id, json) VALUES (?, ?, ?, ?)", row)
        rows = ((name, day, key, trace.event) for name, day in sorted(set(places)))
        connection.executemany("INSERT INTO trace_key VALUES (?, ?, ?, ?)", rows)


def keep_gist(connection: sqlite3.Connection, key: int, gist: Gist, places: Iterable[Place]) -> None:
    """Keep the gist of an article with what it is looked up by."""
    connection.execute("INSERT INTO gist (article, id, json) VALUES (?, ?, ?)", (key, gist.article, _to_json(gist)))
    connection.executemany("INSERT INTO gist_key VALUES (?, ?, ?)", ((*place, key) for place in sorted(set(places))))


def keep_lines(connection: sqlite3.Connection, key: int, lines: Iterable[tuple[Utterance | Figure, Pairs]]) -> None:
    """Keep the statements and figures of an article under the pairs that they belong to."""
    for line, pairs in lines:
        fact = line.witnesses[0].fact
        kind = "utterance" if isinstance(line, Utterance) else "figure"
        connection.execute("INSERT INTO line VALUES (?, ?, ?, ?)", (key, fact, kind, _to_json(line)))
        rows = ((*pair, key, fact, ground) for pair, ground in sorted(pairs.items()))
        connection.executemany("INSERT INTO line_pair VALUES (?, ?, ?, ?, ?)", rows)


def keep_article_pairs(connection: sqlite3.Connection, key: int, pairs: Iterable[tuple[str, str]]) -> None:
    """Keep between which states an article tells events."""
    connection.executemany("INSERT INTO article_pair VALUES (?, ?, ?)", ((*pair, key) for pair in sorted(set(pairs))))


def keep_happening_pairs(
    connection: sqlite3.Connection,
    old: Iterable[str],
    rows: Iterable[tuple[str, str, str, int, str | None]],
) -> None:
    """Put the pairs of happenings (a, b, happening, key of its first article, last day) in place of those of `old`."""
    connection.executemany("DELETE FROM happening_pair WHERE happening = ?", ((happening,) for happening in old))
    sql = "INSERT INTO happening_pair (a, b, happening, article, latest) VALUES (?, ?, ?, ?, ?)"
    connection.executemany(sql, rows)


def find_happenings(connection: sqlite3.Connection, a: str, b: str) -> tuple[str, ...]:
    """Return the ids of the happenings between two codes, sorted."""
    sql = "SELECT happening FROM happening_pair WHERE a = ? AND b = ? ORDER BY happening"
    return tuple(row[0] for row in connection.execute(sql, _in_order(a, b)))


def load_lines(connection: sqlite3.Connection, a: str, b: str) -> tuple[tuple[Utterance, ...], tuple[Figure, ...]]:
    """Return the statements and figures that belong to a pair, each with the ground of this pair."""
    sql = """SELECT kind, ground, json FROM line_pair JOIN line USING (article, fact) WHERE a = ? AND b = ?"""
    said: list[Utterance] = []
    counted: list[Figure] = []
    for kind, ground, json in connection.execute(sql, _in_order(a, b)):
        if kind == "utterance":
            said.append(_with_ground(msgspec.json.decode(json, type=Utterance), ground))
        else:
            counted.append(_with_ground(msgspec.json.decode(json, type=Figure), ground))
    return tuple(said), tuple(counted)


def find_pairs(connection: sqlite3.Connection) -> tuple[Pair, ...]:
    """Return the pairs of states with happenings between them, most first; `latest` is the last day of one."""
    sql = """SELECT a, b, happenings, articles,
                    (SELECT max(latest) FROM happening_pair h WHERE h.a = pair.a AND h.b = pair.b)
             FROM pair WHERE articles > 0 AND happenings > 0 ORDER BY happenings DESC, a, b"""
    return tuple(Pair(*row) for row in connection.execute(sql))


def _with_ground(line: msgspec.Struct, ground: str):  # type: ignore[no-untyped-def]
    return msgspec.structs.replace(line, ground=Ground(ground))


def _in_order(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _to_json(value: object) -> str:
    return msgspec.json.encode(value).decode()
