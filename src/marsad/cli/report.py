"""`marsad report`: a briefing on what the articles read so far say between two sides."""

import shutil
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import click
import msgspec

from marsad.cli.options import Day, database_option
from marsad.cli.report_lines import to_lines
from marsad.lexicon.labels import Language
from marsad.lexicon.load import Lexicon, load_lexicon
from marsad.model.briefing import Briefing
from marsad.record import brief_pair, relate_pair, resolve
from marsad.resolve.parties import name_party, parse_party, suggest_parties
from marsad.serve.document import Document, to_document
from marsad.serve.markdown import to_markdown
from marsad.serve.standalone import to_html
from marsad.serve.wording import Wording
from marsad.store.db import Store

_MAX_WIDTH = 120


class _Form(StrEnum):
    """The forms of a briefing."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


@click.command()
@click.argument("side_a", metavar="A")
@click.argument("side_b", metavar="B")
@click.option("--since", type=Day(), help="Leave out what lies before this day (YYYY-MM-DD).")
@click.option("--until", type=Day(), help="Leave out what lies after this day (YYYY-MM-DD).")
@click.option("--new-since", type=Day(), help="Tell apart what only articles published since this day tell.")
@database_option
@click.option("--json", "as_json", is_flag=True, help="Write the relation as one JSON object.")
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in _Form]),
    default=_Form.TERMINAL.value,
    show_default=True,
    help="How the briefing is written.",
)
@click.option(
    "--lang",
    type=click.Choice([language.value for language in Language]),
    default=Language.EN.value,
    show_default=True,
    help="Language of the report. The articles' words are never translated.",
)
def report(
    side_a: str,
    side_b: str,
    since: str | None,
    until: str | None,
    new_since: str | None,
    db: Path,
    as_json: bool,
    form: str,
    lang: str,
) -> None:
    """Print the briefing on A and B: summary, timeline, contacts, disputes, promises, statements, figures.

    A and B are alpha-3 codes (RUS, CHN), acronyms of organizations (NATO), or names in English or Arabic.
    """
    lexicon = load_lexicon()
    a, b = _to_code(side_a, lexicon), _to_code(side_b, lexicon)
    if a == b:
        raise click.UsageError(f"A and B are both {a}: a relation needs two different sides.")
    with Store(db, create=False) as store:
        resolve(store, lexicon)
        if as_json:
            click.echo(msgspec.json.encode(relate_pair(store, a, b, lexicon, since, until)))
            return
        briefing = brief_pair(store, a, b, lexicon, since, until, new_since)
    wording = Wording(lexicon, Language(lang))
    for text in _write(_Form(form), to_document(briefing, wording), briefing, wording):
        click.echo(text)


def _write(form: _Form, document: Document, briefing: Briefing, wording: Wording) -> Iterator[str]:
    if form is _Form.TERMINAL:
        yield from to_lines(document, wording, _width())
    elif form is _Form.MARKDOWN:
        yield to_markdown(document).rstrip("\n")
    elif form is _Form.HTML:
        yield to_html(document, wording)
    else:
        yield msgspec.json.encode({"document": document, "facts": briefing}).decode()


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
