"""Numbers as Arabic news writes them: words from one to trillions, digits, and mixtures of both (3 آلاف، مليونا ونصف).

`parse_number` works on folded words (`Token.norm`). It knows both genders, nominative and oblique, joined and separate
hundreds, duals (مئتان، ألفا، مليوني), teens, ordinals, fractions, and digits with Arabic or European separators. The
words are a closed class of the language; what is counted is for the caller to know.
"""

import re
from enum import StrEnum
from functools import lru_cache

import msgspec

from marsad.lang.fold import fold


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


class _Part(StrEnum):
    UNIT = "unit"  # 1-9
    TEN = "ten"  # 10, or the second word of a teen
    TENS = "tens"
    HUNDREDS = "hundreds"
    SCALE = "scale"
    DUAL_SCALE = "dual scale"


def _fold_keys(forms: dict[str, float]) -> dict[str, float]:
    return {fold(form): value for words, value in forms.items() for form in words.split()}


_UNITS = _fold_keys(
    {
        "واحد واحدة أحد إحدى": 1, "اثنان اثنين اثنتان اثنتين إثنان إثنين اثنا اثني اثنتا اثنتي": 2,
        "ثلاث ثلاثة": 3, "أربع أربعة": 4, "خمس خمسة": 5, "ست ستة": 6, "سبع سبعة": 7, "ثمان ثماني ثمانية": 8,
        "تسع تسعة": 9,
    }
)  # fmt: skip
_TEN = _fold_keys({"عشر عشرة": 10})
_TENS = _fold_keys(
    {
        "عشرون عشرين": 20, "ثلاثون ثلاثين": 30, "أربعون أربعين": 40, "خمسون خمسين": 50, "ستون ستين": 60,
        "سبعون سبعين": 70, "ثمانون ثمانين": 80, "تسعون تسعين": 90,
    }
)  # fmt: skip
_HUNDREDS = _fold_keys({"مئة مائة": 100, "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي": 200}) | {
    fold(unit + hundred): value * 100
    for value, units in {
        3: ("ثلاث", "ثلث"), 4: ("أربع",), 5: ("خمس",), 6: ("ست",), 7: ("سبع",), 8: ("ثمان", "ثماني"), 9: ("تسع",),
    }.items()
    for unit in units
    for hundred in ("مئة", "مائة")
}  # fmt: skip
_SCALE_STEMS = {"مليون": 1e6, "مليار": 1e9, "بليون": 1e9, "تريليون": 1e12, "ترليون": 1e12, "تريليار": 1e15}
_SCALES = _fold_keys({"ألف آلاف": 1e3, "ملايين": 1e6, "بلايين": 1e9}) | {
    fold(stem + ending): value for stem, value in _SCALE_STEMS.items() for ending in ("", "ات")
}
_DUAL_SCALES = {
    fold(stem + ending): 2 * value
    for stem, value in ({"ألف": 1e3} | _SCALE_STEMS).items()
    for ending in ("ان", "ين", "ي")
}
# Both ألفًا (accusative, after a number) and ألفا (two thousand, before a noun).
_ACCUSATIVE_SCALES = {fold(stem + "ا"): value for stem, value in ({"ألف": 1e3} | _SCALE_STEMS).items()}
_MANY = frozenset(fold(word) for word in ("عشرات", "مئات", "مائات", "آلاف", "ملايين", "مليارات", "بلايين", "تريليونات"))
_ORDINALS = _fold_keys(
    {
        "أول أولى": 1, "ثاني ثانية ثان": 2, "ثالث ثالثة": 3, "رابع رابعة": 4, "خامس خامسة": 5, "سادس سادسة": 6,
        "سابع سابعة": 7, "ثامن ثامنة": 8, "تاسع تاسعة": 9, "عاشر عاشرة": 10, "حادي حادية": 1,
    }
)  # fmt: skip
_FRACTIONS = _fold_keys({"نصف": 1 / 2, "ثلث": 1 / 3, "ثلثا ثلثي ثلثان ثلثين": 2 / 3, "ربع": 1 / 4})
_SHARES = _fold_keys({"أثلاث": 1 / 3, "أرباع": 1 / 4, "أخماس": 1 / 5, "أعشار": 1 / 10})
_ARTICLE = "ال"
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


@lru_cache(maxsize=50_000)
def _read_word(norm: str) -> tuple[_Part, float] | None:
    if norm in _UNITS:
        return _Part.UNIT, _UNITS[norm]
    if norm in _TEN:
        return _Part.TEN, 10
    if norm in _TENS:
        return _Part.TENS, _TENS[norm]
    if norm in _HUNDREDS:
        return _Part.HUNDREDS, _HUNDREDS[norm]
    if norm in _SCALES:
        return _Part.SCALE, _SCALES[norm]
    if norm in _DUAL_SCALES:
        return _Part.DUAL_SCALE, _DUAL_SCALES[norm]
    return None


@lru_cache(maxsize=50_000)
def _strip_word(norm: str) -> tuple[str, bool, str]:
    """Return (clitic, has article, stem) so that the stem is a number word; the word itself as stem where none is."""
    for clitic in ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل"):
        if not norm.startswith(clitic):
            continue
        rest = norm[len(clitic) :]
        if _is_number_word(rest):
            return clitic, False, rest
        if rest.startswith(_ARTICLE) and _is_number_word(rest[2:]):
            return clitic, True, rest[2:]
        if clitic.endswith("ل") and rest.startswith("ل") and _is_number_word(rest[1:]):
            return clitic, True, rest[1:]
    return "", False, norm


def _is_number_word(norm: str) -> bool:
    return (
        _read_word(norm) is not None
        or norm in _ACCUSATIVE_SCALES
        or norm in _ORDINALS
        or norm in _FRACTIONS
        or norm in _SHARES
        or norm in _MANY
    )


@lru_cache(maxsize=100_000)
def may_start_number(norm: str) -> bool:
    """Tell whether a number can start with this folded word: a cheap test before `parse_number`."""
    if norm[:1].isdigit():
        return True
    return _is_number_word(_strip_word(norm)[2]) or norm in _DETACHED


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
    clitic, definite, stem = _strip_word(norms[at])
    if stem not in _MANY:
        return None
    last = at + 1
    while last < end and (_strip_word(norms[last])[2] in _MANY or _strip_word(norms[last])[2] in _SCALES):
        last += 1
    return Number(None, at, last, is_definite=definite, clitic=clitic)


def _parse_fraction(norms: tuple[str, ...], at: int, end: int) -> Number | None:
    clitic, definite, stem = _strip_word(norms[at])
    if stem in _FRACTIONS:
        last, value = at + 1, _FRACTIONS[stem]
        scale = _SCALES.get(_strip_word(norms[last])[2]) if last < end else None
        if scale and not _strip_word(norms[last])[0]:  # نصف مليون
            return Number(value * scale, at, last + 1, is_definite=definite, clitic=clitic)
        return Number(value, at, last, NumberKind.FRACTION, definite, clitic=clitic)
    if stem in _UNITS and at + 1 < end and _UNITS[stem] > 1:
        share = _SHARES.get(norms[at + 1].removeprefix(_ARTICLE))
        if share:
            return Number(_UNITS[stem] * share, at, at + 2, NumberKind.FRACTION, definite, clitic=clitic)
    return None


def _parse_ordinal(norms: tuple[str, ...], at: int, end: int) -> Number | None:
    clitic, definite, stem = _strip_word(norms[at])
    value = _ORDINALS.get(stem)
    if value is None:
        return None
    if at + 1 < end:
        joined, _, following = _strip_word(norms[at + 1])
        if following in _TEN and not joined:
            return Number(value + 10, at, at + 2, NumberKind.ORDINAL, definite, clitic=clitic)
        if following in _TENS and joined == "و" and value < 10:
            return Number(value + _TENS[following], at, at + 2, NumberKind.ORDINAL, definite, clitic=clitic)
    if stem in ("حادي", "حاديه"):
        return None
    return Number(value, at, at + 1, NumberKind.ORDINAL, definite, clitic=clitic)


def _parse_cardinal(norms: tuple[str, ...], at: int, end: int) -> Number | None:
    first = at
    clitic, definite, stem = _strip_word(norms[at])
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
        self.ranks: list[_Part] = []  # the parts of the open group
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
        half = _strip_word(self.norms[self.last + 1]) if self.last + 1 < self.end else ("", False, "")
        if self.stem in _ACCUSATIVE_SCALES and half[0] == "و" and half[2] in _FRACTIONS:  # مليارا ونصف المليار
            self.total = self.scale = _ACCUSATIVE_SCALES[self.stem]
            self.last += 1
            return self._follow_half()
        if self.stem in _ACCUSATIVE_SCALES:  # ألفا جندي: two thousand
            self.total, self.scale, self.last = (
                2 * _ACCUSATIVE_SCALES[self.stem],
                _ACCUSATIVE_SCALES[self.stem],
                self.last + 1,
            )
            return True
        return False

    def _follow(self) -> bool:
        clitic, definite, stem = _strip_word(self.norms[self.last])
        if stem == "و" and self.scale < float("inf") and not self.ranks and self._take_digits(self.last + 1):
            return True
        if clitic not in ("", "و") or (definite and clitic == "" and stem not in _SCALES):
            return False
        return self._take(stem, self.last, joined=clitic == "و")

    def _take_digits(self, at: int) -> bool:
        value = parse_digits(self.norms[at]) if at < self.end else None
        if value is None or self.ranks:
            return False
        last = at + 1
        while last < self.end and self.norms[last] == "000":
            value, last = value * 1000, last + 1
        if self.total and not (self._is_below(value) or (last < self.end and self._is_scale(last))):
            return False
        if "." in self.norms[at] and last < self.end and self._is_scale(last):
            value = float(self.norms[at]) if self.norms[at].count(".") == 1 and "," not in self.norms[at] else value
        self.is_digits = not self.total
        self.group, self.ranks, self.last = value, [_Part.UNIT, _Part.TENS, _Part.HUNDREDS], last
        return True

    def _is_below(self, value: float) -> bool:
        return value < self.scale

    def _is_scale(self, at: int) -> bool:
        return self._to_scale(self.norms[at]) is not None

    @staticmethod
    def _to_scale(norm: str) -> float | None:
        stem = norm.removeprefix(_ARTICLE) if norm not in _SCALES and norm not in _ACCUSATIVE_SCALES else norm
        return _SCALES.get(stem) or _ACCUSATIVE_SCALES.get(stem)

    def _take(self, stem: str, at: int, *, joined: bool) -> bool:
        part = _read_word(stem)
        if part is None:
            if stem in _ACCUSATIVE_SCALES and self.ranks and not joined:
                part = (_Part.SCALE, _ACCUSATIVE_SCALES[stem])
            else:
                return False
        rank, value = part
        if not self._add(rank, value, joined=joined):
            return False
        self.last = at + 1
        return True

    def _add(self, rank: _Part, value: float, *, joined: bool) -> bool:
        ranks = self.ranks
        if rank in (_Part.SCALE, _Part.DUAL_SCALE):
            return self._add_scale(rank, value, joined=joined)
        if rank is _Part.HUNDREDS and ranks == [_Part.UNIT] and not joined and value == 100 and self.group > 1:
            self.group, self.ranks = self.group * 100, [_Part.HUNDREDS]
            return True
        if rank is _Part.TEN and ranks[-1:] == [_Part.UNIT] and not joined and not self.is_digits:
            self.group += 10
            self.ranks = [*ranks, _Part.TENS]
            return True
        if not joined or value >= self.scale:
            return False
        allowed = {
            _Part.UNIT: set(ranks) <= {_Part.HUNDREDS},
            _Part.TEN: set(ranks) <= {_Part.HUNDREDS},
            _Part.TENS: _Part.TENS not in ranks and not self.is_digits,
            _Part.HUNDREDS: not ranks,
        }
        if not allowed[rank]:
            return False
        self.group += value
        self.ranks = [*ranks, _Part.TENS if rank is _Part.TEN else rank]
        return True

    def _add_scale(self, rank: _Part, value: float, *, joined: bool) -> bool:
        if rank is _Part.DUAL_SCALE:
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
        clitic, _, stem = _strip_word(self.norms[self.last])
        if clitic != "و" or stem not in _FRACTIONS or self.ranks or self.scale == float("inf"):
            return False
        self.total += _FRACTIONS[stem] * self.scale
        self.last += 1
        if self.last < self.end and self._to_scale(self.norms[self.last]) == self.scale:
            self.last += 1
        self.scale = 1.0
        return True
