"""Which outlets an article comes from and names: the spellings of an outlet meet under one id."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

import msgspec

from marsad.lang.fold import fold
from marsad.lang.tokens import TokenKind, find_tokens
from marsad.lexicon.load import Lexicon
from marsad.lexicon.organizations import HeadKind, OutletRole
from marsad.model import EntityKind, Reading


class Credit(msgspec.Struct, frozen=True):
    """Where an article is from: `outlet` that published it (None where unknown), the other outlets it `names`.

    An outlet is given by its id in the lexicon, else by its folded name without head noun.
    """

    outlet: str | None
    is_agency: bool
    names: frozenset[str]


def find_credit(reading: Reading, lexicon: Lexicon) -> Credit:
    """Return the outlet of an article and those that it credits or mentions anywhere."""
    index = _index(lexicon)
    outlet = index.find(reading.article.outlet) if reading.article.outlet else None
    named = {index.find(agency) for agency in reading.article.agencies}
    for entity in reading.entities:
        if entity.kind is EntityKind.MEDIA:
            named.update(index.find(name) for name in (entity.name.ar, entity.name.en) if name)
    return Credit(outlet, outlet in index.agencies, frozenset(named - {outlet, None}))


def find_outlet(name: str, lexicon: Lexicon) -> str:
    """Return the id of an outlet or agency as written, else its folded name without head noun."""
    return _index(lexicon).find(name)


def names_other(one: Credit, other: Credit) -> bool:
    """Tell whether one of two articles names the outlet of the other."""
    return one.outlet in other.names or other.outlet in one.names


def are_of_two_outlets(one: Credit, other: Credit) -> bool:
    """Tell whether two articles surely come from different outlets and name no outlet in common."""
    return bool(one.outlet and other.outlet and one.outlet != other.outlet) and not one.names & other.names


class _Outlets(msgspec.Struct, frozen=True):
    """Ids by folded name, the ids of agencies, and the head nouns that names go with or without."""

    ids: Mapping[str, str]
    agencies: frozenset[str]
    heads: frozenset[str]

    def find(self, name: str) -> str:
        """Return the id under which a name is known, else the name itself without head noun."""
        key = _to_key(name)
        return self.ids.get(key) or self.ids.get(self.bare(key)) or self.bare(key)

    def bare(self, key: str) -> str:
        """Return a folded name without its head noun."""
        head, _, rest = key.partition(" ")
        return rest if rest and head in self.heads else key


@lru_cache(maxsize=4)
def _index(lexicon: Lexicon) -> _Outlets:
    heads = frozenset(fold(head.ar) for head in lexicon.heads if head.kind is HeadKind.MEDIA)
    bare = _Outlets({}, frozenset(), heads)
    ids: dict[str, str] = {}
    for outlet in lexicon.outlets:
        for name in (*outlet.names, outlet.name_en):
            ids.setdefault(_to_key(name), outlet.id)
            ids.setdefault(bare.bare(_to_key(name)), outlet.id)
    agencies = frozenset(outlet.id for outlet in lexicon.outlets if outlet.role is OutletRole.AGENCY)
    return _Outlets(ids, agencies, heads)


def _to_key(name: str) -> str:
    return " ".join(_words(name))


def _words(name: str) -> Iterator[str]:
    for token in find_tokens(name):
        if token.kind is not TokenKind.MARK:
            yield token.norm.lower()
