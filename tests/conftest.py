"""Fixtures for all tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_readings import KNOWN_DAY, NEXT_DAY, make_reading

from marsad.lexicon.load import Lexicon, load_lexicon
from marsad.store import Store


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The project's own lexicon, loaded once."""
    return load_lexicon()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Where the database of a test lies; nothing is there yet."""
    return tmp_path / "test.db"


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    """A store that holds `one` (published 2023-05-07) and `two` (a day later, its meeting undated)."""
    with Store(database) as opened:
        opened.add(make_reading("one", "الدستور", KNOWN_DAY))
        opened.add(make_reading("two", "الغد", NEXT_DAY, dated=False))
        yield opened
