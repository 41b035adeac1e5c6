"""A name that is one country and the capital of another: عمان is Oman, or Amman, by what else the article names."""

from collections import Counter
from functools import lru_cache
from typing import cast

from marsad.lexicon.countries import Country
from marsad.read.document import Document
from marsad.read.name_index import Match, NameIndex, Sort

_SHADDA, _DAMMA = "\u0651", "\u064f"  # عمّان is Amman, عُمان is Oman
_TELLING = frozenset({Sort.COUNTRY, Sort.ADJECTIVE, Sort.CAPITAL})


class Homographs:
    """Chooses between the readings of such a name."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index
        self._counts = lru_cache(maxsize=2)(self._count)

    def settle(self, doc: Document, names: list[Match]) -> tuple[list[Match], Match | None]:
        """Return the matches without the country or the capital that the article does not mean, and which it means."""
        countries = [m for m in names if m.entry.sort is Sort.COUNTRY]
        capitals = [m for m in names if m.entry.sort is Sort.CAPITAL]
        for country in countries:
            for capital in capitals:
                same = (country.first, country.last) == (capital.first, capital.last)
                if same and _code(country) != _code(capital):
                    meant = self._is_capital(doc, country, capital)
                    if meant is None:
                        return names, None
                    right, wrong = (capital, country) if meant else (country, capital)
                    return [match for match in names if match is not wrong], right
        return names, None

    def is_named(self, doc: Document, country: Country) -> bool:
        """Tell whether the article names a country by a word that means nothing else."""
        return self._counts(doc)[country.code] > 0

    def _is_capital(self, doc: Document, country: Match, capital: Match) -> bool | None:
        written = doc.text[doc.tokens[country.first].start : doc.tokens[country.last - 1].end]
        if _SHADDA in written or _DAMMA in written:
            return _SHADDA in written
        counts = self._counts(doc)
        of_capital, of_country = counts[_code(capital)], counts[_code(country)]
        return None if of_capital == of_country else of_capital > of_country

    def _count(self, doc: Document) -> Counter[str]:
        """How often the article names each country by words that mean nothing else."""
        found: Counter[str] = Counter()
        for norm, times in Counter(doc.norms).items():
            codes = {
                _code(match)
                for match in self._index.find_at((norm,), 0, 1)
                if match.entry.sort in _TELLING and not match.entry.ambiguous
            }
            if len(codes) == 1:
                found[codes.pop()] += times
        return found


def _code(match: Match) -> str:
    return cast(Country, match.entry.ref).code
