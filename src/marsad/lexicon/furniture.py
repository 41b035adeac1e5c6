"""Furniture: the wording and the markup that stand around an article (`data/furniture.toml`, `data/markup.toml`)."""

from enum import StrEnum
from pathlib import Path

import msgspec

from marsad.errors import LexiconError
from marsad.lexicon.tables import load_toml
from marsad.model import BlockKind


class Match(StrEnum):
    """Where in a line the phrase stands: it is the line (alone or with others), begins it, ends it, or is in it."""

    LINE = "line"
    START = "start"
    END = "end"
    INSIDE = "inside"


class Furniture(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases of one kind. `rest`: how many words the line may hold beside it; `opens`: a list of its kind follows.

    `until`: words that begin or end the last line of what it opens, however the lines between look.
    """

    kind: BlockKind
    match: Match
    phrases: tuple[str, ...]
    examples: tuple[str, ...]
    counter: tuple[str, ...]
    rest: int = 0
    opens: bool = False
    until: tuple[str, ...] = ()


class LineWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that mark a line of one sort: with dates, with names of sources, or at the end of an outlet's name."""

    words: tuple[str, ...]
    examples: tuple[str, ...]
    counter: tuple[str, ...]


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The furniture file: phrases, words of date lines and source credits, last words of outlets' names."""

    furniture: tuple[Furniture, ...]
    date: LineWords
    wire: LineWords
    source: LineWords
    writer: LineWords
    outlet: LineWords


class MarkupKind(StrEnum):
    """What an element's name or class says: a block kind that markup can tell, or the article's own container."""

    MAIN = "main"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    CAPTION = "caption"
    READING_TIME = "reading_time"
    SITE_DATE = "site_date"
    SHARE = "share"
    RELATED = "related"
    TAGS = "tags"
    NAVIGATION = "navigation"
    COMMENTS = "comments"
    FOOTER = "footer"


class Markup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Tags and parts of class names that say one thing. A word of several parts is joined with hyphens."""

    kind: MarkupKind
    tags: tuple[str, ...]
    words: tuple[str, ...]
    examples: tuple[str, ...]
    counter: tuple[str, ...]


class _MarkupFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    markup: tuple[Markup, ...]


def load_wording(path: Path) -> Wording:
    """Read the furniture file. Raises LexiconError naming file and field."""
    wording = load_toml(path, Wording)
    entries: tuple[Furniture | LineWords, ...] = (
        *wording.furniture,
        wording.date,
        wording.wire,
        wording.source,
        wording.writer,
        wording.outlet,
    )
    for entry in entries:
        if not entry.examples or not entry.counter:
            raise LexiconError("every entry needs examples and counter-examples", path=path, field="examples, counter")
    for furniture in wording.furniture:
        if len(set(furniture.phrases)) < len(furniture.phrases):
            raise LexiconError(f"a phrase stands twice in a {furniture.kind} entry", path=path, field="phrases")
    return wording


def load_markup(path: Path) -> tuple[Markup, ...]:
    """Read the markup file, in its order. Raises LexiconError naming file and field."""
    entries = load_toml(path, _MarkupFile).markup
    for entry in entries:
        if not entry.examples or not entry.counter:
            raise LexiconError(f"{entry.kind} has no example or counter-example", path=path, field="examples, counter")
    return entries
