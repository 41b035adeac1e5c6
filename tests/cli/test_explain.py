"""`marsad explain`: words in context, rule, and what a fact hangs on."""

from pathlib import Path

from click.testing import CliRunner, Result

from marsad.cli import main
from marsad.store import Store


def _explain(database: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["explain", *words, "--db", str(database)])


def test_an_event_shows_words_rule_and_grounds(store: Store, database: Path) -> None:
    output = _explain(database, "one", "ev0").output
    assert output.startswith("ev0  CONSULT, actual: JOR, IRQ\n")
    assert "[التقى] وزير الطاقة الأردني نظيره العراقي" in output
    assert "rule      consult.meet" in output
    assert "actor     e1  country  Iraq  (IRQ)" in output
    assert "time      t0  DATE  2023-05-07" in output
    assert "again     \u2068مباحثات\u2069" in output


def test_said_by_leads_to_the_statement(store: Store, database: Path) -> None:
    output = _explain(database, "one", "ev1").output
    assert "said by   st0  mixed statement by energy minister" in output


def test_each_kind_of_fact(store: Store, database: Path) -> None:
    assert "office    energy minister (JOR)" in _explain(database, "one", "e2").output
    assert "from      published  2023-05-07 (basis: given)" in _explain(database, "one", "t0").output
    assert "exact 2,000,000,000 USD, target" in _explain(database, "one", "q1").output
    assert "cue       \u2068وقال\u2069" in _explain(database, "one", "st0").output


def test_published(store: Store, database: Path) -> None:
    output = _explain(database, "one", "published").output
    assert output.startswith("published  2023-05-07 (basis: given)\n")


def test_all_facts(store: Store, database: Path) -> None:
    output = _explain(database, "one").output
    for fact in ("published", "e0", "e1", "e2", "t0", "q0", "q1", "st0", "ev0", "ev1"):
        assert f"\n{fact}  " in "\n" + output


def test_unknown_fact_and_article(store: Store, database: Path) -> None:
    result = _explain(database, "one", "ev9")
    assert result.exit_code == 1
    assert "one has no fact 'ev9'; it has: e0, e1" in result.output
    result = _explain(database, "onee")
    assert result.exit_code == 1
    assert "Did you mean one?" in result.output


def test_no_database(database: Path) -> None:
    result = _explain(database, "one")
    assert result.exit_code == 1
    assert "no such database" in result.output
