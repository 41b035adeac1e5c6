"""`marsad report`: what the articles read so far say between two sides."""

import shutil
import sys
from pathlib import Path

import click
import msgspec

from marsad.cli.options import Day, database_option
from marsad.cli.report_lines import to_lines
from marsad.lexicon.labels import Language
from marsad.lexicon.load import Lexicon, load_lexicon
from marsad.record import relate_pair, resolve
from marsad.resolve.parties import name_party, parse_party, suggest_parties
from marsad.serve.wording import Wording
from marsad.store.db import Store

_MAX_WIDTH = 120


@click.command()
@click.argument("side_a", metavar="A")
@click.argument("side_b", metavar="B")
@click.option("--since", type=Day(), help="Leave out what lies before this day (YYYY-MM-DD).")
@click.option("--until", type=Day(), help="Leave out what lies after this day (YYYY-MM-DD).")
@database_option
@click.option("--json", "as_json", is_flag=True, help="Write the relation as one JSON object.")
@click.option(
    "--lang",
    type=click.Choice([language.value for language in Language]),
    default=Language.EN.value,
    show_default=True,
    help="Language of the report. The articles' words are never translated.",
)
def report(side_a: str, side_b: str, since: str | None, until: str | None, db: Path, as_json: bool, lang: str) -> None:
    """Print the relation between A and B: timeline, meetings, statements, figures.

    A and B are alpha-3 codes (RUS, CHN), acronyms of organizations (NATO), or names in English or Arabic.
    """
    lexicon = load_lexicon()
    a, b = _to_code(side_a, lexicon), _to_code(side_b, lexicon)
    if a == b:
        raise click.UsageError(f"A and B are both {a}: a relation needs two different sides.")
    with Store(db, create=False) as store:
        resolve(store, lexicon)
        relation = relate_pair(store, a, b, lexicon, since, until)
    if as_json:
        click.echo(msgspec.json.encode(relation))
        return
    for line in to_lines(relation, Wording(lexicon, Language(lang)), _width()):
        click.echo(line)


def _width() -> int | None:
    """Lines are wrapped for eyes, not for programs that read them."""
    return min(shutil.get_terminal_size().columns, _MAX_WIDTH) if sys.stdout.isatty() else None


def _to_code(query: str, lexicon: Lexicon) -> str:
    code = parse_party(query, lexicon)
    if code is not None:
        return code
    near = [f"{code} ({name_party(code, lexicon).en})" for code in suggest_parties(query, lexicon)]
    hint = f" Did you mean {', '.join(near)}?" if near else " Give an alpha-3 code such as RUS, or a country's name."
    raise click.UsageError(f"No country or organization is known as {query!r}.{hint}")
