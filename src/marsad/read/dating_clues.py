"""Candidates for the publication day: days in metadata, in stamps and bylines around the article, in captions."""

import re
from datetime import date
from functools import lru_cache

import msgspec

from marsad.lang.tokens import find_tokens
from marsad.lexicon.calendar import TermKind
from marsad.lexicon.load import Lexicon
from marsad.model import Article, Block, BlockKind, DateClue, Span
from marsad.read.times_dates import find_day_month
from marsad.read.times_days import find_plain_day
from marsad.read.times_meaning import Fixed
from marsad.read.times_numeric import find_numeric
from marsad.read.times_scan import Scan, build_calendar

_ISO = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?!\d)")
_COMPACT = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?!\d)")
_ENGLISH = re.compile(
    r"(\d{1,2})\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+(\d{4})", re.IGNORECASE
)
_ENGLISH_MONTH_FIRST = re.compile(
    r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})", re.IGNORECASE
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[/.\-](\d{1,2})[/.\-]\d{2,4}")
_CLOCK = re.compile(r"\d{1,2}:\d{2}|GMT|غرينتش|جرينتش")
# Sources of metadata, the most trusted first; those not named stand between.
_FIRST_SOURCES = ("given", "outlet", "json-ld", "article:published_time")
_LAST_SOURCES = ("time", "url")
_NOT_METADATA = ("modified", "text", "captured", "url month")
_STAMP_KINDS = (BlockKind.SITE_DATE, BlockKind.BYLINE, BlockKind.DATELINE)
# How far before a stamp its label may stand, in characters, and how long a line of the body is that may be a stamp.
_LABEL_REACH = 30
_STAMP_LENGTH = 90
# Online news is not older; a year after that is a slip of the page.
_EARLIEST_YEAR, _LATEST_YEAR = 1990, 2099


class Candidate(msgspec.Struct, frozen=True):
    """A day that may be the publication day, with its place.

    `order` is the block's number. `is_ambiguous`: day and month may be exchanged. `is_header`: the clock of the site's
    last update follows, so that it is the day of the visit. `is_updated`: labelled as last update. `is_labelled`:
    labelled as publication. `has_clock`: a time of day stands with it. `is_archive`: a caption says its picture is old.
    `has_weekday`: its own weekday stands with it. `is_derived`: not named itself, the day before it is.
    """

    day: date
    span: Span
    kind: BlockKind
    order: int
    is_ambiguous: bool = False
    is_header: bool = False
    is_updated: bool = False
    is_labelled: bool = False
    has_clock: bool = False
    is_archive: bool = False
    has_weekday: bool = False
    is_derived: bool = False


def parse_clue(value: str, lexicon: Lexicon) -> date | None:
    """Return the day that a metadata string names: ISO as written (no shift of zone), English or Arabic dates."""
    for pattern in (_ISO, _COMPACT):
        found = pattern.match(value)
        if found:
            return _to_date(int(found[1]), int(found[2]), int(found[3]))
    for pattern, order in ((_ENGLISH, (3, 2, 1)), (_ENGLISH_MONTH_FIRST, (3, 1, 2))):
        found = pattern.search(value)
        if found:
            year, month, day = (found[i] for i in order)
            return _to_date(int(year), _MONTHS.index(month.lower()) + 1, int(day))
    found_days = _find_days(value, 0, len(value), lexicon)
    days = {day for day, span in found_days if not _says(span.of(value), TermKind.HIJRI_MONTH, lexicon)}
    days = days or {day for day, _ in found_days}  # the Hijri day beside the Gregorian one hangs on the calendar
    return days.pop() if len(days) == 1 else None


def _to_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if _EARLIEST_YEAR <= year <= _LATEST_YEAR else None
    except ValueError:
        return None


def rank_clues(clues: tuple[DateClue, ...]) -> list[DateClue]:
    """Return the metadata clues, the most trusted first.

    Left out are days of a later change, and days shown in the text: those are weighed like other stamps.
    """

    def rank(clue: DateClue) -> int:
        if clue.source in _FIRST_SOURCES:
            return _FIRST_SOURCES.index(clue.source)
        return 10 + _LAST_SOURCES.index(clue.source) if clue.source in _LAST_SOURCES else 5

    return sorted((clue for clue in clues if clue.source not in _NOT_METADATA), key=rank)


def find_candidates(article: Article, lexicon: Lexicon) -> tuple[Candidate, ...]:
    """Find the full dates in stamps, bylines, captions, and in short lines of their own at the edges of the article."""
    found = []
    for order, block in enumerate(article.blocks):
        if block.kind in (*_STAMP_KINDS, BlockKind.CAPTION) or _may_be_stamp(article, order, block):
            found.extend(_to_candidates(article, order, block, lexicon))
    return tuple(found)


def _may_be_stamp(article: Article, order: int, block: Block) -> bool:
    if block.kind is not BlockKind.BODY or block.end - block.start > _STAMP_LENGTH:
        return False
    return order < 6 or order >= len(article.blocks) - 3


def _to_candidates(article: Article, order: int, block: Block, lexicon: Lexicon) -> list[Candidate]:
    found = []
    days = _find_days(article.text, block.start, block.end, lexicon)
    common = [day for day in days if not _says(day[1].of(article.text), TermKind.HIJRI_MONTH, lexicon)]
    for day, span in common or days:  # the Hijri day beside the Gregorian one hangs on the country's calendar
        if block.kind is BlockKind.BODY and not _fills(article.text, block, span):
            continue
        before = article.text[max(0, block.start - _LABEL_REACH) : span.start]
        is_updated = _says(before, TermKind.UPDATED, lexicon)
        words = span.of(article.text)
        numeric = _NUMERIC.search(words)
        found.append(
            Candidate(
                day=day,
                span=span,
                kind=BlockKind.SITE_DATE if block.kind is BlockKind.BODY else block.kind,
                order=order,
                is_ambiguous=bool(
                    numeric and int(numeric[1]) <= 12 and int(numeric[2]) <= 12 and numeric[1] != numeric[2]
                ),
                is_header=not is_updated and _says(article.text[span.end : block.end], TermKind.UPDATED, lexicon),
                is_updated=is_updated,
                is_labelled=_says(before, TermKind.PUBLISHED, lexicon),
                has_clock=bool(_CLOCK.search(article.text, block.start, block.end)),
                has_weekday=_names_weekday(words, day, lexicon),
                is_archive=_says(article.text[block.start : block.end], TermKind.ARCHIVE, lexicon),
            )
        )
    return found


def _names_weekday(text: str, day: date, lexicon: Lexicon) -> bool:
    norms = _norms_of(text)
    hits = (build_calendar(lexicon).hit(norms, at, len(norms), TermKind.WEEKDAY) for at in range(len(norms)))
    return any(hit is not None and hit.term.number == day.isoweekday() for hit in hits)


def _fills(text: str, block: Block, span: Span) -> bool:
    """Tell whether a date is most of its line: a line of the body that mentions a date is no stamp."""
    return len(text[block.start : span.start].split()) + len(text[span.end : block.end].split()) <= 5


def _find_days(text: str, start: int, end: int, lexicon: Lexicon) -> list[tuple[date, Span]]:
    """Find the dates that name day, month and year."""
    tokens = find_tokens(text, start, end)
    scan = Scan(tokens, tuple(token.norm for token in tokens), build_calendar(lexicon))
    found, at = [], 0
    while at < len(tokens):
        drafts = (find(scan, at, len(tokens)) for find in (find_numeric, find_plain_day, find_day_month))
        draft = max((d for d in drafts if d), key=lambda d: d.last, default=None)
        if draft is None:
            at += 1
            continue
        value = draft.meaning.value if isinstance(draft.meaning, Fixed) else None
        if value and len(value) == 10 and _EARLIEST_YEAR <= int(value[:4]) <= _LATEST_YEAR:
            span = Span(tokens[draft.first].start, tokens[draft.last - 1].end)
            found.append((date.fromisoformat(value), span))
        at = draft.last
    return found


@lru_cache(maxsize=4096)
def _norms_of(text: str) -> tuple[str, ...]:
    return tuple(token.norm for token in find_tokens(text))


def _says(text: str, kind: TermKind, lexicon: Lexicon) -> bool:
    norms = _norms_of(text)
    calendar = build_calendar(lexicon)
    return any(calendar.hit(norms, at, len(norms), kind) for at in range(len(norms)))
