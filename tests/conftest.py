"""Fixtures for all tests; this file also puts `tests/` on the import path, for `made_readings`."""

import pytest

from marsad.lexicon.load import Lexicon, load_lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The project's own lexicon, loaded once."""
    return load_lexicon()
