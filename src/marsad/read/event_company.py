"""Company: with whom somebody meets or agrees, and where a text leaves that untold."""

from marsad.lexicon.frames import Frame, SlotRole
from marsad.model import EntityKind, EventType
from marsad.read.clauses import Clause
from marsad.read.event_types import SHARED
from marsad.read.sites import Sites
from marsad.read.spoken_of import Slots
from marsad.read.triggers import Trigger

_SITTING = frozenset({"subject", "object", "owner", "adjective", "ل", "مع", "بين", "ب"})  # where those who meet stand
_MET = frozenset({"مع", "ل"})  # behind these stands whom somebody meets, or whose session he holds
_WITH = frozenset({"مع", "بين"})


class Company:
    """Answers for one document. Parties are entity ids."""

    def __init__(self, sites: Sites) -> None:
        self._sites, self._doc, self._names, self._spoken = sites, sites.doc, sites.names, sites.spoken

    def is_told_alone(self, frame: Frame, slots: Slots, given: set[str]) -> bool:
        """A meeting of which only who speaks of it is told was held with nobody named: قالت كينيا بعد اجتماع طارئ.

        What is said in a call is said to whom it is with.
        """
        if frame.type is not EventType.CONSULT or frame.mode == "phone":
            return False
        return not any(given & {*slots.get(place, ())} for place in frame.slots if place != "subject")

    def is_met(self, frame: Frame, clause: Clause | None, own: set[str]) -> bool:
        """Somebody whose party is not known, or who is one's own, is met: اجتمع مع قادة الجيش بعد القصف التركي."""
        if clause is None or frame.slots.get("مع") is not SlotRole.MUTUAL:
            return False
        met = [(prep.first, prep.last) for prep in clause.preps if prep.prep in _MET]
        return any(self._sites.can_act(head) and {*self._spoken.parties_in(head, last)} <= own for head, last in met)

    def meets_alone(self, frame: Frame, given: set[str]) -> bool:
        """A council or union meets or agrees by itself: يجتمع المجلس لبحث الأزمة."""
        bodies = (EntityKind.ORGANIZATION, EntityKind.GROUP)
        return frame.type in SHARED and any(
            self._names.by_id[party].kind in bodies and not self._names.by_id[party].country for party in given
        )

    def is_told(self, clause: Clause) -> bool:
        """Tell whether a clause says with whom something is done."""
        return not _WITH.isdisjoint(self._doc.norms[clause.first : clause.last])

    def meets_nobody(
        self, frame: Frame, own: Clause | None, slots: Slots, given: set[str], speaker: str | None
    ) -> bool:
        """A state that is known only as the speaker of the words met somebody untold: جرى تبادل لوجهات النظر.

        Nor is it told of a state by itself that it met another: أجرى مسؤولون كينيون مشاورات بشأن القرار.
        """
        if frame.type is not EventType.CONSULT:
            return False
        alone = frame.mode is None and frame.slots.get("subject") is SlotRole.MUTUAL and len(given) == 1
        if own is not None and alone and not self.meets_alone(frame, given):
            own_people = own.subject is not None and given == {*slots.get("مع", ())} == {*slots.get("subject", ())}
            return own_people or not self.is_told(own)
        places = frame.slots if own is not None else frame.slots.keys() - {"subject"}
        named = any(given & {*slots.get(place, ())} for place in places)
        return not named and given == {speaker}

    def find_body(self, trigger: Trigger, slots: Slots) -> str | None:
        """Return the body of several states that is all that stands around a verb or noun: جلسة لمجلس الأمن."""
        places = (place for place in slots if place in _SITTING and (trigger.verbal or place != "subject"))
        # Behind the first ل stands whose meeting it is, behind a further one what for: جلسة للمجلس لبحث الوضع.
        parties = {party for place in places for party in slots[place][: 1 if place == "ل" else None]}
        body = next(iter(parties)) if len(parties) == 1 else None
        return body if body is not None and self._names.is_body(body) else None
