"""Roots: the form (I to X, quadriliteral), radicals and weakness of a verb from its dictionary form.

The dictionary form is the third person masculine singular of the perfect, with shadda where it tells forms apart
(أكّد, تعهّد, احتلّ, اتّفق). Form I gives its vowels only with the imperfect (يقول), so that has to be given too.
"""

import re
from enum import StrEnum

import msgspec

from marsad.lang.spelling import to_sounds

SHADDA = "\u0651"
_MARKS = re.compile("[\u064b-\u0650\u0652\u0670\u0640]")
_HAMZA_VOWEL = {"ئ": "i", "ؤ": "u"}
_WEAK = ("ا", "ى")
# Stands for the imperfect of a verb that has none (ليس).
NO_IMPERFECT = "-"


class Form(StrEnum):
    """Pattern of a verb."""

    I = "I"  # noqa: E741
    II = "II"
    III = "III"
    IV = "IV"
    V = "V"
    VI = "VI"
    VII = "VII"
    VIII = "VIII"
    IX = "IX"
    X = "X"
    QI = "QI"
    QII = "QII"
    QIV = "QIV"


class Weakness(StrEnum):
    """What the end of the root does to the stem: nothing, middle radical lost, last two joined, last one a vowel."""

    SOUND = "sound"
    HOLLOW = "hollow"
    DOUBLED = "doubled"
    DEFECTIVE = "defective"


class Root(msgspec.Struct, frozen=True):
    """A parsed verb. `radicals` are three or four sounds; "ا" for the middle of a hollow root, "w"/"y" for a weak last.

    `joined` is the first radical with the t of form VIII as they are spoken together (zd, صط, tt). `vowel` is that of
    form I before its last radical. `imperfect` is the imperfect of form I as sounds without its prefix; "" for other
    forms and for a verb that has none.
    """

    form: Form
    weakness: Weakness
    radicals: tuple[str, ...]
    joined: str = ""
    vowel: str = "a"
    imperfect: str = ""


def parse_root(lemma: str, imperfect: str = "") -> Root | None:
    """Return the root of a verb, None where the letters fit no form or form I has no imperfect that fits."""
    plain = _MARKS.sub("", lemma).replace("آ", "ءا")
    letters = plain.replace(SHADDA, "")
    doubled = {place - plain[:place].count(SHADDA) - 1 for place, char in enumerate(plain) if char == SHADDA}
    middle = imperfect.replace("آ", "ءا")[2:3]
    found = _find_form(letters, doubled, middle)
    if found is None:
        return None
    form, rest, joined = found
    if form is Form.I:
        return _to_first(rest, len(letters) - 1 in doubled, _MARKS.sub("", imperfect).replace(SHADDA, ""))
    return _to_derived(form, rest, joined, len(letters) - 1 in doubled)


def _find_form(letters: str, doubled: set[int], middle: str) -> tuple[Form, str, str] | None:
    size = len(letters)
    last = size - 1 in doubled
    if letters[:1] == "ا":
        return _find_wasla_form(letters, doubled, size + last)
    if size == 2:
        return (Form.I, letters, "") if last else None
    if size == 3:
        if 1 in doubled:
            return Form.II, letters, ""
        if last:
            return (Form.IV, letters[1:], "") if letters[0] == "أ" else None
        return Form.I, letters, ""
    if size == 4:
        if letters[:2] == "ءا" and middle != "ا":
            return Form.IV, "ء" + letters[2:], ""
        if letters[1] == "ا":
            return Form.III, letters[0] + letters[2:], ""
        if letters[0] == "أ":
            return Form.IV, letters[1:], ""
        return (Form.V, letters[1:], "") if letters[0] == "ت" and 2 in doubled else (Form.QI, letters, "")
    if size == 5 and letters[0] == "ت":
        return (Form.VI, letters[1] + letters[3:], "") if letters[2] == "ا" else (Form.QII, letters[1:], "")
    return None


def _find_wasla_form(letters: str, doubled: set[int], weight: int) -> tuple[Form, str, str] | None:
    """Forms that open with a bare alef; `weight` counts a doubled last letter twice."""
    if letters[:3] == "است" and weight == 6:
        return Form.X, letters[3:], ""
    if 1 in doubled and weight == 4:
        return Form.VIII, letters[2:], letters[1] * 2
    if letters[1:2] == "ن" and letters[2:3] != "ت" and weight == 5:
        return Form.VII, letters[2:], ""
    if letters[2:3] in ("ت", "ط", "د") and weight == 5:
        return Form.VIII, letters[3:], letters[1:3]
    if weight == 5 and len(letters) == 4:
        return Form.IX, letters[1:], ""
    if weight == 6 and len(letters) == 5:
        return Form.QIV, letters[1:], ""
    return None


def _to_derived(form: Form, rest: str, joined: str, last: bool) -> Root:
    weakness = Weakness.SOUND
    if form in (Form.IX, Form.QIV) or (last and form is not Form.II):
        weakness = Weakness.DOUBLED
        if form not in (Form.IX, Form.QIV):
            rest += rest[-1]
    elif rest[-1] in _WEAK:
        weakness = Weakness.DEFECTIVE
        rest = rest[:-1] + "ي"
    elif rest[-2] == "ا":
        weakness = Weakness.HOLLOW
    radicals = tuple(to_sounds(letter) for letter in rest)
    if form is Form.VIII:
        radicals = ("", *radicals)
    return Root(form, weakness, radicals, to_sounds(joined))


def _to_first(letters: str, last: bool, imperfect: str) -> Root | None:
    rest = imperfect.replace("آ", "ءا")[1:]
    radicals = tuple(to_sounds(letter) for letter in letters)
    if imperfect == NO_IMPERFECT and letters[1:2] == "ي":
        return Root(Form.I, Weakness.HOLLOW, radicals)
    if imperfect[:1] != "ي" or not 2 <= len(rest) <= 3:
        return None
    if last:
        return Root(Form.I, Weakness.DOUBLED, (*radicals, radicals[-1]), imperfect=to_sounds(rest))
    if letters[-1] in _WEAK or (letters[-1] == "ي" and rest[-1] in "ىايو"):
        weak = "w" if letters[-1] == "ا" else "y"
        vowel = "i" if letters[-1] == "ي" else "a"
        base = to_sounds(rest[:-1]) + {"و": "u", "ي": "i"}.get(rest[-1], "a")
        return Root(Form.I, Weakness.DEFECTIVE, (*radicals[:2], weak), vowel=vowel, imperfect=base)
    if letters[1] == "ا":
        if len(rest) != 3:
            return None
        long = {"و": "U", "ي": "I"}.get(rest[1], "A")
        return Root(Form.I, Weakness.HOLLOW, radicals, imperfect=to_sounds(rest[0]) + long + to_sounds(rest[2]))
    vowel = _find_hamza_vowel(letters[1:])
    sounds = to_sounds(rest)
    return Root(
        Form.I, Weakness.SOUND, radicals, vowel=vowel, imperfect=sounds[:-1] + _find_hamza_vowel(rest[-2:]) + sounds[-1]
    )


def _find_hamza_vowel(letters: str) -> str:
    """The vowel between the last two radicals matters to spelling only beside a hamza, whose seat then tells it."""
    return next((_HAMZA_VOWEL[letter] for letter in letters if letter in _HAMZA_VOWEL), "a")
