"""Lookup: under which keys and days an event or article is kept, and under which those are that may be one with it.

Whether two members find each other depends on these two alone, and what one finds finds it: the windows here are wider
than what `find_tie` and `find_story_tie` accept. A key names a kind of event between two sides; events whose day is
known are looked up by month or year together with a person only.
"""

from collections.abc import Iterator

from marsad.model.trace import Gist, Grain, Trace
from marsad.resolve import stories
from marsad.resolve.stories import to_gist_pairs
from marsad.resolve.ties import (
    AHEAD_DAYS,
    AHEAD_DAYS_KNOWN,
    MOST_DAYS_APART,
    REPRINT_DAYS,
    STRICT_DAYS,
    is_told_by_day,
    known_people,
    to_pairs,
    to_sides,
)
from marsad.resolve.traces import LONGEST_DAY, LONGEST_MONTH, LONGEST_YEAR

Place = tuple[str, int]
Query = tuple[str, int, int]

# No window is wider than the periods it is between.
_NEAR = MOST_DAYS_APART + LONGEST_DAY
_ALL = (0, 4_000_000)
_UNKNOWN = 0
_MARKS = {Grain.MONTH: "|M", Grain.YEAR: "|Y", Grain.AHEAD: "|A"}


def to_places(trace: Trace) -> Iterator[Place]:
    """Yield the keys and days under which an event is kept."""
    yield f"s|{trace.passage}", trace.reported[0] or _UNKNOWN
    grain, first = trace.days.grain, trace.days.first
    if first is None:
        return
    mark = _MARKS.get(grain, "")
    for key in _keys(trace):
        yield key + mark, first
        if grain not in (Grain.MONTH, Grain.YEAR):
            for person in sorted(known_people(trace)):
                yield f"{key}@{person}{mark}", first
    if is_told_by_day(trace):
        yield from ((key, first) for key in _loose_keys(trace))


def to_queries(trace: Trace) -> Iterator[Query]:
    """Yield the keys and spans of days under which the events are that may be one with this."""
    reported = trace.reported[0]
    if reported is None:
        yield (f"s|{trace.passage}", *_ALL)
    else:
        yield f"s|{trace.passage}", _UNKNOWN, _UNKNOWN
        yield f"s|{trace.passage}", reported - REPRINT_DAYS, reported + REPRINT_DAYS
    first, last = trace.days.first, trace.days.last
    if first is None or last is None:
        return
    people = sorted(known_people(trace))
    for key in _keys(trace):
        named = [f"{key}@{person}" for person in people]
        match trace.days.grain:
            case Grain.MONTH | Grain.YEAR:
                yield key + "|M", first - LONGEST_MONTH, last
                yield key + "|Y", first - LONGEST_YEAR, last
                yield from ((name, first - LONGEST_DAY - 1, last + 1) for name in named)
            case Grain.AHEAD:
                yield key + "|A", first - _NEAR, first + _NEAR
                yield key, first - LONGEST_DAY, first + AHEAD_DAYS
                yield from ((name, first - LONGEST_DAY, first + AHEAD_DAYS_KNOWN) for name in named)
            case _:
                yield key, first - _NEAR, first + _NEAR
                yield key + "|M", first - LONGEST_MONTH - 1, last + 1
                yield key + "|Y", first - LONGEST_YEAR - 1, last + 1
                yield key + "|A", first - AHEAD_DAYS, last
                yield from ((name + "|A", first - AHEAD_DAYS_KNOWN, last) for name in named)
    if is_told_by_day(trace):
        yield from ((key, first - STRICT_DAYS, first + STRICT_DAYS) for key in _loose_keys(trace))


def to_gist_places(gist: Gist) -> Iterator[Place]:
    """Yield the keys and days under which an article is kept."""
    if gist.news.first is not None:
        yield from ((key, gist.news.first) for key in to_gist_pairs(gist))


def to_gist_queries(gist: Gist) -> Iterator[Query]:
    """Yield the keys and spans of days under which the articles are that may tell the same story."""
    if gist.news.first is not None:
        window = stories.MOST_DAYS_APART + LONGEST_DAY
        yield from ((key, gist.news.first - window, gist.news.first + window) for key in to_gist_pairs(gist))


def _loose_keys(trace: Trace) -> list[str]:
    """Keys for events less alike, of another group or with one side in common, within few days."""
    pairs = [f"*|{pair}" for pair in to_pairs(trace.sides)] if len(trace.sides) > 1 else []
    return pairs + [f"{trace.group}|.{side}" for side in to_sides(trace)]


def _keys(trace: Trace) -> list[str]:
    return [f"{trace.group}|{pair}" for pair in to_pairs(trace.sides)]
