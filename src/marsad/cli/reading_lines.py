"""A reading as lines for the terminal: what is known of the article, its text with the facts marked, then tables."""

from collections.abc import Iterator, Mapping

import click

from marsad.cli.terminal import isolate, to_table
from marsad.model import Entity, Event, Published, Reading, Span, Statement
from marsad.serve.annotate import Layer, Piece, to_paragraphs

_COLOURS: Mapping[Layer, str] = {
    Layer.ENTITY: "green",
    Layer.TIME: "cyan",
    Layer.QUANTITY: "yellow",
    Layer.CUE: "magenta",
    Layer.EVENT: "red",
}


def to_lines(reading: Reading, *, coloured: bool) -> Iterator[str]:
    """Yield a reading for people. Facts are coloured in the text, else written `[words|id]`."""
    yield from _head(reading)
    yield ""
    for paragraph in to_paragraphs(reading):
        text = "".join(_mark(piece, coloured) for piece in paragraph.pieces).strip()
        line = f"{paragraph.kind:>12} │ {isolate(text)}"
        yield click.style(line, dim=True) if paragraph.kind.is_furniture else line
    yield from _entities(reading)
    yield from _times(reading)
    yield from _quantities(reading)
    yield from _statements(reading)
    yield from _events(reading)


def to_published(published: Published) -> str:
    """Return the day or its bounds and what it rests on, in English."""
    if published.value:
        day = published.value
    elif published.earliest or published.latest:
        day = f"between {published.earliest or '…'} and {published.latest or '…'}"
    else:
        return "unknown"
    return f"{day} (basis: {published.basis})" if published.basis else day


def to_name(entity: Entity) -> str:
    """Return an entity's English name, else its Arabic one, else the office it is known by, else its id."""
    office = entity.roles[0].title if entity.roles else None
    return entity.name.en or entity.name.ar or (office and (office.en or office.ar)) or entity.id


def _head(reading: Reading) -> Iterator[str]:
    facts = reading.article
    yield click.style(isolate(reading.title or facts.id), bold=True)
    for label, value in (
        ("article", facts.id),
        ("origin", facts.origin),
        ("published", to_published(facts.published)),
        ("evidence", " · ".join(isolate(span.of(reading.text)) for span in facts.published.evidence)),
        ("outlet", facts.outlet),
        ("agencies", " · ".join(facts.agencies)),
        ("byline", facts.byline),
        ("dateline", facts.dateline),
    ):
        if value:
            yield f"  {label:<10} {value}"


def _mark(piece: Piece, coloured: bool) -> str:
    if piece.layer is None or piece.layer is Layer.CONTENT:
        return piece.text
    if coloured:
        return click.style(piece.text, fg=_COLOURS[piece.layer], bold=True if piece.layer is Layer.EVENT else None)
    return f"[{piece.text}|{piece.fact}]"


def _entities(reading: Reading) -> Iterator[str]:
    counts = dict.fromkeys((entity.id for entity in reading.entities), 0)
    for mention in reading.mentions:
        counts[mention.entity] = counts.get(mention.entity, 0) + 1
    rows = (
        (e.id, e.kind, e.party, str(counts[e.id]), e.name.en, _offices(e), isolate(e.name.ar) if e.name.ar else None)
        for e in reading.entities
    )
    yield from to_table("Entities", ("id", "kind", "for", "times", "name", "office", "name in Arabic"), rows)


def _offices(entity: Entity) -> str:
    named = (f"{role.title.en or role.title.ar} {f'({role.country})' if role.country else ''}" for role in entity.roles)
    return "; ".join(dict.fromkeys(name.strip() for name in named))


def _times(reading: Reading) -> Iterator[str]:
    rows = ((t.id, t.type, t.value, t.mod, t.anchor, _words(reading, t.start, t.end)) for t in reading.times)
    yield from to_table("Times", ("id", "type", "value", "mod", "from", "words"), rows)


def _quantities(reading: Reading) -> Iterator[str]:
    rows = (
        (
            q.id,
            f"{q.value:,.10g} {q.unit}",
            q.comparison,
            q.status,
            q.period,
            _words(reading, q.start, q.end, q.measure),
        )
        for q in reading.quantities
    )
    yield from to_table("Quantities", ("id", "value", "how", "status", "period", "words · what is measured"), rows)


def _statements(reading: Reading) -> Iterator[str]:
    names = _names(reading)
    rows = (
        (s.id, s.kind, _speaker(reading, s, names), _listed(s.via, names), _content(reading, s))
        for s in reading.statements
    )
    yield from to_table("Statements", ("id", "kind", "speaker", "via", "cue: words"), rows)


def _speaker(reading: Reading, statement: Statement, names: Mapping[str, str]) -> str | None:
    if statement.speaker:
        return names.get(statement.speaker, statement.speaker)
    return isolate(statement.speaker_span.of(reading.text)) if statement.speaker_span else None


def _content(reading: Reading, statement: Statement) -> str:
    content = " … ".join(span.of(reading.text) for span in statement.content)
    return isolate(f"{statement.cue.of(reading.text)}: {content}")


def _events(reading: Reading) -> Iterator[str]:
    rows = (
        (
            e.id,
            _kind(e),
            e.status,
            to_sides(reading, e),
            e.date,
            e.place,
            e.said_by,
            isolate(e.trigger.of(reading.text)),
        )
        for e in reading.events
    )
    yield from to_table("Events", ("id", "type", "status", "who → whom", "date", "place", "said by", "words"), rows)


def _kind(event: Event) -> str:
    return f"{event.type} {event.mode or ''}".strip()


def to_sides(reading: Reading, event: Event) -> str:
    """Return the parties of an event, actors before the arrow: codes where they have one, else names."""
    codes = {entity.id: entity.party or to_name(entity) for entity in reading.entities}
    actors, recipients = _listed(event.actors, codes) or "–", _listed(event.recipients, codes)
    return f"{actors} → {recipients}" if recipients else actors


def _names(reading: Reading) -> dict[str, str]:
    return {entity.id: to_name(entity) for entity in reading.entities}


def _listed(ids: tuple[str, ...], names: Mapping[str, str]) -> str:
    return ", ".join(names.get(one, one) for one in ids)


def _words(reading: Reading, start: int, end: int, about: str | None = None) -> str:
    words = isolate(Span(start, end).of(reading.text))
    return f"{words} · {isolate(about)}" if about else words
