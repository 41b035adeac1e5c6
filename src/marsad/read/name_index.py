"""The lexicon's names as one index of folded word sequences, asked at a token with whatever clitics it may carry."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache

import msgspec

from marsad.lang.clitics import split_proclitics
from marsad.lang.fold import fold
from marsad.lang.tokens import find_tokens
from marsad.lexicon.countries import Country
from marsad.lexicon.load import Lexicon
from marsad.lexicon.offices import Modifier, Office
from marsad.lexicon.organizations import Body, Head, Organization, Outlet
from marsad.lexicon.people import Person
from marsad.lexicon.places import Place

Ref = Country | Place | Organization | Outlet | Body | Head | Office | Modifier | Person


class Sort(StrEnum):
    """What a sequence of words may be."""

    COUNTRY = "country"
    ADJECTIVE = "adjective"
    CAPITAL = "capital"
    SEAT = "seat"
    PLACE = "place"
    ORGANIZATION = "organization"
    OUTLET = "outlet"
    PERSON = "person"
    BODY = "body"
    BODIES = "bodies"  # dual: وزارتا الخارجية
    SHORT_BODY = "short body"
    HEAD = "head"
    DEFINITE_HEAD = "definite head"  # الهيئة in الهيئة العامة للاستثمار
    OFFICE = "office"
    OFFICES = "offices"  # dual or plural
    MODIFIER = "modifier"
    BLOC = "bloc"  # الغربية in العقوبات الغربية
    COUNTERPART = "counterpart"  # نظيره: the office of whoever was named before


class Entry(msgspec.Struct, frozen=True, eq=False):
    """One reading of a word sequence.

    `ambiguous` marks words that are also something else, `not_after` holds words that cancel the reading, `after`
    those that it needs.
    """

    sort: Sort
    ref: Ref | None
    ambiguous: bool = False
    not_after: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    owned: bool = False


class Match(msgspec.Struct, frozen=True, eq=False):
    """An entry found at the token range [first, last); `clitic` is what was written onto the first token."""

    first: int
    last: int
    clitic: str
    entry: Entry

    @property
    def size(self) -> int:
        """How many tokens it covers."""
        return self.last - self.first


class NameIndex:
    """Word sequences by their first word. Longest match is the asker's choice: `find_at` yields all, longest first."""

    def __init__(self, entries: Iterable[tuple[str, Entry]]) -> None:
        table: dict[str, dict[tuple[str, ...], list[Entry]]] = {}
        for name, entry in entries:
            keys = to_keys(name)
            if keys:
                table.setdefault(keys[0], {}).setdefault(keys, []).append(entry)
        self._table = {
            first: tuple(sorted(((k, tuple(e)) for k, e in found.items()), key=lambda item: -len(item[0])))
            for first, found in table.items()
        }
        self._starts: dict[str, _Starts] = {}

    def find_at(self, norms: Sequence[str], at: int, limit: int) -> Iterator[Match]:
        """Yield every match that starts at token `at` and ends by `limit`, longest first, fewest clitics first."""
        norm = norms[at]
        starts = self._starts.get(norm)
        if starts is None:
            starts = self._starts[norm] = self._find_starts(norm)
        if starts.longer and at + 1 < limit:
            for clitic, keys, entries in starts.longer.get(norms[at + 1], ()):
                last = at + len(keys)
                if last <= limit and tuple(norms[at + 1 : last]) == keys[1:]:
                    for entry in entries:
                        yield Match(at, last, clitic, entry)
        for clitic, _, entries in starts.alone:
            for entry in entries:
                yield Match(at, at + 1, clitic, entry)

    def begins_name(self, norm: str) -> bool:
        """Tell whether a folded word, as it is, begins an entry."""
        return norm in self._table

    def find_nation(self, norms: Sequence[str], at: int, limit: int) -> Match | None:
        """Return the nationality adjective or the country (with or without ل) that stands right at a token.

        What may be either (السعودية) goes as an adjective with a feminine noun that has the article.
        """
        found = [
            match
            for match in (self.find_at(norms, at, limit) if at < limit else ())
            if match.clitic in (("", "ل") if match.entry.sort is Sort.COUNTRY else ("",))
            and match.entry.sort in (Sort.COUNTRY, Sort.ADJECTIVE)
        ]
        goes_with = at > 0 and norms[at - 1].startswith("ال") and norms[at - 1].endswith(("ه", "ات"))
        return min(found, key=lambda match: goes_with and match.entry.sort is Sort.COUNTRY, default=None)

    def _find_starts(self, norm: str) -> "_Starts":
        # A Latin name matches whatever its case; a stem of two letters is never split off a longer word.
        found: list[_Start] = []
        for clitic, rest in split_proclitics(norm):
            for keys, entries in self._table.get(rest.casefold(), ()):
                if clitic and len(rest) < 3 and len(keys) == 1:
                    continue
                found.append((clitic, keys, entries))
        found.sort(key=lambda item: (-len(item[1]), len(item[0])))
        longer: dict[str, list[_Start]] = {}
        for start in found:
            if len(start[1]) > 1:
                longer.setdefault(start[1][1], []).append(start)
        return _Starts(
            {key: tuple(starts) for key, starts in longer.items()}, tuple(s for s in found if len(s[1]) == 1)
        )


_Start = tuple[str, tuple[str, ...], tuple[Entry, ...]]


class _Starts(msgspec.Struct, frozen=True, eq=False):
    """What may start with one word: names of several words by their second word, and names of this word alone."""

    longer: dict[str, tuple[_Start, ...]]
    alone: tuple[_Start, ...]


def to_keys(name: str) -> tuple[str, ...]:
    """Return the folded words of a name as tokens are folded."""
    return tuple(token.norm.casefold() for token in find_tokens(name) if token.norm not in "\"'()-")


@lru_cache(maxsize=4)
def build_name_index(lexicon: Lexicon) -> NameIndex:
    """Build the index of names, offices, bodies and head nouns of a lexicon."""
    return NameIndex(_entries(lexicon))


def _entries(lexicon: Lexicon) -> Iterator[tuple[str, Entry]]:
    for country in lexicon.countries:
        yield from _country_entries(country)
    for place in lexicon.places:
        yield from ((name, Entry(Sort.PLACE, place)) for name in place.names)
    for organization in lexicon.organizations:
        yield from ((name, Entry(Sort.ORGANIZATION, organization)) for name in _with_lost_spaces(organization.names))
    listed = {organization.id: organization for organization in lexicon.organizations}
    for bloc in lexicon.blocs:
        not_after = frozenset(map(fold, bloc.not_after))
        after = frozenset(fold(article + word) for word in bloc.after for article in ("", "ال"))
        entry = Entry(Sort.BLOC, listed[bloc.organization], not_after=not_after, after=after)
        yield from ((name, entry) for name in bloc.ar)
    for outlet in lexicon.outlets:
        yield from ((name, Entry(Sort.OUTLET, outlet)) for name in outlet.names)
    for person in lexicon.people:
        yield from ((name, Entry(Sort.PERSON, person)) for name in person.names)
    for body in lexicon.bodies:
        yield from ((name, Entry(Sort.BODY, body)) for name in body.names)
        yield from ((dual, Entry(Sort.BODIES, body)) for name in body.names for dual in _to_duals(name))
        yield from ((name, Entry(Sort.SHORT_BODY, body)) for name in body.short)
    for head in lexicon.heads:
        yield head.ar, Entry(Sort.HEAD, head)
        if head.formal and " " not in head.ar:
            yield "ال" + head.ar, Entry(Sort.DEFINITE_HEAD, head)
    for office in lexicon.offices:
        yield from ((name, Entry(Sort.OFFICE, office)) for name in (*office.ar, *office.feminine))
        yield from ((name, Entry(Sort.OFFICES, office)) for name in (*office.dual, *office.plural))
        yield from ((name, Entry(Sort.OFFICE, office, owned=True)) for form in office.ar for name in _to_owned(form))
    for modifier in lexicon.modifiers:
        yield from ((name, Entry(Sort.MODIFIER, modifier)) for name in _agreeing(modifier))


def _with_lost_spaces(names: Iterable[str]) -> Iterator[str]:
    """Names, and those whose second word has the article also in one word: archives lose the space (الأممالمتحدة)."""
    for name in names:
        yield name
        first, _, rest = name.partition(" ")
        if rest.startswith("ال") and not first.endswith("ة"):
            yield first + rest


def _to_duals(name: str) -> Iterator[str]:
    """Both cases of a body's dual before the noun that completes it: وزارتا الدفاع, وزارتي الدفاع."""
    first, *rest = name.split()
    if rest and rest[0].startswith("ال") and not first.startswith("ال"):
        stem = first[:-1] + "ت" if first.endswith("ة") else first
        yield from (" ".join((stem + ending, *rest)) for ending in ("ا", "ي"))


def _to_owned(office: str) -> Iterator[str]:
    """An office whose field has a possessive: وزير خارجيته, رئيس وزرائها."""
    head, _, field = office.partition(" ")
    if not field or " " in field or head.startswith("ال") or field.startswith("ال"):
        return
    stem = field[:-1] + "ت" if field.endswith("ة") else field[:-1] + "ئ" if field.endswith("اء") else field
    yield from (f"{head} {stem}{ending}" for ending in ("ه", "ها", "هم", "نا"))


def _country_entries(country: Country) -> Iterator[tuple[str, Entry]]:
    doubtful = {fold(name) for name in country.ambiguous}
    accusatives = {fold(name) for name in country.adjectives if name.endswith("ا")}
    for sort, names in (
        (Sort.COUNTRY, country.names),
        (Sort.CAPITAL, country.capitals),
        (Sort.SEAT, country.seats),
    ):
        spelled = _with_lost_spaces(names) if sort is Sort.COUNTRY else names
        # رومانيا is doubtful as an accusative of the adjective only.
        yield from ((name, Entry(sort, country, fold(name) in doubtful - accusatives)) for name in spelled)
    own = {fold(name) for name in country.names}
    for name in country.adjectives:
        entry = Entry(Sort.ADJECTIVE, country, fold(name) in doubtful)
        if fold(name) not in own:
            yield name, entry
        words = name.split()
        yield " ".join("ال" + word for word in words), entry
        if len(words) > 1:
            yield " ".join(("ال" + words[0], *words[1:])), entry


def _agreeing(modifier: Modifier) -> Iterator[str]:
    """A modifier after the office agrees with it (السابق، السابقة)."""
    for name in modifier.ar:
        yield name
        if modifier.position == "after" and " " not in name:
            yield name + "ة"
