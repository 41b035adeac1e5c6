"""The nth of something: أول اثنين من مارس, آخر يوم في الشهر, الجمعة الأخيرة من رمضان, اليوم الثالث من العام."""

import msgspec

from marsad.lang.numerals import NumberKind
from marsad.lexicon.calendar import Hit, TermKind
from marsad.model import TimeType
from marsad.read.times_dates import find_month
from marsad.read.times_meaning import Feast, Fixed, HijriPartial, Meaning, Nth, UnitShift
from marsad.read.times_periods import find_feast, find_ordinal_unit, find_shifted_unit
from marsad.read.times_scan import Draft, Scan
from marsad.read.times_years import find_year

_UNITS = frozenset({"D", "WE", "M", "Q"})


def find_nth(scan: Scan, at: int, end: int) -> Draft | None:
    """Read an ordinal or آخر with a day, weekday, weekend or month, and the stretch it is counted in."""
    return _find_ordinal_first(scan, at, end) or _find_ordinal_after(scan, at, end)


def _find_ordinal_first(scan: Scan, at: int, end: int) -> Draft | None:
    """Read أول اثنين من مارس, آخر يوم في الشهر, ثاني أيام الشهر."""
    latest = scan.hit(at, end, TermKind.LAST)
    number = None if latest else scan.number(at, end)
    if latest:
        count, place = -1, latest.last
    elif number and number.kind is NumberKind.ORDINAL and number.value and not number.is_definite:
        count, place = int(number.value), number.last
    else:
        return None
    counted = _read_counted(scan, place, end)
    if counted is None or counted.is_definite:
        return None
    return _to_nth(scan, at, counted, counted.last, count, end)


def _find_ordinal_after(scan: Scan, at: int, end: int) -> Draft | None:
    """Read الاثنين الأول من مارس, اليوم الأخير من العام الماضي."""
    counted = _read_counted(scan, at, end, is_first=True)
    if counted is None or not counted.is_definite:
        return None
    latest = scan.bare(counted.last, end, TermKind.RECENT)
    number = scan.number(counted.last, end)
    if latest and latest.is_definite:
        return _to_nth(scan, at, counted, latest.last, -1, end)
    is_ordinal = number is not None and number.kind is NumberKind.ORDINAL and number.is_definite and not number.clitic
    if number is None or not number.value or not is_ordinal:
        return None
    return _to_nth(scan, at, counted, number.last, int(number.value), end)


def _read_counted(scan: Scan, at: int, end: int, *, is_first: bool = False) -> Hit | None:
    """Return the unit or weekday that is counted; before its ordinal it may bear a clitic."""
    find = scan.hit if is_first else scan.bare
    hit = find(at, end, TermKind.WEEKDAY, TermKind.WEEKEND, TermKind.UNIT, TermKind.UNIT_PLURAL)
    if hit and hit.term.code == "D" and not hit.is_definite:  # أول يوم جمعة
        weekday = scan.bare(hit.last, end, TermKind.WEEKDAY)
        return weekday or hit
    return hit


def _to_nth(scan: Scan, first: int, counted: Hit, at: int, count: int, end: int) -> Draft | None:
    weekday = counted.term.number if counted.term.kind is TermKind.WEEKDAY else None
    unit = {TermKind.WEEKDAY: "D", TermKind.WEEKEND: "WE"}.get(counted.term.kind, counted.term.code)
    if unit not in _UNITS:
        return None
    is_plural = counted.term.kind is TermKind.UNIT_PLURAL  # أول أيام الشهر: what it is counted in stands right after it
    base = _read_base(scan, at, end, is_joined=is_plural)
    if base is None:
        return None
    if is_plural and count < 0:  # آخر أيام الشهر: its end
        return Draft(first, base.last, TimeType.DATE, base.meaning, "date/last days", "END")
    meaning: Meaning = Nth(count, unit, base.meaning, weekday)
    if base.rule.startswith("date/hijri") or isinstance(base.meaning, Feast):
        meaning = _to_hijri(base.meaning, unit, weekday, count)
    return Draft(first, base.last, TimeType.DATE, meaning, "date/nth")


def _to_hijri(base: Meaning, unit: str, weekday: int | None, count: int) -> Meaning:
    """A Hijri month's days begin with the sighting of the moon: its nth day is known nearly, its weekdays are not."""
    if isinstance(base, Feast):
        return base
    if isinstance(base, HijriPartial) and base.day is None and unit == "D" and weekday is None and count > 0:
        return msgspec.structs.replace(base, day=count)
    return Fixed(None)


def _read_base(scan: Scan, at: int, end: int, *, is_joined: bool) -> Draft | None:
    of = scan.norm(at, end) in {"من", "في"}
    if not (of or is_joined or scan.norm(at, end).startswith(("ب", "ل"))):
        return None
    place = at + 1 if of else at
    finders = (find_month, find_shifted_unit, find_year, find_ordinal_unit, find_feast)
    base = max((d for find in finders if (d := find(scan, place, end))), key=lambda d: d.last, default=None)
    if base:
        return base
    unit = scan.hit(place, end, TermKind.UNIT)
    if unit and unit.is_definite and unit.term.code in {"Y", "M", "W"}:
        return Draft(place, unit.last, TimeType.DATE, UnitShift(unit.term.code, 0), "date/this unit")
    return None
