"""The facts of one reading as cards beside the text: a title, rows of label and value, the words and the rule."""

from collections.abc import Iterator

import msgspec

from marsad.model import Entity, Event, Quantity, Reading, Span, Statement, Time
from marsad.serve.wording import Wording


class Value(msgspec.Struct, frozen=True):
    """A value; `fact` is the id of the card that it leads to."""

    text: str
    fact: str | None


class Row(msgspec.Struct, frozen=True):
    """One line of a card."""

    label: str
    values: tuple[Value, ...]


class Card(msgspec.Struct, frozen=True):
    """One fact. `group` is the phrase that heads its list, `words` the evidence, `quad` the class of an event."""

    id: str
    group: str
    title: str
    tags: tuple[str, ...]
    words: str
    rows: tuple[Row, ...]
    rule: str
    quad: int | None = None


GROUPS = ("events", "statements", "quantities", "times", "entities")


def to_cards(reading: Reading, wording: Wording) -> tuple[Card, ...]:
    """Return the cards of a reading, events first, each kind in text order."""
    cards = _Cards(reading, wording)
    return (
        *(cards.event(event) for event in reading.events),
        *(cards.statement(statement) for statement in reading.statements),
        *(cards.quantity(quantity) for quantity in reading.quantities),
        *(cards.time(time) for time in reading.times),
        *(cards.entity(entity) for entity in reading.entities),
    )


class _Cards:
    """Makes the cards of one reading in one language."""

    def __init__(self, reading: Reading, wording: Wording) -> None:
        self.text, self.wording = reading.text, wording
        self.entities = {entity.id: entity for entity in reading.entities}
        self.statements = {statement.id: statement for statement in reading.statements}
        self.first = {mention.entity: mention for mention in reversed(reading.mentions)}

    def event(self, event: Event) -> Card:
        wording = self.wording
        rows = [
            *self._entities("actors", event.actors),
            *self._entities("recipients", event.recipients),
            *self._entities("participants", event.participants),
            *self._optional("date", self.wording.value(event.date) if event.date else None, event.time),
            *self._optional("place", event.place),
            *self._optional("said-by", self._speaker(event.said_by), event.said_by),
        ]
        return Card(
            id=event.id,
            group="events",
            title=wording.event_kind(event.type, event.mode),
            tags=(event.type, wording.label("status", event.status), *event.contexts),
            words=event.trigger.of(self.text),
            rows=tuple(rows),
            rule=event.rule,
            quad=wording.quad(event.type),
        )

    def statement(self, statement: Statement) -> Card:
        named = [statement.speaker] if statement.speaker else []
        unnamed = statement.speaker_span.of(self.text) if statement.speaker_span else None
        rows = [
            *self._entities("speaker", tuple(named)),
            *self._optional("speaker", None if named else unnamed),
            *self._entities("via", statement.via),
            *self._entities("to", statement.addressee),
        ]
        return Card(
            id=statement.id,
            group="statements",
            title=statement.cue.of(self.text),
            tags=(self.wording.label("statement", statement.kind),),
            words=" … ".join(span.of(self.text) for span in statement.content),
            rows=tuple(rows),
            rule=statement.rule,
        )

    def quantity(self, quantity: Quantity) -> Card:
        comparison = self.wording.label("comparison", quantity.comparison)
        return Card(
            id=quantity.id,
            group="quantities",
            title=f"{comparison} {self.wording.amount(quantity.value, quantity.unit)}".strip(),
            tags=(self.wording.label("figure", quantity.status),),
            words=self.text[quantity.start : quantity.end],
            rows=(*self._optional("measure", quantity.measure), *self._optional("period", quantity.period)),
            rule=quantity.rule,
        )

    def time(self, time: Time) -> Card:
        return Card(
            id=time.id,
            group="times",
            title=self.wording.value(time.value) if time.value else self.wording.phrase("date-unknown"),
            tags=tuple(tag for tag in (self.wording.label("time", time.type), time.mod) if tag),
            words=self.text[time.start : time.end],
            rows=(),
            rule=time.rule,
        )

    def entity(self, entity: Entity) -> Card:
        wording = self.wording
        first = self.first.get(entity.id)
        words = self.text[first.start : first.end] if first else ""
        roles = (wording.name(role.title) for role in entity.roles)
        return Card(
            id=entity.id,
            group="entities",
            title=wording.name(entity.name) or words,
            tags=(wording.label("entity", entity.kind),),
            words=words,
            rows=(
                *self._optional("country", wording.party(entity.party) if entity.party else None),
                *self._optional("role", wording.listed(list(dict.fromkeys(roles)))),
            ),
            rule=entity.rule,
        )

    def _entities(self, label: str, ids: tuple[str, ...]) -> Iterator[Row]:
        entities = (self.entities[entity_id] for entity_id in ids if entity_id in self.entities)
        values = tuple(Value(self._name(entity), entity.id) for entity in entities)
        if values:
            yield Row(self.wording.phrase(label), values)

    def _optional(self, label: str, value: str | None, fact: str | None = None) -> Iterator[Row]:
        if value:
            yield Row(self.wording.phrase(label), (Value(value, fact),))

    def _name(self, entity: Entity) -> str:
        first = self.first.get(entity.id)
        return self.wording.name(entity.name) or (Span(first.start, first.end).of(self.text) if first else entity.id)

    def _speaker(self, statement_id: str | None) -> str | None:
        """Who says a statement, by name or in the article's words; None where nobody is named."""
        statement = self.statements.get(statement_id or "")
        if statement is None:
            return None
        if statement.speaker in self.entities:
            return self._name(self.entities[statement.speaker])
        return statement.speaker_span.of(self.text) if statement.speaker_span else statement.cue.of(self.text)
