"""Groups of nouns that tell another sense: well formed, named by frames, refused where they are not known."""

from pathlib import Path

import pytest

from marsad.errors import LexiconError
from marsad.lang.fold import fold
from marsad.lang.tokens import find_tokens
from marsad.lexicon.load import DATA, load_lexicon
from marsad.lexicon.senses import Sense, load_senses

SENSES = load_senses(DATA / "senses.toml")


@pytest.mark.parametrize("sense", SENSES, ids=lambda sense: sense.id)
def test_the_example_holds_a_word(sense: Sense) -> None:
    words = {token.norm for token in find_tokens(sense.example, 0, len(sense.example))}
    assert any(fold(noun) in word for word in words for noun in sense.ar)
    assert not any(noun.startswith("ال") for noun in sense.ar if len(noun) > 4)


def test_frames_name_known_groups() -> None:
    known = {sense.id for sense in SENSES}
    assert {group for frame in load_lexicon().frames for group in (*frame.not_near, *frame.not_with)} <= known


def test_unknown_groups_and_empty_ones_are_refused(tmp_path: Path) -> None:
    frames = tmp_path / "frames"
    frames.mkdir()
    (frames / "agree.toml").write_text(
        '[[frame]]\nid = "agree.own"\ngloss = "g"\nverbs = ["اتفق"]\nnot_with = ["dragons"]\n'
        'examples = [{ text = "اتفقا." }]\n',
        encoding="utf-8",
    )
    with pytest.raises(LexiconError, match=r"'dragons' is not a group in senses\.toml"):
        load_lexicon(extra=(tmp_path,))
    path = tmp_path / "senses.toml"
    path.write_text('[[group]]\nid = "a"\nmeaning = "m"\nexample = "e"\nar = []\n', encoding="utf-8")
    with pytest.raises(LexiconError, match="no word, or one word twice, in 'a'"):
        load_senses(path)
