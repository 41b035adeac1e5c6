"""Make a test collection: articles as JSON lines and what is true of them.

Usage: python generate.py FOLDER [SEED [MATERIAL]], where MATERIAL is `data` (as a rule) or `unseen`.

The same seed gives the same collection. `articles.jsonl` is what `marsad add` takes, `truth.json` what
`marsad eval --collection FOLDER` compares with.
"""

import sys
from pathlib import Path
from random import Random

import msgspec

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from collection.drafts import Draft, render
from collection.material import DATA, FOLDER, load_material
from collection.reports import find_reports
from collection.reprints import find_reprints
from collection.truth import find_truth

from marsad.evaluate.truth import ARTICLES, TRUTH, Truth

SEED = 8


def make_collection(seed: int = SEED, data: Path = DATA) -> tuple[tuple[Draft, ...], Truth]:
    """Return the articles, in an order that tells nothing, and the truth about them."""
    material, random = load_material(data), Random(seed)
    reports = tuple(find_reports(material, random))
    drafts = [*reports, *find_reprints(material, reports, random)]
    random.shuffle(drafts)
    placed = {draft.id: render(draft)[1] for draft in drafts}
    return tuple(drafts), find_truth(drafts, placed, material)


def write_collection(folder: Path, seed: int = SEED, data: Path = DATA) -> None:
    """Write a collection into a folder. Ids in the files tell nothing of what is true."""
    drafts, truth = make_collection(seed, data)
    names = {draft.id: f"n{number:03}" for number, draft in enumerate(drafts)}
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ARTICLES).open("wb") as stream:
        for draft in drafts:
            record = {
                "id": names[draft.id],
                "text": render(draft)[0],
                "outlet": draft.outlet,
                "published": draft.published,
            }
            stream.write(msgspec.json.encode(record) + b"\n")
    (folder / TRUTH).write_bytes(msgspec.json.format(_rename(msgspec.json.encode(truth), names), indent=1))
    (folder / "names.json").write_bytes(msgspec.json.format(msgspec.json.encode(names), indent=1))


def _rename(truth: bytes, names: dict[str, str]) -> bytes:
    """Put the names of the files for the ids of the drafts, wherever they stand."""

    def rename(value: object) -> object:
        if isinstance(value, dict):
            return {names.get(key, key): rename(item) for key, item in value.items()}
        if isinstance(value, list):
            return [rename(item) for item in value]
        return names.get(value, value) if isinstance(value, str) else value

    return msgspec.json.encode(rename(msgspec.json.decode(truth)))


if __name__ == "__main__":
    folder, seed, material = (*sys.argv[1:], *("", str(SEED), DATA.name)[len(sys.argv) - 1 :])
    write_collection(Path(folder), int(seed), FOLDER / material)
