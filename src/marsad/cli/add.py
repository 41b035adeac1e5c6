"""`marsad add`: files, folders, pages on the web and feeds into the database."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import click
import msgspec

from marsad.cli.given import Given, page_options
from marsad.cli.network import Network, network_options
from marsad.cli.options import database_option
from marsad.cli.pages import fail_unless, read_paths, tell
from marsad.cli.web import WebPages, sort_places
from marsad.lexicon.load import load_lexicon
from marsad.model import Reading, Refused, SetAside
from marsad.record import resolve
from marsad.store.db import Added, Store

# So many pages that were set aside are told one by one; more are counted, and can be listed from the database.
_FEW = 20


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
    given: Given,
    network: Network,
) -> None:
    """Read files, folders, web pages and feeds into the database.

    Adding an article again changes nothing; a changed text under the same id replaces the old one. Each article is kept
    whole or not at all, whatever interrupts the work. The id of a text or page is the name of its file.

    The address of a feed (RSS, Atom) or sitemap adds the articles it lists. A file whose lines are addresses is a list
    of them. What robots.txt asks is respected, and a page that did not change is not fetched again.

    Pages that are no articles, other languages and articles that tell of no relation between states are set aside:
    `marsad export aside` lists them with the reason.
    """
    refusals: list[Refused] = []
    asides: list[SetAside] = []
    counts: Counter[Added] = Counter()
    sources = sort_places(places)
    with Store(db) as store, network.open() as fetcher:
        web = WebPages(fetcher, store, given, limit)
        # What was fetched is kept at once: other processes, fed in batches, would hold it while more is waited for.
        alone = msgspec.structs.replace(given, workers=1)
        results = chain(
            read_paths(sources.paths, given, watched=True, keep=frozenset()),
            read_paths((), alone, watched=False, more=web.find(sources), keep=frozenset()),
        )
        for result in _apart(results):
            if isinstance(result, SetAside):
                store.set_aside(result)
                asides.append(result)
            elif isinstance(result, Refused):
                refusals.append(result)
            else:
                counts[store.add(result)] += 1
                web.keep(result)
        counts[Added.UNCHANGED] += web.unchanged
        resolve(store, load_lexicon(extra=given.lexicon))
        kept = store.count()
    tell(refusals)
    tell(asides if len(asides) <= _FEW else ())
    parts = [f"{counts[outcome]} {outcome}" for outcome in Added if counts[outcome] or outcome is not Added.REPLACED]
    parts += [f"{len(asides)} set aside ({to_kinds(asides)})"] if asides else []
    click.echo(f"{', '.join(parts)}, {len(refusals)} refused; {db} holds {kept} articles.")
    fail_unless(counts.total() + len(asides), len(refusals))


def to_kinds(asides: Iterable[SetAside]) -> str:
    """Return how many pages were set aside as what, the most frequent first (5 off topic, 2 listing)."""
    counts = Counter(aside.kind.replace("_", " ") for aside in asides)
    return ", ".join(f"{count} {kind}" for kind, count in counts.most_common())


def _apart(results: Iterable[Reading | Refused]) -> Iterator[Reading | Refused]:
    """Refuse an article whose id another one of this run has with another text: it would silently take its place.

    A page that an archive holds twice is no other one: the later visit counts.
    """
    seen: dict[str, tuple[str, str]] = {}
    for result in results:
        if isinstance(result, Reading):
            facts = result.article
            origin, digest = seen.setdefault(facts.id, (facts.origin, facts.digest))
            if digest != facts.digest and _to_address(origin) != _to_address(facts.origin):
                reason = f"has the id {facts.id!r} of {origin}, another text; give ids in .jsonl or rename the file"
                yield Refused(facts.origin, None, reason)
                continue
        yield result


def _to_address(origin: str) -> str:
    """Return the address of a page of a web archive (archive#address), any other origin as it is."""
    return origin.partition("#")[2] or origin
