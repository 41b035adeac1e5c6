"""Whether words tell the event of a frame at all, and how many parties it needs."""

from functools import lru_cache

from marsad.lang.clitics import has_article
from marsad.lang.fold import fold
from marsad.lang.morphology import Voice
from marsad.lexicon.frames import Frame, SlotRole
from marsad.lexicon.load import Lexicon
from marsad.model import EventType, Statement
from marsad.read.clauses import Clause
from marsad.read.document import Line
from marsad.read.duties import Duties
from marsad.read.event_parties import LEAST
from marsad.read.event_status import StatusFinder
from marsad.read.event_types import DEEDS, EASING, LOCAL, SHARED, TOPICAL, UTTERED, VERBAL
from marsad.read.sites import Sites
from marsad.read.spoken_of import Slots
from marsad.read.triggers import Trigger, TriggerIndex

_SAID = frozenset({"مما", "ما", "بما", "ذلك", "هذا"})  # for what was said before


class Meaning:
    """Answers for the triggers of one document."""

    def __init__(self, sites: Sites, index: TriggerIndex, statuses: StatusFinder, lexicon: Lexicon) -> None:
        self._sites, self._doc, self._index, self._statuses = sites, sites.doc, index, statuses
        self._reference = lexicon.reference
        self._words = _folded_words(lexicon)
        self.duties = Duties(sites, lexicon.reference)

    def allows(self, line: Line, trigger: Trigger, frame: Frame, statement: Statement | None) -> bool:
        """Tell whether the words around are those that the frame asks for, and none that tell another sense."""
        if frame.needs == "statement" and statement is None:
            return False
        about, against = self._words[frame.id]
        around = (max(line.first, trigger.first - 12), min(line.last, trigger.last + 16))
        if about and not self._index.has_word(self._doc, *around, about):
            return False
        near = (max(line.first, trigger.first - 6), min(line.last, trigger.last + 8))
        return not (against and self._index.has_word(self._doc, *near, against, self._sites.named))

    def is_meant(self, line: Line, trigger: Trigger, frame: Frame, own: Clause | None) -> bool:
        """Tell whether the trigger says what the frame means, here and as done; `own`: the clause that it heads."""
        alone = frame.finite or trigger.closed or trigger.last - trigger.first == 1
        governed = self._sites.is_governed(trigger.first)
        noun = governed or not trigger.participle or self._is_noun(line, trigger.first)
        if trigger.verbal and own is None and alone and noun:
            # The letters of a verb that heads no clause are a noun's: عمق العلاقات is their depth, في مساعدة الجار the
            # help given to it.
            return False
        topical = frame.type in TOPICAL or frame.mode == "third-party"
        if own is None and topical and self._is_topic(frame, trigger):
            return False
        denied = self._statuses.is_denied(line, own, trigger)
        if frame.negated:
            # يجب ألا تسمح: what one ought not to do one has not refused to do.
            # What is not done to somebody (لم يسمح له) nobody named refuses.
            supposed = own is not None and (own.hypothetical or own.voice is Voice.PASSIVE)
            return denied and not supposed and not self._statuses.is_unmet(frame, line, trigger)
        said = frame.type in UTTERED or frame.type is EventType.CONCEDE
        if denied and (said or own is None or (frame.type in SHARED and own.hypothetical)):
            # What somebody does not say or concede is no event, nor a noun of what does not take place (عدم التوقيع),
            # nor the case that an agreement or meeting fails (إذا لم يوافق).
            return False
        if own is None and frame.type is EventType.SUPPORT and self._statuses.is_ended(frame, line, trigger):
            return False
        if own is None and frame.type is EventType.AGREE and self._statuses.is_condition(line, trigger):
            return False
        if not self.duties.is_told(frame, trigger) or (own is not None and self._is_by_nobody(frame, own)):
            return False
        if trigger.ours and trigger.verbal and frame.type is EventType.ACCUSE and _judges_doer(frame):
            return False  # "We" blame nobody for what we do: أدرنا ظهورنا.
        if frame.type is EventType.AGREE:
            return trigger.verbal or not self._statuses.is_required(line, trigger)
        if frame.type in VERBAL - EASING:
            return True
        return not (self._statuses.is_unmet(frame, line, trigger) or self.duties.binds(trigger))

    def _is_by_nobody(self, frame: Frame, own: Clause) -> bool:
        """Tell whether what was said before brings something about, and nobody threatens or orders: مما يهدد بحرب."""
        if frame.type not in (EventType.THREATEN, EventType.REQUEST):
            return False
        norms, subject = self._doc.norms, own.subject
        told = norms[own.pred_first - 1] if own.pred_first else ""
        alone = subject is not None and subject[1] - subject[0] == 1 and norms[subject[0]] in _SAID
        return alone or told in _SAID

    def _is_noun(self, line: Line, at: int) -> bool:
        """A word spelled like a participle is a person or a masdar (طلب موافقة); behind a pause it tells (، مطالبة)."""
        paused = at == line.first or self._doc.norms[at - 1] in self._reference.pause
        joined = self._doc.norms[at].startswith("و")
        return self._sites.is_person(at) or (self._sites.is_masdar(at) and not (paused or joined))

    def _is_topic(self, frame: Frame, trigger: Trigger) -> bool:
        """Tell whether talks were about what the trigger names (بحثا العلاقات الأخوية), or good ties are wanted."""
        clause = self._sites.clause_of(trigger.head)
        if clause is None or clause.head >= trigger.first:
            return False
        mutual = frame.type is EventType.SUPPORT and SlotRole.MUTUAL in frame.slots.values()
        wanted = mutual and clause.lemma in self._reference.intending_verb
        return wanted or clause.lemma in self._reference.discussing_verb

    def is_carried(self, frame: Frame, trigger: Trigger, clause: Clause | None) -> bool:
        """Tell whether the subject of the clause does what a noun in it names: شنت هجوما، تحركت لفرض عقوبات.

        Who condemns or discusses a deed has not done it.
        """
        purpose = self._doc.norms[trigger.first].startswith("ل")
        return frame.type not in DEEDS or clause is None or purpose or clause.lemma in self._reference.carrying_verb

    def is_announcement(self, clause: Clause) -> bool:
        """Tell whether a clause announces or decides something."""
        return clause.lemma in self._reference.announcing_verb

    def refers_back(self, trigger: Trigger, slots: Slots) -> bool:
        """Tell whether a noun only speaks of what is known: it has the article, and no party of its own."""
        if trigger.verbal or trigger.owned or trigger.last - trigger.first > 1:
            return False
        return self.is_known(trigger) and not any(
            slots[place] for place in slots if place != "subject" and place[0] != "@"
        )

    def is_known(self, trigger: Trigger) -> bool:
        """Tell whether a noun names what was told before: with the article (الاتفاق)."""
        norm = self._doc.norms[trigger.head]
        return trigger.last - trigger.first == 1 and has_article(norm)

    def is_upon_all(self, frame: Frame, slots: Slots, actors: list[str]) -> bool:
        """Tell whether what is demanded is upon the speaker too, and so asked of nobody: يتعين على الجانبين."""
        upon = slots.get("على", ()) if frame.type is EventType.REQUEST and frame.needs == "statement" else ()
        return len(upon) > 1 and not {*upon}.isdisjoint(actors)

    def least(self, trigger: Trigger, frame: Frame) -> int:
        """Return how many parties must be known. A bare noun needs all: it may only refer to an event, not tell it."""
        if frame.bodies:
            return 1
        bare = not trigger.verbal and not trigger.owned and trigger.last - trigger.first == 1
        shared = 2 if frame.needs == "statement" or (not trigger.verbal and frame.type in SHARED) else 1
        if frame.type in LOCAL and trigger.verbal and frame.parties < 2:
            return 0
        if frame.type is EventType.SUPPORT:
            return frame.parties
        return max(LEAST.get(frame.type, 1), frame.parties if bare else 1, shared)


def _judges_doer(frame: Frame) -> bool:
    return frame.needs == "statement" and frame.slots.get("subject") is SlotRole.RECIPIENT


def _unfold(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(word).removeprefix("ال") if len(word) > 4 else fold(word) for word in words)


@lru_cache(maxsize=4)
def _folded_words(lexicon: Lexicon) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    return {frame.id: (_unfold(frame.about), _unfold(frame.not_about)) for frame in lexicon.frames}
