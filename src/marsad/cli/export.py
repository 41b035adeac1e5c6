"""`marsad export`: facts of one kind as a table."""

import sys
from pathlib import Path

import click

from marsad.cli.atomic import write_whole
from marsad.cli.options import database_option
from marsad.store.db import Store
from marsad.store.export import Format, Table, write_rows


@click.command()
@click.argument("table", type=click.Choice([table.value for table in Table]))
@click.option(
    "--format", "form", type=click.Choice([form.value for form in Format]), default=Format.CSV.value, show_default=True
)
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="A file; it appears when whole.")
@database_option
def export(table: str, form: str, output: Path | None, db: Path) -> None:
    """Write the facts of one kind, a row each, with article, place in the text and words.

    Lists are joined by "; " in CSV and arrays in JSON lines. Offsets are code points into the article's text. The table
    cameo holds the events as rows of source, target, CAMEO code and Goldstein value, for use beside older data.
    """
    with Store(db, create=False) as store:
        if output is None:
            write_rows(store.connection, Table(table), Format(form), sys.stdout)
            return
        with write_whole(output) as out:
            write_rows(store.connection, Table(table), Format(form), out)
