"""Places that news about states names: `data/places.tsv`."""

import re
from enum import StrEnum
from pathlib import Path

import msgspec

from marsad.errors import LexiconError
from marsad.lexicon.tables import load_table

_COLUMNS = ("id", "type", "country", "name_en", "name")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class PlaceType(StrEnum):
    """What kind of place it is."""

    CITY = "city"
    REGION = "region"
    SEA = "sea"
    RIVER = "river"
    ISLAND = "island"
    CONTINENT = "continent"
    STRAIT = "strait"
    MOUNTAIN = "mountain"
    VENUE = "venue"
    BASE = "base"
    BORDER = "border"
    AREA = "area"


class Place(msgspec.Struct, frozen=True):
    """One place.

    `country` is alpha-3, None where it lies in several or is disputed; `names` starts with `name_ar`.
    """

    id: str
    type: PlaceType
    country: str | None
    name_en: str
    name_ar: str
    names: tuple[str, ...]


def load_places(path: Path) -> tuple[Place, ...]:
    """Read the table of places. Raises LexiconError."""
    rows: dict[str, tuple[int, dict[str, str], list[str]]] = {}
    for line, row in load_table(path, _COLUMNS):
        if not _SLUG.fullmatch(row["id"]):
            raise LexiconError("an id is lower-case letters, digits and hyphens", path=path, line=line, field="id")
        if not row["name"].strip():
            raise LexiconError("a name is missing", path=path, line=line, field="name")
        if row["id"] not in rows:
            rows[row["id"]] = (line, row, [])
        rows[row["id"]][2].append(row["name"].strip())
    return tuple(_to_place(path, *entry) for entry in rows.values())


def _to_place(path: Path, line: int, row: dict[str, str], names: list[str]) -> Place:
    try:
        kind = PlaceType(row["type"])
    except ValueError:
        raise LexiconError(f"must be one of {', '.join(PlaceType)}", path=path, line=line, field="type") from None
    return Place(row["id"], kind, row["country"] or None, row["name_en"], names[0], tuple(names))
