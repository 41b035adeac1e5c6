"""Furniture wording and markup: every entry's examples match, its counter-examples do not."""

from pathlib import Path

import pytest
from resiliparse.parse.html import ElementNode, HTMLTree

from marsad.clean.credits import build_sources
from marsad.clean.phrases import build_phrases
from marsad.clean.pieces import Piece, find_pieces
from marsad.clean.tree import build_markup
from marsad.errors import LexiconError
from marsad.lexicon.furniture import Furniture, Markup, load_markup, load_wording
from marsad.lexicon.load import load_lexicon

LEXICON = load_lexicon()
PHRASES = build_phrases(LEXICON)
SOURCES = build_sources(LEXICON, PHRASES)
WORDING = LEXICON.wording


def piece_of(line: str) -> Piece:
    return Piece(line, 0, len(line), 0)


@pytest.mark.parametrize("entry", WORDING.furniture, ids=lambda entry: f"{entry.kind}-{entry.match}")
def test_phrases_match_their_examples_and_not_their_counters(entry: Furniture) -> None:
    for line in entry.examples:
        found = PHRASES.find(piece_of(line))
        assert found is not None, line
        assert found.kind is entry.kind, line
    for line in entry.counter:
        found = PHRASES.find(piece_of(line))
        assert found is None or found.kind is not entry.kind, line


def test_every_phrase_is_found_by_itself() -> None:
    lost = [
        (entry.kind, phrase)
        for entry in WORDING.furniture
        for phrase in entry.phrases
        if entry.match == "line" and PHRASES.find(piece_of(phrase)) is None
    ]
    assert lost == []


def test_date_lines() -> None:
    assert [line for line in WORDING.date.examples if not PHRASES.is_date(piece_of(line))] == []
    assert [line for line in WORDING.date.counter if PHRASES.is_date(piece_of(line))] == []


def test_words_of_sources_make_credit_lines() -> None:
    for words in (WORDING.source, WORDING.wire):
        assert [line for line in words.examples if SOURCES.parse_credit(piece_of(line)) is None] == []
        assert [line for line in words.counter if SOURCES.parse_credit(piece_of(line)) is not None] == []


def test_last_words_of_outlets_mark_them_before_a_dash() -> None:
    assert [name for name in WORDING.outlet.examples if SOURCES.parse_dateline(f"{name} - قال الوزير") is None] == []
    assert [name for name in WORDING.outlet.counter if SOURCES.parse_dateline(f"{name} - قال الوزير") is not None] == []


def element_of(attributes: str) -> ElementNode:
    body = HTMLTree.parse(f"<div {attributes}>x</div>").body
    assert body is not None
    child = body.first_child
    assert isinstance(child, ElementNode)
    return child


@pytest.mark.parametrize("entry", LEXICON.markup, ids=lambda entry: str(entry.kind))
def test_markup_examples(entry: Markup) -> None:
    index = build_markup(LEXICON)
    for attributes in entry.examples:
        assert index.find(element_of(attributes)) is entry.kind, attributes
    for attributes in entry.counter:
        assert index.find(element_of(attributes)) is not entry.kind, attributes


def test_pieces_of_examples_stay_whole() -> None:
    assert [line for line in WORDING.date.examples if len(list(find_pieces(line))) != 1] == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("[date]\nwords=[]\nexamples=[]\ncounter=[]\n", "furniture"),
        ('[[furniture]]\nkind="share"\nmatch="whole"\nphrases=[]\nexamples=[]\ncounter=[]\n', "match"),
    ],
)
def test_a_bad_wording_file_is_refused_with_its_field(tmp_path: Path, text: str, word: str) -> None:
    path = tmp_path / "furniture.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(LexiconError, match=word):
        load_wording(path)


def test_a_bad_markup_file_is_refused_with_its_field(tmp_path: Path) -> None:
    path = tmp_path / "markup.toml"
    path.write_text('[[markup]]\nkind="main"\ntags=[]\nwords=["x"]\nexamples=[]\ncounter=[]\n', "utf-8")
    with pytest.raises(LexiconError, match="examples"):
        load_markup(path)
