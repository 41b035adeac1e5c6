"""The quality gate: floors under the measured figures, pinned together with a digest of the gold behind them.

`quality/floors.toml` holds one table for each gold set: where its gold and articles are (relative to the folder above
the file's own), the digest of both, the floor of each layer's F1, and every lowering with its reason. Pinning only ever
raises a floor; lowering one asks for a reason, which stays in the file.
"""

import hashlib
import json
import tomllib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from marsad.errors import GoldError
from marsad.evaluate.gold import gold_files
from marsad.evaluate.score import Layer, Tally

MARGIN = 0.01  # how far below the measured figure a floor is pinned: room for a change that moves one fact in a hundred


class Lowering(msgspec.Struct, frozen=True):
    """A floor that was lowered on purpose: from which figure to which, and why."""

    layer: Layer
    before: float
    after: float
    reason: str


class GoldSet(msgspec.Struct, frozen=True):
    """One gold set: folder of gold and articles (as written in the file), digest of both, floor of each layer's F1."""

    gold: str
    articles: str
    digest: str = ""
    floors: dict[Layer, float] = {}
    lowered: tuple[Lowering, ...] = ()


class Floors(msgspec.Struct, frozen=True):
    """A floor file: the gold sets by name. Paths in it are relative to `root`."""

    path: Path
    sets: dict[str, GoldSet]

    @property
    def root(self) -> Path:
        """The folder that the paths of the file start from: the one above the file's own."""
        return self.path.resolve().parent.parent

    def locate(self, gold_set: GoldSet) -> tuple[Path, Path]:
        """Return where the gold and the articles of a set are on this machine."""
        return self.root / gold_set.gold, self.root / gold_set.articles

    def is_present(self, gold_set: GoldSet) -> bool:
        """Tell whether both gold and articles of a set are on this machine."""
        return all(path.exists() for path in self.locate(gold_set))

    def name_of(self, gold: Path) -> str:
        """Return the name of the set whose gold folder this is. Raises GoldError where the file has none."""
        for name, gold_set in self.sets.items():
            if self.locate(gold_set)[0].resolve() == gold.resolve():
                return name
        raise GoldError(f"{self.path}: no gold set has its gold in {gold} (known: {', '.join(self.sets) or 'none'})")


def load_floors(path: Path) -> Floors:
    """Load a floor file. Raises GoldError that names the file and what is wrong in it."""
    try:
        sets = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), dict[str, GoldSet])
    except OSError as error:
        raise GoldError(f"{path}: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise GoldError(f"{path}: {error}") from error
    return Floors(path, sets)


def digest_of(gold: Path, articles: Path) -> str:
    """Return the SHA-256 over names and bytes of the gold files and the articles (one file, or those of a folder)."""
    texts = (
        (articles,) if articles.is_file() else sorted(p for p in articles.iterdir() if p.suffix in (".html", ".txt"))
    )
    digest = hashlib.sha256()
    for path in (*gold_files(gold), *texts):
        digest.update(f"{path.name}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def find_breaches(gold_set: GoldSet, digest: str, tallies: Mapping[Layer, Tally]) -> tuple[str, ...]:
    """Return one sentence for each way in which measured figures break the gate (none: it holds)."""
    if digest != gold_set.digest:
        return ("the gold or its articles changed since the floors were pinned: pin them again with marsad eval --pin",)
    unpinned = tuple(f"{layer}: no floor is pinned" for layer in Layer if layer not in gold_set.floors)
    return unpinned + tuple(
        f"{layer}: F1 {tallies[layer].f1:.3f} is below its floor {floor:.3f}"
        for layer, floor in gold_set.floors.items()
        if tallies[layer].f1 < floor
    )


def pin(gold_set: GoldSet, digest: str, tallies: Mapping[Layer, Tally], reason: str | None = None) -> GoldSet:
    """Return the set with its digest and floors pinned to measured figures.

    A floor moves up to `MARGIN` below the figure, never down, unless the figure is below the floor and `reason` says
    why; without a reason that raises GoldError.
    """
    floors: dict[Layer, float] = {}
    lowered = list(gold_set.lowered)
    for layer in Layer:
        before = gold_set.floors.get(layer, 0.0)
        figure = tallies[layer].f1
        wanted = max(0.0, int((figure - MARGIN) * 1000) / 1000)
        if figure >= before:
            floors[layer] = max(before, wanted)
            continue
        if not reason:
            raise GoldError(
                f'{layer}: F1 {figure:.3f} is below the floor {before:.3f}; to lower it say why: --lower "reason"'
            )
        floors[layer] = wanted
        lowered.append(Lowering(layer, before, wanted, reason))
    return GoldSet(gold_set.gold, gold_set.articles, digest, floors, tuple(lowered))


_HEADER = """\
# Floors of the quality gate: F1 of each layer on each gold set, pinned with a digest of the gold and its articles.
# Written by `marsad eval --floors quality/floors.toml --pin`; raised by pinning, lowered only with --lower "reason".
# Sets whose gold is not on the machine are skipped. Paths start at the project's folder.
"""


def to_toml(sets: Mapping[str, GoldSet]) -> str:
    """Write gold sets as the floor file has them."""
    parts = [_HEADER]
    for name, gold_set in sets.items():
        paths = {"gold": gold_set.gold, "articles": gold_set.articles, "digest": gold_set.digest}
        parts.append(f"\n[{name}]\n" + "".join(f"{key} = {_quote(value)}\n" for key, value in paths.items()))
        floors = (f"{_quote(layer)} = {floor:.3f}\n" for layer, floor in gold_set.floors.items())
        parts.append(f"\n[{name}.floors]\n" + "".join(floors))
        for entry in gold_set.lowered:
            parts.append(
                f"\n[[{name}.lowered]]\nlayer = {_quote(entry.layer)}\nbefore = {entry.before:.3f}\n"
                f"after = {entry.after:.3f}\nreason = {_quote(entry.reason)}\n"
            )
    return "".join(parts)


def _quote(value: str) -> str:
    """Quote a TOML basic string; its escapes are those of JSON."""
    return json.dumps(value, ensure_ascii=False)
