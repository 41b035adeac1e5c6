"""Sitemaps, news sitemaps and indexes of sitemaps. Read by their flat and fixed shape, not as XML: many hold addresses
with a bare "&" or are cut off, and nothing in the format needs more."""

import html
import re

from marsad.acquire.urls import join_url, to_plain
from marsad.model import Entry

_OPENING = re.compile(r"<(url|sitemap)\b[^>]*>", re.IGNORECASE)
_FIELD = re.compile(
    r"<(loc|lastmod|news:(?:title|name|publication_date))>\s*(?:<!\[CDATA\[(.{0,4000}?)\]\]>|([^<]*)<)",
    re.DOTALL | re.IGNORECASE,
)


def find_sitemap(text: str, base: str) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """Return the articles of a sitemap and the addresses of further ones, each as they changed, the last first; among
    sitemaps alike those that are called news."""
    entries: dict[str, tuple[str, Entry]] = {}
    sitemaps: list[tuple[str, bool, str]] = []
    _, *parts = _OPENING.split(text)
    for kind, block in zip(parts[::2], parts[1::2], strict=True):
        fields: dict[str, str] = {}
        for found in _FIELD.finditer(block):
            fields.setdefault(found[1].lower(), " ".join(html.unescape(found[2] or found[3] or "").split()))
        url = join_url(base, fields["loc"]) if fields.get("loc") else None
        if url is None:
            continue
        if kind.lower() == "sitemap":
            sitemaps.append((fields.get("lastmod", ""), "news" in url.lower(), url))
        else:
            day = fields.get("news:publication_date") or fields.get("lastmod", "")
            entries.setdefault(to_plain(url), (day, _to_entry(url, fields)))
    sitemaps.sort(key=lambda known: known[:2], reverse=True)
    newest = sorted(entries.values(), key=lambda known: known[0], reverse=True)
    return tuple(entry for _, entry in newest), tuple(dict.fromkeys(url for *_, url in sitemaps))


def _to_entry(url: str, fields: dict[str, str]) -> Entry:
    """The day of a change (`lastmod`) is no day of publication and is not taken for one."""
    return Entry(
        url=url,
        key=to_plain(url),
        title=fields.get("news:title") or None,
        published=fields.get("news:publication_date") or None,
        outlet=fields.get("news:name") or None,
    )
