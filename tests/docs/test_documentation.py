"""The documentation tells the truth: links lead somewhere, commands run, targets and modules exist.

In every page, fenced blocks of the language `console` hold commands, one a line after `$ `, and blocks of the language
`python` are programs. Both run, page by page, in an empty folder that holds the bundled sample as `articles`.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "src" / "marsad" / "sample"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *SAMPLE.glob("*.md")])
NAMES = [str(page.relative_to(ROOT)) for page in PAGES]

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_SERVERS = ("marsad serve",)  # these run until they are stopped: only their options are checked


def find_blocks(page: Path, language: str) -> Iterator[str]:
    for found in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        if found.group(1) == language:
            yield found.group(2)


def find_commands(page: Path) -> list[str]:
    lines = (line for block in find_blocks(page, "console") for line in block.splitlines())
    return [line.removeprefix("$ ").split("  #")[0].strip() for line in lines if line.startswith("$ ")]


def find_targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SAMPLE, tmp_path / "articles", ignore=shutil.ignore_patterns("gold", "*.md"))
    (tmp_path / "src" / "marsad").mkdir(parents=True)
    (tmp_path / "src" / "marsad" / "sample").symlink_to(SAMPLE)
    return tmp_path


def run(command: list[str], folder: Path) -> None:
    scripts = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, f"{shlex.join(command)}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_links_lead_somewhere(page: Path) -> None:
    links = [link.split("#")[0] for link in _LINK.findall(page.read_text(encoding="utf-8"))]
    local = [link for link in links if link and "://" not in link and not link.startswith("mailto:")]
    assert [link for link in local if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_make_targets_exist(page: Path) -> None:
    named = re.findall(r"`make ([a-z]+)`|^\$ make ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert {target for pair in named for target in pair if target} <= find_targets()


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_files_that_are_named_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"`((?:src|docs|tests|quality|tools|bench)/[\w./-]+)`", text)
    assert [path for path in named if not (ROOT / path).exists() and not path.endswith("/x.py")] == []


@pytest.mark.parametrize("page", [p for p in PAGES if find_commands(p)], ids=str)
def test_commands_run(page: Path, folder: Path) -> None:
    for command in find_commands(page):
        words = shlex.split(command)
        if words[0] == "marsad" and command.startswith(_SERVERS):
            run([*words[:2], "--help"], folder)
        elif words[0] == "marsad":
            run(["bash", "-o", "pipefail", "-c", command], folder)
        else:
            assert words[0] in ("make", "git", "cd", "pip", "python3"), f"a command that is not checked: {command}"


@pytest.mark.parametrize("page", [p for p in PAGES if any(find_blocks(p, "python"))], ids=str)
def test_programs_run(page: Path, folder: Path) -> None:
    for program in find_blocks(page, "python"):
        run([sys.executable, "-c", program], folder)


def test_every_file_of_the_lexicon_is_described() -> None:
    page = (ROOT / "docs" / "lexicon.md").read_text(encoding="utf-8")
    data = SAMPLE.parent / "lexicon" / "data"
    assert [path.name for path in sorted(data.glob("*.t*")) if f"| `{path.name}` |" not in page] == []
    assert [name for name in re.findall(r"^\| `([\w.]+)` \|", page, re.MULTILINE) if not (data / name).exists()] == []


def test_the_first_two_commands_of_the_readme_are_demo_and_check() -> None:
    assert [c for c in find_commands(ROOT / "README.md") if c.startswith("make")][:2] == ["make demo", "make check"]


def test_continuous_integration_runs_the_check() -> None:
    runner = ROOT / ".ci" / "run"
    assert os.access(runner, os.X_OK)
    commands = [line for line in runner.read_text().splitlines() if line.startswith("exec ")]
    assert commands == ["exec make check"]
