"""`marsad read`: one article's reading for people, or many as JSON lines."""

import sys
from pathlib import Path

import click

from marsad.cli.given import Given, page_options
from marsad.cli.pages import fail_unless, read_paths, tell
from marsad.cli.reading_lines import to_lines
from marsad.lexicon.load import load_lexicon
from marsad.model import Reading, Refused
from marsad.model.contract import encode_reading
from marsad.read.topic import find_off_topic


@click.command()
@click.argument("files", metavar="FILE...|-", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Write one reading a line (see `marsad schema`).")
@page_options
def read(files: tuple[Path, ...], as_json: bool, given: Given) -> None:
    """Read articles and show their facts.

    FILE is a .txt or .html article, a folder, a pattern, or holds many: .jsonl with a line {"id", "text" or "html",
    "url"?, "outlet"?, "published"?} for each, .csv, .warc; all also packed (.gz, .zip). - reads standard input. Facts
    are coloured in the text on a terminal, elsewhere written [words|id]. What is no article is told and not read.
    """
    watched = as_json and not sys.stdout.isatty()
    lexicon = load_lexicon(extra=given.lexicon)
    count = 0
    refusals: list[Refused] = []
    for result in read_paths(files, given, watched=watched):
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


def _write(reading: Reading, as_json: bool, *, is_first: bool) -> None:
    if as_json:
        click.echo(encode_reading(reading))
        return
    if not is_first:
        click.echo("\n" + "─" * 60)
    for line in to_lines(reading, coloured=sys.stdout.isatty()):
        click.echo(line)
