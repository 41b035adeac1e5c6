"""Verbs: the table, its index, clitics before and pronouns after, and words that are no verbs."""

from pathlib import Path

import pytest

from marsad.errors import LexiconError
from marsad.lang.fold import fold
from marsad.lang.morphology import Part, Tense, Voice
from marsad.lexicon.load import DATA
from marsad.lexicon.verbs import Analysis, VerbIndex, build_verb_index, load_not_verbs, load_verbs

_HEAD = "imperfect\tmasdar\tpreps\tlemma\n"
_GROUPS = load_not_verbs(DATA / "not_verbs.toml")


@pytest.fixture(scope="module")
def index() -> VerbIndex:
    return build_verb_index(load_verbs(DATA / "verbs.tsv"))


def _read(index: VerbIndex, word: str, lemma: str) -> Analysis:
    return next(analysis for analysis in index.analyse(fold(word)) if analysis.lemma == lemma)


def test_table_is_large_and_its_prepositions_are_known() -> None:
    verbs = load_verbs(DATA / "verbs.tsv")
    assert len(verbs) >= 1300
    known = {"ب", "ل", "من", "عن", "على", "إلى", "في", "مع", "حول", "بين", "ضد", "نحو", "أمام", "تجاه", "عند", "فوق"}
    assert {prep for verb in verbs for prep in verb.preps} <= known


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("يقول\tقول\tعن\tقال\nيقول\tقول\tعن\tقال\n", "twice"),
        ("\tقول\tعن\tقال\n", "no form fits"),
        ("\t\t\tمستشفيات\n", "no form fits"),
    ],
)
def test_bad_line_is_named(rows: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "verbs.tsv"
    path.write_text(_HEAD + rows, "utf-8")
    with pytest.raises(LexiconError, match=rf"verbs\.tsv:\d: lemma: .*{said}"):
        load_verbs(path)


@pytest.mark.parametrize(
    ("word", "lemma", "conjunction", "preposition", "article", "future", "suffix"),
    [
        ("وقالت", "قال", "و", "", False, False, None),
        ("فأكد", "أكّد", "ف", "", False, False, None),
        ("سيبحث", "بحث", "", "", False, True, None),
        ("وستعقد", "عقد", "و", "", False, True, None),
        ("ليبحث", "بحث", "", "ل", False, False, None),
        ("دعاه", "دعا", "", "", False, False, "ه"),
        ("أبلغني", "أبلغ", "", "", False, False, "ني"),
        ("اتهمتها", "اتّهم", "", "", False, False, "ها"),
        ("قتلوهم", "قتل", "", "", False, False, "هم"),
        ("مشاركتهم", "شارك", "", "", False, False, "هم"),
        ("استقباله", "استقبل", "", "", False, False, "ه"),
        ("باستقبالها", "استقبل", "", "ب", False, False, "ها"),
        ("وبالإعلان", "أعلن", "و", "ب", True, False, None),
        ("للانسحاب", "انسحب", "", "ل", True, False, None),
        ("لقائهما", "التقى", "", "", False, False, "هما"),
        ("المتفاوضين", "تفاوض", "", "", True, False, None),
    ],
)
def test_clitics(
    word: str, lemma: str, conjunction: str, preposition: str, article: bool, future: bool, suffix: str | None,
    index: VerbIndex,
) -> None:  # fmt: skip
    found = _read(index, word, lemma)
    assert (found.conjunction, found.preposition) == (conjunction, preposition)
    assert (found.article, found.future, found.suffix) == (article, future, suffix)


def test_homographs_give_several_readings(index: VerbIndex) -> None:
    assert {"وقع", "وقّع"} <= {a.lemma for a in index.analyse(fold("وقع"))}
    assert {"دعا", "ادّعى"} <= {a.lemma for a in index.analyse(fold("يدعون"))}


def test_third_person_comes_first(index: VerbIndex) -> None:
    first, *others = index.analyse(fold("أعلنت"))
    assert (first.person, first.gender, first.tense) == (3, "f", Tense.PERFECT)
    assert {a.person for a in others} == {1, 2}


@pytest.mark.parametrize(("word", "lemma"), [("يستعد", "استعدّ"), ("يعد", "عدّ"), ("يمدد", "مدّد")])
def test_forms_behind_lam_come_last(index: VerbIndex, word: str, lemma: str) -> None:
    assert index.analyse(fold(word))[0].lemma == lemma


def test_first_person_gives_way_to_another_verb(index: VerbIndex) -> None:
    assert {a.lemma for a in index.analyse(fold("أجرى"))} == {"أجرى"}


def test_written_marbuta_is_no_pronoun(index: VerbIndex) -> None:
    assert any(a.suffix == "ه" for a in index.analyse(fold("ضربة")))
    assert all(a.suffix is None for a in index.analyse(fold("ضربة"), "ضربة"))
    assert any(a.suffix == "ه" for a in index.analyse(fold("ضربه"), "ضربه"))


def test_written_hamza_tells_masdar_from_verb_and_noun(index: VerbIndex) -> None:
    assert index.analyse(fold("أبعاد"), "أبعاد") == ()
    assert [a.part for a in index.analyse(fold("والإبعاد"), "والإبعاد")] == [Part.MASDAR]
    assert all(a.part is not Part.MASDAR for a in index.analyse(fold("أعلن"), "أعلن"))
    assert any(a.part is Part.MASDAR for a in index.analyse(fold("اعلان"), "اعلان"))


def test_passive_of_a_hollow_verb(index: VerbIndex) -> None:
    assert _read(index, "اختير", "اختار").voice is Voice.PASSIVE
    assert _read(index, "مختارا", "اختار").part in (Part.ACTIVE_PARTICIPLE, Part.PASSIVE_PARTICIPLE)


@pytest.mark.parametrize("group", _GROUPS, ids=lambda group: group.id)
def test_words_that_are_no_verbs(index: VerbIndex, group: object) -> None:
    chosen = next(known for known in _GROUPS if known is group)
    for word in chosen.ar:
        assert not index.analyse(fold(word))
        assert not index.analyse(fold("و" + word))
    for word in chosen.counter:
        assert index.analyse(fold(word)), word


def test_lemma_written_without_shadda(index: VerbIndex) -> None:
    assert index.find_lemmas("أكد") == ("أكّد",)
    assert set(index.find_lemmas("وقع")) == {"وقع"}
    assert index.find_lemmas("شجرة") == ()
    assert index.verb("التقى").masdars == ("لقاء",)
