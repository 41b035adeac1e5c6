"""Sides by code and by name: `CHN`, `China`, `الصين` and `صين` are one; and what to show for a code."""

from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from marsad.lang.fold import fold
from marsad.lexicon.load import Lexicon
from marsad.model import Name


@dataclass(frozen=True, eq=False)
class _Parties:
    names: dict[str, Name]
    codes: dict[str, str]


def parse_party(query: str, lexicon: Lexicon) -> str | None:
    """Return the code that a word means: a code in any case, an English or Arabic name; None where unknown."""
    parties = _index(lexicon)
    code = query.strip().upper()
    return code if code in parties.names else parties.codes.get(_to_key(query))


def suggest_parties(query: str, lexicon: Lexicon, most: int = 4) -> tuple[str, ...]:
    """Return up to `most` codes whose code or names are spelt most like the query."""
    parties = _index(lexicon)
    near_codes = get_close_matches(query.strip().upper(), parties.names, most, cutoff=0.65)
    near_names = get_close_matches(_to_key(query), parties.codes, 2 * most, cutoff=0.65)
    return tuple(dict.fromkeys([*(parties.codes[name] for name in near_names), *near_codes]))[:most]


def name_party(code: str, lexicon: Lexicon) -> Name:
    """Return the names of a code in both languages; both None for a code that the lexicon does not have."""
    return _index(lexicon).names.get(code, Name(None, None))


def _to_key(name: str) -> str:
    return fold(" ".join(name.casefold().split())).removeprefix("ال")


@lru_cache(maxsize=4)
def _index(lexicon: Lexicon) -> _Parties:
    """Countries win over organizations where a name is both's. A code's own organization has it as its id (un, eu)."""
    names: dict[str, Name] = {}
    codes: dict[str, str] = {}
    for country in lexicon.countries:
        names[country.code] = Name(country.name_ar, country.name_en)
        for name in (country.name_en, *country.names):
            codes.setdefault(_to_key(name), country.code)
    coded = ((organization, organization.code) for organization in lexicon.organizations if organization.code)
    for organization, code in sorted(coded, key=lambda entry: entry[0].id != entry[1].lower()):
        names.setdefault(code, Name(organization.name_ar, organization.name_en))
        for name in (organization.name_en, *organization.names):
            codes.setdefault(_to_key(name), code)
    return _Parties(names, codes)
