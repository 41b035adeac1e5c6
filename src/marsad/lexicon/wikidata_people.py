"""From Wikidata's people to lines of our tables, with the reason for whatever is left out."""

import re
import unicodedata
from pathlib import Path

import msgspec

from marsad.errors import LexiconError
from marsad.lang.fold import fold
from marsad.lexicon.items import ITEM_COLUMNS, Item, ItemKind
from marsad.lexicon.load import DATA, Lexicon
from marsad.lexicon.name_key import Grade, are_same_name
from marsad.lexicon.people import PEOPLE_COLUMNS, TENURE_COLUMNS, Gender, Person, Tenure
from marsad.lexicon.tables import load_table, load_toml
from marsad.lexicon.wikidata import Candidate, Holding

_BRACKETS = re.compile(r"\s*\([^)]*\)")
_ARABIC_NAME = re.compile(r"[\u0621-\u064a\u064b-\u0652\u0670-\u06d3 \-]+")
_OF = re.compile(r"^(?P<office>.+?) of (?:the )?(?P<country>[^,]+)$")
_HEADER = "# Imported from Wikidata (CC0). A further import writes this file anew.\n"
_MAP_COLUMNS = ("wikidata", "means")


class _Office(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    en: tuple[str, ...]


class _Country(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    en: tuple[str, ...]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    office: tuple[_Office, ...]
    country: tuple[_Country, ...]


class LeftOut(msgspec.Struct, frozen=True):
    """Something of the export that was not taken: the person's item and label, and why."""

    qid: str
    name: str
    reason: str


class Imported(msgspec.Struct, frozen=True):
    """What was taken of an export, in the lexicon's own shapes, and what was not."""

    people: tuple[Person, ...]
    tenures: tuple[Tenure, ...]
    items: tuple[Item, ...]
    left_out: tuple[LeftOut, ...]


class Importer:
    """Translates Wikidata's labels into the lexicon's ids.

    `given` maps items or labels to alpha-3 codes and office ids.
    """

    def __init__(self, lexicon: Lexicon, given: dict[str, str]) -> None:
        file = load_toml(DATA / "wikidata.toml", _File)
        self._lexicon, self._given = lexicon, given
        self._offices = {office.en.casefold(): office.id for office in reversed(lexicon.offices)}
        self._offices |= {label: office.id for office in file.office for label in office.en}
        self._countries = {country.name_en.casefold(): country.code for country in lexicon.countries}
        self._countries |= {country.code.casefold(): country.code for country in lexicon.countries}
        self._countries |= {label: country.code for country in file.country for label in country.en}
        self._bearers = {fold(name): person.id for person in lexicon.people for name in person.names}
        self._known = {person.id: person for person in lexicon.people}
        self._by_qid = {item.qid: item.id for item in lexicon.items if item.kind is ItemKind.PERSON}
        self._items = {item.id: item for item in lexicon.items if item.kind is ItemKind.PERSON}
        self._left_out: list[LeftOut] = []

    def take(self, candidates: tuple[Candidate, ...]) -> Imported:
        """Return the people who have what people.tsv needs, and their tenures in offices that the lexicon has."""
        people: dict[str, Person] = {}
        tenures: list[Tenure] = []
        for candidate in candidates:
            person = self._to_person(candidate, people)
            if person is not None:
                people[person.id] = person
                self._items.setdefault(person.id, Item(ItemKind.PERSON, person.id, candidate.qid))
                found = (self._to_tenure(candidate, person, holding) for holding in candidate.holdings)
                tenures += [tenure for tenure in found if tenure is not None]
        items = tuple(self._items[person_id] for person_id in people)
        return Imported(tuple(people.values()), tuple(dict.fromkeys(tenures)), items, tuple(self._left_out))

    def _to_person(self, candidate: Candidate, people: dict[str, Person]) -> Person | None:
        country = next((code for name in candidate.countries if (code := self._to_code(name))), None)
        faults = {
            "no English label": not candidate.name_en,
            "no gender": not candidate.gender,
            "no citizenship": not candidate.countries,
            f"unknown country: {', '.join(candidate.countries)}": not country,
        }
        fault = next((reason for reason, is_fault in faults.items() if is_fault), None)
        if fault or not (candidate.name_en and candidate.gender and country):
            self._leave(candidate, fault or "")
            return None
        names = self._clean(candidate)
        if not names:
            self._leave(candidate, "no name in Arabic of two words or more")
            return None
        known = self._known.get(self._by_qid.get(candidate.qid, ""))
        known = known or self._find_known(candidate.name_en, names, country)
        person_id = known.id if known else self._to_id(candidate, people)
        own = [name for name in names if self._is_free(candidate, name, person_id)]
        if not own and known is None:
            return None
        unique: dict[str, str] = {}
        for name in (*(known.names if known else ()), *own):
            unique.setdefault(fold(name), name)
        all_names = tuple(unique.values())
        self._bearers |= {fold(name): person_id for name in all_names}
        return Person(person_id, Gender(candidate.gender), country, candidate.name_en, all_names[0], all_names)

    def _leave(self, candidate: Candidate, reason: str) -> None:
        self._left_out.append(LeftOut(candidate.qid, candidate.name_en or "", reason))

    def _clean(self, candidate: Candidate) -> tuple[str, ...]:
        """Names in Arabic letters without what tells homonyms apart; one word alone would name too many people."""
        names = (" ".join(_BRACKETS.sub("", name).replace("ـ", "").split()) for name in candidate.names_ar)
        return tuple(name for name in names if " " in name and _ARABIC_NAME.fullmatch(name))

    def _is_free(self, candidate: Candidate, name: str, person_id: str) -> bool:
        bearer = self._bearers.get(fold(name), person_id)
        if bearer != person_id:
            self._leave(candidate, f"{name} is already the name of {bearer}")
        return bearer == person_id

    def _find_known(self, english: str, names: tuple[str, ...], country: str) -> Person | None:
        """The listed person of that country whom the labels name, so that the import adds to their line."""
        joined = (Grade.STRONG, Grade.MEDIUM)
        for person in self._lexicon.people:
            if person.country != country:
                continue
            if person.name_en.casefold() == english.casefold() or any(
                are_same_name(names[0], name, self._lexicon.spelling).grade in joined
                for name in person.names
                if " " in name
            ):
                return person
        return None

    def _to_id(self, candidate: Candidate, people: dict[str, Person]) -> str:
        ascii_name = unicodedata.normalize("NFKD", candidate.name_en or "").encode("ascii", "ignore").decode()
        slug = "-".join(re.findall(r"[a-z0-9]+", ascii_name.lower()))
        taken = not slug or slug in people or slug in self._known
        return f"{slug}-{candidate.qid.lower()}".strip("-") if taken else slug

    def _to_code(self, name: str) -> str | None:
        return self._given.get(name) or self._countries.get(name.casefold())

    def _to_tenure(self, candidate: Candidate, person: Person, holding: Holding) -> Tenure | None:
        label = holding.office
        of = _OF.match(label)
        of_country = self._to_code(of["country"]) if of else None
        office = self._to_office(label) or (self._to_office(of["office"]) if of and of_country else None)
        country = of_country or (self._to_code(holding.country) if holding.country else None)
        if office is None or country is None:
            missing = "office" if office is None else "country of the office"
            self._leave(candidate, f"unknown {missing}: {label}")
            return None
        if holding.start and holding.end and holding.end < holding.start[: len(holding.end)]:
            self._leave(candidate, f"ends before it starts: {label}")
            return None
        source = f"Wikidata {candidate.qid}"
        return Tenure(person.id, office, country, None, holding.start, holding.end, source)

    def _to_office(self, label: str) -> str | None:
        return self._given.get(label) or self._offices.get(label.casefold())


def load_map(path: Path, lexicon: Lexicon) -> dict[str, str]:
    """Read a table of items or labels and what they mean here. Raises LexiconError naming file, line and field."""
    allowed = {country.code for country in lexicon.countries} | {office.id for office in lexicon.offices}
    found: dict[str, str] = {}
    for line, row in load_table(path, _MAP_COLUMNS):
        if row["means"] not in allowed:
            message = f"{row['means']!r} is neither an alpha-3 code nor an office id"
            raise LexiconError(message, path=path, line=line, field="means")
        found[row["wikidata"]] = row["means"]
    return found


def to_people_table(people: tuple[Person, ...]) -> str:
    """Return people.tsv: one line for each name, the first with all columns."""
    lines = [_HEADER + "\t".join(PEOPLE_COLUMNS)]
    for person in people:
        lines.append("\t".join((person.id, person.gender, person.country or "", person.name_en, person.names[0])))
        lines += ["\t".join((person.id, "", "", "", name)) for name in person.names[1:]]
    return "\n".join(lines) + "\n"


def to_item_table(items: tuple[Item, ...]) -> str:
    """Return wikidata.tsv."""
    lines = [_HEADER + "\t".join(ITEM_COLUMNS), *("\t".join((item.kind, item.id, item.qid)) for item in items)]
    return "\n".join(lines) + "\n"


def to_tenure_table(tenures: tuple[Tenure, ...]) -> str:
    """Return tenures.tsv."""
    lines = [_HEADER + "\t".join(TENURE_COLUMNS)]
    for t in tenures:
        cells = (t.person, t.office, t.country, t.body, t.start, t.end, t.source)
        lines.append("\t".join(cell or "" for cell in cells))
    return "\n".join(lines) + "\n"
