"""Identities in the store: what articles call somebody by, and which of these mean one.

The writing functions run inside the caller's transaction.
"""

import sqlite3
from collections.abc import Iterable, Mapping

import msgspec

from marsad.model.record import Designation, Identified, Identity
from marsad.model.relation import Link


def keep_identified(connection: sqlite3.Connection, key: int, named: Iterable[tuple[str, Designation]]) -> None:
    """Keep what an article calls its entities, in place of what it had; blocks that gain a designation become stale."""
    connection.execute("DELETE FROM identified WHERE article = ?", (key,))
    for entity, designation in named:
        row = (designation.key, designation.block, _to_json(designation))
        if connection.execute("SELECT 1 FROM designation WHERE key = ?", (designation.key,)).fetchone() is None:
            connection.execute("INSERT OR IGNORE INTO stale_block VALUES (?)", (designation.block,))
        connection.execute(
            """INSERT INTO designation (key, block, json) VALUES (?, ?, ?)
               ON CONFLICT DO UPDATE SET json = min(json, excluded.json)""",
            row,
        )
        connection.execute("INSERT INTO identified VALUES (?, ?, ?)", (key, entity, designation.key))


def take_stale(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the blocks to be told apart anew, and forget that they are; designations that no article uses go."""
    blocks = tuple(row[0] for row in connection.execute("SELECT block FROM stale_block ORDER BY block"))
    connection.execute("DELETE FROM stale_block")
    connection.executemany(
        """DELETE FROM designation WHERE block = ?
           AND NOT EXISTS (SELECT 1 FROM identified WHERE identified.designation = designation.key)""",
        ((block,) for block in blocks),
    )
    return blocks


def mark_stale(connection: sqlite3.Connection, designations: Iterable[str]) -> None:
    """Have the blocks of designations told apart anew."""
    sql = "INSERT OR IGNORE INTO stale_block SELECT block FROM designation WHERE key = ?"
    connection.executemany(sql, ((key,) for key in designations))


def load_block(connection: sqlite3.Connection, block: str) -> tuple[Designation, ...]:
    """Return the designations of a block, sorted by key."""
    sql = "SELECT json FROM designation WHERE block = ? ORDER BY key"
    return tuple(msgspec.json.decode(row[0], type=Designation) for row in connection.execute(sql, (block,)))


def load_designations(connection: sqlite3.Connection, keys: Iterable[str]) -> tuple[Designation, ...]:
    """Return designations by key, sorted; a key that no article uses is left out."""
    sql = "SELECT json FROM designation WHERE key IN (SELECT value FROM json_each(?)) ORDER BY key"
    rows = connection.execute(sql, (_to_json(sorted(set(keys))),))
    return tuple(msgspec.json.decode(row[0], type=Designation) for row in rows)


def keep_identities(connection: sqlite3.Connection, found: Mapping[str, tuple[str, Link]]) -> None:
    """Keep which identity each designation means."""
    rows = ((identity, link.score, link.reason, key) for key, (identity, link) in found.items())
    connection.executemany("UPDATE designation SET identity = ?, score = ?, reason = ? WHERE key = ?", rows)


def find_identified(connection: sqlite3.Connection, article: str) -> tuple[Identified, ...]:
    """Return who the entities of an article are, sorted by entity."""
    return _load(connection, "id = ?", article)


def load_identity(connection: sqlite3.Connection, identity: str) -> Identity | None:
    """Return an identity with all that it is called by and where, None where no article names it."""
    sql = "SELECT json FROM designation WHERE identity = ? ORDER BY key"
    found = tuple(msgspec.json.decode(row[0], type=Designation) for row in connection.execute(sql, (identity,)))
    return Identity(identity, found, _load(connection, "identity = ?", identity)) if found else None


def _load(connection: sqlite3.Connection, where: str, value: str) -> tuple[Identified, ...]:
    sql = f"""SELECT id, entity, identity, designation.key, score, reason FROM identified
              JOIN article ON article.key = identified.article JOIN designation ON designation.key = designation
              WHERE {where} ORDER BY id, entity"""
    rows = connection.execute(sql, (value,)).fetchall()
    return tuple(
        Identified(article, entity, identity, designation, Link(score, reason))
        for article, entity, identity, designation, score, reason in rows
    )


def _to_json(value: object) -> str:
    return msgspec.json.encode(value).decode()
