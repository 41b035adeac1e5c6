"""Rules of single outlets applied to a page: which layout it has, its elements marked, the line that holds its day."""

from collections.abc import Iterable
from datetime import date

from resiliparse.parse.html import HTMLTree

from marsad.clean.pieces import Piece
from marsad.lang.tokens import find_words
from marsad.lexicon.furniture import MarkupKind
from marsad.lexicon.load import Lexicon
from marsad.lexicon.outlet_rules import Layout
from marsad.lexicon.seats import split_url
from marsad.model import DateClue

# Under this attribute an element carries what a rule says that it is; the general markup words are not asked then.
MARK = "data-marsad"


def find_layout(url: str | None, clues: Iterable[DateClue], lexicon: Lexicon) -> Layout | None:
    """Return the layout that the page of an outlet with a rule has on the first day that its clues tell."""
    host = split_url(url).hostname or ""
    rule = next(
        (r for r in lexicon.outlet_rules if any(host == name or host.endswith(f".{name}") for name in r.domains)), None
    )
    if rule is None:
        return None
    days = (_parse_day(clue.value) for clue in clues)
    return rule.find_layout(next((day for day in days if day is not None), None))


def _parse_day(value: str) -> date | None:
    try:
        return date.fromisoformat(value.strip()[:10])
    except ValueError:
        return None


def mark(tree: HTMLTree, layout: Layout) -> bool:
    """Mark the elements that a layout names; tell whether there are any."""
    found = False
    for kind, selectors in layout.marks.items():
        for selector in selectors:
            for element in tree.document.query_selector_all(selector) if tree.document is not None else ():
                element.setattr(MARK, kind)
                found = True
    return found


def read_mark(value: str | None) -> MarkupKind | None:
    """Return what a mark says; None where there is none, or one that the page brought along itself."""
    return next((kind for kind in MarkupKind if kind == value), None)


def find_day_line(pieces: Iterable[Piece], layout: Layout) -> DateClue | None:
    """Return the line that holds the words of the layout's date line, as the best clue for the day."""
    if layout.date_line is None:
        return None
    wanted = f" {' '.join(find_words(layout.date_line))} "
    found = next((p for p in pieces if wanted in f" {' '.join(p.plain)} "), None)
    return DateClue(found.text, "outlet", found.span) if found else None
