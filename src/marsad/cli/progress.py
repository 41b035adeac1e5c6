"""A progress bar for long work: on a terminal only, measured by the bytes taken in, on standard error."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import click

from marsad.model import Page, Refused

# Less than this is read before a bar could be looked at.
_LONG = 200_000
_MANY = 4

Item = TypeVar("Item")


@contextmanager
def watch(pages: Iterable[Page | Refused], paths: Iterable[Path], *, shown: bool) -> Iterator[Iterator[Page | Refused]]:
    """Give the pages through; a bar shows how much of the files at `paths` was taken in, where `shown` and long."""
    total = sum(map(_size, paths)) if shown and sys.stderr.isatty() else 0
    if total < _LONG:
        yield iter(pages)
        return
    with click.progressbar(length=total, label="Reading", file=sys.stderr, show_pos=False) as bar:
        yield _count(pages, bar)
        bar.update(total - bar.pos)


def watch_fetching(results: Iterator[Item], total: int) -> Iterator[Item]:
    """Give what is fetched through; on a terminal a bar shows how much of it came."""
    if total < _MANY or not sys.stderr.isatty():
        yield from results
        return
    with click.progressbar(results, length=total, label="Fetching", file=sys.stderr, show_pos=True) as bar:
        yield from bar


def _count(pages: Iterable[Page | Refused], bar: "click._termui_impl.ProgressBar[int]") -> Iterator[Page | Refused]:
    for page in pages:
        if isinstance(page, Page):
            bar.update(min(len(page.content), max((bar.length or 0) - bar.pos, 0)))
        yield page


def _size(path: Path) -> int:
    if path.is_dir():
        return sum(_size(Path(folder, name)) for folder, _, names in os.walk(path) for name in names)
    return path.stat().st_size if path.is_file() else 0
