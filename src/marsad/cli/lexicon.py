"""`marsad lexicon`: own names and rules beside the built-in ones."""

from collections import Counter
from pathlib import Path

import click

from marsad.cli.atomic import write_whole
from marsad.cli.options import lexicon_option
from marsad.lexicon.inventory import count_holdings
from marsad.lexicon.load import load_lexicon
from marsad.lexicon.wikidata import load_export
from marsad.lexicon.wikidata_people import (
    Imported,
    Importer,
    load_map,
    to_item_table,
    to_people_table,
    to_tenure_table,
)

_SHOWN = 20


@click.group()
def lexicon() -> None:
    """Make and fill folders for `--lexicon`."""


@lexicon.command()
@lexicon_option
def count(lexicon: tuple[Path, ...]) -> None:
    """Show how many people, offices, organizations and places are known, and under how many names."""
    click.echo(f"{'entries':>8}{'names':>8}")
    for holding in count_holdings(load_lexicon(extra=lexicon)):
        click.echo(f"{holding.entries:>8}{holding.forms or '':>8}  {holding.kind}")


@lexicon.group("import")
def import_() -> None:
    """Take names from other sources."""


@import_.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--to", "folder", required=True, type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@click.option(
    "--map",
    "given",
    type=click.Path(path_type=Path),
    metavar="TSV",
    help="Columns wikidata, means: what items or labels stand for here (an alpha-3 code, an office id).",
)
@click.option("--all", "is_all", is_flag=True, help=f"List everything left out, not only {_SHOWN} of it.")
def wikidata(file: Path, folder: Path, given: Path | None, is_all: bool) -> None:
    """Turn an extract of Wikidata into DIR/people.tsv, DIR/tenures.tsv and DIR/wikidata.tsv.

    FILE holds entities as JSON (an array, lines, or an answer of the API; positions and countries among them if they
    are to be known), or a SPARQL result as CSV with the columns person, personLabel and, as far as there are,
    personLabel_ar, personAltLabel_ar, gender, country, office, officeCountry, start, end (or officeLabel …).
    """
    known = load_lexicon()
    taken = Importer(known, load_map(given, known) if given else {}).take(load_export(file))
    _tell(taken, is_all)
    if not taken.people:
        raise click.ClickException(f"{file}: nobody could be taken, nothing was written")
    folder.mkdir(parents=True, exist_ok=True)
    tables = {
        "people.tsv": to_people_table(taken.people),
        "tenures.tsv": to_tenure_table(taken.tenures),
        "wikidata.tsv": to_item_table(taken.items),
    }
    for name, table in tables.items():
        with write_whole(folder / name) as out:
            out.write(table)
    click.echo(f"{len(taken.people)} people and {len(taken.tenures)} tenures in {folder}")


def _tell(taken: Imported, is_all: bool) -> None:
    shown = taken.left_out if is_all else taken.left_out[:_SHOWN]
    for left in shown:
        click.echo(f"left out  {left.qid} {left.name}: {left.reason}", err=True)
    if len(taken.left_out) > len(shown):
        click.echo(f"and {len(taken.left_out) - len(shown)} more (--all lists them)", err=True)
    counts = Counter(left.reason.partition(":")[0] for left in taken.left_out if " is already " not in left.reason)
    for reason, count in counts.most_common():
        click.echo(f"{count:>6}  {reason}", err=True)
