"""Nouns: the table and the way back from a written form to the singular."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.errors import LexiconError
from marsad.lang.fold import fold
from marsad.lexicon.load import DATA
from marsad.lexicon.nouns import NounIndex, build_noun_index, load_nouns

_INDEX = build_noun_index(load_nouns(DATA / "nouns.tsv"))
_HEAD = "plural\tgender\tnoun\n"


@pytest.fixture(scope="module")
def index() -> NounIndex:
    return _INDEX


@pytest.mark.parametrize(
    ("word", "noun", "number", "conjunction", "preposition", "article", "suffix"),
    [
        ("لقاءات", "لقاء", "p", "", "", False, None),
        ("ولقائه", "لقاء", "s", "و", "", False, "ه"),
        ("القمم", "قمة", "p", "", "", True, None),
        ("قمتين", "قمة", "d", "", "", False, None),
        ("بالهجمات", "هجوم", "p", "", "ب", True, None),
        ("صواريخها", "صاروخ", "p", "", "", False, "ها"),
        ("عقوباتهم", "عقوبة", "p", "", "", False, "هم"),
        ("المحادثات", "محادثات", "p", "", "", True, None),
        ("اتفاقيات", "اتفاقية", "p", "", "", False, None),
        ("للبيان", "بيان", "s", "", "ل", True, None),
        ("قرارا", "قرار", "s", "", "", False, None),
        ("مسؤولون", "مسؤول", "p", "", "", False, None),
        ("مسؤولي", "مسؤول", "p", "", "", False, None),
        ("آراؤهم", "رأي", "p", "", "", False, "هم"),
        ("مبانيها", "مبنى", "p", "", "", False, "ها"),
        ("منشآت", "منشأة", "p", "", "", False, None),
    ],
)
def test_reading(
    word: str, noun: str, number: str, conjunction: str, preposition: str, article: bool, suffix: str | None,
    index: NounIndex,
) -> None:  # fmt: skip
    found = next(a for a in index.lemmas(fold(word)) if a.noun == noun and a.number == number)
    assert (found.conjunction, found.preposition) == (conjunction, preposition)
    assert (found.article, found.suffix) == (article, suffix)


@pytest.mark.parametrize("word", ["قمان", "البيانا", "عقوبون", "في", ""])
def test_no_reading(word: str, index: NounIndex) -> None:
    assert index.lemmas(fold(word)) == ()


def test_every_noun_and_plural_is_found(index: NounIndex) -> None:
    nouns = load_nouns(DATA / "nouns.tsv")
    assert len(nouns) >= 400
    for noun in nouns:
        assert noun.noun in {a.noun for a in index.lemmas(fold(noun.noun))}
        for plural in noun.plurals:
            assert (noun.noun, "p") in {(a.noun, a.number) for a in index.lemmas(fold(plural))}


@pytest.mark.parametrize(
    ("row", "said"), [("\tm\tبيان\n\tm\tبيان\n", "twice"), ("\tx\tبيان\n", "gender"), ("\tm\t\n", "missing")]
)
def test_bad_line_is_named(row: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "nouns.tsv"
    path.write_text(_HEAD + row, "utf-8")
    with pytest.raises(LexiconError, match=said):
        load_nouns(path)


@given(st.text(alphabet="ابتجحدرسشعفقكلمنهويء", max_size=12))
def test_any_letters(norm: str) -> None:
    _INDEX.lemmas(norm)
