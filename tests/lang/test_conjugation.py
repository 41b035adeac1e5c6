"""Conjugation: forms written out by hand, every verb of the lexicon, and the way back from form to verb."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.lang.fold import fold
from marsad.lang.morphology import FINITE_ENDINGS, Part, Tense, Voice
from marsad.lang.roots import NO_IMPERFECT, Form, Weakness, parse_root
from marsad.lang.spelling import spell
from marsad.lang.verb_stems import find_finite_stems
from marsad.lexicon.load import DATA
from marsad.lexicon.tables import load_table
from marsad.lexicon.verbs import Analysis, Verb, VerbIndex, build_verb_index, list_barred, load_not_verbs, load_verbs

_THIRD = 3
_TABLE = Path(__file__).parent / "data" / "conjugation.tsv"
_ROWS = tuple(row for _, row in load_table(_TABLE, ("cell", "imperfect", "lemma", "form")))
_PARTS = {"A": Part.ACTIVE_PARTICIPLE, "O": Part.PASSIVE_PARTICIPLE, "M": Part.MASDAR}
_VERBS = load_verbs(DATA / "verbs.tsv")
_BARRED = list_barred(load_not_verbs(DATA / "not_verbs.toml"))


@pytest.fixture(scope="module")
def index() -> VerbIndex:
    return build_verb_index(_VERBS)


def _fits(analysis: Analysis, cell: str) -> bool:
    if cell[0] not in "PI":
        same = analysis.part is _PARTS[cell[0]]
        return same and (cell == "M" or (analysis.gender, analysis.number) == (cell[1], cell[2]))
    voice = Voice.PASSIVE if cell.endswith("-") else Voice.ACTIVE
    person, number = int(cell[1]), cell[2:].rstrip("-")[-1]
    gender = cell[2] if person == 3 else None
    return (
        analysis.tense is (Tense.PERFECT if cell[0] == "P" else Tense.IMPERFECT)
        and (analysis.person, analysis.gender, analysis.number) == (person, gender, number)
        and analysis.voice in (voice, None)
    )


def test_table_covers_every_class() -> None:
    assert len(_ROWS) >= 300
    roots = {parse_root(row["lemma"], row["imperfect"]) for row in _ROWS}
    classes = {(root.form, root.weakness) for root in roots if root is not None}
    assert {form for form, _ in classes} >= set(Form) - {Form.IX, Form.QIV}
    assert {weakness for form, weakness in classes if form is Form.I} == set(Weakness)


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: f"{row['lemma']}-{row['cell']}-{row['form']}")
def test_form_by_hand(row: dict[str, str]) -> None:
    listed = next(verb for verb in _VERBS if verb.lemma == row["lemma"])
    assert listed.imperfect == row["imperfect"]
    found = _single(listed).analyse(fold(row["form"]))
    assert any(_fits(analysis, row["cell"]) for analysis in found), found


def _single(verb: Verb) -> VerbIndex:
    return VerbIndex((verb,))


@pytest.mark.parametrize(
    ("form", "lemma", "cells"),
    [
        ("قيل", "قال", {"P3ms-"}),
        ("يقال", "قال", {"I3ms-"}),
        ("أعيدت", "أعاد", {"P3fs-"}),
        ("يوجد", "وجد", {"I3ms-"}),
        ("قال", "قال", {"P3ms"}),
    ],
)
def test_voice_is_told_where_spelling_tells_it(form: str, lemma: str, cells: set[str], index: VerbIndex) -> None:
    found = [a for a in index.analyse(fold(form)) if a.lemma == lemma and a.person == 3]
    assert found
    assert all(a.voice is not None and any(_fits(a, cell) for cell in cells) for a in found)


@pytest.mark.parametrize("form", ["استهدف", "أعلن", "عقد", "يعقد", "استهدفت"])
def test_voice_is_open_where_spelling_does_not_tell_it(form: str, index: VerbIndex) -> None:
    found = [a for a in index.analyse(fold(form)) if a.part is Part.FINITE and a.person == 3]
    assert found
    assert all(a.voice is None for a in found)


def test_every_verb_has_its_plain_forms() -> None:
    for verb in _VERBS:
        index = _single(verb)
        assert any(_fits(a, "P3ms") for a in index.analyse(fold(verb.lemma))), verb
        assert any(_fits(a, "P3fs") for a in index.analyse(fold(_to_feminine(verb.lemma)))), verb
        if verb.imperfect not in ("", NO_IMPERFECT):
            assert any(_fits(a, "I3ms") for a in index.analyse(fold(verb.imperfect))), verb
        for masdar in verb.masdars:
            assert any(a.part is Part.MASDAR for a in index.analyse(fold(masdar))), verb


def test_every_form_is_led_back_to_its_verb(index: VerbIndex) -> None:
    for verb in _VERBS[::7]:
        missing = [form for form in _list_forms(verb) if verb.lemma not in {a.lemma for a in index.analyse(form)}]
        assert not missing, (verb, missing[:5])


def _list_forms(verb: Verb) -> Iterator[str]:
    """The forms of the third person (the others give way to it in another verb) without words that are barred."""
    root = parse_root(verb.lemma, verb.imperfect)
    assert root is not None
    for passive in (False, True):
        for stem, slots in find_finite_stems(root, passive):
            for letters, endings in FINITE_ENDINGS.items():
                for ending in endings:
                    form = ending.person + stem + letters
                    if ending.slots & slots and ending.features[0] == _THIRD and form not in _BARRED:
                        yield form


def _to_feminine(lemma: str) -> str:
    return (lemma[:-1] if lemma.endswith(("ى", "ا")) else lemma) + "ت"


@pytest.mark.parametrize(
    ("sounds", "letters"),
    [
        ("mas'Uل", "مسؤول"),
        ("'a'mana", "آمن"),
        ("'i'mAn", "إيمان"),
        ("yu'aككiد", "يؤكد"),
        ("قiرA'aT", "قراءة"),
        ("بaد'", "بدء"),
        ("لiقA'uh", "لقاؤه"),
        ("لiقA'ih", "لقائه"),
        ("tasA'uل", "تساؤل"),
        ("'iwقAف", "إيقاف"),
        ("yuyقin", "يوقن"),
        ("yaحyY", "يحيا"),
        ("'aعطY", "أعطى"),
        ("istaقرaر", "استقرر"),
        ("yaرuدد", "يرد"),
    ],
)
def test_spelling(sounds: str, letters: str) -> None:
    assert spell(sounds) == letters


@pytest.mark.parametrize(("lemma", "imperfect"), [("قال", ""), ("مكتب", "يكتب؟"), ("", ""), ("انن", "ي"), ("ر", "ير")])
def test_what_is_no_verb_has_no_root(lemma: str, imperfect: str) -> None:
    root = parse_root(lemma, imperfect)
    assert root is None or root.form is Form.QI


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويء0a ", max_size=14))
def test_analysis_of_any_letters(norm: str) -> None:
    for analysis in build_verb_index(_VERBS).analyse(norm):
        assert norm.startswith(analysis.conjunction)
        assert norm.endswith(analysis.suffix or "")


@given(st.text(max_size=8))
def test_analysis_of_any_text(word: str) -> None:
    build_verb_index(_VERBS).analyse(fold(word))
