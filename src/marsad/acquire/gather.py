"""Many addresses at once, each host by one thread: a slow host holds up nobody, no host is asked twice at a time."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from queue import Empty, Full, Queue
from typing import TypeVar

from marsad.acquire.urls import parse_url

Job = TypeVar("Job")
Result = TypeVar("Result")

_THREADS = 8
# Results that wait to be taken; memory holds no more pages than these.
_AHEAD = 8
_GLANCE = 0.1


def gather(
    jobs: Sequence[tuple[str, Job]], work: Callable[[Job], Result], is_stopped: Callable[[], bool]
) -> Iterator[tuple[Job, Result]]:
    """Yield each job with its result as they come. `jobs` are addresses with what `work` is to be given; the jobs of a
    host are done in order. When stopped, or left by the caller, jobs not begun are not done. What `work` raises is
    raised here."""
    groups = _by_host(jobs)
    results: Queue[tuple[Job, Result | Exception]] = Queue(_AHEAD)
    left = threading.Event()
    queue: Queue[list[Job]] = Queue()
    for group in groups:
        queue.put(group)

    def hand_over(job: Job, result: Result | Exception) -> None:
        while not left.is_set():
            with suppress(Full):
                results.put((job, result), timeout=_GLANCE)
                return

    def run() -> None:
        with suppress(Empty):
            while True:
                for job in queue.get_nowait():
                    if left.is_set() or is_stopped():
                        return
                    try:
                        hand_over(job, work(job))
                    except Exception as error:
                        hand_over(job, error)

    threads = [threading.Thread(target=run, daemon=True) for _ in range(min(_THREADS, len(groups)))]
    for thread in threads:
        thread.start()
    try:
        while any(thread.is_alive() for thread in threads) or not results.empty():
            try:
                job, result = results.get(timeout=_GLANCE)
            except Empty:
                continue
            if isinstance(result, Exception):
                raise result
            yield job, result
    finally:
        left.set()


def _by_host(jobs: Sequence[tuple[str, Job]]) -> list[list[Job]]:
    groups: dict[str, list[Job]] = {}
    for address, job in jobs:
        url = parse_url(address)
        groups.setdefault(url.host if url is not None else "", []).append(job)
    return list(groups.values())
