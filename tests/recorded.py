"""A record made of readings for a test, and asked for a relation."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from marsad.lexicon.load import load_lexicon
from marsad.model import Reading
from marsad.model.relation import Relation
from marsad.record import relate_pair, resolve
from marsad.store.db import Store


def relate(readings: Iterable[Reading], a: str, b: str, since: str | None = None, until: str | None = None) -> Relation:
    """The relation between two codes in a record of these readings, resolved one by one in their order."""
    lexicon = load_lexicon()
    with TemporaryDirectory() as folder, Store(Path(folder) / "record.db") as store:
        for reading in readings:
            store.add(reading)
            resolve(store, lexicon)
        return relate_pair(store, a, b, lexicon, since, until)
