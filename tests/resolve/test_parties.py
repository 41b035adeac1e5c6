"""Sides are found by code, English and Arabic name."""

import pytest

from marsad.lexicon.load import Lexicon
from marsad.resolve.parties import name_party, parse_party, suggest_parties


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("JOR", "JOR"),
        ("jor", "JOR"),
        ("Jordan", "JOR"),
        ("الأردن", "JOR"),
        ("الاردن", "JOR"),
        ("nato", "NATO"),
        ("حلف شمال الأطلسي", "NATO"),
        ("Ruritania", None),
        ("", None),
    ],
)
def test_parse_party(query: str, code: str | None, lexicon: Lexicon) -> None:
    assert parse_party(query, lexicon) == code


def test_suggestions_are_near(lexicon: Lexicon) -> None:
    assert "JOR" in suggest_parties("Jordn", lexicon)
    assert "DZA" in suggest_parties("Algeri", lexicon)
    assert suggest_parties("qqqqqqqqqq", lexicon) == ()


def test_names(lexicon: Lexicon) -> None:
    assert name_party("UN", lexicon).en == "United Nations"
    assert name_party("XXX", lexicon).en is None
