"""`marsad report` and what `marsad serve` says before it serves."""

import re
import socket
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result
from made_readings import BOUNDS, KNOWN_DAY, make_reading

from marsad.cli import main
from marsad.model.briefing import Briefing
from marsad.model.relation import Relation
from marsad.store.db import Store


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with three articles on one pair."""
    path = tmp_path_factory.mktemp("report") / "test.db"
    with Store(path) as store:
        store.add(make_reading("first", "صحيفة أ", KNOWN_DAY))
        store.add(make_reading("second", "صحيفة ب", KNOWN_DAY))
        store.add(make_reading("undated", "صحيفة ج", BOUNDS, dated=False))
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_report_has_all_parts_with_sources(database: Path) -> None:
    result = run("report", "JOR", "IRQ", "--db", database)
    assert result.exit_code == 0
    for words in (
        "Timeline",
        "Contacts by mechanism",
        "Statements",
        "Figures and targets",
        "partly verbatim",
        "target",
    ):
        assert words in result.output
    assert "صحيفة أ (بترا) · published 7 May 2023 · [first ev0]" in result.output
    assert "reported 1 May 2023 to 1 June 2023" in result.output
    assert "التقى وزير الطاقة الأردني نظيره العراقي" in result.output


def test_report_in_arabic_by_names_in_both_languages(database: Path) -> None:
    result = run("report", "الأردن", "Iraq", "--db", database, "--lang", "ar")
    assert "الأردن – العراق" in result.output
    assert "التسلسل الزمني" in result.output
    assert "3 مقالات" in result.output


def test_summary_opens_the_briefing(database: Path) -> None:
    opening = run("report", "JOR", "IRQ", "--db", database).output.split("\n\n")[1]
    for words in ("3 articles", "Last contact told", "too few dated events", "Open: 1 promise or target"):
        assert words in opening


def test_what_is_new_since_a_day_is_told_apart(database: Path) -> None:
    result = run("report", "JOR", "IRQ", "--db", database, "--new-since", "2023-05-02")
    assert "New since 2 May 2023: 2 articles" in result.output
    result = run("report", "JOR", "IRQ", "--db", database, "--new-since", "2024-01-01", "--lang", "ar")
    assert "لا جديد منذ 1 يناير 2024" in result.output


def test_markdown_ends_sentences_in_their_sources(database: Path) -> None:
    lines = run("report", "JOR", "IRQ", "--db", database, "--format", "markdown").output.splitlines()
    assert lines[0] == "# Jordan – Iraq"
    assert any(line.startswith("- 7 May 2023") and "`first#ev0`)" in line and line.endswith("`)") for line in lines)


def test_html_stands_alone_and_runs_right_to_left(database: Path) -> None:
    page = run("report", "JOR", "IRQ", "--db", database, "--format", "html", "--lang", "ar").output
    assert '<html lang="ar" dir="rtl">' in page
    assert not re.search(r"<script|<link|src=|url\(|@import", page)


def test_json_briefing_holds_sentences_and_facts(database: Path) -> None:
    briefing = msgspec.json.decode(run("report", "JOR", "IRQ", "--db", database, "--format", "json").output)
    assert briefing["document"]["schema"] == "marsad.briefing/1"
    assert msgspec.convert(briefing["facts"], Briefing).promises[0].measured is not None


def test_json_is_the_relation(database: Path) -> None:
    result = run("report", "JOR", "IRQ", "--db", database, "--json", "--since", "2023-05-01")
    relation = msgspec.json.decode(result.output, type=Relation)
    assert relation.since == "2023-05-01"
    assert relation.articles == ("first", "second", "undated")


def test_nothing_known_is_said(database: Path) -> None:
    result = run("report", "JOR", "FRA", "--db", database)
    assert result.exit_code == 0
    assert "no article tells anything of the two yet" in result.output
    assert result.output.count("Nothing found.") == 9


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("JOR", "Irak"), "Did you mean"),
        (("JOR", "xqzxqz"), "alpha-3"),
        (("JOR", "Jordan"), "two different sides"),
        (("JOR", "IRQ", "--since", "May"), "not a day"),
    ],
)
def test_bad_arguments_have_one_clear_message(arguments: tuple[str, ...], message: str, database: Path) -> None:
    result = run("report", *arguments, "--db", database)
    assert result.exit_code == 2
    assert message in result.output


def test_missing_database(tmp_path: Path) -> None:
    for verb in (("report", "JOR", "IRQ"), ("serve",)):
        result = run(*verb, "--db", tmp_path / "none.db")
        assert result.exit_code == 1
        assert "none.db" in result.output
        assert not (tmp_path / "none.db").exists()


def test_port_in_use(database: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run("serve", "--db", database, "--port", str(port))
    assert result.exit_code == 1
    assert f"127.0.0.1:{port} cannot be used" in result.output
