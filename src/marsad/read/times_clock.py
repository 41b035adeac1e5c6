"""Times of the clock: الساعة العاشرة والنصف صباحا, 10:30 بتوقيت غرينتش, with the day they belong to."""

import re

from marsad.lang.numerals import Number, NumberKind
from marsad.lexicon.calendar import TermKind
from marsad.model import TimeType
from marsad.read.times_days import find_base_of_part, find_plain_day
from marsad.read.times_meaning import Fixed, Meaning, Within
from marsad.read.times_scan import Draft, Scan

_CLOCK = re.compile(r"([01]?\d|2[0-4])")
_JOINED_CLOCK = re.compile(r"([01]?\d|2[0-3])[.,]?([0-5]\d)")


def find_clock(scan: Scan, at: int, end: int) -> Draft | None:
    """Read الساعة العاشرة والنصف صباحا, 10:30 بتوقيت غرينتش, منتصف الليل; the day beside it goes with it."""
    oclock = scan.hit(at, end, TermKind.OCLOCK)
    noon = scan.hit(at, end, TermKind.NOON) if oclock is None else None
    if noon:
        return _with_day(scan, at, noon.last, end, noon.term.code)
    read = _read_clock(scan, oclock.last if oclock else at, end, is_sure=oclock is not None)
    if read is None:
        return None
    minutes, place = read
    part, after = _read_part(scan, place, end)
    zone, zone_end = _read_zone(scan, after, end)
    if not (oclock or part or zone is not None or _has_colon(scan, at, end) or _precedes_part(scan, after, end)):
        return None
    minutes = _to_day_minutes(minutes, part)
    time = f"{minutes // 60:02d}:{minutes % 60:02d}"
    return _with_day(scan, at, zone_end, end, time + (zone or ""))


def _read_zone(scan: Scan, at: int, end: int) -> tuple[str | None, int]:
    """Return (Z for Greenwich, else empty, None without a zone; end): بتوقيت غرينتش, (ت غ), بتوقيت لندن."""
    place = at + 1 if scan.norm(at, end) == "(" else at
    zone = scan.hit(place, end, TermKind.ZONE)
    if zone:
        return zone.term.code, zone.last
    if scan.norm(at, end) == "بتوقيت" and scan.norm(at + 1, end)[:1].isalpha():
        return "", at + 2
    return None, at


def _precedes_part(scan: Scan, at: int, end: int) -> bool:
    """Tell whether (من) صباح الأحد follows: a part of a named day."""
    part = scan.bare(at + 1 if scan.norm(at, end) == "من" else at, end, TermKind.PART)
    return part is not None and not part.is_definite and find_base_of_part(scan, part.last, end) is not None


def _has_colon(scan: Scan, at: int, end: int) -> bool:
    minute = scan.norm(at + 2, end)
    return scan.norm(at + 1, end) == ":" and len(minute) == 2 and minute.isdigit() and int(minute) < 60


def _to_day_minutes(minutes: int, part: str | None) -> int:
    """Read the twelve-hour clock: afternoon, evening and night hours lie after noon."""
    if (part in {"AF", "EV"} and minutes < 720) or (part == "MI" and minutes < 180):
        return minutes + 720
    if part == "NI" and 360 <= minutes < 720:
        return minutes + 720
    if part in {"NI", "MO"} and 720 <= minutes < 780:
        return minutes - 720
    return minutes


def _read_clock(scan: Scan, at: int, end: int, *, is_sure: bool) -> tuple[int, int] | None:
    """Return (minutes of the day, end): 10:30, 1030, العاشرة, 10 و30 دقيقة, الثالثة إلا ربعا."""
    norm = scan.norm(at, end)
    if norm.isdigit() or norm.startswith(tuple("0123456789")):
        read = _read_digits(scan, at, end, is_sure=is_sure)
    else:
        number = scan.number(at, end)
        if number is None or not number.value or number.value > 12 or number.value % 1:
            return None
        if not is_sure and not (number.is_definite and _is_hour(number)):
            return None
        if not is_sure and not scan.norms[at].endswith("ه"):
            return None
        read = int(number.value) * 60, number.last
    if read is None:
        return None
    minutes, place = read
    return _read_minutes(scan, minutes, place, end)


def _is_hour(number: Number) -> bool:
    return number.kind is NumberKind.ORDINAL or number.value == 1


def _read_digits(scan: Scan, at: int, end: int, *, is_sure: bool) -> tuple[int, int] | None:
    norm = scan.norms[at]
    if _has_colon(scan, at, end) and _CLOCK.fullmatch(norm) and scan.touches(at + 1) and scan.touches(at + 2):
        seconds = scan.norm(at + 3, end) == ":" and len(scan.norm(at + 4, end)) == 2
        return int(norm) * 60 + int(scan.norms[at + 2]), at + (5 if seconds else 3)
    if is_sure and scan.norm(at + 1, end) == "،" and scan.touches(at + 1) and scan.touches(at + 2):
        hour, minute = (scan.norms[at + 2], norm) if norm == "00" else (norm, scan.norm(at + 2, end))  # 00،14 is 14:00
        if _CLOCK.fullmatch(hour) and minute.isdigit() and int(minute) < 60:
            return int(hour) * 60 + int(minute), at + 3
    joined = _JOINED_CLOCK.fullmatch(norm)
    if joined and len(norm) >= 4 and (is_sure or scan.hit(at + 1, end, TermKind.ZONE)):
        return int(joined[1]) * 60 + int(joined[2]), at + 1
    return (int(norm) * 60, at + 1) if _CLOCK.fullmatch(norm) else None


def _read_minutes(scan: Scan, minutes: int, at: int, end: int) -> tuple[int, int]:
    """Read والنصف, والثلث, إلا ربعا, و20 دقيقة after an hour."""
    if scan.norm(at, end) == "الا":
        share = {"ربعا": 15, "ربع": 15, "الربع": 15, "ثلثا": 20, "الثلث": 20, "ثلث": 20}.get(scan.norm(at + 1, end))
        return (minutes - share, at + 2) if share else (minutes, at)
    apart = scan.norm(at, end) == "و"
    number = scan.number(at + 1, end) if apart else scan.number(at, end)
    if number is None or not (apart or number.clitic == "و") or not number.value:
        return minutes, at
    if number.kind is NumberKind.FRACTION:
        return minutes + round(number.value * 60), number.last
    unit = scan.unit(number.last, end)
    if unit and unit.term.code == "MIN" and number.value < 60:
        return minutes + int(number.value), unit.last
    return minutes, at


def _read_part(scan: Scan, at: int, end: int) -> tuple[str | None, int]:
    part = scan.bare(at, end, TermKind.PART)
    if (
        part
        and scan.norms[part.last - 1].endswith(("ا", "ء", "الظهر"))
        and find_base_of_part(scan, part.last, end) is None
    ):
        return part.term.code, part.last
    short = {"ص": "MO", "م": "EV", "am": "MO", "pm": "EV", "AM": "MO", "PM": "EV"}.get(scan.norm(at, end))
    return (short, at + 1) if short else (None, at)


def _with_day(scan: Scan, first: int, at: int, end: int, time: str) -> Draft:
    """Take in the day that follows: (من) صباح الاثنين, يوم الخميس, اليوم."""
    place = at + 1 if scan.norm(at, end) in {"من", "،", "في"} else at
    part = scan.bare(place, end, TermKind.PART)
    if part and not part.is_definite:
        base = find_base_of_part(scan, part.last, end)
        if base:
            hours, minutes = int(time[:2]), int(time[3:5])
            total = _to_day_minutes(hours * 60 + minutes, part.term.code)
            clock = f"T{total // 60:02d}:{total % 60:02d}{time[5:]}"
            return Draft(first, base.last, TimeType.TIME, Within(base.meaning, clock), "time/clock")
    base = find_plain_day(scan, place, end)
    meaning: Meaning = Within(base.meaning, f"T{time}") if base else Fixed(f"T{time}")
    return Draft(first, base.last if base else at, TimeType.TIME, meaning, "time/clock")
