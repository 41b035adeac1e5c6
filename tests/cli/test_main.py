"""The front door: help without loading anything, suggestions, errors as one message."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from marsad.cli import VERBS, main
from marsad.model.contract import format_json_schema


def test_help_lists_every_verb() -> None:
    result = CliRunner().invoke(main, ["--help"])
    assert result.exit_code == 0
    for verb, (_, summary) in VERBS.items():
        assert verb in result.output
        assert len(summary) < 75


@pytest.mark.parametrize("verb", list(VERBS))
def test_every_verb_has_help(verb: str) -> None:
    result = CliRunner().invoke(main, [verb, "--help"])
    assert result.exit_code == 0, result.output
    assert result.output.startswith(f"Usage: main {verb}")


def test_help_loads_no_stage() -> None:
    script = (
        "import sys; from marsad.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print(sorted(m for m in sys.modules if m.startswith(('marsad.', 'fastapi', 'msgspec'))))"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "['marsad.cli', 'marsad.errors']"


def test_a_verb_misspelt_is_suggested() -> None:
    result = CliRunner().invoke(main, ["exprot"])
    assert result.exit_code == 2
    assert "Did you mean 'export'?" in result.output


def test_an_error_for_people_is_one_line(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["export", "events", "--db", str(tmp_path / "none.db")])
    assert result.exit_code == 1
    assert result.output == f"Error: {tmp_path / 'none.db'}: no such database; `marsad add` makes one\n"


def test_schema_is_printed() -> None:
    assert CliRunner().invoke(main, ["schema"]).output == format_json_schema()
