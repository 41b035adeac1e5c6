"""An article's text cut into pieces that know which facts they carry: the marks of the article page."""

from collections.abc import Iterable, Iterator
from enum import IntEnum
from itertools import pairwise

import msgspec

from marsad.model import Block, BlockKind, Reading, Span


class Layer(IntEnum):
    """What a mark is; where marks overlap the highest decides the colour."""

    CONTENT = 1
    CUE = 2
    ENTITY = 3
    TIME = 4
    QUANTITY = 5
    EVENT = 6


class Mark(msgspec.Struct, frozen=True):
    """One place of the text that belongs to a fact. `is_first`: the place that the fact's card links to."""

    span: Span
    layer: Layer
    fact: str
    is_first: bool


class Piece(msgspec.Struct, frozen=True):
    """A run of text under the same marks. `fact` is the fact of the highest mark, None where nothing is marked."""

    text: str
    layer: Layer | None
    fact: str | None
    facts: tuple[str, ...]
    anchors: tuple[str, ...]
    is_content: bool


class Paragraph(msgspec.Struct, frozen=True):
    """One block of the article with its pieces. `is_title`: it holds the headline."""

    kind: BlockKind
    is_title: bool
    pieces: tuple[Piece, ...]


def find_marks(reading: Reading) -> tuple[Mark, ...]:
    """Return all marks of a reading, sorted by place; the first place of each fact is flagged."""
    seen: set[str] = set()
    marks = []
    for span, layer, fact in _places(reading):
        marks.append(Mark(span, layer, fact, fact not in seen))
        seen.add(fact)
    return tuple(sorted(marks, key=lambda mark: (mark.span, -mark.layer)))


def to_paragraphs(reading: Reading) -> tuple[Paragraph, ...]:
    """Return every block of the text, furniture too, in order; the pieces of a block join to its exact text."""
    marks = find_marks(reading)
    title = reading.article.title
    return tuple(
        Paragraph(
            kind=block.kind,
            is_title=title is not None and Span(block.start, block.end).holds(title),
            pieces=tuple(_cut(reading.text, block, marks)),
        )
        for block in reading.blocks
    )


def _places(reading: Reading) -> Iterator[tuple[Span, Layer, str]]:
    """Every place of every fact, the one a card should lead to first."""
    for mention in reading.mentions:
        yield Span(mention.start, mention.end), Layer.ENTITY, mention.entity
    for time in reading.times:
        yield Span(time.start, time.end), Layer.TIME, time.id
    for quantity in reading.quantities:
        yield Span(quantity.start, quantity.end), Layer.QUANTITY, quantity.id
    for statement in reading.statements:
        yield statement.cue, Layer.CUE, statement.id
        for content in statement.content:
            yield content, Layer.CONTENT, statement.id
    for event in reading.events:
        for span in (event.trigger, *event.mentions):
            yield span, Layer.EVENT, event.id


def _cut(text: str, block: Block, marks: tuple[Mark, ...]) -> Iterator[Piece]:
    """Cut a block wherever a mark starts or ends."""
    inside = [mark for mark in marks if mark.span.start < block.end and mark.span.end > block.start]
    edges = {block.start, block.end}
    for mark in inside:
        edges |= {max(mark.span.start, block.start), min(mark.span.end, block.end)}
    places = sorted(edges)
    for start, end in pairwise(places):
        yield _to_piece(
            text[start:end], Span(start, end), [mark for mark in inside if mark.span.holds(Span(start, end))]
        )


def _to_piece(text: str, span: Span, marks: list[Mark]) -> Piece:
    top = max(marks, key=lambda mark: (mark.layer, -_length(mark)), default=None)
    return Piece(
        text=text,
        layer=top.layer if top else None,
        fact=top.fact if top else None,
        facts=_unique(mark.fact for mark in sorted(marks, key=lambda mark: (-mark.layer, _length(mark)))),
        anchors=_unique(mark.fact for mark in marks if mark.is_first and mark.span.start == span.start),
        is_content=any(mark.layer is Layer.CONTENT for mark in marks),
    )


def _length(mark: Mark) -> int:
    return mark.span.end - mark.span.start


def _unique(facts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(facts))
