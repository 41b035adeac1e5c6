"""What all copies together tell: articles made of several sources, and how many sources are independent."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec.structs import replace

from marsad.model import Span
from marsad.model.copies import Copy, CopyKind

# Two sources of one text are different where less than this part of the smaller one's passages is also the other's.
_COMMON = 0.5
# Articles that are whole copies can have no second source.
_WHOLE = frozenset({CopyKind.EXACT, CopyKind.NEAR, CopyKind.TRUNCATED})


def find_kinds(copies: Iterable[Copy]) -> tuple[Copy, ...]:
    """Return pairs, sorted, with those marked `mixed` whose copy is made of several sources.

    A pair alone cannot tell; give all pairs that the articles concerned are in.
    """
    pairs = sorted(copies, key=lambda copy: (copy.source, copy.copy))
    related = {frozenset((pair.source, pair.copy)) for pair in pairs}
    by_copy = defaultdict(list)
    for pair in pairs:
        by_copy[pair.copy].append(pair)
    return tuple(
        replace(pair, kind=CopyKind.MIXED)
        if any(_are_mixed(pair, other, related) for other in by_copy[pair.copy])
        else pair
        for pair in pairs
    )


def group_sources(witnesses: Iterable[tuple[str, Span]], copies: Iterable[Copy]) -> tuple[tuple[str, ...], ...]:
    """Return the articles of `witnesses` (article and place of the evidence) grouped by independent source.

    An article belongs to the group of another where its evidence stands in a passage that the two share; each group
    and all groups are sorted. The number of groups is the number of independent sources.
    """
    places = defaultdict(list)
    for article, span in witnesses:
        places[article].append(span)
    root = {article: article for article in places}

    def find(article: str) -> str:
        while root[article] != article:
            article = root[article]
        return article

    for pair in copies:
        if pair.source in places and pair.copy in places and _is_repeated(pair, places[pair.source], places[pair.copy]):
            first, second = sorted((find(pair.source), find(pair.copy)))
            root[second] = first
    groups = defaultdict(list)
    for article in sorted(places):
        groups[find(article)].append(article)
    return tuple(tuple(group) for _, group in sorted(groups.items()))


def _are_mixed(pair: Copy, other: Copy, related: set[frozenset[str]]) -> bool:
    if pair.source == other.source or frozenset((pair.source, other.source)) in related:
        return False
    if _WHOLE & {pair.kind, other.kind}:
        return False
    ours, theirs = ({place for shared in one.shared for place in range(shared.copy.start, shared.copy.end)}
                    for one in (pair, other))  # fmt: skip
    return len(ours & theirs) < _COMMON * min(len(ours), len(theirs))


def _is_repeated(pair: Copy, ours: list[Span], theirs: list[Span]) -> bool:
    """Tell whether the evidence of both articles stands in one passage that they share."""
    return any(
        any(_meet(shared.source, span) for span in ours) and any(_meet(shared.copy, span) for span in theirs)
        for shared in pair.shared
    )


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
