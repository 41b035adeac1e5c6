"""The TIMEX3 value of what a time expression means, once the day of writing is known.

Values: `2024`, `2024-05`, `2024-05-17`, `2024-W20`, `2024-Q1`, `2024-H1`, `2024-SP`, weekends `2024-W20-WE`, decades
`199`, centuries `20`, parts of the day `2024-05-17TEV`, clock times `2024-05-17T10:30` and the words PAST_REF,
PRESENT_REF, FUTURE_REF (TimeML 1.2.1).
"""

from datetime import date, timedelta

from marsad.lang.hijri import to_hijri_day, to_hijri_near, to_hijri_year
from marsad.read.times_meaning import (
    Beside,
    DayOfMonth,
    DayShift,
    Feast,
    Fixed,
    From,
    HijriPartial,
    Meaning,
    MonthDay,
    Nth,
    Partial,
    Season,
    Tense,
    UnitPart,
    UnitShift,
    Weekday,
    Weekend,
    Within,
)
from marsad.read.times_spans import add_months, add_units, to_day, to_nth, to_unit, to_weekday_beside

_FRIDAY, _HALF_YEAR = 5, 7
_AHEAD = (Tense.FUTURE, Tense.PLANNED)


def to_value(meaning: Meaning, day: date, tense: Tense | None) -> str | None:
    """Return the TIMEX3 value of a meaning for an article written on `day`, or None where there is none."""
    match meaning:
        case Fixed(value=value):
            return value
        case DayShift():
            return _to_day(meaning, day).isoformat()
        case UnitShift(unit=unit, count=count):
            return to_unit(unit, day, count)
        case Weekday():
            found = _to_weekday(meaning, day, tense)
            return found.isoformat() if found else None
        case Weekend():
            return _to_weekend(meaning, day, tense)
        case Partial():
            return _to_partial(meaning, day, tense)
        case MonthDay(day=number, months=months):
            year, month = add_months(day, months)
            return to_day(year, month, number)
        case DayOfMonth():
            return _to_day_of_month(meaning, day, tense)
        case UnitPart(part=part, year=year, years=years):
            return f"{year or day.year + years}-{part}"
        case Season():
            return _to_season(meaning, day, tense)
        case Feast():
            return _to_feast(meaning, day, tense)
        case HijriPartial(month=month, day=number, turn=turn, years=years):
            return to_hijri_near(month, number, day, turn, years)
        case Within(base=base, time=time):
            value = to_value(base, day, tense)
            return value + time if value and len(value) == 10 else None
        case Nth(number=number, unit=unit, base=base, weekday=weekday):
            value = to_value(base, day, tense)
            return to_nth(value, number, unit, weekday) if value else None
        case From(base=base, unit=unit, count=count):
            value = to_value(base, day, meaning.tense or tense)
            return add_units(value[:10], unit, count) if value else None
        case Beside(base=base, weekday=weekday, sign=sign):
            value = to_value(base, day, meaning.tense or tense)
            return to_weekday_beside(value[:10], weekday, sign) if value else None
    return None


def _to_day(meaning: DayShift, day: date) -> date:
    """The weekday named beside أمس outweighs the count: a page may carry the next day's date."""
    shifted = day + timedelta(days=meaning.days)
    if meaning.weekday is None:
        return shifted
    for off in (0, -1, 1):
        if (shifted + timedelta(days=off)).isoweekday() == meaning.weekday:
            return shifted + timedelta(days=off)
    return shifted


def _to_weekday(meaning: Weekday, day: date, tense: Tense | None) -> date | None:
    """Of a week by its place, Saturday and Sunday begin it in some countries and end it in others: no day."""
    number, turn = meaning.number, meaning.turn
    back = (day.isoweekday() - number) % 7
    ahead = (number - day.isoweekday()) % 7
    if meaning.weeks is not None and number > _FRIDAY:
        return None
    if meaning.weeks is not None:
        return day + timedelta(days=number - day.isoweekday() + 7 * meaning.weeks)
    if turn is not None and turn < 0:
        return day - timedelta(days=(back or 7) - 7 * (turn + 1))
    if turn is not None and turn > 0:
        return day + timedelta(days=(ahead or 7) + 7 * (turn - 1))
    if turn == 0:
        return day + timedelta(days=number - day.isoweekday())
    return day + timedelta(days=ahead) if tense in _AHEAD else day - timedelta(days=back)


def _to_day_of_month(meaning: DayOfMonth, day: date, tense: Tense | None) -> str | None:
    """The day in the nearest month, on the side of the tense, in which it has its weekday; half a year away at most."""
    sides = (-1,) if tense is Tense.PAST else (1,) if tense is Tense.FUTURE else (-1, 1)
    for count in range(_HALF_YEAR):
        for side in sides:
            iso = to_day(*add_months(day, side * count), meaning.day)
            found = date.fromisoformat(iso) if iso else None
            is_on_side = found is not None and (len(sides) > 1 or (found - day).days * side >= 0)
            if found and is_on_side and found.isoweekday() == meaning.weekday:
                return iso
    return None


def _to_weekend(meaning: Weekend, day: date, tense: Tense | None) -> str:
    """The weekend ends the ISO week; from Friday on, that of this week has begun."""
    has_begun = day.isoweekday() >= _FRIDAY
    if meaning.weeks is not None:
        weeks = meaning.weeks
    elif meaning.turn == -1:
        weeks = -1
    elif meaning.turn == 1:
        weeks = int(has_begun)
    else:
        weeks = 0 if tense in _AHEAD or has_begun else -1
    return f"{to_unit('W', day, weeks)}-WE"


def _to_partial(meaning: Partial, day: date, tense: Tense | None) -> str | None:
    month, number = meaning.month, meaning.day
    year = _to_year_of_weekday(meaning, day, tense) or _to_partial_year(meaning, day, tense)
    return to_day(year, month, number) if number else f"{year}-{month:02d}"


def _to_year_of_weekday(meaning: Partial, day: date, tense: Tense | None) -> int | None:
    """The year, up to two from the day of writing as the tense has it, in which the day has the weekday beside it."""
    month, number = meaning.month, meaning.day
    if number is None or (meaning.weekday is None and meaning.shift is None):
        return None
    days = [to_day(day.year + off, month, number) for off in (0, -1, 1, -2, 2)]
    fitting = [date.fromisoformat(iso) for iso in days if iso]
    if meaning.shift is not None:
        return min(fitting, key=lambda d: abs((d - day).days)).year if fitting else None
    if tense is Tense.FUTURE:
        fitting = [d for d in fitting if d >= day]
    elif tense is Tense.PAST:
        fitting = [d for d in fitting if d <= day]
    return next((d.year for d in fitting if d.isoweekday() == meaning.weekday), None)


def _to_partial_year(meaning: Partial, day: date, tense: Tense | None) -> int:
    here = (meaning.month, meaning.day) if meaning.day else (meaning.month,)
    now = (day.month, day.day) if meaning.day else (day.month,)
    if meaning.years is not None:
        return day.year + meaning.years
    if meaning.turn == -1:
        return day.year - (here >= now)
    if meaning.turn == 1:
        return day.year + (here <= now)
    if meaning.turn == 0:
        return day.year
    if tense is Tense.FUTURE:
        return day.year + (here < now)
    if tense is Tense.PAST:
        return day.year - (here > now)
    return _to_nearest_year(meaning, day)


def _to_nearest_year(meaning: Partial, day: date) -> int:
    """Where no verb tells, the nearest one is meant; of two as near, the past one."""
    here = meaning.month * 31 + (meaning.day or 0)
    now = day.month * 31 + (day.day if meaning.day else 0)
    return min((0, -1, 1), key=lambda off: (abs(here + off * 372 - now), off > 0)) + day.year


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
