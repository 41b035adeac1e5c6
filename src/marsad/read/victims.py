"""Victims: whom violence, arrest and protest are against.

News tells who was killed or seized before it tells by whom, in a verb whose letters are active and passive. A verb
of a frame marked `victim` that has a subject but no object is passive: قتل جنديان في كمين. Its doer, if any, stands
behind a word of agency: على يد، برصاص، في غارة. A protest is against the party behind a word of opposition: تنديدا ب.
"""

import msgspec

from marsad.lang.clitics import is_among
from marsad.lang.morphology import Part, Voice
from marsad.lang.tokens import TokenKind
from marsad.lexicon.frames import AGENT, Frame, SlotRole
from marsad.lexicon.reference import Reference
from marsad.model import EntityKind, EventType
from marsad.read.clauses import Clause
from marsad.read.document import Line
from marsad.read.mentions import Form
from marsad.read.sites import Sites
from marsad.read.spoken_of import Slots

_REACH = 16  # tokens behind the verb in which a word of agency belongs to it
_AGENT_REACH = 4  # tokens behind a word of agency in which its doer is named
_OPPOSED_REACH = 20  # tokens behind the words of protest in which its target is told
_TARGET_REACH = 8  # tokens behind a word of opposition that name the target
_THERE = frozenset({"عليه", "عليها", "عليهما"})
_AGAINST = frozenset({"علي", "ضد"})
_BY_FORCE = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.SANCTION})
_DOERS = frozenset({EntityKind.COUNTRY, EntityKind.ORGANIZATION, EntityKind.GROUP})


def suffers(frame: Frame, clause: Clause) -> bool:
    """Tell whether the subject of a clause is whom force is done to: قُتل جنديان، سقط جندي قتيلا."""
    if clause.voice is Voice.PASSIVE:
        return frame.victim
    return frame.type is EventType.ASSAULT and frame.slots.get("subject") is SlotRole.RECIPIENT


class VictimFinder:
    """Answers for one document."""

    def __init__(self, sites: Sites, reference: Reference) -> None:
        self._doc, self._names, self._spoken, self._reference = sites.doc, sites.names, sites.spoken, reference

    def settle(self, frame: Frame, line: Line, clause: Clause, slots: Slots) -> Clause:
        """Return the clause as passive where its subject suffers what the frame tells, and mend its slots."""
        if frame.type not in _BY_FORCE or clause.part is not Part.FINITE:
            return clause
        if self._is_from(clause):
            slots["subject"] = [*slots.get("subject", ()), *slots.pop("من", ())]
        behind = self._find_late_object(clause)
        if behind is not None:
            slots["object"] = self._spoken.parties_in(behind, clause.last)
            return clause
        if not frame.victim:
            return clause
        if clause.voice is not Voice.PASSIVE and not self._is_suffered(clause):
            return clause
        slots["subject"] = self._find_victims(line, clause)
        slots["object"] = []
        if frame.type is EventType.SANCTION:
            # طرد دبلوماسيون من بلد: the country that they must leave has expelled them.
            slots[AGENT] = [*slots.pop("من", ()), *slots.pop("ل", ())]
        return msgspec.structs.replace(clause, voice=Voice.PASSIVE)

    def _find_victims(self, line: Line, clause: Clause) -> list[str]:
        """Return the parties of whom a passive clause tells: the first of its subject, or of what counts them."""
        first, last = clause.subject or clause.object or (clause.head, clause.head)
        stop = clause.head if last <= clause.head else clause.last
        norms = self._doc.norms
        # A preposition written onto its noun stands no token before it: أصيب عراقيان برصاص الشرطة.
        ends = [p.first - (norms[p.first - 1] == p.prep) for p in clause.preps if p.first > first and p.prep != "من"]
        ends += [at for at in range(first + 1, stop) if self._is_among(at, self._reference.where)]
        return self._spoken.parties_in(first, min([stop, line.last, *ends]))[:1]

    def find_agents(self, line: Line, first: int) -> list[str]:
        """Return who did it, named behind a word of agency in the tokens from `first` on."""
        for at in range(first, min(first + _REACH, line.last)):
            if self._doc.norms[at] in self._reference.clause_boundary:
                return []
            if self._is_among(at, self._reference.agency):
                agents = self._spoken.parties_in(at + 1, min(at + 1 + _AGENT_REACH, line.last))
                if agents:
                    return agents[:1]
        return []

    def find_holders(self, line: Line, first: int) -> list[str]:
        """Return who holds the place at which something is aimed: غارات على مناطق يسيطر عليها الحوثيون في اليمن."""
        norms, words = self._doc.norms, self._reference
        for at in range(first, min(first + _REACH, line.last - 1)):
            if norms[at] in words.pause:
                return []
            resumed = norms[at] in words.holding_verb and norms[at + 1] in _THERE
            if resumed or norms[at] in words.held_by:
                behind = at + 1 + resumed
                return self._spoken.parties_in(behind, min(behind + _AGENT_REACH, line.last))[:1]
        return []

    def find_opposed(self, line: Line, first: int) -> list[str]:
        """Return whom people protest against: the parties behind the first words of opposition that name any."""
        for at in range(first, min(first + _OPPOSED_REACH, line.last)):
            if self._is_among(at, self._reference.opposing):
                bound = self._reference.clause_boundary
                end = next((n for n in range(at + 2, line.last) if self._doc.norms[n] in bound), line.last)
                found = self._spoken.parties_in(at + 1, min(at + 1 + _TARGET_REACH, end))
                if found:
                    return found
        return []

    def keep_home(
        self, frame: Frame, line: Line, first: int, actors: list[str], recipients: list[str]
    ) -> tuple[list[str], list[str]]:
        """A state does it to its own, people protest against theirs: who is told of one side is the other too."""
        if not actors and frame.type is EventType.COERCE:
            return self._states(recipients), recipients
        return actors, recipients or ([] if self._is_for_somebody(line, first) else self._states(actors))

    def _states(self, parties: list[str]) -> list[str]:
        return [party for party in parties if self._names.by_id[party].kind is EntityKind.COUNTRY]

    def _is_for_somebody(self, line: Line, first: int) -> bool:
        """Tell whether people gather for a side, and so against nobody: تظاهروا تضامنا مع كينيا."""
        behind = range(first, min(first + _OPPOSED_REACH, line.last))
        return any(self._is_among(at, self._reference.siding) for at in behind)

    def _is_suffered(self, clause: Clause) -> bool:
        first = clause.subject[0] if clause.subject is not None else clause.head
        if self._is_among(first, self._reference.force_noun) or self._is_doer(first):
            return False
        if clause.object is not None and not self._is_among(clause.object[0], self._reference.where):
            return False
        if any(p.prep in _AGAINST and not self._is_among(p.first, self._reference.agency) for p in clause.preps[:1]):
            # قبضت الشرطة على مهرب: a verb with a preposition for its object.
            return False
        return clause.subject is not None

    def _is_doer(self, first: int) -> bool:
        """Tell whether a state or body is named there: it does, even where the object is left out."""
        named = (m for m in self._names.within(first, first + 1) if m.first == first)
        return any(self._names.by_id[m.entity].kind in _DOERS and m.form is not Form.ADJECTIVE for m in named)

    def _is_from(self, clause: Clause) -> bool:
        """مسلحون من طالبان، آلاف من الجنود: where those who use force are from, or whom a number counts, does it."""
        if clause.subject is None or not clause.preps or clause.preps[0].prep != "من":
            return False
        first, last = clause.subject
        some = self._reference.force_noun | self._reference.part_noun
        return self._is_among(first, some) and clause.preps[0].first <= last + 1

    def _find_late_object(self, clause: Clause) -> int | None:
        """قتل مسلحون من طالبان خمسة جنود: behind what belongs to the subject stands the object."""
        if clause.subject is None or clause.subject[1] <= clause.head or clause.object is not None:
            return None
        if not clause.preps or clause.preps[0].prep != "من" or clause.preps[0].first > clause.subject[1] + 1:
            return None
        behind = clause.preps[0].last
        if behind >= clause.last or self._doc.tokens[behind].kind is TokenKind.MARK:
            return None
        return None if any(p.first in (behind, behind + 1) for p in clause.preps[1:]) else behind

    def _is_among(self, at: int, words: frozenset[str]) -> bool:
        return is_among(self._doc.norms[at], words)
