"""Adjectives of blocs and international bodies: `data/blocs.toml`."""

from pathlib import Path

import msgspec

from marsad.lexicon.tables import load_toml


class Bloc(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The written forms `ar` that mean `organization` (an id), except right after one of the words `not_after`."""

    organization: str
    ar: tuple[str, ...]
    not_after: tuple[str, ...]
    example: str
    counter: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    bloc: tuple[Bloc, ...]


def load_blocs(path: Path) -> tuple[Bloc, ...]:
    """Read the adjectives. Raises LexiconError."""
    return load_toml(path, _File).bloc
