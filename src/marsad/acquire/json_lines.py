"""JSON lines as pages: one article a line, read line by line, so that files of any size can be given."""

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from marsad.acquire.contents import to_page_id
from marsad.model import Page, PageKind, Refused


class Record(msgspec.Struct, frozen=True):
    """One line: `text` or `html`, and what else is known. Other fields are passed over."""

    id: str | int | None = None
    text: str | None = None
    html: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None


_DECODER = msgspec.json.Decoder(Record)


def find_records(stream: BinaryIO, origin: str, limit: int) -> Iterator[Page | Refused]:
    """Yield a page for every line, a `Refused` for every line that is none. A line may have `limit` bytes.

    A page's origin is `origin:line`; its id is the line's `id` or, without one, a digest of its URL and text.
    """
    seen = False
    for number, line in enumerate(_read_lines(stream, limit), 1):
        if not line.strip():
            continue
        seen = True
        yield _to_page(line, origin, number, limit)
    if not seen:
        yield Refused(origin, None, "is empty")


def _read_lines(stream: BinaryIO, limit: int) -> Iterator[bytes]:
    """Yield lines without ever holding more than `limit` + 1 bytes of one; the rest of a longer line is passed over."""
    while line := stream.readline(limit + 1):
        yield line
        while len(line) > limit and not line.endswith(b"\n"):
            line = stream.readline(limit + 1)


def _to_page(line: bytes, origin: str, number: int, limit: int) -> Page | Refused:
    if len(line) > limit:
        return Refused(
            origin, number, f"the line has more than {limit // 1_000_000} MB, too much for one article; split it"
        )
    try:
        record = _DECODER.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except msgspec.ValidationError as error:
        return Refused(origin, number, f'is not an article: {error}; give {{"id": …, "text" or "html": …}}')
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return Refused(origin, number, f"is not JSON ({error}); each line must hold one whole object in UTF-8")
    content = record.html if record.html is not None else record.text
    if content is None:
        return Refused(origin, number, 'has neither "text" nor "html"')
    if not content.strip():
        return Refused(origin, number, f'"{"html" if record.html is not None else "text"}" is empty')
    kind = PageKind.HTML if record.html is not None else PageKind.TEXT
    encoded = content.encode("utf-8", "replace")
    id = str(record.id) if record.id not in (None, "") else to_page_id(record.url, encoded)
    place = f"{origin}:{number}"
    return Page(id, place, kind, encoded, record.url, record.outlet, record.published, encoding="utf-8")
