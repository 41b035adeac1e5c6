"""What measuring gives: layers, their tallies, and every difference between gold and a reading."""

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from marsad.evaluate.causes import Cause
from marsad.evaluate.gold import Annotation
from marsad.model import EventType


class Layer(StrEnum):
    """What is measured, in the order it is printed. VIA is ours; the others are the reference scorer's."""

    PUBLISHED = "published"
    NOISE = "noise (characters)"
    PERSON = "entity person"
    ENTITY = "entity ALL"
    AFFILIATION = "entity country of person/org"
    COUNTRY = "entity country"
    ORGANIZATION = "entity organization"
    PLACE = "entity place"
    TIME_FOUND = "time found"
    TIME_VALUE = "time found+value"
    QUANTITY = "quantity value+unit"
    CONTENT = "statement content"
    SPEAKER = "statement content+speaker"
    VIA = "statement via, of matched"
    EVENT = "event type+parties"
    EVENT_STRICT = "event strict (direction+status)"
    EVENT_DATE = "event date, of matched"
    EVENT_PARTY = "event (type, country) set"


class Tally(msgspec.Struct, frozen=True):
    """Counts of one layer: `right` of what was `got`, where gold holds `gold`."""

    right: int = 0
    gold: int = 0
    got: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.gold + other.gold, self.got + other.got)

    @property
    def precision(self) -> float:
        """Share of what was got that is right (0 where nothing was got)."""
        return self.right / self.got if self.got else 0.0

    @property
    def recall(self) -> float:
        """Share of gold that was got (0 where gold holds nothing)."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        precision, recall = self.precision, self.recall
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


class Fault(StrEnum):
    """How a fact is wrong: gold has it and the reading not, the other way round, or both have it differently."""

    MISSED = "missed"
    EXTRA = "extra"
    WRONG = "wrong"


class Miss(msgspec.Struct, frozen=True):
    """One difference between gold and a reading, as words for people. `causes`: what made it, where that is told."""

    layer: Layer
    article: str
    fault: Fault
    fact: str
    causes: tuple[Cause, ...] = ()


class Score(msgspec.Struct, frozen=True):
    """What one article, or a set of them, adds up to."""

    tallies: Mapping[Layer, Tally]
    misses: tuple[Miss, ...] = ()


class Case(msgspec.Struct, frozen=True):
    """One article to measure: its text, gold, and the reading in the form of gold.

    `known`: the types and triggers of gold's events for which the lexicon has a frame; None where nobody looked.
    """

    text: str
    gold: Annotation
    got: Annotation
    known: frozenset[tuple[EventType, str]] | None = None
