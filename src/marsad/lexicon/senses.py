"""Groups of nouns beside which a word means something else: `data/senses.toml`, named by the frames."""

from pathlib import Path

import msgspec

from marsad.errors import LexiconError
from marsad.lexicon.tables import load_toml


class Sense(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One group. `ar`: nouns without article and clitics; the example holds one of them."""

    id: str
    meaning: str
    ar: tuple[str, ...]
    example: str


class _SenseFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    group: tuple[Sense, ...]


def load_senses(path: Path) -> tuple[Sense, ...]:
    """The groups of the TOML file at `path`, in its order. Raises LexiconError naming file, field and group."""
    senses = load_toml(path, _SenseFile).group
    ids = [sense.id for sense in senses]
    if len(ids) != len(set(ids)):
        raise LexiconError("a group is defined twice", path=path, field="id")
    for sense in senses:
        if not sense.ar or len(sense.ar) != len(set(sense.ar)):
            raise LexiconError(f"no word, or one word twice, in {sense.id!r}", path=path, field="ar")
    return senses
