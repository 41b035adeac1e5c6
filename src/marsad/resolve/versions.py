"""One article's version of a happening: its witness with what the article says of the event."""

from marsad.model import Event, EventStatus, EventType, Name, Span
from marsad.model.relation import Amount, Stance, Version, Witness
from marsad.resolve.indexed import Indexed
from marsad.resolve.intervals import to_when

_STANCES = {
    EventStatus.ACTUAL: Stance.ASSERTS,
    EventStatus.FUTURE: Stance.ANNOUNCES,
    EventStatus.HYPOTHETICAL: Stance.SUPPOSES,
    EventStatus.NEGATED: Stance.DENIES,
}


def to_version(article: Indexed, event: Event, witness: Witness) -> Version:
    """Return the version that an article gives of one of its events; `link` stays None, `source` is the article."""
    actors, recipients = article.parties(event)
    return Version(
        **{field: getattr(witness, field) for field in witness.__struct_fields__},
        type=event.type,
        mode=event.mode,
        status=event.status,
        stance=to_stance(event),
        actors=actors,
        recipients=recipients,
        when=to_when(event.date if event.time is not None else None, article.reading.article.published),
        day_words=_day_words(article, event),
        places=_places(article, event),
        figures=_figures(article, witness.passage_span),
        source=witness.article,
        link=None,
    )


def to_stance(event: Event) -> Stance:
    """Return what an event says of the happening; that a meeting is called off denies the meeting."""
    if event.type is EventType.REJECT and event.mode == "meet" and event.status is EventStatus.ACTUAL:
        return Stance.DENIES
    return _STANCES[event.status]


def _day_words(article: Indexed, event: Event) -> str | None:
    time = next((time for time in article.reading.times if time.id == event.time), None)
    return article.reading.text[time.start : time.end] if time else None


def _places(article: Indexed, event: Event) -> tuple[Name, ...]:
    if event.place is None:
        return ()
    return (Name(event.place_span.of(article.reading.text) if event.place_span else None, event.place),)


def _figures(article: Indexed, passage: Span) -> tuple[Amount, ...]:
    return tuple(
        Amount(
            fact=quantity.id,
            value=quantity.value,
            unit=quantity.unit,
            measure=quantity.measure,
            period=quantity.period,
            status=quantity.status,
            comparison=quantity.comparison,
            span=Span(quantity.start, quantity.end),
            words=article.reading.text[quantity.start : quantity.end],
        )
        for quantity in article.reading.quantities
        if passage.start <= quantity.start and quantity.end <= passage.end
    )
