"""Quotations: which quotation marks of a line open and which close, nested and unbalanced ones too."""

import msgspec

from marsad.lang.tokens import TokenKind
from marsad.read.document import Document, Line

_OPENING = frozenset("«“„‟〝")
_CLOSING = frozenset("»”〞")
_PAIR = {"«": "»", "“": "”", "„": "“”", "‟": "”", "〝": "〞", '"': '"', "”": "“”", "»": "«"}


class Quotation(msgspec.Struct, frozen=True):
    """`opening` and `closing` are the tokens of the marks.

    Unclosed: `closing` is where the line, or a quotation opened anew inside, ends it; it is no mark of this one.
    """

    opening: int
    closing: int
    closed: bool


class Quotes(msgspec.Struct, frozen=True):
    """The quotations of one line by their opening token."""

    all: tuple[Quotation, ...]
    by_opening: dict[int, Quotation]

    def around(self, place: int) -> Quotation | None:
        """The innermost quotation that a token stands in."""
        inner = [q for q in self.all if q.opening < place < q.closing]
        return inner[-1] if inner else None


def to_quotes(quotations: tuple[Quotation, ...]) -> Quotes:
    """Index quotations."""
    return Quotes(quotations, {q.opening: q for q in quotations})


def find_quotations(doc: Document, line: Line) -> tuple[Quotation, ...]:
    """Return the quotations of a line by their opening token, inner ones after those that hold them."""
    found: list[Quotation] = []
    stack: list[tuple[int, str]] = []
    for place in range(line.first, line.last):
        token = doc.tokens[place]
        if token.kind is not TokenKind.MARK or token.norm != '"':
            continue
        mark = doc.text[token.start]
        if stack and mark in _PAIR[stack[-1][1]] and not (mark == '"' and _opens_anew(doc, place)):
            found.append(Quotation(stack.pop()[0], place, True))
        elif stack and mark == '"' and stack[-1][1] == '"':
            found.append(Quotation(stack.pop()[0], place, False))
            stack.append((place, mark))
        elif mark in _OPENING or mark == '"' or (not stack and _opens_anew(doc, place)):
            stack.append((place, mark))
        elif mark in _CLOSING and any(mark in _PAIR[held] for _, held in stack):
            while mark not in _PAIR[stack[-1][1]]:
                found.append(Quotation(stack.pop()[0], place, False))
            found.append(Quotation(stack.pop()[0], place, True))
    found.extend(Quotation(opening, line.last, False) for opening, _ in stack)
    return tuple(sorted(found, key=lambda q: (q.opening, -q.closing)))


def _opens_anew(doc: Document, place: int) -> bool:
    """A mark with space before it and a letter after it looks like an opening one, even where one is open."""
    token, text = doc.tokens[place], doc.text
    before = text[token.start - 1] if token.start else " "
    after = text[token.end] if token.end < len(text) else " "
    return (before.isspace() or before in "([:،") and not after.isspace() and after not in "،.:؛!؟)"
