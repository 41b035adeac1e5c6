"""Which parties a text speaks of where: names, nationalities on their own, pairs, somebody's own country."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

from marsad.lang.clitics import split_proclitics
from marsad.lang.fold import fold
from marsad.lexicon.load import Lexicon
from marsad.lexicon.reference import Reference
from marsad.lexicon.units import Units
from marsad.model import EntityKind
from marsad.read.clauses import Clause
from marsad.read.document import Document, Line
from marsad.read.mentions import Form, Named, Names

_BODIES = (EntityKind.ORGANIZATION, EntityKind.GROUP)
_REACH = 120  # tokens back to whom a possessive means
_PAIR_REACH = 200  # tokens back to the two that are meant together


# Parties by the syntactic place in which they stand; "@" before a place: the countries of the places named there.
Slots = dict[str, list[str]]


def unique(parties: Iterable[str]) -> list[str]:
    """Return parties without repeats, in order."""
    return list(dict.fromkeys(parties))


def add_parties(slots: Slots, place: str, parties: Iterable[str]) -> None:
    """Add parties to a place, each once."""
    slots[place] = unique([*slots.get(place, ()), *parties])


@lru_cache(maxsize=100_000)
def _pointers(words: Reference, norm: str) -> tuple[str, ...]:
    """Return the words under a spelling that mean somebody named elsewhere."""
    pointing = (words.own_country, words.both, words.both_owned, words.body_noun, words.assembled)
    return tuple(rest for _, rest in split_proclitics(norm) if any(rest in group for group in pointing))


@lru_cache(maxsize=4)
def _moneys(units: Units) -> frozenset[str]:
    """The folded nouns of currencies, without the article."""
    return frozenset(fold(word) for words in units.currency if not words.needs_state for word in words.ar)


class SpokenOf:
    """Answers for one document. Parties are entity ids, places in the text are tokens."""

    def __init__(self, doc: Document, names: Names, clauses: Sequence[Clause], lexicon: Lexicon) -> None:
        self._doc, self._names, self._clauses = doc, names, clauses
        self._reference, self._moneys = lexicon.reference, _moneys(lexicon.units)

    def parties_in(self, first: int, last: int) -> list[str]:
        """Return the distinct parties of the mentions in a token range in order; pairs and own countries resolved."""
        return unique(party for _, party in self.marked_in(first, last))

    def marked_in(self, first: int, last: int) -> list[tuple[int, str]]:
        """Return (token, party) of every party spoken of in a token range."""
        return self._marks[bisect_left(self._marks, (first, "")) : bisect_left(self._marks, (last, ""))]

    def nations_in(self, line: Line) -> list[str]:
        """Return the country in which the first place named in a line lies; none where no place is named."""
        return [country for _, country in self.spots_in(line.first, line.last)][:1]

    def spots_in(self, first: int, last: int) -> Iterator[tuple[int, str]]:
        """Yield token and country of the places named in a range: they suffer what is done there, they do nothing."""
        for mention in self._names.within(first, last):
            country = self._names.by_id[mention.entity].country if mention.form is Form.PLACE else None
            if country in self._names.countries:
                yield mention.first, self._names.countries[country]

    def last_party_before(
        self, at: int, *, people: bool = False, fits: Callable[[Named], bool] | None = None
    ) -> list[str]:
        """The nearest person, country or body before a token that stands on its own; with `people` no country.

        `fits` tells of whom among them it may be.
        """
        for mention in reversed(list(self._names.within(max(0, at - _REACH), at))):
            if mention.form in (Form.ADJECTIVE, Form.PLACE) or (fits is not None and not fits(mention)):
                continue
            if (
                people
                and self._names.by_id[mention.entity].kind is EntityKind.COUNTRY
                and mention.form is not Form.HOLDER
            ):
                continue
            party = self._names.party_of(mention.entity)
            if party is not None:
                return [party]
        return []

    def last_two_before(self, at: int, *, states: bool) -> list[str]:
        """The two that are meant together before a token; `states`: two countries (البلدان).

        They are those named oftenest there, unless two who are joined (فنلندا والسويد) are named nearly as often.
        """
        found: Counter[str] = Counter()
        for mention in reversed(list(self._names.within(max(0, at - _PAIR_REACH), at))):
            party = self._names.party_of(mention.entity) if mention.form is not Form.PLACE else None
            if party is None or (states and self._names.by_id[party].kind is not EntityKind.COUNTRY):
                continue
            found[party] += 1
        pair = [party for party, _ in found.most_common(2)]
        if len(pair) == 1:
            # Who came to a city is one of the two, its country the other: زار الوزير باريس واتفق الجانبان.
            spots = [country for _, country in self.spots_in(max(0, at - _PAIR_REACH), at) if country != pair[0]]
            pair = [*spots[-1:], *pair]
        if len(pair) < 2:
            return []
        joined = max(
            (two for two in reversed(self._joined_before(at)) if all(party in found for party in two)),
            key=lambda two: min(found[party] for party in two),
            default=(),
        )
        if joined and 2 * min(found[party] for party in joined) >= found[pair[1]]:
            return list(joined)
        return pair[::-1]

    def _two_in_office(self, at: int, dual: str) -> list[str]:
        """The parties of the last two persons before a token who hold the office that a dual names: الرئيسان."""
        noun = dual.removeprefix("ال")[:-2]
        near = [self._names.by_id[m.entity] for m in self._names.within(max(0, at - _PAIR_REACH), at)]
        if dual in self._reference.both_leaders:
            men = (entity for entity in reversed(near) if entity.kind is EntityKind.PERSON)
            held = (self._names.party_of(man.id) for man in men)
            leaders = unique(party for party in held if party is not None)
            return leaders[1::-1] if len(leaders) > 1 else []
        titles = [(person.id, role.title) for person in near for role in person.roles]
        # A counterpart (نظيره) has the office of the other, under its English name only.
        offices = {title.en for _, title in titles if fold(title.ar or "").removeprefix("ال").split(" ")[0] == noun}
        holders = [party for person, title in titles if title.en in offices and (party := self._names.party_of(person))]
        found = unique(reversed(holders))
        return found[1::-1] if len(found) > 1 else []

    def _joined_before(self, at: int) -> list[tuple[str, str]]:
        """Pairs of parties joined by nothing but "and" in the reach of a pair."""
        heads = [m for m in self._names.heads(max(0, at - _PAIR_REACH), at) if m.form is not Form.PLACE]
        named = [(m, party) for m in heads if (party := self._names.party_of(m.entity)) is not None]
        return [
            (one, other)
            for (a, one), (b, other) in pairwise(named)
            if one != other and b.phrase_first == a.phrase_last and self._doc.norms[b.phrase_first].startswith("و")
        ]

    @cached_property
    def _marks(self) -> list[tuple[int, str]]:
        """Every party spoken of in the document: names, nationalities on their own, pairs, somebody's own country."""
        found: list[tuple[int, str]] = []
        size = len(self._doc.tokens)
        covered: set[int] = set()
        heads = set()
        ends: set[int] = set()  # last tokens of bodies
        for m in self._names.heads(0, size):
            heads.add(m.first)
            covered.update(range(m.phrase_first, m.phrase_last))
            if self._names.by_id[m.entity].kind in _BODIES:
                ends.add(m.phrase_last - 1)
        mentions = {m.first: m for m in self._names.within(0, size)}
        for at in range(size):
            mention = mentions.get(at)
            if mention is None or (mention.form is Form.OFFICE and self._is_dual(at)):
                if mention is not None or at not in covered:
                    found += [(at, party) for party in self._implied(at)]
            elif mention.form is Form.ADJECTIVE and self._is_of_thing(mention, ends):
                continue
            elif at in heads or (mention.form is Form.ADJECTIVE and at not in covered):
                party = self._party(mention)
                if party is not None:
                    found.append((at, party))
        return found

    def _is_of_thing(self, mention: Named, ends: set[int]) -> bool:
        """Tell whether a nationality only says whose a body or money is: جماعة الحوثي اليمنية, مليون دولار أمريكي."""
        at = mention.first
        return (at - 1 in ends and self._qualifies(mention)) or (at > 0 and self._doc.norms[at - 1] in self._moneys)

    def _qualifies(self, mention: Named) -> bool:
        """Tell whether a nationality goes with the noun before it: people in the plural and what و joins do not."""
        return "و" not in mention.clitic and not self._doc.norms[mention.first].endswith(("ين", "ون"))

    def _party(self, mention: Named) -> str | None:
        """Whom a mention stands for: places do nothing, and outlets tell."""
        if mention.form is Form.PLACE or self._names.by_id[mention.entity].kind is EntityKind.MEDIA:
            return None
        return self._names.party_of(mention.entity)

    def _implied(self, at: int) -> list[str]:
        words = self._reference
        for rest in _pointers(words, self._doc.norms[at]):
            if rest in words.own_country:
                told = self._who_says(at) or self._who_does(at, "f" if rest.endswith("ها") else "m")
                return told or self.last_party_before(at, people=True) or self.last_party_before(at)
            if (rest in words.both or rest in words.both_owned) and not self._followed_by_nation(at):
                return self._two_in_office(at, rest) or self.last_two_before(at, states=rest not in words.both_sides)
            if rest in words.body_noun and not self._is_qualified(at):
                return self._body_before(at, rest)
            if rest in words.assembled and not self._are_described(at):
                return self._assembled_before(at, rest.removeprefix("ال"))
        return []

    def _who_says(self, at: int) -> list[str]:
        """The party of whoever says the words that a token begins: قال الوزير خلال لقاء نظيره إن بلاده تؤيد."""
        saying = (c for c in self._clauses if c.complement is not None and c.complement[0] == at)
        return next((self._subject_of(clause) for clause in saying), [])

    def _who_does(self, at: int, gender: str) -> list[str]:
        """The party of him or her who does what a clause around a token tells: استدعى السفير وأبلغه رفض بلاده."""
        around = [c for c in self._clauses if c.head < at < c.last and (c.subject is None or c.subject[1] <= at)]
        clause = min(around, key=lambda c: c.last - c.first, default=None)
        return self._subject_of(clause) if clause is not None and clause.gender in (None, gender) else []

    def _subject_of(self, clause: Clause) -> list[str]:
        if (subject := clause.subject) is None and clause.subject_from is not None:
            subject = self._clauses[clause.subject_from].subject
        named = self._names.within(*subject) if subject is not None else ()
        return [party for m in named if (party := self._party(m)) is not None][:1]

    def _is_dual(self, at: int) -> bool:
        """An office in the dual is two men (الرئيسان), unless their nations behind it tell one by one."""
        dual = any(rest in self._reference.both for _, rest in split_proclitics(self._doc.norms[at]))
        return dual and not self._followed_by_nation(at)

    def _is_qualified(self, at: int) -> bool:
        """An adjective behind such a noun makes another body of it: المجلس الرئاسي."""
        return at + 1 < len(self._doc.norms) and self._doc.norms[at + 1].startswith("ال")

    def _body_before(self, at: int, noun: str) -> list[str]:
        """The body named last before a token whose name begins with a noun; of a movement, whatever its name."""
        bodies = [e for m in self._names.within(0, at) if (e := self._names.by_id[m.entity]).kind in _BODIES]
        for entity in reversed(bodies):
            if fold(entity.name.ar or "").split(" ")[0].removeprefix("ال") == noun.removeprefix("ال"):
                party = self._names.party_of(entity.id)
                return [party] if party is not None else []
        groups = [e.id for e in bodies if e.kind is EntityKind.GROUP and noun in self._reference.group_noun]
        return groups[-1:]

    def _are_described(self, at: int) -> bool:
        """A nationality or another adjective behind men in office tells whose they are: الوزراء الأوروبيون."""
        mention = next(iter(self._names.within(at + 1, at + 2)), None)
        if mention is not None:
            return mention.form is Form.ADJECTIVE
        behind = self._doc.norms[at + 1] if at + 1 < len(self._doc.norms) else ""
        return behind.startswith("ال") and behind.endswith(("ون", "ين"))

    def _assembled_before(self, at: int, office: str) -> list[str]:
        """Whose men in office met before a token: وزراء خارجية الاتحاد, whom الوزراء then means."""
        heads = [m for m in self._names.heads(max(0, at - _PAIR_REACH), at) if m.form is not Form.PLACE]
        for order in range(len(heads) - 1, -1, -1):
            first = heads[order].phrase_first
            # قادة دول المجموعة: the office may stand before the phrase of the name.
            before = self._doc.norms[max(0, first - 1) : first + 1]
            if any(rest == office for norm in before for _, rest in split_proclitics(norm)):
                joined = [heads[order]]
                for mention in heads[order + 1 :]:
                    if mention.phrase_first != joined[-1].phrase_last or "و" not in mention.clitic:
                        break
                    joined.append(mention)
                return unique(party for m in joined if (party := self._party(m)) is not None)
        return []

    def _followed_by_nation(self, at: int) -> bool:
        return next(iter(self._names.within(at + 1, at + 2)), None) is not None
