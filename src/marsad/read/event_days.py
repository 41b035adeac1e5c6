"""Days that only other events tell: words two sides exchanged are of their meeting, a title of the lead."""

from collections.abc import Sequence

import msgspec

from marsad.model import BlockKind, Event, EventStatus, EventType, Time
from marsad.read.document import Document
from marsad.read.event_times import DAY, NOW, EventTimes, Spot

_SPOKEN = frozenset({EventType.AGREE, EventType.SUPPORT, EventType.REQUEST, EventType.REJECT, EventType.THREATEN})


def date_by_meetings(times: EventTimes, events: Sequence[Event]) -> tuple[Event, ...]:
    """Give words that two sides exchanged the day of their meeting, where their own sentence tells no day.

    The meeting is the first of the same parties, told before the words, that took place and whose own sentence tells
    its day; not one that is only referred to (أثنى على اللقاء المنعقد الأحد).
    """

    def find_own(event: Event) -> Spot | None:
        spot = times.find(event.time)
        return spot if spot is not None and spot.line == times.number_of(event.sentence) else None

    def is_open(event: Event) -> bool:
        told = times.find(event.time)
        return find_own(event) is None and (told is None or told.value is None or len(told.value) == DAY)

    def is_meeting(event: Event) -> bool:
        spot = find_own(event)
        is_day = event.date is not None and len(event.date) == DAY
        return event.type is EventType.CONSULT and is_day and spot is not None and times.held_by(spot) is None

    meetings: dict[frozenset[str], Event] = {}
    dated: list[Event] = []
    for event in events:
        told = event
        if event.status is EventStatus.ACTUAL:
            meeting = meetings.get(_sides(event))
            if is_meeting(event):
                meetings.setdefault(_sides(event), event)
            elif event.type in _SPOKEN and meeting is not None and is_open(event):
                told = msgspec.structs.replace(event, date=meeting.date, time=meeting.time)
        dated.append(told)
    return tuple(dated)


def date_by_now(times: EventTimes, events: Sequence[Event]) -> tuple[Event, ...]:
    """Give what is under way while it is told, and has no day in any telling, the month of the publication."""

    def is_under_way(event: Event) -> bool:
        spot = times.find(event.time) if event.date is None else None
        return spot is not None and spot.time.value == NOW

    return tuple(msgspec.structs.replace(e, date=times.month) if is_under_way(e) else e for e in events)


def date_titles(doc: Document, events: Sequence[Event], lead: tuple[str | None, Time | None]) -> tuple[Event, ...]:
    """Give what only the title tells the day of the lead and the expression that tells it."""
    titles = {line.id for line in doc.lines if line.kind is BlockKind.TITLE}
    day, time = lead
    return tuple(
        msgspec.structs.replace(event, date=day, time=time.id if time is not None else None)
        if event.sentence in titles and event.date is None and event.status is EventStatus.ACTUAL
        else event
        for event in events
    )


def _sides(event: Event) -> frozenset[str]:
    return frozenset((*event.actors, *event.recipients))
