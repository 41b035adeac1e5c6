"""Ties in the store: events and articles set beside others, what ties them, and the groups they make.

Two kinds of members are kept the same way: events (Trace, grouped to happenings) and articles (Gist, grouped to
stories). Mentions folded into one are members like events (see `marsad.store.mentions`). A member's id outlasts its
row. The writing functions run inside the caller's transaction.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import msgspec

from marsad.model.relation import Link
from marsad.model.trace import Gist, Trace

MemberT = TypeVar("MemberT", Trace, Gist)
Tie = tuple[str, str]


@dataclass(frozen=True)
class Members(Generic[MemberT]):
    """The tables of one kind of members."""

    type: type[MemberT]
    table: str
    ties: str
    group: str
    key: str
    nodes: str | None = None


EVENTS = Members(Trace, "trace", "happening_tie", "happening", "article, event", "mention_node")
ARTICLES = Members(Gist, "gist", "story_tie", "story", "article")

# Members under a key, on a day from the first to the last (proleptic ordinals, inclusive).
Query = tuple[str, int, int]


def find_members(
    connection: sqlite3.Connection, kind: Members[MemberT], queries: Iterable[Query]
) -> tuple[MemberT, ...]:
    """Return the members that any of the queries finds, sorted by id."""
    sql = f"""SELECT id, json FROM {kind.table}_key k JOIN {kind.table} USING ({kind.key})
              WHERE k.key = ?1 AND day BETWEEN ?2 AND ?3"""
    if kind.nodes:
        sql += f""" UNION ALL SELECT id, json FROM {kind.nodes}_key n JOIN {kind.nodes} ON node = id
                    WHERE n.key = ?1 AND day BETWEEN ?2 AND ?3"""
    found: dict[str, str] = {}
    for query in queries:
        found.update(connection.execute(sql, query))
    return tuple(msgspec.json.decode(json, type=kind.type) for _, json in sorted(found.items()))


def load_members(connection: sqlite3.Connection, kind: Members[MemberT], ids: Iterable[str]) -> tuple[MemberT, ...]:
    """Return the members with these ids, sorted by id; those that are not kept are left out."""
    tables = (kind.table, *((kind.nodes,) if kind.nodes else ()))
    sql = " UNION ALL ".join(f"SELECT id, json FROM {t} WHERE id IN (SELECT value FROM json_each(?1))" for t in tables)
    rows = sorted(connection.execute(sql, (_to_json(ids),)))
    return tuple(msgspec.json.decode(json, type=kind.type) for _, json in rows)


def keep_ties(
    connection: sqlite3.Connection, kind: Members[MemberT], ties: Iterable[tuple[Tie, tuple[int, int], Link]]
) -> None:
    """Keep ties: the pair in sorted order, the keys of the articles of its two sides, the link."""
    rows = [(one, other, a, b, link.score, link.reason) for (one, other), (a, b), link in ties]
    connection.executemany(f"INSERT OR REPLACE INTO {kind.ties} VALUES (?, ?, ?, ?, ?, ?)", rows)


def drop_ties(connection: sqlite3.Connection, kind: Members[MemberT], article: int) -> tuple[str, ...]:
    """Forget the ties of an article's members; return the members of other articles that were tied to them."""
    where = "one_article = :key OR other_article = :key"
    sql = f"SELECT one, other, one_article, other_article FROM {kind.ties} WHERE {where}"
    tied: set[str] = set()
    for one, other, one_article, other_article in connection.execute(sql, {"key": article}).fetchall():
        tied.update(member for member, key in ((one, one_article), (other, other_article)) if key != article)
    connection.execute(f"DELETE FROM {kind.ties} WHERE {where}", {"key": article})
    return tuple(sorted(tied))


def find_tied(connection: sqlite3.Connection, kind: Members[MemberT], ids: Sequence[str]) -> Iterator[str]:
    """Yield the members that are tied to any of some, with repeats."""
    for ours, theirs in (("one", "other"), ("other", "one")):
        sql = f"SELECT {theirs} FROM {kind.ties} WHERE {ours} IN (SELECT value FROM json_each(?))"
        yield from (row[0] for row in connection.execute(sql, (_to_json(ids),)).fetchall())


def load_ties(connection: sqlite3.Connection, kind: Members[MemberT], ids: Iterable[str]) -> dict[Tie, Link]:
    """Return the ties between any two of some members."""
    sql = f"""SELECT one, other, score, reason FROM {kind.ties}
              WHERE one IN (SELECT value FROM json_each(:ids)) AND other IN (SELECT value FROM json_each(:ids))"""
    rows = connection.execute(sql, {"ids": _to_json(ids)})
    return {(one, other): Link(score, reason) for one, other, score, reason in rows}


def find_groups(connection: sqlite3.Connection, kind: Members[MemberT], ids: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the groups that some members are in, sorted."""
    tables = (kind.table, *((kind.nodes,) if kind.nodes else ()))
    where = f"{kind.group} IS NOT NULL AND id IN (SELECT value FROM json_each(?1))"
    sql = " UNION ".join(f"SELECT {kind.group} FROM {table} WHERE {where}" for table in tables)
    return tuple(sorted(row[0] for row in connection.execute(sql, (_to_json(ids),))))


def find_group_members(connection: sqlite3.Connection, kind: Members[MemberT], group: str) -> tuple[str, ...]:
    """Return the ids of the members of a group, sorted."""
    sql = f"SELECT id FROM {kind.table} WHERE {kind.group} = ? ORDER BY id"
    return tuple(row[0] for row in connection.execute(sql, (group,)))


def load_groups(
    connection: sqlite3.Connection, kind: Members[MemberT], groups: Iterable[str]
) -> dict[str, tuple[MemberT, ...]]:
    """Return the members of groups, sorted by id; mentions as the events that they are folded from."""
    sql = f"""SELECT {kind.group}, json FROM {kind.table}
              WHERE {kind.group} IN (SELECT value FROM json_each(?)) ORDER BY id"""
    found: dict[str, list[MemberT]] = {}
    for group, json in connection.execute(sql, (_to_json(groups),)):
        found.setdefault(group, []).append(msgspec.json.decode(json, type=kind.type))
    return {group: tuple(members) for group, members in found.items()}


def keep_group(connection: sqlite3.Connection, kind: Members[MemberT], group: str, members: Iterable[str]) -> None:
    """Put members into a group."""
    sql = f"UPDATE {kind.table} SET {kind.group} = ? WHERE id = ?"
    connection.executemany(sql, ((group, member) for member in members))


def _to_json(ids: Iterable[str]) -> str:
    return msgspec.json.encode(tuple(ids)).decode()
