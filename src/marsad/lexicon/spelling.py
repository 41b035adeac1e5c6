"""How names are spelt in several ways: `data/spelling.toml`."""

from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

import msgspec

from marsad.errors import LexiconError
from marsad.lang.fold import fold
from marsad.lexicon.tables import load_toml


class _Swap(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    letters: tuple[str, ...]
    cost: float


class _Optional(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    letter: str
    before: tuple[str, ...]
    cost: float


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    fixed: tuple[str, ...]
    fixed_letters: tuple[str, ...]
    same: tuple[tuple[str, ...], ...]
    nickname: tuple[tuple[str, ...], ...]
    lineage: tuple[str, ...]
    optional_first: tuple[str, ...]
    initials: tuple[str, ...]
    swap: tuple[_Swap, ...]
    optional: tuple[_Optional, ...]


@dataclass(frozen=True, eq=False)
class Spelling:
    """What makes two spellings one name, all folded; the file says what each means.

    `same` gives the word a group is known by; `nicknames` are pairs of a given name and its short form; `swaps` the
    cost of one letter for another; `optional` the cost of a letter left out before another, by the pair of them.
    """

    fixed: frozenset[str]
    fixed_letters: frozenset[str]
    same: dict[str, str]
    nicknames: frozenset[tuple[str, str]]
    lineage: frozenset[str]
    optional_first: frozenset[str]
    initials: frozenset[str]
    swaps: dict[tuple[str, str], float]
    optional: dict[tuple[str, str], float]


def load_spelling(path: Path) -> Spelling:
    """Read the file. Raises LexiconError naming file and field."""
    file = load_toml(path, _File)
    swaps: dict[tuple[str, str], float] = {}
    for swap in file.swap:
        _check(path, "swap", swap.letters, swap.cost)
        for pair in permutations(swap.letters, 2):
            swaps[pair] = min(swap.cost, swaps.get(pair, swap.cost))
    for entry in file.optional:
        _check(path, "optional", (entry.letter, *entry.before), entry.cost)
    return Spelling(
        fixed=_fold_all(file.fixed),
        fixed_letters=_fold_all(file.fixed_letters),
        same={fold(word): fold(group[0]) for group in file.same for word in group},
        nicknames=frozenset(pair for group in file.nickname for pair in permutations(map(fold, group), 2)),
        lineage=_fold_all(file.lineage),
        optional_first=_fold_all(file.optional_first),
        initials=_fold_all(file.initials),
        swaps=swaps,
        optional={(entry.letter, after): entry.cost for entry in file.optional for after in entry.before},
    )


def _fold_all(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold, words))


def _check(path: Path, field: str, letters: tuple[str, ...], cost: float) -> None:
    for letter in letters:
        if len(letter) != 1:
            raise LexiconError(f"{letter!r} is not one letter", path=path, field=field)
    if not 0 < cost <= 1:
        raise LexiconError(f"the cost {cost} is not between 0 and 1", path=path, field=field)
