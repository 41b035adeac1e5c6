"""Numbers as Arabic news writes them: words from one to trillions, digits, and mixtures of both (3 آلاف، مليونا ونصف).

`parse_number` works on folded words (`Token.norm`). It knows both genders, nominative and oblique, joined and separate
hundreds, duals (مئتان، ألفا، مليوني), teens, ordinals, fractions, and digits with Arabic or European separators. The
words are a closed class of the language; what is counted is for the caller to know.
"""

import re
from enum import StrEnum
from functools import lru_cache

import msgspec

from marsad.lang.number_words import (
    ACCUSATIVE_SCALES,
    ARTICLE,
    FRACTIONS,
    MANY,
    ORDINALS,
    SCALES,
    SHARES,
    TEN,
    TENS,
    UNITS,
    Part,
    is_number_word,
    read_word,
    strip_word,
)


class NumberKind(StrEnum):
    """What sort of number word stands there."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    FRACTION = "fraction"


class Number(msgspec.Struct, frozen=True):
    """A number over the half-open range `first`-`last` of words.

    `value` is None for an unnamed many (مئات الملايين). `is_definite` tells whether it carries the article, `is_digits`
    whether it is written in digits alone, `clitic` what conjunction or preposition hangs on its first word.
    """

    value: float | None
    first: int
    last: int
    kind: NumberKind = NumberKind.CARDINAL
    is_definite: bool = False
    is_digits: bool = False
    clitic: str = ""


# Clitics that stand apart from digits: الـ 21، و500.
_DETACHED = frozenset({"ال", "وال", "بال", "لل", "و", "ب", "ل", "ك"})
_DIGITS = re.compile(r"\d+(?:[.,\u066b\u066c]\d+)*")


def parse_digits(word: str) -> float | None:
    """Return the value of a folded number token, or None where its separators make no number (a date such as 3.3.2015).

    A comma or point before exactly three digits parts thousands, unless a zero leads; any other part is decimal.
    """
    if not _DIGITS.fullmatch(word):
        return None
    word = word.replace("\u066c", ",").replace("\u066b", ".")
    marks = re.sub(r"\d", "", word)
    if not marks:
        return float(word)
    parts = re.split(r"[.,]", word)
    grouped = all(len(part) == 3 for part in parts[1:]) and 0 < len(parts[0]) <= 3 and not word.startswith("0")
    if len(set(marks)) == 1 and grouped:
        return float("".join(parts))
    if len(marks) == 1:
        return float(".".join(parts))
    if len(set(marks)) == 2 and marks.count(marks[-1]) == 1 and all(len(part) == 3 for part in parts[1:-1]):
        return float("".join(parts[:-1]) + "." + parts[-1])
    return None


@lru_cache(maxsize=100_000)
def may_start_number(norm: str) -> bool:
    """Tell whether a number can start with this folded word: a cheap test before `parse_number`."""
    if norm[:1].isdecimal():
        return True
    return is_number_word(strip_word(norm)[2]) or norm in _DETACHED


def parse_number(norms: tuple[str, ...], at: int, end: int | None = None) -> Number | None:
    """Read the longest number that starts with word `at` and ends before `end` (default: the last word).

    Returns None where no number starts there. A number may carry clitics and the article on its first word (للثلاثة).
    """
    end = len(norms) if end is None else end
    if at >= end:
        return None
    return (
        _parse_many(norms, at, end)
        or _parse_fraction(norms, at, end)
        or _parse_ordinal(norms, at, end)
        or _parse_cardinal(norms, at, end)
    )


def _parse_many(norms: tuple[str, ...], at: int, end: int) -> Number | None:
    """Read عشرات الآلاف من, مئات, ملايين: plural numbers that name no value."""
    clitic, definite, stem = strip_word(norms[at])
    if stem not in MANY:
        return None
    last = at + 1
    while last < end and (strip_word(norms[last])[2] in MANY or strip_word(norms[last])[2] in SCALES):
        last += 1
    return Number(None, at, last, is_definite=definite, clitic=clitic)


def _parse_fraction(norms: tuple[str, ...], at: int, end: int) -> Number | None:
    clitic, definite, stem = strip_word(norms[at])
    if stem in FRACTIONS:
        last, value = at + 1, FRACTIONS[stem]
        scale = SCALES.get(strip_word(norms[last])[2]) if last < end else None
        if scale and not strip_word(norms[last])[0]:  # نصف مليون
            return Number(value * scale, at, last + 1, is_definite=definite, clitic=clitic)
        return Number(value, at, last, NumberKind.FRACTION, definite, clitic=clitic)
    if stem in UNITS and at + 1 < end and UNITS[stem] > 1:
        share = SHARES.get(norms[at + 1].removeprefix(ARTICLE))
        if share:
            return Number(UNITS[stem] * share, at, at + 2, NumberKind.FRACTION, definite, clitic=clitic)
    return None


def _parse_ordinal(norms: tuple[str, ...], at: int, end: int) -> Number | None:
    clitic, definite, stem = strip_word(norms[at])
    value = ORDINALS.get(stem)
    if value is None:
        return None
    if at + 1 < end:
        joined, _, following = strip_word(norms[at + 1])
        if following in TEN and not joined:
            return Number(value + 10, at, at + 2, NumberKind.ORDINAL, definite, clitic=clitic)
        if following in TENS and joined == "و" and value < 10:
            return Number(value + TENS[following], at, at + 2, NumberKind.ORDINAL, definite, clitic=clitic)
    if stem in ("حادي", "حاديه"):
        return None
    return Number(value, at, at + 1, NumberKind.ORDINAL, definite, clitic=clitic)


def _parse_cardinal(norms: tuple[str, ...], at: int, end: int) -> Number | None:
    first = at
    clitic, definite, stem = strip_word(norms[at])
    if stem in _DETACHED and at + 1 < end and parse_digits(norms[at + 1]) is not None:
        clitic, definite, first = stem.replace("ال", ""), "ل" in stem, at + 1  # الـ 21، و500
    sum_ = _Sum(norms, first, end, stem if first == at else norms[first])
    if not sum_.read():
        return None
    return Number(sum_.value, at, sum_.last, is_definite=definite, is_digits=sum_.is_digits, clitic=clitic)


class _Sum:
    """Adds up the parts of one cardinal from left to right: groups below a thousand, each with its scale."""

    def __init__(self, norms: tuple[str, ...], first: int, end: int, stem: str) -> None:
        self.norms, self.end, self.last, self.stem = norms, end, first, stem
        self.total = 0.0
        self.group = 0.0
        self.ranks: list[Part] = []  # the parts of the open group
        self.scale = float("inf")  # the scale of the last closed group
        self.is_digits = False

    @property
    def value(self) -> float:
        return self.total + self.group

    def read(self) -> bool:
        """Take parts while they fit. Return whether any did."""
        if self._take_digits(self.last) or self._take(self.stem, self.last, joined=True):
            while self.last < self.end and (self._follow() or self._follow_half()):
                pass
            return True
        half = strip_word(self.norms[self.last + 1]) if self.last + 1 < self.end else ("", False, "")
        if self.stem in ACCUSATIVE_SCALES and half[0] == "و" and half[2] in FRACTIONS:  # مليارا ونصف المليار
            self.total = self.scale = ACCUSATIVE_SCALES[self.stem]
            self.last += 1
            return self._follow_half()
        if self.stem in ACCUSATIVE_SCALES:  # ألفا جندي: two thousand
            self.total, self.scale, self.last = (
                2 * ACCUSATIVE_SCALES[self.stem],
                ACCUSATIVE_SCALES[self.stem],
                self.last + 1,
            )
            return True
        return False

    def _follow(self) -> bool:
        clitic, definite, stem = strip_word(self.norms[self.last])
        if stem == "و" and self.scale < float("inf") and not self.ranks and self._take_digits(self.last + 1):
            return True
        if clitic not in ("", "و") or (definite and clitic == "" and stem not in SCALES):
            return False
        return self._take(stem, self.last, joined=clitic == "و")

    def _take_digits(self, at: int) -> bool:
        value = parse_digits(self.norms[at]) if at < self.end else None
        if value is None or self.ranks:
            return False
        last = at + 1
        while last < self.end and self.norms[last] == "000":
            value, last = value * 1000, last + 1
        scale = self._to_scale(self.norms[last]) if last < self.end else None
        if self.total and (scale >= self.scale if scale else value >= self.scale):
            return False  # بين 10 آلاف و15 ألفا: another number
        if "." in self.norms[at] and last < self.end and self._is_scale(last):
            value = float(self.norms[at]) if self.norms[at].count(".") == 1 and "," not in self.norms[at] else value
        self.is_digits = not self.total
        self.group, self.ranks, self.last = value, [Part.UNIT, Part.TENS, Part.HUNDREDS], last
        return True

    def _is_scale(self, at: int) -> bool:
        return self._to_scale(self.norms[at]) is not None

    @staticmethod
    def _to_scale(norm: str) -> float | None:
        stem = norm.removeprefix(ARTICLE) if norm not in SCALES and norm not in ACCUSATIVE_SCALES else norm
        return SCALES.get(stem) or ACCUSATIVE_SCALES.get(stem)

    def _take(self, stem: str, at: int, *, joined: bool) -> bool:
        part = read_word(stem)
        if part is None:
            if stem in ACCUSATIVE_SCALES and self.ranks and not joined:
                part = (Part.SCALE, ACCUSATIVE_SCALES[stem])
            else:
                return False
        rank, value = part
        if not self._add(rank, value, joined=joined):
            return False
        self.last = at + 1
        return True

    def _add(self, rank: Part, value: float, *, joined: bool) -> bool:
        ranks = self.ranks
        if rank in (Part.SCALE, Part.DUAL_SCALE):
            return self._add_scale(rank, value, joined=joined)
        if rank is Part.HUNDREDS and ranks == [Part.UNIT] and not joined and value == 100 and self.group > 1:
            self.group, self.ranks = self.group * 100, [Part.HUNDREDS]
            return True
        if rank is Part.TEN and ranks[-1:] == [Part.UNIT] and not joined and not self.is_digits:
            self.group += 10
            self.ranks = [*ranks, Part.TENS]
            return True
        if not joined or value >= self.scale:
            return False
        allowed = {
            Part.UNIT: set(ranks) <= {Part.HUNDREDS},
            Part.TEN: set(ranks) <= {Part.HUNDREDS},
            Part.TENS: Part.TENS not in ranks and not self.is_digits,
            Part.HUNDREDS: not ranks,
        }
        if not allowed[rank]:
            return False
        self.group += value
        self.ranks = [*ranks, Part.TENS if rank is Part.TEN else rank]
        return True

    def _add_scale(self, rank: Part, value: float, *, joined: bool) -> bool:
        if rank is Part.DUAL_SCALE:
            if self.ranks or value / 2 >= self.scale:
                return False
            self.total, self.scale = self.total + value, value / 2
            return True
        if self.ranks and not joined:
            if value >= self.scale:
                return False
            self.total, self.group, self.ranks, self.scale = self.total + self.group * value, 0.0, [], value
        elif not self.ranks and self.total and not joined and value > self.scale:  # ألف مليار
            self.total, self.scale = self.total * value, value
        elif not self.ranks and joined and value < self.scale:
            self.total, self.scale = self.total + value, value
        else:
            return False
        self.is_digits = False
        return True

    def _follow_half(self) -> bool:
        """Read the half after a scale: ثلاثة ملايين ونصف (المليون)."""
        clitic, _, stem = strip_word(self.norms[self.last])
        if clitic != "و" or stem not in FRACTIONS or self.ranks or self.scale == float("inf"):
            return False
        self.total += FRACTIONS[stem] * self.scale
        self.last += 1
        if self.last < self.end and self._to_scale(self.norms[self.last]) == self.scale:
            self.last += 1
        self.scale = 1.0
        return True
