"""Why events and other facts differ from gold, on made annotations."""

import pytest

from marsad.evaluate.causes import (
    Cause,
    Events,
    why_course_differs,
    why_misdated,
    why_no_entity,
    why_no_quantity,
    why_no_statement,
    why_no_time,
    why_other_speaker,
    why_other_value,
)
from marsad.evaluate.gold import (
    Annotation,
    GoldDay,
    GoldEntity,
    GoldEvent,
    GoldQuantity,
    GoldStatement,
    GoldTime,
)
from marsad.evaluate.known_triggers import find_known_triggers
from marsad.lexicon.load import load_lexicon
from marsad.model import EntityKind, EventStatus, EventType, StatementKind, TimeType

ACTUAL = EventStatus.ACTUAL


def event(
    kind: EventType, sides: str, trigger: str, status: EventStatus = ACTUAL, date: str | None = None
) -> GoldEvent:
    """Make an event of sides written "JOR>IRQ+SYR"."""
    actors, _, recipients = sides.partition(">")
    return GoldEvent(
        type=kind,
        status=status,
        actors=tuple(filter(None, actors.split("+"))),
        recipients=tuple(filter(None, recipients.split("+"))),
        trigger=trigger,
        date=date,
    )


VISIT = event(EventType.CONSULT, "JOR>IRQ", "زار")


@pytest.mark.parametrize(
    ("got", "cause"),
    [
        (event(EventType.CONSULT, "JOR", "زار"), Cause.PARTY_MISSING),
        (event(EventType.CONSULT, "JOR>IRQ+SYR", "وزار"), Cause.PARTY_EXTRA),
        (event(EventType.CONSULT, "KWT>OMN", "زار"), Cause.PARTY_OTHER),
        (event(EventType.SUPPORT, "JOR>IRQ", "زار"), Cause.TYPE),
        (event(EventType.CONSULT, "JOR>IRQ", "هاتف"), Cause.UNTOLD),
    ],
)
def test_why_an_event_is_missed(got: GoldEvent, cause: Cause) -> None:
    known = frozenset({(EventType.CONSULT, "زار")})
    assert Events((VISIT,), (got,), (), known).why_missed(VISIT) == (cause,)


def test_an_event_whose_trigger_no_frame_has() -> None:
    assert Events((VISIT,), (), ()).why_missed(VISIT) == (Cause.UNKNOWN_TRIGGER,)


def test_an_event_joined_with_another() -> None:
    again = event(EventType.CONSULT, "JOR>SYR", "زار")
    assert Events((VISIT, again), (VISIT,), ((0, 0),)).why_missed(again) == (Cause.MERGED,)


@pytest.mark.parametrize(
    ("got", "cause"),
    [
        (event(EventType.CONSULT, "JOR>IRQ", "الزيارة"), Cause.AGAIN),
        (event(EventType.CONSULT, "EGY>IRQ", "زار"), Cause.AGAIN),
        (event(EventType.ACCUSE, "JOR>IRQ", "انتقد"), Cause.NO_EVENT),
    ],
)
def test_why_an_event_is_extra(got: GoldEvent, cause: Cause) -> None:
    assert Events((VISIT,), (VISIT, got), ((0, 0),)).why_extra(got) == (cause,)


def test_what_is_wrong_with_an_event_that_matches() -> None:
    other = event(EventType.CONSULT, "IRQ>JOR", "زار", EventStatus.FUTURE)
    assert why_course_differs(VISIT, VISIT) == ()
    assert why_course_differs(VISIT, other) == (Cause.DIRECTION, Cause.STATUS)
    assert why_misdated(VISIT) == (Cause.NO_DATE,)
    assert why_misdated(event(EventType.CONSULT, "JOR>IRQ", "زار", date="2020")) == (Cause.OTHER_DATE,)


def test_why_other_facts_differ() -> None:
    city = GoldEntity("a", EntityKind.PLACE, "JOR", ("الزرقاء",))
    body = GoldEntity("b", EntityKind.ORGANIZATION, "JOR", ("الزرقاء",))
    club = GoldEntity("c", EntityKind.ORGANIZATION, "JOR", ("نادي الزرقاء الأهلي الثقافي",))
    assert why_no_entity(city, holding(body)) == (Cause.OTHER_KIND,)
    assert why_no_entity(city, holding(club)) == (Cause.PART,)
    assert why_no_entity(city, holding()) == (Cause.UNFOUND,)
    week = GoldTime("الأسبوع الماضي", TimeType.DATE, None)
    assert why_no_time(week, (GoldTime("الأسبوع", TimeType.DATE, "2020-W01"),)) == (Cause.PART,)
    assert (why_other_value(week), why_no_time(week, ())) == ((Cause.NO_VALUE,), (Cause.UNFOUND,))
    share = GoldQuantity("5 بالمئة", 5, "%")
    assert why_no_quantity(share, (GoldQuantity("5", 5, "count"),)) == (Cause.OTHER_UNIT,)
    assert why_no_quantity(share, (GoldQuantity("5.5 بالمئة", 5.5, "%"),)) == (Cause.OTHER_VALUE,)
    said = GoldStatement("a", "إن الماء يكفي المدينة", StatementKind.INDIRECT)
    part = GoldStatement(None, "الماء يكفي", StatementKind.INDIRECT)
    assert why_no_statement(said, (part,)) == (Cause.CONTENT,)
    assert why_no_statement(said, ()) == (Cause.UNFOUND,)
    assert (why_other_speaker(part), why_other_speaker(said)) == ((Cause.NO_SPEAKER,), (Cause.OTHER_SPEAKER,))


def test_triggers_that_the_lexicon_has() -> None:
    coined = event(EventType.CONSULT, "JOR>IRQ", "فوق الجبل")
    other = event(EventType.ASSAULT, "JOR>IRQ", "زار")
    gold = holding(events=(VISIT, coined, other))
    assert find_known_triggers(gold, load_lexicon()) == {(EventType.CONSULT, "زار")}


def holding(*entities: GoldEntity, events: tuple[GoldEvent, ...] = ()) -> Annotation:
    """Make an annotation of entities and events alone."""
    return Annotation("a", GoldDay(None, None, None), None, (), entities, (), (), (), events)
