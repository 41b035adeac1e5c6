"""Finds the time expressions of a document; `times_resolving` gives their values once the day of writing is known."""

from collections.abc import Callable, Iterator
from functools import lru_cache

import msgspec

from marsad.lang.fold import fold
from marsad.lang.numerals import may_start_number
from marsad.lexicon.calendar import Calendar, TermKind
from marsad.lexicon.load import Lexicon
from marsad.model import BlockKind, TimeType
from marsad.read.document import Document
from marsad.read.mentions import Form, Names
from marsad.read.times_clock import add_clock, find_clock, find_part_and_clock
from marsad.read.times_dates import find_day_month, find_month
from marsad.read.times_days import find_day, find_numbered_day, find_part_of_day, find_reference
from marsad.read.times_links import TimeExpression, find_quoted_tokens, link_times
from marsad.read.times_meaning import DayShift, Fixed, Tense, Weekday, is_day
from marsad.read.times_nth import find_nth
from marsad.read.times_numeric import find_numeric
from marsad.read.times_periods import (
    find_anniversary,
    find_decade,
    find_edge,
    find_feast,
    find_ordinal_unit,
    find_season,
    find_shifted_unit,
)
from marsad.read.times_scan import Draft, Scan, build_calendar
from marsad.read.times_sets import find_recurring
from marsad.read.times_tense import TenseFinder
from marsad.read.times_units import find_amount, find_definite_plural
from marsad.read.times_years import find_year

_Finder = Callable[[Scan, int, int], Draft | None]
_UNITS = (TermKind.UNIT, TermKind.UNIT_DUAL, TermKind.UNIT_PLURAL)
_FRAMES = (TermKind.AGO, TermKind.SINCE, TermKind.AFTER, TermKind.WITHIN, TermKind.LASTING, TermKind.LAST, TermKind.FEW)
_DAYS = (TermKind.DAY, TermKind.TODAY, TermKind.WEEKDAY, TermKind.UNIT)
_RECURRING = (
    TermKind.FREQUENCY, TermKind.EVERY, TermKind.TURN, TermKind.PART, TermKind.EDGE, TermKind.MONTH,
    TermKind.UNIT_PLURAL, TermKind.UNIT, TermKind.WEEKDAY, TermKind.OCLOCK, TermKind.NOON,
)  # fmt: skip
_REFERENCES = (TermKind.REFERENCE, TermKind.LATER, TermKind.ANAPHOR, TermKind.VAGUE)
# Lines in which اليوم is of an outlet's name.
_CREDITS = (BlockKind.BYLINE, BlockKind.DATELINE)
# Each finder with the terms that may start what it finds, and whether a number may.
_FINDERS: tuple[tuple[_Finder, frozenset[TermKind], bool], ...] = (
    (find_numeric, frozenset(), True),
    (find_clock, frozenset({TermKind.OCLOCK, TermKind.NOON}), True),
    (find_part_and_clock, frozenset({TermKind.PART}), False),
    (find_part_of_day, frozenset({TermKind.PART, TermKind.THIS}), False),
    (find_day, frozenset({*_DAYS, TermKind.THIS}), False),
    (find_numbered_day, frozenset({TermKind.UNIT}), False),
    (find_edge, frozenset({TermKind.EDGE}), False),
    (find_day_month, frozenset({TermKind.MONTH}), True),
    (find_month, frozenset({TermKind.MONTH, TermKind.HIJRI_MONTH, TermKind.UNIT}), False),
    (find_year, frozenset(_UNITS), True),
    (find_ordinal_unit, frozenset({TermKind.UNIT}), False),
    (find_nth, frozenset({TermKind.LAST, TermKind.WEEKDAY, TermKind.WEEKEND, TermKind.UNIT}), True),
    (find_shifted_unit, frozenset({TermKind.UNIT, TermKind.THIS, TermKind.WEEKEND}), False),
    (find_definite_plural, frozenset({TermKind.UNIT_PLURAL, TermKind.UNIT}), False),
    (find_season, frozenset({TermKind.SEASON, TermKind.THIS}), False),
    (find_feast, frozenset({TermKind.FEAST, TermKind.HIJRI_FEAST}), False),
    (find_anniversary, frozenset({TermKind.ANNIVERSARY}), False),
    (find_decade, frozenset({TermKind.DECADE}), False),
    (find_recurring, frozenset(_RECURRING), True),
    (find_amount, frozenset({*_FRAMES, *_UNITS}), True),
    (find_reference, frozenset(_REFERENCES), False),
)


def find_times(doc: Document, lexicon: Lexicon, names: Names | None = None) -> tuple[TimeExpression, ...]:
    """Find every time expression, in text order and not overlapping; of several readings the longest holds.

    With `names`, what stands inside a longer proper name is no time (رجب طيب أردوغان), and no name is read as a verb.
    """
    scan = Scan(doc.tokens, doc.norms, build_calendar(lexicon))
    named = tuple(m for m in names.mentions if m.form is Form.PROPER) if names else ()
    finder = TenseFinder(doc, scan, lexicon, frozenset(at for m in named for at in range(m.first, m.last)))
    inside = {at: m.last - m.first for m in named for at in range(m.first, m.last)}
    return link_times(tuple(_find(doc, scan, finder, inside)), doc, scan)


def _find(doc: Document, scan: Scan, tenses: TenseFinder, inside: dict[int, int]) -> Iterator[TimeExpression]:
    quoted = find_quoted_tokens(doc)
    for number, line in enumerate(doc.lines):
        at = line.first
        while at < line.last:
            draft = _find_at(scan, at, line.last)
            is_credit = line.kind in _CREDITS and draft is not None and draft.rule == "date/today"
            if draft is None or is_credit or draft.last - draft.first < inside.get(at, 0):
                at += 1
                continue
            yield _to_expression(doc, scan, draft, number, tenses, is_quoted=at in quoted)
            at = draft.last


def _find_at(scan: Scan, at: int, end: int) -> Draft | None:
    best = None
    for finder in _finders_of(scan.calendar, scan.norms[at]):
        draft = finder(scan, at, end)
        if draft is not None and (best is None or draft.last > best.last):
            best = draft
    return add_clock(scan, best, end) if best and best.type is TimeType.DATE and is_day(best.meaning) else best


@lru_cache(maxsize=100_000)
def _finders_of(calendar: Calendar, norm: str) -> tuple[_Finder, ...]:
    """Return the finders of what a word may start; none for most words."""
    kinds, is_number = calendar.kinds(norm), may_start_number(norm)
    if not norm[0].isalnum():
        return ()
    return tuple(
        finder
        for finder, starts, takes_number in _FINDERS
        if (is_number and takes_number) or not starts.isdisjoint(kinds)
    )


def _to_expression(
    doc: Document, scan: Scan, draft: Draft, number: int, tenses: TenseFinder, *, is_quoted: bool
) -> TimeExpression:
    is_alone = scan.fills(draft.first, draft.last)
    tense = Tense.FUTURE if is_alone else tenses.find(draft, doc.lines[number])
    if draft.rule == "date/in" and tense is not Tense.FUTURE:  # بعد عامين من, told of the past: how long
        amounts = (find_amount(scan, first, draft.last) for first in range(draft.first + 1, draft.last))
        found = next((amount for amount in amounts if amount), draft)
        draft = msgspec.structs.replace(found, mod=draft.mod)
    meaning, type_ = draft.meaning, draft.type
    if isinstance(meaning, DayShift) and draft.rule == "date/today" and meaning.weekday is None:
        is_now = is_quoted and not tenses.is_told_of_self(draft)
        if is_now or tenses.is_present(draft, doc.lines[number]):
            meaning = Fixed("PRESENT_REF")
    elif is_alone and isinstance(meaning, Weekday) and meaning.turn is None and meaning.weeks is None:
        meaning = Weekday(meaning.number, turn=1)  # asked on that weekday, today would be called so
    elif draft.rule == "date/later" and tense is Tense.PAST:
        meaning = Fixed("PAST_REF")
    first = draft.first
    if scan.norms[first] == "و" and first + 1 < draft.last:
        first += 1  # a conjunction apart from its number (و 6 مايو)
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
        is_letter = bool(fold(char))
        if seen == length and is_letter:
            return place
        seen += is_letter
    return 0
