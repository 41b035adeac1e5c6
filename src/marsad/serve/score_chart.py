"""The monthly score as places in an SVG box: a dot a month with the interval it lies in."""

from collections.abc import Callable

import msgspec

from marsad.model.briefing import Score

WIDTH, HEIGHT, MARGIN = 1000, 200, 34
_TOP, _BOTTOM = 12, 172
_HIGHEST = 10
_MOST_TICKS = 12


class Dot(msgspec.Struct, frozen=True):
    """One month: `number` is its place among the points; `high` and `low` are the ends of its interval."""

    number: int
    x: float
    y: float
    high: float
    low: float


class Mark(msgspec.Struct, frozen=True):
    """A year on the axis or a value beside it."""

    place: float
    label: str


class ScoreChart(msgspec.Struct, frozen=True):
    """Everything the SVG needs, in its units. `middle` is the height of score 0."""

    width: int
    height: int
    middle: float
    dots: tuple[Dot, ...]
    years: tuple[Mark, ...]
    values: tuple[Mark, ...]


def to_score_chart(score: Score, *, is_mirrored: bool) -> ScoreChart | None:
    """Place the months on an axis of whole years; None where there are none. Mirrored: time runs left."""
    if not score.points:
        return None
    first, last = int(score.points[0].month[:4]), int(score.points[-1].month[:4]) + 1
    place = _to_scale(first, last, is_mirrored=is_mirrored)
    step = -(-(last - first) // _MOST_TICKS)
    return ScoreChart(
        WIDTH,
        HEIGHT,
        _to_height(0),
        tuple(
            Dot(number, place(_to_years(point.month)), *map(_to_height, (point.mean, point.high, point.low)))
            for number, point in enumerate(score.points)
        ),
        tuple(Mark(place(year), str(year)) for year in range(first, last + 1, step)),
        tuple(Mark(_to_height(value), str(value)) for value in (-_HIGHEST, 0, _HIGHEST)),
    )


def _to_scale(first: int, last: int, *, is_mirrored: bool) -> Callable[[float], float]:
    def place(years: float) -> float:
        share = (years - first) / (last - first)
        return round(MARGIN + (WIDTH - 2 * MARGIN) * (1 - share if is_mirrored else share), 1)

    return place


def _to_years(month: str) -> float:
    """The middle of a month in years."""
    year, number = month.split("-")
    return int(year) + (int(number) - 0.5) / 12


def _to_height(score: float) -> float:
    return round(_TOP + (_BOTTOM - _TOP) * (_HIGHEST - score) / (2 * _HIGHEST), 1)
