"""A figure taken out of its article so that it can be set beside figures of other articles."""

from enum import StrEnum

import msgspec

from marsad.model.reading import Comparison, QuantityStatus
from marsad.model.relation import When, Witness


class Movement(StrEnum):
    """Whether a figure says how large something is, or by how much it grew or shrank."""

    LEVEL = "level"
    RISE = "rise"
    FALL = "fall"


class Nature(StrEnum):
    """How a measure behaves in time.

    `flow`: so much in a period (trade of a year). `stock`: so much at a time (debt). `toll`: counts what an event did
    and grows while it becomes known (dead, displaced).
    """

    FLOW = "flow"
    STOCK = "stock"
    TOLL = "toll"


class Measurement(msgspec.Struct, frozen=True):
    """One figure as one article tells it.

    `topic` is a key that the spellings and synonyms of a measure share, "" where nothing says what is measured;
    `measure` the words. `parties` are the codes it is about, sorted. `period` is a TIMEX3 value; `when` the day of the
    report. `step` is the place of the last digit written, in `unit` (`1.2 billion` has a step of 1e8).
    """

    value: float
    unit: str
    step: float
    comparison: Comparison
    status: QuantityStatus
    movement: Movement
    nature: Nature
    topic: str
    measure: str | None
    period: str | None
    parties: tuple[str, ...]
    when: When
    witness: Witness
