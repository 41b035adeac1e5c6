"""The words of quantities, indexed: units, currencies, counted nouns, cues of comparison and status."""

import re
from functools import lru_cache

import msgspec

from marsad.lang.fold import fold
from marsad.lang.morphology import Part
from marsad.lang.numerals import may_start_number
from marsad.lang.tokens import find_tokens
from marsad.lexicon.calendar import TermKind
from marsad.lexicon.load import Lexicon
from marsad.lexicon.units import UnitWords, find_currency
from marsad.lexicon.verbs import build_verb_index
from marsad.read.times_scan import build_calendar

_ARTICLE = "ال"
_CLITICS = ("و", "ب", "ل", "ف", "ك", "وب", "ول")
# Sections whose words may be the first of a figure.
_STARTING = frozenset({"rank", "leader", "superlative", "times", "symbol"})
# Sections whose words count only without a clitic: nothing hangs on what follows its number.
_UNJOINED = frozenset({"currency", "symbol", "unit", "points", "counted", "superlative", "not_quantity"})
_DUALS = ("ان", "ين", "ي")
# Sections of nouns that stand in the accusative after eleven and more (20 دولارا).
_INFLECTED = frozenset({"currency", "unit", "points", "counted"})
# Endings that take no accusative ا: feminine and plural ones, and those that end in a vowel.
_UNINFLECTED = ("ة", "ات", "ا", "ى", "و", "ي", "ء", "ه", "%", "٪", "‰")
_LATIN = re.compile(r"[A-Za-z/%]")


class Word(msgspec.Struct, frozen=True):
    """One phrase of a section: its code, the token after it, and how many letters hang on its first word."""

    section: str
    code: str
    last: int
    is_definite: bool = False
    clitic: int = 0


class QuantityWords:
    """Looks up phrases of `units.toml` at a token; clitics and the article on the first word are looked through."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._forms: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        for section in lexicon.units.__struct_fields__:
            for words in getattr(lexicon.units, section):
                self._add(section, words)
        for forms in self._forms.values():
            forms.sort(key=lambda form: -len(form[0]))
        self._status = {fold(lemma): words.code for words in lexicon.units.status for lemma in words.lemmas}
        self._changes = frozenset(fold(lemma) for words in lexicon.units.change for lemma in words.lemmas)
        self._tolls = frozenset(fold(lemma) for words in lexicon.units.toll for lemma in words.lemmas)
        self.point_codes = frozenset(words.code for words in lexicon.units.points)
        self.unit_duals: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for section in ("points", "currency", "unit"):
            for words in getattr(lexicon.units, section):
                for dual, tail in _find_duals(words.ar[:1]) if words.dual and words.code else ():
                    self.unit_duals.setdefault(dual, []).append((words.code, tail))
        self.duals = {
            fold(word[:-1] + "ت" if word.endswith("ة") else word) + ending: words.code
            for words in lexicon.units.counted
            if words.dual
            for word in words.ar
            for ending in _DUALS[:2]
        }
        self.adjectives = {
            fold(adjective): country.code for country in lexicon.countries for adjective in country.adjectives
        }
        self._singular = {
            fold(form): fold(words.ar[0]) for words in lexicon.units.currency for form in _inflect(words.ar)
        }
        self._needs_state = frozenset(
            fold(ar) for words in lexicon.units.currency if words.needs_state for ar in _inflect(words.ar)
        )
        self.countries = {fold(name): country.code for country in lexicon.countries for name in country.names}
        self._particles = frozenset(fold(word) for group in lexicon.particles for word in group.ar)
        self._calendar = build_calendar(lexicon)
        self._verbs = build_verb_index(lexicon.verbs)
        self._strip = lru_cache(maxsize=50_000)(self._find_stems)
        self._starts = lru_cache(maxsize=50_000)(self._may_start)

    def _add(self, section: str, words: UnitWords) -> None:
        forms = _inflect(words.ar) if section in _INFLECTED else words.ar
        for form in dict.fromkeys(fold(ar) for ar in forms):
            head, *tail = (token.norm for token in find_tokens(form))
            self._forms.setdefault(head, []).append((tuple(tail), section, words.code))

    def _find_stems(self, norm: str) -> tuple[tuple[str, bool], ...]:
        stems = [(norm, False)]
        if norm.startswith(_ARTICLE):
            stems.append((norm[2:], True))
        for clitic in _CLITICS:
            if norm.startswith(clitic):
                rest = norm[len(clitic) :]
                stems.append((rest, False))
                if rest.startswith(_ARTICLE):
                    stems.append((rest[2:], True))
                if clitic.endswith("ل") and rest.startswith("ل"):
                    stems.append((rest[1:], True))
        return tuple((stem, definite) for stem, definite in stems if stem in self._forms)

    def is_verb(self, norm: str) -> bool:
        """Tell whether a word is a verb and cannot be a noun."""
        analyses = self._verbs.analyse(norm)
        return bool(analyses) and all(analysis.part is Part.FINITE for analysis in analyses)

    def is_noun(self, norm: str, *, is_first: bool) -> bool:
        """Tell whether a word may stand in a noun phrase: no particle or number, and but for the first no verb."""
        is_closed = norm in self._particles or may_start_number(norm) or not norm[0].isalpha()
        return not (is_closed or norm.startswith(("بال", "بن", "وال", "لل")) or (not is_first and self.is_verb(norm)))

    def is_month(self, norms: tuple[str, ...], at: int, end: int) -> bool:
        """Tell whether a month follows the number: 14 آذار counts nothing, also where it names a movement."""
        return self._calendar.hit(norms, at, end, TermKind.MONTH, TermKind.HIJRI_MONTH) is not None

    def may_start(self, norm: str) -> bool:
        """Tell whether a figure can start with this word: a cheap test before the others."""
        return self._starts(norm)

    def _may_start(self, norm: str) -> bool:
        stems = (norm.removeprefix(clitic) for clitic in ("", *_CLITICS))
        if may_start_number(norm) or any(stem in self.duals or stem in self.unit_duals for stem in stems):
            return True
        return any(section in _STARTING for stem, _ in self._strip(norm) for _, section, _ in self._forms[stem])

    def find(self, norms: tuple[str, ...], at: int, end: int, *sections: str, joined: bool = False) -> Word | None:
        """Return the longest phrase of these sections that starts at `at`; `joined` allows clitics on any of them."""
        if not 0 <= at < end:
            return None
        for stem, definite in self._strip(norms[at]):
            clitic = len(norms[at]) - len(stem) - 2 * definite
            for tail, section, code in self._forms[stem]:
                if clitic > 0 and not joined and section in _UNJOINED:
                    continue
                if section in sections and norms[at + 1 : at + 1 + len(tail)] == tail and at + len(tail) < end:
                    return Word(section, code, at + 1 + len(tail), definite, max(0, clitic))
        return None

    def status_of(self, lemma: str) -> str | None:
        """Return the status that a verb gives to the figure after it."""
        return self._status.get(fold(lemma))

    def is_toll(self, norm: str) -> bool:
        """Tell whether a word is a form of a verb whose victims are counted."""
        return any(fold(analysis.lemma) in self._tolls for analysis in self._verbs.analyse(norm))

    def is_change(self, lemma: str) -> bool:
        """Tell whether a verb means rising or falling."""
        return fold(lemma) in self._changes

    def currency(self, norms: tuple[str, ...], at: int, end: int) -> tuple[str, int] | None:
        """Return (ISO 4217 code, end) of a currency at `at`: its noun and the state's adjective beside it.

        A noun that many states share, without an adjective, is of the state named with it elsewhere in the text, or of
        the only one named that has such money; XXX where that does not tell. A noun that is also a common word counts
        only beside the adjective.
        """
        symbol = self.find(norms, at, end, "symbol")
        if symbol:
            return symbol.code, symbol.last
        noun = self.find(norms, at, end, "currency")
        if noun is None:
            return None
        head = next(stem for stem, _ in self._strip(norms[at]))
        country, last = self._state_at(norms, noun.last, end)
        if country:
            code = find_currency(country, self._singular.get(head, head))
            if code or noun.code:
                return code or noun.code, last
        if head in self._needs_state and noun.last == at + 1:
            return None
        return noun.code or self._named_elsewhere(norms, at), noun.last

    def _state_at(self, norms: tuple[str, ...], at: int, end: int) -> tuple[str | None, int]:
        """Return the state whose adjective or name stands at `at` (سوداني, كوري جنوبي, هونغ كونغ), and its end."""
        for last in (at + 2, at + 1):
            if last > end:
                continue
            word = " ".join(_to_masculine(norm.removeprefix(_ARTICLE)) for norm in norms[at:last])
            plain = " ".join(norms[at:last])
            country = self.adjectives.get(word) or self.adjectives.get(plain) or self.countries.get(plain)
            if country is None and last == at + 1:
                country = self.adjectives.get(norms[at].removeprefix(_ARTICLE))
            if country:
                return country, last
        return None, at

    def _named_elsewhere(self, norms: tuple[str, ...], at: int) -> str:
        """The currency of this noun that the text names in full, else of the only state in it that has such money."""
        head = norms[at].removeprefix(_ARTICLE)
        head = self._singular.get(head, head)
        for place in range(len(norms) - 1):
            country = (
                self.adjectives.get(norms[place + 1].removeprefix(_ARTICLE)) if norms[place] == norms[at] else None
            )
            code = find_currency(country, head) if country else None
            if code:
                return code
        states = {self.adjectives.get(norm.removeprefix(_ARTICLE)) or self.countries.get(norm) for norm in norms}
        codes = {find_currency(state, head, by_name=True) for state in states if state} - {None}
        return codes.pop() or "XXX" if len(codes) == 1 else "XXX"


def _to_masculine(adjective: str) -> str:
    """The adjective as countries are described by it: سوداني for سودانيه and the accusative سودانيا."""
    for ending in ("يه", "يا"):
        if adjective.endswith(ending):
            return adjective[:-1]
    return adjective


def _inflect(forms: tuple[str, ...]) -> tuple[str, ...]:
    """Add to nouns the accusative of the indefinite singular: دولارا, كيلومترا مربعا."""
    found = list(forms)
    for form in forms:
        words = form.split()
        if _LATIN.search(form) or len(words) > 2 or any(word.startswith(_ARTICLE) for word in words):
            continue
        if all(len(word) > 1 and not word.endswith(_UNINFLECTED[:3]) for word in words) and not form.endswith("ه"):
            found.append(" ".join(word + "ا" for word in words))
    return tuple(found)


def _find_duals(forms: tuple[str, ...]) -> list[tuple[str, tuple[str, ...]]]:
    """Return the duals of units that are one word or a noun and its adjective: دولارين, نقطتين مئويتين."""
    found: list[tuple[str, tuple[str, ...]]] = []
    for form in forms:
        words = [fold(word[:-1] + "ت" if word.endswith("ة") else word) for word in form.split()]
        if len(words) <= 2:
            found.extend((words[0] + ending, tuple(word + ending for word in words[1:])) for ending in _DUALS[:2])
    return found


@lru_cache(maxsize=4)
def build_quantity_words(lexicon: Lexicon) -> QuantityWords:
    """Build the index of a lexicon's quantity words once."""
    return QuantityWords(lexicon)
