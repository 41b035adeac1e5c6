"""Stretches of the calendar by their TIMEX3 value: first and last day, what lies some units on, the nth part of one."""

from datetime import date, timedelta


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
        year, month = add_months(day, count)
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


def add_months(day: date, count: int) -> tuple[int, int]:
    """Return (year, month) so many months from the month of a day."""
    months = day.year * 12 + day.month - 1 + count
    return months // 12, months % 12 + 1


def to_range(value: str) -> tuple[date, date] | None:
    """Return the first and last day of a day, month, year, week, quarter or half; None for what has none."""
    try:
        if len(value) == 10:
            return date.fromisoformat(value), date.fromisoformat(value)
        year = int(value[:4])
        if len(value) == 4:
            return date(year, 1, 1), date(year, 12, 31)
        if value[5] == "W" and len(value) == 8:
            return date.fromisocalendar(year, int(value[6:]), 1), date.fromisocalendar(year, int(value[6:]), 7)
        months = {"Q": 3, "H": 6}.get(value[5], 1)
        number = int(value[5 if months == 1 else 6 :])
        first = date(year, (number - 1) * months + 1, 1)
        after = add_months(first, months)
        return first, date(*after, 1) - timedelta(days=1)
    except (ValueError, IndexError, OverflowError):
        return None


def add_units(value: str, unit: str, count: int) -> str | None:
    """Return the day so many units from a day; of a week or month on, the same day there."""
    if len(value) != 10 or abs(count) > 9_999:
        return None
    day = date.fromisoformat(value)
    try:
        if unit in {"D", "W"}:
            return (day + timedelta(days=count * (7 if unit == "W" else 1))).isoformat()
        if unit in {"M", "Y"}:
            year, month = add_months(day, count * (12 if unit == "Y" else 1))
            return next((iso for off in range(4) if (iso := to_day(year, month, day.day - off))), None)
    except OverflowError:
        return None
    return None


def to_weekday_beside(value: str, weekday: int, sign: int) -> str | None:
    """Return the nearest such weekday (ISO) on or after (`sign` 1), or on or before, a day."""
    if len(value) != 10:
        return None
    day = date.fromisoformat(value)
    off = (weekday - day.isoweekday()) % 7 if sign > 0 else -((day.isoweekday() - weekday) % 7)
    return (day + timedelta(days=off)).isoformat()


def to_nth(value: str, number: int, unit: str, weekday: int | None = None) -> str | None:
    """Return the `number`th unit (D, W, WE, M, Q, Y) or weekday within a stretch, from its end where it is negative.

    A week belongs to the stretch that holds its Thursday, as ISO 8601 counts the weeks of a year; so does a weekend.
    """
    stretch = to_range(value)
    if stretch is None or len(value) == 10:
        return None
    first, last = stretch
    step = 1 if unit == "D" and weekday is None else 7
    wanted = weekday if weekday is not None else 4
    if unit in {"M", "Q"}:
        return _to_nth_months(value, first, last, number, unit)
    if unit not in {"D", "W", "WE"}:
        return None
    if number > 0:
        day = first + timedelta(days=(wanted - first.isoweekday()) % 7 if step == 7 else 0)
        day += timedelta(days=step * (number - 1))
    else:
        day = last - timedelta(days=(last.isoweekday() - wanted) % 7 if step == 7 else 0)
        day += timedelta(days=step * (number + 1))
    if not first <= day <= last:
        return None
    if unit == "D":
        return day.isoformat()
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}" + ("-WE" if unit == "WE" else "")


def _to_nth_months(value: str, first: date, last: date, number: int, unit: str) -> str | None:
    if unit == "Q":
        return f"{first.year}-Q{number if number > 0 else 5 + number}" if len(value) == 4 and abs(number) <= 4 else None
    year, month = add_months(first, number - 1) if number > 0 else add_months(last, number + 1)
    inside = (first.year, first.month) <= (year, month) <= (last.year, last.month)
    return f"{year}-{month:02d}" if inside else None
