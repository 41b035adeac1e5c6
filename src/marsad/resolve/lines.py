"""Lines of a relation: a fact told by several articles becomes one line with several witnesses, in a fixed order."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from marsad.model.relation import Figure, Happening, Utterance, When, Witness

LineT = TypeVar("LineT", Happening, Utterance, Figure)
AnyT = TypeVar("AnyT")
Key = tuple[str, ...]

_LAST = "9999-12-31"  # sorts what has no day after everything that has one


def gather(keyed: Iterable[tuple[Key, LineT]]) -> list[tuple[LineT, ...]]:
    """Return the lines grouped by key, each group with its earliest witness first, whatever order they came in."""
    groups: dict[Key, list[LineT]] = {}
    for key, line in keyed:
        groups.setdefault(key, []).append(line)
    return [tuple(sorted(group, key=lambda line: _witness_order(line.witnesses[0]))) for group in groups.values()]


def in_order(lines: Iterable[LineT]) -> tuple[LineT, ...]:
    """Return the lines oldest first, ties in the order of their first witnesses; lines without any day come last."""
    return tuple(sorted(lines, key=lambda line: (*_day_order(line.when), *_witness_order(line.witnesses[0]))))


def in_witness_order(lines: Iterable[AnyT], witness: Callable[[AnyT], Witness]) -> tuple[AnyT, ...]:
    """Return what bears a witness by the day of its article, then by its place."""
    return tuple(sorted(lines, key=lambda line: _witness_order(witness(line))))


def join_witnesses(lines: Iterable[LineT]) -> tuple[Witness, ...]:
    """Return the witnesses of a group of lines."""
    return tuple(witness for line in lines for witness in line.witnesses)


def _day_order(when: When) -> tuple[str, str]:
    return when.earliest or when.latest or _LAST, when.latest or _LAST


def _witness_order(witness: Witness) -> tuple[str, str, int, int, str]:
    day = witness.published or witness.earliest or witness.latest or _LAST
    return day, witness.article, witness.span.start, witness.span.end, witness.fact
