"""Web archives: pages of text with URL and time of the visit, damaged records passed over and told."""

import gzip
import zipfile
from pathlib import Path

import pytest

from marsad.acquire import SIZE_LIMIT, find_pages
from marsad.model import Page, PageKind, Refused

STORY = "عقد مجلس الوزراء جلسته الأسبوعية برئاسة رئيس الحكومة في مقرها بالعاصمة."


def to_record(name: str, body: bytes, kind: str = "text/html", status: str = "200 OK", encoding: str = "") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
    block = (head + (f"Content-Encoding: {encoding}\r\n" if encoding else "") + "\r\n").encode() + body
    lines = (
        "WARC/1.0",
        "WARC-Type: response",
        f"WARC-Target-URI: https://x.example/{name}",
        "WARC-Date: 2024-05-01T10:00:00Z",
        f"WARC-Record-ID: <urn:uuid:{name}>",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(block)}",
    )
    return "\r\n".join((*lines, "", "")).encode() + block + b"\r\n\r\n"


PAGES = [to_record(str(number), f"<p>{number} {STORY}</p>".encode()) for number in range(6)]


def read_all(path: Path, content: bytes) -> tuple[list[Page], list[Refused]]:
    path.write_bytes(content)
    found = list(find_pages(path))
    return [p for p in found if isinstance(p, Page)], [p for p in found if isinstance(p, Refused)]


def names(pages: list[Page]) -> str:
    return "".join((page.url or "")[-1] for page in pages)


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_responses_become_pages(tmp_path: Path, name: str) -> None:
    records = [gzip.compress(record) for record in PAGES] if name.endswith(".gz") else PAGES
    pages, refused = read_all(tmp_path / name, b"".join(records))
    assert refused == []
    assert names(pages) == "012345"
    page = pages[0]
    assert page.origin == f"{tmp_path / name}#https://x.example/0"
    assert (page.kind, page.captured, page.published) == (PageKind.HTML, "2024-05-01T10:00:00+00:00", None)
    assert len({page.id for page in pages}) == 6


def test_only_pages_of_text_are_taken(tmp_path: Path) -> None:
    records = (
        to_record("0", b"\x89PNG", "image/png"),
        to_record("1", b"<p>x</p>", status="404 Not Found"),
        to_record("2", STORY.encode("windows-1256"), "text/plain; charset=utf-8"),
        to_record("3", b"var x", "text/javascript"),
        to_record("4", gzip.compress(STORY.encode()), "text/plain", encoding="gzip"),
    )
    pages, refused = read_all(tmp_path / "a.warc", b"".join(records))
    assert (names(pages), refused) == ("24", [])
    assert [page.kind for page in pages] == [PageKind.TEXT, PageKind.TEXT]
    assert pages[1].content.decode() == STORY


def test_damaged_records_are_told_and_passed_over(tmp_path: Path) -> None:
    packed = [bytearray(gzip.compress(record)) for record in PAGES]
    for number in (1, 3, 4):
        packed[number][30:60] = b"x" * 30
    pages, refused = read_all(tmp_path / "a.warc.gz", b"".join(packed))
    assert names(pages) == "025"
    assert ["is damaged after byte" in r.reason for r in refused] == [True, True]


def test_garbage_between_plain_records(tmp_path: Path) -> None:
    pages, refused = read_all(tmp_path / "a.warc", PAGES[0] + b"garbage\n" * 9 + PAGES[1] + PAGES[2])
    assert (names(pages), len(refused)) == ("012", 1)


def test_an_archive_that_ends_within_a_page(tmp_path: Path) -> None:
    pages, refused = read_all(tmp_path / "a.warc", b"".join(PAGES)[:-30])
    assert names(pages) == "01234"
    assert "cut short" in refused[0].reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"hello world\n" * 50, "is no web archive"),
        (b"", "holds no pages"),
        (to_record("0", b"\x89PNG", "image/png"), "holds no pages"),
        (to_record("0", b"x" * (SIZE_LIMIT + 1)), "larger than a page"),
        (to_record("0", gzip.compress(b"x" * (SIZE_LIMIT + 1)), encoding="gzip"), "larger than a page"),
        (to_record("0", b"plain", encoding="gzip"), "cannot be unpacked"),
    ],
)
def test_what_gives_no_page_is_told(tmp_path: Path, content: bytes, reason: str) -> None:
    pages, refused = read_all(tmp_path / "a.warc", content)
    assert pages == []
    assert [reason in r.reason for r in refused] == [True]


def test_archive_inside_a_zip(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("one.warc.gz", b"".join(gzip.compress(record) for record in PAGES))
    found = list(find_pages(tmp_path / "a.zip"))
    assert [page.origin.rpartition("#")[2] for page in found] == [f"https://x.example/{n}" for n in range(6)]
