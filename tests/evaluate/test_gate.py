"""Floors hold, move up by pinning, and move down only with a reason."""

from pathlib import Path

import pytest

from marsad.errors import GoldError
from marsad.evaluate.gate import Floors, GoldSet, digest_of, find_breaches, load_floors, pin, to_toml
from marsad.evaluate.score import Layer, Tally

EMPTY = GoldSet(gold="gold", articles="articles.jsonl")


def tallies(right: int) -> dict[Layer, Tally]:
    return dict.fromkeys(Layer, Tally(right, 100, 100))


def test_pinning_leaves_a_margin_and_holds_the_same_figures() -> None:
    pinned = pin(EMPTY, "abc", tallies(80))
    assert set(pinned.floors.values()) == {0.79}
    assert find_breaches(pinned, "abc", tallies(80)) == ()


def test_a_figure_below_its_floor_is_a_breach() -> None:
    pinned = pin(EMPTY, "abc", tallies(80))
    breaches = find_breaches(pinned, "abc", tallies(78))
    assert len(breaches) == len(Layer)
    assert breaches[0] == "published: F1 0.780 is below its floor 0.790"


def test_other_gold_asks_for_pinning() -> None:
    pinned = pin(EMPTY, "abc", tallies(80))
    assert "pin them again with marsad eval --pin" in find_breaches(pinned, "def", tallies(80))[0]


def test_a_layer_without_floor_is_a_breach() -> None:
    assert len(find_breaches(GoldSet("gold", "articles", "abc"), "abc", tallies(80))) == len(Layer)


def test_pinning_within_the_margin_does_not_lower() -> None:
    pinned = pin(EMPTY, "abc", tallies(80))
    assert set(pin(pinned, "abc", tallies(79)).floors.values()) == {0.79}


def test_lowering_asks_for_a_reason_and_keeps_it() -> None:
    pinned = pin(EMPTY, "abc", tallies(80))
    with pytest.raises(GoldError, match=r"below the floor 0\.790"):
        pin(pinned, "abc", tallies(70))
    lowered = pin(pinned, "abc", tallies(70), 'the gold now lists "ministries" as well')
    assert set(lowered.floors.values()) == {0.69}
    assert {(entry.before, entry.after) for entry in lowered.lowered} == {(0.79, 0.69)}


def test_a_written_file_reads_back_the_same(tmp_path: Path) -> None:
    pinned = pin(pin(EMPTY, "abc", tallies(80)), "def", tallies(70), 'a "reason" with \\ and quotes')
    path = tmp_path / "quality" / "floors.toml"
    path.parent.mkdir()
    path.write_text(to_toml({"own": pinned}), encoding="utf-8")
    assert load_floors(path).sets == {"own": pinned}


def test_sets_are_found_by_their_gold(tmp_path: Path) -> None:
    floors = Floors(tmp_path / "quality" / "floors.toml", {"own": EMPTY})
    assert floors.name_of(tmp_path / "gold") == "own"
    assert not floors.is_present(EMPTY)
    with pytest.raises(GoldError, match="no gold set has its gold in"):
        floors.name_of(tmp_path / "other")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[sample", "floors.toml: "),
        ("[sample]\ngold = 3\narticles = 'a'\n", r"\$\[...\].gold"),
        ("[sample]\ngold = 'g'\narticles = 'a'\n[sample.floors]\nnothing = 0.5\n", "nothing"),
    ],
)
def test_a_bad_file_is_told_with_its_name(content: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=message):
        load_floors(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"floors\.toml: No such file"):
        load_floors(tmp_path / "floors.toml")


def test_the_digest_follows_gold_and_articles(tmp_path: Path) -> None:
    gold, articles = tmp_path / "gold", tmp_path / "articles.jsonl"
    gold.mkdir()
    (gold / "a.json").write_text("{}")
    articles.write_text("one")
    first = digest_of(gold, articles)
    articles.write_text("two")
    second = digest_of(gold, articles)
    (gold / "b.json").write_text("{}")
    assert len({first, second, digest_of(gold, articles)}) == 3
