"""Slots: which parties stand in which syntactic place around a trigger."""

from collections.abc import Iterable, Sequence
from functools import cached_property, partial

from marsad.lang.clitics import split_proclitics
from marsad.lang.fold import fold
from marsad.lang.morphology import Part, Voice
from marsad.lexicon.frames import AGENT
from marsad.lexicon.load import Lexicon
from marsad.model import EntityKind
from marsad.read.arguments import Prep
from marsad.read.chunks import build_chunks
from marsad.read.clauses import Clause, ClauseKind, find_led
from marsad.read.document import Document, Line
from marsad.read.mentions import Form, Named, Names
from marsad.read.noun_phrases import AIMED, DOER, RELATIVE, NounPhrases
from marsad.read.spoken_of import SpokenOf, unique
from marsad.read.subjects import to_gender

Slots = dict[str, list[str]]

CONTENT = "أن"  # the place of whoever does what is said behind أن
_THAT = frozenset({"ان", "الا", "بان"})
_CONTENT = 5  # tokens behind a trigger in which its أن stands

_BETWEEN = frozenset({"ل", '"'})
_BEHIND_MASDAR = frozenset({"ل", "الي", "من"})
_GENDERS = {"ها": "f"}
_BEFORE_NOUN = 8  # tokens before a noun in which the masdar of its doer stands
_BEFORE = 4  # tokens before a verb in which its topic stands
_BEFORE_TWO = 14  # and where two are its topic
_TWO = 2


class SlotFinder:
    """Fills places around triggers of one document. `spoken`: the parties it speaks of."""

    def __init__(self, doc: Document, names: Names, clauses: Sequence[Clause], lexicon: Lexicon) -> None:
        self._doc, self._names, self._clauses = doc, names, clauses
        self._reference, self._places = lexicon.reference, lexicon.slot_places
        self._chunks = build_chunks(doc, names, lexicon)
        self.spoken = SpokenOf(doc, names, clauses, lexicon.reference)
        self._phrases = NounPhrases(doc, names, self.spoken, clauses, self._chunks, lexicon)
        self._by_head = {clause.head: clause for clause in clauses}

    def clause_of(self, head: int) -> Clause | None:
        """Return the clause whose predicate this token heads, else the smallest clause around it."""
        return self._by_head.get(head) or self._around[head]

    @cached_property
    def _around(self) -> list[Clause | None]:
        """The smallest clause around each token."""
        around: list[Clause | None] = [None] * len(self._doc.tokens)
        for clause in sorted(self._clauses, key=lambda clause: clause.first - clause.last):
            around[clause.first : clause.last] = [clause] * (clause.last - clause.first)
        return around

    def subject_parties(self, clause: Clause | None) -> list[str]:
        """Return the parties of a clause's subject, through elided subjects to the clause that has one."""
        for _ in range(8):
            if clause is None:
                return []
            if clause.subject is not None:
                return self.spoken.parties_in(*clause.subject)
            if clause.subject_from is None:
                return []
            clause = self._clauses[clause.subject_from]
        return []

    def fill_participle(self, line: Line, first: int, head: int) -> Slots:
        """Fill the places of a participle or verb that heads no clause: what follows it, and the subject before it."""
        slots: Slots = {}
        for place, party in self._phrases.read(line, head):
            _add(slots, "object" if place in ("owner", "adjective") else place, [party])
        _add(slots, "subject", self._subject_before(line, first, ClauseKind.PARTICIPIAL))
        return slots

    def meant_by(self, pronoun: str, first: int, last: int) -> list[str]:
        """The parties of a range that a pronoun can mean by its gender, in order; all where none agrees."""
        marked = self.spoken.marked_in(first, last)
        agreeing = [(at, party) for at, party in marked if self._may_mean(at, pronoun)]
        return unique(party for _, party in agreeing or marked)

    def _may_mean(self, at: int, pronoun: str) -> bool:
        mention = next(iter(self._names.within(at, at + 1)), None)
        return mention is None or self._agrees(pronoun, mention)

    def _agrees(self, pronoun: str, mention: Named) -> bool:
        """Tell whether him or her may be whom a mention names; where its gender is not known, both may."""
        gender = to_gender(self._chunks, mention) if pronoun in ("ها", "ه") else None
        return gender is None or (gender == "f") == (pronoun == "ها")

    def is_masdar(self, at: int) -> bool:
        """Tell whether the word may be a masdar."""
        return self._phrases.is_masdar(at)

    def is_owned(self, at: int) -> bool:
        """Tell whether the word may be a masdar with a possessive: قصفه."""
        return any(a.part is Part.MASDAR and a.suffix for a in self._chunks.analyses(at))

    def is_governed(self, at: int) -> bool:
        """Tell whether a preposition stands before a word or is written onto it."""
        return bool(self._chunks.preposition(at)) or (
            at > 0 and self._doc.norms[at - 1] in self._chunks.syntax.prepositions
        )

    def can_act(self, at: int) -> bool:
        """Tell whether the noun means people or bodies: المعارضة، حلفاء."""
        rests = [rest.removeprefix("ال") for _, rest in split_proclitics(self._doc.norms[at])]
        return any(form in self._reference.able_noun for rest in rests for form in (rest, rest.removesuffix("ا")))

    def take_agents(self, slots: Slots) -> None:
        """Who stands behind من does what the participle tells, who was subject suffers it: مواقف منددة من دول عدة."""
        agents = slots.pop(AGENT, []) or slots.pop("من", [])
        if agents:
            slots["object"] = slots.get("object") or [p for p in slots.get("subject", ()) if p not in agents]
            slots["subject"] = agents

    def _subject_of(self, line: Line, clause: Clause) -> list[str]:
        if clause.number == "d" and clause.subject is None:
            return self._topic_before(line, clause.head) or self.spoken.last_two_before(clause.head, states=False)
        topic = self._topic_before(line, clause.head) if clause.kind is ClauseKind.VERBAL else []
        told = self.subject_parties(clause) or topic
        if told or clause.subject is not None:
            # A subject that stands for no party does the deed all the same: nobody else does.
            return told
        return self._subject_before(line, clause.head, clause.kind)

    def _topic_before(self, line: Line, head: int) -> list[str]:
        """The party right before a verb or predicate: إن بلاده ألغت، إن الصين مستعدة; not before an accusative."""
        clause = self._by_head.get(head)
        reach = _BEFORE_TWO if clause is not None and clause.number == "d" else _BEFORE
        near = list(self.spoken.marked_in(max(line.first, head - reach), head))
        joined = clause is not None and clause.pred_first == head and self._is_joined(clause)
        if not near or self._doc.norms[head].endswith("ا") or joined:
            return []
        paused = any(norm in self._reference.pause for norm in self._doc.norms[near[-1][0] : head])
        if paused:
            return []
        return [near[-1][1]] if reach == _BEFORE else unique(party for _, party in near)[-2:]

    def _is_joined(self, clause: Clause) -> bool:
        """Tell whether و or ف joins the verb to what stands before it, so that nothing there is its topic."""
        norm = self._doc.norms[clause.head]
        return norm[0] in "وف" and not fold(clause.lemma).startswith(norm[0])

    def _subject_before(self, line: Line, head: int, kind: ClauseKind) -> list[str]:
        """The subject of a clause before: the main one for a participle."""
        before = [c for c in self._clauses if c.first >= line.first and c.head < head and c.kind is ClauseKind.VERBAL]
        if kind is ClauseKind.PARTICIPIAL:
            before = [c for c in before if c.parent is None] or before
        return next((parties for c in reversed(before) if (parties := self.subject_parties(c))), [])

    @cached_property
    def named(self) -> Sequence[int]:
        """1 for each token of the document inside a name; a crossing or airport is one, whatever its name."""
        mask = bytearray(self._chunks.named)
        for mention in self._names.within(0, len(mask)):
            if mention.form is Form.PLACE and self._doc.norms[mention.first] in self._reference.facility:
                mask[mention.first] = 0
        return mask

    def fill_verbal(self, line: Line, clause: Clause, parts: Sequence[int] = ()) -> Slots:
        """Fill the places of a clause around its own predicate; `parts` are the tokens of its trigger."""
        slots: Slots = {}
        _add(slots, "subject", self._subject_of(line, clause))
        if clause.object is not None:
            _add(slots, "object", self.spoken.parties_in(*clause.object))
            _add(slots, "@object", self._spots(*clause.object))
        aimed, aimed_until, for_purpose = "", -1, False
        before = clause.object
        for prep in clause.preps:
            ends, before = before, (prep.first, prep.last)
            if ends is not None and ends[0] not in parts and self._completes(ends, prep):
                continue
            if self._doc.norms[prep.first] in self._reference.condition_noun:
                # سترد في حال هجوم على الجزيرة: what follows is told of the case, not of the deed.
                break
            place = self._place_of(prep)
            if place == "في" and ends == clause.object and self._is_member(ends, prep):
                place = "object"
            if place == AGENT and clause.voice is not Voice.PASSIVE:
                behind = clause.subject is not None and clause.subject[0] > clause.head and clause.object is None
                if behind and (not slots["subject"] or self._is_right_behind(clause.subject, prep)):
                    # A verb whose letters are active and passive alike: احتجز البحارة من قبل الجيش.
                    slots["object"], slots["subject"] = slots["subject"], []
                else:
                    # Who does what the object names is whom words are about: أدانت القصف من قبل الجيش.
                    place = "object"
            if place == "بين" and (for_purpose or (slots["subject"] and slots.get("object"))):
                # Both sides are there: what is "between" tells of a noun (التقى فلانا بعد الاتفاق بين ...).
                continue
            for_purpose = for_purpose or (prep.prep == "ل" and self._phrases.is_masdar(prep.first))
            if place == "في" and (slots.get(place) or slots.get("@" + place)):
                # The first place is the deed's, a further one that of something told of it.
                continue
            if place == "ل" and self._doc.norms[prep.first - 1].removeprefix("ال") in self._reference.belonging:
                # طائرات تابعة للحلف are his, whatever else he is told of.
                held = clause.subject is not None and clause.subject[0] < prep.first <= clause.subject[1] + 1
                place = "subject" if held else place
            elif place == "ل" and clause.object is not None and self._follows(clause.object[1], prep.first):
                # Whose the object is: قصفت الطائرات مواقع لداعش.
                place = "object" if not slots["object"] else place
            if place == "ل" and aimed and not slots[aimed] and self._follows(aimed_until, prep.first):
                # Nor does it matter behind a preposition: أطلق صواريخ على مواقع لداعش.
                place = aimed
            aimed, aimed_until = (place, prep.last) if place in AIMED else ("", -1)
            _add(slots, place, self.spoken.parties_in(prep.first, prep.last))
            # في بلدة نيفاشا: what kind of place it is stands before its name.
            is_kind = self._doc.norms[prep.first] in self._reference.settlement
            _add(slots, "@" + place, self._spots(prep.first, prep.first + 1 + is_kind))
        return slots

    def _is_member(self, phrase: tuple[int, int] | None, prep: Prep) -> bool:
        """Tell whether people right before في are a body's: قياديا في حماس."""
        if phrase is None or not self._follows(phrase[1], prep.first - 1) or not self.can_act(phrase[0]):
            return False
        kinds = (self._names.by_id[party].kind for party in self.spoken.parties_in(prep.first, prep.last))
        return any(kind in (EntityKind.ORGANIZATION, EntityKind.GROUP) for kind in kinds)

    def add_carried(self, slots: Slots, line: Line, noun: int) -> None:
        """Add whom the noun of a light verb is done to, where a possessive tells whose it is.

        Behind أعربت عن رفضها انضمام السويد إلى الحلف stands Sweden for what is refused, the alliance for where it goes.
        """
        behind = [party for place, party in self._phrases.read(line, noun) if place == "owner"]
        others = [party for party in behind if party not in slots.get("subject", ())]
        if others:
            slots["object"] = unique(others)

    def add_owner(self, slots: Slots, line: Line, noun: int) -> None:
        """Add whose the noun of a light verb is, where the subject is nobody known and another party follows.

        Behind أكد الوزير رفض مصر السياسة الإثيوبية Egypt refuses what Ethiopia does.
        """
        behind = self._phrases.read(line, noun)
        if slots.get("subject") or len({party for _, party in behind}) < 2 or behind[0][0] != "owner":
            return
        slots["subject"] = [behind[0][1]]
        slots["object"] = unique(party for place, party in behind[1:] if place in ("owner", "adjective", "ل"))

    def _completes(self, phrase: tuple[int, int], prep: Prep) -> bool:
        """What follows a masdar and its doer is told of that: وافق على انضمام السويد للحلف."""
        adjoining = phrase[1] <= prep.first <= phrase[1] + 1 and prep.prep in _BEHIND_MASDAR
        return adjoining and self._phrases.is_masdar(phrase[0]) and bool(self.spoken.parties_in(*phrase))

    def _place_of(self, prep: Prep) -> str:
        """The place that a preposition opens, alone or with a noun: من قبل، على يد."""
        norms = self._doc.norms
        pairs = (f"{prep.prep} {norms[prep.first]}", f"{norms[prep.first - 2]} {prep.prep}")
        alone = self._places.get(prep.prep, prep.prep)
        return next((self._places[pair] for pair in pairs if pair in self._places), alone)

    def _is_right_behind(self, phrase: tuple[int, int] | None, prep: Prep) -> bool:
        """Only the words of the preposition stand between."""
        return phrase is not None and phrase[1] <= prep.first <= phrase[1] + 2

    def add_content(self, slots: Slots, line: Line, last: int) -> None:
        """Add who does what is said behind أن (يجب أن تنسحب كينيا), unless the duty is somebody's (على كينيا أن)."""
        near = range(last - 1, min(last + _CONTENT, line.last - 1))
        opening = next((at for at in near if self._doc.norms[at] in _THAT), None)
        if opening is None or slots.get("على") or slots.get("ل"):
            return
        clause = next((c for at in range(opening + 1, opening + 3) if (c := self._by_head.get(at)) is not None), None)
        if clause is not None:
            # إن كينيا يجب أن تنسحب: who must is who does it.
            elided = clause.subject is None and clause.subject_from is None and clause.number != "p"
            _add(slots, CONTENT, slots.get("subject", ()) if elided else self.subject_parties(clause))

    def _spots(self, first: int, last: int) -> list[str]:
        return [country for _, country in self.spoken.spots_in(first, last)]

    def _follows(self, end: int, first: int) -> bool:
        """Nothing but the preposition itself or a quotation mark stands between."""
        return all(self._doc.norms[at] in _BETWEEN for at in range(end, first))

    def fill_nominal(self, line: Line, first: int, head: int, *, owned: bool) -> Slots:
        """Fill the places to the right of a noun, and the subject of the clause it stands in."""
        slots: Slots = {}
        if owned:
            _add(slots, "owner", self._owner(line, first))
        elif inner := self._doer_within(first, head) or self._doer_before(first):
            slots["subject"] = slots[DOER] = inner
        done_to = ("owner",) if owned else ("owner", "adjective") if slots.get("subject") else ()
        for place, party in self._phrases.read(line, head):
            # What has its owner in a possessive is followed by whom it is done to: استقباله الوزير.
            _add(slots, "object" if place in done_to else place, [party])
        if DOER in slots:
            _add(slots, "subject", slots[DOER])
        clause = self.clause_of(head)
        within = clause is not None and clause.subject and clause.subject[0] <= head < clause.subject[1]
        if not within and not slots.get("subject"):
            led = find_led(clause, self._chunks.syntax) if clause is not None else None
            if led is not None and led[1] <= head:
                # دفع الجيش إلى الانسحاب: whom the verb leads to it does what the noun tells.
                slots[DOER] = self.spoken.parties_in(*led)
            _add(slots, "subject", slots.get(DOER) or self.subject_parties(clause))
        doers = self._doers_behind(line, head)
        # استهجان الوزارة للتصريحات التي أدلى بها الوزير: who did what the noun is about is whom it is about.
        about = any(slots.get(place) for place in ("owner", "adjective")) and self._leads_on(line, head)
        _add(slots, "object" if about else "owner", doers)
        return slots

    def _doer_within(self, first: int, head: int) -> list[str]:
        """Who stands between a masdar and its object in one phrase: احتجاز إيران ناقلة بريطانية."""
        mention = self._chunks.phrases.get(first + 1)
        clause = self._by_head.get(first)
        passive = clause is not None and clause.voice is Voice.PASSIVE
        if mention is None or mention.phrase_last > head or passive or not self._phrases.is_masdar(first):
            return []
        return [] if self._chunks.phrase_clitics(mention) else self.spoken.parties_in(first + 1, mention.phrase_last)

    def _doer_before(self, first: int) -> list[str]:
        """He whose masdar stands before a noun does what the noun tells as well: إعلان فرنسا الانسحاب."""
        if self._chunks.preposition(first):
            return []
        for at in range(first - 2, max(0, first - _BEFORE_NOUN), -1):
            doers = self.spoken.parties_in(at + 1, first)
            if doers and not self._chunks.named[at]:
                whole = all(self._chunks.named[n] or self.spoken.marked_in(n, n + 1) for n in range(at + 1, first))
                told = self._by_head.get(at)
                is_verb = told is not None and told.part is Part.FINITE
                return doers if whole and not is_verb and self._phrases.is_masdar(at) else []
        return []

    def _doers_behind(self, line: Line, head: int) -> list[str]:
        """Who did what a relative clause tells of the noun: الاتفاق الذي أبرمته الدولتان."""
        relative = self._relative_behind(line, head)
        told = (self._by_head.get(at) for at in range(relative + 1, relative + 3)) if relative is not None else ()
        clause = next((clause for clause in told if clause is not None), None)
        if clause is None or clause.negated or (clause.subject is not None and clause.subject[0] <= head):
            return []
        return self.subject_parties(clause)

    def _leads_on(self, line: Line, head: int) -> bool:
        """A preposition stands between a noun and the relative pronoun behind it."""
        relative = self._relative_behind(line, head)
        return relative is not None and any(self._chunks.preposition(at) for at in range(head + 1, relative))

    def _relative_behind(self, line: Line, head: int) -> int | None:
        """The relative pronoun so near behind a noun that it tells of it."""
        near = range(head + 1, min(head + 1 + RELATIVE, line.last))
        return next((at for at in near if self._doc.norms[at] in self._reference.relative), None)

    def _owner(self, line: Line, at: int) -> list[str]:
        """Whose a noun with a possessive is: two are the last two named, one is whom its clause speaks of."""
        clause = self.clause_of(at)
        if self._doc.norms[at].endswith("هما"):
            pair = self.subject_parties(clause)
            return pair if len(pair) == _TWO else self.spoken.last_two_before(at, states=False)
        within = clause is not None and clause.head < at and (clause.subject is None or clause.subject[1] <= at)
        if clause is not None and _GENDERS.get(self._doc.norms[at][-2:], "m") != (clause.gender or "m"):
            within = False  # شكر الرئيس تركيا على تدريبها: hers is not his
        if within and clause is not None and clause.subject is not None and self.can_act(clause.subject[0]):
            # Theirs who stand for no party is nobody's whom the text knows: أعلنت دول كثيرة دعمها.
            return self.subject_parties(clause)
        if told := self.subject_parties(clause) if within else self._told_behind(at):
            return told
        pronoun = next((end for end in ("ها", "ه") if self._doc.norms[at].endswith(end)), "")
        fits = partial(self._agrees, pronoun)
        return self.spoken.last_party_before(at, fits=fits) or self.spoken.last_party_before(at)

    def _told_behind(self, at: int) -> list[str]:
        """Whose a noun before the first verb of its sentence is: خلال استقباله الوفد، قال الرئيس."""
        line = self._doc.line_of(at)
        verbs = [c for c in self._clauses if line.first <= c.head < line.last and c.kind is ClauseKind.VERBAL]
        first = verbs[0] if verbs and verbs[0].head > at else None
        behind = first is not None and first.subject is not None and first.subject[0] > first.head
        return self.subject_parties(first)[:1] if behind else []


def _add(slots: Slots, place: str, parties: Iterable[str]) -> None:
    slots[place] = unique([*slots.get(place, ()), *parties])
