"""Time zones by country, as CLDR lists them (through babel): the day that a moment falls on where an outlet sits."""

from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.core import get_global

# Domains that are not the country's ISO code, and those of small states that sites everywhere use.
_DOMAINS = {"uk": "gb"}
_WORLDWIDE = frozenset("ac ag ai am bz cc co fm gg io la me ms nu sh tk to tv vc ws".split())


def find_local_day(moment: datetime, country: str) -> date | None:
    """Return the day that an aware moment falls on in a country (alpha-3).

    None where its zones differ in the day, or no zone is known (also on a system without time zone data).
    """
    days = {moment.astimezone(zone).date() for zone in _load_zones(country)}
    return days.pop() if len(days) == 1 else None


@cache
def find_country_of_domain(name: str) -> str | None:
    """Return the alpha-3 code of the country that a top-level domain (eg, sa) belongs to, None for com and the like."""
    aliases = get_global("territory_aliases")
    codes = {names[0]: alias for alias, names in aliases.items() if len(alias) == 3 and alias.isalpha()}
    return None if name in _WORLDWIDE else codes.get(_DOMAINS.get(name, name).upper())


@cache
def _load_zones(country: str) -> tuple[ZoneInfo, ...]:
    alpha2 = next(iter(get_global("territory_aliases").get(country, ())), "")
    try:
        return tuple(ZoneInfo(name) for name in get_global("territory_zones").get(alpha2, ()))
    except (ZoneInfoNotFoundError, OSError):
        return ()
