"""What a term of office says about the day of an article: its length and its end tell when it began.

أول رحلة منذ أدائه اليمين لولاية مدتها ست سنوات تبقيه في السلطة حتى عام 2030: he took office in 2024, and what is
the first of its kind since then is news of that year.
"""

import re

import msgspec

from marsad.lexicon.reference import Reference
from marsad.model import Span, TimeType
from marsad.read.document import Document
from marsad.read.times_links import TimeExpression
from marsad.read.times_meaning import Fixed

_YEARS = re.compile(r"P(\d{1,2})Y")
_YEAR = re.compile(r"\d{4}")
_REACH = 5  # tokens from منذ to the word of taking office, and from حتى to the year
_LONGEST = 10  # years that a term lasts at most


class Term(msgspec.Struct, frozen=True):
    """A term of office that had begun by the day of writing.

    `year` is the one in which it began, `is_new` tells that the article is of that year, `spans` are its words.
    """

    year: int
    is_new: bool
    spans: tuple[Span, ...]


def find_term(doc: Document, expressions: tuple[TimeExpression, ...], words: Reference) -> Term | None:
    """Find a term whose beginning is told as past, with its length and its last year, in one sentence."""
    for number, line in enumerate(doc.lines):
        norms = doc.norms[line.first : line.last]
        since = next((at for at, norm in enumerate(norms) if norm == _SINCE), None)
        if since is None or words.taking_office.isdisjoint(norms[since : since + _REACH]):
            continue
        own = [expression for expression in expressions if expression.line == number]
        length = next((e for e in own if e.type is TimeType.DURATION and _match(_YEARS, e)), None)
        end = next((e for e in own if _match(_YEAR, e) and _is_end(doc, e, words)), None)
        if length is None or end is None or (years := int(_match(_YEARS, length)[1:-1])) > _LONGEST:
            continue
        is_new = not words.first_ever.isdisjoint(norms[:since])
        spans = tuple(Span(e.start, e.end) for e in (length, end))
        return Term(int(_match(_YEAR, end)) - years, is_new, spans)
    return None


_SINCE = "منذ"


def _match(pattern: re.Pattern[str], expression: TimeExpression) -> str:
    """The value of an expression that means the same whenever it is read, if it has this form; else nothing."""
    value = expression.meaning.value if isinstance(expression.meaning, Fixed) else None
    return value if value is not None and pattern.fullmatch(value) else ""


def _is_end(doc: Document, expression: TimeExpression, words: Reference) -> bool:
    before = doc.norms[max(0, expression.first - _REACH) : expression.first]
    return bool(before) and before[-1] in words.up_to
