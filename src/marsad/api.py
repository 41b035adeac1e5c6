"""The library's front: one article in, its reading out; or the times of any text. The lexicon is loaded once."""

from datetime import date
from hashlib import sha256
from pathlib import Path

from marsad.acquire.files import find_pages
from marsad.errors import InputError
from marsad.lexicon.load import load_lexicon
from marsad.model import Article, Block, BlockKind, Page, PageKind, Published, Reading, Refused, Time
from marsad.pipeline import read_page
from marsad.read.document import to_document
from marsad.read.times import find_times
from marsad.read.times_resolving import resolve_times


def read_text(text: str, *, id: str | None = None, published: str | None = None, outlet: str | None = None) -> Reading:
    """Read the plain text of one article; offsets in the reading are code points into `text`.

    `id` is a digest of the text where none is given, `published` an ISO day, `outlet` a name. Raises InputError where
    the text is empty or not in Arabic.
    """
    content = text.encode("utf-8", "replace")
    name = id or sha256(content).hexdigest()[:16]
    page = Page(name, name, PageKind.TEXT, content, None, outlet, published, encoding="utf-8")
    return read_page(page, load_lexicon())


def read_times(text: str, *, published: str | None = None) -> tuple[Time, ...]:
    """Return the time expressions of a text of any length, a single expression too, with their TIMEX3 values.

    `published` is the ISO day that the text was written or is asked on; without it, what hangs on that day has no
    value. Offsets are code points into `text`. In an expression given alone, a weekday, a month or a day without its
    year is the coming one; in a sentence its verb tells. Raises InputError where `published` is no day.
    """
    try:
        day = Published(value=date.fromisoformat(published).isoformat()) if published else Published()
    except ValueError:
        raise InputError(f"{published!r} is not a day such as 2025-06-01", origin="published") from None
    whole = (Block(0, len(text), BlockKind.BODY),) if text.strip() else ()
    doc = to_document(Article(id="", origin="", digest="", text=text, blocks=whole))
    return resolve_times(find_times(doc, load_lexicon()), day, doc)


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
