"""Pieces: the lines of a text, and the parts of lines that wide gaps set apart, before anything is known about them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from marsad.lang.tokens import Token, TokenKind, find_tokens
from marsad.model import BlockKind, Span

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_GAP = re.compile(r"[^\S\n\r]{3,}")
# A gap as wide as this is layout; a narrower one (texts wrapped by hand have them) only after a sentence or in a menu.
_WIDE = 4
_SEVERAL = 2
_ENTRY_WORDS = 3
# The end of a sentence; a bare closing quotation mark ends a headline as well, so it does not count.
_FINAL = re.compile(r"[.!?؟…۔][\"'»”’)\]\u200e\u200f]*\Z")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")

# Lines longer than this are prose whatever they say; their words are not looked at one by one.
_LONG = 75


@dataclass(frozen=True, eq=False)
class Piece:
    """One stretch of a line. `hint` is what the markup says of it, `inside` whether it lies in the page's main part.

    `links` is the share of its characters that are link text; `line` numbers the lines of the text. `pictured` tells
    that it may stand under a picture, which in plain text is not seen.
    """

    text: str
    start: int
    end: int
    line: int
    hint: BlockKind | None = None
    inside: bool = True
    links: float = 0.0
    heading: bool = False
    pictured: bool = True

    @property
    def span(self) -> Span:
        """Return the piece's place in the text."""
        return Span(self.start, self.end)

    @cached_property
    def words(self) -> int:
        """How many words it has, by white space."""
        return len(self.text.split())

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The piece's tokens; empty for a piece too long to be furniture."""
        return find_tokens(self.text) if self.words <= _LONG else ()

    @cached_property
    def norms(self) -> tuple[str, ...]:
        """Folded lower-case words, numbers and marks."""
        return tuple(token.norm.lower() for token in self.tokens)

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """As `norms`, without marks."""
        return tuple(t.norm.lower() for t in self.tokens if t.kind is not TokenKind.MARK)

    @cached_property
    def is_final(self) -> bool:
        """Tell whether it ends as a sentence ends."""
        return _FINAL.search(_INVISIBLE.sub("", self.text)) is not None

    @property
    def is_prose(self) -> bool:
        """Tell whether it reads as running text: a sentence of some length, or long whatever its end."""
        return self.words >= 24 or (self.words >= 8 and self.is_final)


def find_pieces(text: str) -> Iterator[Piece]:
    """Yield the pieces of a plain text in order, without white space around them; lines of marks only are left out."""
    for number, line in enumerate(_LINE.finditer(text)):
        for start, end in _cut(text, line.start(), line.end()):
            if any(char.isalnum() for char in text[start:end]):
                yield Piece(text[start:end], start, end, number)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    gaps = [gap for gap in _GAP.finditer(text, start, end) if gap.start() > start and gap.end() < end]
    edges = [start, *(gap.end() for gap in gaps), end]
    short = [len(text[a:b].split()) <= _ENTRY_WORDS for a, b in pairwise(edges)]
    begin = start
    for place, gap in enumerate(gaps):
        ended = _FINAL.search(text[max(begin, gap.start() - 8) : gap.start()])
        row = len(gaps) >= _SEVERAL and short[place] and short[place + 1]
        if row or ended or gap.end() - gap.start() >= _WIDE:
            yield from _trimmed(text, begin, gap.start())
            begin = gap.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
