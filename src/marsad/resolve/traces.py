"""Traces: each event of a reading made comparable with the events of other articles."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from hashlib import blake2b

from marsad.lang.fold import fold
from marsad.lang.stems import to_stem
from marsad.lexicon.load import Lexicon
from marsad.lexicon.places import PlaceType
from marsad.model import Entity, EntityKind, Event, EventStatus, EventType, Published
from marsad.model.relation import Stance
from marsad.model.trace import Days, Figurehead, Grain, Group, Trace
from marsad.resolve.identity import to_known_id
from marsad.resolve.indexed import Indexed
from marsad.resolve.intervals import parse_interval
from marsad.resolve.stems import find_stems
from marsad.resolve.versions import to_stance, to_version

# Frames of meetings: all of CONSULT, and those of AGREE that tell of nothing else.
_MEETING = "consult."
# A phrase in quotation marks, short enough to be a name that all give a thing.
_QUOTED = re.compile(r'"([^" ]+(?: [^" ]+){1,4})"')
PLANNED_MEETINGS = frozenset({"agree.invite", "agree.plan"})

_GROUPS = {
    EventType.AGREE: Group.COOPERATION,
    EventType.CONSULT: Group.MEETING,
    EventType.SUPPORT: Group.COOPERATION,
    EventType.COOPERATE: Group.COOPERATION,
    EventType.AID: Group.COOPERATION,
    EventType.CONCEDE: Group.RELIEF,
    EventType.RETREAT: Group.RELIEF,
    EventType.REQUEST: Group.WORDS,
    EventType.ACCUSE: Group.WORDS,
    EventType.REJECT: Group.WORDS,
    EventType.THREATEN: Group.WORDS,
    EventType.PROTEST: Group.PROTEST,
    EventType.SANCTION: Group.FORCE,
    EventType.MOBILIZE: Group.FORCE,
    EventType.COERCE: Group.FORCE,
    EventType.ASSAULT: Group.FORCE,
}

# News is told within days of the event; only the title and the first sentences tell the news of an article.
_NEWS_DAYS = 3
NEWS_SENTENCES = 3
# A publication known no better than this dates nothing.
LONGEST_REPORT = 7
LONGEST_DAY, LONGEST_MONTH, LONGEST_YEAR = 10, 31, 366


def find_traces(article: Indexed, lexicon: Lexicon) -> tuple[Trace, ...]:
    """Return the traces of an article's events, in the order of the reading."""
    return tuple(_to_trace(article, event, lexicon) for event in article.reading.events)


def is_meeting(event: Event) -> bool:
    """CONSULT is a meeting held; one still to come is AGREE in PLOVER, and the frame that found it tells which."""
    if event.type is EventType.AGREE and event.status is EventStatus.FUTURE:
        return event.rule.startswith(_MEETING) or event.rule in PLANNED_MEETINGS
    return event.type is EventType.CONSULT


def _to_trace(article: Indexed, event: Event, lexicon: Lexicon) -> Trace:
    reading, meeting = article.reading, is_meeting(event)
    statement = article.statements.get(event.said_by) if event.said_by else None
    said_by = article.speaker(statement) if statement else None
    via = article.names(statement.via) if statement else ()
    version = to_version(article, event, article.witness(event.id, event.trigger, event.rule, said_by, via))
    attending = article.parties_of(event.participants) if meeting else frozenset()
    is_main = _is_main(article, event)
    participants = [who for who in map(article.who, event.participants) if who is not None]
    return Trace(
        article=reading.article.id,
        event=event.id,
        group=_to_group(event, meeting),
        type=event.type,
        mode=event.mode,
        rule=event.rule,
        stance=version.stance,
        actors=version.actors,
        recipients=version.recipients,
        sides=tuple(sorted({*version.actors, *version.recipients, *attending})),
        people=tuple(_figureheads(article, event)),
        days=_to_days(
            event.date if event.date or is_main else article.day_in(version.passage_span),
            version.stance,
            reading.article.published,
            is_main,
        ),
        reported=to_bounds(reading.article.published),
        place=event.place,
        places=tuple(sorted(article.places_in(version.passage_span) & _cities(lexicon))),
        trigger=to_stem(fold(version.words.split()[0])) if version.words.split() else "",
        words=find_stems(article, version.passage_span, lexicon),
        amounts=tuple(sorted({f"{figure.value:g} {figure.unit}" for figure in version.figures})),
        quoted=tuple(sorted(set(_QUOTED.findall(fold(" ".join(version.passage.split())))))),
        passage=_digest(version.passage),
        is_main=is_main,
        is_meeting=meeting,
        contexts=event.contexts,
        participants=tuple(participants),
        version=version,
    )


def _to_group(event: Event, meeting: bool) -> Group:
    """A meeting called off is grouped with meetings, so that it stands beside its announcement."""
    called_off = event.type is EventType.REJECT and to_stance(event) is Stance.DENIES
    return Group.MEETING if meeting or called_off else _GROUPS[event.type]


def _figureheads(article: Indexed, event: Event) -> Iterator[Figurehead]:
    for entity_id in event.participants:
        entity = article.entities.get(entity_id)
        if entity is not None and entity.kind is EntityKind.PERSON:
            yield to_figurehead(entity)


def to_figurehead(entity: Entity) -> Figurehead:
    """Return what is compared of a person."""
    names = (entity.name.ar and fold(entity.name.ar), entity.name.en and entity.name.en.casefold())
    offices = {f"{role.country or entity.country or '?'} {role.title.en or role.title.ar}" for role in entity.roles}
    return Figurehead(to_known_id(entity), tuple(n for n in names if n), entity.country, tuple(sorted(offices)))


def _is_main(article: Indexed, event: Event) -> bool:
    first = article.reading.sentences[:NEWS_SENTENCES]
    spans = (event.trigger, *event.mentions)
    return bool(first) and any(span.start < first[-1].end for span in spans)


def _to_days(date: str | None, stance: Stance, published: Published, is_main: bool) -> Days:
    interval = parse_interval(date)
    if interval is not None:
        first, last = map(to_ordinal, interval)
        length = last - first + 1
        for grain, longest in ((Grain.DAY, LONGEST_DAY), (Grain.MONTH, LONGEST_MONTH), (Grain.YEAR, LONGEST_YEAR)):
            if length <= longest:
                return Days(grain, first, last)
        return Days(Grain.NONE, None, None)
    earliest, latest = to_bounds(published)
    if earliest is None or latest is None or latest - earliest > LONGEST_REPORT:
        return Days(Grain.NONE, None, None)
    if stance is Stance.ANNOUNCES:
        return Days(Grain.AHEAD, earliest, latest)
    return Days(Grain.NEAR, earliest - _NEWS_DAYS, latest) if is_main else Days(Grain.NONE, None, None)


def to_bounds(published: Published) -> tuple[int | None, int | None]:
    """Return the first and last day of publication as ordinals, None where open."""
    first = parse_interval(published.value or published.earliest)
    last = parse_interval(published.value or published.latest)
    return (to_ordinal(first[0]) if first else None, to_ordinal(last[1]) if last else None)


def to_ordinal(day: str) -> int:
    """Return an ISO day as a number of days."""
    return date.fromisoformat(day).toordinal()


@lru_cache(maxsize=4)
def _cities(lexicon: Lexicon) -> frozenset[str]:
    """Places that do not lie in one another: if two events are in two of them, they are two."""
    return frozenset(f"places.{place.id}" for place in lexicon.places if place.type is PlaceType.CITY)


def _digest(passage: str) -> str:
    return blake2b(fold(" ".join(passage.split())).encode(), digest_size=8).hexdigest()
