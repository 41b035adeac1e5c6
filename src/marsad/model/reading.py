"""The reading of one article, the contract `marsad.reading/1`: each fact has a span and the rule that found it."""

from enum import StrEnum
from typing import Literal

import msgspec

from marsad.model.article import Block
from marsad.model.plover import EventType
from marsad.model.span import Span


class Basis(StrEnum):
    """What a publication day rests on."""

    METADATA = "metadata"
    GIVEN = "given"
    BYLINE = "byline"
    CAPTION = "caption"
    WEEKDAY = "weekday"
    OFFICES = "offices"
    TEXT = "text"


class EntityKind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    COUNTRY = "country"
    ORGANIZATION = "organization"
    MEDIA = "media"
    GROUP = "group"
    PLACE = "place"


class MentionKind(StrEnum):
    """How a mention refers: by name, by office or description, by pronoun or elided subject."""

    NAME = "name"
    ROLE = "role"
    PRONOUN = "pronoun"


class TimeType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class QuantityStatus(StrEnum):
    """Whether a figure was reached, is aimed at, expected, or bounds something."""

    ACTUAL = "actual"
    TARGET = "target"
    FORECAST = "forecast"
    LIMIT = "limit"


class Comparison(StrEnum):
    """How the figure stands to the true value."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"


class StatementKind(StrEnum):
    """Whether the words are quoted, reported, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class EventStatus(StrEnum):
    """Whether the event took place."""

    ACTUAL = "actual"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class Name(msgspec.Struct, frozen=True):
    """A name in both languages; either may be unknown."""

    ar: str | None
    en: str | None


class Published(msgspec.Struct, frozen=True):
    """The day the article came out, or bounds for it. Days are ISO `YYYY-MM-DD`; None is unknown."""

    value: str | None = None
    earliest: str | None = None
    latest: str | None = None
    basis: Basis | None = None
    evidence: tuple[Span, ...] = ()


class ArticleFacts(msgspec.Struct, frozen=True):
    """What is known about the article itself."""

    id: str
    origin: str
    digest: str
    outlet: str | None
    agencies: tuple[str, ...]
    byline: str | None
    dateline: str | None
    language: str | None
    title: Span | None
    published: Published


class Sentence(msgspec.Struct, frozen=True):
    """One sentence of a readable block."""

    id: str
    start: int
    end: int


class Role(msgspec.Struct, frozen=True):
    """An office that the article gives a person. `country` is alpha-3 or None."""

    title: Name
    country: str | None
    span: Span


class Entity(msgspec.Struct, frozen=True):
    """Somebody or something the article speaks of.

    `country` is ISO 3166-1 alpha-3, `code` an upper-case acronym where the entity acts without a state, else None.
    """

    id: str
    kind: EntityKind
    name: Name
    country: str | None
    code: str | None
    wikidata: str | None
    roles: tuple[Role, ...]
    rule: str

    @property
    def party(self) -> str | None:
        """The code it acts under: alpha-3 of its country, or an acronym where it acts without a state; else None."""
        return self.country if self.kind is EntityKind.COUNTRY else self.code or self.country


class Mention(msgspec.Struct, frozen=True):
    """One place where an entity is spoken of."""

    entity: str
    start: int
    end: int
    kind: MentionKind


class Time(msgspec.Struct, frozen=True):
    """A TIMEX3 expression. `value` None: depends on an unknown day; `anchor` is `published`, a time id or None."""

    id: str
    start: int
    end: int
    type: TimeType
    value: str | None
    mod: str | None
    anchor: str | None
    rule: str


class Quantity(msgspec.Struct, frozen=True):
    """A figure: `unit` is an ISO 4217 code, `%`, `rank`, `fraction`, a physical unit or `count`."""

    id: str
    start: int
    end: int
    value: float
    unit: str
    measure: str | None
    period: str | None
    status: QuantityStatus
    comparison: Comparison
    rule: str


class Statement(msgspec.Struct, frozen=True):
    """Words or thoughts that the article gives to somebody. `speaker` and `addressee` are entity ids.

    `via` lists, nearest to the article first, the entities that relayed it.
    """

    id: str
    speaker: str | None
    speaker_span: Span | None
    cue: Span
    content: tuple[Span, ...]
    kind: StatementKind
    via: tuple[str, ...]
    addressee: tuple[str, ...]
    rule: str


class Event(msgspec.Struct, frozen=True):
    """One happening as this article tells it. Parties and participants are entity ids, `place` an English name."""

    id: str
    type: EventType
    mode: str | None
    contexts: tuple[str, ...]
    status: EventStatus
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    participants: tuple[str, ...]
    date: str | None
    time: str | None
    place: str | None
    place_span: Span | None
    trigger: Span
    sentence: str
    mentions: tuple[Span, ...]
    said_by: str | None
    rule: str


Fact = Entity | Time | Quantity | Statement | Event


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """Everything one article says, as `marsad read --json` writes it: fields in the contract's order, none left out."""

    schema: Literal["marsad.reading/1"] = "marsad.reading/1"
    article: ArticleFacts
    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]

    def facts(self) -> tuple[Fact, ...]:
        """Return every fact that has an id: entities, times, quantities, statements, events."""
        return (*self.entities, *self.times, *self.quantities, *self.statements, *self.events)

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds the character at a text offset, None outside the readable blocks."""
        return next((sentence for sentence in self.sentences if sentence.start <= offset < sentence.end), None)

    @property
    def title(self) -> str | None:
        """The words of the headline, None where the article has none."""
        return self.article.title.of(self.text) if self.article.title else None
