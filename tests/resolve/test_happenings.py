"""Which events are meetings."""

import pytest
from made_readings import KNOWN_DAY, make_reading
from msgspec.structs import replace
from recorded import relate

from marsad.lexicon.load import Lexicon
from marsad.model import EventStatus, EventType
from marsad.resolve.traces import PLANNED_MEETINGS

READING = make_reading("one", "صحيفة", KNOWN_DAY)


def test_frames_of_planned_meetings_exist(lexicon: Lexicon) -> None:
    assert {frame.id for frame in lexicon.frames} >= PLANNED_MEETINGS


@pytest.mark.parametrize(
    ("rule", "status", "is_meeting"),
    [
        ("consult.visit", EventStatus.FUTURE, True),
        ("agree.invite", EventStatus.FUTURE, True),
        ("agree.pledge", EventStatus.FUTURE, False),
        ("agree.sign", EventStatus.ACTUAL, False),
    ],
)
def test_agreements_are_meetings_only_where_the_frame_says_so(rule: str, status: EventStatus, is_meeting: bool) -> None:
    event = replace(READING.events[0], type=EventType.AGREE, rule=rule, status=status)
    (happening,) = relate((replace(READING, events=(event,)),), "JOR", "IRQ").happenings
    assert happening.is_meeting is is_meeting


def test_a_meeting_is_also_between_those_who_attend() -> None:
    guest = replace(READING.entities[2], id="e9", country="EGY")
    event = replace(READING.events[0], participants=("e2", "e9"))
    reading = replace(READING, events=(event, READING.events[1]), entities=(*READING.entities, guest))
    assert len(relate((reading,), "JOR", "EGY").happenings) == 1
    assert relate((replace(reading, events=(replace(event, type=EventType.ACCUSE),)),), "JOR", "EGY").happenings == ()


def test_what_the_two_do_to_a_third_is_joint() -> None:
    event = replace(READING.events[0], type=EventType.ACCUSE, recipients=("e9",))
    third = replace(READING.entities[0], id="e9", country="EGY")
    reading = replace(READING, events=(event,), entities=(*READING.entities, third))
    (happening,) = relate((reading,), "JOR", "IRQ").happenings
    assert happening.is_joint
    assert not relate((reading,), "JOR", "EGY").happenings[0].is_joint
