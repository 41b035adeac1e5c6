"""What a watch remembers: feeds asked, articles told of, pages visited. Each function is one transaction or one look.

Moments are Unix seconds, given by the caller. The caller turns failures into StoreErrors (`telling`).
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from enum import StrEnum
from pathlib import Path

import msgspec

from marsad.errors import StoreError
from marsad.model import Entry, Validators
from marsad.store.schema import telling, transaction


class State(StrEnum):
    """What became of an article that a feed told of."""

    WAITING = "waiting"
    KEPT = "kept"
    ASIDE = "aside"
    REFUSED = "refused"


class Told(msgspec.Struct, frozen=True):
    """An article that waits to be fetched: `tries` were made in vain; `feed` told of it; `article` is the id under
    which an earlier state of it is kept."""

    key: int
    feed: str
    entry: Entry
    tries: int
    article: str | None


class Asked(msgspec.Struct, frozen=True):
    """When a feed was asked last (None: never), how often in a row it did not answer, and why the last time."""

    moment: float | None = None
    failures: int = 0
    fault: str | None = None


@contextmanager
def watch_alone(path: Path) -> Iterator[None]:
    """Keep every other watch off the database at `path` until the block ends, or its process does in any way.

    Raises StoreError where one is running. The lock is that of an empty database beside it (`NAME-watch`): locks of
    SQLite end with their process on every system.
    """
    place = path.with_name(f"{path.name}-watch")
    with telling(place):
        lock = sqlite3.connect(place, timeout=0.0, isolation_level=None)
    with closing(lock):
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise StoreError(f"{place}: {error}") from error
            raise StoreError(f"{path}: another watch of this database is running") from error
        yield


def load_validators(connection: sqlite3.Connection) -> dict[str, Validators]:
    """Return the validators of every feed and sitemap by address."""
    rows = connection.execute("SELECT url, etag, modified FROM feed WHERE etag IS NOT NULL OR modified IS NOT NULL")
    return {url: Validators(etag, modified) for url, etag, modified in rows}


def find_asked(connection: sqlite3.Connection, feed: str) -> Asked:
    """Return when a feed was asked last."""
    row = connection.execute("SELECT asked, failures, fault FROM feed WHERE url = ?", (feed,)).fetchone()
    return Asked(*row) if row else Asked()


def keep_walk(
    connection: sqlite3.Connection,
    feed: str,
    entries: Sequence[tuple[str, Entry]],
    seen: Iterable[tuple[str, Validators]],
    now: float,
) -> int:
    """Write down what a feed tells (`entries` by their plain address, the newest first) and the validators to ask with
    next time, all or nothing. Returns how many articles are new, or have a new headline: those are to be fetched
    (again)."""
    with transaction(connection):
        new = sum(_keep_entry(connection, feed, url, entry) for url, entry in reversed(entries))
        for url, validators in seen:
            connection.execute(
                "INSERT INTO feed (url, etag, modified) VALUES (?, ?, ?) "
                "ON CONFLICT DO UPDATE SET etag = excluded.etag, modified = excluded.modified",
                (url, validators.etag, validators.modified),
            )
        connection.execute(
            "INSERT INTO feed (url, asked) VALUES (?, ?) "
            "ON CONFLICT DO UPDATE SET asked = excluded.asked, failures = 0, fault = NULL",
            (feed, now),
        )
    return new


def keep_fault(connection: sqlite3.Connection, feed: str, fault: str, now: float) -> None:
    """Write down that a feed did not answer, and why."""
    connection.execute(
        "INSERT INTO feed (url, asked, failures, fault) VALUES (?, ?, 1, ?) "
        "ON CONFLICT DO UPDATE SET asked = excluded.asked, failures = failures + 1, fault = excluded.fault",
        (feed, now, fault),
    )


def find_waiting(connection: sqlite3.Connection, feed: str, now: float, limit: int) -> tuple[Told, ...]:
    """Return the articles of a feed that wait and are due, the newest first: old ones must not hold up the news."""
    rows = connection.execute(
        """SELECT key, feed, entry, tries, article FROM told
           WHERE state = 'waiting' AND feed = ? AND due <= ? ORDER BY key DESC LIMIT ?""",
        (feed, now, limit),
    )
    return tuple(Told(key, feed, msgspec.json.decode(entry, type=Entry), *rest) for key, feed, entry, *rest in rows)


def count_waiting(connection: sqlite3.Connection, feeds: Sequence[str]) -> int:
    """Return how many articles of these feeds wait."""
    marks = ", ".join("?" * len(feeds))
    sql = f"SELECT count(*) FROM told WHERE state = 'waiting' AND feed IN ({marks})"
    number: int = connection.execute(sql, tuple(feeds)).fetchone()[0]
    return number


def count_states(connection: sqlite3.Connection, feed: str) -> dict[State, int]:
    """Return how many articles of a feed came to what; states without articles are left out."""
    rows = connection.execute("SELECT state, count(*) FROM told WHERE feed = ? GROUP BY state", (feed,))
    return {State(state): count for state, count in rows}


def find_refused(connection: sqlite3.Connection, feed: str, limit: int) -> tuple[tuple[str, str], ...]:
    """Return address and reason of the articles of a feed that were refused, the last told of first."""
    sql = "SELECT url, reason FROM told WHERE feed = ? AND state = 'refused' ORDER BY key DESC LIMIT ?"
    return tuple(connection.execute(sql, (feed, limit)))


def settle(
    connection: sqlite3.Connection, key: int, state: State, *, reason: str | None = None, article: str | None = None
) -> None:
    """Write down what became of an article; the text that the feed holds of it is let go. The id under which an earlier
    state of it is kept stays known."""
    connection.execute(
        """UPDATE told SET state = ?, reason = ?, article = coalesce(?, article),
           entry = json_remove(entry, '$.content') WHERE key = ?""",
        (state, reason, article, key),
    )


def postpone(connection: sqlite3.Connection, key: int, reason: str, due: float) -> None:
    """Write down that fetching an article failed and is to be tried again, not before `due`."""
    sql = "UPDATE told SET tries = tries + 1, reason = ?, due = ? WHERE key = ?"
    connection.execute(sql, (reason, due, key))


def find_visit(connection: sqlite3.Connection, url: str) -> Validators | None:
    """Return the validators of a page whose article is kept, None where it must be fetched whole."""
    row = connection.execute(
        "SELECT etag, modified FROM visit JOIN article ON article.id = visit.article WHERE url = ?", (url,)
    ).fetchone()
    return Validators(*row) if row else None


def find_visited(connection: sqlite3.Connection, url: str) -> str | None:
    """Return the id of the article that a page was kept as."""
    row = connection.execute("SELECT article FROM visit WHERE url = ?", (url,)).fetchone()
    return row[0] if row else None


def keep_visit(connection: sqlite3.Connection, url: str, validators: Validators, article: str) -> None:
    """Write down that a page is kept as an article; only after it is."""
    connection.execute(
        "INSERT OR REPLACE INTO visit (url, etag, modified, article) VALUES (?, ?, ?, ?)",
        (url, validators.etag, validators.modified, article),
    )


def _keep_entry(connection: sqlite3.Connection, feed: str, url: str, entry: Entry) -> bool:
    """Write down one entry; tell whether its article is to be fetched.

    One address is one article, fetched again where the feed that told of it has a new headline. The feed's own id joins
    two addresses only where the headline is the same: there are feeds that use an id twice.
    """
    row = connection.execute("SELECT key, feed, title FROM told WHERE url = ?", (url,)).fetchone()
    if row is None:
        return _insert_entry(connection, feed, url, entry)
    key, teller, title = row
    if teller != feed:  # it is not to wait for a feed that may be watched no longer
        connection.execute("UPDATE told SET feed = ? WHERE key = ? AND state = 'waiting'", (feed, key))
        return False
    if entry.title in (None, title):
        return False
    connection.execute(
        "UPDATE told SET title = ?, entry = ?, state = 'waiting', reason = NULL, tries = 0, due = 0 WHERE key = ?",
        (entry.title, msgspec.json.encode(entry).decode(), key),
    )
    return True


def _insert_entry(connection: sqlite3.Connection, feed: str, url: str, entry: Entry) -> bool:
    """Write down an entry of a new address, unless it is an article known by its id and headline."""
    same = connection.execute("SELECT title FROM told WHERE feed = ? AND id = ?", (feed, entry.key)).fetchone()
    if same is not None and same[0] == entry.title:
        return False
    connection.execute(
        "INSERT INTO told (url, feed, id, title, entry, state) VALUES (?, ?, ?, ?, ?, 'waiting')",
        (url, feed, entry.key if same is None else url, entry.title, msgspec.json.encode(entry).decode()),
    )
    return True
