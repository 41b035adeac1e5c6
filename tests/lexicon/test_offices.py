"""Offices, ranks and titles: no form means two offices, forms inflect as Arabic does, mistakes are named."""

import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import pytest

import marsad.lexicon.offices as offices_module
from marsad.errors import LexiconError
from marsad.lexicon.offices import (
    Level,
    Modifier,
    Office,
    Unnamed,
    load_modifiers,
    load_offices,
    load_unnamed,
)

ENTRY = '[[office]]\nid = "x"\nen = "x"\nlevel = "other"\ntakes = "none"\nar = ["س"]\nexamples = ["س"]\n'
FILE = Path(offices_module.__file__).parent / "data" / "offices.toml"


@pytest.fixture(scope="module")
def offices() -> dict[str, Office]:
    return {office.id: office for office in load_offices(FILE)}


def fold_spelling(text: str) -> str:
    """The spelling classes that matching unifies, stated here anew so that the file is tested alone."""
    bare = "".join(char for char in unicodedata.normalize("NFC", text) if not unicodedata.combining(char))
    return bare.translate(str.maketrans("أإآىةؤئ", "اااي" + "هوي"))


def test_the_field_is_covered(offices: dict[str, Office]) -> None:
    assert len(offices) >= 260
    assert {office.level for office in offices.values()} == set(Level)


def test_no_form_means_two_offices(offices: dict[str, Office]) -> None:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for office in offices.values():
        for form in office.ar:
            owners[fold_spelling(form)].add(office.id)
    assert {form: ids for form, ids in owners.items() if len(ids) > 1} == {}


def test_forms_are_plain_and_not_repeated(offices: dict[str, Office]) -> None:
    for office in offices.values():
        assert office.en == office.en.strip()
        assert office.en
        for form in (*office.ar, *office.feminine, *office.dual, *office.plural):
            assert form == " ".join(form.split()), form
            assert not any(unicodedata.combining(char) or char == "ـ" for char in form), form
        assert max(Counter(office.ar).values()) == 1, office.id


def test_every_example_holds_a_form_of_its_office(offices: dict[str, Office]) -> None:
    for office in offices.values():
        # نظير lives only with a possessive, so an ending may follow a form.
        for example in office.examples:
            forms = (*office.ar, *office.feminine, *office.dual, *office.plural)
            assert any(form in example for form in forms), (office.id, example)


@pytest.mark.parametrize(
    ("office", "field", "form"),
    [
        ("foreign-minister", "feminine", "وزيرة الخارجية"),
        ("foreign-minister", "dual", "وزيرا الخارجية"),
        ("foreign-minister", "dual", "وزيري الخارجية"),
        ("foreign-minister", "plural", "وزراء الخارجية"),
        ("president", "dual", "الرئيسين"),
        ("president", "plural", "الرؤساء"),
        ("prime-minister", "feminine", "رئيسة الوزراء"),
        ("spokesperson", "feminine", "المتحدثة الرسمية باسم"),
        ("spokesperson", "plural", "المتحدثون باسم"),
        ("special-envoy", "feminine", "المبعوثة الخاصة"),
        ("special-envoy", "dual", "المبعوثان الخاصان"),
        ("special-envoy", "plural", "المبعوثين الخاصين"),
        ("national-security-adviser", "plural", "مستشاري الأمن القومي"),
        ("national-security-adviser", "plural", "مستشارو الأمن القومي"),
        ("secretary-general", "feminine", "الأمينة العامة"),
        ("first-vice-president", "feminine", "النائبة الأولى للرئيس"),
        ("king", "feminine", "الملكة"),
        ("supreme-leader", "dual", "المرشدان الأعليان"),
    ],
)
def test_inflection(offices: dict[str, Office], office: str, field: str, form: str) -> None:
    assert form in getattr(offices[office], field)


@pytest.mark.parametrize(
    "form",
    ["المبعوثة الخاص", "وزيرون الخارجية", "المتحدثو باسم", "وزيران الخارجية", "المحافظة", "المعارضة", "السيدةة الأولى"],
)
def test_what_is_not_arabic_is_not_made(offices: dict[str, Office], form: str) -> None:
    for office in offices.values():
        assert form not in (*office.feminine, *office.dual, *office.plural)


def test_local_english_names(offices: dict[str, Office]) -> None:
    assert dict(offices["foreign-minister"].en_local)["USA"] == "secretary of state"


def test_modifiers_and_unnamed_have_examples_that_hold_them() -> None:
    entries: tuple[Modifier | Unnamed, ...] = (*load_modifiers(FILE), *load_unnamed(FILE))
    for entry in entries:
        assert entry.examples
        for example in entry.examples:
            assert any(form in example for form in entry.ar), (entry.ar, example)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (ENTRY.replace('"other"', '"boss"'), "office[0].level"),
        ('[[office]]\nid = "x"\n', "office[0]"),
        ('[[rank]]\nid = "x"\n', None),
        ("[[office", None),
    ],
)
def test_broken_file_is_named(tmp_path: Path, text: str, field: str | None) -> None:
    path = tmp_path / "offices.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        load_offices(path)
    assert path.name in str(caught.value)
    if field:
        assert field in str(caught.value)


def test_office_defined_twice(tmp_path: Path) -> None:
    path = tmp_path / "offices.toml"
    path.write_text(ENTRY + ENTRY, encoding="utf-8")
    with pytest.raises(LexiconError, match="twice"):
        load_offices(path)
