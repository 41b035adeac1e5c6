"""The role formula: office + nationality or body + name, in all its orders (وزير الخارجية الصيني وانغ يي).

Arabic news names people by it, so parsing it gives actor, office and country without any list of people.
"""

from collections.abc import Iterator
from typing import cast

import msgspec

from marsad.lang.clitics import split_proclitics
from marsad.lang.fold import fold
from marsad.lang.tokens import TokenKind
from marsad.lexicon.countries import Country
from marsad.lexicon.load import Lexicon
from marsad.lexicon.offices import Level, Modifier, Office
from marsad.lexicon.syntax import build_syntax
from marsad.read.document import Document, Line
from marsad.read.holder_names import HolderNames
from marsad.read.name_index import Match, NameIndex, Sort, build_name_index
from marsad.read.name_words import NameWords, build_name_words
from marsad.read.role_heads import Bodies, RoleHeads

_FILLERS = 5


class RolePhrase(msgspec.Struct, frozen=True, eq=False):
    """One office as it stands in the text; token ranges are half-open.

    `office` is None for a counterpart. `head_last` ends the office itself, `title_last` nationality and body too.
    `nation` is the adjective or country, `body` the organization it belongs to (`body_match`), `name` the range of the
    personal name, `known` a listed person there; `shared` tells that the office is in the dual or plural, `owned` that
    a possessive tells whose it is.
    """

    first: int
    last: int
    head_last: int
    title_last: int
    office: Office | None
    country: str | None
    body: Match | None
    name: tuple[int, int] | None
    known: Match | None
    clitic: str
    status: str | None = None
    shared: bool = False
    owned: bool = False


class _State:
    """What a scan to the right of an office has found so far."""

    def __init__(self, at: int, country: str | None = None, *, is_posted: bool = False) -> None:
        self.start, self.at, self.country, self.is_posted = at, at, country, is_posted
        self.body: Match | None = None
        self.status: str | None = None


class RoleParser:
    """Finds role phrases on a line, given the organizations already found there (by first token)."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._index: NameIndex = build_name_index(lexicon)
        self._words: NameWords = build_name_words(lexicon)
        self._holders = HolderNames(self._index, self._words, lexicon.tenures)
        self._reference = lexicon.reference
        self._adjectives = build_syntax(lexicon.syntax, lexicon.verbs).adjectives
        # Offices of one word, with the article.
        forms = (form for o in lexicon.offices for form in (*o.ar, *o.feminine, *o.dual, *o.plural))
        self._office_words = frozenset("ال" + fold(form).removeprefix("ال") for form in forms if " " not in form)
        self._heads = RoleHeads(self._index, lexicon.reference.counterpart)

    def find_roles(self, doc: Document, line: Line, bodies: Bodies) -> Iterator[RolePhrase]:
        """Yield the role phrases of a line from right to left of reading, none inside another.

        `bodies` maps the first token of each organization found to (end, country, match).
        """
        place = line.first
        while place < line.last:
            head = self._heads.find(doc, place, line.last, bodies)
            if head is None:
                place += 1
                continue
            phrases = list(self._parse(doc, line, head, bodies))
            yield from phrases
            place = max([head.last, *(phrase.last for phrase in phrases)])

    def _parse(self, doc: Document, line: Line, head: Match, bodies: Bodies) -> Iterator[RolePhrase]:
        office = head.entry.ref
        is_posted = isinstance(office, Office) and office.level is Level.DIPLOMAT
        state = _State(head.last, office.country if isinstance(office, Office) else None, is_posted=is_posted)
        # The body may be told by the office itself: مفوض الاتحاد الأوروبي للتجارة.
        inside = next((at for at in range(head.first + 1, head.last) if at in bodies), None)
        if inside is not None:
            state.at = max(head.last, self._read_body(doc, inside, state, bodies))
        self._read_state(doc, line, state, bodies)
        titled = self._holders.find_titled(doc, line, head)
        name, known = titled or self._holders.find(doc, line, state.at, state.country)
        if name is None and is_posted:
            name, known = self._holders.find(doc, line, self._find_post_end(doc, line, state.at), state.country)
        first = head.first
        yield self._phrase(doc, head, first, state, name, known, head.clitic)
        if head.entry.sort is not Sort.OFFICES:
            return
        # Dual and plural offices are shared by the nations that follow: بين الرئيسين المصري والتركي.
        while True:
            at = name[1] if name else state.at
            following = _State(at)
            nation = self._find_nation(doc, at, line.last, joined=True)
            if nation is None:
                return
            following.country = cast(Country, nation.entry.ref).code
            following.at = nation.last
            name, known = self._holders.find(doc, line, following.at, following.country)
            yield self._phrase(doc, head, nation.first, following, name, known, nation.clitic)
            state = following

    def _find_post_end(self, doc: Document, line: Line, at: int) -> int:
        """Behind the city where an envoy serves stands his name: السفير الكيني لدى أنقرة."""
        if at < line.last and doc.norms[at] in self._reference.role_link:
            for match in self._index.find_at(doc.norms, at + 1, line.last):
                if match.entry.sort in (Sort.CAPITAL, Sort.PLACE) and not match.clitic:
                    return match.last
        return line.last

    def _phrase(
        self,
        doc: Document,
        head: Match,
        first: int,
        state: _State,
        name: tuple[int, int] | None,
        known: Match | None,
        clitic: str,
    ) -> RolePhrase:
        office = head.entry.ref if isinstance(head.entry.ref, Office) else None
        last = name[1] if name else max(state.at, first + 1)
        title_last = state.at if state.at > first else head.last
        return RolePhrase(
            first,
            last,
            head.last,
            title_last,
            office,
            state.country,
            state.body,
            name,
            known,
            clitic,
            state.status,
            head.entry.sort is Sort.OFFICES,
            head.entry.owned,
        )

    def _read_state(self, doc: Document, line: Line, state: _State, bodies: Bodies) -> None:
        """Read nationality, country, body and modifiers; field words in between only where one of these follows."""
        ahead = state.at
        for _ in range(_FILLERS):
            step = self._read_step(doc, line, ahead, state, bodies)
            if step > ahead:
                ahead = state.at = step
                continue
            if not self._is_filler(doc, ahead, line.last) or self._is_owned(doc, ahead):
                return
            ahead += 1
            # A field word is kept only if the formula goes on after it, or a name stands right behind it.
            # Behind its nation an office has no field of its own: انتقد الرئيس الكيني العقوبات.
            fielded = state.country is None or doc.norms[ahead - 1] in self._reference.role_link
            goes_on = fielded and self._read_step(doc, line, ahead, _State(ahead, state.country), bodies) > ahead
            # A preposition governs no name of the holder: السفير التركي في بغداد.
            governed = self._words.is_closed(doc.norms[ahead - 1])
            if not goes_on and (governed or not self._holders.starts(doc, ahead, line.last)):
                if fielded or (ahead < line.last and doc.norms[ahead] in self._reference.role_link):
                    continue
                return
            state.at = ahead

    def _read_step(self, doc: Document, line: Line, at: int, state: _State, bodies: Bodies) -> int:
        if at >= line.last:
            return at
        linked = doc.norms[at - 1] in self._reference.role_link
        # One nation is enough: what stands right behind it is the object of the verb (هدد الوزير الكيني أوغندا).
        if state.country is not None and not linked:
            return self._read_modifier(doc, line, at, state)
        if at in bodies and not self._stands_apart(doc, at, bodies[at][2]):
            return self._read_body(doc, at, state, bodies)
        nation = self._find_nation(doc, at, line.last, joined=False)
        if nation is not None and not (at > state.start and self._is_field(nation)):
            # The state that receives an envoy is not the one that sent him: المبعوث الخاص إلى السودان.
            is_named = nation.entry.sort is Sort.COUNTRY and not nation.clitic
            if not (state.is_posted and linked and is_named):
                state.country = state.country or cast(Country, nation.entry.ref).code
            return nation.last
        return self._read_modifier(doc, line, at, state)

    def _read_body(self, doc: Document, at: int, state: _State, bodies: Bodies) -> int:
        end, country, match = bodies[at]
        # A body without a state receives its envoys: المندوب الكيني لدى الأمم المتحدة.
        if not (state.is_posted and country is None and doc.norms[at - 1] in self._reference.role_link):
            state.country = state.country or country
            state.body = state.body or match
        return end

    def _is_field(self, nation: Match) -> bool:
        """Behind a field word a doubtful adjective goes on with the field: وزير الدولة للشؤون المالية."""
        return nation.entry.ambiguous and nation.entry.sort is Sort.ADJECTIVE

    def _stands_apart(self, doc: Document, at: int, body: Match | None) -> bool:
        """An office with the article owns no body without a preposition: اتهم الوزير الجيش الكيني."""
        before = doc.norms[at - 1]
        linked = before in self._reference.role_link or (body is not None and bool(body.clitic))
        return before.startswith("ال") and not linked

    def _read_modifier(self, doc: Document, line: Line, at: int, state: _State) -> int:
        for match in self._index.find_at(doc.norms, at, line.last):
            if (
                match.entry.sort is Sort.MODIFIER
                and not match.clitic
                and cast(Modifier, match.entry.ref).position == "after"
            ):
                state.status = cast(Modifier, match.entry.ref).status
                return match.last
        return at

    def _find_nation(self, doc: Document, at: int, limit: int, *, joined: bool) -> Match | None:
        """A nationality adjective or a country right here; `joined`: with و before it.

        What has the article owns nobody: دعا القادة الأوروبيون روسيا.
        """
        if at >= limit:
            return None
        definite = doc.norms[at - 1].startswith("ال") and not doc.tokens[at - 1].hamza
        for match in self._index.find_at(doc.norms, at, limit):
            if match.entry.sort not in (Sort.ADJECTIVE, Sort.COUNTRY):
                continue
            if definite and not joined and not match.clitic:
                if match.entry.sort is Sort.COUNTRY:
                    continue
                if not doc.norms[at].startswith("ال"):
                    continue  # الأمير تركي الفيصل: behind the article a nationality has it too
            wanted = ("و",) if joined else ("", "ل") if match.entry.sort is Sort.COUNTRY else ("",)
            if match.clitic in wanted:
                return match
        return None

    def _is_filler(self, doc: Document, at: int, limit: int) -> bool:
        """Words that tell the field of an office: the article, or a preposition written on it."""
        if at >= limit or doc.tokens[at].kind is not TokenKind.WORD:
            return False
        norm = doc.norms[at]
        if self._words.is_known_part(norm):
            return False
        if any(clitic and rest in self._office_words for clitic, rest in split_proclitics(norm)):
            return False  # رحب الملك بالرئيس الكيني: another man's office
        if self._words.is_closed(norm) and norm not in self._reference.role_link:
            # إلى folds to what looks like a word with the article.
            return False
        return norm in self._reference.role_link or norm.startswith(("ال", "لل", "بال", "وال"))

    def _is_owned(self, doc: Document, at: int) -> bool:
        """An office with the article owns nothing behind it (دعا الوزير السلطات الكينية); an adjective goes with it."""
        before, norm = doc.norms[at - 1], doc.norms[at]
        if not (before.startswith("ال") and norm.startswith("ال")) or before not in self._office_words:
            return False
        bare = norm.removeprefix("ال")
        return not bare.endswith(("ي", "يه")) and bare not in self._adjectives
