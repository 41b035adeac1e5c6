"""The floor file: complete, in the form that the command writes, and never lowered without a reason on record."""

import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from marsad.evaluate.gate import load_floors, to_toml
from marsad.evaluate.score import Layer

ROOT = Path(__file__).parents[2]
FLOORS = ROOT / "quality" / "floors.toml"


def find_older_versions() -> Iterator[dict[str, Any]]:
    """Yield the file as it was at each commit that changed it, the newest first."""
    if not shutil.which("git"):
        return
    log = ["git", "log", "--format=%H", "--", "quality/floors.toml"]
    commits = subprocess.run(log, cwd=ROOT, capture_output=True, text=True).stdout.split()
    for commit in commits:
        shown = subprocess.run(["git", "show", f"{commit}:quality/floors.toml"], cwd=ROOT, capture_output=True)
        if shown.returncode == 0:
            yield tomllib.loads(shown.stdout.decode())


def test_the_bundled_sample_is_pinned_for_every_layer() -> None:
    assert set(load_floors(FLOORS).sets["sample"].floors) == set(Layer)


def test_the_file_is_as_the_command_writes_it() -> None:
    assert FLOORS.read_text(encoding="utf-8") == to_toml(load_floors(FLOORS).sets)


def test_no_floor_was_lowered_without_a_reason() -> None:
    versions = list(find_older_versions())
    if not versions:
        pytest.skip("no history of quality/floors.toml here")
    for name, now in load_floors(FLOORS).sets.items():
        explained = {entry.layer: entry.after for entry in now.lowered}
        for version in versions:
            for layer, floor in version.get(name, {}).get("floors", {}).items():
                least = min(floor, explained.get(Layer(layer), floor))
                assert now.floors[Layer(layer)] >= least, f"{name}: {layer} was {floor}"
