"""What the finders of time expressions share: the tokens with the calendar at hand, and the draft they give."""

from bisect import bisect_left
from functools import cached_property, lru_cache

import msgspec

from marsad.lang.numerals import Number, NumberKind, parse_number
from marsad.lang.tokens import Token
from marsad.lexicon.calendar import Calendar, Hit, TermKind
from marsad.lexicon.load import Lexicon
from marsad.model import TimeType
from marsad.read.times_meaning import Meaning

# More marks and prepositions than these never stand around an expression given alone.
_FEW_WORDS = 4


class Draft(msgspec.Struct, frozen=True):
    """An expression over the half-open token range `first`-`last`, not yet dated. `rule` names how it was found."""

    first: int
    last: int
    type: TimeType
    meaning: Meaning
    rule: str
    mod: str | None = None


@lru_cache(maxsize=4)
def build_calendar(lexicon: Lexicon) -> Calendar:
    """Build the index of a lexicon's calendar once."""
    return Calendar(lexicon.calendar)


class Scan:
    """The tokens of one document as the finders see them. Every method stays below `end`, the end of the line."""

    def __init__(self, tokens: tuple[Token, ...], norms: tuple[str, ...], calendar: Calendar) -> None:
        self.tokens, self.norms, self.calendar = tokens, norms, calendar
        self._numbers: dict[tuple[int, int], Number | None] = {}

    @cached_property
    def _recurring(self) -> tuple[int, ...]:
        kinds = {TermKind.EVERY, TermKind.TURN, TermKind.UNIT_PLURAL}
        return tuple(at for at, norm in enumerate(self.norms) if not kinds.isdisjoint(self.calendar.kinds(norm)))

    def recurs(self, first: int, last: int) -> bool:
        """Tell whether a word that makes an expression recur (كل, مرة, أيام) stands in a token range."""
        place = bisect_left(self._recurring, first)
        return place < len(self._recurring) and self._recurring[place] < last

    def hit(self, at: int, end: int, *kinds: TermKind) -> Hit | None:
        """Return the longest calendar term of these kinds at `at`."""
        return self.calendar.hit(self.norms, at, end, *kinds)

    def bare(self, at: int, end: int, *kinds: TermKind) -> Hit | None:
        """Return such a term where no clitic hangs on it."""
        hits = self.calendar.hits(self.norms, at, end, *kinds)
        return next((hit for hit in hits if not hit.clitic), None)

    def number(self, at: int, end: int) -> Number | None:
        """Return the number at `at`."""
        place = (at, end)
        if place not in self._numbers:
            self._numbers[place] = parse_number(self.norms, at, end) if at < end else None
        return self._numbers[place]

    def norm(self, at: int, end: int) -> str:
        """Return the folded word at `at`, or an empty string outside the line."""
        return self.norms[at] if 0 <= at < end else ""

    def touches(self, at: int) -> bool:
        """Tell whether token `at` follows the one before it without white space."""
        return 0 < at < len(self.tokens) and self.tokens[at - 1].end == self.tokens[at].start

    def ends(self, at: int, end: int) -> bool:
        """Tell whether no word stands from token `at` to the end of the line."""
        return not any(norm[0].isalnum() for norm in self.norms[at:end])

    def fills(self, first: int, last: int) -> bool:
        """Tell whether a text is nothing but the tokens `first`-`last`, but for prepositions: an expression alone."""
        count = len(self.norms)
        if first > _FEW_WORDS or count - last > _FEW_WORDS:
            return False
        around = (*range(first), *range(last, count))
        return not any(self.norms[at][0].isalnum() and not self.bare(at, count, TermKind.BEFORE_YEAR) for at in around)

    def unit(self, at: int, end: int) -> Hit | None:
        """Return a unit of time in singular, dual or plural; the accusative of the singular counts (60 يوما)."""
        hit = self.hit(at, end, TermKind.UNIT, TermKind.UNIT_DUAL, TermKind.UNIT_PLURAL)
        if hit is None and at < end and self.norms[at].endswith("ا"):
            shorter = (self.norms[at][:-1],)
            found = self.calendar.hit(shorter, 0, 1, TermKind.UNIT, TermKind.UNIT_PLURAL)
            hit = Hit(found.term, at, at + 1, found.clitic, found.is_definite) if found else None
        return hit

    def year(self, at: int, end: int) -> int | None:
        """Return a written year of four digits between 1000 and 2199 at `at`, not part of a longer number."""
        norm = self.norm(at, end)
        if len(norm) == 4 and norm.isdecimal() and 1000 <= int(norm) < 2200:
            return int(norm)
        return None

    def day_number(self, at: int, end: int) -> Number | None:
        """Return a number that may be a day of a month: digits, or an ordinal with the article (الخامس والعشرين)."""
        number = self.number(at, end)
        if number is None or number.value is None or not 1 <= number.value <= 31 or number.value % 1:
            return None
        if number.kind is NumberKind.FRACTION or (number.kind is NumberKind.ORDINAL and not number.is_definite):
            return None
        if number.kind is NumberKind.CARDINAL and not number.is_digits and not number.is_definite:
            return None
        return number


def read_beyond(scan: Scan, at: int, end: int) -> tuple[int, int] | None:
    """Read قبل الماضي (-2) or بعد المقبل (2) after a unit or weekday. Return (turn, end)."""
    frame = scan.bare(at, end, TermKind.AGO, TermKind.AFTER)
    shift = scan.bare(frame.last, end, TermKind.SHIFT) if frame else None
    if frame is None or shift is None or not shift.is_definite or shift.term.code:
        return None
    sign = -1 if frame.term.kind is TermKind.AGO else 1
    return (2 * sign, shift.last) if shift.term.number == sign else None
