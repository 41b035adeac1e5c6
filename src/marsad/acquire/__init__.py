"""Acquisition: pages from files, folders, archives and standard input."""

from marsad.acquire.contents import SIZE_LIMIT
from marsad.acquire.files import find_pages

__all__ = ["SIZE_LIMIT", "find_pages"]
