"""Closed classes of Arabic: `data/particles.toml`."""

from pathlib import Path

import msgspec

from marsad.lexicon.tables import load_toml


class Particles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One closed class: its words and a phrase that holds one of them."""

    id: str
    ar: tuple[str, ...]
    example: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    group: tuple[Particles, ...]


def load_particles(path: Path) -> tuple[Particles, ...]:
    """Read the closed classes. Raises LexiconError."""
    return load_toml(path, _File).group
