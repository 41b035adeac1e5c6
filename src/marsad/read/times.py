"""Finds the time expressions of a document, and their TIMEX3 values once the day of writing, or bounds, are known."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import msgspec

from marsad.lang.fold import fold
from marsad.lang.numerals import may_start_number
from marsad.lexicon.calendar import TermKind
from marsad.lexicon.load import Lexicon
from marsad.model import Published, Time, TimeType
from marsad.read.document import Document
from marsad.read.times_clock import find_clock
from marsad.read.times_dates import find_day_month, find_month, find_year
from marsad.read.times_days import find_day, find_numbered_day, find_part_of_day, find_reference
from marsad.read.times_meaning import Back, DayShift, Fixed, Meaning, Tense, is_day_bound, to_value
from marsad.read.times_numeric import find_numeric
from marsad.read.times_periods import (
    find_decade,
    find_edge,
    find_feast,
    find_ordinal_unit,
    find_season,
    find_shifted_unit,
)
from marsad.read.times_scan import Draft, Scan, build_calendar
from marsad.read.times_tense import find_tense, is_present
from marsad.read.times_units import find_amount, find_definite_plural, find_recurring

_Finder = Callable[[Scan, int, int], Draft | None]
_UNITS = (TermKind.UNIT, TermKind.UNIT_DUAL, TermKind.UNIT_PLURAL)
_FRAMES = (TermKind.AGO, TermKind.SINCE, TermKind.AFTER, TermKind.WITHIN, TermKind.LASTING, TermKind.LAST, TermKind.FEW)
_REFERENCES = (TermKind.REFERENCE, TermKind.LATER, TermKind.ANAPHOR, TermKind.VAGUE)
# Each finder with the terms that may start what it finds, and whether a number may.
_FINDERS: tuple[tuple[_Finder, frozenset[TermKind], bool], ...] = (
    (find_numeric, frozenset(), True),
    (find_clock, frozenset({TermKind.OCLOCK, TermKind.NOON}), True),
    (find_part_of_day, frozenset({TermKind.PART, TermKind.THIS}), False),
    (find_day, frozenset({TermKind.DAY, TermKind.TODAY, TermKind.WEEKDAY, TermKind.UNIT}), False),
    (find_numbered_day, frozenset({TermKind.UNIT}), False),
    (find_edge, frozenset({TermKind.EDGE}), False),
    (find_day_month, frozenset({TermKind.MONTH}), True),
    (find_month, frozenset({TermKind.MONTH, TermKind.HIJRI_MONTH, TermKind.UNIT}), False),
    (find_year, frozenset({TermKind.UNIT, TermKind.UNIT_DUAL}), True),
    (find_ordinal_unit, frozenset({TermKind.UNIT}), False),
    (find_shifted_unit, frozenset({TermKind.UNIT, TermKind.THIS}), False),
    (find_definite_plural, frozenset({TermKind.UNIT_PLURAL, TermKind.UNIT}), False),
    (find_season, frozenset({TermKind.SEASON, TermKind.THIS}), False),
    (find_feast, frozenset({TermKind.FEAST, TermKind.HIJRI_FEAST}), False),
    (find_decade, frozenset({TermKind.DECADE}), False),
    (find_recurring, frozenset({TermKind.FREQUENCY, TermKind.EVERY}), False),
    (find_amount, frozenset({*_FRAMES, *_UNITS}), True),
    (find_reference, frozenset(_REFERENCES), False),
)
# Days tried for a publication day that is only bounded; wider bounds make no two days agree.
_MOST_DAYS = 400


class TimeExpression(msgspec.Struct, frozen=True):
    """A time expression as found, before the day of writing is known.

    `first`/`last` is its half-open token range, `start`/`end` its place in the text without clitics written onto it,
    `line` the index of its line. `value` is None; `resolve_times` gives it.
    """

    first: int
    last: int
    start: int
    end: int
    line: int
    type: TimeType
    meaning: Meaning
    tense: Tense | None
    mod: str | None
    rule: str
    is_quoted: bool


def find_times(doc: Document, lexicon: Lexicon) -> tuple[TimeExpression, ...]:
    """Find every time expression, in text order and not overlapping; of several readings the longest holds."""
    scan = Scan(doc.tokens, doc.norms, build_calendar(lexicon))
    return tuple(_find(doc, scan, lexicon))


def _find(doc: Document, scan: Scan, lexicon: Lexicon) -> Iterator[TimeExpression]:
    for number, line in enumerate(doc.lines):
        at, is_quoted = line.first, False
        while at < line.last:
            if doc.norms[at] == '"':
                is_quoted = not is_quoted
            draft = _find_at(scan, at, line.last)
            if draft is None:
                at += 1
                continue
            yield _to_expression(doc, scan, draft, number, lexicon, is_quoted=is_quoted)
            at = draft.last


def _find_at(scan: Scan, at: int, end: int) -> Draft | None:
    norm = scan.norms[at]
    kinds, is_number = scan.calendar.kinds(norm), may_start_number(norm)
    if not (kinds or is_number) or not norm[0].isalnum():
        return None
    best = None
    for finder, starts, takes_number in _FINDERS:
        if (is_number and takes_number) or not starts.isdisjoint(kinds):
            draft = finder(scan, at, end)
            if draft is not None and (best is None or draft.last > best.last):
                best = draft
    return best


def _to_expression(
    doc: Document, scan: Scan, draft: Draft, number: int, lexicon: Lexicon, *, is_quoted: bool
) -> TimeExpression:
    tense = find_tense(doc, scan, draft, doc.lines[number], lexicon)
    if draft.rule == "date/in" and tense is not Tense.FUTURE:  # بعد عامين من, told of the past: how long
        amounts = (find_amount(scan, first, draft.last) for first in range(draft.first + 1, draft.last))
        found = next((amount for amount in amounts if amount), draft)
        draft = msgspec.structs.replace(found, mod=draft.mod)
    meaning, type_ = draft.meaning, draft.type
    if isinstance(meaning, DayShift) and draft.rule == "date/today" and meaning.weekday is None:
        if is_quoted or is_present(scan, draft, doc.lines[number]):
            meaning = Fixed("PRESENT_REF")
    elif draft.rule == "date/later" and tense is Tense.PAST:
        meaning = Fixed("PAST_REF")
    first = draft.first
    start, end = doc.tokens[first].start, doc.tokens[draft.last - 1].end
    start += _clitic_length(doc, scan, first, draft.last)
    return TimeExpression(
        first, draft.last, start, end, number, type_, meaning, tense, draft.mod, draft.rule, is_quoted
    )


def _clitic_length(doc: Document, scan: Scan, first: int, last: int) -> int:
    """Return how many characters of the first word as written are a conjunction or preposition hung on it."""
    clitics = [hit.clitic for hit in scan.calendar.hits(scan.norms, first, last)]
    number = scan.number(first, last)
    clitic = min(clitics, key=len) if clitics else number.clitic if number else ""
    if not clitic:
        return 0
    token = doc.tokens[first]
    length = len(clitic) + token.norm[len(clitic) - 1 :].startswith(
        "لل"
    )  # للعام: its article goes with the preposition
    word, seen = doc.text[token.start : token.end], 0
    for place, char in enumerate(word):
        if seen == length:
            return place
        seen += bool(fold(char))
    return 0


def resolve_times(expressions: tuple[TimeExpression, ...], published: Published, doc: Document) -> tuple[Time, ...]:
    """Give every expression its TIMEX3 value. A value that hangs on an unknown day is None.

    Where only bounds are known, a value is given if every day within them gives the same one.
    """
    days = to_days(published)
    times: list[Time] = []
    told: list[tuple[str, str, int]] = []  # (value, id, line) of the dates so far
    for number, expression in enumerate(expressions):
        name = f"t{number}"
        anchor = None
        if isinstance(expression.meaning, Back):
            value, anchor = _to_told(expression.meaning, told, expression.line)
        else:
            value = resolve(expression, days)
            anchor = "published" if is_day_bound(expression.meaning) else None
        times.append(
            Time(
                id=name, start=expression.start, end=expression.end, type=expression.type, value=value,
                mod=expression.mod, anchor=anchor, rule=expression.rule,
            )
        )  # fmt: skip
        if expression.type is not TimeType.DURATION and value and value[0].isdigit():
            told.append((value, name, expression.line))
    return tuple(times)


def to_days(published: Published) -> tuple[date, ...]:
    """Return every day on which the article may have come out; empty where that is not bounded closely enough."""
    if published.value:
        return (date.fromisoformat(published.value),)
    if not (published.earliest and published.latest):
        return ()
    first, last = date.fromisoformat(published.earliest), date.fromisoformat(published.latest)
    count = (last - first).days + 1
    return tuple(first + timedelta(days=n) for n in range(count)) if 0 < count <= _MOST_DAYS else ()


def resolve(expression: TimeExpression, days: tuple[date, ...]) -> str | None:
    """Return the value on which all possible days of writing agree."""
    if not is_day_bound(expression.meaning):
        return to_value(expression.meaning, date(2000, 1, 1), expression.tense)
    values = {to_value(expression.meaning, day, expression.tense) for day in days}
    return values.pop() if len(values) == 1 else None


def _to_told(meaning: Back, told: list[tuple[str, str, int]], line: int) -> tuple[str | None, str | None]:
    """Resolve what points at a date told before: the nearest one; for قبل أيام من one in the same sentence."""
    if not told:
        return None, None
    value, name, where = told[-1]
    if not meaning.unit:
        return value.partition("T")[0], name
    if meaning.unit == "Y" and meaning.count:
        return str(int(value[:4]) + meaning.count), name
    if meaning.unit == "Y" and len(value) >= 4:
        return value[:4], name
    if meaning.unit == "D" and len(value) >= 10 and value[4] == "-":
        return (date.fromisoformat(value[:10]) + timedelta(days=meaning.count)).isoformat(), name
    if meaning.unit == "M" and len(value) >= 7 and value[5].isdigit() and not meaning.count:
        return value[:7], name
    return (value, name) if where == line and meaning.unit == "D" and not meaning.count else (None, None)
