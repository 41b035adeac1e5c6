"""The language that a browser prefers."""

import pytest

from marsad.lexicon.labels import Language
from marsad.serve.language import parse_accept_language


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("ar", Language.AR),
        ("ar-EG,ar;q=0.9,en;q=0.8", Language.AR),
        ("fr-FR,fr;q=0.9,en;q=0.5,ar;q=0.4", Language.EN),
        ("ar;q=0,en", Language.EN),
        ("en;q=x,ar;q=0.1", Language.AR),
        ("fr", None),
        ("", None),
        (";;,,q=", None),
    ],
)
def test_parse_accept_language(header: str, language: Language | None) -> None:
    assert parse_accept_language(header) == language
