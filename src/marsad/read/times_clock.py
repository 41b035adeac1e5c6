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
        return _find_range_start(scan, at, end)
    minutes, place = read
    is_word = not scan.norms[at][0].isdecimal() and not scan.norm(at - 1, end).startswith("ال")
    is_hour = oclock is not None or _has_colon(scan, at, end) or is_word
    part, after = _read_part(scan, place, end, is_hour=is_hour)
    zone, zone_end = _read_zone(scan, after, end)
    has_sign = oclock or part or zone is not None or _has_colon(scan, at, end) or _precedes_part(scan, after, end)
    if not has_sign and not _ends_range(scan, at, end) and not _is_told_hour(scan, at, place, end):
        return _find_range_start(scan, at, end)
    if part is None and oclock:
        part = _read_part_of_range(scan, place, end)
    minutes = _to_day_minutes(minutes, part)
    time = f"{minutes // 60:02d}:{minutes % 60:02d}"
    return _with_day(scan, at, zone_end, end, time + (zone or ""))


def _is_told_hour(scan: Scan, at: int, last: int, end: int) -> bool:
    """Tell whether an ordinal is an hour: with its minutes (الخامسة والنصف), or after عند or تمام."""
    number = scan.number(at, end)
    if number is None or number.is_digits or scan.norm(at - 1, end).startswith("ال"):
        return False
    if last > number.last:
        after = scan.number(last, end)
        return after is None or after.kind is not NumberKind.ORDINAL  # not الثالثة والنصف الأول
    return at > 0 and scan.bare(at - 1, end, TermKind.HOUR_CUE) is not None and not _is_noun(scan, last, end)


def _is_noun(scan: Scan, at: int, end: int) -> bool:
    norm = scan.norm(at, end)
    return norm[:1].isalpha() and not norm.startswith("و") and scan.bare(at, end, TermKind.AFTER_YEAR) is None


def find_part_and_clock(scan: Scan, at: int, end: int) -> Draft | None:
    """Read مساء الساعة السابعة, صباحا عند التاسعة: the part of the day before its hour."""
    part = scan.hit(at, end, TermKind.PART)
    if part is None or not (part.is_definite or scan.norms[part.last - 1].endswith(("ا", "ء", "الظهر"))):
        return None
    oclock = scan.bare(part.last, end, TermKind.OCLOCK)
    clock = find_clock(scan, part.last, end) if oclock else None
    time = clock.meaning.value if clock and isinstance(clock.meaning, Fixed) else None
    if clock is None or not time or not time[1:3].isdecimal():
        return None
    minutes = _to_day_minutes(int(time[1:3]) * 60 + int(time[4:6]), part.term.code)
    value = f"T{minutes // 60:02d}:{minutes % 60:02d}{time[6:]}"
    return Draft(at, clock.last, TimeType.TIME, Fixed(value), "time/clock")


def add_clock(scan: Scan, day: Draft, end: int) -> Draft:
    """Take the hour into the day before it: غدا الساعة الخامسة, 3 مايو عند الساعة 14:00, اليوم 10:30 صباحا."""
    place = day.last + 1 if scan.norm(day.last, end) in {"،", ","} else day.last
    about = scan.bare(place, end, TermKind.AT_CLOCK) if place == day.last else None
    clock = find_clock(scan, about.last if about else place, end) if place < end else None
    if clock is None or not isinstance(clock.meaning, Fixed) or not clock.meaning.value:
        return day
    return Draft(day.first, clock.last, TimeType.TIME, Within(day.meaning, clock.meaning.value), "time/clock")


def _find_range_start(scan: Scan, at: int, end: int) -> Draft | None:
    """Read the 9 of من 9 إلى 11 صباحا: an hour before a mark of range and an hour that is marked as one."""
    number = scan.number(at, end)
    if number is None or not number.value or number.value % 1 or not 0 < number.value <= 24:
        return None
    if not (number.is_digits or number.is_definite):
        return None
    minutes, place = _read_minutes(scan, int(number.value) * 60, number.last, end)
    part = _read_part_of_range(scan, place, end)
    if part is None:
        return None
    minutes = _to_day_minutes(minutes, part)
    return Draft(at, place, TimeType.TIME, Fixed(f"T{minutes // 60:02d}:{minutes % 60:02d}"), "time/clock")


def _read_part_of_range(scan: Scan, at: int, end: int) -> str | None:
    """Return the part of the day of the far end of a range: إلى 11 صباحا, حتى الساعة الخامسة مساء."""
    mark = scan.bare(at, end, TermKind.TO)
    joined = scan.norm(at, end).startswith("و")
    if mark is None and not joined:
        return None
    place = mark.last if mark else at
    oclock = scan.hit(place, end, TermKind.OCLOCK)
    read = _read_clock(scan, oclock.last if oclock else place, end, is_sure=True)
    return _read_part(scan, read[1], end)[0] if read else None


def _ends_range(scan: Scan, at: int, end: int) -> bool:
    """Tell whether an hour on its own is the far end of a range that began with الساعة: بين الساعة الثالثة والخامسة."""
    number = scan.number(at, end)
    before = at - 1
    if number is None or not (number.clitic == "و" or scan.bare(before, end, TermKind.TO)):
        return False
    return any(scan.hit(place, end, TermKind.OCLOCK) for place in range(max(0, at - 5), at))


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
    return scan.norm(at + 1, end) == ":" and len(minute) == 2 and minute.isdecimal() and int(minute) < 60


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
    if norm.isdecimal() or norm.startswith(tuple("0123456789")):
        read = _read_digits(scan, at, end, is_sure=is_sure)
    else:
        number = scan.number(at, end)
        if number is None or not number.value or number.value > (24 if is_sure else 12) or number.value % 1:
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
        if _CLOCK.fullmatch(hour) and minute.isdecimal() and int(minute) < 60:
            return int(hour) * 60 + int(minute), at + 3
    joined = _JOINED_CLOCK.fullmatch(norm)
    if joined and len(norm) >= 4 and (is_sure or scan.hit(at + 1, end, TermKind.ZONE)):
        return int(joined[1]) * 60 + int(joined[2]), at + 1
    return (int(norm) * 60, at + 1) if _CLOCK.fullmatch(norm) else None


def _read_minutes(scan: Scan, minutes: int, at: int, end: int) -> tuple[int, int]:
    """Read والنصف, والثلث, والنصف وخمس دقائق, إلا ربعا, إلا خمس دقائق, و20 دقيقة after an hour."""
    less = scan.bare(at, end, TermKind.EXCEPT)
    apart = less is not None or scan.norm(at, end) == "و"
    number = scan.number(at + 1 if apart else at, end)
    if number is None or not (apart or number.clitic == "و") or not number.value:
        return minutes, at
    sign = -1 if less else 1
    if number.kind is NumberKind.FRACTION:
        share = 1 / 3 if number.value == 2 / 3 else number.value  # إلا ثلثا: the accusative looks like the dual
        shared = minutes + sign * round(share * 60), number.last
        return shared if less or apart else _read_minutes(scan, *shared, end)
    unit = scan.unit(number.last, end)
    if unit and unit.term.code == "MIN" and number.value < 60:
        return minutes + sign * int(number.value), unit.last
    is_told = number.kind is NumberKind.CARDINAL and number.value < 60 and not number.value % 1
    if is_told and not less and _read_part(scan, number.last, end)[0]:  # السابعة وخمسة وثلاثين مساء
        return minutes + int(number.value), number.last
    return minutes, at


def _read_part(scan: Scan, at: int, end: int, *, is_hour: bool = False) -> tuple[str | None, int]:
    """Read مساء, ص, بعد الظهر after an hour; في المساء after what is surely one (`is_hour`). Return (code, end)."""
    part = scan.bare(at, end, TermKind.PART)
    is_adverb = part is not None and scan.norms[part.last - 1].endswith(("ا", "ء", "الظهر"))
    if part and is_adverb and find_base_of_part(scan, part.last, end) is None:
        return part.term.code, part.last
    short = scan.bare(at, end, TermKind.HALF_DAY)
    if short:
        return short.term.code, short.last
    place = at + 1 if scan.norm(at, end) == "في" else at
    named = scan.bare(place, end, TermKind.PART) if is_hour else None
    return (named.term.code, named.last) if named and named.is_definite else (None, at)


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
