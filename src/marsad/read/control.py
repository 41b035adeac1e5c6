"""Control: who does what a masdar names. واصلت قطر مساعدة السودان: Qatar helps, though only Sudan stands behind it."""

from collections.abc import Callable

from marsad.lexicon.frames import Frame, SlotRole
from marsad.lexicon.reference import Reference
from marsad.read.clauses import Clause
from marsad.read.noun_phrases import DOER
from marsad.read.sites import Sites
from marsad.read.spoken_of import Slots
from marsad.read.triggers import Trigger

_REACH = 6  # tokens between the verb, or who it is said of, and the masdar
_GOVERNED = 3  # tokens before a masdar in which a noun governs it: دورا مهما في مساعدة


class Control:
    """Answers for one document."""

    def __init__(self, sites: Sites, reference: Reference, stems_of: Callable[[str], frozenset[str]]) -> None:
        self._sites, self._words, self._stems_of = sites, reference, stems_of

    def settle(self, frame: Frame, trigger: Trigger, clause: Clause | None, slots: Slots) -> None:
        """Where the verb of a clause does itself what a masdar in it names, who stands behind that is its object."""
        if clause is None or trigger.owned or not self._is_two_sided(frame) or not self._governs(clause, trigger):
            return
        told = [] if slots.get(DOER) else slots.get("subject", [])
        doers = told or self._sites.subject_parties(clause)
        behind = [*slots.get("owner", ()), *slots.get(DOER, ())]
        if not doers or not behind or {*doers} & {*behind} or slots.get("object") or slots.get("ل"):
            return
        slots["object"], slots["owner"] = list(dict.fromkeys(behind)), []
        slots["subject"] = slots[DOER] = doers

    @staticmethod
    def _is_two_sided(frame: Frame) -> bool:
        """Its noun may be followed by either side: مساعدة السودان is given by it or to it."""
        return frame.slots.get("object") is SlotRole.RECIPIENT and "owner" in frame.slots

    def _governs(self, clause: Clause, trigger: Trigger) -> bool:
        first = trigger.first
        after = max(clause.head, clause.subject[1] - 1 if clause.subject is not None else clause.head)
        if not self._sites.is_masdar(first) or not clause.head < first or not 0 < first - after <= _REACH:
            return False
        norms, named = self._sites.doc.norms, self._sites.chunks.named
        near = range(max(after + 1, first - _GOVERNED), first)
        # دور كينيا في مساعدة: the part that another is told to play is his.
        by_noun = any(
            not self._words.self_doing_noun.isdisjoint(self._stems_of(norms[at])) and not any(named[at:first])
            for at in near
        )
        return clause.lemma in self._words.self_doing_verb or by_noun
