"""Weekdays and days that the reporter tells from the day of writing, and whether a day agrees with them."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import msgspec

from marsad.lang.tokens import find_tokens
from marsad.model import BlockKind, Span
from marsad.read.dating_clues import Candidate
from marsad.read.document import Document, Line
from marsad.read.times_links import TimeExpression
from marsad.read.times_meaning import DayShift, Fixed, Partial, Tense, Weekday, Within

# Where a caption names its place: so many characters before its date, in a word of so many letters.
_PLACE_REACH = 40
_SHARED_WORD = 4
# So many words of a caption in a sentence make it a picture of what the sentence tells.
_SHARED_WORDS = 3


class ToldDay(msgspec.Struct, frozen=True):
    """A weekday told by the reporter. `offset` is its distance from the day of writing (اليوم 0, أمس -1) or None.

    `month_day` is the date told with it (أمس السبت 27 أوت), or None.
    """

    weekday: int
    offset: int | None
    tense: Tense | None
    span: Span
    line: int
    month_day: tuple[int, int] | None = None


def find_told_days(expressions: tuple[TimeExpression, ...]) -> Iterator[ToldDay]:
    """Find the weekdays, outside of quotations, that stand alone or beside أمس, اليوم, غدا."""
    for expression in expressions:
        if expression.is_quoted:
            continue
        meaning = expression.meaning.base if isinstance(expression.meaning, Within) else expression.meaning
        span, tense, line = Span(expression.start, expression.end), expression.tense, expression.line
        if isinstance(meaning, Weekday) and meaning.turn is None and meaning.weeks is None:
            yield ToldDay(meaning.number, None, tense, span, line)
        elif isinstance(meaning, DayShift) and meaning.weekday:
            yield ToldDay(meaning.weekday, meaning.days, tense, span, line)
        elif isinstance(meaning, Partial) and meaning.day and meaning.weekday and meaning.shift is not None:
            yield ToldDay(meaning.weekday, meaning.shift, tense, span, line, (meaning.month, meaning.day))


def find_dated_day(expressions: Iterable[TimeExpression]) -> tuple[date, Span] | None:
    """Find the day of writing by a day told both from it and by its date: أمس الأحد 12 مايو 2024."""
    found: dict[date, Span] = {}
    for told in expressions:
        meaning = told.meaning
        if isinstance(meaning, Fixed) and meaning.value and meaning.shift is not None and not told.is_quoted:
            day = date.fromisoformat(meaning.value) - timedelta(days=meaning.shift)
            found.setdefault(day, Span(told.start, told.end))
    return next(iter(found.items())) if len(found) == 1 else None


def find_agreement(told: tuple[ToldDay, ...], day: date) -> bool | None:
    """Tell whether the first weekdays told agree with a day (True), contradict it (False) or tell nothing (None)."""
    for known in told:
        if known.offset is not None:
            return agrees(known, day)
    past = [known for known in told if known.tense not in (Tense.FUTURE, Tense.PLANNED)]
    return agrees(past[0], day) if past else None


def agrees(known: ToldDay, day: date) -> bool:
    """News tells in its lead of that day or the day before; a weekday that lies further back is another week's."""
    if known.offset is None:
        return (day.isoweekday() - known.weekday) % 7 <= 1
    told = day + timedelta(days=known.offset)
    return told.isoweekday() == known.weekday and known.month_day in (None, (told.month, told.day))


def shares_place(doc: Document, candidate: Candidate, line: Line) -> bool:
    """Tell whether the word before the date of a caption, which names where it was taken, stands in a sentence."""
    tokens = find_tokens(doc.text, max(0, candidate.span.start - _PLACE_REACH), candidate.span.start)
    words = [token.norm for token in tokens if token.norm[0].isalpha()]
    place = next((word for word in reversed(words) if len(word) >= _SHARED_WORD), None)
    return place is not None and place in doc.norms[line.first : line.last]


def is_pictured(doc: Document, candidate: Candidate, known: ToldDay) -> bool:
    """Tell whether a weekday is that of a caption, and what is told of it happened where the picture was taken.

    The place stands in the same sentence, or in the dateline while the sentence tells of those in the picture.
    """
    if known.weekday != candidate.day.isoweekday():
        return False
    line = doc.lines[known.line]
    if shares_place(doc, candidate, line):
        return True
    leads = [line for line in doc.lines if line.kind is BlockKind.DATELINE]
    if not any(shares_place(doc, candidate, dateline) for dateline in leads):
        return False
    block = doc.article.blocks[candidate.order]
    words = {token.norm for token in find_tokens(doc.text, block.start, block.end)}
    first = next((line for line in doc.lines if line.kind is BlockKind.BODY), line)
    shared = {word for word in words if len(word) >= _SHARED_WORD and word[0].isalpha()}
    return len(shared & set(doc.norms[first.first : first.last])) >= _SHARED_WORDS


def find_days_after(doc: Document, candidates: tuple[Candidate, ...], told: tuple[ToldDay, ...]) -> Iterator[Candidate]:
    """A picture of what is told of yesterday (أمس الخميس) was taken the day before the article came out."""
    for candidate in candidates:
        for known in told:
            if candidate.kind is BlockKind.CAPTION and known.offset and is_pictured(doc, candidate, known):
                day = candidate.day - timedelta(days=known.offset)
                yield msgspec.structs.replace(candidate, day=day, is_derived=True)
