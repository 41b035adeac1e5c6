"""Files, folders, globs and standard input as pages. What cannot be read is told as a `Refused`, the rest goes on."""

import re
import sys
import zipfile
from collections.abc import Iterator, Mapping
from glob import glob
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from marsad.acquire.contents import SIZE_LIMIT, find_fault, to_page_id
from marsad.acquire.formats import LISTED, Form, find_form, find_in_stream
from marsad.acquire.json_lines import find_records
from marsad.acquire.packed import FAULTS, list_members, open_member
from marsad.model import Page, PageKind, Refused

_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|div|p|h1|meta)\b", re.IGNORECASE)
_GLOB = re.compile(r"[*?\[]")


def find_pages(
    path: str | Path,
    *,
    published: str | None = None,
    outlet: str | None = None,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Page | Refused]:
    """Yield the pages of a file, of a folder (recursive, by name), of the files that a pattern finds (`**` goes into
    folders) or, for "-", of standard input.

    Read are the forms of `formats.SUFFIXES`, also packed (.gz, .zip). A page's id is the file's stem, of a line or row
    its `id` or a digest. `published` (ISO day or time) and `outlet` are given to every page that does not say better
    itself; `columns` says what the columns of tables hold (`tables.COLUMNS`). Whatever cannot be read is yielded as a
    `Refused` that says what to do; nothing is raised for bad input.
    """
    pages = _find_stdin() if str(path) == "-" else _find_path(Path(path), columns)
    for page in pages:
        yield page if isinstance(page, Refused) else _with_given(page, published, outlet)


def _with_given(page: Page, published: str | None, outlet: str | None) -> Page:
    return msgspec.structs.replace(page, outlet=page.outlet or outlet, published=page.published or published)


def _find_path(path: Path, columns: Mapping[str, str] | None) -> Iterator[Page | Refused]:
    if path.is_dir():
        yield from _find_folder(path, columns)
    elif path.exists():
        yield from _find_file(path, columns)
    elif _GLOB.search(str(path)):
        found = sorted(glob(str(path), recursive=True))
        if not found:
            yield Refused(str(path), None, "no file has a name like this; check the pattern")
        for name in found:
            if Path(name).is_file():
                yield from _find_file(Path(name), columns)
    else:
        yield Refused(str(path), None, "there is no such file or folder; check the path")


def _find_folder(folder: Path, columns: Mapping[str, str] | None) -> Iterator[Page | Refused]:
    try:
        found = sorted(path for path in folder.rglob("*") if find_form(path.name) and path.is_file())
    except OSError as error:
        yield Refused(str(folder), None, f"cannot be listed: {error.strerror}; check the permissions")
        return
    if not found:
        yield Refused(str(folder), None, f"holds no articles; articles are files of kind {LISTED}")
    for path in found:
        yield from _find_file(path, columns)


def _find_file(path: Path, columns: Mapping[str, str] | None) -> Iterator[Page | Refused]:
    form = find_form(path.name)
    if form is None:
        yield Refused(str(path), None, f"files of this kind are not read; give {LISTED}, or - for standard input")
        return
    try:
        stream = path.open("rb")
    except OSError as error:
        yield Refused(str(path), None, f"cannot be opened: {error.strerror}; check the permissions")
        return
    with stream:
        if form is Form.ZIP:
            yield from _find_members(stream, str(path), columns)
        else:
            pages = find_in_stream(stream, path.name, str(path), path.stat().st_size, columns)
            yield from _until_damaged(pages, str(path))


def _find_members(stream: BinaryIO, origin: str, columns: Mapping[str, str] | None) -> Iterator[Page | Refused]:
    """Yield the pages of a zip archive, origin `archive/member`. An archive in an archive is not opened."""
    try:
        archive = zipfile.ZipFile(stream)
    except FAULTS as error:
        yield Refused(origin, None, f"is no zip archive or damaged ({error})")
        return
    members = [member for member in list_members(archive) if find_form(member.filename) not in (None, Form.ZIP)]
    if not members:
        yield Refused(origin, None, f"holds no articles; articles are files of kind {LISTED}")
    for member in members:
        place = f"{origin}/{member.filename}"
        try:
            with open_member(archive, member) as content:
                pages = find_in_stream(content, member.filename, place, member.compress_size, columns)
                yield from _until_damaged(pages, place)
        except FAULTS as error:
            yield Refused(place, None, f"cannot be unpacked ({error})")


def _until_damaged(pages: Iterator[Page | Refused], origin: str) -> Iterator[Page | Refused]:
    try:
        yield from pages
    except FAULTS as error:
        yield Refused(origin, None, f"is damaged or cut short ({error}); what stood before that was read")


def _find_stdin() -> Iterator[Page | Refused]:
    """Standard input is JSON lines where its first character opens an object, else one page of HTML or text."""
    stream = BufferedReader(cast(RawIOBase, sys.stdin.buffer))
    if stream.peek(1).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        yield from find_records(stream, "-", SIZE_LIMIT)
        return
    content = stream.read(SIZE_LIMIT + 1)
    fault = find_fault(content)
    if fault:
        yield Refused("-", None, fault)
    else:
        kind = PageKind.HTML if _MARKUP.search(content[:4096]) else PageKind.TEXT
        yield Page(to_page_id(None, content), "-", kind, content)
