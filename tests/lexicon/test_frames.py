"""Frames and PLOVER's tables: what is allowed, ids, modes, words that are well formed, breadth."""

import re
from itertools import product
from pathlib import Path

import pytest

from marsad.errors import LexiconError
from marsad.lexicon.countries import load_countries
from marsad.lexicon.frames import Frame, load_frames
from marsad.lexicon.load import DATA
from marsad.lexicon.organizations import load_organizations
from marsad.lexicon.plover import MODES, TYPES, is_mode, to_score
from marsad.model.plover import EventType

FRAMES = load_frames(DATA / "frames")
# Verbs that begin with the two letters of the article.
_LIKE_ARTICLE = ("التقى", "التزم", "التأم", "التزام", "التزامات", "التباس", "التفت", "التحق")


def name_frame(frame: Frame) -> str:
    return frame.id


def write_frame(folder: Path, text: str) -> Path:
    (folder / "agree.toml").write_text(text, encoding="utf-8")
    return folder


def test_every_type_has_frames_and_scores() -> None:
    assert {frame.type for frame in FRAMES} == set(EventType)
    assert {entry.type for entry in TYPES} == set(EventType)


def test_every_mode_has_a_frame() -> None:
    assert {(entry.type, entry.mode) for entry in MODES} - {(frame.type, frame.mode) for frame in FRAMES} == set()


def test_frames_are_broad() -> None:
    words = {word for frame in FRAMES for word in (*frame.verbs, *frame.nouns)}
    phrases = {words for frame in FRAMES for parts in frame.sequences for words in product(*parts)}
    assert len(words) + len(phrases) >= 3500


@pytest.mark.parametrize("frame", FRAMES, ids=name_frame)
def test_words_are_written_plainly(frame: Frame) -> None:
    in_phrases = (word for parts in frame.sequences for part in parts for word in part)
    for word in (*frame.verbs, *frame.nouns, *frame.about, *frame.not_about, *in_phrases):
        assert re.fullmatch("[\u0621-\u0651]+", word), word
        assert not word.startswith("ال") or len(word) <= 4 or word in _LIKE_ARTICLE, word


@pytest.mark.parametrize("frame", FRAMES, ids=name_frame)
def test_no_word_twice(frame: Frame) -> None:
    for words in (frame.verbs, frame.nouns, frame.about, frame.not_about):
        assert len(words) == len(set(words))
    phrases = [words for parts in frame.sequences for words in product(*parts)]
    assert len(phrases) == len(set(phrases))
    assert not set(frame.about) & set(frame.not_about)


@pytest.mark.parametrize("frame", FRAMES, ids=name_frame)
def test_parties_of_examples_are_known(frame: Frame) -> None:
    codes = {country.code for country in load_countries(DATA / "countries.tsv")} | {"ZZZ"}
    codes |= {entry.code for entry in load_organizations(DATA / "organizations.tsv") if entry.code}
    for example in frame.examples:
        assert set(example.actors) | set(example.recipients) <= codes
        assert len(set(example.actors) | set(example.recipients)) >= min(frame.parties, 2)


def test_scores() -> None:
    assert to_score(EventType.ACCUSE, None) == -3
    assert to_score(EventType.RETREAT, "disarm") == 10
    assert to_score(EventType.PROTEST, "vandalize") == -5
    assert all(-10 <= entry.score <= 10 for entry in TYPES)
    assert is_mode(EventType.CONSULT, "visit")
    assert not is_mode(EventType.AGREE, "visit")


_FRAME = '[[frame]]\nid = "agree.reach"\ngloss = "agrees"\nverbs = ["اتفق"]\nexamples = [{ text = "اتفقا." }]\n'


def test_frame_is_read(tmp_path: Path) -> None:
    (frame,) = load_frames(write_frame(tmp_path, _FRAME + 'phrases = ["عقد + صفقة/تسوية"]\n'))
    assert frame.type is EventType.AGREE
    assert frame.sequences == ((("عقد",), ("صفقة", "تسوية")),)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("agree.reach", "consult.reach", "id"),
        ('verbs = ["اتفق"]', "", "verbs"),
        ("gloss", 'mode = "visit"\ngloss', "mode"),
        ("gloss", 'slots = { above = "actor" }\ngloss', "slots"),
        ("gloss", 'slots = { subject = "victim" }\ngloss', "slots"),
        ("gloss", 'phrases = ["عقد"]\ngloss', "phrases"),
        ("gloss", 'needs = "luck"\ngloss', "needs"),
        ("gloss", 'colour = "red"\ngloss', "colour"),
    ],
)
def test_bad_frame_names_its_place(tmp_path: Path, old: str, new: str, field: str) -> None:
    with pytest.raises(LexiconError) as raised:
        load_frames(write_frame(tmp_path, _FRAME.replace(old, new)))
    assert "agree.toml" in str(raised.value)
    assert field in str(raised.value)


def test_second_definition_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="defined twice"):
        load_frames(write_frame(tmp_path, _FRAME * 2))
