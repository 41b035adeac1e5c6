"""Cleaning: a page as bytes becomes an article whose every stretch of text is labelled and nothing deleted."""

from hashlib import sha256

from marsad.clean.html import clean_html
from marsad.clean.plain import clean_plain
from marsad.lang.charset import decode
from marsad.lang.script import detect_language
from marsad.lexicon.load import Lexicon
from marsad.model import Article, Page, PageKind

__all__ = ["clean", "detect_language"]


def clean(page: Page, lexicon: Lexicon) -> Article:
    """Turn a page into an article. Bytes that no charset fits are read with U+FFFD in place of what is broken."""
    text = decode(page.content, page.encoding)
    if text is None:
        text = page.content.decode("utf-8", "replace")
    to_article = clean_html if page.kind is PageKind.HTML else clean_plain
    return to_article(page, text, sha256(page.content).hexdigest(), lexicon)
