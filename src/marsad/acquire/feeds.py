"""RSS 0.9x and 2.0, RDF and Atom as entries; whatever is broken in a feed, what can be read of it is read.

The charset is decided by the bytes, as for pages. What stands before the root element is taken off first: nothing in a
feed may define entities (which may grow without end or name files), and a parser that knows none cannot be led by them.
"""

import io
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

import msgspec

from marsad.acquire.sitemaps import find_sitemap
from marsad.acquire.urls import join_url, to_plain
from marsad.lang.charset import decode
from marsad.model import Entry

_HEAD = 4096
# The root element, after declaration, comments and document type; atomic, or a row of comments would take for ever.
_ROOT = re.compile(
    r"(?>\s+|<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*(?:\[.*?\]\s*)?>)*+(?=<(?:\w+:)?(rss|rdf|feed|urlset|sitemapindex)\b)",
    re.IGNORECASE | re.DOTALL,
)
# What XML does not allow and feeds hold all the same.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_REFERENCE = re.compile(r"&#(?:x([0-9a-f]+)|(\d+));?", re.IGNORECASE)
_ITEM = re.compile(r"(?=<(?:item|entry)\b)", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


class Feed(msgspec.Struct, frozen=True):
    """What a feed or sitemap lists: entries as they stand, further `sitemaps` (newest first where they say so), and how
    many entries had no address (`lost`)."""

    entries: tuple[Entry, ...] = ()
    sitemaps: tuple[str, ...] = ()
    lost: int = 0


def parse_feed(content: bytes, url: str, charset: str | None = None) -> Feed | None:
    """Return what a feed or sitemap at an address lists; None where the bytes are neither."""
    text = decode(content, charset)
    if text is None:
        return None
    text = text.removeprefix("\ufeff")
    root = _ROOT.match(text[:_HEAD])
    if root is None:
        return None
    text = _REFERENCE.sub(_keep_reference, _CONTROL.sub("", text[root.end() :]))
    if root[1].lower() in ("urlset", "sitemapindex"):
        entries, sitemaps = find_sitemap(text, url)
        return Feed(entries, sitemaps)
    return _parse_syndication(text, url)


def _keep_reference(found: re.Match[str]) -> str:
    """A character given by its number stays, unless there is no such character."""
    number = found[1] or found[2]
    code = int(number, 16 if found[1] else 10) if len(number) < 9 else 0
    return found[0] if (31 < code < 0x110000 and not 0xD800 <= code < 0xE000) or code in (9, 10, 13) else ""


def _parse_syndication(text: str, url: str) -> Feed:
    try:
        found = _parse(text)
        items, outlet, version = list(found.entries), found.feed.get("title"), found.version
    except Exception:  # the library fails on some broken entries: those are left out, the others read one by one
        start, *pieces = _ITEM.split(text)
        found = _parse(start)
        items = [item for piece in pieces for item in _parse_alone(start, piece)]
        outlet, version = found.feed.get("title"), found.version
    # In RSS `updated` is what the library makes of dc:date, the day of publication; in Atom it is the day of a change.
    dates = ("published",) if version.startswith("atom") else ("published", "updated")
    entries = [_to_entry(item, url, to_line(outlet), dates) for item in items]
    return Feed(_apart(entry for entry in entries if entry), lost=entries.count(None))


def _parse(text: str) -> Any:
    # Takes a tenth of a second, wanted only where a feed is read.
    import feedparser  # type: ignore[import-untyped]

    # Never a bare string: the library would fetch or open what looks like an address or a file.
    return feedparser.parse(
        io.BytesIO(b'<?xml version="1.0" encoding="utf-8"?>' + text.encode("utf-8", "replace")),
        sanitize_html=False,
        resolve_relative_uris=False,
        response_headers={"content-type": "application/xml; charset=utf-8"},
    )


def _parse_alone(start: str, item: str) -> list[Any]:
    try:
        return list(_parse(start + item).entries)
    except Exception:
        return [{}]


def _apart(entries: Iterator[Entry]) -> tuple[Entry, ...]:
    """Each address once: the first entry for it stands. An id that several have is none."""
    first: dict[str, Entry] = {}
    for entry in entries:
        first.setdefault(to_plain(entry.url), entry)
    counts = Counter(entry.key for entry in first.values())
    return tuple(
        entry if counts[entry.key] == 1 else msgspec.structs.replace(entry, key=url) for url, entry in first.items()
    )


def _to_entry(item: Any, base: str, outlet: str | None, dates: tuple[str, ...]) -> Entry | None:
    url = join_url(base, item.get("link") or "") if item.get("link") else None
    if url is None:
        return None
    return Entry(
        url=url,
        key=str(item.get("id") or "").strip() or to_plain(url),
        title=to_line(item.get("title")),
        author=to_line(item.get("author")),
        published=to_moment(next((item[name] for name in dates if name in set(item)), None)),
        outlet=outlet,
        agency=to_line((item.get("source") or {}).get("title")),
        content=_find_content(item),
    )


def _find_content(item: Any) -> str | None:
    """The longest of what an entry holds of its article: some feeds put the text into the summary."""
    texts = [str(part.get("value") or "") for part in item.get("content") or ()]
    return max((*texts, str(item.get("summary") or "")), key=len).strip() or None


def to_line(value: object) -> str | None:
    """Return the text of a field as one line without markup; None where there is none."""
    return " ".join(_TAG.sub(" ", str(value or "")).split()) or None


def to_moment(value: object) -> str | None:
    """Return a date of e-mail (RFC 822) in ISO with the zone it gives; any other as it is, None where there is none."""
    text = " ".join(str(value or "").split())
    try:
        moment: datetime = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return text or None
    return moment.isoformat()
