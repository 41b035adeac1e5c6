"""What recurs: كل عامين, كل يوم جمعة, سنويا, مرتين في الأسبوع, أيام الاثنين, مساء كل خميس.

TIMEX3 sets: `P2Y` for every two years, `XXXX-WXX-5` for Fridays, `XXXX-WXX-5TEV` for their evenings, `XXXX-01-01` for
each first of January, `XXXX-WXX-WE` for weekends.
"""

from marsad.lexicon.calendar import TermKind
from marsad.model import TimeType
from marsad.read.times_amounts import read_amount
from marsad.read.times_clock import find_clock
from marsad.read.times_dates import find_day_month, find_month
from marsad.read.times_meaning import Fixed, Partial
from marsad.read.times_scan import Draft, Scan

# Within so many words of its beginning an expression that recurs has كل, مرة or a plural of days.
_REACH = 12


def find_recurring(scan: Scan, at: int, end: int) -> Draft | None:
    """Read كل عامين, كل يوم جمعة, سنويا, الاجتماع الأسبوعي, مرتين في الأسبوع, أيام الاثنين, مساء كل خميس."""
    frequency = scan.bare(at, end, TermKind.FREQUENCY)
    if frequency:
        names = any(scan.hit(i, end, TermKind.NOT_FREQUENCY) for i in range(max(0, at - 4), at))
        return None if names else _draft(at, frequency.last, frequency.term.code, "set/frequency")
    every = scan.hit(at, end, TermKind.EVERY)
    if every is not None:
        return _with_clock(scan, _find_every(scan, at, every.last, end), end)
    if not scan.recurs(at, at + _REACH):
        return _with_clock(scan, _find_days(scan, at, end), end)
    days = _find_days(scan, at, end) or _find_part_of_every(scan, at, end)
    return _with_clock(scan, days, end) or _find_times_per(scan, at, end) or _find_clock_of_days(scan, at, end)


def _draft(first: int, last: int, value: str | None, rule: str) -> Draft:
    return Draft(first, last, TimeType.SET, Fixed(value), rule)


def _find_every(scan: Scan, first: int, at: int, end: int) -> Draft | None:
    """Read what follows كل: a weekday, a part of the day, a weekend, a month, an amount."""
    part = scan.bare(at, end, TermKind.PART)
    if part and not part.is_definite and scan.norms[part.last - 1][-1] != "ا":
        day = scan.bare(part.last, end, TermKind.WEEKDAY)
        if day and day.is_definite:
            return _draft(first, day.last, f"XXXX-WXX-{day.term.number}T{part.term.code}", "set/part of day")
        unit = scan.bare(part.last, end, TermKind.UNIT)
        last = unit.last if unit and unit.term.code == "D" else part.last
        return _draft(first, last, f"XXXX-XX-XXT{part.term.code}", "set/part of day")
    weekend = scan.bare(at, end, TermKind.WEEKEND)
    if weekend and not weekend.is_definite:
        return _draft(first, weekend.last, "XXXX-WXX-WE", "set/weekend")
    unit = scan.bare(at, end, TermKind.UNIT)
    place = unit.last if unit and unit.term.code == "D" else at
    weekday = scan.bare(place, end, TermKind.WEEKDAY)
    if weekday:
        return _draft(first, weekday.last, f"XXXX-WXX-{weekday.term.number}", "set/weekday")
    if unit and unit.term.code == "Q":
        last = unit.last + 1 if scan.bare(unit.last, end, TermKind.UNIT) else unit.last
        return _draft(first, last, "P3M", "set/every")
    month = scan.bare(unit.last if unit and unit.term.code == "M" else at, end, TermKind.MONTH)
    if month:
        return _draft(first, month.last, f"XXXX-{month.term.number:02d}", "set/month")
    amount = read_amount(scan, at, end)
    if amount is None or amount.is_definite or amount.count is None:
        return None
    return _draft(first, amount.last, amount.to_iso(), "set/every")


def _with_clock(scan: Scan, draft: Draft | None, end: int) -> Draft | None:
    """Take in the hour of a recurring day: كل يوم اثنين الساعة الثالثة."""
    value = draft.meaning.value if draft and isinstance(draft.meaning, Fixed) else None
    if draft is None or value is None:
        return draft
    about = scan.bare(draft.last, end, TermKind.AT_CLOCK)
    place = draft.last + 1 if scan.norm(draft.last, end) == "في" else draft.last
    clock = find_clock(scan, about.last if about else place, end)
    time = clock.meaning.value if clock and isinstance(clock.meaning, Fixed) else None
    day = _to_set_day(value)
    return _draft(draft.first, clock.last, day + time, "set/clock") if clock and time and day else draft


def _to_set_day(value: str | None) -> str | None:
    """Return the day of a set that an hour may stand with: every day, every such weekday, their mornings."""
    if value == "P1D":
        return "XXXX-XX-XX"
    return value.partition("T")[0] if value and value.startswith(("XXXX-WXX-", "XXXX-XX-XX")) else None


def _find_clock_of_days(scan: Scan, at: int, end: int) -> Draft | None:
    """Read الساعة 3 مساء كل يوم, التاسعة صباحا أيام الأحد, السادسة من مساء كل خميس."""
    clock = find_clock(scan, at, end)
    time = clock.meaning.value if clock and isinstance(clock.meaning, Fixed) else None
    if clock is None or not time:
        return None
    place = clock.last + 1 if scan.norm(clock.last, end) == "من" else clock.last
    every = scan.bare(place, end, TermKind.EVERY)
    days = _find_every(scan, place, every.last, end) if every else _find_days(scan, place, end)
    days = days or _find_part_of_every(scan, place, end)
    value = days.meaning.value if days and isinstance(days.meaning, Fixed) else None
    day = _to_set_day(value)
    return _draft(at, days.last, day + time, "set/clock") if days and day else None


def _find_days(scan: Scan, at: int, end: int) -> Draft | None:
    """Read أيام الاثنين, يوم الجمعة من كل أسبوع: all of them."""
    of_every = _find_weekday_of_every(scan, at, end)
    if of_every:
        return of_every
    unit = scan.hit(at, end, TermKind.UNIT_PLURAL)
    weekday = scan.bare(unit.last, end, TermKind.WEEKDAY) if unit and unit.term.code == "D" else None
    if unit is None or unit.is_definite or weekday is None or not weekday.is_definite:
        return None
    return _draft(at, weekday.last, f"XXXX-WXX-{weekday.term.number}", "set/weekday")


def _find_weekday_of_every(scan: Scan, at: int, end: int) -> Draft | None:
    day = scan.hit(at, end, TermKind.UNIT)
    place = day.last if day and day.term.code == "D" and not day.is_definite else at
    weekday = scan.bare(place, end, TermKind.WEEKDAY) if place > at else scan.hit(at, end, TermKind.WEEKDAY)
    if weekday is None or not weekday.is_definite or scan.norm(weekday.last, end) != "من":
        return None
    every = scan.bare(weekday.last + 1, end, TermKind.EVERY)
    unit = scan.bare(every.last, end, TermKind.UNIT) if every else None
    if unit is None or unit.term.code != "W":
        return None
    return _draft(at, unit.last, f"XXXX-WXX-{weekday.term.number}", "set/weekday")


def _find_part_of_every(scan: Scan, at: int, end: int) -> Draft | None:
    """Read مساء كل خميس, صباح كل يوم, نهاية كل أسبوع, الأول من يناير من كل عام, يناير من كل عام."""
    part = scan.hit(at, end, TermKind.PART)
    every = scan.bare(part.last, end, TermKind.EVERY) if part and not part.is_definite else None
    if part and every:
        unit = scan.bare(every.last, end, TermKind.UNIT)
        place = unit.last if unit and unit.term.code == "D" else every.last
        day = scan.bare(place, end, TermKind.WEEKDAY)
        if day or place > every.last:
            value = f"XXXX-WXX-{day.term.number}" if day else "XXXX-XX-XX"
            return _draft(at, day.last if day else place, f"{value}T{part.term.code}", "set/part of day")
    edge = scan.hit(at, end, TermKind.EDGE)
    every = scan.bare(edge.last, end, TermKind.EVERY) if edge else None
    found = _find_every(scan, at, every.last, end) if every else None
    if edge and found:
        return Draft(at, found.last, found.type, found.meaning, found.rule, edge.term.code)
    dated = find_day_month(scan, at, end) or find_month(scan, at, end)
    if dated is None or not isinstance(dated.meaning, Partial) or scan.norm(dated.last, end) != "من":
        return None
    every = scan.bare(dated.last + 1, end, TermKind.EVERY)
    unit = scan.bare(every.last, end, TermKind.UNIT) if every else None
    if unit is None or unit.term.code != "Y":
        return None
    day_of = f"-{dated.meaning.day:02d}" if dated.meaning.day else ""
    return _draft(at, unit.last, f"XXXX-{dated.meaning.month:02d}{day_of}", "set/date")


def _find_times_per(scan: Scan, at: int, end: int) -> Draft | None:
    """Read مرتين في الأسبوع, ثلاث مرات يوميا, مرة كل عامين: the period holds, how often in it is a quantity."""
    turn = scan.hit(at, end, TermKind.TURN)
    number = None if turn else scan.number(at, end)
    if number is not None and number.value:
        turn = scan.bare(number.last, end, TermKind.TURN)
    if turn is None:
        return None
    place = turn.last + 1 if scan.bare(turn.last, end, TermKind.WHOLE) else turn.last
    frequency = scan.bare(place, end, TermKind.FREQUENCY)
    if frequency:
        return _draft(at, frequency.last, frequency.term.code, "set/times per")
    every = scan.bare(place, end, TermKind.EVERY)
    if every:
        found = _find_every(scan, at, every.last, end)
        return found and Draft(at, found.last, found.type, found.meaning, "set/times per")
    place = place + 1 if scan.norm(place, end) == "في" else place
    unit = scan.hit(place, end, TermKind.UNIT)
    if unit is None or not unit.is_definite or (unit.clitic != "ب" and place == turn.last):
        return None
    if scan.bare(unit.last, end, TermKind.SHIFT) or unit.term.code not in {"Y", "M", "W", "D", "H"}:
        return None
    return _draft(at, unit.last, "PT1H" if unit.term.code == "H" else f"P1{unit.term.code}", "set/times per")
