"""Events: frames filled from clauses, with status, day and place, merged within the article."""

from collections.abc import Iterator, Sequence

import msgspec

from marsad.lang.tokens import TokenKind
from marsad.lexicon.load import Lexicon
from marsad.model import BlockKind, Event, EventType, Published, Statement, Time
from marsad.read.clauses import Clause
from marsad.read.document import Document
from marsad.read.doers import Doers
from marsad.read.event_contexts import build_context_finder
from marsad.read.event_dates import DayFinder, Deed
from marsad.read.event_days import date_by_meetings, date_by_now, date_titles
from marsad.read.event_frames import Candidate, FrameFiller
from marsad.read.event_merge import merge_events
from marsad.read.event_parties import PartyFinder
from marsad.read.event_scene import Scene
from marsad.read.event_times import EventTimes
from marsad.read.event_types import DATED_BY_LEAD, UTTERED, VERBAL
from marsad.read.mentions import Form, Names
from marsad.read.sites import Sites
from marsad.read.triggers import OFFICE, Trigger, TriggerIndex, build_trigger_index


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
        self._spans = [(time.start, time.end) for time in times]
        self._contexts = build_context_finder(lexicon)
        self._index: TriggerIndex = build_trigger_index(lexicon)
        self._scene = Scene(doc, names, lexicon)
        self._times = EventTimes(doc, times, clauses, published, lexicon)
        self._days = DayFinder(doc, self._times, self._index, lexicon)
        self._sites = Sites(doc, names, clauses, lexicon)
        doers = Doers(self._sites, lexicon.reference)
        self._parties = PartyFinder(doers, lexicon)
        self._frames = FrameFiller(
            doers, self._parties, self._scene, self._index, times, self._times, statements, lexicon
        )

    def find_all(self) -> tuple[Event, ...]:
        """Return the events in text order, one per happening."""
        found: list[Candidate] = []
        passed = self._find_passed()
        for line in self._doc.lines:
            covered: set[int] = set()
            found_here = self._index.find_triggers(self._doc, line, passed)
            triggers = sorted(found_here, key=lambda t: (-len(t.parts), t.first))
            for trigger in triggers:
                parts = trigger.parts or (trigger.head,)
                if not covered.isdisjoint(parts) or self._inside_name(trigger):
                    continue
                candidate = self._frames.fill(line, trigger, found)
                if candidate is not None:
                    covered.update(parts)
                    found.append(candidate)
        found.sort(key=lambda c: c.trigger.first)
        merged = merge_events([event for c in found for event in self._to_events(c)])
        titled = date_titles(self._doc, merged, self._days.find_lead())
        return date_by_now(self._times, date_by_meetings(self._times, titled))

    def _find_passed(self) -> bytes:
        """Mark what parts no phrase: names, and times with the marks around them (وافق الوزير، أمس، على الهدنة)."""
        passed = bytearray(self._sites.named)
        for start, end in self._spans:
            first, last = self._doc.token_at(start), self._doc.token_at(end)
            first -= first > 0 and self._doc.tokens[first - 1].kind is TokenKind.MARK
            last += last < len(passed) and self._doc.tokens[last].kind is TokenKind.MARK
            for at in range(first, last):
                passed[at] = passed[at] or OFFICE
        return bytes(passed)

    def _inside_name(self, trigger: Trigger) -> bool:
        return any(
            m.first <= trigger.head < m.last and m.form is not Form.HOLDER
            for m in self._names.within(max(0, trigger.head - 8), trigger.head + 1)
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
        meets = candidate.type is EventType.CONSULT and speaker in candidate.recipients
        announced = (
            statement is not None
            and not (trigger.verbal or candidate.is_known)
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
                is_known=candidate.is_known,
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
