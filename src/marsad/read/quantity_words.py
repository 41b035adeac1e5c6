"""The words of quantities, indexed: units, currencies, counted nouns, cues of comparison and status."""

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
_STARTING = frozenset({"rank", "superlative", "times", "symbol"})
# Sections whose words count only without a clitic: nothing hangs on what follows its number.
_UNJOINED = frozenset({"currency", "symbol", "unit", "counted", "superlative", "not_quantity"})
_DUALS = ("ان", "ين", "ي")


class Word(msgspec.Struct, frozen=True):
    """One phrase of a section: its code, and how many tokens it takes at the place it was found."""

    section: str
    code: str
    last: int
    is_definite: bool = False


class QuantityWords:
    """Looks up phrases of `units.toml` at a token; clitics and the article on the first word are looked through."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._forms: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        for section in lexicon.units.__struct_fields__:
            for words in getattr(lexicon.units, section):
                self._add(section, words)
        for forms in self._forms.values():
            forms.sort(key=lambda form: -len(form[0]))
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
        self.countries = {fold(name): country.code for country in lexicon.countries for name in country.names}
        self._calendar = build_calendar(lexicon)
        self._verbs = build_verb_index(lexicon.verbs)
        self._strip = lru_cache(maxsize=50_000)(self._find_stems)
        self._starts = lru_cache(maxsize=50_000)(self._may_start)

    def _add(self, section: str, words: UnitWords) -> None:
        for form in dict.fromkeys(fold(ar) for ar in words.ar):
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

    def is_month(self, norms: tuple[str, ...], at: int, end: int) -> bool:
        """Tell whether a month follows the number: 14 آذار counts nothing, also where it names a movement."""
        return self._calendar.hit(norms, at, end, TermKind.MONTH, TermKind.HIJRI_MONTH) is not None

    def may_start(self, norm: str) -> bool:
        """Tell whether a figure can start with this word: a cheap test before the others."""
        return self._starts(norm)

    def _may_start(self, norm: str) -> bool:
        if may_start_number(norm) or any(norm.removeprefix(clitic) in self.duals for clitic in ("", *_CLITICS)):
            return True
        return any(section in _STARTING for stem, _ in self._strip(norm) for _, section, _ in self._forms[stem])

    def find(self, norms: tuple[str, ...], at: int, end: int, *sections: str, joined: bool = False) -> Word | None:
        """Return the longest phrase of these sections that starts at `at`; `joined` allows clitics on any of them."""
        if not 0 <= at < end:
            return None
        for stem, definite in self._strip(norms[at]):
            has_clitic = len(norms[at]) > len(stem) + 2 * definite
            for tail, section, code in self._forms[stem]:
                if has_clitic and not joined and section in _UNJOINED:
                    continue
                if section in sections and norms[at + 1 : at + 1 + len(tail)] == tail and at + len(tail) < end:
                    return Word(section, code, at + 1 + len(tail), definite)
        return None

    def currency(self, norms: tuple[str, ...], at: int, end: int) -> tuple[str, int] | None:
        """Return (ISO 4217 code, end) of a currency at `at`: its noun and the state's adjective beside it.

        A noun that many states share, without an adjective, is of the state named with it elsewhere in the text, or of
        the only one named that has such money; XXX where that does not tell.
        """
        symbol = self.find(norms, at, end, "symbol")
        if symbol:
            return symbol.code, symbol.last
        noun = self.find(norms, at, end, "currency")
        if noun is None:
            return None
        country = self.adjectives.get(norms[noun.last].removeprefix(_ARTICLE)) if noun.last < end else None
        if country:
            head = next(stem for stem, _ in self._strip(norms[at]))
            code = find_currency(country, _to_singular(head))
            if code or noun.code:
                return code or noun.code, noun.last + 1
        return noun.code or self._named_elsewhere(norms, at), noun.last

    def _named_elsewhere(self, norms: tuple[str, ...], at: int) -> str:
        """The currency of this noun that the text names in full, else of the only state in it that has such money."""
        head = _to_singular(norms[at].removeprefix(_ARTICLE))
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


def _to_singular(head: str) -> str:
    """The noun as CLDR names currencies by it: plural endings off."""
    broken = {"دنانير": "دينار", "دراهم": "درهم"}
    return broken.get(head) or (head.removesuffix("ات") if len(head) > 5 else head)


@lru_cache(maxsize=4)
def build_quantity_words(lexicon: Lexicon) -> QuantityWords:
    """Build the index of a lexicon's quantity words once."""
    return QuantityWords(lexicon)
