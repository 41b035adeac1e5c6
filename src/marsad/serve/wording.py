"""How values of the model are worded for people in one language: days, amounts, sides, persons."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel.dates import format_date, format_skeleton
from babel.numbers import format_compact_decimal, format_decimal, get_currency_name, is_currency

from marsad.lexicon.labels import Language, show_name
from marsad.lexicon.load import Lexicon
from marsad.lexicon.plover import TYPES
from marsad.model import EventType, Name
from marsad.model.measurement import Measurement
from marsad.model.relation import Dating, Figure, When, Who, Witness
from marsad.resolve.intervals import parse_interval
from marsad.resolve.parties import name_party

_QUADS = {entry.type: entry.quad for entry in TYPES}

_LOCALES = {Language.AR: "ar", Language.EN: "en_GB"}

# First and last day of the seasons; winter is named after the year it starts in.
_SEASONS = {
    ("03-01", "05-31"): "spring",
    ("06-01", "08-31"): "summer",
    ("09-01", "11-30"): "autumn",
    ("12-01", "02-28"): "winter",
    ("12-01", "02-29"): "winter",
}

# Above this an amount is worded with thousand, million, billion; below it the digits are short enough.
_COMPACT_FROM = 10_000


@dataclass(frozen=True)
class Wording:
    """Words for one language. Everything returned is plain text."""

    lexicon: Lexicon
    language: Language

    def label(self, group: str, key: str) -> str:
        """Return the label of a code in a vocabulary."""
        return self.lexicon.labels.show(group, key, self.language)

    def phrase(self, key: str) -> str:
        """Return a phrase of the interface."""
        return self.label("phrase", key)

    def sentence(self, key: str, **fields: str) -> str:
        """Return a sentence with its fields filled in."""
        return self.lexicon.sentences.fill(key, self.language, **fields)

    def count(self, key: str, number: int) -> str:
        """Return a number with what is counted: `1 event`, `3 أحداث`."""
        return self.lexicon.sentences.count(key, number, self.language)

    def number(self, value: float) -> str:
        """Return a number as the language writes it."""
        return str(format_decimal(value, locale=_LOCALES[self.language]))

    def month(self, month: str) -> str:
        """Return a month given as `YYYY-MM`."""
        return str(format_skeleton("yMMMM", date.fromisoformat(f"{month}-01"), locale=_LOCALES[self.language]))

    def name(self, name: Name) -> str:
        """Return a name, in the other language where that is all there is."""
        return show_name(name, self.language)

    def names(self, names: tuple[Name, ...]) -> str:
        """Return several names."""
        return self.listed([self.name(name) for name in names])

    def party(self, code: str) -> str:
        """Return the name of a side; its code where it has none and is not a code that only PLOVER knows."""
        return self.name(name_party(code, self.lexicon)) or self.label("party", code)

    def parties(self, codes: tuple[str, ...]) -> str:
        """Return the names of several sides."""
        return self.listed([self.party(code) for code in codes])

    def who(self, who: Who) -> str:
        """Return a person or body with office and side: `Ayman Safadi, foreign minister (Jordan)`."""
        words, side = self.who_is(who), self.party(who.party) if who.party else ""
        return f"{words} ({side})" if words and side and side != words else words or side

    def who_is(self, who: Who) -> str:
        """Return a person or body with office: `Ayman Safadi, foreign minister`."""
        name, role = self.name(who.name), self.role(who.role) if who.role else ""
        return self.listed([part for part in (name, role) if part])

    def role(self, role: Name) -> str:
        """Return an office, in Arabic by its own name where it is known: articles write it in any case and number."""
        known = _name_offices(self.lexicon).get(role.en or "") if self.language is Language.AR else None
        return known or self.name(role)

    def people(self, people: tuple[Who, ...]) -> str:
        """Return several people, parted by the semicolon of the language."""
        return self.parted([self.who(who) for who in people])

    def parted(self, parts: list[str]) -> str:
        """Join parts that hold commas themselves."""
        return ("؛ " if self.language is Language.AR else "; ").join(parts)

    def listed(self, parts: list[str]) -> str:
        """Join parts by the comma of the language."""
        return ("، " if self.language is Language.AR else ", ").join(parts)

    def event_kind(self, event_type: EventType, mode: str | None) -> str:
        """Return an event type with its mode."""
        return self.label("type", event_type) + (f" ({self.label('mode', mode)})" if mode else "")

    def quad(self, event_type: EventType) -> int:
        """Return the class of an event type, 1 (words of cooperation) to 4 (acts of conflict)."""
        return int(_QUADS[event_type])

    def when(self, when: When) -> str:
        """Return a day, month, year or range; what is only the day of the report is worded so, an open bound too."""
        if when.dating is Dating.UNKNOWN:
            return self.phrase("date-unknown")
        if when.dating is Dating.STATED:
            return self.between(when.earliest, when.latest)
        return self._on("reported", when.earliest, when.latest)

    def between(self, earliest: str | None, latest: str | None) -> str:
        """Return two ISO days as the shortest expression that covers them; an open bound is worded, both give ""."""
        if earliest is None or latest is None:
            day = earliest or latest
            return f"{self.phrase('after' if earliest else 'before')} {self.day(day)}" if day else ""
        if earliest == latest:
            return self.day(earliest)
        if season := _SEASONS.get((earliest[5:], latest[5:])):
            return f"{self.label('season', season)} {earliest[:4]}"
        first, last = date.fromisoformat(earliest), date.fromisoformat(latest)
        if (earliest[5:], latest[5:]) == ("01-01", "12-31"):
            return earliest[:4] if first.year == last.year else f"{first.year}–{last.year}"
        if earliest[:7] == latest[:7] and first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
            return str(format_skeleton("yMMMM", first, locale=_LOCALES[self.language]))
        return f"{self.day(earliest)} {self.phrase('to')} {self.day(latest)}"

    def value(self, value: str) -> str:
        """Return a TIMEX3 date value in words, as it is where it is no date."""
        interval = parse_interval(value)
        return self.between(*interval) if interval else value

    def day(self, day: str) -> str:
        """Return an ISO day in words; anything else as it is."""
        try:
            return str(format_date(date.fromisoformat(day), format="long", locale=_LOCALES[self.language]))
        except ValueError:
            return day

    def published(self, witness: Witness) -> str:
        """Return when a witness was published: `published 3 May 2023`, or that the day is not known."""
        earliest, latest = witness.published or witness.earliest, witness.published or witness.latest
        return self._on("published", earliest, latest) if earliest or latest else self.phrase("publication-unknown")

    def _on(self, key: str, earliest: str | None, latest: str | None) -> str:
        """What happened on some days: `published 3 May 2023`; an open bound takes other words before it."""
        is_open = earliest is None or latest is None
        return f"{self.phrase(f'{key}-bound' if is_open else key)} {self.between(earliest, latest)}"

    def source(self, witness: Witness) -> str:
        """Return outlet and agencies of a witness: `صحيفة (وكالة)`."""
        outlet = witness.outlet or self.phrase("outlet-unknown")
        agencies = [agency for agency in witness.agencies if agency != witness.outlet]
        return f"{outlet} ({self.listed(agencies)})" if agencies else outlet

    def amount(self, value: float, unit: str) -> str:
        """Return a value with its unit: `1.2 billion US dollars`, `25%`."""
        locale = _LOCALES[self.language]
        if abs(value) >= _COMPACT_FROM:
            digits = format_compact_decimal(value, format_type="long", locale=locale, fraction_digits=2)
        else:
            digits = format_decimal(value, locale=locale)
        if unit == "%":
            return f"{digits}%"
        if is_currency(unit, locale):
            return f"{digits} {get_currency_name(unit, count=value, locale=locale)}"
        return f"{digits} {self.label('unit', unit)}".strip()

    def figure(self, figure: Figure | Measurement) -> str:
        """Return a figure with how it stands to the true value: `over 2 billion US dollars`."""
        words = self.amount(figure.value, figure.unit)
        return f"{self.label('comparison', figure.comparison)} {words}".strip()


@lru_cache(maxsize=4)
def _name_offices(lexicon: Lexicon) -> dict[str, str]:
    """The Arabic name of each office by its English one."""
    return {office.en: office.ar[0] for office in reversed(lexicon.offices)}
