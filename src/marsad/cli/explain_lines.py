"""Why: each fact with its words in context, its rule and what it hangs on, as lines for the terminal."""

from collections.abc import Iterator

import click

from marsad.cli.reading_lines import to_name, to_published, to_sides
from marsad.cli.terminal import isolate
from marsad.model import Entity, Event, Mention, Quantity, Reading, Span, Statement, Time
from marsad.model.reading import Fact

_Pairs = Iterator[tuple[str, str | None]]

# An entity is shown at its first places; the others are counted.
_PLACES = 5


def explain_all(reading: Reading, *, coloured: bool) -> Iterator[str]:
    """Yield the grounds of the publication day, then those of every fact."""
    yield from _published(reading, coloured)
    for fact in reading.facts():
        yield ""
        yield from _fact(reading, fact, coloured)


def explain_fact(reading: Reading, fact: str, *, coloured: bool) -> Iterator[str] | None:
    """Return the grounds of one fact by its id, or of the day where `fact` is "published"; None where there is none."""
    if fact == "published":
        return _published(reading, coloured)
    found = _find(reading, fact)
    return _fact(reading, found, coloured) if found else None


def _published(reading: Reading, coloured: bool) -> Iterator[str]:
    published = reading.article.published
    yield click.style("published", bold=True) + f"  {to_published(published)}"
    for span in published.evidence:
        yield to_line("words", _in_context(reading, span, coloured))
    if published.basis and not published.evidence:
        yield to_line("words", "none in the text: the day came with the article")


def _fact(reading: Reading, fact: Fact, coloured: bool) -> Iterator[str]:
    yield click.style(fact.id, bold=True) + f"  {to_title(reading, fact)}"
    for span in _places(reading, fact):
        yield to_line("words", _in_context(reading, span, coloured))
    yield to_line("rule", fact.rule)
    for label, value in _grounds(reading, fact):
        if value:
            yield to_line(label, value)


def to_title(reading: Reading, fact: Fact) -> str:
    """Return one line that says what a fact is."""
    match fact:
        case Entity():
            return f"{fact.kind}  {to_name(fact)}" + (f"  ({fact.party})" if fact.party else "")
        case Time():
            return f"{fact.type}  {fact.value or 'unknown'}" + (f"  ({fact.mod})" if fact.mod else "")
        case Quantity():
            return f"{fact.comparison} {fact.value:,.10g} {fact.unit}, {fact.status}"
        case Statement():
            return f"{fact.kind} statement by {_speaker(reading, fact)}"
        case Event():
            kind = f"{fact.type} ({fact.mode})" if fact.mode else fact.type
            return f"{kind}, {fact.status}: {to_sides(reading, fact)}"


def _grounds(reading: Reading, fact: Fact) -> _Pairs:
    match fact:
        case Entity():
            yield from _of_entity(reading, fact)
        case Time():
            yield "from", _anchor(reading, fact.anchor)
        case Quantity():
            yield "measure", isolate(fact.measure) if fact.measure else None
            yield "period", fact.period
        case Statement():
            yield from _of_statement(reading, fact)
        case Event():
            yield from _of_event(reading, fact)


def _of_entity(reading: Reading, entity: Entity) -> _Pairs:
    mentions = _mentions(reading, entity)
    forms = dict.fromkeys(isolate(reading.text[m.start : m.end]) for m in mentions)
    yield "mentions", f"{len(mentions)}: " + " · ".join(forms)
    for role in entity.roles:
        named = role.title.en or role.title.ar
        yield "office", f"{named}{f' ({role.country})' if role.country else ''}: {isolate(role.span.of(reading.text))}"
    yield "wikidata", entity.wikidata


def _of_statement(reading: Reading, statement: Statement) -> _Pairs:
    yield "cue", isolate(statement.cue.of(reading.text))
    yield "speaker", _refer(reading, statement.speaker)
    for entity in statement.addressee:
        yield "to", _refer(reading, entity)
    for entity in statement.via:
        yield "via", _refer(reading, entity)


def _of_event(reading: Reading, event: Event) -> _Pairs:
    for label, entities in (("actor", event.actors), ("recipient", event.recipients), ("with", event.participants)):
        for entity in entities:
            yield label, _refer(reading, entity)
    yield "date", event.date
    yield "time", _refer(reading, event.time)
    yield "place", event.place
    yield "place at", isolate(event.place_span.of(reading.text)) if event.place_span else None
    yield "said by", _refer(reading, event.said_by)
    for span in event.mentions:
        yield "again", isolate(span.of(reading.text))


def _refer(reading: Reading, fact: str | None) -> str | None:
    """Return another fact in one line: its id, what it is, its first words."""
    found = _find(reading, fact) if fact else None
    if found is None:
        return fact
    words = next((isolate(span.of(reading.text)) for span in _places(reading, found)), "")
    return f"{found.id}  {to_title(reading, found)}  {words}"


def _anchor(reading: Reading, anchor: str | None) -> str | None:
    if anchor == "published":
        return f"published  {to_published(reading.article.published)}"
    return _refer(reading, anchor)


def _speaker(reading: Reading, statement: Statement) -> str:
    speaker = _find(reading, statement.speaker) if statement.speaker else None
    if isinstance(speaker, Entity):
        return to_name(speaker)
    return isolate(statement.speaker_span.of(reading.text)) if statement.speaker_span else "somebody not named"


def _places(reading: Reading, fact: Fact) -> tuple[Span, ...]:
    match fact:
        case Entity():
            return tuple(Span(m.start, m.end) for m in _mentions(reading, fact)[:_PLACES])
        case Statement():
            return fact.content or (fact.cue,)
        case Event():
            return (fact.trigger,)
        case _:
            return (Span(fact.start, fact.end),)


def _mentions(reading: Reading, entity: Entity) -> tuple[Mention, ...]:
    return tuple(mention for mention in reading.mentions if mention.entity == entity.id)


def _find(reading: Reading, fact: str) -> Fact | None:
    return next((one for one in reading.facts() if one.id == fact), None)


def _in_context(reading: Reading, span: Span, coloured: bool) -> str:
    """Return the sentence or line around a span with the words marked."""
    sentence = reading.sentence_at(span.start)
    if sentence:
        low, high = sentence.start, max(sentence.end, span.end)
    else:
        low = reading.text.rfind("\n", 0, span.start) + 1
        high = reading.text.find("\n", span.end)
        high = len(reading.text) if high < 0 else high
    words = span.of(reading.text)
    marked = click.style(words, fg="red", bold=True) if coloured else f"[{words}]"
    return isolate(reading.text[low : span.start] + marked + reading.text[span.end : high])


def to_line(label: str, value: str) -> str:
    """Return one line under a fact: what it is about, and what is so."""
    return f"  {label:<9} {value}"
