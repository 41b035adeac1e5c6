"""An HTML page to an article: text taken out verbatim, one element a line, everything labelled."""

from collections.abc import Iterator

import msgspec
from resiliparse.parse.html import HTMLTree

from marsad.clean.compose import to_article
from marsad.clean.credits import build_sources
from marsad.clean.label import label
from marsad.clean.metadata import find_metadata
from marsad.clean.outlets import find_day_line, mark
from marsad.clean.phrases import build_phrases
from marsad.clean.story import Story, find_story
from marsad.clean.tree import Outline, to_outline
from marsad.lexicon.load import Lexicon
from marsad.model import Article, BlockKind, DateClue, Page


def clean_html(page: Page, markup: str, digest: str, lexicon: Lexicon) -> Article:
    """Find the story in a page and label what stands around it."""
    tree = HTMLTree.parse(markup)
    metadata = find_metadata(tree, page, lexicon)
    layout = metadata.layout
    is_marked = layout is not None and mark(tree, layout)
    outline = to_outline(tree, lexicon, is_marked=is_marked)
    story = find_story(outline, metadata.titles)
    phrases = build_phrases(lexicon)
    sources = build_sources(lexicon, phrases)
    labels = label(story.pieces, phrases, sources, story.title)
    day_line = find_day_line(story.pieces, layout) if layout is not None else None
    clues = (*metadata.clues, *_find_times(outline, story), *((day_line,) if day_line else ()))
    article = to_article(
        page,
        outline.text,
        digest,
        story.pieces,
        labels,
        sources,
        lexicon=lexicon,
        clues=clues,
        outlet=metadata.outlet,
        declared=metadata.declared,
    )
    return msgspec.structs.replace(article, url=metadata.url, byline=article.byline or metadata.author)


def _find_times(outline: Outline, story: Story) -> Iterator[DateClue]:
    """Days of `<time>` elements that stand in the story, not in the teasers around it."""
    for line, piece in zip(outline.lines, story.pieces, strict=True):
        moment = next((outline.times[node] for node in outline.chain(line.node) if node in outline.times), None)
        if moment is not None and piece.inside and piece.hint in (None, BlockKind.SITE_DATE, BlockKind.BYLINE):
            yield DateClue(moment, "time", piece.span)
