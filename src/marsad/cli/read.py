"""`marsad read`: one article's reading for people, or many as JSON lines."""

import sys
from pathlib import Path

import click

from marsad.cli.options import page_options
from marsad.cli.pages import Given, fail_unless, read_paths, tell
from marsad.cli.reading_lines import to_lines
from marsad.model import Reading, Refused
from marsad.model.contract import encode_reading


@click.command()
@click.argument("files", metavar="FILE...|-", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Write one reading a line (see `marsad schema`).")
@page_options
def read(
    files: tuple[Path, ...],
    as_json: bool,
    published: str | None,
    outlet: str | None,
    workers: int | None,
    lexicon: tuple[Path, ...],
) -> None:
    """Read articles and show their facts.

    FILE is a .txt or .html article, or .jsonl with a line {"id", "text" or "html", "url"?, "outlet"?, "published"?} for
    each; - reads standard input. Facts are coloured in the text on a terminal, elsewhere written [words|id].
    """
    watched = as_json and not sys.stdout.isatty()
    count = 0
    refusals: list[Refused] = []
    for result in read_paths(files, Given(published, outlet, workers, lexicon), watched=watched):
        if isinstance(result, Refused):
            refusals.append(result)
            continue
        _write(result, as_json, is_first=count == 0)
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
