"""Disputes: where articles, or those they quote, do not agree. Every position keeps its witnesses."""

from enum import StrEnum

import msgspec

from marsad.model.measurement import Measurement
from marsad.model.plover import EventType
from marsad.model.reading import Name
from marsad.model.relation import When, Who, Witness


class DisputeKind(StrEnum):
    """What is in dispute: a figure, the day or the place of one happening, whether it happened (an assertion that is
    denied), what one side says of the other (an accusation that is denied), or the words of one quotation."""

    FIGURE = "figure"
    DATE = "date"
    PLACE = "place"
    DENIAL = "denial"
    ACCUSATION = "accusation"
    QUOTATION = "quotation"


class Position(msgspec.Struct, frozen=True):
    """One of the things said. `words` are those that differ, verbatim from the first witness.

    `voice` says it where the articles do not say it themselves. `sources` are the independent sources, sorted: a copy
    adds a witness, but no source. Which of `measured`, `when` and `place` is set depends on the kind of the dispute.
    """

    words: str
    voice: Who | None
    witnesses: tuple[Witness, ...]
    sources: tuple[str, ...]
    measured: Measurement | None = None
    when: When | None = None
    place: Name | None = None


class Dispute(msgspec.Struct, frozen=True):
    """Two or more positions that cannot all be true, the one reported first in front.

    `id` is made of the first witness of the first two positions. `parties` are the codes it is about, sorted; for what
    speakers say of each other, all that their sentences name. `type`
    and `mode` tell the happening in dispute, `happening` is its id; all None where the dispute is about words or
    figures. `subject` are the words for what is measured; `speaker` is whose quotation it is. `rule` says what found
    it.
    """

    id: str
    kind: DisputeKind
    parties: tuple[str, ...]
    positions: tuple[Position, ...]
    rule: str
    type: EventType | None = None
    mode: str | None = None
    happening: str | None = None
    subject: str | None = None
    speaker: Who | None = None
