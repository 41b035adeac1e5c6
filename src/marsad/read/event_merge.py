"""One event per happening: what an article tells several times is one event with several mentions."""

from collections.abc import Sequence
from datetime import date

import msgspec

from marsad.model import Event, EventType
from marsad.read.event_types import UTTERED

# A visit, a meeting and talks between the same parties on the same day are one happening told in several words.
_SAME_HAPPENING = frozenset({EventType.CONSULT, EventType.ASSAULT, EventType.SANCTION, EventType.AID})

# Words against somebody, what they may answer, and how many events back.
_ANSWERED_SOON = 2
_ANSWERS = frozenset({EventType.ACCUSE, EventType.REJECT, EventType.THREATEN})
_HOSTILE = _ANSWERS | {
    EventType.SANCTION,
    EventType.REQUEST,
    EventType.COERCE,
    EventType.ASSAULT,
    EventType.PROTEST,
}
_OF_FORCE = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION})
_ONE_A_SENTENCE = UTTERED | {EventType.AGREE}
# What an attack cost names its victims and needs no party in common with it.
_TOLLS = frozenset({"assault.toll"})
# One step that their relation takes, whichever of the two is told to take it.
_SHARED_STEPS = frozenset({"support.embassy", "support.relations"})
# Two face the press after talks that the article has told: where it tells no day for it, that is no other meeting.
_AFTER_TALKS = frozenset({"consult.press"})
_DAY = len("2024-05-16")
_VISIT_DAYS = 3  # state visits seldom last longer


def merge_events(events: Sequence[Event]) -> tuple[Event, ...]:
    """Join events of one type, status and parties whose days agree; number them in text order."""
    merged: list[Event] = []
    for event in events:
        place = next((n for n, kept in enumerate(merged) if _is_same(kept, event)), None)
        if place is None:
            merged.append(event)
        else:
            merged[place] = _join(merged[place], event)
    directed = [_join_in(_answer(_direct(event, merged), merged[:n]), merged[:n]) for n, event in enumerate(merged)]
    return tuple(msgspec.structs.replace(event, id=f"ev{n}") for n, event in enumerate(directed))


def _join_in(event: Event, before: Sequence[Event]) -> Event:
    """Who calls for something and names nobody calls on those whom the sentence had called on before.

    دعا الأمين العام البلدين إلى التهدئة، ودعت جارتهما إلى الحوار.
    """
    if event.type is not EventType.REQUEST or event.recipients or not event.actors:
        return event
    for told in reversed(before):
        if told.sentence != event.sentence:
            break
        if told.type is event.type and told.recipients and not set(event.actors) & {*told.actors, *told.recipients}:
            return msgspec.structs.replace(event, recipients=told.recipients)
    return event


def _answer(event: Event, before: Sequence[Event]) -> Event:
    """Who hits back and names nobody answers whoever last did something against him (وصفت الخطوة بأنها عدائية).

    A denial answers accusations only.
    """
    if event.type not in _ANSWERS or event.recipients or not event.actors:
        return event
    denies = event.rule == "reject.deny"
    answered = frozenset({EventType.ACCUSE}) if denies else _HOSTILE
    for told in reversed(before if denies else before[-_ANSWERED_SOON:]):
        if told.type in answered and set(event.actors) & set(told.recipients):
            others = tuple(party for party in told.actors if party not in event.actors)
            return msgspec.structs.replace(event, recipients=others)
    return event


def _direct(event: Event, all_events: Sequence[Event]) -> Event:
    """A meeting whose visitor the sentence does not tell has the one of the visit of the same two told elsewhere."""
    if event.recipients or len(event.actors) != 2 or not event.rule.startswith("consult.") or event.mode == "phone":
        return event
    for visit in all_events:
        same = {*visit.actors, *visit.recipients} == set(event.actors) and _is_during(visit.date, event.date)
        if same and visit.mode == "visit" and visit.recipients and not _meet_apart(visit, event):
            return msgspec.structs.replace(event, actors=visit.actors, recipients=visit.recipients)
    return event


def _is_same(a: Event, b: Event) -> bool:
    if a.type is not b.type or a.status is not b.status:
        return False
    if (_is_told_on(a, b) and _tells_on(a, b)) or _is_open(a, b):
        return True
    parties_agree = {*a.actors, *a.recipients} == {*b.actors, *b.recipients} or _says_same(a, b)
    if not parties_agree or _hits_back(a, b):
        return False
    after_talks = b.rule in _AFTER_TALKS and b.date is None
    if not (after_talks or _days_agree(a.date, b.date)) or (a.mode and b.mode and a.mode != b.mode):
        return False
    if a.type in _SAME_HAPPENING or a.rule == b.rule in _SHARED_STEPS:
        return not _meet_apart(a, b)
    if a.rule != b.rule:
        # Two senses are two deeds: an exercise and trade, a promise and a treaty. In words one sentence says one thing.
        return (
            a.type in _ONE_A_SENTENCE
            and a.sentence == b.sentence
            and (set(a.actors) == set(b.actors) or not b.recipients)
        )
    return set(a.actors) == set(b.actors)


def _is_told_on(a: Event, b: Event) -> bool:
    """Where a telling may leave parties out: force in its sentence, or in the same sense and measures all along."""
    if a.type is EventType.SANCTION:
        return a.rule == b.rule and _days_agree(a.date, b.date)
    by_force = a.type is EventType.ASSAULT or (a.type is EventType.COERCE and a.mode == b.mode)
    return by_force and (a.sentence == b.sentence or a.rule == b.rule)


def _is_open(a: Event, b: Event) -> bool:
    """Force told of nobody goes on with what the article tells of force: قصف الجيش الكيني قرية. وقُتل عشرة أشخاص."""
    told = {*a.actors, *a.recipients}, {*b.actors, *b.recipients}
    days_differ = a.date is not None and b.date is not None and not _days_agree(a.date, b.date)
    return a.type is EventType.ASSAULT and not all(told) and not days_differ


def _meet_apart(a: Event, b: Event) -> bool:
    """Ministers who meet ministers hold another meeting than presidents who meet presidents."""
    told = len(a.participants) > 1 and len(b.participants) > 1
    return a.type is EventType.CONSULT and told and not set(a.participants) & set(b.participants)


def _hits_back(a: Event, b: Event) -> bool:
    """What is done the other way round is another deed: قصفت الهند قرية باكستانية، وقصفت باكستان قرية هندية."""
    turned = set(a.actors) == set(b.recipients) and set(a.recipients) == set(b.actors)
    visits = a.type is not EventType.CONSULT or (a.mode == b.mode == "visit" and a.sentence == b.sentence)
    return turned and bool(a.actors and b.actors) and visits


def _tells_on(a: Event, b: Event) -> bool:
    """One attack told on in the same sentence: one telling leaves a side open or names fewer of it than the other.

    قصفت الطائرات الروسية البلدة، وأوقع القصف قتلى. Who strikes in one telling and is struck in the other hits back.
    """
    if a.date is not None and b.date is not None and not _days_agree(a.date, b.date):
        return False
    acting, suffering = (set(a.actors), set(b.actors)), (set(a.recipients), set(b.recipients))
    if set[str].union(*acting) & set[str].union(*suffering):
        return False
    nested = all(one <= other or other <= one for one, other in (acting, suffering))
    return nested and (b.rule in _TOLLS or any(one & other for one, other in (acting, suffering)))


def _says_same(a: Event, b: Event) -> bool:
    """What one says in a sentence is said to whom the sentence names, in whichever of its words that is."""
    together = a.type in UTTERED and a.sentence == b.sentence and set(a.actors) == set(b.actors)
    return together and bool(a.actors) and not (a.recipients and b.recipients)


def _is_during(visit: str | None, day: str | None) -> bool:
    """A meeting within days of a visit is held on it."""
    if visit is None or day is None or len(visit) < _DAY or len(day) < _DAY:
        return _days_agree(visit, day)
    return abs((date.fromisoformat(visit) - date.fromisoformat(day)).days) <= _VISIT_DAYS


def _days_agree(a: str | None, b: str | None) -> bool:
    """A month or year of its own is another time than that of a telling without a day; a plain day may be the same."""
    if a is None or b is None:
        return a == b or len(a or b or "") == _DAY
    return a.startswith(b) or b.startswith(a)


def _join(a: Event, b: Event) -> Event:
    """Keep the first telling; take from the other what the first leaves open (a visit says who came to whom)."""
    mode = a.mode or b.mode
    directed = a if a.recipients or not b.recipients else b
    actors, recipients = directed.actors, directed.recipients
    if a.type in _OF_FORCE and not {*a.actors, *b.actors} & {*a.recipients, *b.recipients}:
        # Each telling may leave a side of it open; an attack is done by and to all whom any of them names.
        fuller = a.type is EventType.ASSAULT
        actors = max(a.actors, b.actors, key=len) if fuller or not a.actors else a.actors
        recipients = max(a.recipients, b.recipients, key=len) if fuller or not a.recipients else a.recipients
    dated = a if a.date is not None or b.date is None else b
    placed = a if a.place is not None else b
    return msgspec.structs.replace(
        a,
        mode=mode,
        actors=actors,
        recipients=recipients,
        participants=tuple(dict.fromkeys((*a.participants, *b.participants))),
        date=dated.date,
        time=dated.time,
        place=placed.place,
        place_span=placed.place_span,
        mentions=(*a.mentions, b.trigger),
        said_by=a.said_by if b.said_by is not None else None,
    )
