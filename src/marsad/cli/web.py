"""Addresses on the command line as pages: pages, feeds and sitemaps with the articles they list, lists in files."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from marsad.acquire.answers import Failed, Fetched, Outcome
from marsad.acquire.gather import gather
from marsad.acquire.urls import find_listed, is_list, is_url, parse_url, to_plain
from marsad.acquire.walk import FEED_SIZE, Walk, to_feed, walk_on
from marsad.acquire.web import Fetcher
from marsad.acquire.web_pages import to_own_page, to_page
from marsad.cli.given import Given
from marsad.cli.progress import watch_fetching
from marsad.model import Entry, Page, Reading, Refused, Validators
from marsad.store.db import Store
from marsad.store.schema import telling
from marsad.store.watching import find_visit, keep_visit


class Places(msgspec.Struct, frozen=True):
    """Arguments sorted: addresses, those in lists of addresses included, each page once; files and folders; and lines
    of lists that are no addresses."""

    urls: tuple[str, ...]
    paths: tuple[Path, ...]
    faults: tuple[Refused, ...]


def sort_places(places: Sequence[str]) -> Places:
    """Tell addresses, lists of addresses, and files and folders apart."""
    urls: dict[str, str] = {}
    paths: list[Path] = []
    faults: list[Refused] = []
    for place in places:
        if is_url(place):
            urls.setdefault(to_plain(place), place)
        elif Path(place).is_file() and is_list(Path(place)):
            for number, line in find_listed(Path(place)):
                if parse_url(line) is None:
                    faults.append(Refused(place, number, f"is no address of a page: {line[:80]}"))
                else:
                    urls.setdefault(to_plain(line), line)
        else:
            paths.append(Path(place))
    return Places(tuple(urls.values()), tuple(paths), tuple(faults))


class WebPages:
    """Fetches addresses as pages. `unchanged` counts those that are kept already and did not change."""

    def __init__(self, fetcher: Fetcher, store: Store | None, given: Given, limit: int) -> None:
        """`limit` is how many articles are taken from each feed. Without a store everything is fetched anew."""
        self._fetcher, self._store, self._given, self._limit = fetcher, store, given, limit
        self.unchanged = 0
        self._fetched: dict[str, tuple[str, Validators]] = {}

    def find(self, places: Places) -> Iterator[Page | Refused]:
        """Yield the pages of addresses as they come, then the articles of those that are feeds or sitemaps."""
        yield from places.faults
        listed: dict[str, Entry] = {}
        for entry, found in self._fetch([Entry(url, url) for url in places.urls], FEED_SIZE):
            feed = to_feed(found) if isinstance(found, Fetched) else None
            if feed is None:
                yield from self._to_pages(None if isinstance(found, Fetched) else entry, found)
                continue
            assert isinstance(found, Fetched)
            walk = walk_on(self._fetcher, found, feed, {})
            for told in walk.entries[: self._limit]:
                listed.setdefault(to_plain(told.url), told)
            yield from self._find_gaps(walk)
        for entry, found in self._fetch(list(listed.values()), None):
            yield from self._to_pages(entry, found)

    def keep(self, reading: Reading) -> None:
        """Remember that a page is kept, so that it is not sent again unless it changes."""
        url, validators = self._fetched.get(reading.article.id, (None, None))
        if self._store is not None and url is not None and validators is not None:
            with telling(self._store.path):
                keep_visit(self._store.connection, url, validators, reading.article.id)

    def _fetch(self, entries: list[Entry], size: int | None) -> Iterator[tuple[Entry, Outcome]]:
        visits = self._find_visits(entries)

        def fetch(entry: Entry) -> Outcome:
            return self._fetcher.fetch(entry.url, validators=visits.get(entry.url), size=size)

        results = gather([(entry.url, entry) for entry in entries], fetch, lambda: False)
        return watch_fetching(results, len(entries))

    def _find_visits(self, entries: list[Entry]) -> dict[str, Validators | None]:
        if self._store is None:
            return {}
        with telling(self._store.path):
            return {entry.url: find_visit(self._store.connection, to_plain(entry.url)) for entry in entries}

    def _to_pages(self, entry: Entry | None, found: Outcome) -> Iterator[Page | Refused]:
        """Yield the page of an article, or the text that its feed holds, or why there is neither; nothing where it is
        kept already."""
        if isinstance(found, Fetched):
            page = to_page(found, entry)
        elif isinstance(found, Failed):
            page = Refused(found.asked, None, found.reason)
        else:
            self.unchanged += 1
            return
        if isinstance(page, Refused):
            page = (to_own_page(entry) if entry else None) or page
        if isinstance(page, Page):
            if page.id in self._fetched:  # two addresses led to one page
                self.unchanged += 1
                return
            validators = found.validators if isinstance(found, Fetched) else Validators()
            self._fetched[page.id] = (to_plain(found.asked), validators)
            page = msgspec.structs.replace(page, outlet=self._given.outlet, published=self._given.published)
        yield page

    def _find_gaps(self, walk: Walk) -> Iterator[Refused]:
        """Yield what a feed lists that is not taken or cannot be had."""
        yield from (Refused(fault.asked, None, fault.reason) for fault in walk.faults)
        if len(walk.entries) > self._limit:
            yield Refused(
                walk.asked, None, f"lists {len(walk.entries) - self._limit} more articles; --limit takes more"
            )
        if walk.left:
            yield Refused(walk.asked, None, f"names {walk.left} more sitemaps; add them by their own addresses")
        if walk.lost:
            yield Refused(walk.asked, None, f"{walk.lost} entries have no address")
