"""Places as names of a city, a country or a region, and whether one may lie in the other."""

from functools import lru_cache

import msgspec

from marsad.lang.fold import fold
from marsad.lexicon.load import Lexicon
from marsad.lexicon.places import PlaceType
from marsad.model import Name


class Whereabouts(msgspec.Struct, frozen=True):
    """What is known of a place: the country it lies in, and its id where it is a city."""

    country: str
    city: str | None


def parse_place(name: Name, lexicon: Lexicon) -> Whereabouts | None:
    """Return where a place lies; None for venues, waters, regions and what the lexicon does not have."""
    index = _index(lexicon)
    names = (name.en and name.en.casefold(), name.ar and fold(name.ar))
    return next((found for key in names if key and (found := index.get(key))), None)


def may_be_one_place(one: Name, other: Name, lexicon: Lexicon) -> bool:
    """Tell whether two names can mean one place: false only for two cities, or two countries. A city and another
    country are left open, for a country named beside a deed is often where it is felt."""
    first, second = parse_place(one, lexicon), parse_place(other, lexicon)
    if first is None or second is None or (first.city is None) != (second.city is None):
        return True
    return first == second


def is_one_country(one: Name, other: Name, lexicon: Lexicon) -> bool:
    """Tell whether two places lie in one country."""
    first, second = parse_place(one, lexicon), parse_place(other, lexicon)
    return first is not None and second is not None and first.country == second.country


@lru_cache(maxsize=4)
def _index(lexicon: Lexicon) -> dict[str, Whereabouts]:
    found: dict[str, Whereabouts] = {}
    for country in lexicon.countries:
        for name in (country.name_en.casefold(), fold(country.name_ar)):
            found.setdefault(name, Whereabouts(country.code, None))
    for place in lexicon.places:
        if place.type is PlaceType.CITY and place.country is not None:
            for name in (place.name_en.casefold(), *map(fold, place.names)):
                found.setdefault(name, Whereabouts(place.country, place.id))
    return found
