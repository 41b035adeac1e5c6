"""`marsad add`: files, folders, pages on the web and feeds into the database."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from marsad.acquire.web import Fetcher, Limits
from marsad.cli.options import database_option, network_options, page_options
from marsad.cli.pages import Given, fail_unless, read_paths, tell
from marsad.cli.web import WebPages, split_places
from marsad.lexicon.load import load_lexicon
from marsad.model import Reading, Refused
from marsad.record import resolve
from marsad.store.db import Added, Store


@click.command()
@click.argument("places", metavar="PATH|URL...", nargs=-1, required=True)
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=100,
    show_default=True,
    help="Articles to take from each feed or sitemap.",
)
@database_option
@page_options
@network_options
def add(
    places: tuple[str, ...],
    limit: int,
    db: Path,
    published: str | None,
    outlet: str | None,
    workers: int | None,
    lexicon: tuple[Path, ...],
    contact: str | None,
    gap: float,
    allow_private: bool,
) -> None:
    """Read files, folders, web pages and feeds into the database.

    Adding an article again changes nothing; a changed text under the same id replaces the old one. Each article is kept
    whole or not at all, whatever interrupts the work. The id of a text or page is the name of its file.

    The address of a feed (RSS, Atom) or sitemap adds the articles it lists. A file whose lines are addresses is a list
    of them. What robots.txt asks is respected, and a page that did not change is not fetched again.
    """
    refusals: list[Refused] = []
    counts: Counter[Added] = Counter()
    urls, paths = split_places(places)
    given = Given(published, outlet, workers, lexicon)
    limits = Limits(gap=gap)
    with Store(db) as store, Fetcher(contact=contact, allow_private=allow_private, limits=limits) as fetcher:
        web = WebPages(fetcher, store, given, limit)
        for result in _apart(read_paths(paths, given, watched=True, more=web.find(urls))):
            if isinstance(result, Refused):
                refusals.append(result)
            else:
                counts[store.add(result)] += 1
                web.keep(result)
        counts[Added.UNCHANGED] += web.unchanged
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
