"""What was fetched as pages; an entry of a feed as a page where the feed holds its whole text."""

import html
import re

from marsad.acquire.answers import Fetched
from marsad.acquire.contents import find_fault
from marsad.acquire.urls import parse_url, to_id
from marsad.model import Entry, Page, PageKind, Refused

_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|div|p|h1|meta)\b", re.IGNORECASE)
_HEAD = 4096
_TAG = re.compile(r"<[^>]*>")
# The whole text of an article has so many words, and does not end where a reader is sent on.
_WHOLE = 80
_CUT = re.compile(
    r"(?:\.\.\.|…|\[…\]|\[\.\.\.\]|المزيد|للمزيد|التفاصيل|read more|continue reading)\W*\Z", re.IGNORECASE
)


def to_page(found: Fetched, entry: Entry | None = None) -> Page | Refused:
    """Return what was fetched as a page with the digest of its address as id, or why it is none."""
    if _is_front(found):
        return Refused(found.asked, None, "leads to the front page of the site: the article is gone")
    fault = find_fault(found.content)
    if fault is not None:
        return Refused(found.asked, None, fault)
    is_text = found.media == "text/plain" and not _MARKUP.search(found.content[:_HEAD])
    return Page(
        id=to_id(found.url),
        origin=found.url,
        kind=PageKind.TEXT if is_text else PageKind.HTML,
        content=found.content,
        url=found.url,
        encoding=found.charset,
        entry=entry,
    )


def to_own_page(entry: Entry) -> Page | None:
    """Return the text that a feed holds of an article as a page; None where it is only a beginning."""
    text = html.unescape(_TAG.sub(" ", entry.content or "")).strip()
    if len(text.split()) < _WHOLE or _CUT.search(text):
        return None
    title = html.escape(entry.title or "")
    story = f"<article><h1>{title}</h1>{entry.content}</article>"
    markup = f"<html><head><title>{title}</title></head><body>{story}</body></html>"
    return Page(to_id(entry.url), entry.url, PageKind.HTML, markup.encode(), entry.url, encoding="utf-8", entry=entry)


def _is_front(found: Fetched) -> bool:
    asked, final = parse_url(found.asked), parse_url(found.url)
    return asked is not None and final is not None and final.raw_path == b"/" and asked.raw_path != b"/"
