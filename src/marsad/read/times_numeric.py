"""Dates in digits: 3/11/2025, 2025-11-03, 03.11.2025, 15/1/1437هـ."""

import re

from marsad.lang.hijri import to_hijri_day
from marsad.lexicon.calendar import TermKind
from marsad.model import TimeType
from marsad.read.times_meaning import Fixed, Partial
from marsad.read.times_scan import Draft, Scan
from marsad.read.times_spans import to_day
from marsad.read.times_years import is_hijri_mark, skip_era

_DOTTED = re.compile(r"(\d{1,4})[.,](\d{1,2})[.,](\d{1,4})")
_SEPARATORS = frozenset("/-\\.–—")


def find_numeric(scan: Scan, at: int, end: int) -> Draft | None:
    """Read 3/11/2025, 2025-11-03, 03.11.2025, with Arabic-Indic digits, day first unless only month first is a date."""
    dotted = _DOTTED.fullmatch(scan.norm(at, end))
    if dotted:
        numbers, last = dotted.groups(), at + 1
    else:
        found = _parts_of_numeric(scan, at, end)
        if found is None:
            return _find_month_and_year(scan, at, end) or _find_short_numeric(scan, at, end)
        numbers, last = found
    value = to_numeric_day(*numbers, is_hijri=is_hijri_mark(scan, last, end))
    if value is None:
        return None
    return Draft(at, skip_era(scan, last, end), TimeType.DATE, Fixed(value), "date/numeric")


def _find_month_and_year(scan: Scan, at: int, end: int) -> Draft | None:
    """Read 2/2013: month and year."""
    month, year = scan.norm(at, end), scan.year(at + 2, end)
    is_whole = scan.touches(at + 1) and scan.touches(at + 2) and scan.norm(at - 1, end) != "/"
    if year is None or not month.isdecimal() or not 1 <= int(month) <= 12 or scan.norm(at + 1, end) != "/":
        return None
    return Draft(at, at + 3, TimeType.DATE, Fixed(f"{year}-{int(month):02d}"), "date/numeric") if is_whole else None


def _find_short_numeric(scan: Scan, at: int, end: int) -> Draft | None:
    """Read يوم 15/2, بتاريخ 3/11: day and month, where a word before says that it is a date."""
    cue = scan.bare(at - 1, end, TermKind.BEFORE_NUMERIC) if at else None
    is_padded = any(norm.startswith("0") and len(norm) == 2 for norm in (scan.norm(at, end), scan.norm(at + 2, end)))
    if not (cue or is_padded or scan.fills(at, at + 3)) or scan.norm(at + 1, end) != "/":
        return None
    first, second = scan.norm(at, end), scan.norm(at + 2, end)
    if not (first.isdecimal() and second.isdecimal()) or to_numeric_day(first, second, "2024") is None:
        return None
    day, month = (int(first), int(second)) if int(second) <= 12 else (int(second), int(first))
    year = scan.year(at + 4, end) if scan.norm(at + 3, end) in {",", "،"} else None
    if year:
        return Draft(at, at + 5, TimeType.DATE, Fixed(to_day(year, month, day)), "date/numeric")
    return Draft(at, at + 3, TimeType.DATE, Partial(month, day), "date/numeric")


def _parts_of_numeric(scan: Scan, at: int, end: int) -> tuple[tuple[str, ...], int] | None:
    if at + 4 >= end or not all(scan.norms[i].isdecimal() for i in (at, at + 2, at + 4)):
        return None
    mark = scan.norms[at + 1]
    if mark not in _SEPARATORS or scan.norms[at + 3] != mark:
        return None
    spaced = not scan.touches(at + 1) or not scan.touches(at + 2)
    if spaced and len(scan.norms[at + 4]) != 4 and len(scan.norms[at]) != 4:
        return None
    return (scan.norms[at], scan.norms[at + 2], scan.norms[at + 4]), at + 5


def to_numeric_day(first: str, second: str, third: str, *, is_hijri: bool = False) -> str | None:
    """Return the ISO day of three numbers as written, or None where they make no day. Years of two digits are 20xx."""
    a, b, c = int(first), int(second), int(third)
    if len(first) == 4:
        year, month, day = a, b, c
    elif len(third) in (2, 4):
        year, month, day = (c if len(third) == 4 else 2000 + c), b, a
    else:
        return None
    if month > 12 >= day:
        month, day = day, month
    if is_hijri or 1300 < year < 1500:
        return to_hijri_day(year, month, day)
    return to_day(year, month, day) if 1000 < year < 2200 else None
