"""At which level two sides meet, told by the offices of those who come."""

from collections.abc import Iterable
from functools import lru_cache

from marsad.lexicon.load import Lexicon
from marsad.lexicon.offices import Level
from marsad.model.contact import ContactLevel
from marsad.model.relation import Who

_LEVELS = {
    Level.HEAD_OF_STATE: ContactLevel.LEADERS,
    Level.MONARCHY: ContactLevel.LEADERS,
    Level.HEAD_OF_GOVERNMENT: ContactLevel.GOVERNMENT,
    Level.FOREIGN: ContactLevel.FOREIGN,
    Level.DEFENCE: ContactLevel.DEFENCE,
    Level.SECURITY: ContactLevel.SECURITY,
    Level.MINISTER: ContactLevel.MINISTERS,
    Level.LEGISLATURE: ContactLevel.PARLIAMENT,
    Level.MILITARY: ContactLevel.MILITARY,
    Level.DIPLOMAT: ContactLevel.DIPLOMATS,
    Level.PARTY: ContactLevel.PARTIES,
}
_RANKS = {level: rank for rank, level in enumerate(ContactLevel)}


def find_level(people: Iterable[Who], sides: tuple[str, str], lexicon: Lexicon) -> ContactLevel:
    """Return the level of a meeting: each side counts by its highest office, the meeting by the lower of the two."""
    highest: dict[str, ContactLevel] = {}
    for who in people:
        level = to_level(who, lexicon)
        if who.party in sides and level is not ContactLevel.UNKNOWN:
            known = highest.get(who.party, ContactLevel.UNKNOWN)
            highest[who.party] = min(known, level, key=_RANKS.__getitem__)
    return max(highest.values(), key=_RANKS.__getitem__, default=ContactLevel.UNKNOWN)


def rank_level(level: ContactLevel) -> int:
    """Return the place of a level, 0 for the highest."""
    return _RANKS[level]


def to_level(who: Who, lexicon: Lexicon) -> ContactLevel:
    """Return the level of somebody's office; of an office with a longer name, that of the longest name within."""
    if who.role is None or who.role.en is None:
        return ContactLevel.UNKNOWN
    return _find_level(who.role.en.casefold(), lexicon)


@lru_cache(maxsize=4096)
def _find_level(role: str, lexicon: Lexicon) -> ContactLevel:
    offices = _index(lexicon)
    if role in offices:
        return offices[role]
    inside = [name for name in offices if f" {name} " in f" {role} "]
    return offices[max(inside, key=len)] if inside else ContactLevel.OTHER


@lru_cache(maxsize=4)
def _index(lexicon: Lexicon) -> dict[str, ContactLevel]:
    found: dict[str, ContactLevel] = {}
    for office in lexicon.offices:
        level = _LEVELS.get(office.level, ContactLevel.OTHER)
        for name in (office.en, *(local for _, local in office.en_local)):
            found.setdefault(name.casefold(), level)
    return found
