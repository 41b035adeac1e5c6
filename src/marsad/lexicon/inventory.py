"""How much the lexicon knows of names: entries, and the Arabic strings that stand for them."""

from collections import Counter
from collections.abc import Iterator

import msgspec

from marsad.lexicon.load import Lexicon


class Holding(msgspec.Struct, frozen=True):
    """One kind of entry: how many there are, and how many strings they have in all; `forms` 0 where they have none."""

    kind: str
    entries: int
    forms: int


def count_holdings(lexicon: Lexicon) -> tuple[Holding, ...]:
    """Count the entries of a lexicon that name somebody or something. Inflected forms count as strings."""
    return tuple(_holdings(lexicon))


def _holdings(lexicon: Lexicon) -> Iterator[Holding]:
    people, countries, offices = lexicon.people, lexicon.countries, lexicon.offices
    yield Holding("people", len(people), sum(len(person.names) for person in people))
    yield Holding("tenures", len(lexicon.tenures), 0)
    yield Holding("countries whose offices have holders", len({t.country for t in lexicon.tenures if t.country}), 0)
    yield Holding("given names", len({name for group in lexicon.given_names for name in group.ar}), 0)
    forms = [(*o.ar, *o.feminine, *o.dual, *o.plural) for o in offices]
    yield Holding("offices and callings", len(offices), sum(map(len, forms)))
    yield Holding("countries and territories", len(countries), sum(len(country.names) for country in countries))
    adjectives = sum(len(country.adjectives) for country in countries)
    yield Holding("nationality adjectives", len([c for c in countries if c.adjectives]), adjectives)
    seats = sum(len(country.capitals) + len(country.seats) for country in countries)
    yield Holding("capitals and seats of power", len([c for c in countries if c.capitals or c.seats]), seats)
    for kind in dict.fromkeys(entry.kind for entry in lexicon.organizations):
        entries = [entry for entry in lexicon.organizations if entry.kind is kind]
        yield Holding(f"{kind}s", len(entries), sum(len(entry.names) for entry in entries))
    yield Holding(
        "state bodies by formula", len(lexicon.bodies), sum(len(b.names) + len(b.short) for b in lexicon.bodies)
    )
    yield Holding("head nouns of institutions", len(lexicon.heads), 0)
    yield Holding("outlets", len(lexicon.outlets), sum(len(outlet.names) for outlet in lexicon.outlets))
    agencies = [outlet for outlet in lexicon.outlets if outlet.role == "agency"]
    yield Holding("of them news agencies", len(agencies), sum(len(outlet.names) for outlet in agencies))
    yield Holding("places", len(lexicon.places), sum(len(place.names) for place in lexicon.places))
    for listed, count in Counter(str(item.kind) for item in lexicon.items).items():
        yield Holding(f"Wikidata items: {listed}", count, 0)
