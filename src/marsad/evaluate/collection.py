"""A collection read, resolved and compared with what is true of it."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from marsad.acquire import find_pages
from marsad.errors import GoldError
from marsad.evaluate.record import Link, Measured, Recorded, measure_record
from marsad.evaluate.truth import ARTICLES, load_truth
from marsad.lexicon.load import Lexicon
from marsad.model import Reading, Refused
from marsad.pipeline import read_pages
from marsad.record import load_happenings, load_story, resolve
from marsad.resolve.contradictions import find_disputes
from marsad.resolve.material import gather_material
from marsad.resolve.promises import find_promises
from marsad.resolve.sources import find_kinds
from marsad.store.copies import find_copies
from marsad.store.db import Store


def measure_collection(folder: Path, lexicon: Lexicon, *, workers: int = 1) -> Measured:
    """Read the articles of a collection into a store of its own, resolve them and compare with the truth.

    Raises GoldError where the folder holds no collection or an article of it cannot be read.
    """
    truth = load_truth(folder)
    readings = _read(folder / ARTICLES, lexicon, workers)
    with TemporaryDirectory() as place, Store(Path(place) / "collection.db") as store:
        for reading in readings.values():
            store.add(reading)
        resolve(store, lexicon)
        recorded = load_recorded(store, readings, lexicon)
    return measure_record(truth, recorded)


def load_recorded(store: Store, readings: dict[str, Reading], lexicon: Lexicon) -> Recorded:
    """Return what the record of a store says of its articles."""
    ids = sorted(
        row[0] for row in store.connection.execute("SELECT DISTINCT happening FROM trace WHERE happening NOT NULL")
    )
    happenings = tuple(load_happenings(store, ids, lexicon))
    found = ((article, load_story(store, article, lexicon)) for article in readings)
    stories = {article: story.id for article, story in found if story is not None}
    material = gather_material(readings.values(), happenings, lexicon, stories=stories)
    known_until = max((r.article.published.value or "" for r in readings.values()), default=None)
    return Recorded(
        readings=readings,
        copies=find_kinds(find_copies(store.connection)),
        stories=stories,
        happenings=happenings,
        disputes=find_disputes(material),
        promises=find_promises(material, known_until),
    )


def to_lines(measured: Measured, errors: bool = False) -> Iterator[str]:
    """Yield a table of what was measured, and with `errors` every difference."""
    for link, tally in measured.tallies.items():
        yield f"{link:22s} P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}"
    for link in Link if errors else ():
        found = [finding for finding in measured.findings if finding.link is link]
        yield from ("", f"{link}: {len(found)}") if found else ()
        yield from (f"  {finding.fault:6s} {finding.fact}" for finding in found)


def _read(articles: Path, lexicon: Lexicon, workers: int) -> dict[str, Reading]:
    found = {}
    for result in read_pages(find_pages(articles), lexicon, workers=workers):
        if isinstance(result, Refused):
            raise GoldError(f"{articles}: {result}")
        found[result.article.id] = result
    return found
