"""Folded mentions in the store: the members of the record that stand for many events told alike.

The writing functions run inside the caller's transaction.
"""

import sqlite3
from collections.abc import Iterable

import msgspec

from marsad.model.trace import Trace

Place = tuple[str, int]  # a key and a day


def keep_node(connection: sqlite3.Connection, node: Trace, places: Iterable[Place]) -> bool:
    """Keep a member for mentions with what it is looked up by; tell whether it is new."""
    json = msgspec.json.encode(node).decode()
    if not connection.execute("INSERT OR IGNORE INTO mention_node (id, json) VALUES (?, ?)", (node.id, json)).rowcount:
        return False
    rows = ((key, day, node.id) for key, day in sorted(set(places)))
    connection.executemany("INSERT INTO mention_node_key VALUES (?, ?, ?)", rows)
    return True


def fold_event(connection: sqlite3.Connection, event: str, node: str) -> None:
    """Put an event, by its id, under its member."""
    connection.execute("UPDATE trace SET node = ? WHERE id = ?", (node, event))


def take_stale_nodes(connection: sqlite3.Connection) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the members that lost events, and what was tied to those that have none left: these go with their ties."""
    stale = [row[0] for row in connection.execute("SELECT node FROM stale_node ORDER BY node")]
    connection.execute("DELETE FROM stale_node")
    kept, tied = [], set()
    for node in stale:
        if find_first_event(connection, node) is not None:
            kept.append(node)
            continue
        for one, other in connection.execute(
            "DELETE FROM happening_tie WHERE one = :node OR other = :node RETURNING one, other", {"node": node}
        ).fetchall():
            tied.update({one, other} - {node})
        connection.execute("DELETE FROM mention_node WHERE id = ?", (node,))
    return tuple(kept), tuple(sorted(tied))


def find_first_event(connection: sqlite3.Connection, node: str) -> str | None:
    """Return the id of the event of a member that sorts first, None where it has none."""
    first: str | None = connection.execute("SELECT min(id) FROM trace WHERE node = ?", (node,)).fetchone()[0]
    return first


def find_articles(connection: sqlite3.Connection, node: str) -> frozenset[str]:
    """Return the ids of the articles whose events a member has, two of them where there are more."""
    first, last = (f"(SELECT {end}(id) FROM trace WHERE node = ?1)" for end in ("min", "max"))
    ends = connection.execute(f"SELECT {first}, {last}", (node,)).fetchone()
    return frozenset(event.rpartition("#")[0] for event in ends if event is not None)


def keep_node_group(connection: sqlite3.Connection, node: str, happening: str) -> None:
    """Put a member and its events into a happening."""
    connection.execute("UPDATE mention_node SET happening = ? WHERE id = ?", (happening, node))
    sql = "UPDATE trace SET happening = :happening WHERE node = :node AND happening IS NOT :happening"
    connection.execute(sql, {"happening": happening, "node": node})


def find_nodes(connection: sqlite3.Connection, happening: str) -> dict[str, tuple[str, ...]]:
    """Return the members of mentions in a happening with their events."""
    sql = "SELECT node, id FROM trace WHERE happening = ? AND node IS NOT NULL ORDER BY node, id"
    found: dict[str, tuple[str, ...]] = {}
    for node, event in connection.execute(sql, (happening,)):
        found[node] = (*found.get(node, ()), event)
    return found
