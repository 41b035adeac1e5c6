"""What the words around a figure say: what it measures, for which period, how exact it is, by how much or how much."""

import msgspec

from marsad.lexicon.load import Lexicon
from marsad.lexicon.verbs import build_verb_index
from marsad.model import Comparison, QuantityStatus, Time, TimeType
from marsad.read.document import Document, Line
from marsad.read.quantity_figures import Figure
from marsad.read.quantity_measures import find_measure
from marsad.read.quantity_status import find_status
from marsad.read.quantity_words import QuantityWords

# How many words before a figure its cues may stand.
_COMPARISON_REACH = 6
_CUE_REACH = 1
_EXCEEDING_REACH = 4
_CHANGE_REACH = 10
_PERIOD_REACH = 90
# How much farther a time before the figure counts; before one joined with و it is likely of another figure.
_BEFORE, _OTHERS = 2, 4


class Context(msgspec.Struct, frozen=True):
    """What is told of one figure. `measure` is an Arabic noun phrase, `period` a TIMEX3 value.

    `is_change`: something rose or fell by so much; else the figure is a level.
    """

    measure: str | None
    period: str | None
    status: QuantityStatus
    comparison: Comparison
    is_change: bool


def find_context(
    doc: Document, line: Line, figure: Figure, times: tuple[Time, ...], words: QuantityWords, lexicon: Lexicon
) -> Context:
    """Read the context of a figure in its line."""
    first, last = figure.first, figure.last
    is_change = figure.unit != "rank" and _is_change(doc, line, figure, words, lexicon)
    comparison = figure.comparison or _find_comparison(doc, line, first, last, words)
    if figure.comparison and _follows_change(doc, line, first, words, lexicon):
        comparison = Comparison.EXACT  # ارتفع من 3 إلى 5 مليارات: from one level to another
    return Context(
        measure=find_measure(doc, line, figure, words, lexicon),
        period=_find_period(doc, line, first, last, times),
        status=find_status(doc, line, first, last, words, lexicon),
        comparison=comparison,
        is_change=is_change,
    )


def _is_change(doc: Document, line: Line, figure: Figure, words: QuantityWords, lexicon: Lexicon) -> bool:
    """Tell whether a figure is by how much: ارتفع بنسبة 5%, زيادة قدرها 3 ملايين; after إلى or من it is a level."""
    if figure.rule == "quantity/points":
        return True
    at = figure.first
    number_word = doc.norms[at]
    is_by = number_word.startswith("ب")
    while at > line.first and (cue := words.find(doc.norms, at - 1, line.last, "degree", "comparison")):
        at -= 1
        is_by = is_by or cue.section == "degree"
    before = doc.norms[at - 1] if at > line.first else ""
    if words.find(doc.norms, at - 1, line.last, "level") and not number_word.startswith("ب"):
        return False
    is_by = is_by or before == "ب"
    reach = _CHANGE_REACH if is_by else 2
    return _follows_change(doc, line, at, words, lexicon, reach, is_by=is_by)


def _follows_change(
    doc: Document,
    line: Line,
    first: int,
    words: QuantityWords,
    lexicon: Lexicon,
    reach: int = _CHANGE_REACH,
    *,
    is_by: bool = True,
) -> bool:
    """Tell whether a word of rising or falling stands before, in the same clause; النمو 3% is the level of growth."""
    verbs = build_verb_index(lexicon.verbs)
    for at in range(first - 1, max(line.first, first - reach) - 1, -1):
        if not doc.norms[at][0].isalnum():
            return False
        analyses = verbs.analyse(doc.norms[at])
        if any(words.is_change(analysis.lemma) and (is_by or not analysis.article) for analysis in analyses):
            return True
    return False


def _find_comparison(doc: Document, line: Line, first: int, last: int, words: QuantityWords) -> Comparison:
    """Read نحو, أكثر من right before the figure, or تجاوز with what is measured between; the first cue holds."""
    for at in range(max(line.first, first - _COMPARISON_REACH), first):
        cue = words.find(doc.norms, at, line.last, "comparison", "exceeding")
        if cue is None or cue.last > first:
            continue
        between = doc.norms[cue.last : first]
        reach = _EXCEEDING_REACH if cue.section == "exceeding" else _CUE_REACH
        if len(between) <= reach and all(word[0].isalpha() for word in between):
            return Comparison(cue.code)
    after = words.find(doc.norms, last, line.last, "comparison")
    return Comparison.ABOUT if after and doc.norms[last] == "تقريبا" else Comparison.EXACT


def _find_period(doc: Document, line: Line, first: int, last: int, times: tuple[Time, ...]) -> str | None:
    """The dated time nearest to the figure in its line; for what recurs (سنويا), its period."""
    start, end = doc.tokens[first].start, doc.tokens[last - 1].end
    best: tuple[int, str] | None = None
    factor = _OTHERS if doc.norms[first].startswith("و") else _BEFORE
    for time in times:
        if time.start < line.start or time.end > line.end or not time.value:
            continue
        if time.type is not TimeType.SET and not time.value[0].isdecimal():
            continue
        distance = time.start - end if time.start >= end else factor * (start - time.end)
        is_nearer = best is None or distance < best[0] or (time.start >= end and distance == best[0])
        if distance <= _PERIOD_REACH and is_nearer:
            best = (distance, time.value)
    return best[1] if best else None
