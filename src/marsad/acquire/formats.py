"""Forms of files: told by the end of a name (`.txt`, `.html`, `.jsonl`, `.csv`, `.warc`, also `.gz`), read as pages."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import PurePath
from typing import BinaryIO

from marsad.acquire.contents import SIZE_LIMIT, find_fault
from marsad.acquire.json_lines import find_records
from marsad.acquire.packed import unpack_gzip
from marsad.acquire.tables import find_rows
from marsad.acquire.warc import find_responses
from marsad.model import Page, PageKind, Refused


class Form(StrEnum):
    """What a file holds: one page, a page a line or row, an archive of responses, an archive of files."""

    TEXT = "text"
    HTML = "html"
    LINES = "lines"
    TABLE = "table"
    WARC = "warc"
    ZIP = "zip"


SUFFIXES = {
    ".txt": Form.TEXT,
    ".text": Form.TEXT,
    ".html": Form.HTML,
    ".htm": Form.HTML,
    ".xhtml": Form.HTML,
    ".jsonl": Form.LINES,
    ".ndjson": Form.LINES,
    ".csv": Form.TABLE,
    ".tsv": Form.TABLE,
    ".warc": Form.WARC,
    ".zip": Form.ZIP,
}
LISTED = ".txt, .html, .jsonl, .csv, .tsv and .warc, each also as .gz, and .zip of them"
_PACKED = ".gz"


def find_form(name: str) -> Form | None:
    """Return what the name of a file says of it, None where files of this name are not read."""
    path = PurePath(name.lower())
    form = SUFFIXES.get(PurePath(path.stem).suffix if path.suffix == _PACKED else path.suffix)
    return None if form is Form.ZIP and path.suffix == _PACKED else form


def find_in_stream(
    stream: BinaryIO, name: str, origin: str, size: int, columns: Mapping[str, str] | None
) -> Iterator[Page | Refused]:
    """Yield the pages of an open file by the form of its `name`. `size` is how many bytes it has as it lies there.

    `origin` names it in pages and messages, `columns` is for tables. Raises one of `packed.FAULTS` where the stream
    is damaged; what stood before was yielded.
    """
    form = find_form(name)
    if form is Form.WARC:  # packed record by record: only its reader can pass over a damaged one
        yield from find_responses(stream, origin)
        return
    if name.lower().endswith(_PACKED):
        stream, name = unpack_gzip(stream, size), name[: -len(_PACKED)]
    if form is Form.LINES:
        yield from find_records(stream, origin, SIZE_LIMIT)
    elif form is Form.TABLE:
        yield from find_rows(stream, origin, columns)
    else:
        yield _to_page(stream, PurePath(name).stem, origin, PageKind.HTML if form is Form.HTML else PageKind.TEXT)


def _to_page(stream: BinaryIO, id: str, origin: str, kind: PageKind) -> Page | Refused:
    content = stream.read(SIZE_LIMIT + 1)
    fault = find_fault(content)
    return Refused(origin, None, fault) if fault else Page(id, origin, kind, content)
