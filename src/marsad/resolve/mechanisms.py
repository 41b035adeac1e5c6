"""Mechanisms: contacts of one kind in a row, who sat in the chairs, how regularly they meet and what is overdue."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from marsad.lexicon.load import Lexicon
from marsad.model import EventStatus, Name
from marsad.model.contact import Contact, ContactLevel, Holder, Mechanism, Seat
from marsad.model.relation import When, Who

# A contact dated more loosely than this (days) tells nothing of the rhythm.
_LOOSEST = 92
_FEWEST_GAPS = 2


def find_mechanisms(
    contacts: Iterable[Contact], sides: tuple[str, str], known_until: str | None, lexicon: Lexicon
) -> tuple[Mechanism, ...]:
    """Return the mechanisms of two sides: named formats first, then levels from the highest down.

    `known_until` is the last ISO day known, by which a mechanism is overdue or not.
    """
    groups: dict[str, list[Contact]] = {}
    for contact in contacts:
        groups.setdefault(contact.mechanism, []).append(contact)
    formats = {form.id: form for form in lexicon.mechanisms.formats}
    order = [*formats, *(level.value for level in ContactLevel)]
    found = []
    for key in sorted(groups, key=order.index):
        form = formats.get(key)
        level = form.level if form else ContactLevel(key)
        name = Name(form.ar, form.en) if form else lexicon.mechanisms.groups[level]
        found.append(_to_mechanism(key, name, level, form is not None, tuple(groups[key]), sides, known_until))
    return tuple(found)


def _to_mechanism(
    key: str,
    name: Name,
    level: ContactLevel,
    is_named: bool,
    contacts: tuple[Contact, ...],
    sides: tuple[str, str],
    known_until: str | None,
) -> Mechanism:
    days = sorted(_middle(contact.when) for contact in contacts if _is_held(contact) and _is_dated(contact.when))
    gaps = tuple(later - earlier for earlier, later in pairwise(days) if later > earlier)
    rhythm = _find_rhythm(gaps)
    due = date.fromordinal(days[-1]) + timedelta(rhythm) if rhythm is not None else None
    late = due + timedelta(rhythm // 2) if due is not None and rhythm is not None else None
    return Mechanism(
        id=key,
        name=name,
        level=level,
        is_named=is_named,
        contacts=contacts,
        seats=tuple(seat for side in sides if (seat := _to_seat(side, contacts)).holders),
        gaps=gaps,
        rhythm=rhythm,
        due=due.isoformat() if due else None,
        is_overdue=late is not None and known_until is not None and late.isoformat() < known_until,
    )


def _find_rhythm(gaps: tuple[int, ...]) -> int | None:
    """The median of the gaps, where most of them lie within half of it: else there is no rhythm."""
    if len(gaps) < _FEWEST_GAPS:
        return None
    usual = median(gaps)
    return int(usual) if median(abs(gap - usual) for gap in gaps) <= usual / 2 else None


def _to_seat(side: str, contacts: tuple[Contact, ...]) -> Seat:
    found: dict[tuple[Name, str | None], tuple[Who, list[int]]] = {}
    for place, contact in enumerate(contacts):
        for who in contact.people:
            if who.party == side:
                found.setdefault((who.name, who.party), (who, []))[1].append(place)
    return Seat(side, tuple(Holder(who, tuple(places)) for who, places in found.values()))


def _is_held(contact: Contact) -> bool:
    return contact.status is EventStatus.ACTUAL


def _is_dated(when: When) -> bool:
    if when.earliest is None or when.latest is None:
        return False
    return (date.fromisoformat(when.latest) - date.fromisoformat(when.earliest)).days <= _LOOSEST


def _middle(when: When) -> int:
    assert when.earliest is not None
    assert when.latest is not None
    return (date.fromisoformat(when.earliest).toordinal() + date.fromisoformat(when.latest).toordinal()) // 2
