"""The headline of a text without markup: the line above the running text that it takes up."""

from collections.abc import Sequence

from marsad.clean.pieces import Piece
from marsad.lang.tokens import find_tokens

_MOST_WORDS = 32
# Shorter lines above the headline are names of sites and sections.
SITE_WORDS = 4
# Among more lines than this that could be the headline, the one whose words the text takes up is it.
_CHOICE = 3
_LEAD = 3


def find_headline(pieces: Sequence[Piece], free: Sequence[int], prose: Sequence[int]) -> int | None:
    """Return the place of the headline: among the `free` lines, which say nothing of themselves, above the running text
    at `prose`, or its first line; None where there is none."""
    above = [i for i in free if i < prose[0] and pieces[i].words <= _MOST_WORDS]
    good = [i for i in above if pieces[i].words >= SITE_WORDS and not pieces[i].text.endswith(".")]
    if len(good) > _CHOICE:
        return _find_taken_up(pieces, good, prose)
    for place in good or [i for i in above if pieces[i].words > 1]:
        inner = pieces[place].plain
        later = (i for i in above if i > place and pieces[i].words >= 2)
        return next((i for i in later if len(pieces[i].plain) < len(inner) and _ends(inner, pieces[i].plain)), place)
    if len(prose) > 1 and _is_headline(pieces[prose[0]], pieces[prose[1]]):
        return prose[0]
    return None


def _find_taken_up(pieces: Sequence[Piece], lines: Sequence[int], prose: Sequence[int]) -> int:
    """Of many lines above the text, the one with the largest share of words that stand in its beginning."""
    lead = {token.norm for i in prose[:_LEAD] for token in find_tokens(pieces[i].text)}

    def share(place: int) -> float:
        words = [word for word in pieces[place].plain if len(word) > 2]
        return sum(word in lead for word in words) / max(1, len(words))

    return max(lines, key=share)


def _ends(line: tuple[str, ...], tail: tuple[str, ...]) -> bool:
    return bool(tail) and (line[-len(tail) :] == tail or line[: len(tail)] == tail)


def _is_headline(first: Piece, second: Piece) -> bool:
    """A first line that is long or ends like a sentence is a headline where no full stop ends it and more follows."""
    return (
        first.words <= _MOST_WORDS
        and first.line < second.line
        and not first.text.rstrip("\"'»”)").endswith(".")
        and second.words > first.words
    )
