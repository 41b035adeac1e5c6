"""Adjectives of blocs and international bodies: `data/blocs.toml`."""

from pathlib import Path

import msgspec

from marsad.lexicon.tables import load_toml


class Bloc(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The written forms `ar` that mean `organization` (an id), except right after one of the words `not_after`.

    Where `after` is given, only behind one of its words, another adjective may stand between.
    """

    organization: str
    ar: tuple[str, ...]
    not_after: tuple[str, ...]
    example: str
    counter: str
    after: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    bloc: tuple[Bloc, ...]


def load_blocs(path: Path) -> tuple[Bloc, ...]:
    """Read the adjectives. Raises LexiconError."""
    return load_toml(path, _File).bloc
