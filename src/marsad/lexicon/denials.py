"""Words that help to join a denial with what it denies: `data/denials.toml`."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from marsad.lang.fold import fold
from marsad.lexicon.measures import to_stems
from marsad.lexicon.tables import load_toml


class DenialExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A denial with the lemma of the deed that it denies."""

    text: str
    deed: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    negators: tuple[str, ...]
    light_verbs: tuple[str, ...]
    hedges: tuple[str, ...]
    vague_nouns: tuple[str, ...]
    examples: tuple[DenialExample, ...]


@dataclass(frozen=True, eq=False)
class Denials:
    """The groups of the file: negators folded, light verbs as folded lemmas, hedges and vague nouns as light stems."""

    negators: frozenset[str]
    light_verbs: frozenset[str]
    hedges: frozenset[str]
    vague_nouns: frozenset[str]
    examples: tuple[DenialExample, ...]


def load_denials(path: Path) -> Denials:
    """Read the words. Raises LexiconError naming file and field."""
    file = load_toml(path, _File)
    return Denials(
        negators=frozenset(map(fold, file.negators)),
        light_verbs=frozenset(map(fold, file.light_verbs)),
        hedges=frozenset(to_stems(word)[0] for word in file.hedges),
        vague_nouns=frozenset(to_stems(word)[0] for word in file.vague_nouns),
        examples=file.examples,
    )
