"""Contexts: all of PLOVER's, each with words of its own."""

from pathlib import Path

import pytest

from marsad.errors import LexiconError
from marsad.lexicon.contexts import load_contexts
from marsad.lexicon.load import DATA

CONTEXTS = load_contexts(DATA / "contexts.toml")


def test_all_contexts_are_there() -> None:
    assert len(CONTEXTS) == 37
    assert {"military", "diplomatic", "natural_resource", "cbrn", "rights_freedoms", "lgbt"} <= {c.id for c in CONTEXTS}


def test_words_carry_no_article() -> None:
    assert [word for context in CONTEXTS for word in context.words if word.startswith("ال") and len(word) > 4] == []


@pytest.mark.parametrize("text", ['[[context]]\nid = "a"\nmeaning = "a"\nwords = []\n', "[[context]]\nid = 1\n"])
def test_bad_file_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "contexts.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"contexts\.toml"):
        load_contexts(path)
