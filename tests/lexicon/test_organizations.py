"""Organizations, outlets, bodies, heads: columns, ids, codes, countries, and no string that names two entries."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

import marsad.lexicon.organizations as organizations_module
from marsad.errors import LexiconError
from marsad.lexicon.countries import load_countries
from marsad.lexicon.organizations import (
    Organization,
    Outlet,
    load_bodies,
    load_heads,
    load_media,
    load_organizations,
)

DATA = Path(organizations_module.__file__).parent / "data"
ORGANIZATIONS = load_organizations(DATA / "organizations.tsv")
MEDIA = load_media(DATA / "media.tsv")
BODIES = load_bodies(DATA / "bodies.toml")
HEADS = load_heads(DATA / "heads.toml")
ENTRIES: tuple[Organization | Outlet, ...] = (*ORGANIZATIONS, *MEDIA)


def fold_spelling(text: str) -> str:
    bare = "".join(char for char in unicodedata.normalize("NFKC", text) if not unicodedata.combining(char))
    return bare.translate(str.maketrans("أإآىةؤئ", "اااي" + "هوي")).casefold()


def find_repeated(values: Iterable[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def write_table(folder: Path, *rows: str) -> Path:
    path = folder / "organizations.tsv"
    path.write_text("\n".join(("id\tkind\tcountry\tcode\tname_en\tname", *rows)) + "\n", encoding="utf-8")
    return path


def test_tables_are_broad() -> None:
    assert len(ORGANIZATIONS) >= 450
    assert len(MEDIA) >= 180
    assert len(BODIES) >= 110


def test_ids_are_unique() -> None:
    assert find_repeated(organization.id for organization in ORGANIZATIONS) == []
    assert find_repeated(outlet.id for outlet in MEDIA) == []


def test_no_name_stands_for_two_entries() -> None:
    assert find_repeated(fold_spelling(name) for entry in ORGANIZATIONS for name in entry.names) == []
    assert find_repeated(fold_spelling(name) for entry in MEDIA for name in entry.names) == []
    assert find_repeated(fold_spelling(name) for body in BODIES for name in (*body.names, *body.short)) == []


def test_countries_are_known() -> None:
    codes = {country.code for country in load_countries(DATA / "countries.tsv")}
    given = {entry.country for entry in ENTRIES if entry.country}
    assert given - codes == set()


def test_shown_name_is_arabic() -> None:
    latin = [entry.id for entry in ENTRIES if not re.search("[\u0621-\u064a]", entry.name_ar)]
    assert latin == []


@pytest.mark.parametrize(
    ("name", "code", "country"),
    [
        ("مجلس الأمن الدولي", "UN", None),
        ("المفوضية الأوروبية", "EU", None),
        ("الناتو", "NATO", None),
        ("حزب الله", "HEZBOLLAH", "LBN"),
        ("الكرملين", None, "RUS"),
        ("الغرب", None, None),
    ],
)
def test_code_and_country(name: str, code: str | None, country: str | None) -> None:
    (entry,) = (organization for organization in ORGANIZATIONS if name in organization.names)
    assert (entry.code, entry.country) == (code, country)


def test_body_examples_hold_a_form_of_the_body() -> None:
    for body in BODIES:
        for example in body.examples:
            assert any(form in example for form in (*body.names, *body.short)), body.id


def test_short_heads_are_single_words() -> None:
    assert [form for body in BODIES for form in body.short if " " in form] == []


def test_head_examples_hold_the_head() -> None:
    for head in HEADS:
        assert all(head.ar in example for example in head.examples), head.ar


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ("Bad Id\torganization\t\t\tBad\tسيئ", "id"),
        ("bad\tcompany\t\t\tBad\tسيئ", "kind"),
        ("bad\torganization\tRussia\t\tBad\tسيئ", "country"),
        ("bad\torganization\t\tun\tBad\tسيئ", "code"),
        ("bad\torganization\t\t\t\tسيئ", "name_en"),
        ("bad\torganization\t\t\tBad\tاسم  سيئ", "name"),
    ],
)
def test_bad_line_names_its_place(tmp_path: Path, row: str, field: str) -> None:
    with pytest.raises(LexiconError) as raised:
        load_organizations(write_table(tmp_path, row))
    assert field in str(raised.value)
    assert "organizations.tsv" in str(raised.value)


def test_second_definition_is_refused(tmp_path: Path) -> None:
    row = "one\torganization\t\t\tOne\tواحد"
    with pytest.raises(LexiconError, match="defined twice"):
        load_organizations(write_table(tmp_path, row, row.replace("واحد", "اثنان")))


def test_further_line_adds_a_name(tmp_path: Path) -> None:
    (entry,) = load_organizations(write_table(tmp_path, "one\torganization\t\t\tOne\tواحد", "one\t\t\t\t\tالواحد"))
    assert entry.names == ("واحد", "الواحد")


@pytest.mark.parametrize("text", ["body = 1\n", "[[body]\n", '[[body]]\nid = "x"\nwrong = 1\n'])
def test_bad_toml_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "bodies.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError):
        load_bodies(path)
