"""A capital is its government where it acts (قالت موسكو) and a place where things happen (في موسكو)."""

from functools import lru_cache

from marsad.lang.morphology import Part
from marsad.lexicon.load import Lexicon
from marsad.lexicon.verbs import VerbIndex, build_verb_index
from marsad.model import BlockKind
from marsad.read.document import Document, Line

# How many words back a verb of going still tells that إلى or من leads to a place, and a visit has its place as object.
_REACH = 7
_OBJECT_REACH = 4
_CREDITS = frozenset({BlockKind.BYLINE, BlockKind.DATELINE})
_CAPITAL = "عاصمه"
# Marks after the city with which a report opens: نيروبي - , نيروبي (وكالات) …
_DATELINE = frozenset("-–—(/")


class Metonyms:
    """Judges capitals by the words before them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = lexicon.reference
        self._verbs: VerbIndex = build_verb_index(lexicon.verbs)

    def is_place(self, doc: Document, line: Line, at: int, clitic: str) -> bool:
        """Tell whether the capital at token `at`, with this clitic before it, is the city, not its government."""
        if "ب" in clitic:
            return True
        if line.kind in _CREDITS or (at == line.first and at + 1 < line.last and doc.norms[at + 1] in _DATELINE):
            return True
        before = doc.norms[at - 1] if at > line.first else ""
        if before[:1] in "وف" and before[1:] in self._words.place_before | self._words.direction:
            before = before[1:]
        if before in self._words.place_before:
            return not (at + 1 < line.last and self._is_deed(before) and self._is_deed(doc.norms[at + 1]))
        if at - 1 > line.first and before.startswith("ال") and doc.norms[at - 2].endswith(_CAPITAL):
            return True  # بالعاصمة الروسية موسكو
        near = doc.norms[max(line.first, at - _REACH) : at]
        if self._has_lemma(before, self._words.witnessing_verb):
            return True
        if before in self._words.direction or "ل" in clitic:
            return any(self._is_going(norm) for norm in near)
        return not clitic and any(self._has_lemma(norm, self._words.visiting_verb) for norm in near[-_OBJECT_REACH:])

    def _is_deed(self, norm: str) -> bool:
        """Whose capital stands between two masdars declares the second: إعلان القاهرة وقف إطلاق النار."""
        found = self._verbs.analyse(norm)
        return any(a.part is Part.MASDAR and not a.article and not a.preposition for a in found)

    def _is_going(self, norm: str) -> bool:
        nouns = self._words.going_noun
        return norm in nouns or norm[1:] in nouns or self._has_lemma(norm, self._words.going_verb)

    def _has_lemma(self, norm: str, lemmas: frozenset[str]) -> bool:
        return any(analysis.lemma in lemmas for analysis in self._verbs.analyse(norm))


@lru_cache(maxsize=4)
def build_metonyms(lexicon: Lexicon) -> Metonyms:
    """Build the judge of capitals of a lexicon."""
    return Metonyms(lexicon)
