"""Which Wikidata item a listed entity is: `data/wikidata.tsv`."""

import re
from enum import StrEnum
from pathlib import Path

import msgspec

from marsad.errors import LexiconError
from marsad.lexicon.tables import load_table

ITEM_COLUMNS = ("kind", "id", "qid")
_QID = re.compile(r"Q[1-9]\d*")


class ItemKind(StrEnum):
    """The list that an entity stands in."""

    COUNTRY = "country"
    ORGANIZATION = "organization"
    MEDIA = "media"
    PERSON = "person"


class Item(msgspec.Struct, frozen=True):
    """The entity `id` (an alpha-3 code, or the id in its table) of the list `kind` is the Wikidata item `qid`."""

    kind: ItemKind
    id: str
    qid: str


def load_items(path: Path) -> tuple[Item, ...]:
    """Read the items of the table at `path`: one entity one item, one item one entity.

    Raises LexiconError naming file, line and field.
    """
    items: dict[tuple[str, str], Item] = {}
    owners: dict[str, str] = {}
    for line, row in load_table(path, ITEM_COLUMNS):
        kind, entity, qid = (row[column] for column in ITEM_COLUMNS)
        if kind not in tuple(ItemKind):
            allowed = ", ".join(ItemKind)
            raise LexiconError(f"{kind!r} is not one of {allowed}", path=path, line=line, field="kind")
        if not _QID.fullmatch(qid):
            raise LexiconError(f"{qid!r} is not an item such as Q7747", path=path, line=line, field="qid")
        if not entity or (kind, entity) in items:
            raise LexiconError(f"empty or given twice: {entity!r}", path=path, line=line, field="id")
        if qid in owners:
            raise LexiconError(f"{qid} is already {owners[qid]}", path=path, line=line, field="qid")
        owners[qid] = entity
        items[kind, entity] = Item(ItemKind(kind), entity, qid)
    return tuple(items.values())
