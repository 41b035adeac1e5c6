"""Files, folders and standard input as pages. What cannot be read is told as a `Refused`, and the rest goes on."""

import re
import sys
from collections.abc import Iterator
from hashlib import sha256
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import cast

from marsad.acquire.json_lines import find_records
from marsad.lang.charset import decode, is_binary
from marsad.model import Page, PageKind, Refused

# No article is larger; what is larger is a dump of many, which JSON lines hold line by line.
SIZE_LIMIT = 5_000_000
_KINDS = {".txt": PageKind.TEXT, ".text": PageKind.TEXT, ".html": PageKind.HTML, ".htm": PageKind.HTML}
_LINES = (".jsonl", ".ndjson")
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|div|p|h1|meta)\b", re.IGNORECASE)


def find_pages(
    path: str | Path, *, published: str | None = None, outlet: str | None = None
) -> Iterator[Page | Refused]:
    """Yield the pages of a file, of a folder (recursive, by name) or, for "-", of standard input.

    Read are .txt, .html, .htm and .jsonl files. A page's id is the file's stem, of a JSON line its `id` or a digest.
    `published` (ISO day or time) and `outlet` are given to every page that does not say better itself.
    Whatever cannot be read is yielded as a `Refused` that says what to do; nothing is raised for bad input.
    """
    pages = _find_stdin() if str(path) == "-" else _find_path(Path(path))
    for page in pages:
        yield page if isinstance(page, Refused) else _with_given(page, published, outlet)


def _with_given(page: Page, published: str | None, outlet: str | None) -> Page:
    return Page(
        id=page.id,
        origin=page.origin,
        kind=page.kind,
        content=page.content,
        url=page.url,
        outlet=page.outlet or outlet,
        published=page.published or published,
        encoding=page.encoding,
    )


def _find_path(path: Path) -> Iterator[Page | Refused]:
    if path.is_dir():
        yield from _find_folder(path)
    elif not path.exists():
        yield Refused(str(path), None, "there is no such file or folder; check the path")
    elif path.suffix.lower() in _LINES:
        yield from _find_lines(path)
    elif path.suffix.lower() in _KINDS:
        yield _to_page(path, _KINDS[path.suffix.lower()])
    else:
        yield Refused(str(path), None, f"files of this kind are not read; give {_listed()} or use - for standard input")


def _find_folder(folder: Path) -> Iterator[Page | Refused]:
    known = (*_KINDS, *_LINES)
    try:
        found = sorted(path for path in folder.rglob("*") if path.suffix.lower() in known and path.is_file())
    except OSError as error:
        yield Refused(str(folder), None, f"cannot be listed: {error.strerror}; check the permissions")
        return
    if not found:
        yield Refused(str(folder), None, f"holds no articles; articles are files of kind {_listed()}")
    for path in found:
        yield from _find_path(path)


def _listed() -> str:
    return ", ".join((*_KINDS, *_LINES))


def _find_lines(path: Path) -> Iterator[Page | Refused]:
    try:
        with path.open("rb") as lines:
            yield from find_records(lines, str(path), SIZE_LIMIT)
    except OSError as error:
        yield Refused(str(path), None, f"cannot be opened: {error.strerror}; check the permissions")


def _to_page(path: Path, kind: PageKind) -> Page | Refused:
    try:
        if path.stat().st_size > SIZE_LIMIT:
            return Refused(str(path), None, _too_large(path.stat().st_size))
        content = path.read_bytes()
    except OSError as error:
        return Refused(str(path), None, f"cannot be opened: {error.strerror}; check the permissions")
    reason = find_fault(content)
    return Refused(str(path), None, reason) if reason else Page(path.stem, str(path), kind, content)


def _find_stdin() -> Iterator[Page | Refused]:
    """Standard input is JSON lines where its first character opens an object, else one page of HTML or text."""
    stream = BufferedReader(cast(RawIOBase, sys.stdin.buffer))
    if stream.peek(1).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        yield from find_records(stream, "-", SIZE_LIMIT)
        return
    content = stream.read(SIZE_LIMIT + 1)
    reason = _too_large(len(content)) if len(content) > SIZE_LIMIT else find_fault(content)
    if reason:
        yield Refused("-", None, reason)
    else:
        kind = PageKind.HTML if _MARKUP.search(content[:4096]) else PageKind.TEXT
        yield Page(sha256(content).hexdigest()[:16], "-", kind, content)


def find_fault(content: bytes) -> str | None:
    """Say why bytes are no page of text, None where they are one."""
    if not content.strip():
        return "is empty"
    if is_binary(content):
        return "is not text; give plain text, HTML or JSON lines"
    if decode(content) is None:
        return "is neither UTF-8 nor another Arabic charset (windows-1256, ISO-8859-6); convert it to UTF-8"
    return None


def _too_large(size: int) -> str:
    limit = SIZE_LIMIT // 1_000_000
    return f"{size / 1e6:.0f} MB is too large for one article (limit {limit} MB); give many articles as .jsonl lines"
