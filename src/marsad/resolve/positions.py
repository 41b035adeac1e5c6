"""What disputes and promises share: the order of positions and witnesses, ids, and who speaks."""

from collections.abc import Iterable, Iterator

from marsad.model.dispute import Dispute, DisputeKind, Position
from marsad.model.relation import Who, Witness

_LAST = "9999-12-31"
_Fact = tuple[str, str]


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


def without_parts(disputes: Iterable[Dispute]) -> Iterator[Dispute]:
    """Yield the disputes of one kind whose positions do not all lie within those of a larger one.

    Articles meet for several reasons (a happening, a period, the same days), and each may show a part of one dispute.
    """
    kept: dict[_Fact, list[list[set[_Fact]]]] = {}
    sized = [(dispute, [_to_facts(position) for position in dispute.positions]) for dispute in disputes]
    for dispute, sides in sorted(sized, key=lambda entry: (-sum(map(len, entry[1])), entry[0].id)):
        rivals = kept.get(min(sides[0]), [])
        if not any(all(any(side <= other for other in rival) for side in sides) for rival in rivals):
            for fact in set().union(*sides):
                kept.setdefault(fact, []).append(sides)
            yield dispute


def _to_facts(position: Position) -> set[_Fact]:
    return {(witness.article, witness.fact) for witness in position.witnesses}
