"""From the paths on the command line to readings; what is refused is told on standard error."""

import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import click

from marsad.acquire.files import find_pages
from marsad.acquire.formats import LISTED
from marsad.cli.given import Given
from marsad.cli.progress import watch
from marsad.lexicon.load import load_lexicon
from marsad.model import AsideKind, Page, Reading, Refused, SetAside
from marsad.pipeline import OFF_TOPIC, READABLE, read_pages


def read_paths(
    paths: tuple[Path, ...],
    given: Given,
    *,
    watched: bool,
    more: Iterable[Page | Refused] = (),
    keep: frozenset[AsideKind] = OFF_TOPIC,
) -> Iterator[Reading | Refused]:
    """Yield a reading or a refusal for each article at the paths and for each of `more`, in order; with `watched`
    behind a progress bar. Kinds in `keep` are not set aside, and none that can be read where everything is wanted."""
    lexicon = load_lexicon(extra=given.lexicon)
    found = (find_pages(path, published=given.published, outlet=given.outlet, columns=given.columns) for path in paths)
    pages = chain(chain.from_iterable(found), more)
    with watch(pages, paths, shown=watched) as stream:
        kept = READABLE if given.everything else keep
        yield from read_pages(stream, lexicon, workers=given.workers, keep=kept)


def tell(refusals: Iterable[Refused]) -> None:
    """Write each refusal on standard error, one line each."""
    for refused in refusals:
        what = "set aside" if isinstance(refused, SetAside) else "refused"
        click.echo(f"{click.style(what, fg='yellow')}  {refused}", err=True)


def fail_unless(read: int, refused: int) -> None:
    """End with status 1 where nothing could be read."""
    if read == 0:
        if refused == 0:
            click.echo(f"Error: no articles there ({LISTED} are read).", err=True)
        sys.exit(1)
