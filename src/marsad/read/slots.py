"""Slots: which parties stand in which syntactic place around a trigger."""

from marsad.lexicon.frames import AGENT
from marsad.lexicon.load import Lexicon
from marsad.read.clause_slots import ClauseSlots
from marsad.read.clauses import ClauseKind, find_led
from marsad.read.document import Line
from marsad.read.doers import Doers
from marsad.read.noun_phrases import DOER
from marsad.read.spoken_of import Slots, add_parties, unique

CONTENT = "أن"  # the place of whoever does what is said behind أن
_THAT = frozenset({"ان", "الا", "بان"})
_CONTENT = 5  # tokens behind a trigger in which its أن stands


class SlotFinder:
    """Fills places around triggers of one document. `clauses`: the places of its verbs."""

    def __init__(self, doers: Doers, lexicon: Lexicon) -> None:
        self._doers, self._sites = doers, doers.sites
        self._doc, self._spoken, self._phrases = doers.sites.doc, doers.sites.spoken, doers.sites.phrases
        self.clauses = ClauseSlots(doers, lexicon)

    def fill_participle(self, line: Line, first: int, head: int) -> Slots:
        """Fill the places of a participle or verb that heads no clause: what follows it, and the subject before it."""
        slots: Slots = {}
        for place, party in self._phrases.read(line, head):
            add_parties(slots, "object" if place in ("owner", "adjective") else place, [party])
        add_parties(slots, "subject", self._doers.subject_before(line, first, ClauseKind.PARTICIPIAL))
        return slots

    def fill_nominal(self, line: Line, first: int, head: int, *, owned: bool) -> Slots:
        """Fill the places to the right of a noun, and the subject of the clause it stands in."""
        slots: Slots = {}
        if owned and (carriers := self._doers.carriers(first)):
            slots["subject"] = slots[DOER] = carriers
            add_parties(slots, "object", self._doers.suffering(first, carriers))
        elif owned:
            add_parties(slots, "owner", self._doers.owner(first))
        elif inner := self._doers.doer_within(first, head) or self._doers.doer_before(first):
            slots["subject"] = slots[DOER] = inner
        done_to = ("owner",) if owned else ("owner", "adjective") if slots.get("subject") else ()
        for place, party in self._phrases.read(line, head):
            # What has its owner in a possessive is followed by whom it is done to: استقباله الوزير.
            add_parties(slots, "object" if place in done_to else place, [party])
        if DOER in slots:
            add_parties(slots, "subject", slots[DOER])
        clause = self._sites.clause_of(head)
        within = clause is not None and clause.subject and clause.subject[0] <= head < clause.subject[1]
        if not within and not slots.get("subject"):
            led = find_led(clause, self._sites.chunks.syntax) if clause is not None else None
            if led is not None and led[1] <= head:
                # دفع الجيش إلى الانسحاب: whom the verb leads to it does what the noun tells.
                slots[DOER] = self._spoken.parties_in(*led)
            add_parties(slots, "subject", slots.get(DOER) or self._sites.subject_parties(clause))
        doers = self._doers.doers_behind(line, head)
        # استهجان الوزارة للتصريحات التي أدلى بها الوزير: who did what the noun is about is whom it is about.
        about = any(slots.get(place) for place in ("owner", "adjective")) and self._doers.leads_on(line, head)
        if about or not doers or not self._sites.is_masdar(head):
            add_parties(slots, "object" if about else "owner", doers)
        else:
            # القصف الذي شنته كينيا: hers is the deed, and none of those who stand behind the noun suffered it by that.
            slots["owner"] = [party for party in slots.get("owner", ()) if party not in doers]
            slots["subject"] = slots[DOER] = doers
        return slots

    def take_agents(self, slots: Slots) -> None:
        """Who stands behind من does what the participle tells, who was subject suffers it: مواقف منددة من دول عدة."""
        agents = slots.pop(AGENT, []) or slots.pop("من", [])
        if agents:
            slots["object"] = slots.get("object") or [p for p in slots.get("subject", ()) if p not in agents]
            slots["subject"] = agents

    def take_authors(self, slots: Slots) -> None:
        """Behind من of words stands whose they are, unless their owner is told: مطالب من كينيا، مطالب الجيش من كينيا.

        The subject hears them then, where nobody else is told: تلقت كينيا انتقادات من أوغندا.
        """
        authors = slots.pop("من", [])
        if slots.get("owner") or slots.get("adjective"):
            add_parties(slots, "object", authors)
        elif authors:
            slots[AGENT] = authors
            heard = slots.pop("subject", [])
            if not any(slots.get(place) for place in slots if place != AGENT and place[0] != "@"):
                slots["object"] = [party for party in heard if party not in authors]

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

    def add_content(self, slots: Slots, line: Line, last: int) -> None:
        """Add who does what is said behind أن (يجب أن تنسحب كينيا), unless the duty is somebody's (على كينيا أن)."""
        near = range(last - 1, min(last + _CONTENT, line.last - 1))
        opening = next((at for at in near if self._doc.norms[at] in _THAT), None)
        if opening is None or slots.get("على") or slots.get("ل"):
            return
        clause = next(
            (c for at in range(opening + 1, opening + 3) if (c := self._sites.by_head.get(at)) is not None), None
        )
        # Behind أن stands no perfect: where the verb can be "I" or "we", it is, and asks nobody.
        if clause is not None and not any(a.person == 1 for a in self._sites.chunks.analyses(clause.head)):
            # إن كينيا يجب أن تنسحب: who must is who does it.
            elided = clause.subject is None and clause.subject_from is None and clause.number != "p"
            add_parties(slots, CONTENT, slots.get("subject", ()) if elided else self._sites.subject_parties(clause))
