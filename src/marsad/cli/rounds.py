"""Rounds of a watch: feeds are asked, what they tell of is written down, then fetched, read and kept, one by one.

Every step is written down after it is done, and every step can be done twice without harm; so a watch that is ended in
any way, in any place, goes on where it was.
"""

from collections.abc import Callable, Sequence

import msgspec

from marsad.acquire.answers import Failed, Fetched, Outcome, Unchanged
from marsad.acquire.feed_list import Watched
from marsad.acquire.gather import gather
from marsad.acquire.urls import to_plain
from marsad.acquire.walk import Walk, walk_feed
from marsad.acquire.web import Fetcher
from marsad.acquire.web_pages import to_own_page, to_page
from marsad.lexicon.load import Lexicon
from marsad.model import AsideKind, Page, Reading, Refused, SetAside
from marsad.pipeline import read_pages
from marsad.record import resolve
from marsad.store.db import Added, Store
from marsad.store.schema import telling
from marsad.store.watching import (
    State,
    Told,
    count_waiting,
    find_visit,
    find_visited,
    find_waiting,
    keep_fault,
    keep_visit,
    keep_walk,
    load_validators,
    postpone,
    settle,
)

# An article is tried so often, over two days; the first wait between two tries is doubled each time, up to the longest.
_TRIES = 14
_FIRST_WAIT, _LONGEST_WAIT = 300.0, 21_600.0
# A host may ask for a longer wait, but not for ever.
_DAY = 86_400.0
# After so long no further article is fetched in a round: a host that wants minutes between two requests must not keep
# the feeds of others waiting.
_LONGEST_ROUND = 600.0
# What is true of the article, not of its page alone: the text in the feed would be set aside as well.
_FINAL = (AsideKind.LANGUAGE, AsideKind.OFF_TOPIC)


class Round(msgspec.Struct):
    """What a round did: feeds asked, among them `silent` ones; articles told of that are `new`; what became of those
    that were fetched: `aside` are no articles or not about states, `waiting` are to be fetched in a later round."""

    feeds: int = 0
    silent: int = 0
    new: int = 0
    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    aside: int = 0
    refused: int = 0
    waiting: int = 0


class Watch:
    """Keeps a database up to date with feeds. `tell` is given what was refused, as it happens."""

    def __init__(
        self,
        store: Store,
        fetcher: Fetcher,
        lexicon: Lexicon,
        *,
        clock: Callable[[], float],
        is_stopped: Callable[[], bool],
        tell: Callable[[Refused], None],
    ) -> None:
        self._store, self._fetcher, self._lexicon = store, fetcher, lexicon
        self._clock, self._is_stopped, self._tell = clock, is_stopped, tell

    def run(self, feeds: Sequence[Watched]) -> Round:
        """Ask the feeds; fetch, read and keep what waits. When stopped, ends early with everything written down.

        Raises StoreError where the database cannot be written; what was done until then is kept.
        """
        done = Round(feeds=len(feeds))
        with telling(self._store.path):
            self._ask(feeds, done)
            self._fetch(feeds, done)
            if not self._is_stopped():  # what is not set beside the others now is so the next time
                resolve(self._store, self._lexicon)
            done.waiting = count_waiting(self._store.connection, [feed.url for feed in feeds])
        return done

    def _ask(self, feeds: Sequence[Watched], done: Round) -> None:
        known = load_validators(self._store.connection)

        def walk(feed: Watched) -> Walk:
            return walk_feed(self._fetcher, feed.url, known, robots=feed.robots)

        for feed, found in gather([(feed.url, feed) for feed in feeds], walk, self._is_stopped):
            if self._is_stopped():
                return
            if found.fault is not None:
                done.silent += 1
                keep_fault(self._store.connection, feed.url, found.fault.reason, self._clock())
                self._tell(Refused(found.fault.asked, None, found.fault.reason))
                continue
            entries = [(to_plain(entry.url), entry) for entry in found.entries]
            done.new += keep_walk(self._store.connection, feed.url, entries, found.seen, self._clock())
            self._tell_gaps(found)

    def _tell_gaps(self, found: Walk) -> None:
        """Tell what a feed listed that cannot be had. Sitemaps that were left out are old ones: those changed last are
        asked, every round."""
        for fault in found.faults:
            self._tell(Refused(fault.asked, None, fault.reason))
        if found.lost:
            self._tell(Refused(found.asked, None, f"{found.lost} entries have no address"))

    def _fetch(self, feeds: Sequence[Watched], done: Round) -> None:
        outlets = {feed.url: feed.outlet for feed in feeds}
        waiting = [
            told for feed in feeds for told in find_waiting(self._store.connection, feed.url, self._clock(), feed.limit)
        ]
        visits = {told.key: find_visit(self._store.connection, to_plain(told.entry.url)) for told in waiting}

        def fetch(told: Told) -> Outcome:
            return self._fetcher.fetch(told.entry.url, validators=visits[told.key])

        end = self._clock() + _LONGEST_ROUND

        def is_over() -> bool:
            return self._is_stopped() or self._clock() > end

        for told, found in gather([(told.entry.url, told) for told in waiting], fetch, is_over):
            if self._is_stopped() and isinstance(found, Failed):
                return
            self._settle(told, found, outlets[told.feed], done)

    def _settle(self, told: Told, found: Outcome, outlet: str | None, done: Round) -> None:
        """Read and keep what was fetched; then write down that it is done."""
        if isinstance(found, Unchanged):
            article = find_visited(self._store.connection, to_plain(told.entry.url))
            settle(self._store.connection, told.key, State.KEPT, article=article)
            done.unchanged += 1
        elif isinstance(found, Failed) and found.is_passing and told.tries + 1 < _TRIES:
            wait = max(min(found.wait or 0.0, _DAY), min(_FIRST_WAIT * 2**told.tries, _LONGEST_WAIT))
            postpone(self._store.connection, told.key, found.reason, self._clock() + wait)
        else:
            self._keep(told, found, outlet, done)

    def _keep(self, told: Told, found: Fetched | Failed, outlet: str | None, done: Round) -> None:
        result = self._read(told, found, outlet)
        if isinstance(result, Refused) and told.article is not None:  # what was kept of it before stays
            settle(self._store.connection, told.key, State.KEPT, reason=result.reason)
            done.unchanged += 1
        elif isinstance(result, SetAside):
            self._store.set_aside(result)
            settle(self._store.connection, told.key, State.ASIDE, reason=result.reason)
            done.aside += 1
        elif isinstance(result, Refused):
            settle(self._store.connection, told.key, State.REFUSED, reason=result.reason)
            done.refused += 1
            self._tell(result)
        else:
            added = self._store.add(result)
            if isinstance(found, Fetched):
                keep_visit(self._store.connection, to_plain(told.entry.url), found.validators, result.article.id)
            settle(self._store.connection, told.key, State.KEPT, article=result.article.id)
            done.added += added is Added.ADDED
            done.replaced += added is Added.REPLACED
            done.unchanged += added is Added.UNCHANGED

    def _read(self, told: Told, found: Fetched | Failed, outlet: str | None) -> Reading | Refused:
        """Read the page; where it holds no article, the text that the feed holds, if that is whole."""
        page = to_page(found, told.entry) if isinstance(found, Fetched) else Refused(found.asked, None, found.reason)
        result = self._read_page(page, told, outlet)
        own = to_own_page(told.entry)
        if own is None or not isinstance(result, Refused) or (isinstance(result, SetAside) and result.kind in _FINAL):
            return result
        return self._read_page(own, told, outlet)

    def _read_page(self, page: Page | Refused, told: Told, outlet: str | None) -> Reading | Refused:
        """Read a page; one that was kept before stays under its id, wherever its address leads now."""
        if isinstance(page, Page):
            page = msgspec.structs.replace(page, id=told.article or page.id, outlet=outlet)
        return next(iter(read_pages((page,), self._lexicon, workers=1, keep=frozenset())))
