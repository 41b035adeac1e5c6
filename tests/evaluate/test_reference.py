"""The figures agree with the reference scorer that comes with the shared gold, on damaged copies of the gold itself."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from marsad.acquire import find_pages
from marsad.evaluate.gold import load_gold, parse_gold
from marsad.evaluate.measures import measure
from marsad.evaluate.run import measure_readings
from marsad.evaluate.score import Case, Layer, Tally
from marsad.evaluate.tables import to_figures
from marsad.lexicon.load import load_lexicon
from marsad.model import Reading
from marsad.model.contract import encode_reading
from marsad.pipeline import read_pages

SHARED = Path(__file__).parents[3] / "shared" / "gold"
SETS = ("seeds", "dev")

pytestmark = pytest.mark.skipif(
    not (SHARED / "score.py").exists(), reason="../shared/gold with the reference scorer is not on this machine"
)


def damage_string(string: str, chance: random.Random) -> str:
    """Drop or repeat words of a string, or glue a clitic to it."""
    words = string.split()
    if not words:
        return string
    place = chance.randrange(len(words))
    return chance.choice(
        [
            " ".join(words[:place] + words[place + 1 :]),
            " ".join(words[: place + 1]),
            " ".join([*words, words[place]]),
            "و" + string,
            "لل" + string,
            string.replace("أ", "ا").replace("ة", "ه"),
            string,
        ]
    )


def damage_fact(fact: dict[str, Any], twin: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Change some fields of a fact: strings lose words, other values come from another fact of the layer."""
    changed = dict(fact)
    for field, value in fact.items():
        if field == "id" or chance.random() > 0.25:
            continue
        if field in ("text", "content", "trigger"):
            changed[field] = damage_string(value, chance)
        elif field == "forms":
            changed[field] = [damage_string(form, chance) for form in value]
        elif field not in ("via", "who"):
            changed[field] = twin[field]
    return changed


def damage(gold: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Return a copy of a gold form with facts lost, repeated, changed and put in another order."""
    changed = dict(gold)
    for layer in ("times", "quantities", "statements", "events", "entities"):
        facts = [fact for fact in gold[layer] if chance.random() < 0.85]
        facts = [damage_fact(fact, chance.choice(gold[layer]), chance) for fact in facts]
        if layer != "entities":
            facts += [fact for fact in facts if chance.random() < 0.1]
            chance.shuffle(facts)
        changed[layer] = facts
    changed["noise"] = [damage_string(phrase, chance) if chance.random() < 0.3 else phrase for phrase in gold["noise"]]
    kept = {entity["id"] for entity in changed["entities"]}
    for layer, field in (("statements", "via"), ("events", "who")):
        changed[layer] = [{**fact, field: [name for name in fact[field] if name in kept]} for fact in changed[layer]]
    days = ("2015-07-22", "2022-12-30", "2031-01-01", None)
    if chance.random() < 0.4:
        changed["published"] = {**gold["published"], "value": chance.choice(days)}
    return changed


def figures_of_reference(gold: Path, readings: Path, docs: Path) -> Any:
    command = [sys.executable, str(SHARED / "score.py"), str(gold), str(readings), "--docs", str(docs), "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def to_shared_figures(tallies: Mapping[Layer, Tally]) -> Any:
    """Our figures without those that the reference does not have."""
    return {layer: figures for layer, figures in to_figures(tallies).items() if layer != Layer.VIA}


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("seed", range(6))
def test_same_figures(name: str, seed: int, tmp_path: Path) -> None:
    chance = random.Random(f"{name} {seed}")
    lines = (SHARED / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {article["id"]: article["text"] for article in map(json.loads, lines)}
    cases = []
    for path in sorted((SHARED / name).glob("*.json")):
        changed = damage(json.loads(path.read_bytes()), chance)
        copy = tmp_path / path.name
        copy.write_text(json.dumps(changed, ensure_ascii=False), encoding="utf-8")
        gold = parse_gold(path.read_bytes(), path)
        cases.append(Case(texts[gold.id], gold, parse_gold(copy.read_bytes(), copy)))
    ours = to_shared_figures(measure(cases).tallies)
    assert ours == figures_of_reference(SHARED / name, tmp_path, SHARED / f"{name}.jsonl")


@pytest.mark.parametrize("name", SETS)
def test_same_figures_for_readings(name: str, tmp_path: Path) -> None:
    """The reference reads what `marsad read --json` writes; here the reading is brought into the form of gold by us."""
    articles, lexicon = SHARED / f"{name}.jsonl", load_lexicon()
    readings = [read for read in read_pages(find_pages(articles), lexicon, workers=1) if isinstance(read, Reading)]
    for reading in readings:
        (tmp_path / f"{reading.article.id}.json").write_bytes(encode_reading(reading))
    golds = load_gold(SHARED / name)
    outcome = measure_readings(golds, {reading.article.id: reading for reading in readings}, lexicon)
    assert outcome.missing == ()
    assert to_shared_figures(outcome.score.tallies) == figures_of_reference(SHARED / name, tmp_path, articles)
