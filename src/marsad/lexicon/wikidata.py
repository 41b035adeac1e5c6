"""Wikidata's exports as they are: entities in JSON (a dump's array or lines, an API answer), SPARQL results in CSV.

Both become `Candidate`s; what of them fits our tables is decided in wikidata_people.py. Only what stands in the file is
used: nothing is fetched.
"""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from marsad.errors import InputError

_HUMAN = "Q5"
_GENDERS = {"Q6581097": "m", "Q6581072": "f", "Q15145778": "m", "Q15145779": "f", "male": "m", "female": "f"}
_GENDERS |= {"m": "m", "f": "f", "ذكر": "m", "أنثى": "f"}
# Precision of a Wikidata time: 9 a year, 10 a month, 11 a day; how much of YYYY-MM-DD that is.
_PRECISION = {9: 4, 10: 7, 11: 10}
_ENTITY = "http://www.wikidata.org/entity/"
_NEEDED = ("person", "personLabel")


class Holding(msgspec.Struct, frozen=True):
    """A position as Wikidata names it: English label, the country it is of (label or alpha-3 code), dates as ours."""

    office: str
    country: str | None
    start: str | None
    end: str | None


class Candidate(msgspec.Struct, frozen=True):
    """A person of the export. `countries`: alpha-3 codes or English labels, the preferred citizenship first."""

    qid: str
    name_en: str | None
    names_ar: tuple[str, ...]
    gender: str | None
    countries: tuple[str, ...]
    holdings: tuple[Holding, ...]


def load_export(path: Path) -> tuple[Candidate, ...]:
    """Read the people of an export; its kind is told by the first character (`{`, `[` or a CSV head line).

    Raises InputError naming the file and line where it is neither.
    """
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise InputError(f"cannot be opened: {error.strerror}", origin=path) from None
    except UnicodeDecodeError:
        raise InputError("is not UTF-8", origin=path) from None
    if text.lstrip()[:1] in ("{", "["):
        entities = {entity["id"]: entity for entity in _parse_entities(path, text)}
        return tuple(_to_candidate(e, entities) for e in entities.values() if _HUMAN in _items(e, "P31"))
    return tuple(_load_rows(path, text))


def _parse_entities(path: Path, text: str) -> Iterator[dict[str, Any]]:
    """Entities of one JSON value, or of lines as dumps have them: `[`, then an entity and a comma a line, then `]`."""
    try:
        whole = json.loads(text)
        found = whole.get("entities", {"": whole}).values() if isinstance(whole, dict) else whole
    except json.JSONDecodeError:
        found = _parse_lines(path, text)
    for number, entity in enumerate(found, 1):
        if not isinstance(entity, dict) or not isinstance(entity.get("id"), str):
            raise InputError(f"entity {number} is no Wikidata entity: it has no id", origin=path)
        yield entity


def _parse_lines(path: Path, text: str) -> Iterator[Any]:
    for number, line in enumerate(text.split("\n"), 1):
        line = line.strip().rstrip(",")
        if line in ("", "[", "]"):
            continue
        try:
            yield json.loads(line)
        except json.JSONDecodeError as error:
            raise InputError(f"is not JSON: {error.msg}", origin=path, line=number) from None


def _to_candidate(entity: dict[str, Any], entities: dict[str, dict[str, Any]]) -> Candidate:
    aliases = [alias["value"] for alias in entity.get("aliases", {}).get("ar", ())]
    arabic = [name for name in (_label(entity, "ar"), *aliases) if name]
    genders = [_GENDERS[item] for item in _items(entity, "P21") if item in _GENDERS]
    countries = [_to_country(item, entities) for item in _items(entity, "P27")]
    return Candidate(
        qid=entity["id"],
        name_en=_label(entity, "en"),
        names_ar=tuple(dict.fromkeys(arabic)),
        gender=genders[0] if genders else None,
        countries=tuple(country for country in countries if country),
        holdings=tuple(_holdings(entity, entities)),
    )


def _holdings(entity: dict[str, Any], entities: dict[str, dict[str, Any]]) -> Iterator[Holding]:
    for claim in _claims(entity, "P39"):
        item = _item(claim.get("mainsnak", {}))
        position = entities.get(item or "", {})
        qualifiers = claim.get("qualifiers", {})
        places = [_item(snak) for snak in qualifiers.get("P642", ())] or [
            *_items(position, "P1001"),
            *_items(position, "P17"),
        ]
        countries = [country for place in places if place and (country := _to_country(place, entities))]
        start, end = (_to_date(qualifiers.get(name, ())) for name in ("P580", "P582"))
        yield Holding(_label(position, "en") or item or "?", countries[0] if countries else None, start, end)


def _to_country(item: str, entities: dict[str, dict[str, Any]]) -> str | None:
    """The alpha-3 code that the file gives for an item (P298), else its English label, else the item itself."""
    country = entities.get(item, {})
    codes = [snak.get("datavalue", {}).get("value") for c in _claims(country, "P298") for snak in (c["mainsnak"],)]
    return codes[0] if codes else _label(country, "en") or item


def _label(entity: dict[str, Any], language: str) -> str | None:
    value = entity.get("labels", {}).get(language, {}).get("value")
    return value if isinstance(value, str) else None


def _claims(entity: dict[str, Any], prop: str) -> list[dict[str, Any]]:
    """Statements that are not deprecated, preferred ones first."""
    claims = [c for c in entity.get("claims", {}).get(prop, ()) if c.get("rank") != "deprecated"]
    return sorted(claims, key=lambda claim: claim.get("rank") != "preferred")


def _items(entity: dict[str, Any], prop: str) -> list[str]:
    """Items of current statements, then of those that have ended (a former citizenship)."""
    claims = sorted(_claims(entity, prop), key=lambda claim: "P582" in claim.get("qualifiers", {}))
    return [item for claim in claims if (item := _item(claim.get("mainsnak", {})))]


def _item(snak: dict[str, Any]) -> str | None:
    value = snak.get("datavalue", {}).get("value")
    found = value.get("id") if isinstance(value, dict) else None
    return found if isinstance(found, str) else None


def _to_date(snaks: Any) -> str | None:
    for snak in snaks:
        value = snak.get("datavalue", {}).get("value", {})
        time, size = value.get("time", ""), _PRECISION.get(value.get("precision"))
        if time.startswith("+") and size:
            return str(time[1 : 1 + size])
    return None


def _load_rows(path: Path, text: str) -> Iterator[Candidate]:
    """People of a SPARQL result: several rows of one person are put together."""
    reader = csv.DictReader(text.splitlines())
    for column in _NEEDED:
        if column not in (reader.fieldnames or ()):
            raise InputError(f"is neither JSON nor a CSV with the columns {' '.join(_NEEDED)}", origin=path, line=1)
    people: dict[str, list[dict[str, str]]] = {}
    for row in reader:
        qid = (row["person"] or "").removeprefix(_ENTITY)
        if not qid:
            raise InputError("has no person", origin=path, line=reader.line_num)
        people.setdefault(qid, []).append({key: value or "" for key, value in row.items() if isinstance(key, str)})
    for qid, rows in people.items():
        yield _join_rows(qid, rows)


def _join_rows(qid: str, rows: list[dict[str, str]]) -> Candidate:
    labels = [row["personLabel"] for row in rows]
    arabic = [*labels, *(row.get("personLabel_ar", "") for row in rows)]
    arabic += [name for row in rows for name in row.get("personAltLabel_ar", "").replace("،", ",").split(",")]
    english = [row.get("personLabel_en", "") for row in rows] + labels
    genders = [row.get(column, "").removeprefix(_ENTITY) for row in rows for column in ("genderLabel", "gender")]
    return Candidate(
        qid=qid,
        name_en=next((name for name in english if name.isascii() or _is_latin(name) if name and name != qid), None),
        names_ar=tuple(dict.fromkeys(name.strip() for name in arabic if name.strip() and not _is_latin(name))),
        gender=next((_GENDERS[gender] for gender in genders if gender in _GENDERS), None),
        countries=tuple(dict.fromkeys(name for row in rows if (name := _cell(row, "country")))),
        holdings=tuple(
            dict.fromkeys(
                Holding(office, _cell(row, "officeCountry") or None, _day(row, "start"), _day(row, "end"))
                for row in rows
                if (office := _cell(row, "office"))
            )
        ),
    )


def _is_latin(name: str) -> bool:
    return not any("\u0600" <= char <= "\u06ff" for char in name)


def _cell(row: dict[str, str], column: str) -> str:
    """The label of a column where the export has one, else its value."""
    return (row.get(f"{column}Label") or row.get(column) or "").removeprefix(_ENTITY).strip()


def _day(row: dict[str, str], column: str) -> str | None:
    """A SPARQL time has no precision: 1 January stands for a year alone, and only that much is kept."""
    day = row.get(column, "")[:10]
    return (day[:4] if day.endswith("-01-01") else day) or None
