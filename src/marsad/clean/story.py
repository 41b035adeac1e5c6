"""Where in a page the story stands: the element with the running text, the headline, and hints for every line."""

import re
from collections import defaultdict
from dataclasses import dataclass

from marsad.clean.pieces import Piece
from marsad.clean.teasers import find_teasers
from marsad.clean.tree import Line, Outline
from marsad.lang.fold import fold
from marsad.lexicon.furniture import MarkupKind
from marsad.model import BlockKind

# What an element around gets of the weight of its parts: one section of a page outweighs the page, two halves do not.
_FADE = 0.65
_MAIN_BONUS = 1.3
_LINKED = 0.5
# A box that holds this share of the running text is no furniture, whatever its name; with the headline, half will do.
_MOST = 0.8
_HALF = 0.5
_TITLE_WORDS = 40
_BOXES = frozenset(
    {
        MarkupKind.RELATED,
        MarkupKind.COMMENTS,
        MarkupKind.FOOTER,
        MarkupKind.NAVIGATION,
        MarkupKind.SHARE,
        MarkupKind.TAGS,
    }
)
# Names of dates and writers on elements that hold more words than this are accidents.
_META_WORDS = 15


@dataclass(frozen=True, eq=False)
class Story:
    """The page's pieces with hints, and the place of the headline among them."""

    pieces: tuple[Piece, ...]
    title: int | None


def find_story(outline: Outline, titles: tuple[str, ...]) -> Story:
    """Find the story in a page. `titles` are what its metadata call it, with or without the site's name."""
    bare = [_to_piece(outline, line, None, True, number) for number, line in enumerate(outline.lines)]
    ignored = _find_ignored(outline, bare)
    boxes = [_box_of(outline, line, ignored) for line in outline.lines]
    main = _find_main(outline, bare, boxes)
    inside = (
        {i for i, line in enumerate(outline.lines) if main in outline.chain(line.node)} if main is not None else set()
    )
    title = _find_title(outline, bare, boxes, titles, min(inside, default=0))
    if title is not None and inside:
        inside = _from_title(bare, inside, title)
    teasers = find_teasers(outline, bare, [i for i in sorted(inside) if boxes[i] is None])
    first = min(inside, default=0)
    pieces = []
    for number, line in enumerate(outline.lines):
        hint = boxes[number] or _meta_of(outline, line, bare[number])
        if number in teasers:
            hint = BlockKind.RELATED
        elif hint is None and number not in inside:
            hint = BlockKind.NAVIGATION if number < first else BlockKind.RELATED
        if number == title:
            hint = None
        pieces.append(_to_piece(outline, line, hint, number in inside, number))
    return Story(tuple(pieces), title)


def _from_title(pieces: list[Piece], inside: set[int], title: int) -> set[int]:
    """The story's lines are those from its headline on, unless that is a later repetition of it below the text."""
    above, below = (
        sum(pieces[i].words for i in inside if _is_weighty(pieces[i]) and (i > title) is late) for late in (False, True)
    )
    lines = {i for i in inside if i >= title} if below >= above else inside
    return lines | set(range(title, max(inside)))


def _to_piece(outline: Outline, line: Line, hint: BlockKind | None, inside: bool, number: int) -> Piece:
    text = outline.text[line.start : line.end]
    start = line.start + len(text) - len(text.lstrip())
    text = text.strip()
    heading = outline.heading(line) > 0 and line.links < _LINKED
    return Piece(text, start, start + len(text), number, hint, inside, line.links, heading, line.pictured)


def _is_weighty(piece: Piece) -> bool:
    return piece.is_prose and piece.links < _LINKED


def _find_ignored(outline: Outline, pieces: list[Piece]) -> frozenset[int]:
    """Elements that their names make furniture though they hold the story."""
    total = 0
    held: dict[int, int] = defaultdict(int)
    headlined: set[int] = set()
    for line, piece in zip(outline.lines, pieces, strict=True):
        chain = tuple(outline.chain(line.node))
        if outline.heading(line) == 1:
            headlined.update(chain)
        if _is_weighty(piece):
            total += piece.words
            for node in chain:
                held[node] += piece.words
    return frozenset(
        node
        for node, words in held.items()
        if node not in outline.ruled and (words >= _MOST * total or (words >= _HALF * total and node in headlined))
    )


def _box_of(outline: Outline, line: Line, ignored: frozenset[int]) -> BlockKind | None:
    """The outermost box of furniture around a line; inside it everything is of its kind."""
    found = None
    for node in outline.chain(line.node):
        hint = outline.hints[node]
        if hint in _BOXES and node not in ignored:
            found = BlockKind(str(hint))
    return found


def _meta_of(outline: Outline, line: Line, piece: Piece) -> BlockKind | None:
    """What the nearest telling element says of a line that is in no box: caption, date, byline, standfirst."""
    hints = (outline.hints[node] for node in outline.chain(line.node))
    hint = next((hint for hint in hints if hint not in (None, *_BOXES)), None)
    if hint is None or hint is MarkupKind.MAIN:
        return None
    short = piece.words <= _META_WORDS or hint in (MarkupKind.CAPTION, MarkupKind.STANDFIRST)
    return BlockKind(str(hint)) if short else None


def _find_main(outline: Outline, pieces: list[Piece], boxes: list[BlockKind | None]) -> int | None:
    """The element whose paragraphs, fading with depth, weigh most."""
    weights: dict[int, float] = defaultdict(float)
    for line, piece, box in zip(outline.lines, pieces, boxes, strict=True):
        if box is not None or not _is_weighty(piece):
            continue
        weight = float(piece.words)
        for node in list(outline.chain(line.node))[1:] or [line.node]:
            weights[node] += weight
            weight *= _FADE
    if not weights:
        return None
    ruled = [node for node in outline.ruled if outline.hints[node] is MarkupKind.MAIN]
    if any(node in outline.chain(line.node) for node in ruled for line in outline.lines):
        return min(ruled)
    bonus = {node: _MAIN_BONUS if outline.hints[node] is MarkupKind.MAIN else 1.0 for node in weights}
    return max(weights, key=lambda node: (weights[node] * bonus[node], node))


def _find_title(
    outline: Outline, pieces: list[Piece], boxes: list[BlockKind | None], titles: tuple[str, ...], main: int
) -> int | None:
    """The line that the metadata call the title, best a heading; without metadata the highest heading above."""
    named = [_words(title) for title in titles]
    best: tuple[int, int, int] | None = None
    place = None
    for number, (line, piece) in enumerate(zip(outline.lines, pieces, strict=True)):
        words = _words(piece.text)
        if not 0 < len(words) <= _TITLE_WORDS or boxes[number] in (BlockKind.RELATED, BlockKind.NAVIGATION):
            continue
        level = outline.heading(line)
        agreed = max((len(words) for name in named if _agrees(words, name)), default=0)
        above = level and number <= main and len(words) >= 3 and line.links < _LINKED
        if not agreed and not (above and not named):
            continue
        rank = (agreed, 7 - level if level else 0, -abs(main - number))
        if best is None or rank > best:
            best, place = rank, number
    return place


def _agrees(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """The line is the whole title, or the title goes on with the site's name, or begins with it."""
    if words == name:
        return True
    return len(words) >= 3 and (name[: len(words)] == words or name[-len(words) :] == words)


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", fold(text).lower()))
