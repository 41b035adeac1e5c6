"""Who does a deed where its own words do not name him: elided subjects, topics, possessives, masdars around a noun."""

from functools import partial

from marsad.lang.clitics import is_among
from marsad.lang.fold import fold
from marsad.lang.morphology import Part, Voice
from marsad.lexicon.reference import Reference
from marsad.read.clauses import Clause, ClauseKind
from marsad.read.document import Line
from marsad.read.mentions import Named
from marsad.read.noun_phrases import RELATIVE
from marsad.read.sites import Sites
from marsad.read.spoken_of import unique
from marsad.read.subjects import to_gender

_GENDERS = {"ها": "f"}
_BEFORE_NOUN = 8  # tokens before a noun in which the masdar of its doer stands
_BEFORE = 4  # tokens before a verb in which its topic stands
_BEFORE_TWO = 14  # and where two are its topic
_TWO = 2
_BEFORE_CLAUSE = 60  # tokens before a clause in which a pronoun finds whom it means
_COMMA = "،"
_LEADING = frozenset({"في", "علي", "الي", '"'})  # قرار كينيا في إغلاق الحدود
_FOR_SENTENCE = frozenset({"ما", "مما"})  # what was told before them brings about what follows: مما أسفر عن مقتل جندي


class Doers:
    """Answers for one document. Parties are entity ids."""

    def __init__(self, sites: Sites, reference: Reference) -> None:
        self.sites, self._reference = sites, reference
        self._doc, self._spoken = sites.doc, sites.spoken

    def subject_of(self, line: Line, clause: Clause) -> list[str]:
        """Return the parties of a clause's subject, told or left out; none where the subject stands for no party."""
        if clause.number == "d" and clause.subject is None:
            return self._topic_before(line, clause.head) or self._spoken.last_two_before(clause.head, states=False)
        if clause.subject is None and self._doc.norms[clause.pred_first - 1] in _FOR_SENTENCE:
            return self.subject_before(line, clause.head, clause.kind)
        topic = self._topic_before(line, clause.head) if clause.kind is ClauseKind.VERBAL else []
        told = self.sites.subject_parties(clause) or topic
        if told or clause.subject is not None:
            # A subject that stands for no party does the deed all the same: nobody else does.
            return told
        return self.subject_before(line, clause.head, clause.kind)

    def subject_before(self, line: Line, head: int, kind: ClauseKind) -> list[str]:
        """Return the parties of the subject of a clause before; a participle has that of the main one, or of its أن."""
        if kind is ClauseKind.PARTICIPIAL:
            # أكدا أنهما مستعدان: who says it speaks of himself.
            saying = (c for c in self.sites.clauses if c.complement is not None and c.complement[0] == head)
            if told := next((self.sites.subject_parties(clause) for clause in saying), []):
                return told
        verbs = (clause for clause in self.sites.clauses if clause.kind is ClauseKind.VERBAL)
        before = [clause for clause in verbs if clause.first >= line.first and clause.head < head]
        own = self.sites.by_head.get(head)
        if own is not None and own.number == "p":
            # اتفق الأعضاء على أن الأزمة تتفاقم ودعوا إلى وقفها: many are no single thing.
            before = [c for c in before if c.gender in (None, own.gender)]
        if kind is ClauseKind.PARTICIPIAL:
            before = [c for c in before if c.parent is None] or before
        return next((parties for c in reversed(before) if (parties := self.sites.subject_parties(c))), [])

    def owner(self, at: int) -> list[str]:
        """Return whose a noun with a possessive is: two are the last two named, one is whom its clause speaks of."""
        clause = self.sites.clause_of(at)
        if self._doc.norms[at].endswith("هما"):
            pair = self.sites.subject_parties(clause)
            return pair if len(pair) == _TWO else self._spoken.last_two_before(at, states=False)
        within = clause is not None and clause.head < at and (clause.subject is None or clause.subject[1] <= at)
        if clause is not None and _GENDERS.get(self._doc.norms[at][-2:], "m") != (clause.gender or "m"):
            within = False  # شكر الرئيس تركيا على تدريبها: hers is not his
        if within and clause is not None and clause.subject is not None and self.sites.can_act(clause.subject[0]):
            # Theirs who stand for no party is nobody's whom the text knows: أعلنت دول كثيرة دعمها.
            return self.sites.subject_parties(clause)
        if told := self.sites.subject_parties(clause) if within else self._told_behind(at):
            return told
        pronoun = next((end for end in ("ها", "ه") if self._doc.norms[at].endswith(end)), "")
        fits = partial(self._agrees, pronoun)
        return self._spoken.last_party_before(at, fits=fits) or self._spoken.last_party_before(at)

    def carriers(self, at: int) -> list[str]:
        """Return who carries out the deed of a masdar behind a light verb: قامت الشرطة باحتجازهم ثم طردهم."""
        clause = self.sites.clause_of(at)
        if clause is None or clause.kind is not ClauseKind.NOMINAL or not clause.pred_first < clause.head <= at:
            return []
        return self.sites.subject_parties(clause) if self.sites.is_masdar(clause.head) else []

    def suffering(self, at: int, carriers: list[str]) -> list[str]:
        """Return whom the possessive of such a masdar means: who was named last before those who carry it out."""
        clause = self.sites.clause_of(at)
        first = clause.first if clause is not None else at
        ending = next((end for end in ("هما", "ها", "هم", "ه") if self._doc.norms[at].endswith(end)), "")
        return [
            party for party in self.meant_by(ending, max(0, first - _BEFORE_CLAUSE), first) if party not in carriers
        ][-1:]

    def meant_by(self, pronoun: str, first: int, last: int) -> list[str]:
        """Return the parties of a range that a pronoun can mean, the last named last; all where no gender agrees."""
        marked = self._spoken.marked_in(first, last)
        agreeing = [(at, party) for at, party in marked if self._may_mean(at, pronoun)]
        return unique(party for _, party in reversed(agreeing or marked))[::-1]

    def doer_within(self, first: int, head: int) -> list[str]:
        """Return who stands between a masdar and its object in one phrase: احتجاز إيران ناقلة بريطانية."""
        mention = self.sites.chunks.phrases.get(first + 1)
        clause = self.sites.by_head.get(first)
        passive = clause is not None and clause.voice is Voice.PASSIVE
        if mention is None or mention.phrase_last > head or passive or not self.sites.is_masdar(first):
            return []
        return (
            [] if self.sites.chunks.phrase_clitics(mention) else self._spoken.parties_in(first + 1, mention.phrase_last)
        )

    def doer_before(self, first: int) -> list[str]:
        """Return whose masdar stands before a noun: he does what the noun tells as well (إعلان فرنسا الانسحاب)."""
        if decided := self._decided_before(first):
            return decided
        if self.sites.chunks.preposition(first):
            return []
        for at in range(first - 2, max(0, first - _BEFORE_NOUN), -1):
            doers = self._spoken.parties_in(at + 1, first)
            if doers and not self.sites.chunks.named[at]:
                whole = all(self.sites.chunks.named[n] or self._is_marked(n) for n in range(at + 1, first))
                told = self.sites.by_head.get(at)
                is_verb = told is not None and told.part is Part.FINITE
                return doers if whole and not is_verb and self.sites.is_masdar(at) else []
        return []

    def _decided_before(self, first: int) -> list[str]:
        """Return whose decision leads to a noun: قرار كينيا الأخير بإغلاق الحدود."""
        for at in range(first - 1, max(0, first - _BEFORE_NOUN), -1):
            norm, in_name = self._doc.norms[at], self.sites.chunks.named[at]
            if not in_name and is_among(norm, self._reference.deciding_noun):
                return self._spoken.parties_in(at + 1, first)
            if not in_name and not norm.startswith("ال") and norm not in _LEADING and not self._is_marked(at):
                return []
        return []

    def _is_marked(self, at: int) -> bool:
        return bool(self._spoken.marked_in(at, at + 1))

    def doers_behind(self, line: Line, head: int) -> list[str]:
        """Return who did what a relative clause tells of the noun: الاتفاق الذي أبرمته الدولتان."""
        relative = self._relative_behind(line, head)
        told = (self.sites.by_head.get(at) for at in range(relative + 1, relative + 3)) if relative is not None else ()
        clause = next((clause for clause in told if clause is not None), None)
        if clause is None or clause.negated or (clause.subject is not None and clause.subject[0] <= head):
            return []
        if clause.lemma in self._reference.striking_verb or clause.lemma in self._reference.asking_verb:
            return []  # الهجمات التي تعرضت لها كينيا، هدنة اقترحتها غانا
        return self.sites.subject_parties(clause)

    def leads_on(self, line: Line, head: int) -> bool:
        """Tell whether a preposition stands between a noun and the relative pronoun behind it."""
        relative = self._relative_behind(line, head)
        return relative is not None and any(self.sites.chunks.preposition(at) for at in range(head + 1, relative))

    def _topic_before(self, line: Line, head: int) -> list[str]:
        """The party right before a verb or predicate: إن بلاده ألغت، إن الصين مستعدة; not before an accusative."""
        clause = self.sites.by_head.get(head)
        reach = _BEFORE_TWO if clause is not None and clause.number == "d" else _BEFORE
        near = list(self._spoken.marked_in(max(line.first, head - reach), head))
        joined = clause is not None and clause.pred_first == head and self._is_joined(clause)
        if not near or self._doc.norms[head].endswith("ا") or joined:
            return []
        if any(norm in self._reference.pause for norm in self._doc.norms[near[-1][0] : head]):
            return [near[-1][1]] if self._opens(line, near[-1][0]) and self._doc.norms[head - 1] == _COMMA else []
        return [near[-1][1]] if reach == _BEFORE else unique(party for _, party in near)[-2:]

    def _opens(self, line: Line, at: int) -> bool:
        """Tell whether a name is the first thing that a sentence or what somebody says speaks of."""
        mention = next(iter(self.sites.names.within(at, at + 1)), None)
        first = mention.phrase_first if mention is not None else at
        return first == line.first or self._doc.norms[first - 1] in self.sites.chunks.syntax.complementizers

    def _is_joined(self, clause: Clause) -> bool:
        """Tell whether و or ف joins the verb to what stands before it, so that nothing there is its topic."""
        norm = self._doc.norms[clause.head]
        return norm[0] in "وف" and not fold(clause.lemma).startswith(norm[0])

    def _may_mean(self, at: int, pronoun: str) -> bool:
        mention = next(iter(self.sites.names.within(at, at + 1)), None)
        return mention is None or self._agrees(pronoun, mention)

    def _agrees(self, pronoun: str, mention: Named) -> bool:
        """Tell whether him or her may be whom a mention names; where its gender is not known, both may."""
        gender = to_gender(self.sites.chunks, mention) if pronoun in ("ها", "ه") else None
        return gender is None or (gender == "f") == (pronoun == "ها")

    def _relative_behind(self, line: Line, head: int) -> int | None:
        """The relative pronoun so near behind a noun that it tells of it."""
        near = range(head + 1, min(head + 1 + RELATIVE, line.last))
        return next((at for at in near if self._doc.norms[at] in self._reference.relative), None)

    def _told_behind(self, at: int) -> list[str]:
        """Whose a noun before the first verb of its sentence is: خلال استقباله الوفد، قال الرئيس."""
        line = self._doc.line_of(at)
        verbs = [c for c in self.sites.clauses if line.first <= c.head < line.last and c.kind is ClauseKind.VERBAL]
        first = verbs[0] if verbs and verbs[0].head > at else None
        behind = first is not None and first.subject is not None and first.subject[0] > first.head
        return self.sites.subject_parties(first)[:1] if behind else []
