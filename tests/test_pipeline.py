"""Many pages by several processes: order kept, refusals passed through, dead workers replaced."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from made_readings import KNOWN_DAY, make_reading

from marsad import pipeline
from marsad.errors import InputError
from marsad.lexicon.load import Lexicon
from marsad.model import Page, PageKind, Reading, Refused

# Stand-ins reach the workers by fork; where processes are started afresh these tests would read with the real reader.
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def _pages(number: int) -> Iterator[Page | Refused]:
    for n in range(number):
        if n % 10 == 7:
            yield Refused("list.jsonl", n, "is not JSON")
        else:
            yield Page(f"a{n}", f"list.jsonl:{n}", PageKind.TEXT, b"-")


def _ids(results: Iterator[Reading | Refused]) -> list[str]:
    return [r.article.id if isinstance(r, Reading) else f"-{r.line or r.origin}" for r in results]


def _read(page: Page, lexicon: Lexicon, **keep: object) -> Reading:
    return make_reading(page.id, "الدستور", KNOWN_DAY)


_EXPECTED = [f"-{n}" if n % 10 == 7 and n else f"a{n}" for n in range(300)]


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("number", [0, 1, 23, 24, 25, 300])
def test_order_is_kept(monkeypatch: pytest.MonkeyPatch, lexicon: Lexicon, workers: int, number: int) -> None:
    monkeypatch.setattr(pipeline, "sort_page", _read)
    assert _ids(pipeline.read_pages(_pages(number), lexicon, workers=workers)) == _EXPECTED[:number]


def test_a_killed_worker_loses_nothing(monkeypatch: pytest.MonkeyPatch, lexicon: Lexicon, tmp_path: Path) -> None:
    killed = tmp_path / "killed"

    def read_or_die(page: Page, lexicon: Lexicon, **keep: object) -> Reading:
        if page.id == "a150" and not killed.exists():
            killed.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return _read(page, lexicon)

    monkeypatch.setattr(pipeline, "sort_page", read_or_die)
    assert _ids(pipeline.read_pages(_pages(300), lexicon, workers=2)) == _EXPECTED


def test_a_page_that_kills_every_worker_is_refused(monkeypatch: pytest.MonkeyPatch, lexicon: Lexicon) -> None:
    def read_or_die(page: Page, lexicon: Lexicon, **keep: object) -> Reading:
        if page.id in ("a51", "a53", "a299"):
            os.kill(os.getpid(), signal.SIGKILL)
        return _read(page, lexicon)

    monkeypatch.setattr(pipeline, "sort_page", read_or_die)
    expected = [f"-list.jsonl:{id[1:]}" if id in ("a51", "a53", "a299") else id for id in _EXPECTED]
    assert _ids(pipeline.read_pages(_pages(300), lexicon, workers=2)) == expected


def test_an_error_costs_one_page(monkeypatch: pytest.MonkeyPatch, lexicon: Lexicon) -> None:
    def read_or_fail(page: Page, lexicon: Lexicon, **keep: object) -> Reading:
        if page.id == "a2":
            raise KeyError("x")
        return _read(page, lexicon)

    monkeypatch.setattr(pipeline, "sort_page", read_or_fail)
    results = list(pipeline.read_pages(_pages(4), lexicon, workers=1))
    assert [str(result) for result in results if isinstance(result, Refused)] == [
        "list.jsonl:2: could not be read, please report this (KeyError: 'x')",
    ]
    assert len(results) == 4


def test_pages_are_taken_in_as_they_are_needed(monkeypatch: pytest.MonkeyPatch, lexicon: Lexicon) -> None:
    taken = 0

    def count() -> Iterator[Page | Refused]:
        nonlocal taken
        for page in _pages(1000):
            taken += 1
            yield page

    monkeypatch.setattr(pipeline, "sort_page", _read)
    results = pipeline.read_pages(count(), lexicon, workers=2)
    next(results)
    assert taken < 200
    results.close()  # type: ignore[attr-defined]


def test_other_languages_and_empty_text_are_refused(lexicon: Lexicon) -> None:
    for content, reason in (
        (b"The two ministers met in Amman and spoke of trade.", "is not in Arabic"),
        (b"12 - 7", "text"),
    ):
        with pytest.raises(InputError, match=reason):
            pipeline.read_page(Page("x", "x.txt", PageKind.TEXT, content), lexicon)


def test_readings_do_not_hang_on_the_order_of_sets() -> None:
    """The same articles give the same bytes in processes that hash strings differently."""
    sample = Path(pipeline.__file__).parent / "sample"
    outputs = []
    for seed in ("1", "2", "3"):
        command = [sys.executable, "-m", "marsad", "read", "--json", "--workers", "1", str(sample)]
        result = subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
        outputs.append(result.stdout)
    assert outputs[0]
    assert outputs[0] == outputs[1] == outputs[2]
