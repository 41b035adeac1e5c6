"""The score of a relation month by month, and whether it moves.

A month's score is the mean of the PLOVER values (-10 to 10) of its happenings, each counted once however many articles
tell it. The 95 % interval is the mean plus or minus 1.96 s / sqrt(n), where n is the number of happenings in the month
and s the standard deviation over all happenings of the relation, at least 2: pooling it gives a month with one event a
wide interval instead of none.
"""

from collections.abc import Iterable
from math import sqrt
from statistics import fmean, pstdev

from marsad.lexicon.plover import to_score
from marsad.model import EventStatus, EventType
from marsad.model.briefing import Score, ScorePoint, Trend
from marsad.model.relation import Happening
from marsad.resolve.held import is_held

_LEAST_DEVIATION = 2.0
_SURE = 1.96
_MONTHS = 12


def find_score(happenings: Iterable[Happening]) -> Score:
    """Return the score of the happenings between two sides.

    Left out are plans, denials and suppositions (but for threats, which are made by being uttered), what is only
    somebody's claim, and what the two did together to others. An imprecise date counts where it lies in one month.
    """
    told = tuple(happenings)
    counted = [line for line in told if _counts(line)]
    by_month: dict[str, list[Happening]] = {}
    for line in counted:
        if month := _find_month(line):
            by_month.setdefault(month, []).append(line)
    values = [to_score(line.type, line.mode) for line in counted]
    deviation = max(_LEAST_DEVIATION, pstdev(values)) if values else _LEAST_DEVIATION
    trend, recent, before = _find_trend(by_month, deviation)
    return Score(
        points=tuple(_to_point(month, by_month[month], deviation) for month in sorted(by_month)),
        deviation=round(deviation, 2),
        undated=len(counted) - sum(map(len, by_month.values())),
        left_out=len(told) - len(counted),
        trend=trend,
        recent=recent,
        before=before,
    )


def _counts(line: Happening) -> bool:
    is_uttered = line.type is EventType.THREATEN and line.status is EventStatus.HYPOTHETICAL
    return (is_held(line) or is_uttered) and not line.is_claim and not line.is_joint


def _find_month(line: Happening) -> str | None:
    first, last = line.when.earliest, line.when.latest
    return first[:7] if first and last and first[:7] == last[:7] else None


def _to_point(month: str, lines: list[Happening], deviation: float) -> ScorePoint:
    mean = fmean(to_score(line.type, line.mode) for line in lines)
    reach = _SURE * deviation / sqrt(len(lines))
    return ScorePoint(
        month=month,
        mean=round(mean, 2),
        low=round(max(-10.0, mean - reach), 2),
        high=round(min(10.0, mean + reach), 2),
        happenings=tuple(line.id for line in lines),
    )


def _find_trend(by_month: dict[str, list[Happening]], deviation: float) -> tuple[Trend, float | None, float | None]:
    """Compare the twelve months up to the last one known with the twelve before; steady where chance may be enough."""
    if not by_month:
        return Trend.UNKNOWN, None, None
    last = _count_months(max(by_month))
    values: tuple[list[float], list[float]] = ([], [])
    for month, lines in by_month.items():
        age = last - _count_months(month)
        if age < 2 * _MONTHS:
            values[age >= _MONTHS].extend(to_score(line.type, line.mode) for line in lines)
    recent, before = (round(fmean(part), 2) if part else None for part in values)
    if recent is None or before is None:
        return Trend.UNKNOWN, recent, before
    chance = _SURE * deviation * sqrt(1 / len(values[0]) + 1 / len(values[1]))
    if abs(recent - before) <= chance:
        return Trend.STEADY, recent, before
    return Trend.RISING if recent > before else Trend.FALLING, recent, before


def _count_months(month: str) -> int:
    year, number = month.split("-")
    return int(year) * 12 + int(number)
