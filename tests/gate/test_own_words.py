"""The project's sentences are its own: no run of eight words from an article that the reader is measured on."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
RUN = 8  # shorter runs are names and phrases that anybody writes
KINDS = {".py", ".toml", ".tsv", ".txt", ".html", ".md", ".json", ".jsonl", ".sql"}

_MARKS = re.compile("[\u064b-\u0652\u0640]")
_ARABIC = re.compile("[\u0621-\u064a]+")


def find_runs(text: str) -> Iterator[tuple[str, ...]]:
    words = _ARABIC.findall(_MARKS.sub("", text))
    return (tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1))


def find_own_files() -> Iterator[Path]:
    for folder in ("src", "tests", "docs", "bench", "quality"):
        yield from (path for path in (ROOT / folder).rglob("*") if path.suffix in KINDS)
    yield from ROOT.glob("*.md")


@pytest.mark.skipif(not SHARED.exists(), reason="../shared with the measured articles is not on this machine")
def test_no_file_holds_words_of_a_measured_article() -> None:
    measured: set[tuple[str, ...]] = set()
    for path in SHARED.rglob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            measured.update(find_runs(json.loads(line).get("text") or ""))
    found = {}
    for path in find_own_files():
        text = path.read_text(encoding="utf-8", errors="ignore")
        if shared := next((run for run in find_runs(text) if run in measured), None):
            found[str(path.relative_to(ROOT))] = " ".join(shared)
    assert found == {}
