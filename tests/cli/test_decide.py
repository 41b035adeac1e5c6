"""`marsad decide`: decisions from the command line."""

from pathlib import Path

from click.testing import CliRunner, Result

from marsad.cli import main
from marsad.lexicon.load import Lexicon
from marsad.record import resolve
from marsad.store import Store


def _run(database: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--db", str(database)])


def test_a_decision_is_kept_shown_and_undone(store: Store, database: Path, lexicon: Lexicon) -> None:
    resolve(store, lexicon)
    assert _run(database, "decide", "list").output == "Nothing was decided yet.\n"
    made = _run(database, "decide", "apart", "two#ev0", "one#ev0", "--by", "سلمى", "--note", "لقاءان")
    assert made.exit_code == 0
    assert made.output.startswith("1. one#ev0 and two#ev0 are not one happening  (سلمى, ")
    assert ": لقاءان)" in made.output
    assert "1. one#ev0 and two#ev0" in _run(database, "decide", "list").output
    assert "decided   1. one#ev0 and two#ev0" in _run(database, "explain", "one", "ev0").output
    assert _run(database, "decide", "undo", "1").output.startswith("2. decision 1 about one#ev0 and two#ev0 is undone")
    assert _run(database, "decide", "list").output == "No decision holds.\n"
    assert len(_run(database, "decide", "list", "--all").output.splitlines()) == 2


def test_wrong_and_same(store: Store, database: Path, lexicon: Lexicon) -> None:
    resolve(store, lexicon)
    assert _run(database, "decide", "wrong", "one#q0").output.startswith("1. one#q0 is wrong")
    assert _run(database, "decide", "same", "one", "two").output.startswith("2. one and two are one story")


def test_errors_are_one_message(store: Store, database: Path, lexicon: Lexicon) -> None:
    resolve(store, lexicon)
    for words, message in (
        (("same", "one#ev0", "two#q0"), "Error: event and quantity cannot be the same: give two events"),
        (("wrong", "three#ev0"), "Error: nothing is known as 'three#ev0'"),
        (("undo", "5"), "Error: there is no decision 5 that holds; `marsad decide list` shows them"),
    ):
        result = _run(database, "decide", *words)
        assert result.exit_code == 1
        assert message in result.stderr
        assert len(result.stderr.splitlines()) == 1


def test_explain_shows_versions_and_identities(store: Store, database: Path, lexicon: Lexicon) -> None:
    resolve(store, lexicon)
    event = _run(database, "explain", "one", "ev0").output
    assert "happening reported, 2 versions, 1 independent sources" in event
    assert "version   two ev0  asserts" in event
    assert "is        Q810  (1.00: known by this id)" in _run(database, "explain", "one", "e0").output
    assert "story     two" in _run(database, "explain", "one").output


def test_report_shows_what_a_decision_shaped(store: Store, database: Path, lexicon: Lexicon) -> None:
    resolve(store, lexicon)
    _run(database, "decide", "apart", "two#ev0", "one#ev0")
    assert "decision 1" in _run(database, "report", "JOR", "IRQ").output
