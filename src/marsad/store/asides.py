"""Pages that were set aside: no articles, not in Arabic, not about states. They stand in no view and are never lost.

Each function is one look or runs in the caller's transaction.
"""

import sqlite3
from collections.abc import Iterator

from marsad.model import AsideKind, SetAside

COLUMNS = ("id", "kind", "reason", "title", "outlet", "url", "origin", "digest")


def write_aside(connection: sqlite3.Connection, aside: SetAside) -> None:
    """Keep the record of a page, inside the caller's transaction; it takes the place of one under its id."""
    row = (aside.id, aside.kind, aside.reason, aside.title, aside.outlet, aside.url, aside.origin, aside.digest)
    connection.execute(f"INSERT OR REPLACE INTO aside VALUES ({', '.join('?' * len(row))})", row)


def drop_aside(connection: sqlite3.Connection, article: str) -> None:
    """Forget that a page was set aside: it is read now."""
    connection.execute("DELETE FROM aside WHERE id = ?", (article,))


def find_aside(connection: sqlite3.Connection, article: str) -> SetAside | None:
    """Return the record of the page with this id, None where none was set aside."""
    row = connection.execute(f"SELECT {', '.join(COLUMNS)} FROM aside WHERE id = ?", (article,)).fetchone()
    return _to_aside(row) if row else None


def find_asides(connection: sqlite3.Connection) -> Iterator[SetAside]:
    """Yield the records by kind and id."""
    for row in connection.execute(f"SELECT {', '.join(COLUMNS)} FROM aside ORDER BY kind, id"):
        yield _to_aside(row)


def to_row(aside: SetAside) -> dict[str, object]:
    """Return a record as a flat row with the names of COLUMNS."""
    return {name: getattr(aside, name) for name in COLUMNS}


def count_asides(connection: sqlite3.Connection) -> int:
    """Return how many pages are set aside."""
    number: int = connection.execute("SELECT count(*) FROM aside").fetchone()[0]
    return number


def _to_aside(row: tuple[str, str, str, str | None, str | None, str | None, str, str]) -> SetAside:
    id, kind, reason, title, outlet, url, origin, digest = row
    return SetAside(origin, None, reason, id, digest, AsideKind(kind), url, outlet, title)
