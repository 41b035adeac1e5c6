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
from marsad.model import Page, Reading, Refused
from marsad.read.reader import read

# Pages a worker takes at a time: enough to hide the cost of handing them over, few enough to lose little with a worker.
_BATCH = 16
# Batches under way for each worker: it never waits, and memory holds no more than these.
_AHEAD = 3
# Fewer pages than this are read at once in this process: starting others would take longer.
_FEW = 24

_Inputs = tuple[Page | Refused, ...]
_Outputs = tuple[Reading | Refused, ...]


def read_page(page: Page, lexicon: Lexicon) -> Reading:
    """Return the reading of a page. Raises InputError where it holds no text or none in Arabic."""
    article = clean(page, lexicon)
    if article.language is None:
        raise InputError("holds no text", origin=page.origin)
    if article.language != "ar":
        raise InputError("is not in Arabic", origin=page.origin)
    return read(article, lexicon)


def read_pages(
    pages: Iterable[Page | Refused], lexicon: Lexicon, *, workers: int | None = None
) -> Iterator[Reading | Refused]:
    """Yield a reading for each page, or why there is none, in the order of the pages; refused input is passed through.

    `workers` processes read at once (None: one for each core); 1, or few pages, means this process. No page stops the
    others.
    """
    stream = iter(pages)
    workers = workers or os.cpu_count() or 1
    first = tuple(islice(stream, _FEW if workers > 1 else 0))
    if workers == 1 or len(first) < _FEW:
        yield from _read_batch(first, lexicon)
        for page in stream:
            yield _read_or_refuse(page, lexicon)
        return
    yield from _Crew(lexicon, workers).read(_batched(first, stream))


def _read_or_refuse(page: Page | Refused, lexicon: Lexicon) -> Reading | Refused:
    """An unforeseen error is told with its page, so that one odd page does not cost a night's work on the others."""
    if isinstance(page, Refused):
        return page
    try:
        return read_page(page, lexicon)
    except InputError as error:
        return Refused(error.origin, error.line, error.message)
    except Exception as error:
        return Refused(page.origin, None, f"could not be read, please report this ({type(error).__name__}: {error})")


def _read_batch(batch: _Inputs, lexicon: Lexicon) -> _Outputs:
    return tuple(_read_or_refuse(page, lexicon) for page in batch)


def _batched(first: _Inputs, stream: Iterator[Page | Refused]) -> Iterator[_Inputs]:
    for start in range(0, len(first), _BATCH):
        yield first[start : start + _BATCH]
    while batch := tuple(islice(stream, _BATCH)):
        yield batch


class _Crew:
    """Worker processes that read batches in order, made anew when one of them dies."""

    def __init__(self, lexicon: Lexicon, workers: int) -> None:
        self._lexicon, self._workers = lexicon, workers
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
            return self._pool.submit(_work, batch)
        except BrokenProcessPool:
            self._replace_pool()
            return self._pool.submit(_work, batch)

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


def _work(batch: _Inputs) -> _Outputs:
    assert _worker_lexicon is not None
    return _read_batch(batch, _worker_lexicon)
