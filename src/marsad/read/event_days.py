"""The day of what two sides said or agreed, where only their meeting tells it."""

from collections.abc import Sequence

import msgspec

from marsad.model import Event, EventStatus, EventType, Time
from marsad.read.document import Document

_DAY = len("2024-05-16")
_SPOKEN = frozenset({EventType.AGREE, EventType.SUPPORT, EventType.REQUEST, EventType.REJECT, EventType.THREATEN})


def date_by_meetings(doc: Document, times: Sequence[Time], events: Sequence[Event]) -> tuple[Event, ...]:
    """Give words that two sides exchanged the day of their meeting, where their own sentence tells no day.

    The meeting is the first one of the same parties that took place and whose own sentence tells its day.
    """
    sentences = {line.id: line for line in doc.lines}
    at = {time.id: time.start for time in times}

    def is_dated(event: Event) -> bool:
        line = sentences[event.sentence]
        return event.time in at and line.start <= at[event.time or ""] < line.end

    meetings: dict[frozenset[str], Event] = {}
    for event in events:
        is_day = event.date is not None and len(event.date) == _DAY
        if event.type is EventType.CONSULT and event.status is EventStatus.ACTUAL and is_day and is_dated(event):
            meetings.setdefault(_sides(event), event)
    return tuple(
        msgspec.structs.replace(event, date=meeting.date, time=meeting.time)
        if event.type in _SPOKEN
        and event.status is EventStatus.ACTUAL
        and (meeting := meetings.get(_sides(event))) is not None
        and not is_dated(event)
        else event
        for event in events
    )


def _sides(event: Event) -> frozenset[str]:
    return frozenset((*event.actors, *event.recipients))
