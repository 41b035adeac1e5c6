"""The words of Arabic numbers, folded: a closed class, in both genders and all cases."""

from enum import StrEnum
from functools import lru_cache

from marsad.lang.fold import fold


class Part(StrEnum):
    """What a number word adds to the number it stands in."""

    UNIT = "unit"  # 1-9
    TEN = "ten"  # 10, or the second word of a teen
    TENS = "tens"
    HUNDREDS = "hundreds"
    SCALE = "scale"
    DUAL_SCALE = "dual scale"


def _fold_keys(forms: dict[str, float]) -> dict[str, float]:
    return {fold(form): value for words, value in forms.items() for form in words.split()}


UNITS = _fold_keys(
    {
        "واحد واحدة أحد إحدى": 1, "اثنان اثنين اثنتان اثنتين إثنان إثنين اثنا اثني اثنتا اثنتي": 2,
        "ثلاث ثلاثة": 3, "أربع أربعة": 4, "خمس خمسة": 5, "ست ستة": 6, "سبع سبعة": 7, "ثمان ثماني ثمانية": 8,
        "تسع تسعة": 9,
    }
)  # fmt: skip
TEN = _fold_keys({"عشر عشرة": 10})
TENS = _fold_keys(
    {
        "عشرون عشرين": 20, "ثلاثون ثلاثين": 30, "أربعون أربعين": 40, "خمسون خمسين": 50, "ستون ستين": 60,
        "سبعون سبعين": 70, "ثمانون ثمانين": 80, "تسعون تسعين": 90,
    }
)  # fmt: skip
HUNDREDS = _fold_keys({"مئة مائة": 100, "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي": 200}) | {
    fold(unit + hundred): value * 100
    for value, units in {
        3: ("ثلاث", "ثلث"), 4: ("أربع",), 5: ("خمس",), 6: ("ست",), 7: ("سبع",), 8: ("ثمان", "ثماني"), 9: ("تسع",),
    }.items()
    for unit in units
    for hundred in ("مئة", "مائة")
}  # fmt: skip
_SCALE_STEMS = {"مليون": 1e6, "مليار": 1e9, "بليون": 1e9, "تريليون": 1e12, "ترليون": 1e12, "تريليار": 1e15}
SCALES = _fold_keys({"ألف آلاف": 1e3, "ملايين": 1e6, "بلايين": 1e9}) | {
    fold(stem + ending): value for stem, value in _SCALE_STEMS.items() for ending in ("", "ات")
}
DUAL_SCALES = {
    fold(stem + ending): 2 * value
    for stem, value in ({"ألف": 1e3} | _SCALE_STEMS).items()
    for ending in ("ان", "ين", "ي")
}
# Both ألفًا (accusative, after a number) and ألفا (two thousand, before a noun).
ACCUSATIVE_SCALES = {fold(stem + "ا"): value for stem, value in ({"ألف": 1e3} | _SCALE_STEMS).items()}
MANY = frozenset(fold(word) for word in ("عشرات", "مئات", "مائات", "آلاف", "ملايين", "مليارات", "بلايين", "تريليونات"))
ORDINALS = _fold_keys(
    {
        "أول أولى": 1, "ثاني ثانية ثان": 2, "ثالث ثالثة": 3, "رابع رابعة": 4, "خامس خامسة": 5, "سادس سادسة": 6,
        "سابع سابعة": 7, "ثامن ثامنة": 8, "تاسع تاسعة": 9, "عاشر عاشرة": 10, "حادي حادية": 1,
    }
)  # fmt: skip
FRACTIONS = _fold_keys({"نصف نصفا": 1 / 2, "ثلث": 1 / 3, "ثلثا ثلثي ثلثان ثلثين": 2 / 3, "ربع ربعا": 1 / 4})
SHARES = _fold_keys({"أثلاث": 1 / 3, "أرباع": 1 / 4, "أخماس": 1 / 5, "أعشار": 1 / 10})
ARTICLE = "ال"


@lru_cache(maxsize=50_000)
def read_word(norm: str) -> tuple[Part, float] | None:
    """Return what a word without clitics adds to a cardinal, or None."""
    if norm in UNITS:
        return Part.UNIT, UNITS[norm]
    if norm in TEN:
        return Part.TEN, 10
    if norm in TENS:
        return Part.TENS, TENS[norm]
    if norm in HUNDREDS:
        return Part.HUNDREDS, HUNDREDS[norm]
    if norm in SCALES:
        return Part.SCALE, SCALES[norm]
    if norm in DUAL_SCALES:
        return Part.DUAL_SCALE, DUAL_SCALES[norm]
    return None


@lru_cache(maxsize=50_000)
def strip_word(norm: str) -> tuple[str, bool, str]:
    """Return (clitic, has article, stem) so that the stem is a number word; the word itself as stem where none is."""
    for clitic in ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل"):
        if not norm.startswith(clitic):
            continue
        rest = norm[len(clitic) :]
        if is_number_word(rest):
            return clitic, False, rest
        if rest.startswith(ARTICLE) and is_number_word(rest[2:]):
            return clitic, True, rest[2:]
        if clitic.endswith("ل") and rest.startswith("ل") and is_number_word(rest[1:]):
            return clitic, True, rest[1:]
    return "", False, norm


def is_number_word(norm: str) -> bool:
    """Tell whether a word without clitics is a number word of any kind."""
    return (
        read_word(norm) is not None
        or norm in ACCUSATIVE_SCALES
        or norm in ORDINALS
        or norm in FRACTIONS
        or norm in SHARES
        or norm in MANY
    )
