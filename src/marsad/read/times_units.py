"""Amounts of time: durations in words and digits, how long ago, the last and the coming ones, and what recurs."""

import msgspec

from marsad.lang.numerals import Number, NumberKind
from marsad.lexicon.calendar import Hit, TermKind
from marsad.model import TimeType
from marsad.read.times_meaning import Back, Fixed, UnitShift
from marsad.read.times_scan import Draft, Scan

_FRAMES = (TermKind.AGO, TermKind.SINCE, TermKind.AFTER, TermKind.WITHIN, TermKind.LASTING)
_CLOCKED = {"H": "H", "MIN": "M", "SEC": "S"}
_DATED = {"Y": ("Y", 1), "M": ("M", 1), "W": ("W", 1), "D": ("D", 1), "DE": ("Y", 10), "CE": ("Y", 100)}
# The half of a unit as a smaller one: سنة ونصف is a year and six months.
_HALVES = {"Y": ("M", 12), "H": ("MIN", 60), "D": ("H", 24), "MIN": ("SEC", 60)}
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
            if self.unit in _CLOCKED:
                return f"PTX{_CLOCKED[self.unit]}"
            return f"PX{_VAGUE.get(self.unit, self.unit)}"
        whole, part = self.count, self.fraction
        if 0 < whole < 1 and self.unit in {"DE", "CE"}:
            letter, times = _DATED[self.unit]
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
    elif unit in _CLOCKED or unit in _DATED:
        date, clock = _to_parts(unit, whole + part)
    else:
        return None
    return "P" + date + ("T" + clock if clock else "")


def _to_parts(unit: str, count: float) -> tuple[str, str]:
    if unit in _CLOCKED:
        return "", _write(count) + _CLOCKED[unit]
    letter, times = _DATED[unit]
    return _write(count * times) + letter, ""


def read_amount(scan: Scan, at: int, end: int) -> Amount | None:
    """Read a number and its unit, a dual, a vague or bare plural, or a lone singular (`is_bare`)."""
    return _read_few(scan, at, end) or _read_counted(scan, at, end) or _read_unit(scan, at, end)


def _read_few(scan: Scan, at: int, end: int) -> Amount | None:
    """Read عدة أيام, بضع سنوات."""
    few = scan.hit(at, end, TermKind.FEW)
    unit = scan.unit(few.last, end) if few else None
    if unit and not unit.clitic and unit.term.kind is TermKind.UNIT_PLURAL:
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
    if unit.is_definite and not number.is_definite and number.kind is not NumberKind.FRACTION:
        return None
    fraction, last = _read_half(scan, unit, end)
    return Amount(at, last, unit.term.code, number.value, fraction, number.is_definite)


def _read_range(scan: Scan, number: Number, end: int) -> Number:
    """Of a range the far end is the value: 30 الى 60 يوما."""
    if scan.norm(number.last, end) in {"الي", "-", "او", "–", "حتي"}:
        other = scan.number(number.last + 1, end)
        if other and other.value and not other.clitic and other.kind is number.kind:
            return other
    return number


def _read_half(scan: Scan, unit: Hit, end: int) -> tuple[float, int]:
    """Read ونصف (السنة), وربع after a unit."""
    number = scan.number(unit.last, end)
    if number is None or number.kind is not NumberKind.FRACTION or number.clitic != "و" or not number.value:
        return 0.0, unit.last
    again = scan.bare(number.last, end, TermKind.UNIT)
    return number.value, again.last if again and again.term.code == unit.term.code else number.last


def _read_unit(scan: Scan, at: int, end: int) -> Amount | None:
    """Read a dual (يومين, العامين), an indefinite plural (سنوات قليلة) or a lone singular (عام, يوم واحد)."""
    unit = scan.unit(at, end)
    if unit is None or unit.term.code in {"Q", "HALF"}:
        return None
    code, kind = unit.term.code, unit.term.kind
    if kind is TermKind.UNIT_DUAL:
        if scan.year(unit.last, end):
            return None
        fraction, last = _read_half(scan, unit, end)
        return Amount(at, last, code, 2, fraction, unit.is_definite)
    if unit.is_definite:
        return None
    if kind is TermKind.UNIT_PLURAL:
        few = scan.bare(unit.last, end, TermKind.FEW)
        return Amount(at, few.last if few else unit.last, code, None, is_bare=few is None)
    if scan.norm(unit.last, end) in {"واحد", "واحده", "كامل", "كامله", "واحدا", "كاملا"}:
        return Amount(at, unit.last + 1, code, 1)
    fraction, last = _read_half(scan, unit, end)
    return Amount(at, last, code, 1, fraction, is_bare=not fraction)


def find_amount(scan: Scan, at: int, end: int) -> Draft | None:
    """Read a duration, on its own or after قبل, منذ, بعد, خلال; a lone singular needs such a word."""
    latest = scan.hit(at, end, TermKind.LAST)
    if latest is not None:
        amount = read_amount(scan, latest.last, end)
        if amount is None or amount.is_definite or not amount.count or amount.is_bare:
            return None
        return Draft(at, amount.last, TimeType.DURATION, Fixed(amount.to_iso()), "duration/last")
    frame = scan.hit(at, end, *_FRAMES)
    if frame is not None:
        place, mod = _skip_about(scan, frame.last, end)
        amount = read_amount(scan, place, end)
        if amount is None or amount.is_definite:
            return None
        if amount.is_bare and amount.count == 1 and not _is_lone_duration(scan, amount, frame, end):
            return None
        return _to_framed(scan, at, frame.term.kind, amount, mod, end)
    amount = read_amount(scan, at, end)
    if amount and amount.is_bare and amount.count == 1 and _read_joined(scan, amount.last, end):
        return _to_duration(scan, amount, None, end)  # سنة وثلاثة أشهر
    if amount is None or (amount.is_bare and (amount.count == 1 or not _is_vague_duration(scan, amount, end))):
        return None
    placed = _find_definite(scan, amount, end)
    is_named = amount.is_definite and amount.count == 2 and scan.unit(amount.first, end) is not None  # ذو القرنين
    return placed or (None if is_named else _to_duration(scan, amount, None, end))


def _skip_about(scan: Scan, at: int, end: int) -> tuple[int, str | None]:
    about = scan.hit(at, end, TermKind.ABOUT)
    return (about.last, about.term.code) if about else (at, None)


def _is_lone_duration(scan: Scan, amount: Amount, frame: Hit, end: int) -> bool:
    """قبل عام, خلال شهر; but not قبل يوم الاقتراع or خلال شهر رمضان, where another noun completes the unit."""
    after = scan.norm(amount.last, end)
    if (after.startswith("ال") and after not in {"الي", "الا", "التي", "الذي", "الان"}) or scan.year(amount.last, end):
        return False
    return scan.hit(amount.last, end, TermKind.MONTH, TermKind.HIJRI_MONTH, TermKind.WEEKDAY) is None


def _is_vague_duration(scan: Scan, amount: Amount, end: int) -> bool:
    """A bare plural is a duration where nothing else counts it: سنوات, لعقود; أشهر and عقود are other words too."""
    before = scan.norm(amount.first - 1, end) if amount.first else ""
    word = scan.norms[amount.first]
    if (
        scan.norm(amount.last, end).startswith("ال")
        or scan.year(amount.last, end)
        or before in {"اول", "اخر", "ثاني", "ثالث", "تلك", "هذه"}
    ):
        return False
    if amount.unit == "Y":
        return True
    return word.startswith("ل") or (amount.unit in {"M", "DE"} and word.endswith("ا"))


def _to_framed(scan: Scan, at: int, frame: TermKind, amount: Amount, mod: str | None, end: int) -> Draft | None:
    after = scan.norm(amount.last, end)
    if frame is TermKind.AGO:
        if after == "من" and not _is_time_noun(scan, amount.last + 1, end):
            return Draft(at, amount.last, TimeType.DATE, Back(amount.unit, 0), "date/before event", mod)
        last = amount.last + 2 if after == "من" else amount.last
        if amount.count is None or amount.unit in _CLOCKED:
            return Draft(at, last, TimeType.DATE, Fixed("PAST_REF"), "date/some time ago", mod)
        return Draft(at, last, TimeType.DATE, to_shift(amount, -1), "date/ago", mod)
    if frame is TermKind.WITHIN and amount.count is None:
        return Draft(at, amount.last, TimeType.DATE, Fixed("FUTURE_REF"), "date/within some time", mod)
    if frame is TermKind.AFTER and after not in {"من", "علي"} and amount.unit not in _CLOCKED:
        meaning = Fixed("FUTURE_REF") if amount.count is None else to_shift(amount, 1)
        return Draft(at, amount.last, TimeType.DATE, meaning, "date/in", mod)
    return _find_definite(scan, amount, end) or _to_duration(scan, amount, mod, end)


def _is_time_noun(scan: Scan, at: int, end: int) -> bool:
    """عقد من الزمن, شهر من الآن: the phrase ends with a noun of time, no event follows."""
    return scan.norm(at, end) in {"الزمن", "الزمان", "الان", "اليوم"}


def to_shift(amount: Amount, sign: int) -> UnitShift | Fixed:
    """Return the unit so many units from the day of writing: years ago a year, weeks ago a week, days ago a day."""
    count = amount.count or 0
    unit, times = {"DE": ("Y", 10), "CE": ("Y", 100)}.get(amount.unit, (amount.unit, 1))
    if amount.fraction or count % 1:
        if unit != "Y":
            return Fixed(None)
        return UnitShift("M", sign * round((count * times + amount.fraction) * 12))
    return UnitShift(unit, sign * int(count * times))


def _find_definite(scan: Scan, amount: Amount, end: int) -> Draft | None:
    """Read العامين الماضيين, الثلاثة أشهر المقبلة, 24 ساعة الماضية: a duration with the adjective that places it."""
    place = _skip_adjectives(scan, amount.last, end)
    if place == amount.last or amount.count is None:
        return None
    return Draft(amount.first, place, TimeType.DURATION, Fixed(amount.to_iso()), "duration/placed")


def _skip_adjectives(scan: Scan, at: int, end: int) -> int:
    word = scan.bare(at, end, TermKind.SHIFT, TermKind.RECENT)
    if word and word.is_definite:
        return word.last
    if scan.norm(at, end) in {"الاولين", "الاولي", "الاوليين", "الاول", "الاوائل"}:
        return at + 1
    return at


def _to_duration(scan: Scan, amount: Amount, mod: str | None, end: int) -> Draft:
    """Join a smaller amount with و: ثلاث سنوات وأربعة أشهر."""
    value, last = amount.to_iso(), amount.last
    more = _read_joined(scan, last, end) if amount.count is not None and value else None
    iso = more.to_iso() if more and more.unit != amount.unit else None
    if more and value and iso:
        value, last = _join(value, iso), more.last
    return Draft(amount.first, last, TimeType.DURATION, Fixed(value), "duration", mod)


def _read_joined(scan: Scan, at: int, end: int) -> Amount | None:
    """Read the amount that و adds: وأربعة أشهر, ويومين."""
    norm = scan.norm(at, end)
    if not norm.startswith("و") or len(norm) == 1:
        return None
    more = _read_counted(scan, at, end) or _read_unit(scan, at, end)
    return more if more and more.count is not None and not more.is_bare else None


def _join(first: str, second: str) -> str:
    date, _, clock = first[1:].partition("T")
    more_date, _, more_clock = second[1:].partition("T")
    clock += more_clock
    return "P" + date + more_date + ("T" + clock if clock else "")


def find_definite_plural(scan: Scan, at: int, end: int) -> Draft | None:
    """Read الأيام المقبلة, السنوات الثلاث الماضية, الأشهر الستة الأخيرة, الأسابيع القليلة الماضية."""
    unit = scan.hit(at, end, TermKind.UNIT_PLURAL, TermKind.UNIT)
    if unit is None or not unit.is_definite:
        return None
    place, value = unit.last, None
    number = scan.number(place, end)
    if number and number.is_definite and number.kind is NumberKind.CARDINAL and number.value:
        place, value = number.last, number.value
        if scan.norm(place, end) == "او":
            other = scan.number(place + 1, end)
            if other and other.value:
                place, value = other.last, other.value
    elif unit.term.kind is TermKind.UNIT:
        return None
    few = scan.bare(place, end, TermKind.FEW)
    place = few.last if few and few.is_definite else place
    after = _skip_adjectives(scan, place, end)
    if value is not None and unit.term.kind is TermKind.UNIT_PLURAL:
        iso = Amount(at, after, unit.term.code, value).to_iso()
        return Draft(at, after, TimeType.DURATION, Fixed(iso), "duration/placed")
    shift = scan.bare(place, end, TermKind.SHIFT, TermKind.RECENT)
    if shift is None or not shift.is_definite or value is not None:
        return None
    reference = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[shift.term.number]
    return Draft(at, shift.last, TimeType.DATE, Fixed(reference), "date/some units")


def find_recurring(scan: Scan, at: int, end: int) -> Draft | None:
    """Read كل عامين, كل يوم جمعة, سنويا, الاجتماع الأسبوعي."""
    frequency = scan.bare(at, end, TermKind.FREQUENCY)
    if frequency:
        names = any(scan.hit(i, end, TermKind.NOT_FREQUENCY) for i in range(max(0, at - 4), at))
        return None if names else Draft(at, frequency.last, TimeType.SET, Fixed(frequency.term.code), "set/frequency")
    every = scan.hit(at, end, TermKind.EVERY)
    if every is None:
        return None
    unit = scan.bare(every.last, end, TermKind.UNIT)
    place = unit.last if unit and unit.term.code == "D" else every.last
    weekday = scan.bare(place, end, TermKind.WEEKDAY)
    if weekday:
        return Draft(at, weekday.last, TimeType.SET, Fixed(f"XXXX-WXX-{weekday.term.number}"), "set/weekday")
    amount = read_amount(scan, every.last, end)
    if amount is None or amount.is_definite or amount.count is None:
        return None
    return Draft(at, amount.last, TimeType.SET, Fixed(amount.to_iso()), "set/every")
