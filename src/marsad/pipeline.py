"""The stages composed in plain sight: a page is cleaned, the article read. Many pages are read by several processes.

The unit of work is a batch of pages, read by a pure function. A worker process that dies is replaced and its batches
are read again; a page that keeps killing workers is refused, the others are not lost.
"""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from marsad.clean import clean
from marsad.errors import InputError
from marsad.lexicon.load import Lexicon
from marsad.model import Article, Aside, AsideKind, Page, Reading, Refused, SetAside
from marsad.read.reader import read
from marsad.read.topic import find_off_topic

# Pages a worker takes at a time: enough to hide the cost of handing them over, few enough to lose little with a worker.
_BATCH = 16
# Batches under way for each worker: it never waits, and memory holds no more than these.
_AHEAD = 3
# Fewer pages than this are read at once in this process: starting others would take longer.
_FEW = 24

_Inputs = tuple[Page | Refused, ...]
_Outputs = tuple[Reading | Refused, ...]


# What is read all the same where nothing else is asked for: whoever gives one article wants to see what is in it.
OFF_TOPIC = frozenset({AsideKind.OFF_TOPIC})
# What can be read all the same; there is nothing to read in an empty page or one in another language.
READABLE = frozenset(AsideKind) - {AsideKind.EMPTY, AsideKind.LANGUAGE}


def read_page(page: Page, lexicon: Lexicon, *, keep: frozenset[AsideKind] = OFF_TOPIC) -> Reading:
    """Return the reading of a page. Raises InputError where it is set aside as something not in `keep`."""
    found = sort_page(page, lexicon, keep=keep)
    if isinstance(found, SetAside):
        raise InputError(found.reason, origin=found.origin)
    return found


def sort_page(page: Page, lexicon: Lexicon, *, keep: frozenset[AsideKind] = OFF_TOPIC) -> Reading | SetAside:
    """Return the reading of a page, or that it is set aside: no article, not Arabic, not about states.

    What is of a kind in `keep` is read all the same, if there is anything to read.
    """
    article = clean(page, lexicon)
    if article.aside is not None and article.aside.kind not in keep & READABLE:
        return to_set_aside(article, article.aside)
    reading = read(article, lexicon)
    aside = None if AsideKind.OFF_TOPIC in keep else find_off_topic(reading, lexicon)
    return reading if aside is None else to_set_aside(article, aside)


def to_set_aside(article: Article, aside: Aside) -> SetAside:
    """Return the record of an article that is not read on."""
    return SetAside(
        origin=article.origin,
        line=None,
        reason=aside.reason,
        id=article.id,
        digest=article.digest,
        kind=aside.kind,
        url=article.url,
        outlet=article.outlet,
        title=article.title.of(article.text) if article.title else None,
    )


def read_pages(
    pages: Iterable[Page | Refused],
    lexicon: Lexicon,
    *,
    workers: int | None = None,
    keep: frozenset[AsideKind] = OFF_TOPIC,
) -> Iterator[Reading | Refused]:
    """Yield a reading for each page, or why there is none, in the order of the pages; refused input is passed through.

    A page that is set aside comes as `SetAside`, unless its kind is in `keep` (see `sort_page`). `workers` processes
    read at once (None: one for each core); 1, or few pages, means this process. No page stops the others.
    """
    stream = iter(pages)
    workers = workers or os.cpu_count() or 1
    first = tuple(islice(stream, _FEW if workers > 1 else 0))
    if workers == 1 or len(first) < _FEW:
        yield from _read_batch(first, lexicon, keep)
        for page in stream:
            yield _read_or_refuse(page, lexicon, keep)
        return
    yield from _Crew(lexicon, workers, keep).read(_batched(first, stream))


def _read_or_refuse(page: Page | Refused, lexicon: Lexicon, keep: frozenset[AsideKind]) -> Reading | Refused:
    """An unforeseen error is told with its page, so that one odd page does not cost a night's work on the others."""
    if isinstance(page, Refused):
        return page
    try:
        return sort_page(page, lexicon, keep=keep)
    except Exception as error:
        return Refused(page.origin, None, f"could not be read, please report this ({type(error).__name__}: {error})")


def _read_batch(batch: _Inputs, lexicon: Lexicon, keep: frozenset[AsideKind]) -> _Outputs:
    return tuple(_read_or_refuse(page, lexicon, keep) for page in batch)


def _batched(first: _Inputs, stream: Iterator[Page | Refused]) -> Iterator[_Inputs]:
    for start in range(0, len(first), _BATCH):
        yield first[start : start + _BATCH]
    while batch := tuple(islice(stream, _BATCH)):
        yield batch


class _Crew:
    """Worker processes that read batches in order, made anew when one of them dies."""

    def __init__(self, lexicon: Lexicon, workers: int, keep: frozenset[AsideKind]) -> None:
        self._lexicon, self._workers, self._keep = lexicon, workers, keep
        self._pool = self._make_pool()

    def read(self, batches: Iterator[_Inputs]) -> Iterator[Reading | Refused]:
        """Yield what the batches give, in order."""
        pending: deque[tuple[_Inputs, Future[_Outputs]]] = deque()
        try:
            while True:
                while len(pending) < self._workers * _AHEAD and (batch := next(batches, None)):
                    pending.append((batch, self._submit(batch)))
                if not pending:
                    return
                batch, future = pending.popleft()
                try:
                    yield from future.result()
                except BrokenProcessPool:
                    yield from self._recover(batch)
                    pending = deque((waiting, self._again(waiting, future)) for waiting, future in pending)
        finally:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def _recover(self, batch: _Inputs) -> Iterator[Reading | Refused]:
        """Read a batch again with new workers, page by page: the page that kills its worker again is refused."""
        self._replace_pool()
        for page in batch:
            try:
                yield from self._submit((page,)).result()
            except BrokenProcessPool:
                yield Refused(page.origin, None, "reading it ended the worker process (out of memory?)")
                self._replace_pool()

    def _again(self, batch: _Inputs, future: Future[_Outputs]) -> Future[_Outputs]:
        """Keep what was read before the workers were lost, submit the rest anew."""
        is_read = future.done() and not future.cancelled() and future.exception() is None
        return future if is_read else self._submit(batch)

    def _submit(self, batch: _Inputs) -> Future[_Outputs]:
        try:
            return self._pool.submit(_work, batch, self._keep)
        except BrokenProcessPool:
            self._replace_pool()
            return self._pool.submit(_work, batch, self._keep)

    def _replace_pool(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = self._make_pool()

    def _make_pool(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._workers, initializer=_start, initargs=(self._lexicon,))


# The lexicon of a worker process: handed over once when it starts, not with every batch.
_worker_lexicon: Lexicon | None = None


def _start(lexicon: Lexicon) -> None:
    global _worker_lexicon
    _worker_lexicon = lexicon


def _work(batch: _Inputs, keep: frozenset[AsideKind]) -> _Outputs:
    assert _worker_lexicon is not None
    return _read_batch(batch, _worker_lexicon, keep)
