"""Tokens: words, numbers, Latin words and single marks of punctuation, each with its place in the text."""

import re
from enum import StrEnum

import msgspec

from marsad.lang.fold import fold

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u061c"
# All letters but ة, which ends a word wherever it stands: in الأمريكيةفي a space was lost.
_ARABIC = (
    "\u0620-\u0628\u062a-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc"
    "\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc"
)
_TOKEN = re.compile(
    rf"(?P<word>[{_ARABIC}][{_ARABIC}{_MARKS}]*\u0629?[{_MARKS}]*|\u0629[{_MARKS}]*)"
    r"|(?P<number>[0-9\u0660-\u0669\u06f0-\u06f9]+(?:[.,\u066b\u066c][0-9\u0660-\u0669\u06f0-\u06f9]+)*)"
    r"|(?P<latin>[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f0-9]*(?:['’&.-][A-Za-z\u00c0-\u024f0-9]+)*)"
    rf"|(?P<mark>[^\s{_MARKS}])"
)


class TokenKind(StrEnum):
    """What a token is made of."""

    WORD = "word"
    NUMBER = "number"
    LATIN = "latin"
    MARK = "mark"


class Token(msgspec.Struct, frozen=True, gc=False):
    """`text[start:end]` is the token as written, `norm` its folded spelling (quotation marks become \" or ').

    `hamza` tells that a hamza on its first alef was written: أليخاندرو has no article, whatever its folded spelling.
    """

    start: int
    end: int
    norm: str
    kind: TokenKind
    hamza: bool = False


_HAMZA = frozenset("أإآ")
_KINDS = {kind.value: kind for kind in TokenKind}


def find_tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Return the tokens of `text[start:end]` in order. Offsets are into the whole `text`."""
    found = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        written = match.group()
        found.append(Token(*match.span(), fold(written), _KINDS[match.lastgroup or "mark"], written[0] in _HAMZA))
    return tuple(found)


def find_words(text: str) -> tuple[str, ...]:
    """Return the folded words and numbers of a text without its marks; Latin letters are small."""
    return tuple(token.norm.lower() for token in find_tokens(text) if token.kind is not TokenKind.MARK)
