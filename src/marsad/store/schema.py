"""The database file: opened, recognised as ours, brought up to the newest schema by numbered migrations."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from time import monotonic, sleep

from marsad.errors import StoreError

# "MRSD" in ASCII, written into the file's header: how a database of ours is told from any other SQLite file.
APPLICATION_ID = 0x4D525344

# A reader waits so long for the writer before it gives up.
_BUSY_SECONDS = 30.0
_RETRY_SECONDS = 0.02


@contextmanager
def telling(path: Path | str) -> Iterator[None]:
    """Turn errors of SQLite into StoreError that names the database and says what is wrong with it."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"{path}: {_to_message(error)}") from error


def open_database(path: Path | str, *, create: bool = True) -> sqlite3.Connection:
    """Open the database at `path`, make it where it is missing (unless not `create`) and bring its schema up to date.

    Raises StoreError where it cannot be opened, is not a Marsad database or was written by a newer program.
    """
    place = Path(path)
    if not create and not place.exists():
        raise StoreError(f"{path}: no such database; `marsad add` makes one")
    if place.is_dir():
        raise StoreError(f"{path}: a folder, not a database file")
    with telling(path):
        connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
        try:
            _check_owner(connection, path)
            _write_ahead(connection)
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA foreign_keys = ON")
            _migrate(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch to write-ahead logging. SQLite does not wait for a lock here: a database being made is asked again."""
    deadline = monotonic() + _BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > deadline:
                raise
            sleep(_RETRY_SECONDS)
        else:
            return


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Run the block in one write transaction: all of it lands or none."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@cache
def load_migrations() -> tuple[str, ...]:
    """Return the SQL of each migration in order; the number of a migration is its place, counted from 1."""
    folder = files("marsad.store") / "migrations"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return tuple((folder / name).read_text(encoding="utf-8") for name in names)


def _check_owner(connection: sqlite3.Connection, path: Path | str) -> None:
    # One statement, one moment: between two, another process may make the database.
    owner, tables = connection.execute(
        "SELECT application_id, (SELECT count(*) FROM sqlite_master) FROM pragma_application_id"
    ).fetchone()
    if owner != APPLICATION_ID and (owner or tables):
        raise StoreError(f"{path}: a database, but not one of Marsad's; nothing was changed")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(load_migrations()):
        raise StoreError(
            f"{path}: written by a newer Marsad (schema {version}, this one knows {len(load_migrations())})"
        )


def _migrate(connection: sqlite3.Connection) -> None:
    """Apply what is missing, each migration in a transaction of its own; another process may be doing the same."""
    for number, script in enumerate(load_migrations(), 1):
        if _version(connection) >= number:
            continue
        with transaction(connection):
            if _version(connection) >= number:
                continue
            for statement in _to_statements(script):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {number}")


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _to_statements(script: str) -> Iterator[str]:
    """Cut a script into statements: `executescript` would commit the open transaction."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""


def _to_message(error: sqlite3.Error) -> str:
    text = str(error)
    if "not a database" in text:
        return "not a database file; nothing was changed"
    if "locked" in text:
        return "another program is writing to it; try again when it is done"
    if "unable to open" in text:
        return "cannot be opened or made here (is the folder there, and may you write to it?)"
    return text
