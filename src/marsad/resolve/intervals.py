"""Days and periods as pairs of ISO days, so that imprecise dates can be sorted and compared without inventing a day."""

import re
from calendar import monthrange
from datetime import date, timedelta

from marsad.model import Published
from marsad.model.relation import Dating, When

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
_CALENDAR = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?![\dX])")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")
_YEARS = re.compile(r"(\d{2,4})X{0,2}")

# First and last month of a part of the year; winter runs into the next year (TIMEX3 names the year it starts in).
_PARTS = {
    "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12),
    "SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14),
}  # fmt: skip


def parse_interval(value: str | None) -> tuple[str, str] | None:
    """Return the first and last ISO day of a TIMEX3 date value; None for `PAST_REF`, durations and what is no date."""
    if value is None:
        return None
    try:
        return _parse_days(value) or _parse_parts(value) or _parse_years(value)
    except ValueError:
        return None


def to_when(value: str | None, published: Published) -> When:
    """Return the day that the words give, else the bounds of the publication, flagged as such."""
    interval = parse_interval(value)
    if interval is not None:
        return When(value, *interval, Dating.STATED)
    return to_report_day(published)


def to_report_day(published: Published) -> When:
    """Return the day of the report: the publication day or its bounds."""
    first, last = (
        parse_interval(published.value or published.earliest),
        parse_interval(published.value or published.latest),
    )
    dating = Dating.PUBLISHED if first or last else Dating.UNKNOWN
    return When(None, first[0] if first else None, last[1] if last else None, dating)


def to_calendar(when: When) -> str | None:
    """Return the ISO day, month or year that a period lies in, as exact as it is known; None where it is not."""
    if when.dating is not Dating.STATED or when.earliest is None:
        return when.latest or when.earliest
    match = _CALENDAR.match(when.value or "")
    return match.group() if match else when.earliest[:4]


def is_within(when: When, since: str | None, until: str | None) -> bool:
    """Tell whether `when` may lie between two ISO days, both inclusive; open bounds and unknown days may."""
    too_old = since is not None and when.latest is not None and when.latest < since
    too_new = until is not None and when.earliest is not None and when.earliest > until
    return not (too_old or too_new)


def _parse_days(value: str) -> tuple[str, str] | None:
    if match := _DAY.fullmatch(value):
        day = date(*map(int, match.groups())).isoformat()
        return day, day
    if match := _MONTH.fullmatch(value):
        return _to_months(int(match[1]), int(match[2]), int(match[2]))
    if match := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        first = monday + timedelta(days=5) if match[3] else monday
        return first.isoformat(), (monday + timedelta(days=6)).isoformat()
    return None


def _parse_parts(value: str) -> tuple[str, str] | None:
    match = _PART.fullmatch(value)
    return _to_months(int(match[1]), *_PARTS[match[2]]) if match else None


def _parse_years(value: str) -> tuple[str, str] | None:
    match = _YEARS.fullmatch(value)
    if match is None or len(value) > 4:
        return None
    width = 10 ** (4 - len(match[1]))
    first = int(match[1]) * width
    return _to_months(first, 1, 12 * width)


def _to_months(year: int, first: int, last: int) -> tuple[str, str]:
    """The days from the start of month `first` to the end of month `last`; months past 12 run into later years."""
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return date(year, first, 1).isoformat(), date(end_year, end_month, monthrange(end_year, end_month)[1]).isoformat()
