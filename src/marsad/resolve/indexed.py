"""A reading with its facts by id, and what every view across articles asks of it: parties, speakers, witnesses."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from marsad.model import (
    Entity,
    EntityKind,
    Event,
    Mention,
    MentionKind,
    Name,
    Quantity,
    Reading,
    Span,
    Statement,
    Time,
    TimeType,
)
from marsad.model.relation import Who, Witness

# An outlet's or a city's country is not a side of a relation: quoting an agency of a state is not a word of that state.
_NO_SIDE = frozenset({EntityKind.MEDIA, EntityKind.PLACE})


def _spans(facts: Iterable[Mention | Time | Quantity]) -> Iterator[Span]:
    return (Span(fact.start, fact.end) for fact in facts)


@dataclass(frozen=True, eq=False)
class Indexed:
    """One reading, looked up by id and by place."""

    reading: Reading

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """The entities by id."""
        return {entity.id: entity for entity in self.reading.entities}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """The statements by id."""
        return {statement.id: statement for statement in self.reading.statements}

    @cached_property
    def mentioned(self) -> tuple[tuple[Span, str], ...]:
        """The place and the party of every mention that stands for a side, in text order."""
        found = []
        for mention in self.reading.mentions:
            side = self._side(mention.entity)
            if side is not None:
                found.append((Span(mention.start, mention.end), side))
        return tuple(sorted(found))

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [place.start for place, _ in self.mentioned]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.reading.sentences]

    def parties(self, event: Event) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the codes of an event's actors and recipients, each sorted and without repeats."""
        return self._codes(event.actors), self._codes(event.recipients)

    def parties_of(self, entity_ids: tuple[str, ...]) -> frozenset[str]:
        """Return the parties that some entities stand for."""
        return frozenset(self._codes(entity_ids))

    def is_side(self, entity_id: str) -> bool:
        """Tell whether an entity can stand for a side of a relation (an outlet or a city cannot)."""
        return self._side(entity_id) is not None

    def statement_around(self, span: Span) -> Statement | None:
        """Return the shortest statement whose content holds `span`."""
        around = [
            (piece.end - piece.start, statement.id)
            for statement in self.reading.statements
            for piece in statement.content
            if piece.holds(span)
        ]
        return self.statements[min(around)[1]] if around else None

    def parties_in(self, spans: tuple[Span, ...]) -> frozenset[str]:
        """Return the parties that are mentioned inside one of the spans."""
        return frozenset(code for span in spans for place, code in self._mentioned_from(span) if span.holds(place))

    def _mentioned_from(self, span: Span) -> tuple[tuple[Span, str], ...]:
        """The mentions that start inside `span`."""
        first = bisect_left(self._mention_starts, span.start)
        return self.mentioned[first : bisect_left(self._mention_starts, span.end, first)]

    def passage(self, span: Span) -> Span:
        """Return the sentence that holds the start of `span`, or `span` itself where none does."""
        number = bisect_right(self._sentence_starts, span.start) - 1
        if number < 0:
            return span
        sentence = self.reading.sentences[number]
        return Span(sentence.start, sentence.end) if span.start < sentence.end else span

    def places_in(self, passage: Span) -> frozenset[str]:
        """Return the rules by which the places inside `passage` were found: the ids of listed ones."""
        named = (self.entities.get(m.entity) for m in self.reading.mentions if passage.start <= m.start < passage.end)
        return frozenset(entity.rule for entity in named if entity is not None and entity.kind is EntityKind.PLACE)

    def day_in(self, passage: Span) -> str | None:
        """Return the one date that is told inside `passage`, None where there are several or none: background that a
        sentence dates once is of that date."""
        dates = (t for t in self.reading.times if t.type is TimeType.DATE and passage.start <= t.start < passage.end)
        values = {time.value for time in dates if time.value is not None and time.value[:4].isdigit()}
        return values.pop() if len(values) == 1 else None

    def taken_in(self, passage: Span) -> tuple[Span, ...]:
        """Return the places of names, days and figures inside `passage`: what is compared as such, not as words."""
        mentions = (mention for mention in self.reading.mentions if mention.kind is not MentionKind.PRONOUN)
        return tuple(
            span
            for span in chain(_spans(mentions), _spans(self.reading.times), _spans(self.reading.quantities))
            if passage.start <= span.start < passage.end
        )

    @cached_property
    def chief_pair(self) -> tuple[str, str] | None:
        """The two parties that are named more often than any other, in sorted order (pronouns not counted)."""
        counts = Counter(
            side
            for mention in self.reading.mentions
            if mention.kind is not MentionKind.PRONOUN and (side := self._side(mention.entity)) is not None
        )
        ranked = counts.most_common()
        if len(ranked) < 2 or (len(ranked) > 2 and ranked[2][1] == ranked[1][1]):
            return None
        first, second = sorted(code for code, _ in ranked[:2])
        return first, second

    def who(self, entity_id: str) -> Who | None:
        """Return an entity as this article presents it; None where the reading has no such entity."""
        entity = self.entities.get(entity_id)
        if entity is None:
            return None
        return Who(entity.name, entity.roles[0].title if entity.roles else None, entity.party)

    def speaker(self, statement: Statement) -> Who | None:
        """Return who speaks: the entity, else the words the article gives (party unknown), else None."""
        if statement.speaker is not None:
            return self.who(statement.speaker)
        if statement.speaker_span is None:
            return None
        return Who(Name(statement.speaker_span.of(self.reading.text), None), None, None)

    def event(self, fact: str) -> Event | None:
        """Return the event with an id, None where the reading has none."""
        return next((event for event in self.reading.events if event.id == fact), None)

    def is_named(self, entity_id: str, passages: Iterable[Span]) -> bool:
        """Tell whether an entity is mentioned inside one of some passages."""
        places = [Span(m.start, m.end) for m in self.reading.mentions if m.entity == entity_id]
        return any(passage.holds(place) for passage in passages for place in places)

    def is_voice(self, statement: Statement) -> bool:
        """Tell whether a statement is somebody's own words: an outlet or agency only passes on what it reports."""
        entity = self.entities.get(statement.speaker) if statement.speaker else None
        return entity is None or entity.kind not in _NO_SIDE

    def names(self, entity_ids: tuple[str, ...]) -> tuple[Name, ...]:
        """Return the names of entities, leaving out ids that the reading does not have."""
        return tuple(self.entities[entity_id].name for entity_id in entity_ids if entity_id in self.entities)

    def witness(
        self, fact: str, span: Span, rule: str, said_by: Who | None = None, via: tuple[Name, ...] = ()
    ) -> Witness:
        """Return this article as the witness of one of its facts."""
        article, text = self.reading.article, self.reading.text
        passage = self.passage(span)
        return Witness(
            article=article.id,
            fact=fact,
            title=" ".join(article.title.of(text).split()) if article.title else None,
            outlet=article.outlet,
            agencies=article.agencies,
            published=article.published.value,
            earliest=article.published.earliest,
            latest=article.published.latest,
            span=span,
            words=span.of(text),
            passage_span=passage,
            passage=passage.of(text),
            rule=rule,
            said_by=said_by,
            via=via,
        )

    def _side(self, entity_id: str) -> str | None:
        entity = self.entities.get(entity_id)
        return entity.party if entity is not None and entity.kind not in _NO_SIDE else None

    def _codes(self, entity_ids: tuple[str, ...]) -> tuple[str, ...]:
        entities = (self.entities.get(entity_id) for entity_id in entity_ids)
        return tuple(sorted({code for entity in entities if entity is not None and (code := entity.party)}))
