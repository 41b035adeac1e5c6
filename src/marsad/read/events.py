"""Events: frames filled from clauses, with status, day and place, merged within the article."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from marsad.lang.clitics import split_proclitics
from marsad.lang.fold import fold
from marsad.lang.morphology import Voice
from marsad.lexicon.frames import AGENT, Frame, SlotRole
from marsad.lexicon.load import Lexicon
from marsad.model import BlockKind, Event, EventStatus, EventType, Published, Statement, Time
from marsad.read.charges import ChargeFinder
from marsad.read.clauses import Clause
from marsad.read.document import Document, Line
from marsad.read.event_contexts import build_context_finder
from marsad.read.event_dates import DayFinder, Deed
from marsad.read.event_days import date_by_meetings, date_titles
from marsad.read.event_merge import merge_events
from marsad.read.event_parties import LEAST, PartyFinder, assign
from marsad.read.event_scene import Scene
from marsad.read.event_status import StatusFinder, to_told
from marsad.read.event_times import EventTimes
from marsad.read.event_types import DATED_BY_LEAD, DEEDS, EASING, LOCAL, SHARED, TOPICAL, UTTERED, VERBAL
from marsad.read.mentions import Form, Names
from marsad.read.noun_phrases import DOER
from marsad.read.senses import SenseFinder
from marsad.read.slots import CONTENT, SlotFinder, Slots
from marsad.read.triggers import Trigger, TriggerIndex, build_trigger_index
from marsad.read.victims import VictimFinder

_ANNOUNCED = frozenset({"ceasefire", "withdraw"})  # easing that is told before it comes, often long before


class Candidate(msgspec.Struct, frozen=True, eq=False):
    """A frame whose parties were found, before merging. Parties are entity ids."""

    trigger: Trigger
    frame: Frame
    line: Line
    type: EventType
    mode: str | None
    status: EventStatus
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    statement: Statement | None


class EventFinder:
    """Finds the events of one document."""

    def __init__(
        self,
        doc: Document,
        clauses: Sequence[Clause],
        names: Names,
        times: Sequence[Time],
        statements: Sequence[Statement],
        published: Published,
        lexicon: Lexicon,
    ) -> None:
        self._doc, self._names = doc, names
        self._spoken = sorted(map(_reach, statements), key=lambda reach: _size(reach[2]))
        self._contexts = build_context_finder(lexicon)
        self._index: TriggerIndex = build_trigger_index(lexicon)
        self._slots = SlotFinder(doc, names, clauses, lexicon)
        self._scene = Scene(doc, names, lexicon.reference)
        self._times = EventTimes(doc, times, clauses, published, lexicon)
        self._days = DayFinder(doc, self._times, self._index, lexicon)
        self._victims = VictimFinder(doc, names, self._slots, lexicon.reference)
        self._senses = SenseFinder(doc, names, times, lexicon)
        self._parties = PartyFinder(doc, names, self._slots, self._scene)
        self._statuses = StatusFinder(doc, clauses, lexicon.reference, self._times, self._index.stems_of)
        self._reference = lexicon.reference
        self._words = _folded_words(lexicon)
        self._charges = ChargeFinder(doc, lexicon)

    def find_all(self) -> tuple[Event, ...]:
        """Return the events in text order, one per happening."""
        found: list[Candidate] = []
        for line in self._doc.lines:
            covered: set[int] = set()
            found_here = self._index.find_triggers(self._doc, line, self._slots.named)
            triggers = sorted(found_here, key=lambda t: (-len(t.parts), t.first))
            for trigger in triggers:
                parts = trigger.parts or (trigger.head,)
                if not covered.isdisjoint(parts) or self._inside_name(trigger):
                    continue
                candidate = self._try_frames(line, trigger)
                if candidate is not None:
                    covered.update(parts)
                    found.append(candidate)
        found.sort(key=lambda c: c.trigger.first)
        merged = merge_events([event for c in found for event in self._to_events(c)])
        titled = date_titles(self._doc, merged, self._days.find_lead())
        return date_by_meetings(self._times, titled)

    def _inside_name(self, trigger: Trigger) -> bool:
        return any(
            m.first <= trigger.head < m.last and m.form is not Form.HOLDER
            for m in self._names.within(max(0, trigger.head - 8), trigger.head + 1)
        )

    def _try_frames(self, line: Line, trigger: Trigger) -> Candidate | None:
        clause = self._slots.clause_of(trigger.head)
        for frame in trigger.frames:
            if not self._allows(line, trigger, frame) or self._senses.is_other_sense(line, trigger, frame, clause):
                continue
            candidate = self._fill(line, trigger, frame, clause)
            if candidate is not None:
                return candidate
        return None

    def _allows(self, line: Line, trigger: Trigger, frame: Frame) -> bool:
        about, against = self._words[frame.id]
        around = (max(line.first, trigger.first - 12), min(line.last, trigger.last + 16))
        if about and not self._index.has_word(self._doc, *around, about):
            return False
        near = (max(line.first, trigger.first - 6), min(line.last, trigger.last + 8))
        return not (against and self._index.has_word(self._doc, *near, against, self._slots.named))

    def _fill(self, line: Line, trigger: Trigger, frame: Frame, clause: Clause | None) -> Candidate | None:
        statement = self._statement_around(trigger)
        own = clause if clause is not None and clause.head in (trigger.parts or (trigger.head,)) else None
        if not self._is_meant(line, trigger, frame, own, statement):
            return None
        if self._charges.is_charged(frame, trigger, clause, statement):
            return None
        slots = self._fill_slots(line, trigger, own)
        if trigger.verbal and trigger.participle and own is None and "من" not in frame.slots:
            self._slots.take_agents(slots)
        self._parties.seat_visit(frame, trigger, own, slots)
        self._parties.add_pronouns(slots, line, trigger, statement)
        if own is None and clause is not None and self._index.is_ours(self._doc, clause.head) and not slots.get(DOER):
            # قررنا إغلاق المعابر: the subject of the first person is the speaker's state.
            speaker = self._parties.speaker_of(statement)
            slots["subject"] = [speaker] if speaker is not None else []
        if CONTENT in frame.slots:
            self._slots.add_content(slots, line, trigger.last)
        if frame.required and not any(slots.get(place) or slots.get("@" + place) for place in frame.required):
            return None
        if self._refers_back(trigger, slots):
            return None
        if frame.bodies:
            body = self._parties.find_body(trigger, slots)
            if body is None:
                return None
            slots = {frame.required[0]: [body]}
        told = slots.get(DOER) or self._is_carried(frame, trigger, clause)
        owned = _has_doers(frame, slots) and (own is None and self._slots.is_masdar(trigger.first))
        if owned or (not trigger.verbal and (_has_doers(frame, slots) or not told)):
            slots.pop("subject", None)
        actors, recipients = self._find_parties(line, trigger, frame, own, slots, statement)
        if len({*actors, *recipients}) < self._least(trigger, frame):
            return None
        if slots.get(CONTENT) and {*slots[CONTENT]} <= {*actors}:
            # What one must or hopes to do oneself is asked of nobody.
            return None
        sides = actors, recipients
        actors, recipients = self._parties.seat_host(line, trigger, frame, actors, recipients)
        kind, mode, status = to_told(frame, self._statuses.find(frame, clause, line, trigger))
        if kind is EventType.CONSULT and (actors, recipients) != sides:
            mode = mode or "visit"
        if own is None and mode in _ANNOUNCED and self._statuses.is_announced(clause, line, trigger):
            kind, mode = EventType.CONCEDE, None
        acting, acted_on = self._names.members_of(actors), self._names.members_of(recipients)
        return Candidate(trigger, frame, line, kind, mode, status, acting, acted_on, statement)

    def _is_topic(self, trigger: Trigger) -> bool:
        """Tell whether talks were about what the trigger names: بحثا العلاقات الأخوية."""
        clause = self._slots.clause_of(trigger.head)
        return clause is not None and clause.lemma in self._reference.discussing_verb and clause.head < trigger.first

    def _is_carried(self, frame: Frame, trigger: Trigger, clause: Clause | None) -> bool:
        """Tell whether the subject of the clause does what a noun in it names: شنت هجوما، تحركت لفرض عقوبات.

        Who condemns or discusses a deed has not done it.
        """
        purpose = self._doc.norms[trigger.first].startswith("ل")
        return frame.type not in DEEDS or clause is None or purpose or clause.lemma in self._reference.carrying_verb

    def _is_meant(
        self, line: Line, trigger: Trigger, frame: Frame, own: Clause | None, statement: Statement | None
    ) -> bool:
        if frame.needs == "statement" and statement is None:
            return False
        alone = frame.finite or trigger.last - trigger.first == 1
        if trigger.verbal and own is None and not trigger.participle and alone:
            # The letters of a verb that heads no clause are a noun's: عمق العلاقات is their depth.
            return False
        if own is None and frame.type in TOPICAL and self._is_topic(trigger):
            return False
        denied = self._statuses.is_denied(line, own, trigger)
        if frame.negated:
            return denied and not (own is not None and own.hypothetical)
        if denied and (frame.type in UTTERED or own is None or (frame.type in SHARED and own.hypothetical)):
            # What somebody does not say is no event, nor a noun of what does not take place (عدم التوقيع), nor the
            # case that an agreement or meeting fails (إذا لم يوافق).
            return False
        if frame.type is EventType.AGREE:
            return trigger.verbal or not self._statuses.is_required(line, trigger)
        return frame.type in VERBAL - EASING or not self._statuses.is_unmet(frame, line, trigger)

    def _fill_slots(self, line: Line, trigger: Trigger, own: Clause | None) -> Slots:
        if trigger.verbal and own is not None:
            slots = self._slots.fill_verbal(line, own, trigger.parts)
            if trigger.owned:
                self._slots.add_carried(slots, line, trigger.last - 1)
            elif len(trigger.parts) > 1 and own.subject is not None:
                self._slots.add_owner(slots, line, trigger.last - 1)
            return slots
        if trigger.verbal and trigger.participle:
            return self._slots.fill_participle(line, trigger.first, trigger.last - 1)
        # A verb's letters that head no clause are its masdar's: بشأن طلب السويد الانضمام.
        head = trigger.first if trigger.verbal else trigger.last - 1
        return self._slots.fill_nominal(line, trigger.first, head, owned=trigger.owned and not trigger.verbal)

    def _find_parties(
        self,
        line: Line,
        trigger: Trigger,
        frame: Frame,
        own: Clause | None,
        slots: Slots,
        statement: Statement | None,
    ) -> tuple[list[str], list[str]]:
        if own is not None:
            own = self._victims.settle(frame, line, own, slots)
        actors, recipients = assign(frame, slots, own)
        guilty, suffering = self._find_sides(line, frame, own)
        recipients = [party for party in recipients if party not in suffering] or guilty
        if own is not None and own.voice is Voice.PASSIVE and frame.victim and not actors:
            actors = self._victims.find_agents(line, trigger.last)
        if frame.type is EventType.ASSAULT and (holders := self._victims.find_holders(line, trigger.last)):
            recipients = [party for party in holders if party not in actors] or recipients
        if frame.type is EventType.PROTEST and not recipients:
            opposed = self._victims.find_opposed(line, trigger.first + 1)
            recipients = [party for party in opposed if party not in actors]
        actors, recipients = self._parties.complete(frame, trigger, actors, recipients, statement)
        recipients = [r for r in recipients if r not in actors]
        if not suffering and (trigger.verbal or not self._is_known(trigger)):
            actors, recipients = self._parties.fill_up(line, frame, trigger, own, slots, actors, recipients)
        actors, recipients = self._parties.take_side(frame, slots, actors, recipients, statement)
        if frame.type is EventType.PROTEST and not actors:
            # Nobody is named: the people of the place protest.
            actors = [party for party in self._slots.spoken.nations_in(line) if party not in recipients]
        elif frame.type in LOCAL and not actors and not recipients:
            # Nobody is named: the people of the place suffer what is done there.
            recipients = self._slots.spoken.nations_in(line)
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
                slots.pop("subject", None)
                doers, victims = assign(deed, slots, None)
                # Whom the verb itself is done to is not spared: استدعت السفير الروسي بعد قصف بلاده المدينة.
                aimed = own.object if own.object is not None and own.object[0] != head else (0, 0)
                spared = self._slots.spoken.parties_in(*aimed)
                return doers, [party for party in victims if party not in doers and party not in spared]
        return [], []

    def _refers_back(self, trigger: Trigger, slots: Slots) -> bool:
        """A noun with the article and no party of its own speaks of what is known: it tells no event anew."""
        if trigger.verbal or trigger.owned or trigger.last - trigger.first > 1:
            return False
        return self._is_known(trigger) and not any(
            slots[place] for place in slots if place != "subject" and place[0] != "@"
        )

    def _is_known(self, trigger: Trigger) -> bool:
        """A noun with the article names what was told before: الاتفاق."""
        norm = self._doc.norms[trigger.head]
        return trigger.last - trigger.first == 1 and any(rest.startswith("ال") for _, rest in split_proclitics(norm))

    def _least(self, trigger: Trigger, frame: Frame) -> int:
        """How many parties must be known. A bare noun needs all of them: it may only refer to an event, not tell it."""
        if frame.bodies:
            return 1
        bare = not trigger.verbal and not trigger.owned and trigger.last - trigger.first == 1
        shared = 2 if frame.needs == "statement" or (not trigger.verbal and frame.type in SHARED) else 1
        if frame.type in LOCAL and trigger.verbal and frame.parties < 2:
            return 0
        if frame.type is EventType.SUPPORT:
            return frame.parties
        return max(LEAST.get(frame.type, 1), frame.parties if bare else 1, shared)

    def _statement_around(self, trigger: Trigger) -> Statement | None:
        """The shortest statement whose words or cue hold the trigger."""
        span = self._doc.span(trigger.first, trigger.last)
        return next(
            (
                statement
                for first, last, statement in self._spoken
                if first <= span.start < last
                and (
                    any(c.start <= span.start and span.end <= c.end for c in statement.content)
                    or statement.cue.start <= span.start < statement.cue.end
                )
            ),
            None,
        )

    def _to_events(self, candidate: Candidate) -> Iterator[Event]:
        """One event; a visit to several countries is one to each."""
        event = self._to_event(candidate)
        if candidate.frame.mode != "visit" or len(event.recipients) < 2:
            yield event
        else:
            yield from (msgspec.structs.replace(event, recipients=(host,)) for host in event.recipients)

    def _to_event(self, candidate: Candidate) -> Event:
        doc, trigger = self._doc, candidate.trigger
        place, place_span = self._scene.find_place(candidate.line, trigger.head)
        people = self._scene.find_people(candidate.line, trigger.head, {*candidate.actors, *candidate.recipients})
        statement = candidate.statement
        speaker = self._parties.speaker_of(statement)
        speaks = speaker in candidate.actors
        own_act = speaks and candidate.type in VERBAL
        is_known = not trigger.verbal and self._is_known(trigger)
        meets = candidate.type is EventType.CONSULT and speaker in candidate.recipients
        announced = (
            statement is not None
            and not (trigger.verbal or is_known)
            and self._days.is_announced(trigger.head, statement)
        )
        day, time = self._days.find(
            Deed(
                line=candidate.line,
                first=trigger.first,
                head=trigger.head,
                last=trigger.last - 1,
                status=candidate.status,
                statement=statement,
                is_own=speaks and (candidate.type in DATED_BY_LEAD or announced),
                is_of_others=statement is not None and not (speaks or meets),
                is_words=candidate.type in UTTERED,
                is_known=is_known,
                continues=candidate.type in DATED_BY_LEAD or candidate.line.kind is BlockKind.TITLE,
            )
        )
        return Event(
            id="",
            type=candidate.type,
            mode=candidate.mode,
            contexts=self._contexts.find_contexts(doc, candidate.line, trigger.head),
            status=candidate.status,
            actors=candidate.actors,
            recipients=candidate.recipients,
            participants=people,
            date=day,
            time=time.id if time is not None else None,
            place=place,
            place_span=place_span,
            trigger=doc.span(trigger.first, trigger.last),
            sentence=candidate.line.id,
            mentions=(),
            said_by=statement.id if statement is not None and not own_act else None,
            rule=candidate.frame.id,
        )


def _size(statement: Statement) -> int:
    return sum(content.end - content.start for content in statement.content)


def _reach(statement: Statement) -> tuple[int, int, Statement]:
    """From where to where its cue and its words stand."""
    spans = (statement.cue, *statement.content)
    return min(span.start for span in spans), max(span.end for span in spans), statement


def _has_doers(frame: Frame, slots: Slots) -> bool:
    """A noun with doers of its own does not take the subject of the sentence: بحث الجانبان الغزو الروسي."""
    if slots.get(AGENT):
        return True
    suffered = frame.slots.get("owner") is SlotRole.RECIPIENT and not slots.get("object") and not slots.get("ل")
    places = ("adjective",) if suffered and slots.get("subject") else ("owner", "adjective")
    owners = any(slots.get(place) and place in frame.slots for place in places)
    sides = {party for place, role in frame.slots.items() if role is SlotRole.MUTUAL for party in slots.get(place, ())}
    return owners or len(sides - {*slots.get("subject", ())}) > 1 or len({*slots.get("بين", ())} & sides) > 1


def _unfold(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(word).removeprefix("ال") if len(word) > 4 else fold(word) for word in words)


@lru_cache(maxsize=4)
def _folded_words(lexicon: Lexicon) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    return {frame.id: (_unfold(frame.about), _unfold(frame.not_about)) for frame in lexicon.frames}


def find_events(
    doc: Document,
    clauses: Sequence[Clause],
    names: Names,
    times: Sequence[Time],
    statements: Sequence[Statement],
    published: Published,
    lexicon: Lexicon,
) -> tuple[Event, ...]:
    """Return the events of a document, one per happening, in text order."""
    return EventFinder(doc, clauses, names, times, statements, published, lexicon).find_all()
