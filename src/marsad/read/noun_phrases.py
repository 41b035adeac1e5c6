"""What stands behind a noun: whose it is, and what its prepositions lead to."""

from collections.abc import Iterator, Sequence

from marsad.lang.clitics import has_article
from marsad.lang.morphology import Part
from marsad.lexicon.frames import AGENT
from marsad.lexicon.load import Lexicon
from marsad.read.chunks import Chunks
from marsad.read.clauses import Clause, ClauseKind
from marsad.read.document import Document, Line
from marsad.read.helping_verbs import is_auxiliary
from marsad.read.mentions import Form, Named, Names
from marsad.read.spoken_of import SpokenOf

# A relative so near to a noun tells of it: المشاورات الأمنية التي عقدت في بوينس آيرس.
RELATIVE = 4
AIMED = frozenset({"على", "ضد"})  # places of whom something is aimed at
DOER = "doer"  # the place of a noun's own doer, who is its subject whatever verb its clause has
_CLITICS = frozenset({"ب", "ل"})
_AGENT_REACH = 8  # tokens between a noun and the words that tell who did it
_REACH = 22  # tokens that a noun's phrase can run on
_APART = frozenset({"،", ",", "(", "-", "–", "و"})
_OWN = frozenset({"owner", "object", "في"}) | AIMED  # behind these places stands still who does what the noun tells
_BETWEEN = "بين"
_OPENERS = frozenset({"ان", "بان"})
_MARKS = frozenset("؛.:؟!")


class NounPhrases:
    """Reads behind the nouns of one document."""

    def __init__(
        self, doc: Document, names: Names, spoken: SpokenOf, clauses: Sequence[Clause], chunks: Chunks, lexicon: Lexicon
    ) -> None:
        self._doc, self._names, self._spoken, self._chunks = doc, names, spoken, chunks
        self._reference, self._places = lexicon.reference, lexicon.slot_places
        self._boundary = lexicon.reference.clause_boundary | lexicon.reference.circumstance | _MARKS
        self._by_head = {clause.head: clause for clause in clauses}
        self._read: dict[int, tuple[tuple[str, str], ...]] = {}

    def read(self, line: Line, head: int) -> tuple[tuple[str, str], ...]:
        """Return the place in the noun's phrase of every party behind it; of countries of places as `@place`."""
        found = self._read.get(head)
        if found is None:
            found = self._read[head] = tuple(self._read_behind(line, head))
        return found

    def _read_behind(self, line: Line, head: int) -> Iterator[tuple[str, str]]:
        norms, end = self._doc.norms, min(line.last, head + 1 + _REACH)
        if norms[head] in _OPENERS:
            return  # آمل أن ترد: what follows is told of, not owned
        # محتجون السفارة: what keeps its ending is nobody's.
        place, at, adjoining = "object" if self._chunks.keeps_ending(head) else "owner", head + 1, True
        doer: tuple[int, str] | None = None
        for first, party, is_spot in self._named_behind(head + 1, end):
            mention = self._mention_at(first)
            stop, place, adjoining = self._walk(at, first, place, adjoining, head)
            if stop:
                return
            clitic = mention.clitic if mention else ""
            if clitic and clitic[-1] in _CLITICS and not (clitic[-1] == "ل" and self._is_owned(place, first)):
                place = clitic[-1]
            is_adjective = (
                mention is not None and mention.form is Form.ADJECTIVE and not self._stands_for_people(head, first)
            )
            if is_adjective and adjoining and doer is not None and doer[0] == first:
                doer = first + 1, doer[1]  # الاتفاق الكيني الأوغندي التنزاني: each is as near as the first
            if place == "owner" and doer is not None and not is_spot and self._is_done_to(doer, first, party, mention):
                place = "object"
            if place == "owner" and doer is None and not is_spot and self.is_masdar(head):
                doer = (mention.phrase_last if mention is not None else first + 1), party
            if doer == ((mention.phrase_last if mention else first + 1), party) and self._acts_on(doer[0], end):
                yield DOER, party
            elif is_spot:
                yield "@" + ("object" if place == "owner" else place), party
            else:
                yield ("adjective" if is_adjective and adjoining and place == "owner" else place), party
            at = mention.last if mention else first + 1
            if at < end and norms[at] in self._boundary:
                return

    def _is_owned(self, place: str, at: int) -> bool:
        """Behind ل stands who owns what is aimed at (غارات على مواقع لداعش), or whose it is said to be (تابعة ل)."""
        return place in AIMED or self._doc.norms[at - 1].removeprefix("ال") in self._reference.belonging

    def is_masdar(self, head: int) -> bool:
        """Tell whether the noun is the masdar of a verb: then it has a doer and whom it is done to."""
        return any(a.part is Part.MASDAR for a in self._chunks.analyses(head))

    def _stands_for_people(self, head: int, at: int) -> bool:
        """A definite nationality right behind a masdar without the article is its people: اعتقال العراقيين."""
        norms = self._doc.norms
        if at != head + 1 or not norms[at].startswith("ال") or not self.is_masdar(head):
            return False
        return not has_article(norms[head])

    def _is_done_to(self, doer: tuple[int, str], first: int, party: str, mention: Named | None) -> bool:
        """Behind a masdar and who does it stands whom it is done to (قصف الجيش المدينة), unless و joins the two."""
        last, same = doer
        norms = self._doc.norms
        start = mention.phrase_first if mention is not None else first
        joined = "و" in mention.clitic or norms[start].startswith("وال") if mention is not None else False
        if party == same or start < last or joined:
            return False
        between = norms[last:start] if mention is None or mention.form is not Form.ADJECTIVE else norms[last:first]
        if any(norm in _APART or norm.startswith("وال") for norm in between):
            return False
        # حزب الله اللبناني: an adjective right behind tells whose the doer is.
        return mention is None or mention.form is not Form.ADJECTIVE or bool(between)

    def _acts_on(self, at: int, last: int) -> bool:
        """An indefinite noun right behind who does it is what that is done to: قصف الجيش مواقع في الشمال."""
        if at >= last or self._chunks.governor(at) or self._chunks.is_closed(at) or self._chunks.named[at]:
            return False
        return not self._doc.norms[at].startswith(("ال", "و")) and self._chunks.is_noun(at)

    def _named_behind(self, first: int, last: int) -> list[tuple[int, str, bool]]:
        """Token and party of whatever is named in a range, and whether it is a place."""
        parties = ((at, party, False) for at, party in self._spoken.marked_in(first, last))
        return sorted([*parties, *((at, country, True) for at, country in self._spoken.spots_in(first, last))])

    def _walk(self, at: int, first: int, place: str, adjoining: bool, head: int) -> tuple[bool, str, bool]:
        """Read the words between two mentions: a preposition changes the place, a boundary ends the phrase."""
        norms = self._doc.norms
        for n in range(at, first):
            norm = norms[n]
            bare = norm[1:] if norm.startswith("و") and norm[1:] in self._places else norm
            if norm in self._boundary and not (norm in self._reference.relative and n - head <= RELATIVE):
                return True, place, adjoining
            if norm.startswith("و") and norm[1:] in self._chunks.syntax.complementizers:
                return True, place, adjoining  # وأن: something else is said
            # Behind a preposition a verb tells of what that leads to: اعتقالات في مداهمات استهدفت مسلحين.
            near = place == "owner" or norms[n - 1] in self._reference.relative
            if (self._opens_clause(n) and not (near and self._tells_of(head, n))) or is_auxiliary(self._chunks, n):
                return True, place, adjoining
            struck = self._by_head.get(n)
            if place == "owner" and struck is not None and struck.lemma in self._reference.striking_verb:
                place = "object"  # الهجمات التي استهدفت كينيا
            if bare == _BETWEEN and place != "owner" and self.is_masdar(n - 1) and not has_article(norms[n - 1]):
                return True, place, adjoining  # القمة في ظل توتر بين الجارين: another noun has these sides
            if bare in self._places:
                pair = f"{bare} {norms[n + 1]}" if n + 1 < first else bare
                opened = self._places.get(pair, self._places[bare])
                # قلقه إزاء التصعيد من جانب الجيش: who does what the noun is about.
                about = opened == AGENT and place not in _OWN
                place, adjoining = place if about else opened, False
                if place == AGENT and n - head > _AGENT_REACH:
                    return True, place, adjoining
            elif place == "owner" and self._tells_purpose(n):
                return True, place, adjoining
            elif norm in self._chunks.pronouns:
                adjoining = False  # التي تعرضت لها كينيا
            elif (joined := self._chunks.preposition(n)) in _CLITICS:
                place, adjoining = (place if joined == "ل" and self._is_owned(place, n) else joined), False
            elif norm == "،" and place != "owner":
                return True, place, adjoining
            elif not norm.startswith("ال") or (n == head + 1 and not has_article(norms[head]) and self.is_masdar(head)):
                # دعم الشعب الصومالي: the nationality is that of whom it is done to or by.
                adjoining = False
        return False, place, adjoining

    def _tells_purpose(self, at: int) -> bool:
        """A masdar joined to ل tells what for: whom it names takes no part (لقاء لبحث الأزمة)."""
        found = self._chunks.analyses(at) if self._doc.norms[at].startswith("ل") else ()
        return any(a.part is Part.MASDAR and a.preposition == "ل" and not a.article for a in found)

    def _opens_clause(self, at: int) -> bool:
        clause = self._by_head.get(at)
        return clause is not None and clause.kind is ClauseKind.VERBAL

    def _tells_of(self, head: int, verb: int) -> bool:
        """A verb close behind a noun tells of it (محادثات أجراها في بكين); a definite one needs a relative.

        Who did not do what is told has no part in it: الحرب التي لم تدنها الهند.
        """
        if self._by_head[verb].negated:
            return False
        between = self._doc.norms[head + 1 : verb]
        related = any(norm in self._reference.relative for norm in between)
        definite = has_article(self._doc.norms[head])
        return verb - head <= RELATIVE + 1 and (related or not definite)

    def _mention_at(self, at: int) -> Named | None:
        return next(iter(self._names.within(at, at + 1)), None)
