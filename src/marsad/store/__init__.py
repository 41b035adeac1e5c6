"""The store: readings kept in one SQLite file, asked by party, day and word, and given out as tables."""

from marsad.store.db import Added, Listed, Store
from marsad.store.export import Format, Table, find_rows, write_rows
from marsad.store.queries import Cited, find_events, find_quantities, find_statements
from marsad.store.records import find_pairs
from marsad.store.search import Hit, find_articles

__all__ = [
    "Added",
    "Cited",
    "Format",
    "Hit",
    "Listed",
    "Store",
    "Table",
    "find_articles",
    "find_events",
    "find_pairs",
    "find_quantities",
    "find_rows",
    "find_statements",
    "write_rows",
]
