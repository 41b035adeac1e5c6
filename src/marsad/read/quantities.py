"""Finds quantities: money, shares, physical measures, ranks, and counts of things that matter between states.

A number is a quantity by what stands with it; dates, durations, names of weapons and references (القرار 2231) are none.
"""

import re
from collections.abc import Iterator

from marsad.lang.fold import fold
from marsad.lang.numerals import Number, NumberKind, parse_digits, parse_number
from marsad.lexicon.load import Lexicon
from marsad.model import Comparison, Quantity, Time
from marsad.read.document import Document, Line
from marsad.read.quantity_context import Context, find_context
from marsad.read.quantity_figures import Figure, find_counted, find_dual, find_measured
from marsad.read.quantity_ranks import find_rank
from marsad.read.quantity_words import QuantityWords, build_quantity_words

_LATIN = re.compile(r"[A-Za-z]")
# A number of things that no noun follows is one of this many at least: عددهم 1.3 مليون.
_BARE_COUNT = 1000


def find_quantities(doc: Document, times: tuple[Time, ...], lexicon: Lexicon) -> tuple[Quantity, ...]:
    """Find the quantities of a document in text order; what a time expression covers is not read again.

    A figure by which something rose or fell, not the level it reached, has a rule that ends in `/change`.
    """
    words = build_quantity_words(lexicon)
    taken = {token for time in times for token in range(doc.token_at(time.start), doc.token_at(time.end))} | {
        max(0, doc.token_at(time.start + 1) - 1) for time in times
    }
    found: list[Quantity] = []
    for line in doc.lines:
        for figure in _find_figures(doc, line, words, taken):
            context = find_context(doc, line, figure, times, words, lexicon)
            found.append(_to_quantity(doc, len(found), figure, context))
    return tuple(found)


def _to_quantity(doc: Document, number: int, figure: Figure, context: Context) -> Quantity:
    span = doc.span(_skip_detached(doc, figure), figure.last)
    return Quantity(
        id=f"q{number}",
        start=span.start + _clitic_length(doc, figure),
        end=span.end,
        value=figure.value,
        unit=figure.unit,
        measure=context.measure,
        period=context.period,
        status=context.status,
        comparison=context.comparison,
        rule=figure.rule + "/change" if context.is_change else figure.rule,
    )


def _skip_detached(doc: Document, figure: Figure) -> int:
    """Leave out a conjunction or preposition that stands apart from its digits (و 500, بـ 3)."""
    apart = doc.norms[figure.first] in {"و", "ب", "ل", "ك"} and figure.first + 1 < figure.last
    return figure.first + 1 if apart else figure.first


def _clitic_length(doc: Document, figure: Figure) -> int:
    """How many letters of the first word as written are a clitic (بعشرين مليون, بالمرتبة الثانية, بـفرقاطتين)."""
    norm = doc.norms[figure.first]
    if norm in {"و", "ب", "ل", "ك"}:
        return 0
    number = parse_number(doc.norms, figure.first, figure.last)
    length = figure.clitic or (len(number.clitic) if number else 0)
    if figure.unit == "rank":
        length = int(norm.startswith(("بال", "وال", "فال", "كال")))
    word, seen = doc.text[doc.tokens[figure.first].start : doc.tokens[figure.first].end], 0
    for place, char in enumerate(word):
        is_letter = bool(fold(char))
        if seen == length and is_letter:
            return place
        seen += is_letter
    return 0


def _find_figures(doc: Document, line: Line, words: QuantityWords, taken: set[int]) -> Iterator[Figure]:
    at, rank_seen = line.first, False
    while at < line.last:
        if at in taken or not words.may_start(doc.norms[at]):
            at += 1
            continue
        figures = _find_at(doc, at, line, words, taken, rank_seen=rank_seen)
        if not figures:
            number = parse_number(doc.norms, at, line.last)
            at = max(at + 1, number.last if number and number.is_digits else 0)
            continue
        rank_seen = rank_seen or figures[-1].unit == "rank"
        yield from figures
        at = figures[-1].last


def _find_at(
    doc: Document, at: int, line: Line, words: QuantityWords, taken: set[int], *, rank_seen: bool
) -> tuple[Figure, ...]:
    """Return the figure that starts at a token; of a range both ends."""
    norms, end = doc.norms, line.last
    rank = find_rank(norms, at, end, words, rank_seen=rank_seen)
    if rank:
        return (rank,)
    times = words.find(norms, at, end, "times")
    if times:
        return (Figure(at, times.last, 2, "count", "quantity/times", (at, times.last)),)
    symbol = words.find(norms, at, end, "symbol")
    number = parse_number(norms, symbol.last if symbol else at, end)
    if number is None or number.value is None:
        dual = None if symbol else find_dual(norms, at, end, words)
        return (dual,) if dual else ()
    if any(token in taken for token in range(number.first, number.last)):
        return ()
    if symbol:
        return (Figure(at, number.last, number.value, symbol.code, "quantity/money"),)
    both = _find_range(doc, at, number, line, words, taken)
    if both or _is_name(doc, number, words):
        return both
    figure = _find_figure(doc, at, number, line, words, taken)
    return (figure,) if figure else ()


def _find_figure(
    doc: Document, at: int, number: Number, line: Line, words: QuantityWords, taken: set[int]
) -> Figure | None:
    return (
        find_measured(doc, at, number, line.last, words)
        or find_counted(doc, at, number, line.last, words, taken)
        or _find_bare_count(doc, at, number, line, words)
    )


def _find_bare_count(doc: Document, at: int, number: Number, line: Line, words: QuantityWords) -> Figure | None:
    """Read بلغ عدد اللاجئين 1.3 مليون: what is counted stands before, right after عدد or the like."""
    if _is_toll(doc, at, number, line, words):
        return Figure(at, number.last, number.value or 0, "count", "quantity/toll")
    is_large = number.kind is NumberKind.CARDINAL and number.value is not None and number.value >= _BARE_COUNT
    if not is_large or words.find(doc.norms, number.last, line.last, "counted"):
        return None
    for place in range(at - 1, line.first - 1, -1):
        if not doc.norms[place][0].isalpha():
            return None
        counter = words.find(doc.norms, place, line.last, "counter", joined=True)
        if counter and counter.last < at:
            noun = (counter.last, counter.last + 1)
            return Figure(at, number.last, number.value or 0, "count", "quantity/count", noun)
    return None


def _is_toll(doc: Document, at: int, number: Number, line: Line, words: QuantityWords) -> bool:
    """Tell whether a number alone follows a word of killing, wounding or arrest: قتل 3 وأصيب 14."""
    is_count = number.kind is NumberKind.CARDINAL and not number.is_definite and (number.value or 0) >= 2
    if at == line.first or not is_count or (number.value or 0) % 1 or not words.is_toll(doc.norms[at - 1]):
        return False
    after = doc.norms[number.last] if number.last < line.last else ""
    return not after[:1].isalnum() or after.startswith("و") or not words.is_noun(after, is_first=False)


def _find_range(
    doc: Document, at: int, number: Number, line: Line, words: QuantityWords, taken: set[int]
) -> tuple[Figure, ...]:
    """Read both ends of ما بين 3 و5 مليارات دولار, من 40 إلى 50 قتيلا: the near end has the unit of the far one."""
    norms, end = doc.norms, line.last
    mark = words.find(norms, number.last, end, "to")
    is_between = words.find(norms, at - 1, end, "between") is not None
    place = mark.last if mark else number.last
    other = parse_number(norms, place, end) if mark or is_between else None
    if other is None or not other.value or number.value is None or not (mark or other.clitic == "و"):
        return ()
    far = _find_figure(doc, place, other, line, words, taken)
    first = other.first + (norms[other.first] == "و")
    head = parse_number(norms, first, first + 1)
    if far is None or head is None or not head.value or other.kind is not NumberKind.CARDINAL:
        return ()
    if _is_name(doc, number, words) and far.unit == "count":
        return ()
    times = other.value / head.value if number.value < head.value else 1.0
    near = number.value * times
    if near >= far.value or number.kind is not NumberKind.CARDINAL:
        return ()
    is_open = is_between or (mark is not None and mark.code != "or")
    low, high = (Comparison.OVER, Comparison.UNDER) if is_open else (Comparison.ABOUT, Comparison.ABOUT)
    start = Figure(at, number.last, near, far.unit, far.rule, far.noun, low)
    return start, Figure(far.first, far.last, far.value, far.unit, far.rule, far.noun, high)


def _is_name(doc: Document, number: Number, words: QuantityWords) -> bool:
    """Tell whether a number belongs to a name (سو-57, القرار 2231, روسيا 1), a score (2-1) or a telephone number."""
    norms, first = doc.norms, number.first
    if number.is_digits and first:
        before = norms[first - 1]
        if before in {"-", "–", "/", "+", ":"} and doc.tokens[first - 1].end == doc.tokens[first].start:
            return True
    if first and (words.find(norms, first - 1, len(norms), "not_quantity") or _LATIN.match(norms[first - 1])):
        return True
    last = number.last
    if number.is_digits and last + 1 < len(norms) and norms[last] in {"-", "+", "/", ":"}:
        return parse_digits(norms[last + 1]) is not None and doc.tokens[last].start == doc.tokens[last - 1].end
    return False
