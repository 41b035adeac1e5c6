"""Stretches of the calendar: seasons, feasts, decades, centuries, quarters, this and last year, and their edges."""

from marsad.lang.numerals import NumberKind
from marsad.lexicon.calendar import TermKind
from marsad.model import TimeType
from marsad.read.times_dates import find_month
from marsad.read.times_meaning import Anniversary, Back, Feast, Fixed, Season, UnitPart, UnitShift, Weekend
from marsad.read.times_scan import Draft, Scan, read_beyond
from marsad.read.times_years import find_year, read_year, to_year


def find_season(scan: Scan, at: int, end: int) -> Draft | None:
    """Read الربيع المقبل, خريف عام 2011, صيف العام الماضي, هذا الصيف."""
    this = scan.hit(at, end, TermKind.THIS)
    if this:
        season = scan.bare(this.last, end, TermKind.SEASON)
        if season and season.is_definite:
            return Draft(at, season.last, TimeType.DATE, Season(season.term.code, turn=0), "date/season")
        return None
    season = scan.hit(at, end, TermKind.SEASON)
    if season is None:
        return None
    code = season.term.code
    shift = scan.bare(season.last, end, TermKind.SHIFT)
    if season.is_definite:
        if shift and shift.is_definite:
            return Draft(at, shift.last, TimeType.DATE, Season(code, turn=shift.term.number), "date/season")
        return None
    year, last = read_year(scan, season.last, end)
    if year:
        return Draft(at, last, TimeType.DATE, Season(code, year=year), "date/season")
    this = scan.bare(season.last, end, TermKind.THIS)
    unit = scan.bare(this.last if this else season.last, end, TermKind.UNIT)
    if unit and unit.term.code == "Y" and unit.is_definite:
        if this:
            return Draft(at, unit.last, TimeType.DATE, Season(code, years=0), "date/season")
        shift = scan.bare(unit.last, end, TermKind.SHIFT)
        if shift:
            return Draft(at, shift.last, TimeType.DATE, Season(code, years=shift.term.number), "date/season")
    return None


def find_feast(scan: Scan, at: int, end: int) -> Draft | None:
    """Read عيد الفطر (الماضي), رأس السنة 2024."""
    feast = scan.hit(at, end, TermKind.FEAST, TermKind.HIJRI_FEAST)
    if feast is None:
        return None
    if not feast.term.number:
        return Draft(at, feast.last, TimeType.DATE, Fixed(None), "date/feast")
    month, day = divmod(feast.term.number, 100)
    is_hijri = feast.term.kind is TermKind.HIJRI_FEAST
    year, last = read_year(scan, feast.last, end)
    shift = scan.bare(last, end, TermKind.SHIFT) if year is None else None
    turn = shift.term.number if shift and shift.is_definite else None
    last = shift.last if shift and shift.is_definite else last
    return Draft(at, last, TimeType.DATE, Feast(month, day, is_hijri, year=year, turn=turn), "date/feast")


def find_anniversary(scan: Scan, at: int, end: int) -> Draft | None:
    """Read الذكرى الثمانين, الذكرى السنوية الأولى: a day that the date of the happening beside it will tell."""
    cue = scan.hit(at, end, TermKind.ANNIVERSARY)
    number = scan.number(cue.last, end) if cue else None
    if number is None or not number.value or number.value % 1 or number.clitic:
        return None
    if not (number.is_definite or number.is_digits):
        return None
    return Draft(at, number.last, TimeType.DATE, Anniversary(int(number.value)), "date/anniversary")


def find_decade(scan: Scan, at: int, end: int) -> Draft | None:
    """Read التسعينيات, ستينيات القرن الماضي, عشرينيات القرن الحالي; not the age of a person."""
    decade = scan.hit(at, end, TermKind.DECADE)
    if decade is None:
        return None
    last, century = decade.last, 19
    place = last + 1 if scan.norm(last, end) == "من" else last
    if scan.bare(place, end, TermKind.AGE):
        return None
    unit = scan.bare(place, end, TermKind.UNIT)
    if unit and unit.term.code == "CE" and unit.is_definite:
        shift = scan.bare(unit.last, end, TermKind.SHIFT)
        number = scan.number(unit.last, end)
        if shift:
            century, last = 20 + shift.term.number, shift.last
        elif number and number.value:
            century, last = int(number.value) - 1, number.last
    elif not decade.is_definite:
        return None
    return Draft(at, last, TimeType.DATE, Fixed(f"{century}{decade.term.number // 10}"), "date/decade")


def find_ordinal_unit(scan: Scan, at: int, end: int) -> Draft | None:
    """Read القرن الحادي والعشرين, الربع الثالث من 2023, النصف الأول من العام الجاري, اليوم الأول."""
    unit = scan.hit(at, end, TermKind.UNIT)
    if unit is None or not unit.is_definite:
        return None
    code = unit.term.code
    latest = scan.bare(unit.last, end, TermKind.RECENT)
    if code == "Q" and latest and latest.is_definite:
        return _read_year_part(scan, at, latest.last, end, "Q4")
    number = scan.number(unit.last, end)
    if number is None or number.value is None or not number.is_definite or number.clitic or number.value > 31:
        return None
    count = int(number.value)
    if code == "CE":
        return Draft(at, number.last, TimeType.DATE, Fixed(str(count - 1)), "date/century")
    if number.kind is NumberKind.ORDINAL and code == "DE" and count <= 10:
        return _read_decade(scan, at, number.last, end, count)
    if number.kind is NumberKind.ORDINAL and code == "W" and count <= 5:
        return _read_week_of_month(scan, at, number.last, end, count)
    if number.kind is NumberKind.ORDINAL and code in {"Q", "HALF"} and count <= (4 if code == "Q" else 2):
        return _read_year_part(scan, at, number.last, end, f"{code[0]}{count}")
    if number.kind is NumberKind.ORDINAL and code == "D" and not number.is_digits:
        if at and scan.hit(at - 1, end, TermKind.NOT_TODAY):
            return None
        return Draft(at, number.last, TimeType.DATE, Fixed(None), "date/ordinal day")
    return None


def _read_year_part(scan: Scan, first: int, at: int, end: int, part: str) -> Draft | None:
    year, last = read_year(scan, at, end)
    if year is None and scan.norm(at, end) == "من":
        year = scan.year(at + 1, end)
        last = at + 2 if year else at
    if year:
        return Draft(first, last, TimeType.DATE, UnitPart(part, year), "date/part of year")
    place = at + 1 if scan.norm(at, end) == "من" else at
    this = scan.bare(place, end, TermKind.THIS)
    place = this.last if this else place
    unit = scan.bare(place, end, TermKind.UNIT)
    if unit and unit.term.code == "Y" and unit.is_definite:
        shift = scan.bare(unit.last, end, TermKind.SHIFT)
        last = shift.last if shift else unit.last
        return Draft(
            first, last, TimeType.DATE, UnitPart(part, years=shift.term.number if shift else 0), "date/part of year"
        )
    month = find_month(scan, at + 1, end) if part[0] == "H" and place > at else None
    if month:  # النصف الأول من يونيو
        return Draft(first, month.last, TimeType.DATE, month.meaning, "date/half of month", _HALVES[part])
    return Draft(first, at, TimeType.DATE, UnitPart(part), "date/part of year") if part[0] == "Q" else None


_HALVES = {"H1": "START", "H2": "END"}


def _read_decade(scan: Scan, first: int, at: int, end: int, count: int) -> Draft | None:
    """Read the century of العقد الأول من القرن الحالي."""
    unit = scan.bare(at + 1, end, TermKind.UNIT) if scan.norm(at, end) == "من" else None
    if unit is None or unit.term.code != "CE" or not unit.is_definite:
        return None
    shift = scan.bare(unit.last, end, TermKind.SHIFT)
    number = scan.number(unit.last, end)
    if shift:
        century, last = 20 + shift.term.number, shift.last
    elif number and number.value:
        century, last = int(number.value) - 1, number.last
    else:
        return None
    return Draft(first, last, TimeType.DATE, Fixed(f"{century}{count - 1}"), "date/decade")


def _read_week_of_month(scan: Scan, first: int, at: int, end: int, count: int) -> Draft | None:
    """Read the month of الأسبوع الأول من أكتوبر: which week that is, is not agreed; the month is, with its edge."""
    month = find_month(scan, at + 1, end) if scan.norm(at, end) == "من" else None
    if month is None:
        return None
    mod = {1: "START", 2: "MID", 3: "MID"}.get(count, "END")
    return Draft(first, month.last, TimeType.DATE, month.meaning, "date/week of month", mod)


def find_shifted_unit(scan: Scan, at: int, end: int) -> Draft | None:
    """Read العام الماضي, هذا الأسبوع, الشهر المقبل, العام نفسه, القرن الماضي."""
    weekend = scan.hit(at, end, TermKind.WEEKEND)
    if weekend:
        return _find_weekend(scan, at, weekend.last, end)
    this = scan.hit(at, end, TermKind.THIS)
    if this:
        unit = scan.bare(this.last, end, TermKind.UNIT)
        if unit and unit.is_definite and unit.term.code in _SHIFTED:
            return Draft(at, unit.last, TimeType.DATE, UnitShift(unit.term.code, 0), "date/this unit")
        return None
    unit = scan.hit(at, end, TermKind.UNIT)
    if unit is None or not unit.is_definite or unit.term.code not in _SHIFTED:
        return None
    if at and unit.term.code == "Y" and scan.hit(at - 1, end, TermKind.NOT_UNIT):
        return None
    same = scan.bare(unit.last, end, TermKind.SAME)
    if same:
        return Draft(at, same.last, TimeType.DATE, Back(unit.term.code), "date/same unit")
    place = unit.last
    few = scan.number(place, end)
    if few and few.kind is NumberKind.ORDINAL:
        return None
    beyond = read_beyond(scan, place, end)
    if beyond:
        return Draft(at, beyond[1], TimeType.DATE, UnitShift(unit.term.code, beyond[0]), "date/shifted unit")
    if unit.term.code == "Y" and scan.bare(place, end, TermKind.YEAR_KIND):
        place += 1
    shift = scan.bare(place, end, TermKind.SHIFT)
    if shift is None or not shift.is_definite:
        return None
    if shift.term.code == "told":
        return Draft(at, shift.last, TimeType.DATE, Back(unit.term.code, shift.term.number), "date/unit from told")
    last = shift.last
    year, after = read_year(scan, last, end)
    if unit.term.code == "Y" and year and after == last + 1:  # العام الجاري 2015
        return Draft(at, after, TimeType.DATE, Fixed(str(year)), "date/year")
    return Draft(at, last, TimeType.DATE, UnitShift(unit.term.code, shift.term.number), "date/shifted unit")


def _find_weekend(scan: Scan, first: int, at: int, end: int) -> Draft | None:
    """Read عطلة نهاية الأسبوع (الماضية): the weekend by the tense, or that of last week (الأسبوع الماضي)."""
    if scan.norms[at - 1][:2] != "ال":
        return None
    shift = scan.bare(at, end, TermKind.SHIFT)
    if shift is None or not shift.is_definite or shift.term.code:
        return Draft(first, at, TimeType.DATE, Weekend(), "date/weekend")
    turn = shift.term.number
    meaning = Weekend(turn=turn) if scan.norms[shift.last - 1].endswith("ه") else Weekend(weeks=turn)
    return Draft(first, shift.last, TimeType.DATE, meaning, "date/weekend")


_SHIFTED = frozenset({"Y", "M", "W", "D", "Q", "HALF", "DE", "CE"})


def _is_definite_unit(scan: Scan, at: int, end: int) -> bool:
    """Tell whether a definite unit follows أول or آخر: أول الشهر is its beginning, أول شهر is not."""
    unit = scan.bare(at, end, TermKind.UNIT)
    return unit is not None and unit.is_definite


def find_edge(scan: Scan, at: int, end: int) -> Draft | None:
    """Read مطلع أغسطس, نهاية العام الجاري, منتصف التسعينيات, مطلع الأسبوع."""
    edge = scan.hit(at, end, TermKind.EDGE)
    if edge is None:
        return None
    place = edge.last
    if edge.term.guard and not _is_definite_unit(scan, place, end):
        return None
    inner = None
    for finder in (find_shifted_unit, find_month, find_season, find_decade, find_year, find_ordinal_unit):
        found = finder(scan, place, end)
        if found and (inner is None or found.last > inner.last):
            inner = found
    if inner is None:
        unit = scan.bare(place, end, TermKind.UNIT)
        year = scan.year(place, end)
        if year:
            inner = to_year(scan, place, place + 1, end, year)
        elif unit and unit.is_definite and unit.term.code in {"Y", "M", "W"}:
            inner = Draft(place, unit.last, TimeType.DATE, UnitShift(unit.term.code, 0), "date/this unit")
    if inner is None:
        return None
    return Draft(at, inner.last, inner.type, inner.meaning, inner.rule, edge.term.code)
