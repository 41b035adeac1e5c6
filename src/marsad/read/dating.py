"""The day an article came out, or bounds for it: chosen among what stands around the text, or reasoned from the text.

A wrong certain day is worse than none. Metadata and what the giver said hold. A stamp or caption must not be
contradicted by the weekday told in the lead or by later facts in the text; unsupported, it only bounds the day.
"""

from datetime import date, timedelta

from marsad.lexicon.load import Lexicon
from marsad.model import Basis, BlockKind, Published
from marsad.read.dating_bounds import Bounds, find_bounds
from marsad.read.dating_clues import Candidate, find_candidates, parse_clue, rank_clues
from marsad.read.dating_told import (
    ToldDay,
    agrees,
    find_agreement,
    find_dated_day,
    find_days_after,
    find_told_days,
    is_pictured,
)
from marsad.read.document import Document
from marsad.read.mentions import Names
from marsad.read.times_links import TimeExpression

# The lead: how many lines from the top tell the news of the day.
_LEAD_LINES = 8


def date_article(doc: Document, names: Names, expressions: tuple[TimeExpression, ...], lexicon: Lexicon) -> Published:
    """Return the publication day with its basis and evidence, or the tightest bounds that can be argued."""
    given = _from_metadata(doc, lexicon)
    if given is not None:
        return given
    candidates = find_candidates(doc.article, lexicon)
    told = tuple(find_told_days(expressions))
    lead = tuple(known for known in told if known.line < _LEAD_LINES)
    bounds = find_bounds(doc, names, expressions, candidates, lexicon)
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
