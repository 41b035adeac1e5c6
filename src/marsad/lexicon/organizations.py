"""Organizations, armed groups, outlets, and the words that stand before or for them.

`organizations.tsv` and `media.tsv` list those with a name of their own; `bodies.toml` holds the state bodies that are
named by formula (وزارة الدفاع and a nationality), `heads.toml` the nouns that introduce a name no list holds.
"""

import re
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import msgspec

from marsad.errors import LexiconError
from marsad.lexicon.tables import load_table, load_toml

_ORGANIZATION_COLUMNS = ("id", "kind", "country", "code", "name_en", "name")
_OUTLET_COLUMNS = ("id", "role", "country", "domain", "name_en", "name")

# One pattern a column: what the cell of a defining line may hold.
_CELLS = {
    "id": re.compile(r"[a-z0-9]+(-[a-z0-9]+)*"),
    "country": re.compile(r"([A-Z]{3})?"),
    "code": re.compile(r"([A-Z0-9]+([+-][A-Z0-9]+)*\+?)?"),
    "domain": re.compile(r"([a-z0-9-]+(\.[a-z0-9-]+)+)?"),
    "name_en": re.compile(r"\S(.*\S)?"),
}


class OrganizationKind(StrEnum):
    """A body or alliance with a place in or among states, or an armed group or movement without a state."""

    ORGANIZATION = "organization"
    GROUP = "group"


class OutletRole(StrEnum):
    """What kind of medium an outlet is."""

    AGENCY = "agency"
    NEWSPAPER = "newspaper"
    CHANNEL = "channel"
    SITE = "site"
    MAGAZINE = "magazine"
    RADIO = "radio"
    PLATFORM = "platform"


class HeadKind(StrEnum):
    """What a head noun introduces."""

    ORGANIZATION = "organization"
    GROUP = "group"
    MEDIA = "media"


class Organization(msgspec.Struct, frozen=True):
    """One organization or group. `names` starts with `name_ar`, the one to show; some are Latin acronyms.

    `country` is the alpha-3 code of the state it belongs to, None for bodies of several. `code` is the acronym by which
    it acts without a state; a part carries the code of the whole (the Security Council UN). Where there is a code, the
    code is the actor even if `country` is set.
    """

    id: str
    kind: OrganizationKind
    country: str | None
    code: str | None
    name_en: str
    name_ar: str
    names: tuple[str, ...]


class Outlet(msgspec.Struct, frozen=True):
    """One news agency or outlet. `names` starts with `name_ar`; `domain` is its own site's, None where not known."""

    id: str
    role: OutletRole
    country: str | None
    domain: str | None
    name_en: str
    name_ar: str
    names: tuple[str, ...]


class Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A state body named by formula: one of `names`, then a nationality or a country.

    `short` are heads that stand for a ministry only before a feminine nationality (الدفاع الروسية). `acts_for_state`:
    what it does, its country does. `generic`: without a nationality or country the bare word names nothing.
    `is_state`: with a nationality the words mean the state itself (السلطات الهندية), no body of it.
    """

    id: str
    en: str
    names: tuple[str, ...] = msgspec.field(name="ar")
    examples: tuple[str, ...]
    acts_for_state: bool
    short: tuple[str, ...] = ()
    generic: bool = False
    is_state: bool = False
    counter: tuple[str, ...] = ()


class Scope(StrEnum):
    """Whose an institution is, as an adjective behind its head says: of one state, of any, of several states."""

    NATIONAL = "national"
    FIELD = "field"
    INTERNATIONAL = "international"


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A noun that introduces the name of an organization or outlet. `role` is for media only.

    `weak`: the noun is so often an ordinary word that only a quoted or proper name after it counts. The other marks are
    said in the file.
    """

    ar: str
    kind: HeadKind
    examples: tuple[str, ...]
    counter: tuple[str, ...]
    role: OutletRole | None = None
    weak: bool = False
    formal: bool = False
    proper: bool = False
    alone: bool = False
    placed: bool = False


class Quality(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Adjectives, masculine singular without the article, that tell the `scope` of a formal head."""

    scope: Scope
    ar: tuple[str, ...]


class _BodyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    body: tuple[Body, ...]


class _HeadFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    head: tuple[Head, ...]
    adjective: tuple[Quality, ...] = ()


_Named = TypeVar("_Named", bound=Organization | Outlet)


def load_organizations(path: Path) -> tuple[Organization, ...]:
    """The organizations of the table at `path`, in its order. Raises LexiconError naming file, line and field."""
    return _load_named(path, _ORGANIZATION_COLUMNS, Organization)


def load_media(path: Path) -> tuple[Outlet, ...]:
    """The outlets of the table at `path`, in its order. Raises LexiconError naming file, line and field."""
    return _load_named(path, _OUTLET_COLUMNS, Outlet)


def load_bodies(path: Path) -> tuple[Body, ...]:
    """The state bodies of the TOML file at `path`, in its order. Raises LexiconError naming file and field."""
    bodies = load_toml(path, _BodyFile).body
    _check_distinct(path, "id", [body.id for body in bodies])
    _check_distinct(path, "ar", [name for body in bodies for name in (*body.names, *body.short)])
    for body in bodies:
        if not body.names or not body.examples:
            raise LexiconError(f"body {body.id!r} has no Arabic form or no example", path=path, field="ar, examples")
    return bodies


def load_heads(path: Path) -> tuple[Head, ...]:
    """The head nouns of the TOML file at `path`, in its order. Raises LexiconError naming file and field."""
    heads = load_toml(path, _HeadFile).head
    _check_distinct(path, "ar", [head.ar for head in heads])
    for head in heads:
        if not head.examples or not head.counter:
            raise LexiconError(f"head {head.ar!r} has no example or no counter-example", path=path, field="examples")
        if (head.role is not None) != (head.kind is HeadKind.MEDIA):
            raise LexiconError(f"head {head.ar!r}: media, and only media, have a role", path=path, field="role")
    return heads


def load_qualities(path: Path) -> tuple[Quality, ...]:
    """The adjectives of formal heads in the TOML file at `path`. Raises LexiconError naming file and field."""
    return load_toml(path, _HeadFile).adjective


def _load_named(path: Path, columns: tuple[str, ...], struct: type[_Named]) -> tuple[_Named, ...]:
    """Entries of a table whose further lines repeat the id and add one name each."""
    entries: dict[str, _Named] = {}
    for line, row in load_table(path, columns):
        if not row["name"] or row["name"] != " ".join(row["name"].split()):
            raise LexiconError(f"empty or badly spaced: {row['name']!r}", path=path, line=line, field="name")
        if row["id"] not in entries:
            entries[row["id"]] = _to_named(path, line, row, struct)
        elif any(row[column] for column in columns[1:-1]):
            raise LexiconError(f"defined twice: {row['id']!r}", path=path, line=line, field="id")
        else:
            known = entries[row["id"]]
            entries[row["id"]] = msgspec.structs.replace(known, names=(*known.names, row["name"]))
    return tuple(entries.values())


def _to_named(path: Path, line: int, row: dict[str, str], struct: type[_Named]) -> _Named:
    for field, cell in row.items():
        pattern = _CELLS.get(field)
        if pattern and not pattern.fullmatch(cell):
            raise LexiconError(f"{cell!r} is not allowed here", path=path, line=line, field=field)
    filled = {field: cell or None for field, cell in row.items() if field != "name"}
    try:
        return msgspec.convert(filled | {"name_ar": row["name"], "names": (row["name"],)}, struct)
    except msgspec.ValidationError as error:
        message, _, field = str(error).partition(" - at `$.")
        raise LexiconError(message, path=path, line=line, field=field.rstrip("`") or None) from error


def _check_distinct(path: Path, field: str, values: list[str]) -> None:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise LexiconError(f"defined twice: {value!r}", path=path, field=field)
        seen.add(value)
