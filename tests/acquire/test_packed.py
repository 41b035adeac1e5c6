"""Packed files: gzip and zip are read as what they hold; what is damaged or unpacks without end is told."""

import gzip
import json
import zipfile
from pathlib import Path

from marsad.acquire import find_pages
from marsad.model import Page, PageKind, Refused

STORY = "عقد مجلس الوزراء جلسته الأسبوعية برئاسة رئيس الحكومة."


def read_all(path: Path) -> tuple[list[Page], list[Refused]]:
    found = list(find_pages(path))
    return [p for p in found if isinstance(p, Page)], [p for p in found if isinstance(p, Refused)]


def to_line(text: str) -> bytes:
    return json.dumps({"text": text}, ensure_ascii=False).encode() + b"\n"


def test_gzip_is_read_by_the_name_inside(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(f"<p>{STORY}</p>".encode()))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(to_line(STORY)) + gzip.compress(to_line("خبر آخر.")))
    pages, refused = read_all(tmp_path)
    assert [(p.id, p.kind) for p in pages[:1]] == [("a", PageKind.HTML)]
    assert [p.origin.rpartition("/")[2] for p in pages[1:]] == ["b.jsonl.gz:1", "b.jsonl.gz:2"]
    assert refused == []


def test_what_stood_before_the_damage_is_kept(tmp_path: Path) -> None:
    lines = b"".join(to_line(f"{STORY} {number}") for number in range(5000))
    (tmp_path / "cut.jsonl.gz").write_bytes(gzip.compress(lines)[:-100])
    pages, refused = read_all(tmp_path / "cut.jsonl.gz")
    assert len(pages) > 100
    assert ["damaged or cut short" in r.reason for r in refused] == [True]


def test_a_gzip_that_unpacks_without_end_is_left(tmp_path: Path) -> None:
    (tmp_path / "bomb.jsonl.gz").write_bytes(gzip.compress(to_line(STORY) + b"\n" * 120_000_000, 1))
    pages, refused = read_all(tmp_path / "bomb.jsonl.gz")
    assert len(pages) == 1
    assert "100 times its size" in refused[0].reason


def test_zip_members_are_read_with_their_place(tmp_path: Path) -> None:
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("news/a.txt", STORY)
        archive.writestr("news/b.jsonl.gz", gzip.compress(to_line(STORY)))
        archive.writestr("c.csv", f"text\n{STORY}\n")
        archive.writestr("__MACOSX/news/._a.txt", "x")
        archive.writestr("picture.png", b"\x89PNG")
        archive.writestr("inner.zip", b"PK")
    pages, refused = read_all(path)
    assert [p.origin.removeprefix(f"{path}/") for p in pages] == ["c.csv:2", "news/a.txt", "news/b.jsonl.gz:1"]
    assert pages[1].id == "a"
    assert refused == []


def test_a_damaged_member_does_not_stop_the_others(tmp_path: Path) -> None:
    path = tmp_path / "some.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", STORY)
        archive.writestr("b.txt", STORY)
    content = path.read_bytes()
    path.write_bytes(content.replace(STORY.encode()[:20], b"x" * 20, 1))
    pages, refused = read_all(path)
    assert [p.id for p in pages] == ["b"]
    assert refused[0].origin == f"{path}/a.txt"
    assert "CRC" in refused[0].reason


def test_no_zip_and_an_empty_one_are_told(tmp_path: Path) -> None:
    (tmp_path / "no.zip").write_bytes(b"hello")
    with zipfile.ZipFile(tmp_path / "none.zip", "w") as archive:
        archive.writestr("readme.md", "x")
    assert "no zip archive" in read_all(tmp_path / "no.zip")[1][0].reason
    assert "holds no articles" in read_all(tmp_path / "none.zip")[1][0].reason


def test_a_pattern_finds_files_in_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a/1.txt", "a/1.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY, "utf-8")
    assert [p.id for p in read_all(tmp_path / "**" / "*.txt")[0]] == ["1", "2"]
    assert "no file has a name like this" in read_all(tmp_path / "*.jsonl")[1][0].reason
