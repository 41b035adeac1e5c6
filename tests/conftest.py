"""Fixtures for all tests."""

import pytest

from marsad.lexicon.load import Lexicon, load_lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The project's own lexicon, loaded once."""
    return load_lexicon()
