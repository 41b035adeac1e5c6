"""Which of two articles is the source of the other, and why."""

from marsad.model import Published
from marsad.model.copies import CopyKind, Direction
from marsad.resolve.credit import Credit
from marsad.resolve.overlap import Overlap

# Openings are compared: the one must be shared clearly more than the other.
_CLEARLY = 0.4


def find_direction(overlap: Overlap, kind: CopyKind, credits: tuple[Credit, Credit]) -> tuple[bool, Direction]:
    """Return whether `overlap.a` is the source, and the strongest reason. The reasons are tried in their order."""
    a, b = credits
    published = overlap.a.reading.article.published, overlap.b.reading.article.published
    for sign, reason in (
        (_sign(_names(b, a), _names(a, b)), Direction.CREDITED),
        (_sign(is_before(*published), is_before(*reversed(published))), Direction.EARLIER),
        (_sign(a.is_agency, b.is_agency), Direction.AGENCY),
        (_by_opening(overlap, kind), Direction.OPENING),
        (_by_length(overlap, kind), Direction.LONGER),
    ):
        if sign:
            return sign > 0, reason
    return True, Direction.UNDECIDED


def is_before(one: Published, other: Published) -> bool:
    """Tell whether one article surely came out on an earlier day than another."""
    latest, earliest = one.value or one.latest, other.value or other.earliest
    return bool(latest and earliest and latest < earliest)


def _names(copy: Credit, source: Credit) -> bool:
    return source.outlet is not None and source.outlet in copy.names


def _by_opening(overlap: Overlap, kind: CopyKind) -> int:
    """An excerpt opens the text it is from, and stands somewhere inside the other."""
    a, b = overlap.openings
    return _sign(a - b > _CLEARLY, b - a > _CLEARLY) if kind in (CopyKind.EXCERPT, CopyKind.EDITED) else 0


def _by_length(overlap: Overlap, kind: CopyKind) -> int:
    """Copies are cut more often than they grow."""
    if kind is CopyKind.EXCERPT:
        return 0
    a, b = len(overlap.a.tokens), len(overlap.b.tokens)
    return _sign(a > b, b > a)


def _sign(yes: bool, no: bool) -> int:
    return yes - no
