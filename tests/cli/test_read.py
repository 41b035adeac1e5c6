"""`marsad read`: for people and as JSON lines; bad input is told with file and line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from marsad.cli import main
from marsad.model.contract import decode_reading

_TEXT = (
    "الأردن والعراق يبحثان الربط الكهربائي\n"
    "عمان - التقى وزير الخارجية الأردني أيمن الصفدي نظيره العراقي فؤاد حسين في عمان يوم الأحد.\n"
    "وقال الصفدي إن التبادل التجاري بين البلدين بلغ 900 مليون دولار.\n"
)


def _read(*words: object, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["read", *map(str, words)], input=given)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A plain article on disk."""
    path = tmp_path / "jordan.txt"
    path.write_text(_TEXT, encoding="utf-8")
    return path


def test_json_keeps_the_contract(article: Path) -> None:
    result = _read(article, "--json", "--published", "2023-05-07", "--outlet", "الدستور")
    assert result.exit_code == 0, result.output
    reading = decode_reading(result.stdout)
    assert (reading.article.id, reading.article.outlet, reading.text) == ("jordan", "الدستور", _TEXT)
    assert (reading.article.published.value, reading.article.published.basis) == ("2023-05-07", "given")
    assert {entity.party for entity in reading.entities} >= {"JOR", "IRQ"}


def test_every_fact_lies_in_the_text(article: Path) -> None:
    reading = decode_reading(_read(article, "--json").stdout)
    sentences = [reading.text[sentence.start : sentence.end] for sentence in reading.sentences]
    assert sentences == [sentence.strip() for sentence in sentences]
    for mention in reading.mentions:
        assert 0 <= mention.start < mention.end <= len(reading.text)


def test_for_people_the_facts_are_marked(article: Path) -> None:
    output = _read(article, "--published", "2023-05-07").output
    assert "published  2023-05-07 (basis: given)" in output
    assert "|e" in output
    assert "|q0]" in output
    for table in ("Entities", "Times", "Quantities", "Statements", "Events"):
        assert f"\n{table} (" in output
    assert "\x1b" not in output


def test_standard_input_as_text_and_json_lines() -> None:
    text = decode_reading(_read("-", "--json", given=_TEXT).stdout)
    assert text.text == _TEXT
    line = json.dumps({"id": "one", "text": _TEXT, "published": "2023-05-07"}, ensure_ascii=False)
    reading = decode_reading(_read("-", "--json", given=line + "\n").stdout)
    assert (reading.article.id, reading.article.published.value) == ("one", "2023-05-07")


def test_many_articles_keep_their_order(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    lines = [json.dumps({"id": f"a{n}", "text": _TEXT}) for n in range(40)]
    path.write_text("\n".join(lines), encoding="utf-8")
    result = _read(path, "--json", "--workers", 2)
    assert [json.loads(line)["article"]["id"] for line in result.stdout.splitlines()] == [f"a{n}" for n in range(40)]


@pytest.mark.parametrize("day", ["yesterday", "2023-02-30", "20230507", "07/05/2023", ""])
def test_a_wrong_day_is_a_usage_error(article: Path, day: str) -> None:
    result = _read(article, "--published", day)
    assert result.exit_code == 2
    assert "is not a day; write it as 2024-05-31" in result.output


def test_a_broken_line_is_named_and_the_others_read(tmp_path: Path) -> None:
    path = tmp_path / "list.jsonl"
    path.write_text(
        f'{json.dumps({"id": "one", "text": _TEXT})}\n{{"id": "two", "te\n[1]\n{{"id": "four"}}\n', encoding="utf-8"
    )
    result = _read(path, "--json")
    assert result.exit_code == 0
    assert [json.loads(line)["article"]["id"] for line in result.stdout.splitlines()] == ["one"]
    for number in (2, 3, 4):
        assert f"{path}:{number}: " in result.stderr
    assert len(result.stderr.splitlines()) == 3


def _bad_files(folder: Path) -> dict[str, bytes]:
    """Contents that give no article, by file name."""
    return {
        "empty.txt": b"",
        "blank.txt": b" \n\n\t",
        "image.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 40,
        "english.txt": b"The foreign ministers of the two countries met in Amman on Sunday and discussed trade.",
        "huge.txt": _TEXT.encode() * 70_000,
        "empty.jsonl": b"",
    }


@pytest.mark.parametrize("name", ["empty.txt", "blank.txt", "image.txt", "english.txt", "huge.txt", "empty.jsonl"])
def test_what_cannot_be_read_is_one_message_and_status_one(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(_bad_files(tmp_path)[name])
    result = _read(path, "--json")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert str(path) in result.stderr
    assert "Traceback" not in result.stderr


def test_a_missing_file_and_an_unknown_kind(tmp_path: Path) -> None:
    result = _read(tmp_path / "none.txt")
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert "none.txt" in result.stderr
    (tmp_path / "page.pdf").write_bytes(b"%PDF-1.4")
    assert _read(tmp_path / "page.pdf").exit_code == 1


def test_other_charsets_and_broken_bytes_are_read(tmp_path: Path) -> None:
    windows, broken = tmp_path / "windows.txt", tmp_path / "broken.txt"
    windows.write_bytes(_TEXT.encode("windows-1256"))
    content = _TEXT.encode()
    broken.write_bytes(content[:-30] + b"\xff" + content[-30:])
    assert decode_reading(_read(windows, "--json").stdout).text == _TEXT
    result = _read(broken, "--json")
    assert result.exit_code == 0
    assert "\ufffd" in decode_reading(result.stdout).text


def test_no_file_is_a_usage_error() -> None:
    assert _read().exit_code == 2
