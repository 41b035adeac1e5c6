"""What a time expression means before the day of writing is known, and its TIMEX3 value once it is.

Values: `2024`, `2024-05`, `2024-05-17`, `2024-W20`, `2024-Q1`, `2024-H1`, `2024-SP`, decades `199`, centuries `20`,
parts of the day `2024-05-17TEV`, clock times `2024-05-17T10:30` and the words PAST_REF, PRESENT_REF, FUTURE_REF
(TimeML 1.2.1).
"""

from datetime import date, timedelta
from enum import StrEnum

import msgspec

from marsad.lang.hijri import to_hijri_day, to_hijri_year, to_nearest_hijri


class Tense(StrEnum):
    """Where the clause of an expression lies, as far as words beside it tell."""

    PAST = "past"
    FUTURE = "future"


class Fixed(msgspec.Struct, frozen=True):
    """A value that no other date changes. None: not expressible."""

    value: str | None


class DayShift(msgspec.Struct, frozen=True):
    """أمس, غدا; `weekday` (ISO) is the day named beside it."""

    days: int
    weekday: int | None = None


class UnitShift(msgspec.Struct, frozen=True):
    """العام الماضي, قبل شهرين: `count` units from the one of the day of writing."""

    unit: str
    count: int


class Weekday(msgspec.Struct, frozen=True):
    """A weekday; `turn` -1 the one before (-2 the one before that), 1 the one after, None as the tense has it."""

    number: int
    turn: int | None = None


class Partial(msgspec.Struct, frozen=True):
    """A month, perhaps with a day, without its year. `years` counts from the year of writing (من العام الماضي)."""

    month: int
    day: int | None = None
    turn: int | None = None
    years: int | None = None


class MonthDay(msgspec.Struct, frozen=True):
    """الرابع عشر من الشهر الماضي: a day in the month `months` from the month of writing."""

    day: int
    months: int


class UnitPart(msgspec.Struct, frozen=True):
    """A quarter or half (`Q3`, `H1`) of a year: a given one, or `years` from the year of writing."""

    part: str
    year: int | None = None
    years: int = 0


class Season(msgspec.Struct, frozen=True):
    """A season: of a given year, of the year `years` away, or by `turn`."""

    code: str
    year: int | None = None
    years: int | None = None
    turn: int | None = None


class Feast(msgspec.Struct, frozen=True):
    """A feast. Hijri feasts are given by month, as their day hangs on the sighting of the moon."""

    month: int
    day: int
    is_hijri: bool
    year: int | None = None
    turn: int | None = None


class HijriPartial(msgspec.Struct, frozen=True):
    """A Hijri month, perhaps with a day, without its year."""

    month: int
    day: int | None = None


class Within(msgspec.Struct, frozen=True):
    """A part of a day (`TEV`) or a clock time (`T10:30`) on the day that `base` means."""

    base: "Meaning"
    time: str


class Back(msgspec.Struct, frozen=True):
    """ذلك الحين, العام نفسه: the date told before, cut to `unit` where one is named, moved by `count` of it."""

    unit: str = ""
    count: int = 0


Meaning = (
    Fixed
    | DayShift
    | UnitShift
    | Weekday
    | Partial
    | MonthDay
    | UnitPart
    | Season
    | Feast
    | HijriPartial
    | Within
    | Back
)


def is_day_bound(meaning: Meaning) -> bool:
    """Tell whether the value hangs on the day of writing."""
    if isinstance(meaning, Within):
        return is_day_bound(meaning.base)
    if isinstance(meaning, UnitPart | Season | Feast):
        return meaning.year is None
    return not isinstance(meaning, Fixed | Back)


def to_value(meaning: Meaning, day: date, tense: Tense | None) -> str | None:
    """Return the TIMEX3 value of a meaning for an article written on `day`, or None where there is none."""
    match meaning:
        case Fixed(value=value):
            return value
        case DayShift():
            return _to_day(meaning, day).isoformat()
        case UnitShift(unit=unit, count=count):
            return to_unit(unit, day, count)
        case Weekday(number=number, turn=turn):
            return _to_weekday(day, number, turn, tense).isoformat()
        case Partial():
            return _to_partial(meaning, day, tense)
        case MonthDay(day=number, months=months):
            year, month = _add_months(day, months)
            return to_day(year, month, number)
        case UnitPart(part=part, year=year, years=years):
            return f"{year or day.year + years}-{part}"
        case Season():
            return _to_season(meaning, day, tense)
        case Feast():
            return _to_feast(meaning, day, tense)
        case HijriPartial(month=month, day=number):
            return to_nearest_hijri(month, number, day)
        case Within(base=base, time=time):
            value = to_value(base, day, tense)
            return value + time if value and len(value) == 10 else None
    return None


def to_day(year: int, month: int, day: int) -> str | None:
    """Return the ISO day, or None where the calendar has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def to_unit(unit: str, day: date, count: int) -> str | None:
    """Return the value of the unit of time that lies `count` units from the one that holds `day`."""
    if unit == "D":
        return (day + timedelta(days=count)).isoformat() if abs(count) < 100_000 else None
    if unit == "W":
        year, week, _ = (day + timedelta(weeks=count)).isocalendar() if abs(count) < 5_000 else (0, 0, 0)
        return f"{year}-W{week:02d}" if year else None
    if unit == "M":
        year, month = _add_months(day, count)
        return f"{year}-{month:02d}" if year > 0 else None
    if unit == "Y":
        return str(day.year + count) if day.year + count > 999 else None
    if unit == "Q":
        quarters = day.year * 4 + (day.month - 1) // 3 + count
        return f"{quarters // 4}-Q{quarters % 4 + 1}"
    if unit == "HALF":
        halves = day.year * 2 + (day.month - 1) // 6 + count
        return f"{halves // 2}-H{halves % 2 + 1}"
    if unit == "DE":
        return str(day.year // 10 + count)
    if unit == "CE":
        return str(day.year // 100 + count)
    return None


def _add_months(day: date, count: int) -> tuple[int, int]:
    months = day.year * 12 + day.month - 1 + count
    return months // 12, months % 12 + 1


def _to_day(meaning: DayShift, day: date) -> date:
    """The weekday named beside أمس outweighs the count: a page may carry the next day's date."""
    shifted = day + timedelta(days=meaning.days)
    if meaning.weekday is None:
        return shifted
    for off in (0, -1, 1):
        if (shifted + timedelta(days=off)).isoweekday() == meaning.weekday:
            return shifted + timedelta(days=off)
    return shifted


def _to_weekday(day: date, number: int, turn: int | None, tense: Tense | None) -> date:
    back = (day.isoweekday() - number) % 7
    ahead = (number - day.isoweekday()) % 7
    if turn is not None and turn < 0:
        return day - timedelta(days=(back or 7) - 7 * (turn + 1))
    if turn is not None and turn > 0:
        return day + timedelta(days=(ahead or 7) + 7 * (turn - 1))
    if turn == 0:
        return day + timedelta(days=number - day.isoweekday())
    return day + timedelta(days=ahead) if tense is Tense.FUTURE else day - timedelta(days=back)


def _to_partial(meaning: Partial, day: date, tense: Tense | None) -> str | None:
    month, number = meaning.month, meaning.day
    here = (month, number) if number else (month,)
    now = (day.month, day.day) if number else (day.month,)
    if meaning.years is not None:
        year = day.year + meaning.years
    elif meaning.turn == -1:
        year = day.year - (here >= now)
    elif meaning.turn == 1:
        year = day.year + (here <= now)
    elif meaning.turn == 0:
        year = day.year
    elif tense is Tense.FUTURE:
        year = day.year + (here < now)
    else:
        year = day.year - (here > now)
    return to_day(year, month, number) if number else f"{year}-{month:02d}"


_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def _to_season(meaning: Season, day: date, tense: Tense | None) -> str:
    """A winter bears the year in which it begins."""
    if meaning.year:
        return f"{meaning.year}-{meaning.code}"
    start = _SEASON_STARTS[meaning.code]
    if meaning.years is not None:
        year = day.year + meaning.years
    elif meaning.turn == 1 or (meaning.turn is None and tense is Tense.FUTURE):
        year = day.year + (day.month >= start)
    elif meaning.turn == 0:
        year = day.year - (meaning.code == "WI" and day.month < 6)
    else:
        year = day.year - (day.month < start + 3)
    return f"{year}-{meaning.code}"


def _to_feast(meaning: Feast, day: date, tense: Tense | None) -> str | None:
    """The feast of the year given, else the next (future) or the last one, one month of leeway for those close by."""
    if not meaning.is_hijri:
        year = meaning.year or day.year
        days = [date(y, meaning.month, meaning.day) for y in ([year] if meaning.year else (year - 1, year, year + 1))]
    else:
        around = to_hijri_year(day.replace(year=meaning.year or day.year, day=min(day.day, 28)))
        found = (
            [to_hijri_day(y, meaning.month, meaning.day) for y in (around - 1, around, around + 1)] if around else []
        )
        days = [date.fromisoformat(iso) for iso in found if iso]
        if meaning.year:
            days = [feast for feast in days if feast.year == meaning.year][:1]
    if not days:
        return None
    feast = _pick(days, day, meaning.turn, tense)
    return feast.isoformat()[: 7 if meaning.is_hijri else 10]


def _pick(days: list[date], day: date, turn: int | None, tense: Tense | None) -> date:
    before, after = [d for d in days if d <= day], [d for d in days if d >= day]
    if (turn == 1 or tense is Tense.FUTURE) and after:
        return after[0]
    if turn == -1 and before:
        return before[-1]
    return min(days, key=lambda d: abs((d - day).days))
