"""People whom the news names, and the offices they held: `data/people.tsv` and `data/tenures.tsv`."""

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import msgspec

from marsad.errors import LexiconError
from marsad.lexicon.offices import Office, load_offices
from marsad.lexicon.tables import load_table

__all__ = ["Gender", "Office", "Person", "Tenure", "load_offices", "load_people", "load_tenures"]

PEOPLE_COLUMNS = ("id", "gender", "country", "name_en", "name")
TENURE_COLUMNS = ("person", "office", "country", "body", "from", "until", "source")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_COUNTRY = re.compile(r"[A-Z]{3}")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


class Gender(StrEnum):
    """Grammatical gender of a person's name, for agreement."""

    MALE = "m"
    FEMALE = "f"


class Person(msgspec.Struct, frozen=True):
    """One person. `names` starts with `name_ar`, the full name to show; each of them means this person and no other.

    `country` is None for who belongs to no state.
    """

    id: str
    gender: Gender
    country: str | None
    name_en: str
    name_ar: str
    names: tuple[str, ...]


class Tenure(msgspec.Struct, frozen=True):
    """One person in one office. `start` and `end` are YYYY, YYYY-MM or YYYY-MM-DD and belong to the tenure.

    `start` None: not known. `end` None: no end is known, which does not prove that there was none.
    `country` is None for offices of international bodies and movements; `body` is an organization id or None.
    """

    person: str
    office: str
    country: str | None
    body: str | None
    start: str | None
    end: str | None
    source: str


def load_people(path: Path) -> tuple[Person, ...]:
    """The people of the table at `path`, in its order. Raises LexiconError naming file, line and field."""
    people: dict[str, Person] = {}
    for line, row in load_table(path, PEOPLE_COLUMNS):
        known = people.get(row["id"])
        name = _check(path, line, "name", row["name"], bool(row["name"].strip()))
        if known is None:
            people[row["id"]] = _to_person(path, line, row)
        elif row["gender"] or row["country"] or row["name_en"]:
            raise LexiconError(f"defined twice: {row['id']!r}", path=path, line=line, field="id")
        else:
            people[row["id"]] = msgspec.structs.replace(known, names=(*known.names, name))
    return tuple(people.values())


def load_tenures(path: Path) -> tuple[Tenure, ...]:
    """The tenures of the table at `path`, in its order. Raises LexiconError naming file, line and field."""
    return tuple(_to_tenures(path))


def _to_tenures(path: Path) -> Iterator[Tenure]:
    for line, row in load_table(path, TENURE_COLUMNS):
        for field in ("person", "office"):
            _check(path, line, field, row[field], bool(_SLUG.fullmatch(row[field])))
        _check(path, line, "country", row["country"], not row["country"] or bool(_COUNTRY.fullmatch(row["country"])))
        for field in ("from", "until"):
            _check(path, line, field, row[field], not row[field] or bool(_DATE.fullmatch(row[field])))
        _check(path, line, "until", row["until"], not _is_before(row["until"], row["from"]))
        yield Tenure(
            person=row["person"],
            office=row["office"],
            country=row["country"] or None,
            body=row["body"] or None,
            start=row["from"] or None,
            end=row["until"] or None,
            source=_check(path, line, "source", row["source"], bool(row["source"])),
        )


def _to_person(path: Path, line: int, row: dict[str, str]) -> Person:
    genders = tuple(gender.value for gender in Gender)
    return Person(
        id=_check(path, line, "id", row["id"], bool(_SLUG.fullmatch(row["id"]))),
        gender=Gender(_check(path, line, "gender", row["gender"], row["gender"] in genders)),
        country=_check(
            path, line, "country", row["country"], not row["country"] or bool(_COUNTRY.fullmatch(row["country"]))
        )
        or None,
        name_en=_check(path, line, "name_en", row["name_en"], bool(row["name_en"])),
        name_ar=row["name"],
        names=(row["name"],),
    )


def _is_before(end: str, start: str) -> bool:
    """Compare only the part both dates give: 2011 does not end before 2011-05."""
    shared = min(len(end), len(start))
    return end[:shared] < start[:shared]


_ALLOWED = {
    "id": "a slug such as vladimir-putin",
    "person": "the id of a person",
    "office": "the id of an office",
    "gender": "m or f",
    "country": "an alpha-3 code such as EGY",
    "from": "YYYY, YYYY-MM or YYYY-MM-DD",
    "until": "YYYY, YYYY-MM or YYYY-MM-DD, not before from",
}


def _check(path: Path, line: int, field: str, value: str, is_good: bool) -> str:
    if not is_good:
        raise LexiconError(f"{value!r} is not {_ALLOWED.get(field, 'a text')}", path=path, line=line, field=field)
    return value
