"""The status of an event: told as done, still to come, only possible, or denied."""

from collections.abc import Callable, Sequence

from marsad.lexicon.frames import Frame, SlotRole
from marsad.lexicon.reference import Reference
from marsad.model import EventStatus, EventType
from marsad.read.clauses import Clause
from marsad.read.document import Document, Line
from marsad.read.event_times import EventTimes
from marsad.read.event_types import PROMISED, UTTERED, VERBAL, WHEN_FUTURE
from marsad.read.triggers import Trigger

_QUALIFIED = 3  # tokens behind a noun in which an adjective tells of its time
_CONDITION = 12  # tokens before a threat in which a condition of it stands
_UNMET = 3  # tokens between a noun of need or wish and the deed
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
            return frame.status
        if frame.type is EventType.THREATEN:
            return EventStatus.HYPOTHETICAL if self._is_conditional(line, trigger) else EventStatus.ACTUAL
        if frame.needs == "statement" or (not own and frame.type in UTTERED):
            # A judgement falls when it is spoken, whatever it is about.
            supposed = before in self._reference.condition_noun
            return EventStatus.HYPOTHETICAL if supposed else EventStatus.ACTUAL
        if not own and (told := self._status_of_noun(line, trigger, before)) is not None:
            return told
        if clause is not None and clause.future:
            return EventStatus.FUTURE
        if clause is not None and clause.hypothetical:
            return EventStatus.HYPOTHETICAL
        if frame.type not in VERBAL and self._times.lies_ahead(clause, trigger.head):
            return EventStatus.FUTURE
        return EventStatus.ACTUAL

    def is_denied(self, line: Line, own: Clause | None, trigger: Trigger) -> bool:
        """Tell whether the deed is denied; `own` is the clause that the trigger heads, if it heads one."""
        before = self._doc.norms[trigger.first - 1] if trigger.first > line.first else ""
        return (own is not None and own.negated) or before in self._reference.negating_noun

    def is_unmet(self, line: Line, trigger: Trigger) -> bool:
        """Tell whether a deed is only needed, wished for or refused: يجب أن يلتقيا، استعداده للحوار."""
        near = self._doc.norms[max(line.first, trigger.first - _UNMET) : trigger.first]
        if not self._reference.unmet_noun.isdisjoint(stem for norm in near for stem in self._stems_of(norm)):
            return True
        before = [c for c in self._clauses if line.first <= c.head and 0 < trigger.first - c.head <= _INTENDED]
        return bool(before) and before[-1].lemma in self._reference.obliging_verb

    def _is_conditional(self, line: Line, trigger: Trigger) -> bool:
        """A threat holds only for a case that a condition around it names, or where what it holds out only may be."""
        near = self._doc.norms[max(line.first, trigger.first - _CONDITION) : line.last]
        if not self._reference.condition.isdisjoint(near):
            return True
        ahead = range(trigger.last, min(trigger.last + _CONDITION, line.last))
        return any(clause.head in ahead and clause.hypothetical for clause in self._clauses)

    def _status_of_noun(self, line: Line, trigger: Trigger, before: str) -> EventStatus | None:
        """What the words around a noun tell of its deed, whatever the verb of its clause says; None where nothing."""
        words, norms = self._reference, self._doc.norms
        behind = {norm.removeprefix("ال") for norm in norms[trigger.last : min(trigger.last + _QUALIFIED, line.last)]}
        if before in words.condition_noun or not behind.isdisjoint(words.possible_adjective):
            return EventStatus.HYPOTHETICAL
        if not behind.isdisjoint(words.planned_adjective) or self._is_intended(trigger):
            return EventStatus.FUTURE
        return EventStatus.ACTUAL if before in words.done_noun else None

    def _is_intended(self, trigger: Trigger) -> bool:
        """A noun behind a verb of wanting or asking is what is to come: دعاه إلى زيارة."""
        before = [c for c in self._clauses if 0 < trigger.first - c.head <= _INTENDED]
        return bool(before) and before[-1].lemma in self._reference.intending_verb


def to_told(frame: Frame, status: EventStatus) -> tuple[EventType, str | None, EventStatus]:
    """Return type, mode and status as PLOVER has them: what lies ahead is an agreement to it, or a plan."""
    kind, mode = frame.type, frame.mode
    if status is EventStatus.FUTURE and kind in WHEN_FUTURE:
        kind, mode = WHEN_FUTURE[kind], None
    promised = frame.type in PROMISED or frame.speaker is SlotRole.ACTOR
    if status is EventStatus.FUTURE and frame.status is None and kind is EventType.AGREE and promised:
        # Who promises to help or back another has agreed to it now.
        status = EventStatus.ACTUAL
    return kind, mode, status
