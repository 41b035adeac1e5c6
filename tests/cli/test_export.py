"""`marsad export`: to standard output or a file that appears when whole."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from marsad.cli import main
from marsad.errors import StoreError
from marsad.store import Store


def _export(database: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["export", *words, "--db", str(database)])


@pytest.mark.parametrize("table", ["events", "statements", "entities", "times", "quantities", "cameo"])
def test_standard_output_and_file_are_the_same(store: Store, database: Path, table: str, tmp_path: Path) -> None:
    output = tmp_path / "out.csv"
    shown = _export(database, table)
    assert shown.exit_code == 0
    assert _export(database, table, "-o", str(output)).exit_code == 0
    assert output.read_text(encoding="utf-8") == shown.output
    assert len(list(csv.DictReader(shown.output.splitlines()))) >= 2


def test_json_lines(store: Store, database: Path) -> None:
    lines = [json.loads(line) for line in _export(database, "quantities", "--format", "jsonl").output.splitlines()]
    assert [line["value"] for line in lines] == [9e8, 2e9, 9e8, 2e9]
    assert lines[0]["words"] == "900 مليون دولار"


def test_a_failing_export_leaves_the_old_file(
    store: Store, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise StoreError("disk gone")

    output = tmp_path / "out.csv"
    output.write_text("old", encoding="utf-8")
    monkeypatch.setattr("marsad.cli.export.write_rows", fail)
    result = _export(database, "events", "-o", str(output))
    assert result.exit_code == 1
    assert output.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir() if "out" in path.name) == ["out.csv"]


def test_an_output_that_cannot_be_written(store: Store, database: Path, tmp_path: Path) -> None:
    result = _export(database, "events", "-o", str(tmp_path / "none" / "out.csv"))
    assert result.exit_code == 1
    assert "out.csv: cannot be written (No such file or directory)" in result.output


def test_an_unknown_table_is_a_usage_error(database: Path) -> None:
    assert _export(database, "stories").exit_code == 2
