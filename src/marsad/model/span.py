"""A span: a half-open pair of code-point offsets into an article's text, the evidence of a fact."""

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """`text[start:end]` is the evidence."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of `text` that this span covers."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end
