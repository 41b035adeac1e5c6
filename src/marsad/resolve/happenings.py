"""Events between two sides: those that agree in type, mode, status, parties and date become one line, told by many."""

from collections.abc import Iterable

from msgspec.structs import replace

from marsad.lang.fold import fold
from marsad.model import Event, EventStatus, EventType
from marsad.model.relation import Dating, Happening, State, Who
from marsad.resolve.indexed import Indexed
from marsad.resolve.lines import Key, gather, in_order
from marsad.resolve.versions import to_version

# Frames of meetings: all of CONSULT, and those of AGREE that tell of nothing else.
_MEETING = "consult."
PLANNED_MEETINGS = frozenset({"agree.invite", "agree.plan"})


def find_happenings(articles: Iterable[Indexed], a: str, b: str) -> tuple[Happening, ...]:
    """Return the events that have both `a` and `b` as parties, and the meetings that both attend, oldest first."""
    found = (_to_happening(article, event, a, b) for article in articles for event in article.reading.events)
    groups = gather((_to_key(happening), happening) for happening in found if happening is not None)
    return in_order(_merge(group) for group in groups)


def _to_happening(article: Indexed, event: Event, a: str, b: str) -> Happening | None:
    actors, recipients = article.parties(event)
    if not {a, b} <= {*actors, *recipients, *_attending(article, event)}:
        return None
    statement = article.statements.get(event.said_by) if event.said_by else None
    said_by = article.speaker(statement) if statement else None
    via = article.names(statement.via) if statement else ()
    people = (article.who(entity) for entity in event.participants)
    version = to_version(article, event, article.witness(event.id, event.trigger, event.rule, said_by, via))
    return Happening(
        id=f"{version.article}#{version.fact}",
        type=event.type,
        mode=event.mode,
        status=event.status,
        state=State.REPORTED,
        actors=actors,
        recipients=recipients,
        when=version.when,
        is_meeting=_is_meeting(event),
        is_joint={a, b} <= {*actors} and not {*recipients} <= {a, b},
        is_claim=event.said_by is not None,
        contexts=event.contexts,
        participants=tuple(who for who in people if who is not None),
        places=version.places,
        witnesses=(version,),
        sources=(),
        asserted_by=(),
        denied_by=(),
    )


def _attending(article: Indexed, event: Event) -> frozenset[str]:
    """A meeting is between the sides whose officials attend it, also where the article names only one as its party."""
    return article.parties_of(event.participants) if _is_meeting(event) else frozenset()


def _is_meeting(event: Event) -> bool:
    """CONSULT is a meeting held; one still to come is AGREE in PLOVER, and the frame that found it tells which."""
    if event.type is EventType.AGREE and event.status is EventStatus.FUTURE:
        return event.rule.startswith(_MEETING) or event.rule in PLANNED_MEETINGS
    return event.type is EventType.CONSULT


def _to_key(happening: Happening) -> Key:
    """What two events share to be one line; undated ones are the same only where their sentences are (reprints)."""
    dated = happening.when.dating is Dating.STATED
    return (
        happening.type,
        happening.mode or "",
        happening.status,
        " ".join(happening.actors),
        " ".join(happening.recipients),
        happening.when.value or "" if dated else fold(" ".join(happening.witnesses[0].passage.split())),
    )


def _merge(group: tuple[Happening, ...]) -> Happening:
    return replace(
        group[0],
        is_meeting=any(line.is_meeting for line in group),
        is_claim=all(line.is_claim for line in group),
        contexts=tuple(sorted({context for line in group for context in line.contexts})),
        participants=_join(line.participants for line in group),
        places=tuple({place.en: place for line in reversed(group) for place in reversed(line.places)}.values())[::-1],
        witnesses=tuple(version for line in group for version in line.witnesses),
    )


def _join(people: Iterable[tuple[Who, ...]]) -> tuple[Who, ...]:
    """Each person once, in the order given; the first role that is known is kept."""
    found: dict[tuple[str | None, str | None], Who] = {}
    for who in (who for group in people for who in group):
        key = (who.name.en or who.name.ar, who.party)
        if key not in found or found[key].role is None:
            found[key] = who
    return tuple(found.values())
