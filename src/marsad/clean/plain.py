"""Plain scraped text to an article: the text stays as it is, its pieces are labelled."""

from marsad.clean.compose import to_article
from marsad.clean.credits import build_sources
from marsad.clean.label import label
from marsad.clean.phrases import build_phrases
from marsad.clean.pieces import find_pieces
from marsad.lexicon.load import Lexicon
from marsad.model import Article, DateClue, Page


def clean_plain(page: Page, text: str, digest: str, lexicon: Lexicon) -> Article:
    """Label the text of a page. A text of one line or one sentence is body without a headline."""
    phrases = build_phrases(lexicon)
    sources = build_sources(lexicon, phrases)
    pieces = tuple(find_pieces(text))
    labels = label(pieces, phrases, sources)
    days = ((page.published, "given"), (page.entry.published if page.entry else None, "feed"))
    clues = tuple(DateClue(day, source) for day, source in days if day)
    return to_article(page, text, digest, pieces, labels, sources, lexicon=lexicon, clues=clues, outlet=page.outlet)
