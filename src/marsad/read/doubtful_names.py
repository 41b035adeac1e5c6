"""Names of states that are also something else (مالي is "financial" too): where they mean the state."""

from typing import cast

from marsad.lang.clitics import has_article
from marsad.lang.morphology import Part
from marsad.lexicon.countries import Country
from marsad.lexicon.load import Lexicon
from marsad.lexicon.verbs import build_verb_index
from marsad.read.document import Document, Line
from marsad.read.homographs import Homographs
from marsad.read.name_index import Match, NameIndex, Sort
from marsad.read.name_words import NameWords

# What settles that a name which is also another word is the state: رئيس مالي، في الأردن.
_BEFORE_STATE = frozenset({"في", "الي", "جمهوريه", "دوله", "حكومه", "رئيس", "وزير", "سلطنه", "العاصمه"})
_NATIONS = frozenset({Sort.COUNTRY, Sort.ADJECTIVE, Sort.CAPITAL})


class DoubtfulNames:
    """Judges a country's ambiguous names by the words before them and by what else the article names."""

    def __init__(self, lexicon: Lexicon, index: NameIndex, words: NameWords, homographs: Homographs) -> None:
        self._index, self._words, self._homographs = index, words, homographs
        self._verbs = build_verb_index(lexicon.verbs)

    def is_state(self, doc: Document, line: Line, match: Match) -> bool:
        """Tell whether the name of a country means it: by its neighbours, or as another name of it in the article."""
        before = doc.norms[match.first - 1] if match.first > line.first else ""
        if before in _BEFORE_STATE:
            return True
        if self._may_describe(doc, line, match):
            return False
        if self._homographs.is_named(doc, cast(Country, match.entry.ref)):
            return True
        # An adjective needs a noun, so behind a verb or beside a state the word is a name: طردت مالي، النيجر ومالي.
        is_word = self._words.is_word(doc.norms[match.first].removeprefix(match.clitic))
        is_beside = self._ends_nation(doc, line, match.first) or self._begins_nation(doc, line, match.last)
        return is_word and (not before or self._is_verb(before) or is_beside)

    def _may_describe(self, doc: Document, line: Line, match: Match) -> bool:
        """Behind an indefinite noun it may be that noun's adjective: دعم مالي, اقتصادي ومالي."""
        if match.first == line.first or match.clitic not in ("", "و"):
            return False
        before = doc.norms[match.first - 1]
        return not (
            not before.isalnum()
            or has_article(before)
            or self._words.is_closed(before)
            or self._is_verb(before)
            or self._ends_nation(doc, line, match.first)
        )

    def _is_verb(self, norm: str) -> bool:
        analyses = self._verbs.analyse(norm)
        return bool(analyses) and all(a.part is Part.FINITE for a in analyses) and not self._words.is_noun(norm)

    def _ends_nation(self, doc: Document, line: Line, at: int) -> bool:
        return any(
            match.last == at and _is_nation(match)
            for first in range(max(line.first, at - 2), at)
            for match in self._index.find_at(doc.norms, first, line.last)
        )

    def _begins_nation(self, doc: Document, line: Line, at: int) -> bool:
        return at < line.last and any(
            match.clitic == "و" and _is_nation(match) for match in self._index.find_at(doc.norms, at, line.last)
        )


def _is_nation(match: Match) -> bool:
    return match.entry.sort in _NATIONS and not match.entry.ambiguous
