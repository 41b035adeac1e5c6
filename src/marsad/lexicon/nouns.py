"""Nouns: the lexicon of `data/nouns.tsv`, and an index that leads a written noun back to its singular."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import msgspec

from marsad.errors import LexiconError
from marsad.lang.fold import fold
from marsad.lang.morphology import NOUN_ENDINGS, NOUN_PREFIXES, find_cuts
from marsad.lang.noun_stems import NounSlot, find_noun_stems
from marsad.lexicon.tables import load_table

_COLUMNS = ("plural", "gender", "noun")
_SOUND_PLURAL = "ون"
_PLURAL_ONLY = "="
_WHOLE = NounSlot.BARE | NounSlot.OWNED | NounSlot.ALEF | NounSlot.FEMININE
_SINGULAR = _WHOLE | NounSlot.DUAL


class Noun(msgspec.Struct, frozen=True, eq=False):
    """One noun. `noun` is the singular, or the plural where there is no singular; then `plurals` is empty.

    `sound_plural` is the ending of its regular plural: ات, ون, or "" where it has none. Compared by identity.
    """

    noun: str
    gender: str
    plurals: tuple[str, ...]
    sound_plural: str
    plural_only: bool


class NounAnalysis(msgspec.Struct, frozen=True, gc=False):
    """One reading of a written word as a noun. `number` is s, d or p; `suffix` is the pronoun that owns it."""

    noun: str
    number: str
    conjunction: str
    preposition: str
    article: bool
    suffix: str | None


class _Stem(msgspec.Struct, frozen=True, gc=False):
    """A stem, the slots it fills, and its number where that is not told by the ending."""

    noun: str
    slots: int
    number: str | None


def load_nouns(path: Path) -> tuple[Noun, ...]:
    """The nouns of the table at `path`, in its order. Raises LexiconError naming file, line and field."""
    found: dict[str, Noun] = {}
    for line, row in load_table(path, _COLUMNS):
        noun, gender = row["noun"], row["gender"]
        if not noun or noun in found:
            raise LexiconError(f"noun missing or listed twice: {noun!r}", path=path, line=line, field="noun")
        if gender not in ("m", "f"):
            raise LexiconError(f"gender must be m or f, not {gender!r}", path=path, line=line, field="gender")
        listed = tuple(row["plural"].split("|")) if row["plural"] else ("ات",)
        sound = next((plural for plural in listed if plural in ("ات", _SOUND_PLURAL)), "")
        only = listed == (_PLURAL_ONLY,)
        plurals = tuple(plural for plural in listed if plural not in ("ات", _SOUND_PLURAL, _PLURAL_ONLY))
        found[noun] = Noun(noun, gender, plurals, sound, only)
    return tuple(found.values())


class NounIndex:
    """All stems of the nouns, by their folded spelling."""

    def __init__(self, nouns: tuple[Noun, ...]) -> None:
        self._stems: dict[str, list[_Stem]] = {}
        for noun in nouns:
            for stem, entry in _find_stems(noun):
                self._stems.setdefault(stem, []).append(entry)
        self._cached = lru_cache(maxsize=200_000)(self._analyse)

    def lemmas(self, norm: str) -> tuple[NounAnalysis, ...]:
        """Return the readings of a folded word as a form of a listed noun, those without a pronoun first."""
        return self._cached(norm)

    def _analyse(self, norm: str) -> tuple[NounAnalysis, ...]:
        found: dict[NounAnalysis, None] = {}
        for front, back in find_cuts(len(norm)):
            stems = self._stems.get(norm[front:back], ())
            prefixes = NOUN_PREFIXES.get(norm[:front], ()) if stems else ()
            for prefix in prefixes:
                for ending in NOUN_ENDINGS.get(norm[back:], ()):
                    if prefix.article and ending.barred:
                        continue
                    for stem in stems:
                        number = stem.number or ending.features[2]
                        if stem.slots & ending.slots and number is not None:
                            reading = (stem.noun, number, prefix.conjunction, prefix.preposition, prefix.article)
                            found[NounAnalysis(*reading, ending.suffix)] = None
        return tuple(sorted(found, key=lambda analysis: analysis.suffix is not None))


def _find_stems(noun: Noun) -> Iterator[tuple[str, _Stem]]:
    if noun.plural_only:
        yield from _find_plural_stems(noun.noun, noun.noun)
        return
    for stem, slots in find_noun_stems(noun.noun):
        regular = NounSlot.FEMININE_PLURAL if noun.sound_plural == "ات" else 0
        yield stem, _Stem(noun.noun, slots & (_SINGULAR | regular), None)
    if noun.sound_plural == _SOUND_PLURAL:
        yield fold(noun.noun), _Stem(noun.noun, NounSlot.SOUND_PLURAL, None)
    for plural in noun.plurals:
        yield from _find_plural_stems(noun.noun, plural)


def _find_plural_stems(noun: str, plural: str) -> Iterator[tuple[str, _Stem]]:
    """A plural is written like a noun of its own; it has no dual. One in ات takes no alef."""
    without = NounSlot.ALEF if plural.endswith("ات") else 0
    for stem, slots in find_noun_stems(plural):
        yield stem, _Stem(noun, slots & _WHOLE & ~without, "p")


@lru_cache(maxsize=4)
def build_noun_index(nouns: tuple[Noun, ...]) -> NounIndex:
    """Return the index of the nouns, made once for each lexicon."""
    return NounIndex(nouns)
