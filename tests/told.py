"""Short articles of our own, read and resolved into the material that disputes and promises are found in."""

from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from marsad.lexicon.load import load_lexicon
from marsad.model import Page, PageKind, Reading
from marsad.pipeline import read_page
from marsad.record import load_happenings, resolve
from marsad.resolve.material import Material, gather_material
from marsad.store.db import Store


class Told(msgspec.Struct, frozen=True):
    """One article as a test gives it."""

    day: str
    text: str
    outlet: str | None = None


def read_told(told: Told, id: str) -> Reading:
    """The reading of one article, published by an outlet of its own."""
    page = Page(
        id=id,
        origin=id,
        kind=PageKind.TEXT,
        content=told.text.encode(),
        outlet=told.outlet or f"صحيفة {id}",
        published=told.day,
    )
    return read_page(page, load_lexicon())


def tell(*articles: Told) -> Material:
    """The articles with their happenings as the record has them."""
    lexicon = load_lexicon()
    readings = [read_told(told, f"a{number}") for number, told in enumerate(articles)]
    with TemporaryDirectory() as folder, Store(Path(folder) / "told.db") as store:
        for reading in readings:
            store.add(reading)
        resolve(store, lexicon)
        sql = "SELECT DISTINCT happening FROM trace WHERE happening NOT NULL"
        ids = sorted(row[0] for row in store.connection.execute(sql))
        return gather_material(readings, load_happenings(store, ids, lexicon), lexicon)
