"""What disputes and promises share: the order of positions and witnesses, ids, and who speaks."""

from collections.abc import Iterable

from marsad.model.dispute import DisputeKind, Position
from marsad.model.relation import Who, Witness

_LAST = "9999-12-31"


def in_order(positions: Iterable[Position]) -> tuple[Position, ...]:
    """Return the positions, the one reported first in front, each with its witnesses in order of their reports."""
    return tuple(sorted(positions, key=lambda position: witness_order(position.witnesses[0])))


def to_dispute_id(kind: DisputeKind, positions: tuple[Position, ...]) -> str:
    """Return the id of a dispute: its kind and the first witnesses of the first two positions."""
    ends = (f"{position.witnesses[0].article}#{position.witnesses[0].fact}" for position in positions[:2])
    return f"{kind}:{'|'.join(ends)}"


def witness_order(witness: Witness) -> tuple[str, str, int, str]:
    """Return what sorts witnesses by the day of their report; unknown days come last."""
    day = witness.published or witness.earliest or witness.latest or _LAST
    return day, witness.article, witness.span.start, witness.fact


def find_voices(witnesses: Iterable[Witness]) -> tuple[Who, ...]:
    """Return those who say it where the articles do not say it themselves, each once."""
    voices = (witness.said_by for witness in witnesses)
    return tuple({(who.name, who.party): who for who in voices if who is not None}.values())
