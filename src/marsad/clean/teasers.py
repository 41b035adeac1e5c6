"""Teasers: other articles told in a headline and a few lines, in a row below the story."""

from collections.abc import Sequence

from marsad.clean.pieces import Piece
from marsad.clean.tree import Outline

_LINKED = 0.6
_HEADLINE = (4, 25)
# A day or a section's name may stand between a headline and its lines.
_BETWEEN_WORDS = 6
_NOTES = 2
_LEAST = 2
# In plain text a headline is no link: the lines under it are a few, and a list was opened or each has its day.
_FEW_WORDS = 40


def find_teasers(outline: Outline, pieces: list[Piece], inside: list[int]) -> frozenset[int]:
    """Return the lines that tell of other articles, among the lines `inside` the story's element.

    Their text is the last running text there, at least two lines, each under a headline that is a link: a heading, or
    in a box of its own with the text. A link between two paragraphs has neither. Headlines, days and sections between
    them are returned as well: a day among them is not the story's.
    """
    told = [i for i in inside if pieces[i].is_prose and pieces[i].links < _LINKED]
    found, headline = [], None
    for place in range(len(told) - 1, 0, -1):
        above = _find_headline(pieces, told[place], told[place - 1])
        if above is None or not _is_apart(outline, above, told[place], told[place - 1]):
            break
        found.append(told[place])
        headline = above
    if headline is None or len(found) < _LEAST:
        return frozenset()
    return frozenset(range(headline, _find_end(pieces, found[0]) + 1))


def _find_end(pieces: Sequence[Piece], last: int) -> int:
    """The last of the short lines that follow the last teaser: its day, its section."""
    end = last
    while end + 1 < len(pieces) and end < last + _NOTES and pieces[end + 1].words <= _BETWEEN_WORDS:
        end += 1
    return end


def _find_headline(pieces: list[Piece], number: int, above: int) -> int | None:
    """The link over a line of text, with nothing but short lines between."""
    low, high = _HEADLINE
    for place in range(number - 1, above, -1):
        if pieces[place].links >= _LINKED and low <= pieces[place].words <= high:
            return place
        if pieces[place].words > _BETWEEN_WORDS:
            return None
    return None


def _is_apart(outline: Outline, headline: int, number: int, above: int) -> bool:
    """Tell whether a headline is a heading, or shares a box with its text that the text above is not in."""
    lines = outline.lines
    if outline.heading(lines[headline]):
        return True
    box = set(outline.chain(lines[headline].node)).intersection(outline.chain(lines[number].node))
    return bool(box.difference(outline.chain(lines[above].node)))


def find_plain_teasers(
    pieces: Sequence[Piece], told: Sequence[int], days: frozenset[int], openers: frozenset[int]
) -> frozenset[int]:
    """Return the lines that tell of other articles in a text without markup, whose running text is at `told`.

    Their text is the last there, at least two lines, each short and alone under a line like a headline; and either a
    list was opened above them (`openers`) or as many `days` stand among them. Those days are returned as well.
    """
    found: list[int] = []
    for place in range(len(told) - 1, 0, -1):
        above, number = told[place - 1], told[place]
        if pieces[number].words > _FEW_WORDS or not _is_under_headline(pieces, number, above):
            break
        found.append(number)
    if len(found) < _LEAST:
        return frozenset()
    above = told[len(told) - len(found) - 1]
    opened = any(above < i < found[-1] for i in openers)
    dated = {i for i in days if i > above}
    return frozenset(found) | dated if opened or len(dated) >= len(found) else frozenset()


def _is_under_headline(pieces: Sequence[Piece], number: int, above: int) -> bool:
    low, high = _HEADLINE
    between = [pieces[i] for i in range(above + 1, number)]
    return any(low <= piece.words <= high and not piece.is_final for piece in between[-2:])
