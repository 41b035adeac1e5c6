"""Web archives (WARC) as pages: HTML and plain-text responses, streamed, damaged records told and passed over."""

import re
from collections.abc import Iterator
from datetime import UTC
from io import BytesIO
from typing import BinaryIO, cast

from fastwarc.stream_io import BrotliReader, ZstdReader
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from marsad.acquire.bounded import Cut, Garbled, TooLarge, Unpacker
from marsad.acquire.contents import SIZE_LIMIT, find_fault, to_page_id
from marsad.acquire.urls import to_id
from marsad.model import Page, PageKind, Refused

_KINDS = {"text/html": PageKind.HTML, "application/xhtml+xml": PageKind.HTML, "text/plain": PageKind.TEXT}
_FOUND = 200
# How records begin in an archive that is packed record by record, and in one that is not packed.
_PACKED = re.compile(rb"\x1f\x8b\x08")
_PLAIN = re.compile(rb"(?<=\n)WARC/1\.[01]\r?\n")
_READERS = {"br": BrotliReader, "zstd": ZstdReader}
_STEP = 1 << 20
_OVERLAP = 16


def find_responses(stream: BinaryIO, origin: str) -> Iterator[Page | Refused]:
    """Yield a page for each response of status 200 that is HTML or plain text; images, scripts and errors are no pages.

    A page has the id that it has when fetched from its URL; its origin is `origin#URL`, its `captured` the time of the
    visit, which is no publication day. A damaged record is told once, and reading goes on at the next sound one; in a
    stream that cannot be set back reading ends there.
    """
    place, empty = 0, True
    while place >= 0:
        sound = None
        try:
            for record in _open(stream, place):
                sound = record.stream_pos
                found = _to_page(record, origin) if record.record_type is WarcRecordType.response else None
                if found is not None:
                    empty = False
                    yield found
            break
        except (OSError, ValueError) as error:
            # Without a sound record since the last attempt this is the same damage, told before.
            if sound is not None or place == 0:
                what = "is damaged after" if sound is not None else "is no web archive, or damaged, at"
                yield Refused(origin, None, f"{what} byte {sound or 0} ({error})")
                empty = False
        place = _find_next(stream, (place if sound is None else sound) + 1)
    if empty:
        yield Refused(origin, None, "holds no pages of HTML or plain text")


class _Forward:
    """A stream that only goes forward (a member of a zip archive), and can tell where it is, which fastwarc asks."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._place = stream, 0

    def read(self, size: int = -1) -> bytes:
        """Return up to `size` bytes, none at the end."""
        data = self._stream.read(size)
        self._place += len(data)
        return data

    def tell(self) -> int:
        """Return how many bytes were read."""
        return self._place

    def seek(self, place: int, whence: int = 0) -> int:
        """Return the place, which is all that can be asked. Raises OSError for any other one."""
        if (place, whence) not in ((0, 1), (self._place, 0)):
            raise OSError("the stream cannot be set back")
        return self._place


def _open(stream: BinaryIO, place: int) -> ArchiveIterator:
    if not stream.seekable():
        stream = cast(BinaryIO, _Forward(stream))
    elif place:
        stream.seek(place)
    return ArchiveIterator(stream, parse_http=False, fsspec_args=False)


def _find_next(stream: BinaryIO, place: int) -> int:
    """Return where the next record seems to begin at or after `place`, -1 where there is none or no way back."""
    if not stream.seekable():
        return -1
    stream.seek(0)
    start = _PACKED if _PACKED.match(stream.read(4)) else _PLAIN
    place = max(0, place - 1)  # the line end that a record follows
    stream.seek(place)
    held = b""
    while chunk := stream.read(_STEP):
        data = held + chunk
        found = start.search(data, 1 if not held else 0)
        if found:
            return place + found.start()
        held = data[-_OVERLAP:]
        place += len(data) - len(held)
    return -1


def _to_page(record: WarcRecord, origin: str) -> Page | Refused | None:
    """Return the page of a response, None where it is not one of text, Refused where it cannot be used."""
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ") or None
    place = f"{origin}#{url}" if url else f"{origin}#{record.stream_pos}"
    record.parse_http(auto_decode="transfer", quirks_mode=True)
    kind = _KINDS.get((record.http_content_type or "").strip().lower())
    if kind is None or record.http_headers.status_code != _FOUND:
        return None
    packed = record.reader.read(SIZE_LIMIT + 1)
    if _is_cut(record, packed):
        return Refused(place, None, "is cut short: the archive holds less of the page than it says")
    try:
        content = _unpack(packed, record.http_headers.get("Content-Encoding") or "")
    except TooLarge:
        return Refused(place, None, f"is larger than a page may be ({SIZE_LIMIT // 1_000_000} MB)")
    except (Cut, Garbled, OSError) as error:
        return Refused(place, None, f"cannot be unpacked ({error or 'cut short'})")
    fault = find_fault(content)
    if fault:
        return Refused(place, None, fault)
    day = record.record_date
    captured = day.astimezone(UTC).isoformat(timespec="seconds") if day else None
    return Page(
        id=to_id(url) if url else to_page_id(None, content),
        origin=place,
        kind=kind,
        content=content,
        url=url,
        encoding=record.http_charset,
        captured=captured,
    )


def _unpack(content: bytes, encoding: str) -> bytes:
    """Undo the Content-Encoding, up to the limit. Raises an error of `bounded` or OSError where that fails."""
    if encoding not in _READERS:
        unpacker = Unpacker(encoding, SIZE_LIMIT)
        unpacker.feed(content)
        return unpacker.finish()
    unpacked: bytes = _READERS[encoding](BytesIO(content)).read(SIZE_LIMIT + 1)
    return unpacked


def _is_cut(record: WarcRecord, content: bytes) -> bool:
    """Tell whether the archive ends within the page; a crawler that cut it says so itself (WARC-Truncated)."""
    told = record.http_headers.get("Content-Length") or ""
    if not told.isdigit() or record.headers.get("WARC-Truncated"):
        return False
    return len(content) < min(int(told), SIZE_LIMIT)
