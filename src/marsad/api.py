"""The library's front: one article in, its reading out. The lexicon is loaded at the first call and kept."""

from hashlib import sha256
from pathlib import Path

from marsad.acquire.files import find_pages
from marsad.errors import InputError
from marsad.lexicon.load import load_lexicon
from marsad.model import Page, PageKind, Reading, Refused
from marsad.pipeline import read_page


def read_text(text: str, *, id: str | None = None, published: str | None = None, outlet: str | None = None) -> Reading:
    """Read the plain text of one article; offsets in the reading are code points into `text`.

    `id` is a digest of the text where none is given, `published` an ISO day, `outlet` a name. Raises InputError where
    the text is empty or not in Arabic.
    """
    content = text.encode("utf-8", "replace")
    name = id or sha256(content).hexdigest()[:16]
    page = Page(name, name, PageKind.TEXT, content, None, outlet, published, encoding="utf-8")
    return read_page(page, load_lexicon())


def read_file(path: str | Path, *, published: str | None = None, outlet: str | None = None) -> Reading:
    """Read a file that holds one article (.txt, .html, or .jsonl with one line).

    Raises InputError that names the file (and line) where it cannot be read, or holds several articles.
    """
    pages = tuple(find_pages(path, published=published, outlet=outlet))
    if len(pages) != 1:
        raise InputError(f"holds {len(pages)} articles, not one; `marsad read` takes many", origin=path)
    page = pages[0]
    if isinstance(page, Refused):
        raise InputError(page.reason, origin=page.origin, line=page.line)
    return read_page(page, load_lexicon())
