"""Measures: synonyms of measured things, and words that tell how a figure moves: `data/measures.toml`."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

import msgspec

from marsad.lang.fold import fold
from marsad.lang.stems import to_stem, without_article
from marsad.lexicon.tables import load_toml
from marsad.model.measurement import Movement, Nature

_SHORTEST = 3


class Measure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One measured thing with its names. `amount`: a percentage of it can only be its growth or its share.

    `verbs` (lemmas) and `signs` (nouns) beside people who are counted say that they are counted as this.
    """

    id: str
    en: str
    nature: Nature
    ar: tuple[str, ...]
    examples: tuple[str, ...]
    amount: bool = False
    verbs: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


class Direction(StrEnum):
    """The ways a figure can move."""

    RISE = "rise"
    FALL = "fall"


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    ar: tuple[str, ...]


class Moving(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by which something grew or shrank: lemmas of verbs and nouns."""

    direction: Direction
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]


class Lowering(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by which less is aimed at: lemmas of verbs and nouns."""

    verbs: tuple[str, ...]
    nouns: tuple[str, ...]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    measure: tuple[Measure, ...]
    people: tuple[_Words, ...]
    rate: tuple[_Words, ...]
    generic: tuple[_Words, ...]
    movement: tuple[Moving, ...]
    aim_low: tuple[Lowering, ...]
    growing: tuple[_Words, ...]


@dataclass(frozen=True, eq=False)
class Measures:
    """All sections of the file, indexed. Keys are light stems of nouns and folded lemmas of verbs."""

    measures: tuple[Measure, ...]
    by_stems: dict[tuple[str, ...], Measure]
    by_sign: dict[str, Measure]
    people: frozenset[str]
    rates: tuple[str, ...]
    generic: frozenset[str]
    movements: dict[str, Movement]
    lowering: frozenset[str]
    growing: tuple[str, ...]

    def find(self, stems: tuple[str, ...]) -> Measure | None:
        """Return the measure with the longest name that stands in a run of stems, the first where two are as long."""
        for size in range(len(stems), 0, -1):
            for start in range(len(stems) - size + 1):
                if measure := self.by_stems.get(stems[start : start + size]):
                    return measure
        return None


@lru_cache(maxsize=100_000)
def to_stems(words: str) -> tuple[str, ...]:
    """Return the light stems of some written words; the ا of the accusative comes off too (قتيلا)."""
    return tuple(_to_noun_stem(word) for word in fold(words).split())


def _to_noun_stem(norm: str) -> str:
    """A measure stands alone: a و at its start is its own (واردات), which the article keeps from coming off."""
    word = without_article(norm)
    return to_stem("ال" + (word[:-1] if word.endswith("ا") and len(word) > _SHORTEST else word))


def load_measures(path: Path) -> Measures:
    """Read the measures. Raises LexiconError naming file and field."""
    file = load_toml(path, _File)
    return Measures(
        measures=file.measure,
        by_stems={to_stems(name): measure for measure in reversed(file.measure) for name in measure.ar},
        by_sign={
            sign: measure
            for measure in file.measure
            for sign in (*map(fold, measure.verbs), *(to_stems(noun)[0] for noun in measure.signs))
        },
        people=frozenset(to_stems(word)[0] for group in file.people for word in group.ar),
        rates=tuple(fold(words) for group in file.rate for words in group.ar),
        generic=frozenset(stem for group in file.generic for word in group.ar for stem in to_stems(word)),
        movements={
            word: Movement(entry.direction)
            for entry in file.movement
            for word in (*map(fold, entry.verbs), *(to_stems(noun)[0] for noun in entry.nouns))
        },
        lowering=frozenset(
            word
            for entry in file.aim_low
            for word in (*map(fold, entry.verbs), *(to_stems(noun)[0] for noun in entry.nouns))
        ),
        growing=tuple(fold(words) for group in file.growing for words in group.ar),
    )
