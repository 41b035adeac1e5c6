"""Measures, mechanisms, denials: each entry is found in its examples; sentences have the same fields and plurals."""

from pathlib import Path

import pytest

from marsad.errors import LexiconError
from marsad.lang.fold import fold
from marsad.lang.tokens import TokenKind, find_tokens
from marsad.lexicon.denials import DenialExample
from marsad.lexicon.labels import Language
from marsad.lexicon.load import Lexicon, load_lexicon
from marsad.lexicon.measures import Measure, to_stems
from marsad.lexicon.mechanisms import Format
from marsad.lexicon.sentences import load_sentences
from marsad.lexicon.verbs import build_verb_index
from marsad.model import Span
from marsad.resolve.deeds import find_deeds

LEXICON = load_lexicon()
FORMATS = LEXICON.mechanisms.formats


def to_words(text: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in text.split())


@pytest.mark.parametrize(
    ("measure", "text"), [(entry, text) for entry in LEXICON.measures.measures for text in entry.examples]
)
def test_measure_is_found_in_its_example(measure: Measure, text: str) -> None:
    assert LEXICON.measures.find(to_stems(text)) is measure


def test_signs_of_tolls_are_verbs_or_words(lexicon: Lexicon) -> None:
    verbs = build_verb_index(lexicon.verbs)
    unknown = [verb for entry in lexicon.measures.measures for verb in entry.verbs if not verbs.find_lemmas(verb)]
    assert unknown == []


@pytest.mark.parametrize(("entry", "text"), [(entry, text) for entry in FORMATS for text in entry.examples])
def test_mechanism_is_found_in_its_example(entry: Format, text: str) -> None:
    assert LEXICON.mechanisms.find(to_words(text)) is entry


@pytest.mark.parametrize(("entry", "text"), [(entry, text) for entry in FORMATS for text in entry.counter])
def test_mechanism_is_not_found_in_its_counter_example(entry: Format, text: str) -> None:
    assert LEXICON.mechanisms.find(to_words(text)) is not entry


@pytest.mark.parametrize("example", LEXICON.denials.examples, ids=lambda example: example.deed)
def test_denied_deed(example: DenialExample) -> None:
    tokens = [token for token in find_tokens(example.text) if token.kind is TokenKind.WORD]
    content = Span(tokens[1].start, len(example.text))
    deeds = find_deeds(example.text, (content,), (), LEXICON)
    assert fold(example.deed) in {fold(deed) for deed in deeds.told | deeds.negated}


def test_counts_follow_the_plurals_of_the_language(lexicon: Lexicon) -> None:
    def counted(number: int) -> str:
        return lexicon.sentences.count("events", number, Language.AR)

    assert [counted(number) for number in (1, 2, 3, 11, 100)] == ["حدث واحد", "حدثان", "3 أحداث", "11 حدثا", "100 حدث"]
    assert lexicon.sentences.count("events", 1, Language.EN) == "1 event"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ('[sentence.one]\nen = "{a}"\nar = "{b}"\n[count.x]\nen = {}\nar = {}\n', "sentence.one"),
        ('[sentence]\n[count.x]\nen = { one = "1", other = "{n}" }\nar = { one = "1", other = "{n}" }\n', "count.x"),
    ],
)
def test_faulty_sentences_are_named(text: str, field: str, tmp_path: Path) -> None:
    path = tmp_path / "sentences.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(LexiconError) as caught:
        load_sentences(path)
    assert field in str(caught.value)
