"""What every request needs: the database, opened for it alone, and days given as text."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from fastapi import Request

from marsad.store.db import Store


def open_store(request: Request) -> Iterator[Store]:
    """Open the application's database for one request. Raises StoreError where it is missing or not ours."""
    path: Path = request.app.state.db
    with Store(path, create=False) as store:
        yield store


def parse_day(text: str | None) -> str | None:
    """Return an ISO day as given, None for nothing. Raises ValueError for anything else."""
    if not text:
        return None
    if date.fromisoformat(text).isoformat() != text:
        raise ValueError(text)
    return text
