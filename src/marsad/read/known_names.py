"""Names that the lexicon lists, and organizations by formula: a body with a nationality, a head noun with a name."""

from collections.abc import Iterator
from typing import cast

from marsad.lang.clitics import has_article, split_proclitics
from marsad.lang.foreign import is_foreign_shape
from marsad.lang.tokens import TokenKind
from marsad.lexicon.countries import Country
from marsad.lexicon.load import Lexicon
from marsad.lexicon.organizations import Body
from marsad.lexicon.people import Person
from marsad.lexicon.places import Place
from marsad.read.document import Document, Line
from marsad.read.doubtful_names import DoubtfulNames
from marsad.read.homographs import Homographs
from marsad.read.institutions import Found, Institutions
from marsad.read.name_index import Match, Sort, build_name_index
from marsad.read.name_words import build_name_words
from marsad.read.own_people import OwnPeople

_NAMES = frozenset(
    {
        Sort.COUNTRY,
        Sort.ADJECTIVE,
        Sort.CAPITAL,
        Sort.SEAT,
        Sort.PLACE,
        Sort.ORGANIZATION,
        Sort.OUTLET,
        Sort.PERSON,
        Sort.BODY,
        Sort.BLOC,
    }
)
# On the same words the earlier sort is meant: a listed organization before the seat or region of that name (الكرملين).
_RANK = {
    sort: n
    for n, sort in enumerate(
        (
            Sort.ORGANIZATION,
            Sort.OUTLET,
            Sort.PERSON,
            Sort.COUNTRY,
            Sort.CAPITAL,
            Sort.SEAT,
            Sort.PLACE,
            Sort.ADJECTIVE,
            Sort.BLOC,
            Sort.BODY,
        )
    )
}
_LONGEST_PAIR = 3
_POSSESSIVES = ("هم", "هن", "نا", "كم")
_SITES = frozenset({Sort.PLACE, Sort.CAPITAL, Sort.COUNTRY})
_ARTICLES = ("ال", "وال", "بال", "لل")


def _country_of(match: Match) -> str | None:
    ref = match.entry.ref
    return ref.code if isinstance(ref, Country) else ref.country if isinstance(ref, Place) else None


def _is_nation(match: Match, clitics: tuple[str, ...]) -> bool:
    return match.entry.sort in (Sort.ADJECTIVE, Sort.COUNTRY) and match.clitic in clitics and not match.entry.ambiguous


class KnownNames:
    """Finds listed names and organizations by formula on a line, left to right, longest first, none overlapping."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._index = build_name_index(lexicon)
        self._words = build_name_words(lexicon)
        self._homographs = Homographs(self._index)
        self._doubtful = DoubtfulNames(lexicon, self._index, self._words, self._homographs)
        self._institutions = Institutions(lexicon, self._index, self._words)
        self._own_people = OwnPeople(self._index, lexicon.reference)
        self._reference = lexicon.reference
        self._common = lexicon.reference.outlet_common
        self._site_heads: dict[str, tuple[tuple[str, bool], ...]] = {}
        self._site_before = frozenset(c + word for word in lexicon.reference.site_before for c in ("", "و"))

    def find_all(self, doc: Document, line: Line) -> Iterator[Found]:
        """Yield the names of a line in order."""
        place = line.first
        while place < line.last:
            found = self._find_at(doc, line, place)
            yield from found
            place = found[0].last if found else place + 1

    def _find_at(self, doc: Document, line: Line, place: int) -> tuple[Found, ...]:
        if doc.tokens[place].kind is TokenKind.MARK:
            return ()
        matches = list(self._index.find_at(doc.norms, place, line.last))
        for match in matches:
            if match.entry.sort is Sort.BODIES:
                return self._find_bodies(doc, line, match)
        found = self._find_single(doc, line, place, matches)
        return () if found is None else (found,)

    def _find_bodies(self, doc: Document, line: Line, match: Match) -> tuple[Found, ...]:
        """The bodies of nations that share their noun: وزارتا الدفاع الكينية والأوغندية, … في مالي والنيجر."""
        at = match.last + (match.last < line.last and doc.norms[match.last] == "في")
        codes: list[str | None] = []
        while len(codes) < _LONGEST_PAIR and at < line.last:
            wanted = ("و",) if codes else ("", "ل")
            nation = next((m for m in self._index.find_at(doc.norms, at, line.last) if _is_nation(m, wanted)), None)
            if nation is None:
                break
            codes.append(cast(Country, nation.entry.ref).code)
            at = nation.last
        body = cast(Body, match.entry.ref)
        return tuple(
            Found(match.first, match.last, match.clitic, match, code, body=body, name_first=match.first)
            for code in codes or (None,)
        )

    def _find_single(self, doc: Document, line: Line, place: int, matches: list[Match]) -> Found | None:
        if not matches:
            return self._find_site(doc, line, place)
        formula = (
            self._find_body(doc, line, matches)
            or self._institutions.find(doc, line, matches)
            or self._find_site(doc, line, place)
        )
        known, meant = self._homographs.settle(doc, [m for m in matches if m.entry.sort in _NAMES])
        names = [m for m in known if m is meant or self._counts(doc, line, m)]
        if not names:
            return formula
        best = min(names, key=lambda m: (-m.size, len(m.clitic), m.entry.ambiguous, _RANK[m.entry.sort]))
        if formula is not None and formula.last > best.last and not self._is_whole(doc, best):
            return formula
        body = cast(Body, best.entry.ref) if best.entry.sort is Sort.BODY else None
        if body is None:
            return Found(best.first, best.last, best.clitic, best, name_first=best.first)
        last, country = self._own_people.find(doc, line, best.first, best.last)
        country = country or self._seat(doc, line, last)
        return Found(best.first, last, best.clitic, best, country, body=body, name_first=best.first)

    def _is_whole(self, doc: Document, match: Match) -> bool:
        """A listed organization of several words is not continued by ل: دعم حزب الله للجبهة."""
        listed = match.entry.sort is Sort.ORGANIZATION and match.size > 1
        return listed and doc.norms[match.last].startswith("ل")

    def _counts(self, doc: Document, line: Line, match: Match) -> bool:
        """Ambiguous words count only where the words before settle it; a listed office word is not a name here."""
        if match.entry.not_after and match.first > line.first and doc.norms[match.first - 1] in match.entry.not_after:
            return False
        if match.entry.after and match.entry.after.isdisjoint(
            doc.norms[max(line.first, match.first - 2) : match.first]
        ):
            return False
        if not match.entry.ambiguous:
            return True
        if match.entry.sort is Sort.ADJECTIVE:
            return match.first > line.first and self._goes_with_office(doc, line, match.first)
        return match.entry.sort is not Sort.COUNTRY or self._doubtful.is_state(doc, line, match)

    def _goes_with_office(self, doc: Document, line: Line, at: int) -> bool:
        """Tell whether an adjective agrees with the office or body right before it; وزير المالية is no Malian."""
        norms = doc.norms
        if has_article(norms[at]) != has_article(norms[at - 1]):
            return False
        return any(
            m.last == at
            and m.entry.sort in (Sort.OFFICE, Sort.OFFICES, Sort.BODY)
            and norms[first].endswith("ه") == norms[at].endswith("ه")
            for first in range(max(line.first, at - 4), at)
            for m in self._index.find_at(norms, first, line.last)
        )

    def _seat(self, doc: Document, line: Line, at: int) -> str | None:
        """The country that a bare body is said to be in: البنك المركزي في كينيا."""
        if at + 1 >= line.last or doc.norms[at] != "في":
            return None
        nation = self.find_nation(doc, line, at + 1)
        return cast(Country, nation.entry.ref).code if nation and nation.entry.sort is Sort.COUNTRY else None

    def _find_site(self, doc: Document, line: Line, place: int) -> Found | None:
        """A facility with its name (مطار نيروبي), or a settlement whose name no list holds (بلدة نيفاشا)."""
        if self._is_unlisted_place(doc, line, place):
            return Found(place, place + 1, "", None, name_first=place, is_place=True)
        norm = doc.norms[place]
        heads = self._site_heads.get(norm)
        for clitic, facility in self._find_site_heads(norm) if heads is None else heads:
            listed = (
                next((m for m in self._index.find_at(doc.norms, place + 1, line.last) if m.entry.sort in _SITES), None)
                if place + 1 < line.last
                else None
            )
            if listed is not None and not listed.clitic:
                return (
                    Found(place, listed.last, clitic, None, _country_of(listed), name_first=place, is_place=True)
                    if facility
                    else None
                )
            end = self._words.find_end(doc.tokens, doc.norms, place + 1, line.last)
            if end == place + 1 < line.last and self._words.may_be_name(doc.tokens[end]):
                end += 1
            while end - place > 2 and doc.norms[end - 1] in self._reference.site_before:
                end -= 1  # بلدة نعلين شمال المدينة
            if end - place > 1 and not self._is_adjective(doc.norms[end - 1]):
                return Found(place, end, clitic, None, name_first=place if facility else place + 1, is_place=True)
        return None

    def _find_site_heads(self, norm: str) -> tuple[tuple[str, bool], ...]:
        """The clitics with which a word is a noun for a place, and whether that is a facility."""
        facility, settlement = self._reference.facility, self._reference.settlement
        splits = tuple(split_proclitics(norm))
        heads = tuple((clitic, rest in facility) for clitic, rest in splits if rest in facility or rest in settlement)
        self._site_heads[norm] = heads
        return heads

    def _is_adjective(self, norm: str) -> bool:
        """محطة تلفزيونية and سد مائي have no name."""
        return norm.endswith(("ي", "يه")) and not is_foreign_shape(norm) and not self._words.is_known_part(norm)

    def _is_unlisted_place(self, doc: Document, line: Line, at: int) -> bool:
        """A foreign word behind في or قرب, before a mark or particle: nothing else stands there like that."""
        token, norm = doc.tokens[at], doc.norms[at]
        if at == line.first or doc.norms[at - 1] not in self._site_before:
            return False
        if (norm.startswith("ال") and not token.hamza) or norm.endswith(_POSSESSIVES) or not is_foreign_shape(norm):
            return False
        after = doc.norms[at + 1] if at + 1 < line.last else "."
        is_last = not after.isalnum() or self._words.is_closed(after) or self._words.is_closed(after.removeprefix("و"))
        return is_last and self._words.may_be_name(token) and not self._words.is_known_part(norm)

    def find_place(self, doc: Document, item: Found) -> Place | None:
        """The listed place of the very words of a name."""
        for match in self._index.find_at(doc.norms, item.first, item.last):
            if match.entry.sort is Sort.PLACE and match.last == item.last:
                return cast(Place, match.entry.ref)
        return None

    def without_head(self, doc: Document, line: Line, item: Found) -> Found:
        """A listed outlet without the noun for what it is: صحيفة الغارديان is الغارديان, وكالة الأنباء … stays."""
        heads = [m for m in self._index.find_at(doc.norms, item.first, item.last) if m.entry.sort is Sort.HEAD]
        first = max((m.last for m in heads), default=item.first)
        if first == item.first or first == item.last or doc.norms[first] in self._common:
            return item
        return Found(first, item.last, "", item.match)

    def find_nation(self, doc: Document, line: Line, at: int) -> Match | None:
        """Return the nationality adjective or the country (with or without ل) that stands right at a token."""
        return self._index.find_nation(doc.norms, at, line.last)

    def _find_body(self, doc: Document, line: Line, matches: list[Match]) -> Found | None:
        best: Found | None = None
        for match in matches:
            if match.entry.sort not in (Sort.BODY, Sort.SHORT_BODY):
                continue
            nation = self.find_nation(doc, line, match.last)
            if nation is None and best is None and self.is_spoken_for(doc, match.first):
                body = cast(Body, match.entry.ref)
                best = Found(
                    match.first, match.last, match.clitic, match, self._country_at(doc, line, match.last), body=body
                )
            if nation is None or (
                match.entry.sort is Sort.SHORT_BODY and not self._stands_alone(doc, line, match, nation)
            ):
                continue
            if not self._agrees(doc, match, nation):
                continue
            if best is None or nation.last > best.last:
                country = cast(Country, nation.entry.ref).code
                body = cast(Body, match.entry.ref)
                best = Found(match.first, nation.last, match.clitic, match, country, body=body, name_first=match.first)
        return best

    def _country_at(self, doc: Document, line: Line, at: int) -> str | None:
        """The country of the listed person who stands right at a token."""
        matches = self._index.find_at(doc.norms, at, line.last) if at < line.last else ()
        return next((cast(Person, m.entry.ref).country for m in matches if m.entry.sort is Sort.PERSON), None)

    def is_spoken_for(self, doc: Document, at: int) -> bool:
        """Tell whether the body at a token is one that somebody speaks for: المتحدث باسم الخارجية."""
        return at > 0 and doc.norms[at - 1] in self._reference.in_name_of

    def _stands_alone(self, doc: Document, line: Line, match: Match, nation: Match) -> bool:
        """Tell the ministry (الخارجية الهندية) from the adjective (السياسة الخارجية للهند)."""
        before = doc.norms[match.first - 1] if match.first > line.first else ""
        return nation.entry.sort is Sort.ADJECTIVE and not before.startswith(_ARTICLES)

    def _agrees(self, doc: Document, match: Match, nation: Match) -> bool:
        """A feminine body takes a feminine adjective; a masculine one is another's: وزير المخابرات الهندي.

        What has the article is owned by no country right behind it: اتهم المجلس العسكري فرنسا.
        """
        if nation.entry.sort is Sort.COUNTRY:
            definite = has_article(doc.norms[match.first])
            return not definite or bool(nation.clitic)
        feminine = match.entry.sort is Sort.SHORT_BODY or doc.norms[match.first].endswith(("ه", "ات"))
        return not feminine or doc.norms[nation.last - 1].endswith("ه")
