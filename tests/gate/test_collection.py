"""The gate across articles: copies, stories, happenings, contradictions and promises of two collections with truth."""

import tomllib
from pathlib import Path

import pytest
from collection.generate import SEED, write_collection
from collection.material import FOLDER

from marsad.evaluate.collection import measure_collection, to_lines
from marsad.evaluate.record import Link
from marsad.lexicon.load import load_lexicon

FLOORS = tomllib.loads((Path(__file__).parents[2] / "quality" / "collection.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("material", sorted(FLOORS))
def test_every_figure_is_at_or_above_its_floor(material: str, tmp_path: Path) -> None:
    write_collection(tmp_path, SEED, FOLDER / material)
    measured = measure_collection(tmp_path, load_lexicon())
    below = []
    for link, floors in FLOORS[material].items():
        tally = measured.tallies[Link(link)]
        figures = {"p": tally.precision, "r": tally.recall, "f": tally.f1}
        below += [
            f"{link}: {name} {figures[name]:.3f} below {floor}"
            for name, floor in floors.items()
            if figures[name] < floor
        ]
    assert not below, "\n".join((*below, *to_lines(measured, errors=True)))
