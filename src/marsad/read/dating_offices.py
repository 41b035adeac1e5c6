"""What the offices an article gives to people say about its day: it was not written before they took office."""

from datetime import date
from functools import lru_cache

import msgspec

from marsad.lexicon.load import Lexicon
from marsad.lexicon.people import Tenure
from marsad.model import BlockKind, Entity, EntityKind, Role, Span
from marsad.read.document import Document
from marsad.read.mentions import Names

# An article calls somebody by an office to come, or by one just left, for about so long; the bound is loosened by it.
_FORMER = ("former", "late", "ex-", "acting", "elect", "designate")


class OfficeBounds(msgspec.Struct, frozen=True):
    """Days after which (starts) and before which (ends) the article was written, each with the words of the office."""

    starts: tuple[tuple[date, Span], ...]
    ends: tuple[tuple[date, Span], ...]


@lru_cache(maxsize=4)
def _tenures_of(lexicon: Lexicon) -> dict[tuple[str, str], tuple[Tenure, ...]]:
    """The tenures of each person (English name) in each office (English title, lower case)."""
    people = {person.id: person.name_en for person in lexicon.people}
    titles = {office.id: {office.en.lower(), *(en.lower() for _, en in office.en_local)} for office in lexicon.offices}
    found: dict[tuple[str, str], list[Tenure]] = {}
    for tenure in lexicon.tenures:
        for title in titles.get(tenure.office, ()):
            if tenure.person in people:
                found.setdefault((people[tenure.person], title), []).append(tenure)
    return {key: tuple(tenures) for key, tenures in found.items()}


def find_office_bounds(doc: Document, names: Names, lexicon: Lexicon) -> OfficeBounds:
    """Find the bounds that follow from the people named with an office whose tenure is known.

    Beginnings count wherever the office is named; ends only in headline and first sentence: later ones tell history.
    """
    starts, ends = [], []
    tenures = _tenures_of(lexicon)
    lead_end = _find_lead_end(doc)
    for entity in names.entities:
        if entity.kind is not EntityKind.PERSON or not entity.name.en:
            continue
        for role in entity.roles:
            held = _find_held(tenures, entity, role)
            if not held:
                continue
            first = min((_to_first_day(t.start) for t in held if t.start), default=None)
            if first and all(t.start for t in held):
                starts.append((first, role.span))
            if role.span.end <= lead_end and all(t.end for t in held):
                ends.append((max(_to_last_day(t.end) for t in held if t.end), role.span))
    return OfficeBounds(tuple(starts), tuple(ends))


def _find_lead_end(doc: Document) -> int:
    return next((line.end for line in doc.lines if line.kind is BlockKind.BODY), 0)


def _find_held(tenures: dict[tuple[str, str], tuple[Tenure, ...]], entity: Entity, role: Role) -> tuple[Tenure, ...]:
    title = (role.title.en or "").lower()
    if not title or title.startswith(_FORMER):
        return ()
    held = tenures.get((entity.name.en or "", title), ())
    return tuple(t for t in held if t.country is None or role.country is None or t.country == role.country)


def _to_first_day(value: str) -> date:
    year, month, day = (int(part) for part in (value + "-01-01"[len(value) - 4 :]).split("-"))
    return date(year, month, day)


def _to_last_day(value: str) -> date:
    """The last day of a year, a month or the day itself; tenures end with the change, so a day more is harmless."""
    if len(value) == 4:
        return date(int(value), 12, 31)
    year, month = int(value[:4]), int(value[5:7])
    if len(value) == 7:
        return date(year, month, 28)
    return date.fromisoformat(value)
