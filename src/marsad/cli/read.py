"""`marsad read`: one article's reading for people, or many as JSON lines."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from marsad.acquire.urls import is_url
from marsad.cli.given import Given, page_options
from marsad.cli.network import Network, network_options
from marsad.cli.pages import fail_unless, read_paths, tell
from marsad.cli.reading_lines import to_lines
from marsad.lexicon.load import load_lexicon
from marsad.model import Page, Reading, Refused
from marsad.model.contract import encode_reading
from marsad.read.topic import find_off_topic

# Of a feed so many articles are read; `marsad add` takes as many as it is told.
_FEED_LIMIT = 100


@click.command()
@click.argument("places", metavar="FILE|URL...|-", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Write one reading a line (see `marsad schema`).")
@page_options
@network_options
def read(places: tuple[str, ...], as_json: bool, given: Given, network: Network) -> None:
    """Read articles and show their facts.

    FILE is a .txt or .html article, a folder, a pattern, or holds many: .jsonl with a line {"id", "text" or "html",
    "url"?, "outlet"?, "published"?} for each, .csv, .warc; all also packed (.gz, .zip). - reads standard input. Facts
    are coloured in the text on a terminal, elsewhere written [words|id]. What is no article is told and not read.

    URL is the address of an article, or of a feed or sitemap, of which the articles are read.
    """
    watched = as_json and not sys.stdout.isatty()
    lexicon = load_lexicon(extra=given.lexicon)
    count = 0
    refusals: list[Refused] = []
    paths = tuple(Path(place) for place in places if not is_url(place))
    for result in read_paths(paths, given, watched=watched, more=_find_web_pages(places, given, network)):
        if isinstance(result, Refused):
            refusals.append(result)
            continue
        _write(result, as_json, is_first=count == 0)
        aside = find_off_topic(result, lexicon)
        if aside is not None:
            click.echo(f"{click.style('note', fg='yellow')}  {result.article.origin}: {aside.reason}", err=True)
        count += 1
    tell(refusals)
    fail_unless(count, len(refusals))


def _find_web_pages(places: Sequence[str], given: Given, network: Network) -> Iterator[Page | Refused]:
    """Yield the pages of the addresses among the arguments; what fetches is loaded only where there are any."""
    urls = [place for place in places if is_url(place)]
    if urls:
        from marsad.cli.web import WebPages, sort_places

        with network.open() as fetcher:
            yield from WebPages(fetcher, None, given, _FEED_LIMIT).find(sort_places(urls))


def _write(reading: Reading, as_json: bool, *, is_first: bool) -> None:
    if as_json:
        click.echo(encode_reading(reading))
        return
    if not is_first:
        click.echo("\n" + "─" * 60)
    for line in to_lines(reading, coloured=sys.stdout.isatty()):
        click.echo(line)
