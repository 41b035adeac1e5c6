"""`marsad eval`: what it prints, and when it ends with an error."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from marsad.cli import main
from marsad.evaluate.gate import load_floors
from marsad.evaluate.score import Layer

SAMPLE = Path(__file__).parents[2] / "src" / "marsad" / "sample"
ARTICLES = ("03-morocco-regrets.txt", "05-uae-india-cepa.html")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with two articles, their gold and a floor file that knows them and another set that is not here."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "gold").mkdir()
    (tmp_path / "quality").mkdir()
    for name in ARTICLES:
        shutil.copy(SAMPLE / name, tmp_path / "articles")
        shutil.copy((SAMPLE / "gold" / name).with_suffix(".json"), tmp_path / "gold")
    sets = '[own]\ngold = "gold"\narticles = "articles"\n[far]\ngold = "../nowhere"\narticles = "../nowhere.jsonl"\n'
    (tmp_path / "quality" / "floors.toml").write_text(sets)
    return tmp_path


def run(*options: str) -> Result:
    return CliRunner().invoke(main, ["eval", *options])


def test_a_gold_folder_is_measured_layer_by_layer(project: Path) -> None:
    result = run(str(project / "gold"), str(project / "articles"))
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert lines[0] == "2 articles"
    assert [line[:34].rstrip() for line in lines[1:]] == [str(layer) for layer in Layer]


def test_figures_as_json(project: Path) -> None:
    result = run("--json", str(project / "gold"), str(project / "articles"))
    figures = json.loads(result.stdout)
    assert list(figures) == [str(layer) for layer in Layer]
    assert set(figures["published"]) == {"p", "r", "f", "gold", "got"}


def test_errors_are_listed_under_their_layer(project: Path) -> None:
    gold = project / "gold" / "05-uae-india-cepa.json"
    annotation = json.loads(gold.read_text(encoding="utf-8"))
    gold.write_text(json.dumps({**annotation, "times": [], "quantities": []}), encoding="utf-8")
    result = run("--errors", str(project / "gold"), str(project / "articles"))
    heading = next(line for line in result.stdout.splitlines() if line.startswith("time found: "))
    assert "extra" in heading
    assert " extra (no counterpart)\n    05-uae-india-cepa  " in result.stdout


def test_pinned_figures_pass_and_other_gold_does_not(project: Path) -> None:
    floors = str(project / "quality" / "floors.toml")
    assert run("--floors", floors).exit_code == 1
    pinned = run("--floors", floors, "--pin")
    assert pinned.exit_code == 0, pinned.output
    assert "far: its gold (../nowhere) is not on this machine, skipped" in pinned.stderr
    assert set(load_floors(Path(floors)).sets["own"].floors) == set(Layer)
    assert run("--floors", floors).exit_code == 0
    assert run("--floors", floors, str(project / "gold"), str(project / "articles")).exit_code == 0
    with (project / "gold" / "03-morocco-regrets.json").open("a") as gold:
        gold.write("\n")
    changed = run("--floors", floors)
    assert changed.exit_code == 1
    assert "the gold or its articles changed" in changed.stderr


def test_a_floor_goes_down_only_with_a_reason(project: Path) -> None:
    floors = project / "quality" / "floors.toml"
    run("--floors", str(floors), "--pin")
    for path in (project / "gold").iterdir():
        annotation = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(json.dumps({**annotation, "entities": []}), encoding="utf-8")
    before = floors.read_text(encoding="utf-8")
    refused = run("--floors", str(floors), "--pin")
    assert refused.exit_code == 1
    assert "to lower it say why" in refused.stderr
    assert floors.read_text(encoding="utf-8") == before
    lowered = run("--floors", str(floors), "--pin", "--lower", "names are no longer annotated")
    assert lowered.exit_code == 0, lowered.output
    assert {entry.reason for entry in load_floors(floors).sets["own"].lowered} == {"names are no longer annotated"}


def test_an_article_without_reading_breaks_the_gate(project: Path) -> None:
    floors = str(project / "quality" / "floors.toml")
    run("--floors", floors, "--pin")
    (project / "articles" / ARTICLES[0]).unlink()
    result = run("--floors", floors)
    assert result.exit_code == 1
    assert "own: no reading for 03-morocco-regrets" in result.stderr


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ([], "give GOLD_DIR and ARTICLES, or --floors FILE"),
        (["--pin"], "--pin needs --floors FILE"),
        (["--lower", "reason"], "--lower goes with --pin"),
        (["--floors", "none.toml"], "none.toml: No such file or directory"),
    ],
)
def test_misuse_is_told(options: list[str], message: str) -> None:
    result = run(*options)
    assert result.exit_code != 0
    assert message in result.stderr


def test_articles_that_are_not_those_of_the_gold_are_told(project: Path) -> None:
    other = project / "other"
    other.mkdir()
    shutil.copy(project / "articles" / ARTICLES[0], other / "nothing-to-do-with-it.txt")
    result = run(str(project / "gold"), str(other))
    assert result.exit_code == 1
    assert "none of the articles" in result.stderr
