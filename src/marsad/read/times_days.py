"""Days told from the day of writing (أمس, اليوم الثلاثاء), weekdays, parts of the day, words of reference."""

import re
from datetime import date

import msgspec

from marsad.lang.numerals import NumberKind
from marsad.lexicon.calendar import Guard, Hit, TermKind
from marsad.model import TimeType
from marsad.read.times_dates import find_day_month
from marsad.read.times_meaning import Back, DayOfMonth, DayShift, Fixed, Meaning, Partial, Weekday, Within
from marsad.read.times_numeric import find_numeric
from marsad.read.times_periods import find_shifted_unit
from marsad.read.times_scan import Draft, Scan, read_beyond

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def find_day(scan: Scan, at: int, end: int) -> Draft | None:
    """Read أمس (الاثنين), اليوم الثلاثاء 5 مايو, يوم الجمعة الماضي, الخميس 14 أيار 2015, مساء with them after."""
    draft = find_plain_day(scan, at, end)
    if draft is None:
        return None
    part = scan.bare(draft.last, end, TermKind.PART)
    is_adverb = part is not None and not part.is_definite and scan.norms[part.first].endswith(("ا", "ء"))
    if part and is_adverb and find_base_of_part(scan, part.last, end) is None:
        return Draft(at, part.last, TimeType.TIME, Within(draft.meaning, "T" + part.term.code), "time/part of day")
    return draft


def find_numbered_day(scan: Scan, at: int, end: int) -> Draft | None:
    """Read يوم 14 مايو, يوم 3/11/2025, اليوم السابع من يناير."""
    unit = scan.hit(at, end, TermKind.UNIT)
    if unit is None or unit.term.code != "D":
        return None
    found = find_day_month(scan, unit.last, end)
    if found is None and not unit.is_definite:
        found = find_numeric(scan, unit.last, end)
    return Draft(at, found.last, found.type, found.meaning, found.rule) if found else None


def find_plain_day(scan: Scan, at: int, end: int) -> Draft | None:
    """Read a day without its part."""
    return _find_shifted_day(scan, at, end) or _find_weekday(scan, at, end)


def _find_shifted_day(scan: Scan, at: int, end: int) -> Draft | None:
    hit = scan.hit(at, end, TermKind.DAY, TermKind.TODAY)
    if hit is None or (hit.is_definite and hit.term.kind is TermKind.DAY):
        return None
    if hit.term.guard is Guard.STRICT and not (hit.clitic.endswith("ب") or _follows_preposition(scan, at, end)):
        return None
    if hit.term.kind is TermKind.TODAY and not _is_today(scan, hit, end):
        return None
    return complete_day(scan, hit, end)


def complete_day(scan: Scan, hit: Hit, end: int) -> Draft:
    """Add the weekday and the date that stand beside أمس, اليوم or غدا."""
    weekday, last = _read_beside(scan, hit.last, end)
    dated = _read_date(scan, last, end) if weekday else None
    if dated:
        meaning = _with_weekday(dated.meaning, weekday, hit.term.number)
        return Draft(hit.first, dated.last, TimeType.DATE, meaning, "date/dated day")
    rule = "date/today" if hit.term.kind is TermKind.TODAY else "date/day"
    return Draft(hit.first, last, TimeType.DATE, DayShift(hit.term.number, weekday), rule)


def _follows_preposition(scan: Scan, at: int, end: int) -> bool:
    """Tell whether a word of time stands before (منذ الأمس, حتى الغد): not خصوم الأمس."""
    return at > 0 and scan.bare(at - 1, end, TermKind.BEFORE_YEAR, TermKind.SINCE) is not None


def _with_weekday(meaning: Meaning, weekday: int | None, shift: int | None = None) -> Meaning:
    """Keep the weekday told beside a date without its year, and its distance from today: they tell the year.

    With the year the distance tells today, unless the weekday is not that of the date.
    """
    if isinstance(meaning, Partial) and meaning.day and meaning.turn is None and meaning.years is None:
        return msgspec.structs.replace(meaning, weekday=weekday, shift=shift)
    if isinstance(meaning, Fixed) and meaning.value and _ISO_DAY.fullmatch(meaning.value):
        agrees = date.fromisoformat(meaning.value).isoweekday() == weekday
        return Fixed(meaning.value, shift if agrees else None)
    return meaning


def _is_today(scan: Scan, hit: Hit, end: int) -> bool:
    """Not in the name of an outlet or a day of commemoration, and not اليوم with an adjective of its own."""
    if any(scan.norm(at, end) and scan.hit(at, end, TermKind.NOT_TODAY) for at in (hit.first - 1, hit.last)):
        return False
    if hit.term.guard is None:
        return True
    after = scan.number(hit.last, end)
    weekday = scan.bare(hit.last, end, TermKind.WEEKDAY)
    if after and after.is_definite and not after.clitic and not weekday:
        return False
    return scan.bare(hit.last, end, TermKind.SHIFT, TermKind.SAME) is None


def _read_beside(scan: Scan, at: int, end: int) -> tuple[int | None, int]:
    """Read the weekday after أمس: bare, in brackets, or between commas (أمس، الاثنين،)."""
    mark = scan.norm(at, end)
    place = at + 1 if mark in {"(", "،", ","} else at
    weekday = scan.bare(place, end, TermKind.WEEKDAY)
    if weekday is None or not weekday.is_definite:
        return None, at
    closing = scan.norm(weekday.last, end)
    if mark == "(" and closing == ")":
        return weekday.term.number, weekday.last + 1
    if mark in {"،", ","} and closing not in {"،", ",", "", "."}:
        return None, at
    return (weekday.term.number, weekday.last) if mark != "(" else (None, at)


def _read_date(scan: Scan, at: int, end: int) -> Draft | None:
    """Read the date that follows a weekday, over a comma, a bracket or الموافق."""
    place = at
    while scan.bare(place, end, TermKind.EQUALS) and place < at + 2:
        place += 1
    found = find_day_month(scan, place, end) or find_numeric(scan, place, end)
    if found and scan.norm(at, end) == "(" and scan.norm(found.last, end) == ")":
        return Draft(found.first, found.last + 1, found.type, found.meaning, found.rule)
    return found


def _find_weekday(scan: Scan, at: int, end: int) -> Draft | None:
    this = scan.hit(at, end, TermKind.THIS)
    unit = None if this else scan.hit(at, end, TermKind.UNIT)
    is_day = unit is not None and unit.term.code == "D" and not unit.is_definite
    place = this.last if this else unit.last if unit and is_day else at
    weekday = scan.bare(place, end, TermKind.WEEKDAY) if place > at else scan.hit(at, end, TermKind.WEEKDAY)
    if weekday is None or (this and not weekday.is_definite):
        return None
    in_week = _find_week_of(scan, at, weekday, end)
    if in_week:
        return in_week
    if not (weekday.is_definite or is_day) or (place == at and _is_name(scan, weekday, end)):
        return None
    number = weekday.term.number
    dated = _read_date(scan, weekday.last, end)
    if dated:
        meaning = _with_weekday(dated.meaning, number)
        return Draft(at, dated.last, TimeType.DATE, meaning, "date/dated weekday")
    numbered = _read_number(scan, weekday.last, end)
    if numbered:
        day, last = numbered
        return Draft(at, last, TimeType.DATE, DayOfMonth(day, number), "date/numbered weekday")
    shift = scan.bare(weekday.last, end, TermKind.SHIFT)
    if shift and shift.is_definite and shift.term.code != "told":
        return Draft(at, shift.last, TimeType.DATE, Weekday(number, shift.term.number), "date/weekday")
    beyond = read_beyond(scan, weekday.last, end)
    if beyond:
        turn, after = beyond
        return Draft(at, after, TimeType.DATE, Weekday(number, turn), "date/weekday")
    return Draft(at, weekday.last, TimeType.DATE, Weekday(number), "date/weekday")


def _read_number(scan: Scan, at: int, end: int) -> tuple[int, int] | None:
    """Read السادس عشر after a weekday: the day of a month that goes unsaid. Up to ten it may count the weekdays."""
    number = scan.number(at, end)
    if number is None or number.kind is not NumberKind.ORDINAL or not number.is_definite or number.clitic:
        return None
    if not number.value or not _TEN < number.value <= _DAYS or scan.norm(number.last, end) in {"من", "في"}:
        return None
    return int(number.value), number.last


_TEN, _DAYS = 10, 31


def _find_week_of(scan: Scan, at: int, weekday: Hit, end: int) -> Draft | None:
    """Read الثلاثاء من الأسبوع الماضي, خميس الأسبوع المقبل, الاثنين من هذا الأسبوع."""
    of = scan.norm(weekday.last, end) in {"من", "في"}
    if of is not weekday.is_definite:
        return None
    place = weekday.last + 1 if of else weekday.last
    this = scan.bare(place, end, TermKind.THIS)
    unit = scan.bare(this.last if this else place, end, TermKind.UNIT)
    if unit is None or unit.term.code != "W" or not unit.is_definite:
        return None
    shift = scan.bare(unit.last, end, TermKind.SHIFT)
    if shift and (not shift.is_definite or shift.term.code):
        return None
    weeks = shift.term.number if shift and not this else 0
    last = shift.last if shift and not this else unit.last
    return Draft(at, last, TimeType.DATE, Weekday(weekday.term.number, weeks=weeks), "date/weekday of week")


def _is_name(scan: Scan, weekday: Hit, end: int) -> bool:
    """Friday prayer, a Thursday market: the weekday is part of a name."""
    before = scan.hit(weekday.first - 1, end, TermKind.NOT_WEEKDAY) if weekday.first else None
    return before is not None and not before.is_definite


def find_part_of_day(scan: Scan, at: int, end: int) -> Draft | None:
    """Read مساء أمس, فجر الاثنين, صباح غد, ليل السبت الأحد, صباح 7 أكتوبر, الليلة الماضية."""
    this = scan.hit(at, end, TermKind.THIS)
    part = scan.bare(this.last, end, TermKind.PART) if this else scan.hit(at, end, TermKind.PART)
    if part is None:
        return None
    if scan.fills(at, part.last) and (part.is_definite or scan.norms[part.last - 1].endswith(("ا", "ء"))):
        return Draft(at, part.last, TimeType.TIME, Within(DayShift(0), "T" + part.term.code), "time/part of day")
    if part.is_definite and ((this and part.term.code != "AF") or _is_tonight(scan, part, end)):
        return Draft(at, part.last, TimeType.TIME, Within(DayShift(0), "T" + part.term.code), "time/part of day")
    if this:
        return None
    if part.is_definite and at and scan.bare(at - 1, end, TermKind.SINCE):  # منذ الصباح
        return Draft(at, part.last, TimeType.TIME, Within(DayShift(0), "T" + part.term.code), "time/part of day")
    if part.is_definite:
        shift = scan.bare(part.last, end, TermKind.SHIFT)
        if shift and shift.is_definite and part.term.code == "NI":
            meaning = Within(DayShift(min(shift.term.number, 0)), "TNI")
            return Draft(at, shift.last, TimeType.TIME, meaning, "time/part of day")
        return None
    base = find_base_of_part(scan, part.last, end)
    if base is None:
        return None
    return Draft(at, base.last, TimeType.TIME, Within(base.meaning, "T" + part.term.code), "time/part of day")


def _is_tonight(scan: Scan, part: Hit, end: int) -> bool:
    """Tell whether الليلة stands alone for tonight: no word of its own follows (الليلة الماضية، الليلة الأولى)."""
    return scan.norms[part.first] == "الليله" and not scan.norm(part.last, end).startswith("ال")


def find_base_of_part(scan: Scan, at: int, end: int) -> Draft | None:
    """Read the day that a part of the day belongs to."""
    guarded = scan.bare(at, end, TermKind.DAY)
    if guarded and guarded.term.guard is Guard.STRICT:
        return complete_day(scan, guarded, end)
    base = find_plain_day(scan, at, end) or find_day_month(scan, at, end) or find_numeric(scan, at, end)
    if base is None:
        return None
    place = base.last + 1 if scan.norm(base.last, end) in {"/", "-", "–"} else base.last
    second = scan.bare(place, end, TermKind.WEEKDAY)
    if second and second.is_definite and isinstance(base.meaning, Weekday):  # the night between two days
        return Draft(base.first, second.last, base.type, base.meaning, base.rule)
    return base


def find_reference(scan: Scan, at: int, end: int) -> Draft | None:
    """Read الآن, مؤخرا, وقت سابق (اليوم), ذلك الحين, فترة طويلة, من قبل."""
    kinds = (TermKind.REFERENCE, TermKind.LATER, TermKind.ANAPHOR, TermKind.VAGUE)
    hit = scan.hit(at, end, *kinds)
    if hit is None or (hit.term.guard is Guard.STRICT and not _is_before(scan, hit.last, end)):
        return None
    kind = hit.term.kind
    if kind is TermKind.ANAPHOR:
        return Draft(at, hit.last, TimeType.DATE, Back(far=hit.term.code or None), "date/told before")
    if kind is TermKind.VAGUE:
        return Draft(at, hit.last, TimeType.DURATION, Fixed(None), "duration/vague")
    if hit.clitic and kind is TermKind.REFERENCE and hit.clitic not in {"و", "ف"} and hit.last - hit.first == 1:
        return None
    if hit.term.guard is Guard.LOOSE and scan.bare(hit.last, end, TermKind.DEGREE):
        return None
    day = _find_narrower(scan, hit.last, end) if hit.term.number else None
    if day:
        return Draft(at, day.last, day.type, day.meaning, "date/earlier or later that day")
    rule = "date/later" if kind is TermKind.LATER else "date/reference"
    return Draft(at, hit.last, TimeType.DATE, Fixed(hit.term.code), rule)


def _find_narrower(scan: Scan, at: int, end: int) -> Draft | None:
    """Find the day, or after من the month or year, that وقت سابق or وقت لاحق belongs to."""
    if scan.norm(at, end) != "من":
        return find_plain_day(scan, at, end)
    return (
        find_plain_day(scan, at + 1, end) or find_part_of_day(scan, at + 1, end) or find_shifted_unit(scan, at + 1, end)
    )


def _is_before(scan: Scan, at: int, end: int) -> bool:
    """Tell whether من قبل is "before": no noun follows for it to mean "by"."""
    after = scan.norm(at, end)
    return not after or not after[0].isalnum() or scan.bare(at, end, TermKind.CLAUSE) is not None
