"""The personal name behind an office: a listed one, one that holds its title, or words that can be nothing else."""

from collections.abc import Sequence
from typing import cast

from marsad.lang.foreign import is_foreign_shape
from marsad.lexicon.offices import Office
from marsad.lexicon.people import Person, Tenure
from marsad.read.document import Document, Line
from marsad.read.name_index import Match, NameIndex, Sort
from marsad.read.name_words import NameWords

_NO_MEN = (Sort.COUNTRY, Sort.CAPITAL, Sort.OUTLET)


class HolderNames:
    """Finds the names of those who hold offices; keeps nothing of an article."""

    def __init__(self, index: NameIndex, words: NameWords, tenures: Sequence[Tenure]) -> None:
        self._index, self._words = index, words
        self._served: dict[str, set[str]] = {}
        for held in tenures:
            if held.country:
                self._served.setdefault(held.person, set()).add(held.country)

    def find_titled(self, doc: Document, line: Line, head: Match) -> tuple[tuple[int, int], Match] | None:
        """A listed name that holds its title (الملك فلان): the name is what follows it, with its further parts."""
        for match in self._index.find_at(doc.norms, head.first, line.last):
            if match.entry.sort is Sort.PERSON and match.last > head.last:
                return (
                    head.last,
                    max(match.last, self._words.find_end(doc.tokens, doc.norms, head.last, line.last)),
                ), match
        return None

    def find(
        self, doc: Document, line: Line, at: int, country: str | None
    ) -> tuple[tuple[int, int] | None, Match | None]:
        """Return the tokens of the name right at a token and the listed person it names, if any.

        `country` is the office's; who held offices of others only is not its holder.
        """
        # Ranks and titles may stand between office and name: وزير الدفاع الفريق أول فلان.
        while at < line.last:
            title = next(
                (m for m in self._index.find_at(doc.norms, at, line.last) if m.entry.sort is Sort.OFFICE), None
            )
            if title is None or title.clitic:
                break
            titled = self.find_titled(doc, line, title)
            if titled is not None:
                return titled
            office = cast(Office, title.entry.ref)
            crowned = office.level == "monarchy" and title.last - title.first == 1  # خادم الحرمين الشريفين الملك فلان
            if office.takes != "free" and not crowned:
                break
            at = title.last
        if at >= line.last:
            return None, None
        known = next(
            (m for m in self._index.find_at(doc.norms, at, line.last) if m.entry.sort is Sort.PERSON and not m.clitic),
            None,
        )
        if known is not None and self._serves_other(known, country):
            return None, None
        if known is not None and known.size > 1:
            return (known.first, known.last), known
        if self._is_state(doc, line, at):
            return None, None
        end = self._words.find_end(doc.tokens, doc.norms, at, line.last)
        # زار الوزير فلان برلين: a state behind a name is no part of it.
        end = next((place for place in range(at + 1, end) if self._is_state(doc, line, place)), end)
        if known is not None and (end <= known.last or not self._words.is_known_part(doc.norms[at + 1])):
            return (known.first, known.last), known
        return ((at, end), None) if end > at else (None, None)

    def _serves_other(self, known: Match, country: str | None) -> bool:
        """Tell whether a listed person held offices, and none of this country: whom هنأ الرئيس الكيني فلانا names."""
        served = self._served.get(cast(Person, known.entry.ref).id, ())
        return bool(served) and country is not None and country not in served

    def _is_state(self, doc: Document, line: Line, at: int) -> bool:
        """A country, capital or outlet right here is no man, whatever people are called."""
        return any(
            match.entry.sort in _NO_MEN and not match.entry.ambiguous and not match.clitic
            for match in self._index.find_at(doc.norms, at, line.last)
        )

    def starts(self, doc: Document, at: int, limit: int) -> bool:
        """Tell whether the word at a token begins a personal name and can be nothing else."""
        if at >= limit:
            return False
        norm = doc.norms[at]
        if not norm.startswith("ال") and (
            (self._words.is_known_part(norm) and not self._words.is_word(norm))
            or (is_foreign_shape(norm) and self._words.may_be_name(doc.tokens[at]))
        ):
            return True
        return any(m.entry.sort is Sort.PERSON and not m.clitic for m in self._index.find_at(doc.norms, at, limit))
