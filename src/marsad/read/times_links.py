"""Time expressions that are told from another one beside them: ranges, an hour after its day, words spoken on a day."""

from itertools import zip_longest

import msgspec

from marsad.lexicon.calendar import TermKind
from marsad.model import TimeType
from marsad.read.document import Document
from marsad.read.times_meaning import (
    Anniversary,
    Beside,
    DayShift,
    Fixed,
    From,
    Meaning,
    Partial,
    Tense,
    Weekday,
    Within,
    is_day,
)
from marsad.read.times_scan import Scan

_OPENING, _CLOSING = frozenset("«“„‟"), frozenset("»”")
# Words between a day and its hour, and between the day of speaking and the opening of the quotation.
_CLOCK_REACH = 3
_SPEECH_REACH = 12
# Words between an anniversary and the date of what happened.
_HAPPENING_REACH = 8


class TimeExpression(msgspec.Struct, frozen=True):
    """A time expression as found, before the day of writing is known.

    `first`/`last` is its half-open token range, `start`/`end` its place in the text without clitics written onto it,
    `line` the index of its line. `beside` is the index of the expression that it is told from, where it is another one.
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
    beside: int | None = None


def find_quoted_tokens(doc: Document) -> frozenset[int]:
    """Return the tokens inside quotation marks; those that open and close by their form hold over sentences."""
    found: set[int] = set()
    block, mark = -1, ""
    for line in doc.lines:
        if line.block != block or mark not in _OPENING:
            mark = ""
        block = line.block
        for at in range(line.first, line.last):
            if doc.norms[at] != '"':
                if mark:
                    found.add(at)
                continue
            char = doc.text[doc.tokens[at].start]
            closes = char not in _OPENING and (mark or char in _CLOSING)
            mark = "" if closes else char
    return frozenset(found)


def link_times(expressions: tuple[TimeExpression, ...], doc: Document, scan: Scan) -> tuple[TimeExpression, ...]:
    """Give each expression that hangs on its neighbour a meaning that says so."""
    linked = _date_anniversaries(expressions)
    for number in range(1, len(linked)):
        before, here = linked[number - 1], linked[number]
        if before.line == here.line:
            if _is_range(scan, before, here):
                linked[number - 1], linked[number] = _link_range(before, here, number)
            else:
                linked[number] = _link_clock(scan, before, here, number)
    spoken: tuple[int, TimeExpression] | None = None
    for number, here in enumerate(linked):
        if not here.is_quoted:
            spoken = (number, here) if _may_be_spoken(here) else None
        elif spoken is not None and _speaks(doc, scan, spoken[1], here):
            linked[number] = _link_speech(here, *spoken)
    return tuple(linked)


def _date_anniversaries(expressions: tuple[TimeExpression, ...]) -> list[TimeExpression]:
    """Date the anniversaries by what stands after them (الذكرى العاشرة لهجوم 3 مايو 2001); drop the others."""
    dated: list[TimeExpression] = []
    for here, after in zip_longest(expressions, expressions[1:]):
        if not isinstance(here.meaning, Anniversary):
            dated.append(here)
            continue
        is_near = after is not None and after.line == here.line and after.first - here.last <= _HAPPENING_REACH
        value = after.meaning.value if after and is_near and isinstance(after.meaning, Fixed) else None
        if value and len(value) in (4, 7, 10) and value[:4].isdecimal():
            meaning = Fixed(f"{int(value[:4]) + here.meaning.years}{value[4:]}")
            dated.append(msgspec.structs.replace(here, meaning=meaning))
    return dated


def _is_range(scan: Scan, before: TimeExpression, here: TimeExpression) -> bool:
    """Tell whether nothing but إلى or حتى stands between two expressions, or و where بين stands before the first."""
    if here.first - before.last == 1:
        return scan.bare(before.last, here.first, TermKind.TO) is not None
    joined = here.first == before.last and scan.norms[here.first].startswith("و")
    if joined and isinstance(before.meaning, Weekday) and isinstance(here.meaning, Weekday):
        return True
    return joined and any(scan.norm(at, before.first) == "بين" for at in (before.first - 1, before.first - 2))


def _link_range(before: TimeExpression, here: TimeExpression, number: int) -> tuple[TimeExpression, TimeExpression]:
    """The far end of a range lies after the near one: weekdays follow each other, months share their year."""
    first, second = before.meaning, here.meaning
    if isinstance(first, Weekday) and isinstance(second, Weekday) and second.turn is None and second.weeks is None:
        if first.turn is None and before.tense is Tense.PAST:
            meaning = Beside(second, first.number, -1)
            return msgspec.structs.replace(before, meaning=meaning, beside=number), here
        meaning = Beside(first, second.number, 1, before.tense)
        return before, msgspec.structs.replace(here, meaning=meaning, beside=number - 1)
    if isinstance(first, Partial) and first.turn is None and first.years is None:
        shared = _share_year(first, second)
        return (msgspec.structs.replace(before, meaning=shared) if shared else before), here
    return before, here


def _share_year(first: Partial, second: Meaning) -> Meaning | None:
    """The year of من مارس إلى مايو 2015 goes for both; من نوفمبر إلى مارس 2015 begins the year before."""
    if isinstance(second, Partial) and second.years is not None:
        return msgspec.structs.replace(first, years=second.years - (first.month > second.month))
    value = second.value if isinstance(second, Fixed) else None
    if not value or len(value) not in (7, 10) or not value[5].isdecimal():
        return None
    year = int(value[:4]) - (first.month > int(value[5:7]))
    return Fixed(f"{year}-{first.month:02d}" + (f"-{first.day:02d}" if first.day else ""))


def _link_clock(scan: Scan, before: TimeExpression, here: TimeExpression, number: int) -> TimeExpression:
    """An hour a few words after a day is of that day: وصل غدا في تمام الخامسة مساء."""
    time = here.meaning.value if isinstance(here.meaning, Fixed) else None
    if here.type is not TimeType.TIME or not time or not time.startswith("T") or not is_day(before.meaning):
        return here
    between = range(before.last, here.first)
    if len(between) > _CLOCK_REACH or not all(scan.bare(at, at + 1, TermKind.JOINS_CLOCK) for at in between):
        return here
    base = before.meaning.base if isinstance(before.meaning, Within) else before.meaning
    meaning = Within(base, time)
    return msgspec.structs.replace(here, meaning=meaning, tense=before.tense, beside=number - 1)


def _may_be_spoken(here: TimeExpression) -> bool:
    return here.type in (TimeType.DATE, TimeType.TIME) and here.tense is not Tense.FUTURE and is_day(here.meaning)


def _speaks(doc: Document, scan: Scan, spoken: TimeExpression, here: TimeExpression) -> bool:
    """Tell whether a quotation opens soon after the day, in the same clause, and holds the expression."""
    limit = min(here.first, spoken.last + _SPEECH_REACH)
    opening = next((at for at in range(spoken.last, limit) if scan.norms[at] == '"'), None)
    if opening is None or doc.lines[spoken.line].block != doc.lines[here.line].block:
        return False
    return not any(scan.bare(at, opening, TermKind.RELATIVE) for at in range(doc.lines[spoken.line].first, opening))


def _link_speech(here: TimeExpression, number: int, spoken: TimeExpression) -> TimeExpression:
    base = spoken.meaning.base if isinstance(spoken.meaning, Within) else spoken.meaning
    meaning, part = (here.meaning.base, here.meaning.time) if isinstance(here.meaning, Within) else (here.meaning, "")
    told: Meaning | None = None
    if isinstance(meaning, DayShift):
        told = From(base, "D", meaning.days, spoken.tense)
    elif isinstance(meaning, Weekday) and meaning.turn is None and meaning.weeks is None:
        told = Beside(base, meaning.number, 1 if here.tense in (Tense.FUTURE, Tense.PLANNED) else -1, spoken.tense)
    if told is None:
        return here
    return msgspec.structs.replace(here, meaning=Within(told, part) if part else told, beside=number)
