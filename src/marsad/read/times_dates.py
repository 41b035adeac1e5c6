"""Dates of the calendar: days and months by name in every usage, with the years beside them; Gregorian and Hijri."""

from marsad.lang.hijri import to_hijri_day, to_hijri_month
from marsad.lang.numerals import Number, NumberKind
from marsad.lexicon.calendar import Guard, Hit, Term, TermKind
from marsad.model import TimeType
from marsad.read.times_meaning import (
    Fixed,
    HijriPartial,
    Meaning,
    MonthDay,
    Partial,
)
from marsad.read.times_scan import Draft, Scan
from marsad.read.times_spans import to_day
from marsad.read.times_years import read_year

_DAY_MARKS = frozenset("-/.")


def find_day_month(scan: Scan, at: int, end: int) -> Draft | None:
    """Read [day] 14 (من) (شهر) مايو (2015); of الرابع والخامس من أغسطس the first day alone."""
    number = scan.day_number(at, end) or _first_of(scan, at, end) or _in_words(scan, at, end)
    if number is None or number.value is None:
        return _find_month_first(scan, at, end)
    if number.kind is NumberKind.ORDINAL and _follows_noun(scan, at, end):
        return None
    day, place = int(number.value), number.last
    draft = _month_after(scan, at, place, end, day) or _find_far_day(scan, at, end)
    if draft is not None:
        return draft
    following = _second_day(scan, place, end)
    if following is None:
        return None
    second, after = following
    shared = _month_after(scan, at, after, end, day)
    if shared is None or second <= day:
        return None
    return Draft(at, place, TimeType.DATE, shared.meaning, "date/shared month")


def _follows_noun(scan: Scan, at: int, end: int) -> bool:
    """Tell whether an ordinal belongs to the noun before it: النصف الأول من يونيو is no first of June."""
    before = scan.norm(at - 1, end)
    if not before.startswith("ال") or scan.number(at, end) is None or scan.norms[at].startswith("و"):
        return False
    return scan.hit(at - 1, end, TermKind.WEEKDAY, TermKind.TODAY, TermKind.DAY, TermKind.EQUALS) is None and not (
        (unit := scan.hit(at - 1, end, TermKind.UNIT)) and unit.term.code == "D"
    )


def _first_of(scan: Scan, at: int, end: int) -> Number | None:
    """Read أول مايو: the first day."""
    number = scan.number(at, end)
    is_first = number is not None and number.kind is NumberKind.ORDINAL and number.value == 1 and number.last == at + 1
    return number if is_first and scan.bare(at + 1, end, TermKind.MONTH) else None


def _in_words(scan: Scan, at: int, end: int) -> Number | None:
    """Read واحد وعشرين مايو: a day in words, its month right after it."""
    number = scan.number(at, end)
    if number is None or number.is_digits or number.kind is not NumberKind.CARDINAL or not number.value:
        return None
    month = scan.bare(number.last, end, TermKind.MONTH)
    is_day = 1 <= number.value <= 31 and not number.value % 1
    return number if is_day and month and not month.term.guard else None


def _find_month_first(scan: Scan, at: int, end: int) -> Draft | None:
    """Read مايو 14, 2015, مايو 13-15, مايو-14: the month before the day, as translated text has it."""
    month = scan.hit(at, end, TermKind.MONTH)
    if month is None or month.is_definite:
        return None
    is_joined = scan.norm(month.last, end) == "-" and scan.touches(month.last) and scan.touches(month.last + 1)
    number = scan.day_number(month.last + is_joined, end)
    if number is None or not number.is_digits or number.value is None:
        return None
    day = int(number.value)
    place = number.last + 1 if scan.norm(number.last, end) in {",", "،"} else number.last
    year = scan.year(place, end)
    value = to_day(year, month.term.number, day) if year else None
    if value:
        return Draft(at, place + 1, TimeType.DATE, Fixed(value), "date/day and month")
    if not (is_joined or _ends_date(scan, number.last, end)) or to_day(2024, month.term.number, day) is None:
        return None
    return Draft(at, number.last, TimeType.DATE, Partial(month.term.number, day), "date/day and month")


def _ends_date(scan: Scan, at: int, end: int) -> bool:
    """Tell whether a number after a month is its day: a mark or another day follows, nothing that it counts."""
    if scan.bare(at, end, TermKind.TO):
        other = scan.day_number(at + 1, end)
        return other is not None and other.is_digits and not scan.norm(other.last, end)[:1].isalnum()
    return not scan.norm(at, end)[:1].isalnum()


def _find_far_day(scan: Scan, at: int, end: int) -> Draft | None:
    """Read the 15 of مايو 13-15: the month stands before the near end of the range."""
    number = scan.day_number(at, end)
    if number is None or not number.is_digits or not number.value or not scan.bare(at - 1, end, TermKind.TO):
        return None
    near = scan.day_number(at - 2, end) if at > 2 else None
    month = scan.hit(at - 3, end, TermKind.MONTH) if near and near.is_digits else None
    if near is None or month is None or month.last != at - 2 or (near.value or 0) >= number.value:
        return None
    return Draft(at, number.last, TimeType.DATE, Partial(month.term.number, int(number.value)), "date/shared month")


def _second_day(scan: Scan, at: int, end: int) -> tuple[float, int] | None:
    """Find the other day of a pair: و15, - 12, إلى 20, والخامس."""
    if scan.bare(at, end, TermKind.TO, TermKind.OR) or scan.norm(at, end) in {"و", "/"}:
        number = scan.day_number(at + 1, end)
        if number is not None and number.clitic:
            number = None
    else:
        number = scan.day_number(at, end)
        number = number if number and number.clitic == "و" else None
    return (number.value, number.last) if number and number.value else None


def _month_after(scan: Scan, first: int, at: int, end: int, day: int) -> Draft | None:
    """Read (من) (شهر) month (year…), or من الشهر الماضي, after the number of a day."""
    if scan.norm(at, end) in _DAY_MARKS and scan.touches(at) and scan.bare(at + 1, end, TermKind.MONTH):
        at += 1  # 2- أكتوبر
    this_month = scan.bare(at, end, TermKind.SHIFT)
    if this_month and this_month.is_definite and not this_month.term.code and scan.norms[at - 1].isdecimal():
        meaning = MonthDay(day, this_month.term.number)  # 14 الجاري
        return Draft(first, this_month.last, TimeType.DATE, meaning, "date/day of month")
    place = at + 1 if scan.norm(at, end) in {"من", "في"} else at
    unit = scan.bare(place, end, TermKind.UNIT)
    if unit and unit.term.code == "M":
        shifted = scan.hit(unit.last, end, TermKind.SHIFT) if unit.is_definite else None
        if shifted and place > at:
            return Draft(first, shifted.last, TimeType.DATE, MonthDay(day, shifted.term.number), "date/day of month")
        this = scan.bare(unit.last, end, TermKind.THIS)
        if unit.is_definite and this:
            return Draft(first, this.last, TimeType.DATE, MonthDay(day, 0), "date/day of month")
        if unit.is_definite and place > at and scan.norms[at - 1].isalpha():  # الخامس عشر من الشهر
            return Draft(first, unit.last, TimeType.DATE, MonthDay(day, 0), "date/day of month")
        place = unit.last
    elif place < end and scan.norms[place] == "هذا" and scan.norm(place + 1, end) == "الشهر":
        return Draft(first, place + 2, TimeType.DATE, MonthDay(day, 0), "date/day of month")
    return _read_month(scan, first, place, end, day)


def find_month(scan: Scan, at: int, end: int) -> Draft | None:
    """Read a month without a day: أغسطس من العام الماضي, فبراير/ شباط 2022, سبتمبر الماضي, شهر رمضان."""
    place = at
    if _is_of_name(scan, at, end):
        return None
    unit = scan.hit(at, end, TermKind.UNIT)
    if unit and unit.term.code == "M" and not unit.is_definite:
        place = unit.last
    return _read_month(scan, at, place, end, None)


def _is_of_name(scan: Scan, at: int, end: int) -> bool:
    """Tell whether a month belongs to the name of a movement or place: قوى 14 آذار, قوى الثامن من آذار."""
    day = at - 2 if scan.norm(at - 1, end) == "من" else at - 1
    for first in (day, day - 1):
        number = scan.day_number(first, end) if first > 0 else None
        if number and number.last == day + 1 and scan.hit(first - 1, end, TermKind.NOT_DATE):
            return True
    return False


def _read_month(scan: Scan, first: int, at: int, end: int, day: int | None) -> Draft | None:
    kinds = (TermKind.MONTH, TermKind.HIJRI_MONTH)
    month = scan.hit(at, end, *kinds) if at == first else scan.bare(at, end, *kinds)
    if month is None or month.is_definite or (month.term.guard and month.clitic not in ("", "و")):
        return None
    if day and first and scan.hit(first - 1, end, TermKind.NOT_DATE):
        return None
    last = _skip_double(scan, month, end)
    if day is None and scan.bare(last, end, TermKind.NOT_MONTH):
        return None
    is_hijri = month.term.kind is TermKind.HIJRI_MONTH
    meaning, last, is_dated = _read_year_of(scan, last, end, month.term, day)
    if meaning is None:
        return None
    if month.term.guard and not is_dated and day is None and not _is_guarded_month(scan, month, at, first):
        return None
    if is_hijri and isinstance(meaning, Partial):
        meaning = HijriPartial(month.term.number, day, meaning.turn, meaning.years)
    elif day and not is_dated and first and scan.hit(first - 1, end, TermKind.EVENT):
        meaning = Fixed(_to_event_day(scan, month.term.number, day))
    rule = ("date/hijri " if is_hijri else "date/") + ("day and month" if day else "month")
    return Draft(first, last, TimeType.DATE, meaning, rule)


def _to_event_day(scan: Scan, month: int, day: int) -> str:
    """Return the day of an event known by its day and month (هجمات 11 سبتمبر); X for the year of one not known."""
    return f"{scan.calendar.known_years.get(month * 100 + day, 'XXXX')}-{month:02d}-{day:02d}"


def _is_guarded_month(scan: Scan, month: Hit, at: int, first: int) -> bool:
    """A form that is also a common word needs شهر before it or, where the guard is loose, a preposition of time."""
    if at > first or scan.fills(at, month.last):
        return True
    if month.term.guard is Guard.STRICT:
        return False
    return at > 0 and scan.bare(at - 1, len(scan.norms), TermKind.MONTH_CUE) is not None


def _skip_double(scan: Scan, month: Hit, end: int) -> int:
    """Pass over the second name of a month: نيسان/أبريل, تموز (يوليو), فبراير - شباط."""
    last, mark = month.last, scan.norm(month.last, end)
    beside = scan.bare(last, end, TermKind.MONTH)
    if beside and beside.term.number == month.term.number:  # أغسطس آب
        return beside.last
    if mark not in {"/", "(", "-", "–", "[", "\\", "او"}:
        return last
    other = scan.bare(last + 1, end, TermKind.MONTH)
    if other is None or other.term.number != month.term.number:
        return last
    return other.last + 1 if scan.norm(other.last, end) in {")", "]"} else other.last


def _read_year_of(scan: Scan, at: int, end: int, term: Term, day: int | None) -> tuple[Meaning | None, int, bool]:
    """Read what dates a month: a year, a shift, or من العام الماضي. Return (meaning, end, whether anything was read).

    The meaning is None where the calendar has no such day.
    """
    month = term.number
    is_hijri = term.kind is TermKind.HIJRI_MONTH
    year, last = read_year(scan, at, end)
    if year is not None:
        if is_hijri or 1300 < year < 1500:
            value = to_hijri_day(year, month, day) if day else to_hijri_month(year, month)
        else:
            value = to_day(year, month, day) if day else f"{year}-{month:02d}"
        return (Fixed(value) if value else None), last, True
    if day and not is_hijri and to_day(2024, month, day) is None:
        return None, at, False
    shift = scan.bare(at, end, TermKind.SHIFT)
    if shift and shift.is_definite:
        return Partial(month, day, turn=shift.term.number), shift.last, True
    place = at + 1 if scan.norm(at, end) in {"من", "في"} else at
    unit = scan.bare(place, end, TermKind.UNIT)
    if unit and unit.term.code == "Y" and unit.is_definite:
        shift = scan.bare(unit.last, end, TermKind.SHIFT)
        if shift and shift.term.code != "told":
            return Partial(month, day, years=shift.term.number), shift.last, True
        same = scan.bare(unit.last, end, TermKind.SAME)
        if same:
            return Partial(month, day), same.last, True
    if scan.bare(place, end, TermKind.THIS):
        unit = scan.bare(place + 1, end, TermKind.UNIT)
        if unit and unit.term.code == "Y":
            return Partial(month, day, years=0), unit.last, True
    return Partial(month, day), at, False
