"""Acquisition: pages from files, folders and standard input."""

from marsad.acquire.files import SIZE_LIMIT, find_pages

__all__ = ["SIZE_LIMIT", "find_pages"]
