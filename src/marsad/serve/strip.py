"""The strip above a timeline: one stem per event, up for cooperation and down for conflict, as places in an SVG box."""

from datetime import date

import msgspec

from marsad.lexicon.plover import to_score
from marsad.model.relation import Dating, Happening

WIDTH, HEIGHT, MARGIN = 1000, 180, 24
_MIDDLE = HEIGHT // 2 - 8
_REACH = _MIDDLE - 14  # pixels that a score of 10 reaches from the middle line
_MOST_TICKS = 12


class Stem(msgspec.Struct, frozen=True):
    """One event: `number` is its place in the timeline, `x` and `y` the end of its stem, in SVG units."""

    number: int
    x: float
    y: float
    is_stated: bool


class Tick(msgspec.Struct, frozen=True):
    """A year on the axis."""

    x: float
    label: str


class Strip(msgspec.Struct, frozen=True):
    """Everything the SVG needs. `middle` is the height of the axis."""

    width: int
    height: int
    middle: int
    stems: tuple[Stem, ...]
    ticks: tuple[Tick, ...]


def to_strip(happenings: tuple[Happening, ...], *, is_mirrored: bool) -> Strip | None:
    """Place the dated events on an axis of whole years; None where nothing is dated. Mirrored: time runs left.

    What the two did together to others is left out: its score says nothing of how they stand to each other.
    """
    shown = ((number, line) for number, line in enumerate(happenings) if not line.is_joint)
    days = {number: day for number, line in shown if (day := _to_day(line)) is not None}
    if not days:
        return None
    first, last = min(days.values()).year, max(days.values()).year + 1
    start, length = date(first, 1, 1).toordinal(), date(last, 1, 1).toordinal() - date(first, 1, 1).toordinal()

    def place(day: date) -> float:
        share = (day.toordinal() - start) / length
        return round(MARGIN + (WIDTH - 2 * MARGIN) * (1 - share if is_mirrored else share), 1)

    step = -(-(last - first) // _MOST_TICKS)
    return Strip(
        WIDTH,
        HEIGHT,
        _MIDDLE,
        tuple(_to_stem(number, happenings[number], place(day)) for number, day in days.items()),
        tuple(Tick(place(date(year, 1, 1)), str(year)) for year in range(first, last + 1, step)),
    )


def _to_day(line: Happening) -> date | None:
    """The middle of a period, so that an imprecise date stands at neither end; the known bound of an open one."""
    days = [date.fromisoformat(day).toordinal() for day in (line.when.earliest, line.when.latest) if day]
    return date.fromordinal(sum(days) // len(days)) if days else None


def _to_stem(number: int, line: Happening, x: float) -> Stem:
    score = to_score(line.type, line.mode)
    return Stem(number, x, round(_MIDDLE - _REACH * score / 10, 1), line.when.dating is Dating.STATED)
