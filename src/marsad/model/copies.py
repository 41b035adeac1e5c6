"""Copies: which articles repeat a text, from which source, which spans they share and what the copy changed."""

from enum import StrEnum

import msgspec

from marsad.model.span import Span


class CopyKind(StrEnum):
    """How a copy relates to its source.

    `exact`: the same words. `near`: a few words differ. `truncated`: one is the other with parts cut off. `excerpt`:
    paragraphs of the source stand inside another text. `edited`: cut, moved and reworded throughout. `mixed`: the copy
    is made of two sources or more, which do not copy each other.
    """

    EXACT = "exact"
    NEAR = "near"
    TRUNCATED = "truncated"
    EXCERPT = "excerpt"
    EDITED = "edited"
    MIXED = "mixed"


class ChangeKind(StrEnum):
    """What a copy changed: a figure or date, a name, who is credited, lines added or removed, other words."""

    NUMBER = "number"
    NAME = "name"
    ATTRIBUTION = "attribution"
    ADDED = "added"
    REMOVED = "removed"
    WORDING = "wording"


class Direction(StrEnum):
    """Why the one article is taken for the source of the other, the strongest reason first.

    `credited`: the copy names the source's outlet or agency. `earlier`: the source came out on an earlier day.
    `agency`: the source's outlet is a news agency. `opening`: what is shared opens the source and stands inside the
    copy. `longer`: the copy is a part of the source. `undecided`: nothing tells; the smaller id is called the source.
    """

    CREDITED = "credited"
    EARLIER = "earlier"
    AGENCY = "agency"
    OPENING = "opening"
    LONGER = "longer"
    UNDECIDED = "undecided"


class Fingerprint(msgspec.Struct, frozen=True):
    """What is kept of an article to find its copies.

    `keys` are sampled hashes of runs of folded words (signed 64 bit, sorted, each once), `words` counts the words they
    were sampled from. `figures` are hashes of the figures written in digits (sorted, each once). `first` and `last`
    bound the publication in proleptic ordinals; None is unknown.
    """

    keys: tuple[int, ...]
    words: int
    figures: tuple[int, ...] = ()
    first: int | None = None
    last: int | None = None


class Shared(msgspec.Struct, frozen=True, order=True):
    """A passage that stands in both texts."""

    source: Span
    copy: Span


class Change(msgspec.Struct, frozen=True):
    """One difference beside shared passages. `source` is None where the copy added, `copy` where it left out."""

    kind: ChangeKind
    source: Span | None
    copy: Span | None


class Copy(msgspec.Struct, frozen=True):
    """One article repeats another; `source` and `copy` are article ids.

    `containment` is the part of the words of the shorter that stands in the longer (0 to 1), `score` how sure it is
    that one is made from the other, `direction` why it is this way round. `shared` is sorted by place in the source,
    `changes` by place in the copy, what was left out last.
    """

    source: str
    copy: str
    kind: CopyKind
    containment: float
    shared: tuple[Shared, ...]
    changes: tuple[Change, ...]
    score: float
    direction: Direction
