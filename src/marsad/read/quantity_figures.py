"""Figures before their context is read: money, shares, physical measures, counts."""

import re

import msgspec
from babel.numbers import get_currency_precision

from marsad.lang.numerals import Number, NumberKind, parse_number
from marsad.model import Comparison
from marsad.read.document import Document
from marsad.read.quantity_words import QuantityWords

_ARTICLE = "ال"
_LATIN = re.compile(r"[A-Za-z]")


class Figure(msgspec.Struct, frozen=True):
    """A figure over the half-open token range `first`-`last`, before its context is read. `noun` is what is counted.

    `clitic` is how many letters of the first word are a conjunction or preposition hung on it, where it is no number.
    `comparison` is set where the figure is the end of a range, which its context does not tell.
    """

    first: int
    last: int
    value: float
    unit: str
    rule: str
    noun: tuple[int, int] | None = None
    comparison: Comparison | None = None
    clitic: int = 0


def find_measured(doc: Document, at: int, number: Number, end: int, words: QuantityWords) -> Figure | None:
    """Read a number with a currency, a percent sign or a physical unit; a fraction is a share."""
    norms, value = doc.norms, number.value
    if value is None or number.kind is NumberKind.ORDINAL:
        return None
    if number.kind is NumberKind.FRACTION:
        return _find_share(norms, at, number, end, words)
    place = number.last
    if place + 1 < end and norms[place] == "من" and words.currency(norms, place + 1, end):
        place += 1
    decimal = _to_decimal(norms, number)
    money = words.currency(norms, place, end)
    if money:
        is_milli = decimal is not None and get_currency_precision(money[0]) == 3
        return Figure(at, money[1], decimal if is_milli and decimal else value, money[0], "quantity/money")
    unit = words.find(norms, number.last, end, "unit")
    if unit and unit.code in _SHARES and decimal is not None:
        value = decimal
    if unit and (unit.code in _SHARES or not unit.is_definite):
        return Figure(at, unit.last, value, unit.code, "quantity/share" if unit.code in _SHARES else "quantity/unit")
    points = words.find(norms, number.last, end, "points")
    if points:
        return Figure(at, points.last, decimal or value, points.code, "quantity/points")
    half = _read_half_of_unit(norms, number, end, words)
    return half and Figure(at, half[1], value + half[2], half[0], "quantity/unit")


_SHARES = frozenset({"%", "‰"})


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


def _find_share(norms: tuple[str, ...], at: int, number: Number, end: int, words: QuantityWords) -> Figure | None:
    """Read ثلثي أصوات as a fraction, نصف السكان and ثلاثة أرباع as shares in percent; halves of games are none."""
    after = norms[number.last] if number.last < end else ""
    value = number.value or 0.0
    if words.find(norms, number.last, end, "voted"):
        return Figure(at, number.last, round(value, 4), "fraction", "quantity/fraction")
    is_plain = number.last - number.first == 1 and value < 0.5 + 1e-9
    if number.is_definite and is_plain:
        return _find_plain_share(norms, at, number, end, words)
    if words.find(norms, number.last, end, "not_share") or (not after[:1].isalpha() and not number.is_definite):
        return None
    return Figure(at, number.last, round(value * 100, 2), "%", "quantity/share")


def _find_plain_share(norms: tuple[str, ...], at: int, number: Number, end: int, words: QuantityWords) -> Figure | None:
    """Read ارتفع بنحو الربع: a definite fraction after a word of degree, and no quarter of a year or half of a game."""
    degree = words.find(norms, at - 1, end, "comparison", "degree") if at else None
    after = parse_number(norms, number.last, end)
    if degree is None or degree.last != at or (after and after.kind is NumberKind.ORDINAL):
        return None
    return Figure(at, number.last, round((number.value or 0.0) * 100, 2), "%", "quantity/share")


def find_dual(norms: tuple[str, ...], at: int, end: int, words: QuantityWords) -> Figure | None:
    """Read جنديين, دبلوماسيين اثنين, مليوني دولار's sister دولارين: an indefinite dual of a counted noun or unit."""
    norm = norms[at]
    for clitic in ("", "و", "ب", "ل"):
        stem = norm.removeprefix(clitic)
        if not norm.startswith(clitic):
            continue
        for unit, tail in words.unit_duals.get(stem, ()):
            if norms[at + 1 : at + 1 + len(tail)] == tail and at + len(tail) < end:
                rule = "quantity/points" if unit in words.point_codes and tail else "quantity/unit"
                return Figure(at, at + 1 + len(tail), 2, unit, rule, clitic=len(clitic))
        if stem in words.duals:
            number = parse_number(norms, at + 1, end)
            two = number is not None and number.value == 2 and not number.is_definite
            if two or not words.find(norms, at, end, "counted", joined=True):
                last = at + 2 if two else at + 1
                return Figure(at, last, 2, "count", "quantity/dual", (at, at + 1), clitic=len(clitic))
    return None


def find_counted(
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
