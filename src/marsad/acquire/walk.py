"""A feed, sitemap or index of sitemaps asked once: what it lists now, and what to ask it with next time."""

from collections.abc import Mapping

import msgspec

from marsad.acquire.answers import Failed, Fetched, Unchanged
from marsad.acquire.bounded import Cut, Garbled, TooLarge, unpack
from marsad.acquire.feeds import Feed, parse_feed
from marsad.acquire.web import Fetcher
from marsad.model import Entry, Validators

# A feed of ten thousand entries has no more than this; what is larger is no feed.
FEED_SIZE = 30_000_000
# Of an index, so many sitemaps that changed last are looked into; and so deep may indexes lie in indexes.
_SITEMAPS = 12
_DEPTH = 2


class Walk(msgspec.Struct, frozen=True):
    """What was listed: `entries`, and `seen`, the validators of each address that was read. `fault` says why nothing
    came, `is_unchanged` that nothing is new since the last time; `faults` are the sitemaps of an index that did not
    come, `left` how many were not asked for, `lost` how many entries had no address."""

    asked: str
    entries: tuple[Entry, ...] = ()
    seen: tuple[tuple[str, Validators], ...] = ()
    lost: int = 0
    left: int = 0
    is_unchanged: bool = False
    fault: Failed | None = None
    faults: tuple[Failed, ...] = ()


def walk_feed(
    fetcher: Fetcher, url: str, known: Mapping[str, Validators], *, robots: bool = True, depth: int = 0
) -> Walk:
    """Ask a feed, conditionally where validators of it are `known`. Without `robots` its own address is asked for even
    if the host's robots.txt bars programs from it. `depth` counts the indexes above it."""
    found = fetcher.fetch(url, validators=known.get(url), size=FEED_SIZE, robots=robots)
    if isinstance(found, Failed):
        return Walk(url, fault=found)
    if isinstance(found, Unchanged):
        return Walk(url, is_unchanged=True)
    feed = to_feed(found)
    if feed is None or (feed.sitemaps and depth >= _DEPTH):
        return Walk(url, fault=Failed(url, "is neither a feed (RSS, Atom) nor a sitemap"))
    return walk_on(fetcher, found, feed, known, depth)


def to_feed(found: Fetched) -> Feed | None:
    """Return what was fetched as a feed or sitemap, also a packed one; None where it is neither."""
    try:
        return parse_feed(unpack(found.content, FEED_SIZE), found.url, found.charset)
    except (TooLarge, Garbled, Cut):
        return None


def walk_on(fetcher: Fetcher, found: Fetched, feed: Feed, known: Mapping[str, Validators], depth: int = 0) -> Walk:
    """Add to a feed what the sitemaps list that it names. An index is never asked conditionally: many say nothing of a
    change in what they name."""
    if not feed.sitemaps:
        return Walk(found.asked, feed.entries, ((found.asked, found.validators),), feed.lost)
    walks = [walk_feed(fetcher, url, known, depth=depth + 1) for url in feed.sitemaps[:_SITEMAPS]]
    entries = {entry.url: entry for walk in walks for entry in walk.entries}
    faults = [walk.fault for walk in walks if walk.fault is not None]
    return Walk(
        asked=found.asked,
        entries=tuple(entries.values()),
        seen=tuple(pair for walk in walks for pair in walk.seen),
        lost=sum(walk.lost for walk in walks),
        left=len(feed.sitemaps[_SITEMAPS:]) + sum(walk.left for walk in walks),
        is_unchanged=all(walk.is_unchanged for walk in walks),
        fault=faults[0] if len(faults) == len(walks) else None,
        faults=(*faults, *(fault for walk in walks for fault in walk.faults)),
    )
