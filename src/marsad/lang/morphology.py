"""Morphology: the parts of a written word, and which of them can stand together.

A written word is a prefix (conjunction, س of the future, preposition, article, person of the imperfect), a stem and an
ending (person and number, then a pronoun). Everything is folded. The stems come from verb_stems.py and noun_stems.py.
"""

from enum import StrEnum
from functools import lru_cache

import msgspec

from marsad.lang.noun_stems import NounSlot
from marsad.lang.verb_stems import Slot


class Part(StrEnum):
    """What a form of a verb is used as."""

    FINITE = "finite"
    ACTIVE_PARTICIPLE = "active-participle"
    PASSIVE_PARTICIPLE = "passive-participle"
    MASDAR = "masdar"


class Tense(StrEnum):
    """Perfect (قال) or imperfect (يقول)."""

    PERFECT = "perfect"
    IMPERFECT = "imperfect"


class Voice(StrEnum):
    """Active or passive, where the spelling tells."""

    ACTIVE = "active"
    PASSIVE = "passive"


class Prefix(msgspec.Struct, frozen=True):
    """What stands before a stem. `person` is the letter of the imperfect, "" where there is none."""

    conjunction: str = ""
    preposition: str = ""
    article: bool = False
    future: bool = False
    person: str = ""


class Ending(msgspec.Struct, frozen=True):
    """What stands after a stem: the slots of the stem it fits, what it says, and the pronoun after it.

    `person` is the letter of the imperfect it needs. `barred` endings bear no article before a noun (مسؤولو), no future
    before a verb (the short يقل).
    """

    slots: int
    person: str = ""
    features: tuple[int | None, str | None, str | None] = (None, None, None)
    barred: bool = False
    suffix: str | None = None


CONJUNCTIONS = ("", "و", "ف")
_OBJECTS = ("ه", "ها", "هم", "هما", "هن", "ني", "نا", "كم")
# ي (زيارتي) and ك are left out: in news a word that ends so is nearly always something else (جري، ذلك، تدرك).
OWNERS = ("ه", "ها", "هم", "هما", "هن", "نا", "كم")
_Form = tuple[str, str, int, int, str | None, str, bool | None]
_P_FORMS: tuple[_Form, ...] = (
    # person letter, ending, slot, person, gender, number, with pronoun: None either, False never, True only
    ("", "", Slot.P_BARE, 3, "m", "s", False),
    ("", "", Slot.P_OBJECT, 3, "m", "s", True),
    ("", "ت", Slot.P_AT, 3, "f", "s", None),
    ("", "ا", Slot.P_A, 3, "m", "d", None),
    ("", "تا", Slot.P_AT, 3, "f", "d", None),
    ("", "وا", Slot.P_U, 3, "m", "p", False),
    ("", "و", Slot.P_U, 3, "m", "p", True),
    ("", "ن", Slot.P_N, 3, "f", "p", False),
    ("", "ت", Slot.P_T, 1, None, "s", None),
    ("", "ت", Slot.P_T, 2, None, "s", None),
    ("", "نا", Slot.P_N, 1, None, "p", None),
    ("", "تم", Slot.P_T, 2, "m", "p", False),
    ("", "تمو", Slot.P_T, 2, "m", "p", True),
)
_BARE = ((Slot.I_BARE, False), (Slot.I_OBJECT, True))
_SHORT = (*_BARE, (Slot.I_SHORT, None))
_S_BARE = ((Slot.S_BARE, False), (Slot.S_OBJECT, True))
_I_FORMS: tuple[_Form, ...] = (
    *(("ي", "", slot, 3, "m", "s", pronoun) for slot, pronoun in _SHORT),
    *(("ت", "", slot, 3, "f", "s", pronoun) for slot, pronoun in _SHORT),
    *(("ت", "", slot, 2, "m", "s", pronoun) for slot, pronoun in _BARE),
    *(("ن", "", slot, 1, None, "p", pronoun) for slot, pronoun in _BARE),
    *(("ا", "", slot, 1, None, "s", pronoun) for slot, pronoun in _S_BARE),
    ("ي", "ان", Slot.I_AN, 3, "m", "d", None),
    ("ي", "ا", Slot.I_AN, 3, "m", "d", None),
    ("ت", "ان", Slot.I_AN, 3, "f", "d", None),
    ("ت", "ا", Slot.I_AN, 3, "f", "d", None),
    ("ي", "ون", Slot.I_UN, 3, "m", "p", None),
    ("ي", "وا", Slot.I_UN, 3, "m", "p", False),
    ("ي", "و", Slot.I_UN, 3, "m", "p", True),
    ("ت", "ون", Slot.I_UN, 2, "m", "p", None),
    ("ت", "وا", Slot.I_UN, 2, "m", "p", False),
    ("ت", "و", Slot.I_UN, 2, "m", "p", True),
    ("ي", "ن", Slot.I_N, 3, "f", "p", False),
)
_N_FORMS = (
    # ending, slot, gender, number, with pronoun, barred after the article
    ("", NounSlot.BARE, "m", "s", False, False),
    ("", NounSlot.OWNED, "m", "s", True, False),
    ("ا", NounSlot.ALEF, "m", "s", False, True),
    ("ان", NounSlot.DUAL, "m", "d", False, False),
    ("ين", NounSlot.DUAL, "m", "d", False, False),
    ("ون", NounSlot.SOUND_PLURAL, "m", "p", False, False),
    ("ين", NounSlot.SOUND_PLURAL, "m", "p", False, False),
    ("و", NounSlot.SOUND_PLURAL, "m", "p", None, True),
    ("ي", NounSlot.SOUND_PLURAL, "m", "p", None, True),
    ("ه", NounSlot.FEMININE, "f", "s", False, False),
    ("ت", NounSlot.FEMININE, "f", "s", True, False),
    ("تان", NounSlot.FEMININE, "f", "d", False, False),
    ("تين", NounSlot.FEMININE, "f", "d", False, False),
    ("تا", NounSlot.FEMININE, "f", "d", None, True),
    ("تي", NounSlot.FEMININE, "f", "d", None, True),
    ("ات", NounSlot.FEMININE_PLURAL, "f", "p", None, False),
)


def _with_pronouns(allowed: bool | None, pronouns: tuple[str, ...]) -> tuple[str | None, ...]:
    return (None,) if allowed is False else pronouns if allowed else (None, *pronouns)


def _list_finite_endings() -> dict[str, tuple[Ending, ...]]:
    found: dict[str, list[Ending]] = {}
    for letter, letters, slot, person, gender, number, allowed in (*_P_FORMS, *_I_FORMS):
        for suffix in _with_pronouns(allowed, _OBJECTS):
            short = slot == Slot.I_SHORT or letters == "وا"
            ending = Ending(int(slot), letter, (person, gender, number), short, suffix)
            found.setdefault(letters + (suffix or ""), []).append(ending)
    return {letters: tuple(endings) for letters, endings in found.items()}


def _list_noun_endings() -> dict[str, tuple[Ending, ...]]:
    found: dict[str, list[Ending]] = {}
    for letters, slot, gender, number, allowed, barred in _N_FORMS:
        for suffix in _with_pronouns(allowed, OWNERS):
            bare = barred or suffix is not None
            ending = Ending(int(slot), "", (None, gender, number), bare, suffix)
            found.setdefault(letters + (suffix or ""), []).append(ending)
    return {letters: tuple(endings) for letters, endings in found.items()}


def _list_finite_prefixes() -> dict[str, tuple[Prefix, ...]]:
    found: dict[str, tuple[Prefix, ...]] = {}
    for conjunction in CONJUNCTIONS:
        found[conjunction] = (Prefix(conjunction),)
    for conjunction in CONJUNCTIONS:
        for particle in ("", "س", "ل"):
            for person in "يتان":
                prefix = Prefix(conjunction, "ل" if particle == "ل" else "", False, particle == "س", person)
                found[conjunction + particle + person] = (prefix,)
    return found


def _list_noun_prefixes() -> dict[str, tuple[Prefix, ...]]:
    found: dict[str, tuple[Prefix, ...]] = {}
    for conjunction in CONJUNCTIONS:
        for preposition in ("", "ب", "ل", "ك"):
            found[conjunction + preposition] = (Prefix(conjunction, preposition),)
            article = "ل" if preposition == "ل" else "ال"
            found[conjunction + preposition + article] = (Prefix(conjunction, preposition, True),)
    return found


FINITE_ENDINGS = _list_finite_endings()
NOUN_ENDINGS = _list_noun_endings()
FINITE_PREFIXES = _list_finite_prefixes()
NOUN_PREFIXES = _list_noun_prefixes()
_LONGEST_ENDING = max(map(len, (*FINITE_ENDINGS, *NOUN_ENDINGS)))
_LONGEST_PREFIX = max(map(len, (*FINITE_PREFIXES, *NOUN_PREFIXES)))


@lru_cache(maxsize=4096)
def find_cuts(length: int) -> tuple[tuple[int, int], ...]:
    """Return (end of prefix, start of ending) of every way to cut a word of `length` letters, shortest prefix first."""
    return tuple(
        (front, back)
        for front in range(min(_LONGEST_PREFIX, length - 1) + 1)
        for back in range(length, max(front, length - _LONGEST_ENDING - 1), -1)
    )
