"""The article made ready for matching: tokens and sentences of its readable blocks, made once for all finders."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

import msgspec

from marsad.lang.sentences import find_sentences
from marsad.lang.tokens import Token, find_tokens
from marsad.model import Article, BlockKind, Sentence, Span


class Line(msgspec.Struct, frozen=True):
    """A sentence as a range of tokens: `first` inclusive, `last` exclusive; `id` is that of the reading."""

    id: str
    start: int
    end: int
    first: int
    last: int
    block: int
    kind: BlockKind


@dataclass(frozen=True, eq=False)
class Document:
    """`tokens` covers the article's own blocks (title to body, byline too), in text order; furniture is never read.

    Token ranges everywhere in `read` are half-open pairs of indexes into `tokens`; a match never crosses a line.
    """

    article: Article
    tokens: tuple[Token, ...]
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The article's text, unaltered."""
        return self.article.text

    @cached_property
    def norms(self) -> tuple[str, ...]:
        """The folded spelling of each token."""
        return tuple(token.norm for token in self.tokens)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _line_firsts(self) -> list[int]:
        return [line.first for line in self.lines]

    def line_of(self, token: int) -> Line:
        """Return the line that holds the token with this index."""
        return self.lines[self.order_of(token)]

    def order_of(self, token: int) -> int:
        """Return the place among the lines of the one that holds the token with this index."""
        return bisect_right(self._line_firsts, token) - 1

    def token_at(self, offset: int) -> int:
        """Return the index of the first token that starts at or after a text offset (if none: the number of tokens)."""
        return bisect_left(self._starts, offset)

    def span(self, first: int, last: int) -> Span:
        """Return the text span of a token range that holds at least one token."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def sentences(self) -> tuple[Sentence, ...]:
        """Return the sentences as the reading gives them."""
        return tuple(Sentence(line.id, line.start, line.end) for line in self.lines)


def to_document(article: Article) -> Document:
    """Split the readable blocks of an article into lines and tokens."""
    tokens: list[Token] = []
    lines: list[Line] = []
    for number, block in enumerate(article.blocks):
        if block.kind.is_furniture:
            continue
        for start, end in find_sentences(article.text, block.start, block.end):
            found = find_tokens(article.text, start, end)
            if not found:
                continue
            first = len(tokens)
            tokens.extend(found)
            lines.append(Line(f"s{len(lines)}", found[0].start, found[-1].end, first, len(tokens), number, block.kind))
    return Document(article, tuple(tokens), tuple(lines))
