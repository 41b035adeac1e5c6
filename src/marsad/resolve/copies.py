"""Copies: whether one of two articles repeats the other, in which direction, and what it changed."""

from collections.abc import Iterable

from marsad.lexicon.load import Lexicon
from marsad.model import Reading, Span
from marsad.model.copies import Copy


def compare(a: Reading, b: Reading, lexicon: Lexicon) -> Copy | None:
    """Return which of two articles repeats the other and how, None where neither does. The order does not matter.

    Bulletins that differ in their figures, shared background and the same words of a speaker make no copy.
    """
    raise NotImplementedError


def find_kinds(copies: Iterable[Copy]) -> tuple[Copy, ...]:
    """Return pairs, sorted, with those marked `mixed` whose copy is made of several sources.

    A pair alone cannot tell; give all pairs that the articles concerned are in.
    """
    raise NotImplementedError


def group_sources(witnesses: Iterable[tuple[str, Span]], copies: Iterable[Copy]) -> tuple[tuple[str, ...], ...]:
    """Return the articles of `witnesses` (article and place of the evidence) grouped by independent source.

    An article belongs to the group of another where its evidence stands in a passage that the two share; each group
    and all groups are sorted. The number of groups is the number of independent sources.
    """
    raise NotImplementedError
