"""Finds quantities: money, shares, physical measures, ranks, and counts of things that matter between states.

A number is a quantity by what stands with it; dates, durations, names of weapons and references (القرار 2231) are none.
"""

import re
from collections.abc import Iterator

import msgspec
from babel.numbers import get_currency_precision

from marsad.lang.numerals import Number, NumberKind, parse_digits, parse_number
from marsad.lexicon.load import Lexicon
from marsad.model import Quantity, Time
from marsad.read.document import Document, Line
from marsad.read.quantity_context import Context, find_context
from marsad.read.quantity_words import QuantityWords, build_quantity_words

_ARTICLE = "ال"
_LATIN = re.compile(r"[A-Za-z]")
# A fraction of these is a threshold and stays a fraction; of all else it is a share, given in percent.
_VOTED = frozenset({"اصوات", "الاصوات", "اعضاء", "الاعضاء", "النواب", "المقاعد", "مقاعد"})
# Words that go on a superlative before what it is the greatest of is placed (أكبر مصدر للغاز في العالم).
_SCOPE_REACH = 6


class Figure(msgspec.Struct, frozen=True):
    """A figure over the half-open token range `first`-`last`, before its context is read. `noun` is what is counted."""

    first: int
    last: int
    value: float
    unit: str
    rule: str
    noun: tuple[int, int] | None = None


def find_quantities(doc: Document, times: tuple[Time, ...], lexicon: Lexicon) -> tuple[Quantity, ...]:
    """Find the quantities of a document in text order; what a time expression covers is not read again."""
    words = build_quantity_words(lexicon)
    taken = {token for time in times for token in range(doc.token_at(time.start), doc.token_at(time.end))} | {
        max(0, doc.token_at(time.start + 1) - 1) for time in times
    }
    found: list[Quantity] = []
    for line in doc.lines:
        for figure in _find_figures(doc, line, words, taken):
            context = find_context(doc, line, figure.first, figure.last, figure.noun, times, words, lexicon)
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
        rule=figure.rule,
    )


def _skip_detached(doc: Document, figure: Figure) -> int:
    """Leave out a conjunction or preposition that stands apart from its digits (و 500, بـ 3)."""
    apart = doc.norms[figure.first] in {"و", "ب", "ل", "ك"} and figure.first + 1 < figure.last
    return figure.first + 1 if apart else figure.first


def _clitic_length(doc: Document, figure: Figure) -> int:
    """How many letters of a number word are a clitic (بعشرين مليون)."""
    number = parse_number(doc.norms, figure.first, figure.last)
    word = doc.text[doc.tokens[figure.first].start : doc.tokens[figure.first].end]
    joined = number and number.clitic and doc.norms[figure.first] not in {"و", "ب", "ل", "ك"}
    return len(number.clitic) if number and joined and word.startswith(number.clitic) else 0


def _find_figures(doc: Document, line: Line, words: QuantityWords, taken: set[int]) -> Iterator[Figure]:
    at, rank_seen = line.first, False
    while at < line.last:
        if at in taken or not words.may_start(doc.norms[at]):
            at += 1
            continue
        figure = _find_at(doc, at, line, words, taken, rank_seen=rank_seen)
        if figure is None:
            number = parse_number(doc.norms, at, line.last)
            at = max(at + 1, number.last if number and number.is_digits else 0)
            continue
        rank_seen = rank_seen or figure.unit == "rank"
        yield figure
        at = figure.last


def _find_at(
    doc: Document, at: int, line: Line, words: QuantityWords, taken: set[int], *, rank_seen: bool
) -> Figure | None:
    norms, end = doc.norms, line.last
    rank = _find_rank(norms, at, end, words, rank_seen=rank_seen)
    if rank:
        return rank
    times = words.find(norms, at, end, "times")
    if times:
        return Figure(at, times.last, 2, "count", "quantity/times", (at, times.last))
    symbol = words.find(norms, at, end, "symbol")
    number = parse_number(norms, symbol.last if symbol else at, end)
    if number is None or number.value is None:
        return None if symbol else _find_dual(norms, at, end, words)
    if any(token in taken for token in range(number.first, number.last)) or _is_name(doc, number, words):
        return None
    if symbol:
        return Figure(at, number.last, number.value, symbol.code, "quantity/money")
    return _find_measured(norms, at, number, end, words) or _find_counted(doc, at, number, end, words, taken)


def _find_measured(norms: tuple[str, ...], at: int, number: Number, end: int, words: QuantityWords) -> Figure | None:
    """Read a number with a currency, a percent sign or a physical unit; a fraction is a share."""
    value = number.value
    if value is None or number.kind is NumberKind.ORDINAL:
        return None
    if number.kind is NumberKind.FRACTION:
        return _find_share(norms, at, number, end)
    place = number.last
    if place + 1 < end and norms[place] == "من" and words.currency(norms, place + 1, end):
        place += 1
    decimal = _to_decimal(norms, number)
    money = words.currency(norms, place, end)
    if money:
        is_milli = decimal is not None and get_currency_precision(money[0]) == 3
        return Figure(at, money[1], decimal if is_milli and decimal else value, money[0], "quantity/money")
    unit = words.find(norms, number.last, end, "unit")
    if unit and unit.code == "%" and decimal is not None:
        value = decimal
    if unit and (unit.code == "%" or not unit.is_definite):
        return Figure(at, unit.last, value, unit.code, "quantity/share" if unit.code == "%" else "quantity/unit")
    half = _read_half_of_unit(norms, number, end, words)
    return half and Figure(at, half[1], value + half[2], half[0], "quantity/unit")


def _to_decimal(norms: tuple[str, ...], number: Number) -> float | None:
    """Return 1.493 as a decimal: before a percent sign, or money that has thousandths, the point parts no thousands."""
    word = norms[number.last - 1]
    return float(word) if number.is_digits and re.fullmatch(r"\d{1,3}\.\d{3}", word) else None


def _read_half_of_unit(
    norms: tuple[str, ...], number: Number, end: int, words: QuantityWords
) -> tuple[str, int, float] | None:
    """Read ونصف between a number and its unit: 3 ونصف في المئة."""
    half = parse_number(norms, number.last, end)
    if half is None or half.kind is not NumberKind.FRACTION or half.clitic != "و" or half.value is None:
        return None
    unit = words.find(norms, half.last, end, "unit")
    return (unit.code, unit.last, half.value) if unit else None


def _find_share(norms: tuple[str, ...], at: int, number: Number, end: int) -> Figure | None:
    """Read ثلثي أصوات as a fraction, نصف السكان and ثلاثة أرباع as shares in percent; halves of games are none."""
    after = norms[number.last] if number.last < end else ""
    value = number.value or 0.0
    if after in _VOTED:
        return Figure(at, number.last, round(value, 4), "fraction", "quantity/fraction")
    plain = number.last - number.first == 1 and value in (0.5, 0.25) and number.is_definite
    if plain or after in {"نهايي", "النهايي"} or (not after[:1].isalpha() and not number.is_definite):
        return None
    if number.is_definite and number.last - number.first == 1 and value < 0.5:
        return None
    return Figure(at, number.last, round(value * 100, 2), "%", "quantity/share")


def _find_rank(norms: tuple[str, ...], at: int, end: int, words: QuantityWords, *, rank_seen: bool) -> Figure | None:
    """Read المرتبة الثانية, ثاني أكبر اقتصاد في العالم, أكبر مصدر في العالم, and والرابعة من حيث after another rank."""
    rank = words.find(norms, at, end, "rank")
    if rank:
        number = parse_number(norms, rank.last, end)
        if number and number.value and number.is_definite and not number.clitic:
            return Figure(at, number.last, number.value, "rank", "quantity/rank")
        return None
    number = parse_number(norms, at, end)
    is_ordinal = number is not None and number.kind is NumberKind.ORDINAL and number.value is not None
    if is_ordinal and number and number.value:
        best = words.find(norms, number.last, end, "superlative")
        if best and not number.is_definite and number.value < 100:
            last = min(best.last + 1, end)
            return Figure(at, last, number.value, "rank", "quantity/rank")
        if (
            rank_seen
            and number.is_definite
            and number.clitic == "و"
            and norms[number.last : number.last + 2] == ("من", "حيث")
        ):
            return Figure(at, number.last, number.value, "rank", "quantity/rank")
        return None
    best = words.find(norms, at, end, "superlative")
    if (
        best is None
        or best.code != "bare"
        or best.is_definite
        or best.last >= end
        or not norms[best.last][0].isalpha()
        or norms[best.last] == "من"
    ):
        return None
    for place in range(best.last + 1, min(end, best.last + _SCOPE_REACH)):
        scope = words.find(norms, place, end, "scope")
        if scope:
            return Figure(at, scope.last, 1, "rank", "quantity/rank")
        if not norms[place][0].isalnum():
            return None
    return None


def _find_dual(norms: tuple[str, ...], at: int, end: int, words: QuantityWords) -> Figure | None:
    """Read جنديين, دبلوماسيين اثنين: an indefinite dual of a counted noun."""
    norm = norms[at]
    for clitic in ("", "و", "ب", "ل"):
        stem = norm.removeprefix(clitic)
        if norm.startswith(clitic) and stem in words.duals:
            number = parse_number(norms, at + 1, end)
            two = number is not None and number.value == 2 and not number.is_definite
            if two or not words.find(norms, at, end, "counted"):
                last = at + 2 if two else at + 1
                return Figure(at, last, 2, "count", "quantity/dual", (at, at + 1))
    return None


def _find_counted(
    doc: Document, at: int, number: Number, end: int, words: QuantityWords, taken: set[int]
) -> Figure | None:
    """Read a number with the noun it counts: before it (10 قواعد), or after a definite plural (فروع جيشها الثلاثة)."""
    norms = doc.norms
    if number.kind is not NumberKind.CARDINAL or not number.value or number.value < 2 or number.value % 1:
        return None
    place = number.last
    counted = words.find(norms, place, end, "counted")
    if (
        counted
        and place not in taken
        and not _has_clitic(norms[place])
        and (not counted.is_definite or number.is_definite)
    ):
        if number.is_definite and not number.is_digits and counted.is_definite:
            return _find_after_noun(norms, at, number, end, words)
        return Figure(at, counted.last, number.value, "count", "quantity/count", (place, counted.last))
    if number.is_definite:
        return _find_after_noun(norms, at, number, end, words)
    if (
        counted is None
        and not words.is_verb(norms[place] if place < end else "")
        and number.value >= 10
        and _may_be_counted(doc, place, end, words)
        and place not in taken
    ):
        return Figure(at, place + 1, number.value, "count", "quantity/count", (place, place + 1))
    return None


def _find_after_noun(norms: tuple[str, ...], at: int, number: Number, end: int, words: QuantityWords) -> Figure | None:
    """Read the number that follows its plural, at most two words before: النواب الـ 435, دول الشمال الثلاث."""
    if number.value is None or number.value < 3 or number.clitic not in ("", "و"):
        return None
    for place in (at - 1, at - 2, at - 3):
        counted = words.find(norms, place, end, "counted", joined=True)
        if counted and counted.is_definite and not number.is_digits:
            return None  # a closed club: الدول العشرين
        if counted and counted.last <= at and all(norms[i][0].isalpha() for i in range(place, at)):
            return Figure(at, number.last, number.value, "count", "quantity/count", (place, at))
    return None


def _has_clitic(norm: str) -> bool:
    return norm.startswith(("وال", "بال", "فال")) or (norm.startswith("و") and len(norm) > 5)


def _may_be_counted(doc: Document, at: int, end: int, words: QuantityWords) -> bool:
    """An indefinite noun right after a number of ten or more, which Arabic puts in the singular: 700 محكوم."""
    if at >= end or words.find(doc.norms, at, end, "not_counted") or words.is_month(doc.norms, at, end):
        return False
    norm = doc.norms[at]
    return (
        norm[0].isalpha()
        and not _LATIN.match(norm)
        and len(norm) > 2
        and not norm.startswith((_ARTICLE, "و", "ب", "لل"))
    )


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
