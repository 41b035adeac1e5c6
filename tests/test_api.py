"""The library's front: text or file in, reading out; importing it loads nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

import marsad
from marsad.errors import InputError
from marsad.model import EntityKind

_TEXT = "التقى وزير الخارجية التركي هاكان فيدان نظيره القطري في الدوحة الأحد."


def test_text_becomes_a_reading() -> None:
    reading = marsad.read_text(_TEXT, id="one", published="2024-05-31", outlet="الشرق")
    assert (reading.article.id, reading.article.outlet, reading.text) == ("one", "الشرق", _TEXT)
    assert reading.article.published.value == "2024-05-31"
    assert {"TUR", "QAT"} <= {entity.country for entity in reading.entities if entity.kind is EntityKind.COUNTRY}


def test_an_id_is_made_from_the_text() -> None:
    one, other = marsad.read_text(_TEXT).article.id, marsad.read_text(_TEXT + "!").article.id
    assert one == marsad.read_text(_TEXT).article.id != other


def test_a_file_becomes_a_reading(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(_TEXT, encoding="utf-8")
    assert marsad.read_file(path).text == _TEXT
    assert marsad.read_file(str(path)).article.id == "one"


def test_what_is_no_article_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is not in Arabic"):
        marsad.read_text("Two ministers met on Sunday in Doha.")
    with pytest.raises(InputError, match=r"none\.txt"):
        marsad.read_file(tmp_path / "none.txt")
    many = tmp_path / "many.jsonl"
    many.write_text('{"text": "خبر"}\n{"text": "خبر آخر"}\n', encoding="utf-8")
    with pytest.raises(InputError, match="holds 2 articles"):
        marsad.read_file(many)


@pytest.mark.parametrize(
    "text", ["", " \n", "\x00", "12", "«»", "ا", "\ud800", "\u200f" * 50, "ـ" * 300, "خبر" * 20_000]
)
def test_an_odd_text_is_read_or_refused(text: str) -> None:
    try:
        reading = marsad.read_text(text)
    except InputError:
        return
    assert all(0 <= mention.start < mention.end <= len(reading.text) for mention in reading.mentions)


def test_importing_loads_no_stage() -> None:
    script = (
        "import sys, marsad; print([name for name in sys.modules if name.startswith('marsad.')], marsad.__version__)"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout == f"[] {marsad.__version__}\n"


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="read_everything"):
        getattr(marsad, "read_" + "everything")


def test_the_times_of_a_single_expression() -> None:
    (time,) = marsad.read_times("بعد غد", published="2024-05-31")
    assert (time.start, time.end, time.type, time.value) == (0, 6, "DATE", "2024-06-02")
    (coming,) = marsad.read_times("الخميس", published="2024-05-31")
    assert coming.value == "2024-06-06"
    assert marsad.read_times("2024-05-31")[0].value == "2024-05-31"
    assert marsad.read_times("غدا")[0].value is None
    assert marsad.read_times("  ") == ()
    with pytest.raises(InputError, match="is not a day"):
        marsad.read_times("غدا", published="2024-5")


@pytest.mark.parametrize("text", ["15 فبراير 2013", "3:15 مساء", "آخر 3 أيام", "الجمعة", "ساعة ونصف"])
def test_a_text_that_is_one_expression_is_read(text: str) -> None:
    (time,) = marsad.read_text(text, published="2013-02-12").times
    assert text[time.start : time.end] == text
