"""The day an article came out, or bounds for it: chosen among what stands around the text, or reasoned from the text.

A wrong certain day is worse than none. Metadata and what the giver said hold. A stamp or caption must not be
contradicted by the weekday told in the lead or by later facts in the text; unsupported, it only bounds the day.
"""

from datetime import date, timedelta

import msgspec

from marsad.lexicon.load import Lexicon
from marsad.model import Basis, BlockKind, Published, Span
from marsad.read.dating_clues import Candidate, find_candidates, parse_clue, rank_clues
from marsad.read.dating_offices import find_office_bounds
from marsad.read.dating_told import (
    ToldDay,
    agrees,
    find_agreement,
    find_dated_day,
    find_days_after,
    find_told_days,
    is_pictured,
    shares_place,
)
from marsad.read.document import Document
from marsad.read.mentions import Names
from marsad.read.times_links import TimeExpression
from marsad.read.times_meaning import Fixed, Partial, Tense, Within

# The lead: how many lines from the top tell the news of the day.
_LEAD_LINES = 8
# "Some days ago" is more than yesterday and less than a week, which Arabic news would call by its name.
_SOME_DAYS = (2, 7)


def date_article(doc: Document, names: Names, expressions: tuple[TimeExpression, ...], lexicon: Lexicon) -> Published:
    """Return the publication day with its basis and evidence, or the tightest bounds that can be argued."""
    given = _from_metadata(doc, lexicon)
    if given is not None:
        return given
    candidates = find_candidates(doc.article, lexicon)
    told = tuple(find_told_days(expressions))
    lead = tuple(known for known in told if known.line < _LEAD_LINES)
    bounds = _find_bounds(doc, names, expressions, candidates, lexicon)
    chosen = _choose(doc, candidates, told, bounds)
    if chosen is not None:
        return chosen
    dated = find_dated_day(expression for expression in expressions if expression.line < _LEAD_LINES)
    if dated is not None and bounds.allow(dated[0]):
        return Published(value=dated[0].isoformat(), basis=Basis.TEXT, evidence=(dated[1],))
    return _from_weekday(bounds, lead) or bounds.to_published()


def _from_metadata(doc: Document, lexicon: Lexicon) -> Published | None:
    for clue in rank_clues(doc.article.date_clues):
        day = parse_clue(clue.value, lexicon)
        if day is not None and clue.local is not None:
            day = _choose_local(doc, day, date.fromisoformat(clue.local), lexicon)
        if day is not None:
            basis = Basis.GIVEN if clue.source == "given" else Basis.METADATA
            return Published(value=day.isoformat(), basis=basis, evidence=(clue.span,) if clue.span else ())
    return None


def _choose_local(doc: Document, day: date, local: date, lexicon: Lexicon) -> date:
    """Choose between the day in universal time and the one at the outlet's seat: the latter, unless the page shows the
    former alone. Some sites write their own time and call it universal."""
    if day == local:
        return day
    stamps = (known.day for known in find_candidates(doc.article, lexicon) if not known.is_header)
    urls = (parse_clue(clue.value, lexicon) for clue in doc.article.date_clues if clue.source == "url")
    shown = {*stamps, *urls}
    return day if day in shown and local not in shown else local


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


def _find_bounds(
    doc: Document,
    names: Names,
    expressions: tuple[TimeExpression, ...],
    candidates: tuple[Candidate, ...],
    lexicon: Lexicon,
) -> Bounds:
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
    if not value[:4].isdigit() or len(value) not in (4, 7, 10) or not value.replace("-", "").isdigit():
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


def _choose(
    doc: Document, candidates: tuple[Candidate, ...], told: tuple[ToldDay, ...], bounds: Bounds
) -> Published | None:
    """Choose the stamp or caption with the most support; none where two days are supported alike."""
    lead = tuple(known for known in told if known.line < _LEAD_LINES)
    scores: dict[date, int] = {}
    backing: dict[date, list[Candidate]] = {}
    for candidate in (*candidates, *find_days_after(doc, candidates, told)):
        if candidate.is_archive or (bounds.earliest and candidate.day < bounds.earliest):
            continue
        support = _support(doc, candidate, lead, told)
        if support <= 0:
            continue
        backing.setdefault(candidate.day, []).append(candidate)
        kinds = {known.kind for known in backing[candidate.day]}
        scores[candidate.day] = max(scores.get(candidate.day, 0), support) + (len(kinds) > 1)
    if not scores:
        return None
    best = max(scores.values())
    days = [day for day, score in scores.items() if score == best]
    if len(days) > 1:
        return None
    chosen = backing[days[0]]
    basis = Basis.CAPTION if all(c.kind is BlockKind.CAPTION for c in chosen) else Basis.BYLINE
    evidence = tuple(c.span for c in chosen) + tuple(known.span for known in lead[:1] if agrees(known, days[0]))
    return Published(value=days[0].isoformat(), basis=basis, evidence=evidence)


def _support(doc: Document, candidate: Candidate, lead: tuple[ToldDay, ...], told: tuple[ToldDay, ...]) -> int:
    """Weigh a candidate; 0 or less where it must not be taken for certain."""
    follows_title = _follows_title(doc, candidate)
    if candidate.has_weekday and follows_title:
        lead = tuple(known for known in lead if known.offset is not None or _is_in_first_paragraph(doc, known))
    agreement = find_agreement(lead, candidate.day)
    if candidate.is_derived:
        bare = tuple(known for known in lead if known.offset is None)
        return 2 if agreement and find_agreement(bare, candidate.day) else 0
    if agreement is False and (not candidate.is_labelled or any(known.offset is not None for known in lead)):
        return 0  # a label of publication stands against a weekday some days back, not against اليوم الثلاثاء
    if candidate.kind is BlockKind.CAPTION:
        pictured = any(not known.offset and is_pictured(doc, candidate, known) for known in told)
        return 2 if agreement and pictured else 0
    if agreement:
        return 4
    if candidate.is_ambiguous or candidate.is_header:
        return 0
    labelled = candidate.is_labelled or candidate.is_updated or candidate.has_clock
    return 2 if labelled or candidate.kind is not BlockKind.SITE_DATE or follows_title else 0


def _is_in_first_paragraph(doc: Document, known: ToldDay) -> bool:
    first = next((line.block for line in doc.lines if line.kind is BlockKind.BODY), None)
    return doc.lines[known.line].block == first


def _follows_title(doc: Document, candidate: Candidate) -> bool:
    """A bare date right after the headline is the article's; one at the top of a page is the site's."""
    title = doc.article.title
    if title is None:
        return False
    return any(
        block.kind is BlockKind.TITLE and candidate.order - 3 <= order < candidate.order
        for order, block in enumerate(doc.article.blocks)
    )


def _from_weekday(bounds: Bounds, lead: tuple[ToldDay, ...]) -> Published | None:
    """Where bounds leave one day only for اليوم الثلاثاء, that is the day."""
    told = next((known for known in lead if known.offset is not None), None)
    if told is None or told.offset is None or not (bounds.earliest and bounds.latest):
        return None
    span = (bounds.latest - bounds.earliest).days
    days = (bounds.earliest + timedelta(days=n) for n in range(min(span, 60) + 1))
    fitting = [day for day in days if (day + timedelta(days=told.offset)).isoweekday() == told.weekday]
    if span > 60 or len(fitting) != 1:
        return None
    return Published(value=fitting[0].isoformat(), basis=Basis.WEEKDAY, evidence=(told.span, *bounds.evidence))
