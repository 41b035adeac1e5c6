"""`marsad explain`: why the reading says what it says."""

import difflib
import sys
from pathlib import Path

import click

from marsad.cli.beside_lines import explain_beside
from marsad.cli.copy_lines import explain_copies
from marsad.cli.explain_lines import explain_all, explain_fact, to_line
from marsad.cli.options import database_option
from marsad.lexicon.load import load_lexicon
from marsad.model import Reading, Refused
from marsad.model.record import Beside
from marsad.record import load_beside
from marsad.store.asides import find_aside
from marsad.store.db import Store


@click.command()
@click.argument("article")
@click.argument("fact", required=False)
@database_option
def explain(article: str, fact: str | None, db: Path) -> None:
    """Show a fact's words in their sentence, the rule that found it and what it hangs on.

    ARTICLE is an id in the database, or a file to read now. FACT is an id from `marsad read` (e0, t3, q1, st2, ev1) or
    "published"; without it all facts are shown.
    """
    reading, beside, texts = _find_reading(article, db)
    lines = explain_fact(reading, fact, coloured=sys.stdout.isatty()) if fact else None
    if fact and lines is None:
        known = ", ".join(one.id for one in reading.facts()) or "none"
        raise click.ClickException(f"{article} has no fact {fact!r}; it has: {known}")
    for line in lines or explain_all(reading, coloured=sys.stdout.isatty()):
        click.echo(line)
    for label, value in explain_beside(beside, fact) if beside else ():
        click.echo(to_line(label, value))
    for label, value in explain_copies(beside, texts) if beside and fact is None else ():
        click.echo(to_line(label, value))


def _find_reading(article: str, db: Path) -> tuple[Reading, Beside | None, dict[str, str]]:
    """Look the article up in the database, with what stands beside it and the texts of its copies by id; where it is
    none of its ids, read the file of that name."""
    if Path(article).is_file():
        return _read_file(Path(article)), None, {}
    with Store(db, create=False) as store:
        reading = store.reading(article)
        if reading is not None:
            beside = load_beside(store, reading, load_lexicon())
            named = sorted({one for pair in beside.copies for one in (pair.source, pair.copy)})
            return reading, beside, {one: found.text for one in named if (found := store.reading(one)) is not None}
        aside = find_aside(store.connection, article)
        if aside is not None:
            what = f"was set aside as {aside.kind.replace('_', ' ')}: it {aside.reason}"
            raise click.ClickException(f"{article} ({aside.origin}) {what}; `--all` reads such pages all the same")
        near = difflib.get_close_matches(article, store.ids(), 3, 0.5)
    hint = f" Did you mean {', '.join(near)}?" if near else ""
    raise click.ClickException(f"{db} has no article {article!r}, and there is no such file.{hint}")


def _read_file(path: Path) -> Reading:
    from marsad.cli.given import Given
    from marsad.cli.pages import read_paths  # the reader is slow to load and a look-up does without it

    results = list(read_paths((path,), Given(workers=1), watched=False))
    readings = [result for result in results if isinstance(result, Reading)]
    if len(readings) != 1:
        refused = next((str(result) for result in results if isinstance(result, Refused)), None)
        raise click.ClickException(refused or f"{path}: {len(readings)} articles; `marsad add` them and give an id")
    return readings[0]
