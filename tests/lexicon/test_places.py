"""The table of places: columns, ids, types, countries, and no string that names two things."""

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

import marsad.lexicon.countries as countries_module
from marsad.lexicon.countries import load_countries

DATA = Path(countries_module.__file__).parent / "data"
COLUMNS = ["id", "type", "country", "name_en", "name"]
TYPES = set("city region sea river island continent strait mountain venue base border area".split())

Row = list[str]


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    lines = (DATA / "places.tsv").read_text(encoding="utf-8").splitlines()
    table = [line.split("\t") for line in lines if not line.startswith("#")]
    assert table[0] == COLUMNS
    return table[1:]


def fold_spelling(text: str) -> str:
    bare = "".join(char for char in unicodedata.normalize("NFKC", text) if not unicodedata.combining(char))
    return bare.translate(str.maketrans("أإآىةؤئ", "اااي" + "هوي"))


def test_every_line_has_all_columns(rows: list[Row]) -> None:
    for row in rows:
        assert len(row) == len(COLUMNS), row
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row[0]), row
        assert row[4] == " ".join(row[4].split()) != "", row


def test_a_place_is_defined_once_and_before_its_further_spellings(rows: list[Row]) -> None:
    defined: set[str] = set()
    current = ""
    for place, kind, _country, name_en, name in rows:
        if kind:
            assert place not in defined, place
            assert kind in TYPES, place
            assert name_en, place
            defined.add(place)
            current = place
        else:
            assert place == current, name
            assert not name_en, name
    assert len(defined) >= 900


def test_places_stand_in_known_countries(rows: list[Row]) -> None:
    codes = {country.code for country in load_countries(DATA / "countries.tsv")}
    assert {row[2] for row in rows if row[2]} <= codes


def test_no_name_is_repeated_or_only_respelt(rows: list[Row]) -> None:
    counts = Counter(fold_spelling(row[4]) for row in rows)
    assert [name for name, count in counts.items() if count > 1] == []


def test_no_place_is_called_like_a_country(rows: list[Row]) -> None:
    countries = load_countries(DATA / "countries.tsv")
    names = {fold_spelling(name) for country in countries for name in country.names}
    assert [row[4] for row in rows if fold_spelling(row[4]) in names] == []


def test_every_state_capital_is_a_place(rows: list[Row]) -> None:
    english = {row[3] for row in rows}
    assert {"Moscow", "Beijing", "Algiers", "Tunis", "Kuwait City", "Ottawa", "Male", "Dili", "Amman"} <= english
