"""From the paths on the command line to readings; what is refused is told on standard error."""

import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import click
import msgspec

from marsad.acquire.files import find_pages
from marsad.cli.progress import watch
from marsad.lexicon.load import load_lexicon
from marsad.model import Page, Reading, Refused
from marsad.pipeline import read_pages


class Given(msgspec.Struct, frozen=True):
    """What the caller says of articles that do not say it themselves, how many processes read (None: all cores), and
    folders of own lexicon files."""

    published: str | None = None
    outlet: str | None = None
    workers: int | None = None
    lexicon: tuple[Path, ...] = ()


def read_paths(
    paths: tuple[Path, ...], given: Given, *, watched: bool, more: Iterable[Page | Refused] = ()
) -> Iterator[Reading | Refused]:
    """Yield a reading or a refusal for each article at the paths and for each of `more`, in order; with `watched`
    behind a progress bar."""
    lexicon = load_lexicon(extra=given.lexicon)
    found = (find_pages(path, published=given.published, outlet=given.outlet) for path in paths)
    pages = chain(chain.from_iterable(found), more)
    with watch(pages, paths, shown=watched) as stream:
        yield from read_pages(stream, lexicon, workers=given.workers)


def tell(refusals: Iterable[Refused]) -> None:
    """Write each refusal on standard error, one line each."""
    for refused in refusals:
        click.echo(f"{click.style('refused', fg='yellow')}  {refused}", err=True)


def fail_unless(read: int, refused: int) -> None:
    """End with status 1 where nothing could be read."""
    if read == 0:
        if refused == 0:
            click.echo("Error: no articles there (.txt, .html or .jsonl files are read).", err=True)
        sys.exit(1)
