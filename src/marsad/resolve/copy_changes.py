"""What a copy changed: figures, names, credits, words; lines added and left out."""

from collections.abc import Iterator

from marsad.model import Span
from marsad.model.copies import Change, ChangeKind, CopyKind
from marsad.resolve.alignment import Gap
from marsad.resolve.overlap import Overlap
from marsad.resolve.texts import Fact, Text

# A line of credit has a few words; in more, an outlet is only spoken of.
_CREDIT_WORDS = 12
# Fewer words left over between two passages are no line.
_LEAST_LINE = 3


def find_changes(overlap: Overlap, kind: CopyKind, a_is_source: bool) -> tuple[Change, ...]:
    """Return the changes sorted by their place in the copy, what was left out last.

    Lines outside the shared passages are changes only where the copy is of the whole text: an excerpt has a text of
    its own around it.
    """
    found = [change for gap in overlap.gaps for change in _in_gap(overlap, gap)]
    if kind is not CopyKind.EXCERPT:
        found += _outside(overlap)
    if not a_is_source:
        found = [_turned(change) for change in found]
    return tuple(sorted(set(found), key=_by_place))


def _in_gap(overlap: Overlap, gap: Gap) -> Iterator[Change]:
    a, b = overlap.a, overlap.b
    replaced = [
        (kind, pair)
        for kind, facts in ((ChangeKind.NUMBER, "figures"), (ChangeKind.NAME, "names"))
        if (pair := overlap.find_changed(gap, facts))
    ]
    for kind, (old, new) in replaced:
        yield Change(kind, _span_of(a, old), _span_of(b, new))
    if not replaced:
        yield Change(_kind_of(overlap, gap), a.span(gap.a, gap.a_end), b.span(gap.b, gap.b_end))


def _kind_of(overlap: Overlap, gap: Gap) -> ChangeKind:
    if overlap.a.credits & {*range(gap.a, gap.a_end)} or overlap.b.credits & {*range(gap.b, gap.b_end)}:
        return ChangeKind.ATTRIBUTION
    if gap.a == gap.a_end:
        return ChangeKind.ADDED
    return ChangeKind.REMOVED if gap.b == gap.b_end else ChangeKind.WORDING


def _outside(overlap: Overlap) -> Iterator[Change]:
    covered_a = {place for passage in overlap.passages for place in range(*passage.a)}
    covered_b = {place for passage in overlap.passages for place in range(*passage.b)}
    for first, last in _stretches(overlap.a, covered_a):
        yield Change(_line_kind(overlap.a, first, last, ChangeKind.REMOVED), overlap.a.span(first, last), None)
    for first, last in _stretches(overlap.b, covered_b):
        yield Change(_line_kind(overlap.b, first, last, ChangeKind.ADDED), None, overlap.b.span(first, last))


def _line_kind(text: Text, first: int, last: int, kind: ChangeKind) -> ChangeKind:
    is_credit = last - first <= _CREDIT_WORDS and bool(text.credits & {*range(first, last)})
    return ChangeKind.ATTRIBUTION if is_credit else kind


def _stretches(text: Text, covered: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of words outside the covered ones, a few left over or a credit among them."""
    start = None
    for place in range(len(text.tokens) + 1):
        is_free = place < len(text.tokens) and place not in covered
        if is_free and start is None:
            start = place
        elif not is_free and start is not None:
            if place - start >= _LEAST_LINE or text.credits & {*range(start, place)}:
                yield start, place
            start = None


def _span_of(text: Text, fact: Fact) -> Span | None:
    return text.span(fact.first, fact.last)


def _turned(change: Change) -> Change:
    kind = _OPPOSITE.get(change.kind, change.kind)
    return Change(kind, change.copy, change.source)


_OPPOSITE = {ChangeKind.ADDED: ChangeKind.REMOVED, ChangeKind.REMOVED: ChangeKind.ADDED}


def _by_place(change: Change) -> tuple[bool, int, int]:
    span = change.copy or change.source
    assert span is not None
    return change.copy is None, span.start, span.end
