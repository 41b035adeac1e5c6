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


def to_nearest_hijri(month: int, number: int | None, day: date) -> str | None:
    """Return the Gregorian day (or month, without `number`) of a Hijri one, in the year that brings it near `day`."""
    year = to_hijri_year(day)
    found = [to_hijri_day(y, month, number or 15) for y in (year - 1, year, year + 1)] if year else []
    near = min(((abs((date.fromisoformat(iso) - day).days), iso) for iso in found if iso), default=None)
    if near is None:
        return None
    return near[1] if number else near[1][:7]
