"""Plain scraped text to an article: the text stays as it is, its pieces are labelled."""

from marsad.clean.compose import to_article
from marsad.clean.credits import build_sources
from marsad.clean.label import Labels, label
from marsad.clean.local_days import to_local
from marsad.clean.metadata import find_given, find_in_address
from marsad.clean.phrases import build_phrases
from marsad.clean.pieces import find_pieces
from marsad.lexicon.load import Lexicon
from marsad.lexicon.seats import find_seat
from marsad.model import Article, BlockKind, Page

# What stands around an article; given alone, it is the text that is to be read (a date to be dated).
_LONE = (BlockKind.SITE_DATE, BlockKind.BYLINE, BlockKind.READING_TIME)


def clean_plain(page: Page, text: str, digest: str, lexicon: Lexicon) -> Article:
    """Label the text of a page. A text of one line or one sentence is body without a headline."""
    phrases = build_phrases(lexicon)
    sources = build_sources(lexicon, phrases)
    pieces = tuple(find_pieces(text))
    labels = label(pieces, phrases, sources)
    if len(pieces) == 1 and labels.kinds[0] in _LONE:
        labels = Labels((BlockKind.BODY,), None, ())
    seat = find_seat(page.outlet, page.url, lexicon)
    clues = tuple(to_local(clue, seat) for clue in (*find_given(page), *find_in_address(page.url)))
    return to_article(page, text, digest, pieces, labels, sources, lexicon=lexicon, clues=clues, outlet=page.outlet)
