"""Frames filled: a trigger with its parties and status, before tellings of one happening are joined."""

from collections.abc import Sequence

import msgspec

from marsad.lang.morphology import Voice
from marsad.lexicon.frames import Frame, SlotRole
from marsad.lexicon.load import Lexicon
from marsad.model import EventStatus, EventType, Statement, Time
from marsad.read.charges import ChargeFinder
from marsad.read.clauses import Clause
from marsad.read.control import Control
from marsad.read.document import Line
from marsad.read.doers import Doers
from marsad.read.event_company import Company
from marsad.read.event_meaning import Meaning
from marsad.read.event_parties import PartyFinder
from marsad.read.event_scene import Scene
from marsad.read.event_seats import Seats
from marsad.read.event_sides import assign, has_doers, is_for_itself
from marsad.read.event_statements import StatementsAround
from marsad.read.event_status import StatusFinder, to_told
from marsad.read.event_times import EventTimes
from marsad.read.event_types import LOCAL, SHARED, UTTERED
from marsad.read.insiders import Insiders
from marsad.read.noun_phrases import DOER
from marsad.read.senses import SenseFinder
from marsad.read.slots import CONTENT, SlotFinder
from marsad.read.spoken_of import Slots
from marsad.read.told_before import ToldBefore
from marsad.read.triggers import Trigger, TriggerIndex
from marsad.read.victims import VictimFinder, suffers

_ANNOUNCED = frozenset({"ceasefire", "withdraw"})  # easing that is told before it comes, often long before


class Candidate(msgspec.Struct, frozen=True, eq=False):
    """A frame whose parties were found, before merging. Parties are entity ids.

    `is_known`: a noun names what was told before.
    """

    trigger: Trigger
    frame: Frame
    line: Line
    type: EventType
    mode: str | None
    status: EventStatus
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    statement: Statement | None
    is_known: bool


class FrameFiller:
    """Fills the frames of the triggers of one document."""

    def __init__(
        self,
        doers: Doers,
        parties: PartyFinder,
        scene: Scene,
        index: TriggerIndex,
        times: Sequence[Time],
        event_times: EventTimes,
        statements: Sequence[Statement],
        lexicon: Lexicon,
    ) -> None:
        sites = doers.sites
        self._doc, self._names, self._sites, self._index = sites.doc, sites.names, sites, index
        self._parties, self._slots, self._seats = parties, SlotFinder(doers, lexicon), Seats(sites, scene)
        self._company = Company(sites)
        self._statuses = StatusFinder(sites.doc, sites.clauses, lexicon.reference, event_times, index.stems_of)
        self._meaning = Meaning(sites, index, self._statuses, lexicon)
        self._statements = StatementsAround(sites.doc, statements)
        self._victims = VictimFinder(sites, lexicon.reference)
        self._told = ToldBefore(sites, index, lexicon.reference)
        self._insiders = Insiders(sites, lexicon.reference, lexicon.slot_places)
        self._senses = SenseFinder(sites.doc, sites.names, times, lexicon)
        self._charges = ChargeFinder(sites.doc, lexicon)
        self._control = Control(sites, lexicon.reference, index.stems_of)

    def fill(self, line: Line, trigger: Trigger, earlier: Sequence[Candidate]) -> Candidate | None:
        """Return the first of the trigger's frames that is meant and has its parties; None where there is none."""
        clause = self._sites.clause_of(trigger.head)
        own = clause if clause is not None and clause.head in (trigger.parts or (trigger.head,)) else None
        statement = self._statements.find(trigger)
        places: Slots | None = None
        for frame in trigger.frames:
            if (
                not self._meaning.allows(line, trigger, frame, statement)
                or self._senses.is_other_sense(line, trigger, frame, clause)
                or not self._meaning.is_meant(line, trigger, frame, own)
                or self._charges.is_charged(frame, trigger, clause, statement)
            ):
                continue
            if places is None:
                places = self._fill_slots(line, trigger, own)
            slots = {place: list(parties) for place, parties in places.items()}
            candidate = self._fill(line, trigger, frame, clause, own, statement, slots, earlier)
            if candidate is not None:
                return candidate
        return None

    def _fill(
        self,
        line: Line,
        trigger: Trigger,
        frame: Frame,
        clause: Clause | None,
        own: Clause | None,
        statement: Statement | None,
        slots: Slots,
        earlier: Sequence[Candidate],
    ) -> Candidate | None:
        if trigger.verbal and trigger.participle and own is None and "من" not in frame.slots:
            self._slots.take_agents(slots)
        self._seats.seat_visit(frame, trigger, own, slots)
        self._seats.seat_land(line, frame, slots)
        self._seats.seat_owner(frame, trigger, own, slots)
        self._seats.seat_topic(frame, own, slots)
        self._seats.seat_met(trigger, frame, own, slots)
        self._seats.seat_guest(frame, own, slots)
        speaker = self._parties.speaker_of(statement)
        self._parties.add_pronouns(slots, line, trigger, own, speaker)
        if own is None and clause is not None and self._index.is_ours(self._doc, clause.head) and not slots.get(DOER):
            slots["subject"] = (
                [speaker] if speaker is not None else []
            )  # قررنا إغلاق المعابر: it is the speaker's state
        if not trigger.verbal and frame.type in UTTERED and frame.slots.get("من") is SlotRole.ACTOR:
            self._slots.take_authors(slots)
        if CONTENT in frame.slots:
            self._slots.add_content(slots, line, trigger.last)
        if frame.required and not any(slots.get(place) or slots.get("@" + place) for place in frame.required):
            return None
        if frame.body_at and not any(map(self._names.is_body, slots.get(frame.body_at, ()))):
            return None
        if self._meaning.refers_back(trigger, slots):
            return None
        if frame.bodies:
            body = self._company.find_body(trigger, slots)
            if body is None:
                return None
            slots = {frame.required[0]: [body]}
        if own is None:
            self._control.settle(frame, trigger, clause, slots)
        told = slots.get(DOER) or self._meaning.is_carried(frame, trigger, clause)
        owned = has_doers(frame, slots) and (own is None and self._sites.is_masdar(trigger.first))
        if own is not None and self._meaning.is_announcement(own) and len(slots.get("بين", ())) > 1:
            slots.pop("subject", None)  # أعلنت قطر اتفاقا بين الجانبين: who announces it has no part in it
        nominal = not trigger.verbal or (own is None and not trigger.participle)
        # Who announces that somebody was killed was not: أعلن الجيش مقتل مسلحين.
        announced = clause is not None and self._meaning.is_announcement(clause)
        suffers = announced and frame.slots.get("subject") is SlotRole.RECIPIENT
        if owned or (nominal and (suffers or has_doers(frame, slots) or not told)):
            slots.pop("subject", None)
        actors, recipients = self._find_parties(line, trigger, frame, own, slots, statement, speaker, earlier)
        if frame.type is EventType.AGREE and own is None and not trigger.verbal and not recipients and len(actors) < 2:
            known = self._told.agreed(trigger, earlier)
            if known is not None:
                frame, actors = known.frame, list(known.actors)
        if self._company.meets_nobody(frame, own, slots, {*actors, *recipients}, speaker):
            return None
        own_people = bool(recipients) and {*recipients} <= {*actors}  # they are a side too
        if len({*actors, *recipients}) + own_people < self._meaning.least(trigger, frame):
            return None
        if slots.get(CONTENT) and {*slots[CONTENT]} <= {*actors}:
            return None  # what one must or hopes to do oneself is asked of nobody
        met = actors, recipients
        actors, recipients = self._seats.seat_host(line, trigger, frame, slots, actors, recipients)
        planned = own is None and frame.type is EventType.SUPPORT  # a step that a noun names, backing that one promises
        by_others = planned or (speaker not in actors if speaker is not None else statement is not None)
        kind, mode, status = to_told(frame, self._statuses.find(frame, clause, line, trigger), by_others=by_others)
        if kind is EventType.CONSULT and (actors, recipients) != met:
            mode = "visit" if mode in (None, "third-party") else mode
        if (
            own is None
            and kind is EventType.RETREAT
            and mode in _ANNOUNCED
            and self._statuses.is_announced(clause, line, trigger)
        ):
            kind, mode = EventType.CONCEDE, None
        acting, acted_on = self._names.members_of(actors), self._names.members_of(recipients)
        is_known = not trigger.verbal and self._meaning.is_known(trigger)
        return Candidate(trigger, frame, line, kind, mode, status, acting, acted_on, statement, is_known)

    def _fill_slots(self, line: Line, trigger: Trigger, own: Clause | None) -> Slots:
        """The places around a trigger, the same for all its frames."""
        if trigger.verbal and own is not None:
            slots = self._slots.clauses.fill(line, own, trigger.parts)
            if trigger.owned:
                self._slots.add_carried(slots, line, trigger.last - 1)
            elif len(trigger.parts) > 1 and own.subject is not None:
                self._slots.add_owner(slots, line, trigger.last - 1)
            return slots
        if trigger.verbal and trigger.participle:
            return self._slots.fill_participle(line, trigger.first, trigger.last - 1)
        # A verb's letters that head no clause are its masdar's: بشأن طلب السويد الانضمام.
        if self._meaning.duties.governs(trigger):
            return {"على": self._sites.spoken.parties_in(trigger.first, trigger.parts[1])}
        head = trigger.first if trigger.verbal else trigger.last - 1
        owned = self._sites.is_owned(trigger.first) if trigger.verbal else trigger.owned
        return self._slots.fill_nominal(line, trigger.first, head, owned=owned)

    def _find_parties(
        self,
        line: Line,
        trigger: Trigger,
        frame: Frame,
        own: Clause | None,
        slots: Slots,
        statement: Statement | None,
        speaker: str | None,
        earlier: Sequence[Candidate],
    ) -> tuple[list[str], list[str]]:
        if own is not None:
            own = self._victims.settle(frame, line, own, slots)
            if own.voice is not Voice.PASSIVE:
                self._seats.seat_staff(frame, slots)
        actors, recipients = assign(frame, slots, own)
        guilty, suffering = self._find_sides(line, frame, own)
        recipients = [party for party in recipients if party not in suffering] or guilty
        if own is not None and not actors and suffers(frame, own):
            actors = self._victims.find_agents(line, trigger.last)
        if frame.type is EventType.ASSAULT and (holders := self._victims.find_holders(line, trigger.last)):
            recipients = [party for party in holders if party not in actors] or recipients
        if frame.type is EventType.PROTEST and not recipients:
            opposed = self._victims.find_opposed(line, trigger.first + 1)
            recipients = [party for party in opposed if party not in actors]
        if frame.type in UTTERED and not recipients and not trigger.participle:
            by = actors or ([speaker] if speaker is not None and frame.speaker is SlotRole.ACTOR else [])
            recipients = self._told.doers(line, trigger, own, by, earlier) if by else []
        actors, recipients = self._parties.complete(frame, trigger, own, actors, recipients, statement, speaker)
        if frame.type is EventType.SUPPORT and is_for_itself(frame, slots, own, actors, owned=trigger.owned):
            return [], []
        if self._meaning.is_upon_all(frame, slots, actors):
            return [], []
        recipients = [r for r in recipients if r not in actors]
        if trigger.ours and frame.type in SHARED and len(actors) == 1 and not recipients:
            actors = [*actors, *self._told.met(actors[0], earlier)]
        insiders = self._insiders.find(frame, trigger, own, actors) if not recipients else []
        if insiders:
            return actors, insiders
        if frame.type is EventType.REJECT and own is not None and self._told.is_answer(trigger, actors, earlier):
            recipients = []
        elif not suffering and (trigger.verbal or not self._meaning.is_known(trigger)):
            actors, recipients = self._parties.fill_up(line, frame, trigger, own, slots, actors, recipients)
        actors, recipients = self._parties.take_side(frame, slots, actors, recipients, speaker)
        if frame.type is EventType.PROTEST and not actors:
            # Nobody is named: the people of the place protest.
            actors = [party for party in self._sites.spoken.nations_in(line) if party not in recipients]
        elif frame.type in LOCAL and not actors and not recipients:
            # Nobody is named: the people of the place suffer what is done there.
            recipients = self._sites.spoken.nations_in(line)
        if frame.at_home:
            actors, recipients = self._victims.keep_home(frame, line, trigger.first, actors, recipients)
        return actors, recipients

    def _find_sides(self, line: Line, frame: Frame, own: Clause | None) -> tuple[list[str], list[str]]:
        """Who does a deed that somebody finds fault with, and whom it is done to: no fault is found with the latter."""
        if frame.type is not EventType.ACCUSE or own is None:
            return [], []
        heads = [own.object[0]] if own.object is not None else []
        for head in (*heads, *(prep.first for prep in own.preps)):
            deed = next((f for f in self._index.deeds_at(self._doc, head) if f.type is EventType.ASSAULT), None)
            if deed is not None:
                slots = self._slots.fill_nominal(line, head, head, owned=False)
                slots["subject"] = slots.get(DOER, [])
                doers, victims = assign(deed, slots, None)
                # Whom the verb itself is done to is not spared: استدعت السفير الروسي بعد قصف بلاده المدينة.
                aimed = own.object if own.object is not None and own.object[0] != head else (0, 0)
                spared = self._sites.spoken.parties_in(*aimed)
                return doers, [party for party in victims if party not in doers and party not in spared]
        return [], []
