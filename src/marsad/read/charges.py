"""Charges: deeds that somebody is accused of, warned of, threatened with or asked for. The event is the charge."""

from marsad.lexicon.cues import Attitude, build_cue_index
from marsad.lexicon.frames import Frame
from marsad.lexicon.load import Lexicon
from marsad.model import EventType, Statement
from marsad.read.clauses import Clause
from marsad.read.document import Document
from marsad.read.event_types import DEEDS
from marsad.read.triggers import Trigger

# In words of these attitudes deeds are charged, feared or wanted.
_CHARGES = frozenset({Attitude.ACCUSE, Attitude.DENY, Attitude.WARN, Attitude.THREATEN, Attitude.DEMAND})
# Where the cue tells the judgement itself, what is judged adds no second one: اتهم جاره بأنه يعرقل السلام.
_TOLD_BY_CUE = {
    Attitude.ACCUSE: EventType.ACCUSE,
    Attitude.DEMAND: EventType.REQUEST,
    Attitude.WARN: EventType.THREATEN,
    Attitude.THREATEN: EventType.THREATEN,
}


class ChargeFinder:
    """Tells the charges of one document."""

    def __init__(self, doc: Document, lexicon: Lexicon) -> None:
        self._doc = doc
        self._cues = build_cue_index(lexicon.cues, lexicon.verbs)
        self._attitudes = {cue.id: cue.attitude for cue in lexicon.cues.cue}

    def is_charged(self, frame: Frame, trigger: Trigger, clause: Clause | None, statement: Statement | None) -> bool:
        """Tell whether something is only spoken of: as the noun that a charge names, or a deed in the words of one."""
        if clause is not None and not trigger.verbal and self._is_content(clause, trigger.first):
            return True
        attitude = self._attitudes.get(statement.rule) if statement is not None else None
        if statement is None or attitude is None or trigger.first < self._doc.token_at(statement.cue.end):
            return False
        if frame.needs == "statement" and _TOLD_BY_CUE.get(attitude) is frame.type:
            return True
        return attitude in _CHARGES and frame.type in DEEDS

    def _is_content(self, clause: Clause, noun: int) -> bool:
        """The noun stands where the verb has what is said: اتهم الوزير جاره بقصف القرية.

        A state that orders nobody else does what it orders: أمر الرئيس بطرد السفير.
        """
        before = next((prep.prep for prep in clause.preps if prep.first == noun), None)
        charges = _CHARGES if clause.object is not None else _CHARGES - {Attitude.DEMAND}
        return before is not None and any(
            cue.attitude in charges and before in cue.before_content for cue in self._cues.of(clause.lemma)
        )
