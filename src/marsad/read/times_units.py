"""Durations on their own or placed by words around them: قبل شهرين, منذ عقود, الأيام المقبلة, آخر أسبوعين."""

from marsad.lang.numerals import NumberKind
from marsad.lexicon.calendar import Hit, TermKind
from marsad.model import TimeType
from marsad.read.times_amounts import CLOCKED, UNIT_ORDER, Amount, join_iso, read_amount, read_joined
from marsad.read.times_dates import find_day_month
from marsad.read.times_days import find_plain_day
from marsad.read.times_meaning import Back, Fixed, From, UnitShift
from marsad.read.times_numeric import find_numeric
from marsad.read.times_scan import Draft, Scan

# Words between قبل and by how long (قبل موعده المحدد بعام).
_FRAME_REACH = 4
_FRAMES = (TermKind.AGO, TermKind.SINCE, TermKind.AFTER, TermKind.WITHIN, TermKind.LASTING)


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
        if amount is None and frame.term.code == "whole":
            return _find_whole(scan, place, end)
        if amount is None or amount.is_definite:
            return None
        if amount.is_bare and amount.count == 1 and not _is_lone_duration(scan, amount, frame, end):
            return None
        return _to_framed(scan, at, frame.term.kind, amount, mod, end)
    amount = read_amount(scan, at, end)
    if amount is None:
        return None
    from_now = _find_from_now(scan, amount, end)
    if from_now or scan.fills(at, amount.last):
        return from_now or _to_duration(scan, amount, None, end)
    if amount.is_bare and amount.count == 1 and _continues(scan, amount, end):
        return _to_duration(scan, amount, None, end)
    if amount.is_bare and amount.count == 1 and _is_distance(scan, amount, end):
        return _to_duration(scan, amount, None, end)
    if amount.is_bare and (amount.count == 1 or not _is_vague_duration(scan, amount, end)):
        return None
    placed = _find_definite(scan, amount, end)
    is_named = amount.is_definite and amount.count == 2 and scan.unit(amount.first, end) is not None  # ذو القرنين
    return placed or (None if is_named else _to_duration(scan, amount, None, end))


def _find_whole(scan: Scan, at: int, end: int) -> Draft | None:
    """Read طوال الأسبوع: all of it, how long; with an adjective it is a date of its own (طوال العام الماضي)."""
    unit = scan.bare(at, end, TermKind.UNIT)
    if unit is None or not unit.is_definite or unit.term.code not in {"Y", "M", "W", "D"}:
        return None
    if scan.bare(unit.last, end, TermKind.SHIFT, TermKind.SAME, TermKind.YEAR_KIND) or scan.year(unit.last, end):
        return None
    return Draft(at, unit.last, TimeType.DURATION, Fixed(f"P1{unit.term.code}"), "duration/whole")


def _is_distance(scan: Scan, amount: Amount, end: int) -> bool:
    """Tell whether a lone unit says by how long: قبل موعده بعام, بعد رحيله بشهر."""
    unit = scan.unit(amount.first, end)
    if unit is None or not unit.clitic.endswith("ب"):
        return False
    before = range(max(0, amount.first - _FRAME_REACH), amount.first)
    frame = next((hit for at in before if (hit := scan.bare(at, end, TermKind.AGO, TermKind.AFTER))), None)
    return frame is not None and _is_lone_duration(scan, amount, frame, end)


def _continues(scan: Scan, amount: Amount, end: int) -> bool:
    """Tell whether a lone unit goes on as an amount: سنة وثلاثة أشهر, يوما أو يومين."""
    if read_joined(scan, amount.last, end):
        return True
    other = read_amount(scan, amount.last + 1, end) if scan.bare(amount.last, end, TermKind.OR) else None
    return other is not None and other.unit == amount.unit and not other.is_bare


def _find_from_now(scan: Scan, amount: Amount, end: int) -> Draft | None:
    """Read أسبوعين من الآن."""
    now = scan.bare(amount.last + 1, end, TermKind.TIME_NOUN) if scan.norm(amount.last, end) == "من" else None
    if now is None or now.term.code != "now" or amount.is_definite or amount.count is None:
        return None
    return Draft(amount.first, now.last, TimeType.DATE, _to_reference(amount, 1), "date/from now")


def _to_reference(amount: Amount, sign: int) -> UnitShift | Fixed:
    """Return the unit so far from the day of writing; hours and unnamed numbers give no day."""
    if amount.count is None or amount.unit in CLOCKED:
        return Fixed("PAST_REF" if sign < 0 else "FUTURE_REF")
    return to_shift(amount, sign)


def _skip_about(scan: Scan, at: int, end: int) -> tuple[int, str | None]:
    about = scan.hit(at, end, TermKind.ABOUT)
    return (about.last, about.term.code) if about else (at, None)


def _is_lone_duration(scan: Scan, amount: Amount, frame: Hit, end: int) -> bool:
    """قبل عام, خلال شهر; but not قبل يوم الاقتراع or خلال شهر رمضان, where another noun completes the unit."""
    after = scan.norm(amount.last, end)
    is_completed = after.startswith("ال") and scan.bare(amount.last, end, TermKind.NOT_COMPLETING) is None
    if is_completed or scan.year(amount.last, end):
        return False
    return scan.hit(amount.last, end, TermKind.MONTH, TermKind.HIJRI_MONTH, TermKind.WEEKDAY) is None


def _is_vague_duration(scan: Scan, amount: Amount, end: int) -> bool:
    """A bare plural is a duration where nothing else counts it: سنوات, لعقود; أشهر and عقود are other words too."""
    word = scan.norms[amount.first]
    if (
        scan.norm(amount.last, end).startswith("ال")
        or scan.year(amount.last, end)
        or scan.bare(amount.first - 1, end, TermKind.NOT_AMOUNT)
    ):
        return False
    if amount.unit == "Y":
        return True
    return word.startswith("ل") or (amount.unit in {"M", "DE"} and word.endswith("ا"))


def _to_framed(scan: Scan, at: int, frame: TermKind, amount: Amount, mod: str | None, end: int) -> Draft | None:
    of = scan.norm(amount.last, end) == "من"
    if frame in (TermKind.AGO, TermKind.AFTER) and of:
        from_day = _find_from_day(scan, at, amount, -1 if frame is TermKind.AGO else 1, end)
        if from_day:
            return from_day
    is_alone = scan.fills(at, _join_months(scan, amount, amount.last, end)[1])
    if frame is TermKind.AGO or (frame is TermKind.SINCE and is_alone):
        noun = scan.bare(amount.last + 1, end, TermKind.TIME_NOUN) if of else None
        if of and noun is None:
            return Draft(at, amount.last, TimeType.DATE, Back(amount.unit, 0), "date/before event", mod)
        last = noun.last if noun else amount.last
        amount, last = _join_months(scan, amount, last, end)
        meaning = _to_reference(amount, -1)
        rule = "date/some time ago" if isinstance(meaning, Fixed) else "date/ago"
        return Draft(at, last, TimeType.DATE, meaning, rule, mod)
    if frame is TermKind.WITHIN and amount.count is None:
        return Draft(at, amount.last, TimeType.DATE, Fixed("FUTURE_REF"), "date/within some time", mod)
    if frame is TermKind.AFTER and not of and scan.norm(amount.last, end) != "علي":
        return Draft(at, amount.last, TimeType.DATE, _to_reference(amount, 1), "date/in", mod)
    return _find_definite(scan, amount, end) or _to_duration(scan, amount, mod, end)


def _join_months(scan: Scan, amount: Amount, last: int, end: int) -> tuple[Amount, int]:
    """Take the months of قبل سنة وشهرين into the amount."""
    more = read_joined(scan, last, end) if amount.unit == "Y" and amount.count and not amount.fraction else None
    if more is None or more.unit != "M" or more.count is None or more.is_bare:
        return amount, last
    return Amount(amount.first, more.last, "M", (amount.count or 0) * 12 + more.count), more.last


def _find_from_day(scan: Scan, at: int, amount: Amount, sign: int, end: int) -> Draft | None:
    """Read بعد أسبوعين من الثلاثاء, قبل يومين من 5 مايو, بعد شهر من الآن."""
    place = amount.last + 1
    now = scan.bare(place, end, TermKind.TIME_NOUN)
    if now:
        shift = _to_reference(amount, sign)
        return Draft(at, now.last, TimeType.DATE, shift, "date/from now") if now.term.code == "now" else None
    if not amount.count or amount.count % 1 or amount.fraction or amount.unit not in {"D", "W", "M", "Y"}:
        return None
    base = find_plain_day(scan, place, end) or find_day_month(scan, place, end) or find_numeric(scan, place, end)
    if base is None:
        return None
    meaning = From(base.meaning, amount.unit, sign * int(amount.count))
    return Draft(at, base.last, TimeType.DATE, meaning, "date/from day")


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
    word = scan.bare(at, end, TermKind.SHIFT, TermKind.RECENT, TermKind.OPENING)
    return word.last if word and word.is_definite else at


def _to_duration(scan: Scan, amount: Amount, mod: str | None, end: int) -> Draft:
    """Join smaller amounts with و: ثلاث سنوات وأربعة أشهر ويومين; of يوم أو يومين the far end holds."""
    value, last, unit = amount.to_iso(), amount.last, amount.unit
    if scan.bare(last, end, TermKind.OR) and amount.count is not None:
        other = read_amount(scan, last + 1, end)
        if other and other.count and other.unit == unit and not other.is_bare:
            value, last = other.to_iso(), other.last
    while value and amount.count is not None:
        more = read_joined(scan, last, end)
        is_smaller = more is not None and UNIT_ORDER.index(more.unit) > UNIT_ORDER.index(unit)
        iso = more.to_iso() if more and is_smaller else None
        if more is None or iso is None or (more.is_bare and not scan.ends(more.last, end)):
            break
        value, last, unit = join_iso(value, iso), more.last, more.unit
    return Draft(amount.first, last, TimeType.DURATION, Fixed(value), "duration", mod)


def find_definite_plural(scan: Scan, at: int, end: int) -> Draft | None:
    """Read الأيام المقبلة, السنوات الثلاث الماضية, الأشهر الستة الأخيرة, الأسابيع القليلة الماضية."""
    unit = scan.hit(at, end, TermKind.UNIT_PLURAL, TermKind.UNIT)
    if unit is None or not unit.is_definite:
        return None
    place, value = unit.last, None
    number = scan.number(place, end)
    if number and number.is_definite and number.kind is NumberKind.CARDINAL and number.value:
        place, value = number.last, number.value
        if scan.bare(place, end, TermKind.OR):
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
