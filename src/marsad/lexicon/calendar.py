"""The words of the calendar (`data/calendar.toml`) and an index that finds them in folded text."""

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

import msgspec

from marsad.errors import LexiconError
from marsad.lang.fold import fold
from marsad.lang.tokens import find_tokens
from marsad.lexicon.tables import load_toml

_ARTICLE = "ال"
_CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")


class TermKind(StrEnum):
    """What a calendar word does in an expression."""

    MONTH = "month"
    HIJRI_MONTH = "hijri_month"
    NOT_MONTH = "not_month"
    WEEKDAY = "weekday"
    NOT_WEEKDAY = "not_weekday"
    SEASON = "season"
    UNIT = "unit"
    UNIT_DUAL = "unit_dual"
    UNIT_PLURAL = "unit_plural"
    DECADE = "decade"
    DAY = "day"
    TODAY = "today"
    NOT_TODAY = "not_today"
    PART = "part"
    REFERENCE = "reference"
    LATER = "later"
    ANAPHOR = "anaphor"
    VAGUE = "vague"
    SHIFT = "shift"
    RECENT = "recent"
    SAME = "same"
    FEW = "few"
    THIS = "this"
    EDGE = "edge"
    ABOUT = "about"
    AGO = "ago"
    SINCE = "since"
    AFTER = "after"
    WITHIN = "within"
    LASTING = "lasting"
    EVERY = "every"
    FREQUENCY = "frequency"
    NOT_FREQUENCY = "not_frequency"
    ANNIVERSARY = "anniversary"
    FEAST = "feast"
    HIJRI_FEAST = "hijri_feast"
    OCLOCK = "oclock"
    NOON = "noon"
    ZONE = "zone"
    STATE = "state"
    ERA = "era"
    BEFORE_YEAR = "before_year"
    AFTER_YEAR = "after_year"
    NOT_UNIT = "not_unit"
    YEAR_KIND = "year_kind"
    LAST = "last"
    NOT_DATE = "not_date"
    EVENT = "event"
    EVENT_DAY = "event_day"
    PUBLISHED = "published"
    UPDATED = "updated"
    ARCHIVE = "archive"
    HALF_DAY = "half_day"
    AT_CLOCK = "at_clock"
    JOINS_CLOCK = "joins_clock"
    NOT_COMPLETING = "not_completing"
    NOT_AMOUNT = "not_amount"
    HOUR_CUE = "hour_cue"
    EXCEPT = "except"
    TO = "to"
    OR = "or"
    WHOLE = "whole"
    TURN = "turn"
    OPENING = "opening"
    WEEKEND = "weekend"
    TIME_NOUN = "time_noun"
    MONTH_CUE = "month_cue"
    BEFORE_NUMERIC = "before_numeric"
    EQUALS = "equals"
    AGE = "age"
    DEGREE = "degree"
    CLAUSE = "clause"
    THAT = "that"
    OPENS_CLAUSE = "opens_clause"
    RELATIVE = "relative"
    FUTURE = "future"
    PAST = "past"
    NOT_FUTURE = "not_future"


class Guard(StrEnum):
    """How much company a form needs that is also a common word or a name."""

    LOOSE = "loose"
    STRICT = "strict"


class Term(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One meaning of calendar words. `number` and `code` are explained for each kind in the data file."""

    kind: TermKind
    ar: tuple[str, ...]
    number: int = 0
    code: str = ""
    guard: Guard | None = None
    examples: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    term: tuple[Term, ...]


class Hit(msgspec.Struct, frozen=True):
    """A term found over the half-open range of words `first`-`last`, with what hung on its first word."""

    term: Term
    first: int
    last: int
    clitic: str
    is_definite: bool


class _Form(msgspec.Struct, frozen=True):
    tail: tuple[str, ...]
    clitic: str
    is_definite: bool
    term: Term


def load_calendar(path: Path) -> tuple[Term, ...]:
    """The terms of the TOML file at `path`, in its order. Raises LexiconError naming file and field."""
    terms = load_toml(path, _File).term
    for term in terms:
        if not term.ar or not all(word.strip() for word in term.ar):
            raise LexiconError(f"a term of kind {term.kind} has an empty Arabic form", path=path, field="ar")
    return terms


class Calendar:
    """Finds calendar words. Longer forms come first, so that تشرين الأول is not read as تشرين.

    `known_years` gives the year of events that news names by day and month (month * 100 + day).
    """

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self._forms: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
        for term in terms:
            for form in dict.fromkeys(fold(ar) for ar in term.ar):
                head, *tail = (token.norm for token in find_tokens(form))
                self._forms.setdefault(head, []).append((tuple(tail), term))
        self.known_years = {term.number: term.code for term in terms if term.kind is TermKind.EVENT_DAY}
        for forms in self._forms.values():
            forms.sort(key=lambda form: -len(form[0]))
        self._read = lru_cache(maxsize=100_000)(self._read_word)
        self._kinds = lru_cache(maxsize=100_000)(self._find_kinds)
        self._forms_of = lru_cache(maxsize=200_000)(self._find_forms)

    def _read_word(self, norm: str) -> tuple[_Form, ...]:
        found: list[_Form] = []
        for clitic in _CLITICS:
            if not norm.startswith(clitic):
                continue
            rest = norm[len(clitic) :]
            stems = [(rest, False)]
            if rest.startswith(_ARTICLE):
                stems.append((rest[2:], True))
            if clitic.endswith("ل") and rest.startswith("ل"):
                stems.extend(((_ARTICLE + rest[1:], False), (rest[1:], True)))
            for stem, definite in stems:
                found.extend(_Form(tail, clitic, definite, term) for tail, term in self._forms.get(stem, ()))
        return tuple(sorted(found, key=lambda form: (-len(form.tail), len(form.clitic))))

    def kinds(self, norm: str) -> frozenset[TermKind]:
        """Return the kinds of terms that may start with this word, clitics aside; an accusative (أسبوعا) counts."""
        return self._kinds(norm)

    def _find_kinds(self, norm: str) -> frozenset[TermKind]:
        accusative = self._read(norm[:-1]) if norm.endswith("ا") else ()
        return frozenset(form.term.kind for form in (*self._read(norm), *accusative))

    def _find_forms(self, norm: str, kinds: tuple[TermKind, ...]) -> tuple[_Form, ...]:
        return tuple(form for form in self._read(norm) if not kinds or form.term.kind in kinds)

    def hits(self, norms: tuple[str, ...], at: int, end: int, *kinds: TermKind) -> Iterator[Hit]:
        """Yield every term (of these kinds, if any are given) that starts with word `at` and ends before `end`.

        Longer terms come first, and of two alike the one with less hung on its first word.
        """
        if at >= end:
            return
        for form in self._forms_of(norms[at], kinds):
            last = at + 1 + len(form.tail)
            if last <= end and (not form.tail or norms[at + 1 : last] == form.tail):
                yield Hit(form.term, at, last, form.clitic, form.is_definite)

    def hit(self, norms: tuple[str, ...], at: int, end: int, *kinds: TermKind) -> Hit | None:
        """Return the first of these terms, or None."""
        if at >= end or not self._forms_of(norms[at], kinds):
            return None
        return next(self.hits(norms, at, end, *kinds), None)
