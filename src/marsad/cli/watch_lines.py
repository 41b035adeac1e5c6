"""A watch in lines for people: what a round did, and what came of each feed so far."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from marsad.acquire.feed_list import Watched
from marsad.cli.rounds import Round
from marsad.store.db import Store
from marsad.store.schema import telling
from marsad.store.watching import Asked, State, count_states, find_asked, find_refused

# A feed that does not answer is asked at twice its interval, then four times, up to this many times.
_SLOWEST = 8
# So many refused articles are told of each feed, the last first.
_REFUSED = 5
_STATES = {State.KEPT: "kept", State.ASIDE: "set aside", State.REFUSED: "refused", State.WAITING: "waiting"}


def find_due(feed: Watched, asked: Asked) -> float:
    """Return the moment when a feed is to be asked next."""
    if asked.moment is None:
        return 0.0
    return asked.moment + feed.every * float(min(2**asked.failures, _SLOWEST))


def to_line(done: Round) -> str:
    """Return what a round did, in one line."""
    parts = [f"{done.feeds} feed{'s' * (done.feeds != 1)} asked"]
    if done.silent:
        parts.append(f"{done.silent} without answer")
    parts += [f"{done.new} new", f"{done.added} added"]
    named = (
        ("replaced", done.replaced),
        ("unchanged", done.unchanged),
        ("set aside", done.aside),
        ("refused", done.refused),
        ("waiting", done.waiting),
    )
    return ", ".join([*parts, *(f"{count} {name}" for name, count in named if count)])


def find_status_lines(store: Store, feeds: Sequence[Watched]) -> Iterator[str]:
    """Yield what came of each feed: when it was asked, what became of its articles, and the last that were refused."""
    for feed in feeds:
        with telling(store.path):
            asked = find_asked(store.connection, feed.url)
            counts = count_states(store.connection, feed.url)
            refused = find_refused(store.connection, feed.url, _REFUSED)
        yield feed.url
        yield f"  {_to_moments(feed, asked)}"
        yield "  " + (
            ", ".join(f"{counts[state]} {name}" for state, name in _STATES.items() if state in counts) or "none"
        )
        for url, reason in refused:
            yield f"  refused  {url}: {reason}"


def _to_moments(feed: Watched, asked: Asked) -> str:
    if asked.moment is None:
        return "not asked yet"
    moment, due = (_to_minute(value) for value in (asked.moment, find_due(feed, asked)))
    silent = f"; without answer {asked.failures} times in a row: {asked.fault}" if asked.failures else ""
    return f"asked {moment}, next {due}{silent}"


def _to_minute(moment: float) -> str:
    return datetime.fromtimestamp(moment).isoformat(" ", "minutes")
