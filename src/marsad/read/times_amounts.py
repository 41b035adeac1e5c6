"""Amounts of time: three days, an hour and a half, two years and four months, some weeks; their ISO 8601 durations."""

import msgspec

from marsad.lang.numerals import Number, NumberKind
from marsad.lexicon.calendar import Hit, TermKind
from marsad.read.times_scan import Scan

CLOCKED = {"H": "H", "MIN": "M", "SEC": "S"}
DATED = {"Y": ("Y", 1), "M": ("M", 1), "W": ("W", 1), "D": ("D", 1), "DE": ("Y", 10), "CE": ("Y", 100)}
# The half of a unit as a smaller one: سنة ونصف is a year and six months.
_HALVES = {"Y": ("M", 12), "H": ("MIN", 60), "D": ("H", 24), "MIN": ("SEC", 60)}
# From the largest to the smallest: a smaller amount may follow a larger one.
UNIT_ORDER = ("CE", "DE", "Y", "M", "W", "D", "H", "MIN", "SEC")
_VAGUE = {"DE": "DE", "CE": "CE"}


class Amount(msgspec.Struct, frozen=True):
    """`count` units of time (None: some) over a token range; `fraction` is added to it (ساعتين ونصف)."""

    first: int
    last: int
    unit: str
    count: float | None
    fraction: float = 0.0
    is_definite: bool = False
    is_bare: bool = False

    def to_iso(self) -> str | None:
        """Return the ISO 8601 duration; X stands for an unnamed number, as TIMEX3 has it."""
        if self.count is None:
            if self.unit in CLOCKED:
                return f"PTX{CLOCKED[self.unit]}"
            return f"PX{_VAGUE.get(self.unit, self.unit)}"
        whole, part = self.count, self.fraction
        if part < 0:
            whole, part = whole - 1, part + 1
        if 0 < whole < 1 and self.unit in {"DE", "CE"}:
            letter, times = DATED[self.unit]
            return f"P{_write(whole * times)}{letter}"
        if whole < 1 or whole % 1:
            whole, part = whole // 1, part + whole % 1
        return _to_iso(self.unit, whole, part)


def _write(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:g}"


def _to_iso(unit: str, whole: float, part: float) -> str | None:
    smaller, times = _HALVES.get(unit, ("", 0))
    if part and (part * times) % 1 < 1e-9 and smaller:
        date, clock = _to_parts(unit, whole) if whole else ("", "")
        small_date, small_clock = _to_parts(smaller, part * times)
        date, clock = date + small_date, clock + small_clock
    elif unit in CLOCKED or unit in DATED:
        date, clock = _to_parts(unit, whole + part)
    else:
        return None
    return "P" + date + ("T" + clock if clock else "")


def _to_parts(unit: str, count: float) -> tuple[str, str]:
    if unit in CLOCKED:
        return "", _write(count) + CLOCKED[unit]
    letter, times = DATED[unit]
    return _write(count * times) + letter, ""


def read_amount(scan: Scan, at: int, end: int) -> Amount | None:
    """Read a number and its unit, a dual, a vague or bare plural, or a lone singular (`is_bare`)."""
    return _read_few(scan, at, end) or _read_counted(scan, at, end) or _read_unit(scan, at, end)


def _read_few(scan: Scan, at: int, end: int) -> Amount | None:
    """Read عدة أيام, بضع سنوات, عشرات السنين."""
    few = scan.hit(at, end, TermKind.FEW)
    number = None if few else scan.number(at, end)
    place = few.last if few else number.last if number and number.value is None else at
    unit = scan.unit(place, end) if place > at else None
    if unit and not unit.clitic and unit.term.kind is TermKind.UNIT_PLURAL and bool(few) is not unit.is_definite:
        return Amount(at, unit.last, unit.term.code, None)
    return None


def _read_counted(scan: Scan, at: int, end: int) -> Amount | None:
    """Read ثلاثة أيام, 60 يوما, نصف ساعة, 30 إلى 60 يوما, ثلاث سنوات ونصف, الثلاثة أشهر."""
    number = scan.number(at, end)
    if number is None or number.value is None or number.kind is NumberKind.ORDINAL:
        return None
    number = _read_range(scan, number, end)
    unit = scan.unit(number.last, end)
    if unit is None or unit.clitic or unit.term.kind is TermKind.UNIT_DUAL or unit.term.code in {"Q", "HALF"}:
        return None
    if number.kind is NumberKind.FRACTION and unit.term.kind is TermKind.UNIT_PLURAL:
        return None
    if unit.is_definite and number.is_definite is (number.kind is NumberKind.FRACTION):
        return None  # ثلاثة الأيام, الربع العام الماضي; but نصف الساعة, الثلاثة الأيام
    fraction, last = _read_part(scan, unit, end)
    return Amount(at, last, unit.term.code, number.value, fraction, number.is_definite)


def _read_range(scan: Scan, number: Number, end: int) -> Number:
    """Of a range the far end is the value: 30 الى 60 يوما."""
    if scan.bare(number.last, end, TermKind.TO, TermKind.OR):
        other = scan.number(number.last + 1, end)
        if other and other.value and not other.clitic and other.kind is number.kind:
            return other
    return number


def _read_part(scan: Scan, unit: Hit, end: int) -> tuple[float, int]:
    """Read ونصف (السنة), و ربع, إلا ربعا after a unit: what is added, and the end."""
    less = scan.bare(unit.last, end, TermKind.EXCEPT)
    apart = less is not None or scan.norm(unit.last, end) == "و"
    number = scan.number(unit.last + 1 if apart else unit.last, end)
    if number is None or number.kind is not NumberKind.FRACTION or not number.value:
        return 0.0, unit.last
    if not apart and number.clitic != "و":
        return 0.0, unit.last
    again = scan.bare(number.last, end, TermKind.UNIT)
    last = again.last if again and again.term.code == unit.term.code else number.last
    return -number.value if less else number.value, last


def _read_unit(scan: Scan, at: int, end: int) -> Amount | None:
    """Read a dual (يومين, العامين), an indefinite plural (سنوات قليلة) or a lone singular (عام, يوم واحد)."""
    unit = scan.unit(at, end)
    if unit is None or unit.term.code in {"Q", "HALF"}:
        return None
    code, kind = unit.term.code, unit.term.kind
    if kind is TermKind.UNIT_DUAL:
        if scan.year(unit.last, end):
            return None
        fraction, last = _read_part(scan, unit, end)
        return Amount(at, last, code, 2, fraction, unit.is_definite)
    if unit.is_definite:
        return None
    if kind is TermKind.UNIT_PLURAL:
        few = scan.bare(unit.last, end, TermKind.FEW)
        return Amount(at, few.last if few else unit.last, code, None, is_bare=few is None)
    if scan.bare(unit.last, end, TermKind.WHOLE):
        return Amount(at, unit.last + 1, code, 1)
    fraction, last = _read_part(scan, unit, end)
    return Amount(at, last, code, 1, fraction, is_bare=not fraction)


def read_joined(scan: Scan, at: int, end: int) -> Amount | None:
    """Read the amount that و adds: وأربعة أشهر, ويومين, و 20 دقيقة."""
    norm = scan.norm(at, end)
    if not norm.startswith("و"):
        return None
    place = at + 1 if norm == "و" else at
    more = _read_counted(scan, place, end) or _read_unit(scan, place, end)
    return more if more and more.count is not None and not (more.is_bare and more.count != 1) else None


def join_iso(first: str, second: str) -> str:
    """Return two ISO durations as one, the larger unit first."""
    date, _, clock = first[1:].partition("T")
    more_date, _, more_clock = second[1:].partition("T")
    clock += more_clock
    return "P" + date + more_date + ("T" + clock if clock else "")
