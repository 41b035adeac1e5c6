"""Whether two figures for the same thing can both be true, and whether one only brings the other up to date."""

from marsad.model import Comparison
from marsad.model.measurement import Measurement, Nature
from marsad.model.relation import When
from marsad.resolve.intervals import parse_interval

# `نحو 50` is said of anything from 46 to 54.
_ABOUT = 0.08
# `أكثر من 50` and `أكثر من 55` are two ways to put one figure; `أكثر من 90` is another, though it may be true too.
_LOOSE = 0.2
# Two exact figures that differ by less differ in how they were rounded.
_NEAR = 0.005


def may_agree(one: Measurement, other: Measurement) -> bool:
    """Tell whether both figures can be true: the ranges that their wording and rounding leave open meet."""
    if one.value == other.value:
        return True
    if one.comparison is other.comparison and one.comparison in (Comparison.OVER, Comparison.UNDER):
        return abs(one.value - other.value) <= _LOOSE * max(abs(one.value), abs(other.value))
    low, high = _to_range(one)
    other_low, other_high = _to_range(other)
    return low < other_high and other_low < high


def is_update(one: Measurement, other: Measurement, *, same_voice: bool, is_growing: bool) -> bool:
    """Tell whether the later report's figure takes the place of the earlier one's, instead of gainsaying it.

    A toll grows as it becomes known, a flow while its period runs; and whoever gives another figure on a later day
    than before corrects it. `is_growing`: the words of one report say that its figure is the newer.
    """
    early, late = (one, other) if _day(one.when) <= _day(other.when) else (other, one)
    if is_growing:
        return True
    if not is_before(early.when, late.when):
        return False
    grew = late.value > early.value
    if same_voice or (early.nature is Nature.TOLL and grew):
        return True
    return early.nature is Nature.FLOW and grew and _is_running(early)


def _to_range(told: Measurement) -> tuple[float, float]:
    value = told.value
    slack = told.step / 2 if told.unit == "count" else max(told.step / 2, abs(value) * _NEAR)
    if told.comparison is Comparison.ABOUT:
        slack = max(slack, abs(value) * _ABOUT)
    low = float("-inf") if told.comparison is Comparison.UNDER else value - slack
    high = float("inf") if told.comparison is Comparison.OVER else value + slack
    return low, high


def _is_running(told: Measurement) -> bool:
    """The period was not over when the figure was reported."""
    period = parse_interval(told.period)
    return period is not None and told.when.latest is not None and told.when.latest <= period[1]


def is_before(one: When, other: When) -> bool:
    """Tell whether the one was over before the other began; open bounds tell nothing."""
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest


def _day(when: When) -> str:
    return when.earliest or when.latest or ""
