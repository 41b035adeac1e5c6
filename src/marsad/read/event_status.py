"""The status of an event: told as done, still to come, only possible, or denied."""

from collections.abc import Callable, Sequence

from marsad.lang.clitics import split_proclitics
from marsad.lang.morphology import Tense
from marsad.lexicon.frames import Frame, SlotRole
from marsad.lexicon.reference import Reference
from marsad.model import EventStatus, EventType
from marsad.read.clauses import Clause, ClauseKind
from marsad.read.document import Document, Line
from marsad.read.event_times import EventTimes
from marsad.read.event_types import DECREED, LOCAL, PROMISED, SHARED, SOUGHT, UTTERED, VERBAL, WHEN_FUTURE
from marsad.read.relatives import ADNOMINAL
from marsad.read.triggers import Trigger

_QUALIFIED = 3  # tokens behind a noun in which an adjective tells of its time
_CONDITION = 12  # tokens before a threat in which a condition of it stands
_UNMET = 3  # tokens between a noun of need or wish and the deed
_PREPARED = 2  # tokens between what prepares a meeting and the meeting
_DENIED = 14  # tokens between a denial and the talks that it denies
_STEPS = frozenset({EventType.CONSULT, EventType.SUPPORT})  # what may be prepared or meant
_TO = "علي"
_TOWARDS = "الي"
_ASKED = 30  # tokens between a verb of asking and what it asks for
_IT = ("ه", "ها", "هم", "هما")
_INTENDED = 8  # tokens between a verb of wanting and what is wanted


class StatusFinder:
    """Finds the statuses of one document's events."""

    def __init__(
        self,
        doc: Document,
        clauses: Sequence[Clause],
        reference: Reference,
        times: EventTimes,
        stems_of: Callable[[str], frozenset[str]],
    ) -> None:
        self._doc, self._clauses, self._reference, self._times = doc, clauses, reference, times
        self._stems_of = stems_of

    def find(self, frame: Frame, clause: Clause | None, line: Line, trigger: Trigger) -> EventStatus:
        """Return the status: negation, what the sense fixes, the words around a noun, the clause, a time ahead."""
        own = clause is not None and clause.head in range(trigger.first, trigger.last)
        before = self._doc.norms[trigger.first - 1] if trigger.first > line.first else ""
        if not frame.negated and self.is_denied(line, clause if own else None, trigger):
            return EventStatus.NEGATED
        if frame.negated:
            return frame.status or EventStatus.ACTUAL
        if frame.status is not None:
            supposed = own and clause is not None and clause.hypothetical
            return EventStatus.HYPOTHETICAL if supposed and frame.status is EventStatus.FUTURE else frame.status
        if frame.type is EventType.THREATEN:
            supposed = clause is not None and clause.hypothetical
            return EventStatus.HYPOTHETICAL if supposed or self._is_conditional(line, trigger) else EventStatus.ACTUAL
        # To recognize a state or open an embassy is no matter of words: it may be still to come.
        said = frame.type in UTTERED and (frame.type is not EventType.SUPPORT or frame.speaker is not None)
        if frame.needs == "statement" or (not own and said):
            # A judgement falls when it is spoken, whatever it is about.
            supposed = before in self._reference.condition_noun
            return EventStatus.HYPOTHETICAL if supposed else EventStatus.ACTUAL
        if not own and (told := self._status_of_noun(frame, line, trigger, before)) is not None:
            supposed = told is EventStatus.FUTURE and clause is not None and clause.hypothetical
            return EventStatus.HYPOTHETICAL if supposed else told
        if clause is not None and (clause.future or (own and self._is_meant(clause, line, trigger))):
            return EventStatus.FUTURE
        if clause is not None and clause.hypothetical:
            return EventStatus.HYPOTHETICAL
        if frame.type not in VERBAL and self._times.lies_ahead(clause, trigger.head):
            return EventStatus.FUTURE
        return EventStatus.ACTUAL

    def _is_meant(self, clause: Clause, line: Line, trigger: Trigger) -> bool:
        """Tell whether a masdar with an object of its own is what somebody means to do: يعتزم مناقشة الأمر مع نظيره."""
        return (
            clause.kind is ClauseKind.PARTICIPIAL
            and self._lemma_before(line, trigger) in self._reference.intending_verb
        )

    def is_denied(self, line: Line, own: Clause | None, trigger: Trigger) -> bool:
        """Tell whether the deed is denied; `own` is the clause that the trigger heads, if it heads one."""
        before = self._doc.norms[trigger.first - 1] if trigger.first > line.first else ""
        words = (rest for _, rest in split_proclitics(before))
        if (own is not None and own.negated) or any(word in self._reference.negating_noun for word in words):
            return True
        if own is None and self._is_none(trigger):
            return True
        carried = (c for c in self._clauses if c.negated and c.object is not None and c.object[0] == trigger.first)
        return own is None and any(clause.lemma in self._reference.carrying_verb for clause in carried)

    def _is_none(self, trigger: Trigger) -> bool:
        """Tell whether a denied verb says that there was none: لم تتلق الوزارة أي شكوى."""
        norms = self._doc.norms[max(0, trigger.first - 1) : trigger.last - 1]
        words = (rest for norm in norms for _, rest in split_proclitics(norm))
        if self._reference.any_of.isdisjoint(words):
            return False
        return any(clause.negated and clause.head < trigger.last <= clause.last for clause in self._clauses)

    def is_unmet(self, frame: Frame, line: Line, trigger: Trigger) -> bool:
        """Tell whether a deed is only needed, asked for, wished for or refused: يجب أن يلتقيا، استعداده للحوار.

        What eases a conflict is sought for long before it is there: جهود وقف القتال، من أجل سحب القوات.
        """
        stems, words = self._stems_in(line, trigger.first - _UNMET, trigger.first), self._reference
        if not stems.isdisjoint(words.unmet_noun) or (frame.type in SOUGHT and not stems.isdisjoint(words.sought_noun)):
            return True
        lemma = self._lemma_before(line, trigger)
        asked = not trigger.verbal and (lemma in words.asking_verb or self._is_asked(line, trigger))
        return asked or lemma in words.obliging_verb

    def _is_asked(self, line: Line, trigger: Trigger) -> bool:
        """Tell whether a verb of asking leads to a noun, however far it stands: دعا الوزير في نيروبي أمس إلى حوار."""
        asking = (c for c in self._clauses_before(line, trigger, _ASKED) if c.lemma in self._reference.asking_verb)
        to = (prep for clause in asking for prep in clause.preps if prep.prep == _TOWARDS)
        return any(prep.first <= trigger.first < prep.last for prep in to)

    def is_condition(self, line: Line, trigger: Trigger) -> bool:
        """Tell whether a noun is only what something else would follow from: سيعود في حال إبرام اتفاق."""
        return trigger.first > line.first and self._doc.norms[trigger.first - 1] in self._reference.case_noun

    def is_ended(self, frame: Frame, line: Line, trigger: Trigger) -> bool:
        """Tell whether backing or a step in a noun is ended, denied or only sought: أوقفوا دعم، طريق التطبيع.

        A step in the relation may be wished for too, which then tells it: أبدى استعداده لاستئناف العلاقات.
        """
        stems = self._stems_in(line, trigger.first - _UNMET, trigger.first)
        wished = frame.speaker is None and not stems.isdisjoint(self._reference.unmet_noun - self._reference.ahead_noun)
        if wished:
            return True
        if not stems.isdisjoint(self._reference.ending_noun | self._reference.sought_noun):
            return True
        before = self._clauses_before(line, trigger, _UNMET)
        return bool(before) and before[-1].lemma in self._reference.ending_verb

    def is_required(self, line: Line, trigger: Trigger) -> bool:
        """Tell whether an agreement is only called for: يتطلب موافقة الأعضاء، طلب موافقة الحلفاء."""
        return self._lemma_before(line, trigger) in self._reference.obliging_verb | self._reference.asking_verb

    def is_announced(self, clause: Clause | None, line: Line, trigger: Trigger) -> bool:
        """Tell whether a noun is what its clause announces or decides: أعلنت هدنة، but not أعلنت بدء الهدنة."""
        if clause is None or clause.lemma not in self._reference.announcing_verb:
            return False
        return self._reference.completion_noun.isdisjoint(
            self._stems_in(line, trigger.first - _UNMET, trigger.first + 1)
        )

    def _lemma_before(self, line: Line, trigger: Trigger) -> str | None:
        """The verb close before in whose complement a trigger may stand; not where it is the scene: دعا خلال لقاء."""
        if trigger.first and self._doc.norms[trigger.first - 1] in self._reference.during:
            return None
        before = self._clauses_before(line, trigger, _INTENDED)
        return before[-1].lemma if before else None

    def _clauses_before(self, line: Line, trigger: Trigger, reach: int) -> list[Clause]:
        """The clauses of its sentence whose predicates stand so many tokens before a trigger, in order."""
        return [c for c in self._clauses if line.first <= c.head and 0 < trigger.first - c.head <= reach]

    def _stems_in(self, line: Line, first: int, last: int) -> set[str]:
        """The stems of the words from `first`, or the beginning of the line, to before `last`."""
        return {stem for norm in self._doc.norms[max(line.first, first) : last] for stem in self._stems_of(norm)}

    def _is_conditional(self, line: Line, trigger: Trigger) -> bool:
        """A threat holds only for a case that a condition around it names, or where what it holds out only may be."""
        near = self._doc.norms[max(line.first, trigger.first - _CONDITION) : line.last]
        if not self._reference.condition.isdisjoint(near):
            return True
        ahead = range(trigger.last, min(trigger.last + _CONDITION, line.last))
        return any(clause.head in ahead and clause.hypothetical for clause in self._clauses)

    def _status_of_noun(self, frame: Frame, line: Line, trigger: Trigger, before: str) -> EventStatus | None:
        """What the words around a noun tell of its deed, whatever the verb of its clause says; None where nothing."""
        words, norms = self._reference, self._doc.norms
        behind = {norm.removeprefix("ال") for norm in norms[trigger.last : min(trigger.last + _QUALIFIED, line.last)]}
        if before in words.condition_noun or not behind.isdisjoint(words.possible_adjective):
            return EventStatus.HYPOTHETICAL
        if not behind.isdisjoint(words.planned_adjective):
            return EventStatus.FUTURE
        if (
            before in words.done_noun
            or self._is_told_of(frame, line, trigger)
            or self._is_decreed(frame, line, trigger)
        ):
            return EventStatus.ACTUAL
        if frame.type is EventType.CONSULT and self._is_agreed_on(line, trigger):
            return EventStatus.FUTURE
        if frame.type in _STEPS and self._is_ahead(line, trigger):
            return EventStatus.FUTURE
        if frame.type in SHARED and self._is_failed(line, trigger):
            return EventStatus.NEGATED
        if frame.type is EventType.CONSULT and self._is_disowned(line, trigger):
            return EventStatus.NEGATED
        verb = self._lemma_before(line, trigger)
        if frame.type in DECREED and verb in words.announcing_verb:
            return None  # قررت كينيا سحب سفيرها: done by being decided, whenever that is
        if any(c.subject is not None and c.subject[0] == trigger.first for c in self._clauses):
            return None  # استهدف قصف المدينة: what does something is not what is meant to be done
        return EventStatus.FUTURE if verb in words.intending_verb else None

    def _is_decreed(self, frame: Frame, line: Line, trigger: Trigger) -> bool:
        """Tell whether it is the decision of somebody, who has then done it: رد على قرار كينيا طرد السفير."""
        near = self._stems_in(line, trigger.first - _UNMET, trigger.first) if frame.type in DECREED else ()
        return not self._reference.decision_noun.isdisjoint(near)

    def _is_told_of(self, frame: Frame, line: Line, trigger: Trigger) -> bool:
        """Tell whether a clause on the noun says that it was done: تنازلات قدمتها كينيا، الاتفاق الذي أبرمته."""
        norms, lasts = self._doc.norms, frame.type in LOCAL
        for at in range(trigger.last, min(trigger.last + _QUALIFIED, line.last)):
            related = norms[at] in ADNOMINAL
            if related or norms[at].endswith(_IT):
                verb = at + 1 if related else at
                heads = (c for c in self._clauses if c.head == verb)
                # A war that somebody wages goes on: الحرب التي يشنها.
                told = next((c for c in heads if c.tense is Tense.PERFECT or (related and lasts)), None)
                if told is not None:
                    return not (told.future or told.negated or told.hypothetical)
            if norms[at] in self._reference.pause:
                return False
        return False

    def _is_agreed_on(self, line: Line, trigger: Trigger) -> bool:
        """Tell whether somebody agreed to meet: اتفقا على عقد لقاء, not اتفقا في لقاء."""
        before = self._clauses_before(line, trigger, _INTENDED)
        agreed = bool(before) and before[-1].lemma in self._reference.agreeing_verb
        return agreed and _TO in self._doc.norms[before[-1].head : trigger.first]

    def _is_failed(self, line: Line, trigger: Trigger) -> bool:
        """A meeting or agreement that did not come about: فشل الجانبان في عقد لقاء، بعد الفشل في إبرام اتفاق."""
        stems, words = self._stems_in(line, trigger.first - _UNMET, trigger.first), self._reference
        return not stems.isdisjoint(words.failed_noun) or self._lemma_before(line, trigger) in words.failing_verb

    def _is_disowned(self, line: Line, trigger: Trigger) -> bool:
        """Talks that somebody denies, or denies the news of: نفت عقد لقاء، نفى الأنباء التي تحدثت عن لقاء."""
        before = self._clauses_before(line, trigger, _DENIED)
        denial = next((c.head for c in before if c.lemma in self._reference.denying_verb), None)
        return denial is not None and self._reference.pause.isdisjoint(self._doc.norms[denial : trigger.first])

    def _is_ahead(self, line: Line, trigger: Trigger) -> bool:
        """What something prepares or somebody means to do is still to come: التحضير لقمة، نيته الاعتراف بالدولة."""
        stems = self._stems_in(line, trigger.first - _PREPARED, trigger.first)
        return not stems.isdisjoint(self._reference.ahead_noun)


def to_told(frame: Frame, status: EventStatus, *, by_others: bool) -> tuple[EventType, str | None, EventStatus]:
    """Return type, mode and status as PLOVER has them: what lies ahead is an agreement to it, or a plan.

    `by_others`: another than who is to do it tells of it, so that nothing has been promised.
    """
    kind, mode = frame.type, frame.mode
    if status is EventStatus.FUTURE and kind in WHEN_FUTURE:
        kind, mode = WHEN_FUTURE[kind], None
    promised = not by_others and (frame.type in PROMISED or frame.speaker is SlotRole.ACTOR)
    if status is EventStatus.FUTURE and frame.status is None and kind is EventType.AGREE and promised:
        # Who promises to help or back another has agreed to it now.
        status = EventStatus.ACTUAL
    return kind, mode, status
