"""Those who act without a state and under no name of their own: `data/collectives.toml`."""

from pathlib import Path
from typing import Literal

import msgspec

from marsad.lexicon.tables import load_toml


class Collective(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words `ar` (every form) for actors known by what they are only; `example` holds one, `counter` none."""

    id: str
    en: str
    kind: Literal["group", "organization"]
    ar: tuple[str, ...]
    example: str
    counter: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    collective: tuple[Collective, ...]


def load_collectives(path: Path) -> tuple[Collective, ...]:
    """Read the collectives. Raises LexiconError."""
    return load_toml(path, _File).collective
