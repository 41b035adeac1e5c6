"""The store: readings in, readings out. One `Store` is one connection; a thread or process opens its own."""

import sqlite3
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from types import TracebackType

import msgspec

from marsad.errors import StoreError
from marsad.model import Reading, SetAside
from marsad.model.contract import decode_reading, encode_reading
from marsad.store.asides import drop_aside, find_aside, write_aside
from marsad.store.records import mark_unresolved, renew_record
from marsad.store.rows import to_article_row, write_rows
from marsad.store.schema import open_database, telling, transaction
from marsad.store.search import index_words


class Added(StrEnum):
    """What adding a reading did to the store."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"


class Listed(msgspec.Struct, frozen=True):
    """One line of the list of articles. Days are ISO, None is unknown; `events` counts the events read in it."""

    id: str
    origin: str
    outlet: str | None
    title: str | None
    published: str | None
    earliest: str | None
    latest: str | None
    events: int


class Store:
    """A database of readings. Open it with `Store(path)`, use it as a context manager or `close` it.

    `connection` is what the functions of `queries`, `search` and `export` run on. Failures are StoreErrors.
    """

    def __init__(self, path: Path | str, *, create: bool = True) -> None:
        """Open the database at `path`; unless `create`, a missing one is a StoreError."""
        self.path = Path(path)
        self.connection = open_database(path, create=create)
        with telling(path):
            renew_record(self.connection)

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection; the store cannot be used any more."""
        self.connection.close()

    def add(self, reading: Reading) -> Added:
        """Keep a reading, in one transaction. The same again changes nothing, another one under its id replaces it.

        Where the article came from (`origin`) is no difference: the first origin is kept when nothing else changed.
        """
        with telling(self.path), transaction(self.connection):
            old = self._find(reading.article.id)
            if old is not None and _is_same(old[1], reading):
                return Added.UNCHANGED
            key = self._write(reading, old[0] if old else None)
            write_rows(self.connection, key, reading)
            index_words(self.connection, key, reading)
            mark_unresolved(self.connection, (reading.article.id,))
            drop_aside(self.connection, reading.article.id)
        return Added.REPLACED if old else Added.ADDED

    def set_aside(self, aside: SetAside) -> Added:
        """Keep the record of a page that is not read, in one transaction. A reading under its id is left as it is.

        Of a page whose very bytes are kept as a reading no record is made: it was read because somebody asked for it.
        """
        with telling(self.path), transaction(self.connection):
            old = find_aside(self.connection, aside.id)
            sql = "SELECT 1 FROM article WHERE id = ? AND digest = ?"
            is_read = self.connection.execute(sql, (aside.id, aside.digest)).fetchone() is not None
            if is_read or (old is not None and old == msgspec.structs.replace(aside, origin=old.origin)):
                return Added.UNCHANGED
            write_aside(self.connection, aside)
        return Added.REPLACED if old else Added.ADDED

    def reading(self, article: str) -> Reading | None:
        """Return the reading of the article with this id, None where there is none."""
        with telling(self.path):
            found = self._find(article)
        return self._decode(article, found[1]) if found else None

    def readings(self, *parties: str) -> Iterator[Reading]:
        """Yield readings, oldest first: all, or those that name every one of `parties` (alpha-3 codes or acronyms)."""
        named = " AND ".join("key IN (SELECT article FROM entity WHERE party = ?)" for _ in parties)
        sql = f"""SELECT id, json FROM article JOIN reading ON reading.article = key {"WHERE " + named if named else ""}
                  ORDER BY coalesce(published, latest, earliest), id"""
        with telling(self.path):
            for article, json in self.connection.execute(sql, parties):
                yield self._decode(article, json)

    def articles(self, *, limit: int = -1, offset: int = 0) -> tuple[Listed, ...]:
        """Return the articles, newest first, those without any day last. A negative limit means all."""
        sql = """SELECT id, origin, outlet, title, published, earliest, latest,
                        (SELECT count(*) FROM event WHERE article = key)
                 FROM article ORDER BY coalesce(published, latest, earliest) DESC, id LIMIT ? OFFSET ?"""
        with telling(self.path):
            return tuple(Listed(*row) for row in self.connection.execute(sql, (limit, offset)))

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all articles, sorted."""
        with telling(self.path):
            return tuple(row[0] for row in self.connection.execute("SELECT id FROM article ORDER BY id"))

    def count(self) -> int:
        """Return how many articles are kept."""
        with telling(self.path):
            number: int = self.connection.execute("SELECT count(*) FROM article").fetchone()[0]
        return number

    def _decode(self, article: str, json: str) -> Reading:
        """Return the reading that a row holds. Raises StoreError where it breaks the contract."""
        try:
            return decode_reading(json)
        except msgspec.MsgspecError as error:
            raise StoreError(f"{self.path}: damaged reading of {article} ({error}); add the article again") from error

    def _find(self, article: str) -> tuple[int, str] | None:
        sql = "SELECT key, json FROM article JOIN reading ON reading.article = key WHERE id = ?"
        row: tuple[int, str] | None = self.connection.execute(sql, (article,)).fetchone()
        return row

    def _write(self, reading: Reading, key: int | None) -> int:
        """Write the article's own rows, under its old key where it had one; its old facts go."""
        if key is not None:
            self.connection.execute("DELETE FROM article WHERE key = ?", (key,))
            self.connection.execute("DELETE FROM word WHERE rowid = ?", (key,))
        row = (key, *to_article_row(reading))
        marks = ", ".join("?" * len(row))
        cursor: sqlite3.Cursor = self.connection.execute(f"INSERT INTO article VALUES ({marks})", row)
        number = cursor.lastrowid
        assert number is not None
        self.connection.execute("INSERT INTO reading VALUES (?, ?)", (number, encode_reading(reading).decode()))
        return number


def _is_same(json: str, reading: Reading) -> bool:
    """Tell whether a stored reading equals a new one but for where it came from."""
    try:
        old = decode_reading(json)
    except msgspec.MsgspecError:
        return False
    facts = msgspec.structs.replace(reading.article, origin=old.article.origin)
    return old == msgspec.structs.replace(reading, article=facts)
