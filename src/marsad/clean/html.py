"""An HTML page to an article: text taken out verbatim, one element a line, everything labelled."""

import msgspec
from resiliparse.parse.html import HTMLTree

from marsad.clean.compose import to_article
from marsad.clean.credits import build_sources
from marsad.clean.label import label
from marsad.clean.metadata import find_metadata
from marsad.clean.phrases import build_phrases
from marsad.clean.story import find_story
from marsad.clean.tree import to_outline
from marsad.lexicon.load import Lexicon
from marsad.model import Article, Page


def clean_html(page: Page, markup: str, digest: str, lexicon: Lexicon) -> Article:
    """Find the story in a page and label what stands around it."""
    tree = HTMLTree.parse(markup)
    metadata = find_metadata(tree, page, lexicon)
    outline = to_outline(tree, lexicon)
    story = find_story(outline, metadata.titles)
    phrases = build_phrases(lexicon)
    sources = build_sources(lexicon, phrases)
    labels = label(story.pieces, phrases, sources, story.title)
    article = to_article(
        page, outline.text, digest, story.pieces, labels, sources, clues=metadata.clues, outlet=metadata.outlet
    )
    return msgspec.structs.replace(article, url=metadata.url, byline=article.byline or metadata.author)
