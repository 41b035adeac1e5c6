"""Files, folders, JSON lines and standard input: pages with stable ids, one clear message for what is no page."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from marsad.acquire import SIZE_LIMIT, find_pages
from marsad.model import Page, PageKind, Refused

STORY = "عقد مجلس الوزراء جلسته الأسبوعية برئاسة رئيس الحكومة."


def read_all(path: str | Path, **given: Any) -> tuple[list[Page], list[Refused]]:
    found = list(find_pages(path, **given))
    return [p for p in found if isinstance(p, Page)], [p for p in found if isinstance(p, Refused)]


def set_stdin(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_folder_is_read_in_order_of_names_without_what_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(STORY, "utf-8")
    (tmp_path / "a.html").write_text(f"<p>{STORY}</p>", "utf-8")
    (tmp_path / "README.md").write_text("# notes", "utf-8")
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "b.json").write_text("{}", "utf-8")
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "c.HTM").write_text(f"<p>{STORY}</p>", "utf-8")
    pages, refused = read_all(tmp_path)
    assert [(p.id, p.kind) for p in pages] == [("a", PageKind.HTML), ("b", PageKind.TEXT), ("c", PageKind.HTML)]
    assert refused == []


def test_what_is_given_does_not_override_what_a_line_says(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    lines = [
        {"id": 7, "text": STORY, "published": "2020-01-02", "outlet": "المرصد"},
        {"text": STORY, "url": "https://x.example/1"},
    ]
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "utf-8")
    pages, refused = read_all(path, published="2021-05-06", outlet="الساحل")
    assert refused == []
    assert [(p.id, p.published, p.outlet, p.origin) for p in pages[:1]] == [("7", "2020-01-02", "المرصد", f"{path}:1")]
    assert (pages[1].published, pages[1].outlet, pages[1].url) == ("2021-05-06", "الساحل", "https://x.example/1")
    assert len(pages[1].id) == 16
    assert read_all(path)[0][1].id == pages[1].id


def test_a_broken_line_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    path = tmp_path / "some.jsonl"
    good = json.dumps({"id": "ok", "text": STORY})
    path.write_text(f'{good}\n{{"id": "bad", "text"\n\n{{"id": "none"}}\n[1]\n{{"text": " "}}\n{good}\n', "utf-8")
    pages, refused = read_all(path)
    assert [p.id for p in pages] == ["ok", "ok"]
    assert [r.line for r in refused] == [2, 4, 5, 6]
    assert str(refused[0]).startswith(f"{path}:2: is not JSON")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b" \n", "is empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 20, "is not text"),
        ("broken.txt", b"\xff\xd8\x85\xa0\xf0\xf9" * 40, "neither UTF-8"),
        ("large.txt", b"a" * (SIZE_LIMIT + 1), "too large"),
        ("empty.jsonl", b"", "is empty"),
        ("story.pdf", b"%PDF", "files of this kind are not read"),
    ],
)
def test_bad_files_are_refused_with_a_reason(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(content)
    pages, refused = read_all(tmp_path / name)
    assert pages == []
    assert [r.line for r in refused] == [None]
    assert reason in refused[0].reason
    assert str(refused[0]).startswith(str(tmp_path / name))


def test_missing_file_and_empty_folder_are_refused(tmp_path: Path) -> None:
    assert "no such file" in read_all(tmp_path / "nothing.txt")[1][0].reason
    assert "holds no articles" in read_all(tmp_path)[1][0].reason


def test_a_line_too_long_for_an_article_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    good = json.dumps({"id": "ok", "text": STORY}).encode()
    path.write_bytes(b'{"text": "' + b"x" * (2 * SIZE_LIMIT) + b'"}\n' + good + b"\n")
    pages, refused = read_all(path)
    assert [p.id for p in pages] == ["ok"]
    assert [(r.line, "too much for one article" in r.reason) for r in refused] == [(1, True)]


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256", "iso-8859-6"])
def test_old_charsets_are_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "old.txt").write_bytes(STORY.encode(encoding))
    pages, refused = read_all(tmp_path / "old.txt")
    assert (len(pages), refused) == (1, [])


def test_standard_input_is_sniffed(monkeypatch: pytest.MonkeyPatch) -> None:
    set_stdin(monkeypatch, STORY.encode())
    assert [p.kind for p in read_all("-")[0]] == [PageKind.TEXT]
    set_stdin(monkeypatch, f"<!DOCTYPE html><html><body><p>{STORY}</p></body></html>".encode())
    assert [p.kind for p in read_all("-")[0]] == [PageKind.HTML]
    set_stdin(
        monkeypatch,
        (json.dumps({"id": "a", "text": STORY}) + "\n" + json.dumps({"id": "b", "html": "<p>x</p>"})).encode(),
    )
    assert [(p.id, p.origin) for p in read_all("-")[0]] == [("a", "-:1"), ("b", "-:2")]
    set_stdin(monkeypatch, b"")
    assert "is empty" in read_all("-")[1][0].reason
