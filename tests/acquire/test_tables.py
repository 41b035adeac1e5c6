"""CSV and TSV: columns by their usual names or as said, one page a row, one clear message for what does not fit."""

from pathlib import Path

import pytest

from marsad.acquire import SIZE_LIMIT, find_pages
from marsad.model import Page, Refused

STORY = "عقد مجلس الوزراء جلسته الأسبوعية برئاسة رئيس الحكومة."


def read_all(path: Path, content: bytes, **columns: str) -> tuple[list[Page], list[Refused]]:
    path.write_bytes(content)
    found = list(find_pages(path, columns=columns))
    return [p for p in found if isinstance(p, Page)], [p for p in found if isinstance(p, Refused)]


def test_usual_names_of_columns_are_known(tmp_path: Path) -> None:
    table = f'ID,Headline,Article_Body,Publish-Date,Source,URL\n7,عنوان,"{STORY}\n{STORY}",2020-01-02,المرفأ,https://x.example/7\n'
    pages, refused = read_all(tmp_path / "a.csv", table.encode())
    assert refused == []
    page = pages[0]
    assert (page.id, page.published, page.outlet, page.url) == ("7", "2020-01-02", "المرفأ", "https://x.example/7")
    assert page.content.decode() == f"عنوان\n{STORY}\n{STORY}"
    assert page.origin.endswith("a.csv:2")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1256"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_charsets_and_delimiters_of_spreadsheets(tmp_path: Path, encoding: str, delimiter: str) -> None:
    rows = [["العنوان", "النصّ", "تاريخ النشر"], ["عنوان", STORY, "2020-01-03"]]
    table = "\r\n".join(delimiter.join(row) for row in rows)
    pages, refused = read_all(tmp_path / "a.csv", table.encode(encoding))
    assert refused == []
    assert [(p.content.decode(), p.published) for p in pages] == [(f"عنوان\n{STORY}", "2020-01-03")]


def test_columns_that_are_said_go_first(tmp_path: Path) -> None:
    table = f"text,clean,when\nخام,{STORY},2020-01-02\n"
    pages, _ = read_all(tmp_path / "a.csv", table.encode(), text="Clean", published="when")
    assert [(p.content.decode(), p.published) for p in pages] == [(STORY, "2020-01-02")]


@pytest.mark.parametrize(
    ("table", "columns", "line", "reason"),
    [
        ("a,b\n1,2\n", {}, 1, "has no column for the text; say which with --columns text=NAME (its columns are: a, b)"),
        ("a,b\n1,2\n", {"text": "c"}, 1, "has no column 'c'; its columns are: a, b"),
        ("text,b\n", {}, None, "holds a header line and no rows"),
        ("", {}, None, "is empty"),
        ("text,date\n,2020\n", {}, 2, "has no text"),
        ("date,text\n2020\n", {}, 2, "has no text; it has 1 of 2 cells"),
    ],
)
def test_what_does_not_fit_is_told(
    tmp_path: Path, table: str, columns: dict[str, str], line: int | None, reason: str
) -> None:
    pages, refused = read_all(tmp_path / "a.csv", table.encode(), **columns)
    assert pages == []
    assert [(r.line, r.reason) for r in refused] == [(line, reason)]


def test_an_open_quotation_mark_is_told_with_its_line(tmp_path: Path) -> None:
    table = f'text\n{STORY}\n"{STORY}\n' + "x\n" * SIZE_LIMIT
    pages, refused = read_all(tmp_path / "a.csv", table.encode())
    assert len(pages) == 1
    assert refused[0].line == 3
    assert "quotation mark" in refused[0].reason
