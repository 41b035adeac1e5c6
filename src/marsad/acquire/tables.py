"""CSV and TSV as pages: one article a row, read row by row, so that files of any size can be given.

Columns are known by their usual names, or said by the caller (`{"text": "body", "published": "date"}`).
"""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import BinaryIO, TextIO

import msgspec

from marsad.acquire.contents import SIZE_LIMIT, find_fault, to_page_id
from marsad.lang.charset import detect_charset
from marsad.lang.fold import fold
from marsad.model import Page, PageKind, Refused

# The usual names of columns, the likeliest first; upper case, spaces, dashes and Arabic spelling do not matter.
COLUMNS = {
    field: tuple(names.split(", "))
    for field, names in {
        "text": "text, body, content, article, article text, article body, full text, maintext, main text, "
        "النص, نص الخبر, نص المقال, المحتوى, المتن, الخبر, المقال",
        "html": "html, raw html, page html, content html, source html",
        "title": "title, headline, article title, العنوان, عنوان الخبر, عنوان المقال",
        "id": "id, article id, doc id, document id, guid, uuid, المعرف, رقم الخبر",
        "url": "url, link, article url, page url, permalink, الرابط, رابط الخبر",
        "outlet": "outlet, source, publisher, newspaper, site, site name, source name, media, domain, "
        "المصدر, الصحيفة, الجريدة, الموقع, الناشر",
        "published": "published, date, publish date, published at, publication date, pub date, pubdate, "
        "date published, published date, publishedat, datetime, time, timestamp, التاريخ, تاريخ النشر, تاريخ الخبر",
    }.items()
}
_DELIMITERS = (",", ";", "\t", "|")
# The charset is told by the first bytes, the delimiter by the first line.
_HEAD = 1 << 18


class _Head(msgspec.Struct, frozen=True):
    """How a table is to be read: the place of each known column, the names of all."""

    places: dict[str, int]
    names: tuple[str, ...]


def find_rows(stream: BinaryIO, origin: str, columns: Mapping[str, str] | None = None) -> Iterator[Page | Refused]:
    """Yield a page for every row below the header line, a `Refused` for every row that holds none.

    `columns` says which column holds what (keys of COLUMNS) where the names do not tell. A title that the text does not
    begin with is put before it as a line of its own. A page's origin is `origin:line`.
    """
    buffered = io.BufferedReader(stream, _HEAD)  # type: ignore[type-var]
    head = buffered.peek(_HEAD)[:_HEAD]
    if not head.strip():
        yield Refused(origin, None, "is empty")
        return
    charset = detect_charset(head[: head.rfind(b"\n") + 1] or head)
    if charset is None:
        yield Refused(origin, None, find_fault(head) or "is in no charset that is known; save it as UTF-8")
        return
    text = io.TextIOWrapper(buffered, charset, "replace", newline="")
    csv.field_size_limit(SIZE_LIMIT)
    first = text.readline(SIZE_LIMIT)
    delimiter = _find_delimiter(first, columns or {})
    names = _split(first, delimiter)
    try:
        places = _find_places(names, columns or {})
    except ValueError as error:
        yield Refused(origin, 1, str(error))
        return
    yield from _find_pages(text, delimiter, _Head(places, names), origin)


def _find_pages(text: TextIO, delimiter: str, head: _Head, origin: str) -> Iterator[Page | Refused]:
    rows = csv.reader(_read_lines(text), delimiter=delimiter)
    seen = False
    while True:
        line = rows.line_num + 2  # the header is line 1, and a row begins below what was read so far
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield Refused(origin, line, f"cannot be read on ({error}); is a quotation mark left open there?")
            return
        if row is None:
            break
        if any(cell.strip() for cell in row):
            seen = True
            yield _to_page(row, head, origin, line)
    if not seen:
        yield Refused(origin, None, "holds a header line and no rows")


def _read_lines(text: TextIO) -> Iterator[str]:
    """Yield lines. Raises csv.Error for one that is longer than any row of articles, before memory is full of it."""
    while line := text.readline(2 * SIZE_LIMIT):
        if len(line) >= 2 * SIZE_LIMIT:
            raise csv.Error(f"a line of more than {2 * SIZE_LIMIT // 1_000_000} MB")
        yield line


def _split(line: str, delimiter: str) -> tuple[str, ...]:
    cells = next(csv.reader([line], delimiter=delimiter), [])
    return tuple(cell.strip().lstrip("\ufeff") for cell in cells)


def _find_delimiter(line: str, columns: Mapping[str, str]) -> str:
    """Choose the delimiter that gives the most columns with a meaning, then the most columns."""
    named = {_key(name) for name in columns.values()}
    usual = {_key(name) for names in COLUMNS.values() for name in names} | named

    def count(delimiter: str) -> tuple[int, int]:
        names = _split(line, delimiter)
        return sum(_key(name) in usual for name in names), len(names)

    return max(_DELIMITERS, key=count)


def _key(name: str) -> str:
    return " ".join(fold(name).lower().replace("_", " ").replace("-", " ").split())


def _find_places(names: tuple[str, ...], columns: Mapping[str, str]) -> dict[str, int]:
    """Find the columns. Raises ValueError, with a message for people, where the text's is not known."""
    keys = [_key(name) for name in names]
    listed = ", ".join(names)
    places: dict[str, int] = {}
    for field, name in columns.items():
        if _key(name) not in keys:
            raise ValueError(f"has no column {name!r}; its columns are: {listed}")
        places[field] = keys.index(_key(name))
    for field, usual in COLUMNS.items():
        found = next((keys.index(_key(name)) for name in usual if _key(name) in keys), None)
        if field not in places and found is not None and found not in places.values():
            places[field] = found
    if "text" not in places and "html" not in places:
        raise ValueError(f"has no column for the text; say which with --columns text=NAME (its columns are: {listed})")
    return places


def _to_page(row: list[str], head: _Head, origin: str, line: int) -> Page | Refused:
    cells = {field: row[place].strip() for field, place in head.places.items() if place < len(row)}
    kind = PageKind.HTML if cells.get("html") else PageKind.TEXT
    content = cells.get("html") or cells.get("text") or ""
    if not content:
        short = f"; it has {len(row)} of {len(head.names)} cells" if len(row) < len(head.names) else ""
        return Refused(origin, line, f"has no text{short}")
    title = cells.get("title", "")
    if title and kind is PageKind.TEXT and not content.startswith(title):
        content = f"{title}\n{content}"
    encoded = content.encode("utf-8", "replace")
    fault = find_fault(encoded)
    if fault:
        return Refused(origin, line, fault)
    url, outlet, published = (cells.get(field) or None for field in ("url", "outlet", "published"))
    id = cells.get("id") or to_page_id(url, encoded)
    return Page(id, f"{origin}:{line}", kind, encoded, url, outlet, published, encoding="utf-8")
