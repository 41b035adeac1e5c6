"""The relation of a pair of sides: its happenings, what each side says and the figures given, from the record."""

from collections.abc import Iterable

from msgspec.structs import replace

from marsad.model.relation import Figure, Happening, Relation, Utterance
from marsad.resolve.intervals import is_within
from marsad.resolve.lines import in_order, join_witnesses
from marsad.resolve.utterances import SaidT, join_figures, join_utterances


def relate(
    happenings: Iterable[Happening],
    utterances: Iterable[Utterance],
    figures: Iterable[Figure],
    a: str,
    b: str,
    since: str | None = None,
    until: str | None = None,
) -> Relation:
    """Return the relation between two codes from the lines of the record that belong to the pair, in any order.

    `since` and `until` are ISO days, inclusive; a happening is kept where a version of it may lie inside.
    """
    lines = in_order(_to_line(happening, a, b) for happening in happenings)
    told = tuple(line for line in lines if any(is_within(version.when, since, until) for version in line.witnesses))
    said = _within(join_utterances(utterances), since, until)
    counted = _within(join_figures(figures), since, until)
    witnesses = [*(w for line in told for w in line.witnesses), *join_witnesses(said), *join_witnesses(counted)]
    return Relation(
        a=a,
        b=b,
        since=since,
        until=until,
        happenings=told,
        statements=said,
        figures=counted,
        articles=tuple(sorted({witness.article for witness in witnesses})),
    )


def _to_line(happening: Happening, a: str, b: str) -> Happening:
    """A happening seen from a pair: what the two did together to others is marked."""
    together = {a, b} <= {*happening.actors} and not {*happening.recipients} <= {a, b}
    return replace(happening, is_joint=together)


def _within(lines: tuple[SaidT, ...], since: str | None, until: str | None) -> tuple[SaidT, ...]:
    return tuple(line for line in lines if is_within(line.when, since, until))
