"""Hijri dates in the Gregorian calendar, after the Umm al-Qura tables (1343-1500 AH)."""

from datetime import date

from hijridate import Gregorian, Hijri


def to_hijri_day(year: int, month: int, day: int) -> str | None:
    """Return the Gregorian ISO day of a Hijri one (Umm al-Qura), or None outside its tables (1343-1500)."""
    try:
        return Hijri(year, month, day).to_gregorian().isoformat()
    except (ValueError, OverflowError):
        return None


def to_hijri_year(day: date) -> int | None:
    """Return the Hijri year that a Gregorian day lies in, or None outside the tables."""
    try:
        return Gregorian(day.year, day.month, day.day).to_hijri().year
    except (ValueError, OverflowError):
        return None


def to_hijri_month(year: int, month: int) -> str | None:
    """Return the Gregorian month in which most of a Hijri month lies."""
    middle = to_hijri_day(year, month, 15)
    return middle[:7] if middle else None


def to_hijri_near(
    month: int, number: int | None, day: date, turn: int | None = None, years: int | None = None
) -> str | None:
    """Return the Gregorian day (or month, without `number`) of a Hijri day or month told on `day` without its year.

    `turn` -1 is the last one over, 1 the next to begin, 0 or None the nearest; `years` names the Gregorian year by its
    distance from that of `day`.
    """
    year = to_hijri_year(day)
    isos = [to_hijri_day(y, month, number or 15) for y in range(year - 2, year + 3)] if year else []
    half = 0 if number else 14  # days from the middle of a month to its edge
    days = [date.fromisoformat(iso) for iso in isos if iso]
    if years is not None:
        days = [found for found in days if found.year == day.year + years]
    elif turn == -1:
        days = [found for found in days if (day - found).days > half][-1:]
    elif turn == 1:
        days = [found for found in days if (found - day).days > half][:1]
    near = min(days, key=lambda found: abs((found - day).days), default=None)
    return near.isoformat()[: 10 if number else 7] if near else None
