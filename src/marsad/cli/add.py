"""`marsad add`: files and folders into the database."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from marsad.cli.options import database_option, page_options
from marsad.cli.pages import Given, fail_unless, read_paths, tell
from marsad.lexicon.load import load_lexicon
from marsad.model import Reading, Refused
from marsad.record import resolve
from marsad.store.db import Added, Store


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@database_option
@page_options
def add(
    paths: tuple[Path, ...],
    db: Path,
    published: str | None,
    outlet: str | None,
    workers: int | None,
    lexicon: tuple[Path, ...],
) -> None:
    """Read files and folders into the database.

    Adding an article again changes nothing; a changed text under the same id replaces the old one. Each article is kept
    whole or not at all, whatever interrupts the work. The id of a text or page is the name of its file.
    """
    refusals: list[Refused] = []
    counts: Counter[Added] = Counter()
    with Store(db) as store:
        for result in _apart(read_paths(paths, Given(published, outlet, workers, lexicon), watched=True)):
            if isinstance(result, Refused):
                refusals.append(result)
            else:
                counts[store.add(result)] += 1
        resolve(store, load_lexicon(extra=lexicon))
        kept = store.count()
    tell(refusals)
    parts = [f"{counts[outcome]} {outcome}" for outcome in Added if counts[outcome] or outcome is not Added.REPLACED]
    click.echo(f"{', '.join(parts)}, {len(refusals)} refused; {db} holds {kept} articles.")
    fail_unless(counts.total(), len(refusals))


def _apart(results: Iterable[Reading | Refused]) -> Iterator[Reading | Refused]:
    """Refuse an article whose id another one of this run has with another text: it would silently take its place."""
    seen: dict[str, tuple[str, str]] = {}
    for result in results:
        if isinstance(result, Reading):
            facts = result.article
            origin, digest = seen.setdefault(facts.id, (facts.origin, facts.digest))
            if digest != facts.digest:
                reason = f"has the id {facts.id!r} of {origin}, another text; give ids in .jsonl or rename the file"
                yield Refused(facts.origin, None, reason)
                continue
        yield result
