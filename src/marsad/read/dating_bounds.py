"""The first and last day on which an article can have come out, reasoned from text, captions, offices and address."""

from datetime import date, timedelta

import msgspec

from marsad.lexicon.load import Lexicon
from marsad.model import Basis, BlockKind, Published, Span
from marsad.read.dating_clues import Candidate, parse_clue
from marsad.read.dating_offices import find_office_bounds
from marsad.read.dating_terms import find_term
from marsad.read.dating_told import shares_place
from marsad.read.document import Document
from marsad.read.mentions import Names
from marsad.read.times_links import TimeExpression
from marsad.read.times_meaning import Fixed, Partial, Tense, Within

# "Some days ago" is more than yesterday and less than a week, which Arabic news would call by its name.
_SOME_DAYS = (2, 7)


class Bounds(msgspec.Struct):
    """The first and last day possible so far, each with what it rests on."""

    earliest: date | None = None
    latest: date | None = None
    basis: Basis | None = None
    evidence: list[Span] = []

    def raise_earliest(self, day: date, basis: Basis, *spans: Span) -> None:
        """Take a day before which the article cannot have come out."""
        if self.earliest is None or day > self.earliest:
            self.earliest, self.basis = day, basis
            self.evidence = [*spans, *self.evidence]

    def lower_latest(self, day: date, basis: Basis, *spans: Span) -> None:
        """Take a day after which it cannot have come out; one before the earliest day is disbelieved."""
        if (self.latest is None or day < self.latest) and not (self.earliest and day < self.earliest):
            self.latest, self.basis = day, self.basis or basis
            self.evidence = [*self.evidence, *spans]

    def allow(self, day: date) -> bool:
        """Tell whether a day is within the bounds."""
        return not ((self.earliest and day < self.earliest) or (self.latest and day > self.latest))

    def to_published(self) -> Published:
        """Return the bounds as the reading gives them."""
        if self.earliest is None and self.latest is None:
            return Published()
        return Published(
            earliest=self.earliest.isoformat() if self.earliest else None,
            latest=self.latest.isoformat() if self.latest else None,
            basis=self.basis,
            evidence=tuple(dict.fromkeys(self.evidence)),
        )


def find_bounds(
    doc: Document,
    names: Names,
    expressions: tuple[TimeExpression, ...],
    candidates: tuple[Candidate, ...],
    lexicon: Lexicon,
) -> Bounds:
    """Return the bounds of an article, each with what it rests on."""
    bounds = Bounds(evidence=[])
    for expression in expressions:
        day = _to_past_day(expression)
        if day is not None:
            bounds.raise_earliest(day, Basis.TEXT, Span(expression.start, expression.end))
    for candidate in candidates:
        if candidate.kind is BlockKind.CAPTION:
            bounds.raise_earliest(candidate.day, Basis.CAPTION, candidate.span)
    offices = find_office_bounds(doc, names, lexicon)
    for day, span in offices.starts:
        bounds.raise_earliest(day, Basis.OFFICES, span)
    for day, span in offices.ends:
        bounds.lower_latest(day, Basis.OFFICES, span)
    for candidate in candidates:
        if candidate.kind is BlockKind.SITE_DATE:
            bounds.lower_latest(candidate.day, Basis.TEXT, candidate.span)
    _tighten_by_caption(doc, expressions, candidates, bounds)
    _bound_by_this_month(expressions, bounds)
    _bound_by_term(doc, expressions, bounds, lexicon)
    _bound_by_address(doc, bounds)
    _bound_by_visit(doc, bounds, lexicon)
    return bounds


def _bound_by_this_month(expressions: tuple[TimeExpression, ...], bounds: Bounds) -> None:
    """A day of this month (6 يوليو الجاري) that the article names with its year too is of the month of writing."""
    full = {e.meaning.value: e for e in expressions if isinstance(e.meaning, Fixed) and _to_past_day(e) is not None}
    for expression in expressions:
        meaning = expression.meaning
        if not isinstance(meaning, Partial) or meaning.turn != 0 or meaning.day is None:
            continue
        for value, told in full.items():
            if value is not None and value[len("2024") :] == f"-{meaning.month:02}-{meaning.day:02}":
                first = date.fromisoformat(value)
                spans = (Span(told.start, told.end), Span(expression.start, expression.end))
                bounds.raise_earliest(first, Basis.TEXT, *spans)
                bounds.lower_latest(_month_end(first), Basis.TEXT, *spans)


def _bound_by_term(doc: Document, expressions: tuple[TimeExpression, ...], bounds: Bounds, lexicon: Lexicon) -> None:
    """An article that tells of a term of office begun was written after its beginning."""
    term = find_term(doc, expressions, lexicon.reference)
    if term is not None:
        bounds.raise_earliest(date(term.year, 1, 1), Basis.TEXT, *term.spans)
        if term.is_new:
            bounds.lower_latest(date(term.year, 12, 31), Basis.TEXT, *term.spans)


def _bound_by_address(doc: Document, bounds: Bounds) -> None:
    """The address of a page may name the month in which it came out."""
    for clue in doc.article.date_clues:
        if clue.source == "url month":
            first = date.fromisoformat(f"{clue.value}-01")
            bounds.lower_latest(_month_end(first), Basis.METADATA)
            if bounds.latest is None or first <= bounds.latest:
                bounds.raise_earliest(first, Basis.METADATA)


def _month_end(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _bound_by_visit(doc: Document, bounds: Bounds, lexicon: Lexicon) -> None:
    """An article came out no later than its page was fetched; without a known seat that day may be a day ahead."""
    for clue in doc.article.date_clues:
        day = parse_clue(clue.value, lexicon) if clue.source == "captured" else None
        if day is not None:
            latest = date.fromisoformat(clue.local) if clue.local else day + timedelta(days=1)
            bounds.lower_latest(latest, Basis.METADATA)


def _to_past_day(expression: TimeExpression) -> date | None:
    """The first day that a fixed date told in the past may mean."""
    meaning = expression.meaning.base if isinstance(expression.meaning, Within) else expression.meaning
    if (
        expression.tense is not Tense.PAST
        or expression.is_quoted
        or not isinstance(meaning, Fixed)
        or not meaning.value
    ):
        return None
    value = meaning.value
    if not value[:4].isdecimal() or len(value) not in (4, 7, 10) or not value.replace("-", "").isdecimal():
        return None
    try:
        return date.fromisoformat(value + "-01-01"[len(value) - 4 :] if len(value) < 10 else value)
    except ValueError:
        return None


def _tighten_by_caption(
    doc: Document, expressions: tuple[TimeExpression, ...], candidates: tuple[Candidate, ...], bounds: Bounds
) -> None:
    """A happening of some days ago, told of the place that a dated caption names, bounds the day closely."""
    for expression in expressions:
        if expression.rule != "date/some time ago":
            continue
        words = {doc.norms[i] for i in range(expression.first, expression.last)}
        line = doc.lines[expression.line]
        for candidate in candidates:
            if candidate.kind is BlockKind.CAPTION and "ايام" in words and shares_place(doc, candidate, line):
                low, high = (candidate.day + timedelta(days=days) for days in _SOME_DAYS)
                bounds.raise_earliest(low, Basis.CAPTION, candidate.span, Span(expression.start, expression.end))
                bounds.lower_latest(high, Basis.CAPTION, candidate.span)
