"""What the words around a figure say: what it measures, for which period, whether reached or aimed at, how exact."""

import msgspec

from marsad.lang.morphology import Part
from marsad.lexicon.load import Lexicon
from marsad.lexicon.verbs import build_verb_index
from marsad.model import Comparison, QuantityStatus, Time, TimeType
from marsad.read.document import Document, Line
from marsad.read.quantity_words import QuantityWords

# How many words before a figure its cues may stand.
_COMPARISON_REACH = 6
_CUE_REACH = 1
_EXCEEDING_REACH = 4
_STATUS_REACH = 14
_MEASURE_REACH = 18
_PERIOD_REACH = 90
_SHARE_WORDS = 3


class Context(msgspec.Struct, frozen=True):
    """What is told of one figure. `measure` is an Arabic noun phrase, `period` a TIMEX3 value."""

    measure: str | None
    period: str | None
    status: QuantityStatus
    comparison: Comparison


def find_context(
    doc: Document,
    line: Line,
    first: int,
    last: int,
    noun: tuple[int, int] | None,
    times: tuple[Time, ...],
    words: QuantityWords,
    lexicon: Lexicon,
) -> Context:
    """Read the context of the figure over tokens `first`-`last` in its line."""
    return Context(
        measure=_find_measure(doc, line, first, last, noun, words),
        period=_find_period(doc, line, first, last, times),
        status=_find_status(doc, line, first, words, lexicon),
        comparison=_find_comparison(doc, line, first, last, words),
    )


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


def _find_status(doc: Document, line: Line, first: int, words: QuantityWords, lexicon: Lexicon) -> QuantityStatus:
    """The nearest cue before the figure; a verb of the future makes a forecast."""
    verbs = build_verb_index(lexicon.verbs)
    for at in range(first - 1, max(line.first, first - _STATUS_REACH) - 1, -1):
        cue = words.find(doc.norms, at, line.last, "status")
        if cue:
            return QuantityStatus(cue.code)
        analyses = verbs.analyse(doc.norms[at])
        if analyses and analyses[0].part is Part.FINITE and analyses[0].future:
            return QuantityStatus.FORECAST
    return QuantityStatus.ACTUAL


def _find_measure(
    doc: Document, line: Line, first: int, last: int, noun: tuple[int, int] | None, words: QuantityWords
) -> str | None:
    """What is counted; else the phrase after من (70% من اليورانيوم); else the nearest measured thing named before."""
    if noun is not None:
        return doc.span(*noun).of(doc.text)
    if last + 2 < line.last and doc.norms[last] == "من" and doc.norms[last + 1][0].isalpha():
        start = last + 2 if doc.norms[last + 1] == "حيث" else last + 1
        end = start
        while end < min(line.last, start + _SHARE_WORDS) and doc.norms[end][0].isalpha():
            end += 1
        return doc.span(start, end).of(doc.text) if end > start else None
    for at in range(first - 1, max(line.first, first - _MEASURE_REACH) - 1, -1):
        named = words.find(doc.norms, at, line.last, "measure")
        if named and named.last <= first:
            start = at - 1 if at > line.first and words.find(doc.norms, at - 1, line.last, "measure") else at
            return doc.span(start, named.last).of(doc.text)
    return None


def _find_period(doc: Document, line: Line, first: int, last: int, times: tuple[Time, ...]) -> str | None:
    """The dated time nearest to the figure in its line; for what recurs (سنويا), its period."""
    start, end = doc.tokens[first].start, doc.tokens[last - 1].end
    best: tuple[int, str] | None = None
    for time in times:
        if time.start < line.start or time.end > line.end or not time.value:
            continue
        if time.type is not TimeType.SET and not time.value[0].isdigit():
            continue
        distance = time.start - end if time.start >= end else 2 * (start - time.end)
        if distance <= _PERIOD_REACH and (best is None or distance < best[0]):
            best = (distance, time.value)
    return best[1] if best else None
