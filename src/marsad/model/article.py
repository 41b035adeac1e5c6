"""What acquisition and cleaning hand on: a page as bytes, then an article as text with labelled blocks."""

from enum import StrEnum

import msgspec

from marsad.model.span import Span


class PageKind(StrEnum):
    """How the content of a page is to be read."""

    TEXT = "text"
    HTML = "html"


class Entry(msgspec.Struct, frozen=True):
    """What a feed or sitemap says of one article: claims to be weighed, each None where it says nothing.

    `url` is absolute; `key` is what the feed knows the article by (its own id, else the address). `published` is ISO
    where it was a date in English, else as written (Arabic dates are); `outlet` is the name of the feed, `agency` the
    source it credits, `content` the HTML of the text or its beginning.
    """

    url: str
    key: str
    title: str | None = None
    author: str | None = None
    published: str | None = None
    outlet: str | None = None
    agency: str | None = None
    content: str | None = None


class Validators(msgspec.Struct, frozen=True):
    """What a server gave to ask later whether an address has changed (ETag, Last-Modified), as it wrote them."""

    etag: str | None = None
    modified: str | None = None


class Page(msgspec.Struct, frozen=True):
    """One input as it came: bytes, where from, and what the giver said of it (each None where nothing was said).

    `published` is an ISO day or time given by the caller, `encoding` a charset label sent with the bytes, `entry` what
    the feed that led here says of the article, `captured` the ISO time of the fetch: the article came out no later.
    """

    id: str
    origin: str
    kind: PageKind
    content: bytes
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    encoding: str | None = None
    entry: Entry | None = None
    captured: str | None = None


class Refused(msgspec.Struct, frozen=True):
    """Input that gave no article: where it stood (`line` counted from 1, None for a whole file) and why, for people."""

    origin: str
    line: int | None
    reason: str

    def __str__(self) -> str:
        place = self.origin if self.line is None else f"{self.origin}:{self.line}"
        return f"{place}: {self.reason}"


class AsideKind(StrEnum):
    """Why a page is set aside: it is no article, not in Arabic, or tells of no relation between states."""

    LISTING = "listing"
    MEDIA = "media"
    ERROR = "error"
    STUB = "stub"
    EMPTY = "empty"
    LANGUAGE = "language"
    OFF_TOPIC = "off_topic"


class Aside(msgspec.Struct, frozen=True):
    """That a page is set aside: of which kind it is, and what was seen that says so, for people."""

    kind: AsideKind
    reason: str


class SetAside(Refused, frozen=True):
    """A page that was understood and is not read on: recorded with its reason, so that it can be looked at.

    `id`, `digest` (SHA-256 of its bytes), `url`, `outlet` and `title` are those that its article would have.
    """

    id: str
    digest: str
    kind: AsideKind
    url: str | None = None
    outlet: str | None = None
    title: str | None = None


class BlockKind(StrEnum):
    """What a block of the text is. The first six are the article, the others furniture around it."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    HEADING = "heading"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    READING_TIME = "reading_time"
    SITE_DATE = "site_date"
    SHARE = "share"
    RELATED = "related"
    TAGS = "tags"
    NAVIGATION = "navigation"
    COMMENTS = "comments"
    FOOTER = "footer"
    DUPLICATE = "duplicate"

    @property
    def is_furniture(self) -> bool:
        """Tell whether the block is page furniture, not the article."""
        return self not in _ARTICLE_KINDS


_ARTICLE_KINDS = frozenset(
    {
        BlockKind.TITLE,
        BlockKind.STANDFIRST,
        BlockKind.HEADING,
        BlockKind.BYLINE,
        BlockKind.DATELINE,
        BlockKind.BODY,
    }
)


class Block(msgspec.Struct, frozen=True):
    """A labelled stretch of the text.

    Blocks do not overlap and are sorted; white space between them belongs to none.
    """

    start: int
    end: int
    kind: BlockKind


class DateClue(msgspec.Struct, frozen=True):
    """One candidate for the publication day, kept with where it stood.

    `value` is the string as given (ISO or Arabic), `source` where it came from (`given`, `json-ld`,
    `article:published_time`, `time`, `url`, `url month`, …), `span` its place in the text where it stands there, else
    None.
    `local` is the ISO day of a moment in universal time where the outlet sits, None where value or seat do not tell.
    """

    value: str
    source: str
    span: Span | None = None
    local: str | None = None


class Article(msgspec.Struct, frozen=True):
    """A page made readable: its text exactly as given (plain) or as taken out (HTML), every block labelled, nothing
    deleted.

    `digest` is the SHA-256 of the bytes read, `title` the headline's span, `agencies` the wires credited as written,
    `date_clues` every candidate for the publication day from metadata; dates inside the text are found by the reader.
    `aside` says why the page is not to be read as an Arabic article, None where it is.
    """

    id: str
    origin: str
    digest: str
    text: str
    blocks: tuple[Block, ...]
    title: Span | None = None
    outlet: str | None = None
    agencies: tuple[str, ...] = ()
    byline: str | None = None
    dateline: str | None = None
    language: str | None = None
    url: str | None = None
    date_clues: tuple[DateClue, ...] = ()
    aside: Aside | None = None
