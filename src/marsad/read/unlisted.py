"""People whom no list and no office gives away: a given name, a verb of saying, a comma and an office tell."""

from collections.abc import Iterator
from enum import Enum
from functools import lru_cache

from marsad.lang.fold import fold
from marsad.lang.foreign import is_foreign_shape
from marsad.lang.morphology import Part
from marsad.lexicon.load import Lexicon
from marsad.lexicon.verbs import VerbIndex, build_verb_index
from marsad.read.cast import Cast
from marsad.read.document import Line
from marsad.read.name_words import NameWords, build_name_words
from marsad.read.role_formula import RolePhrase

_COMMAS = frozenset({"،", ","})
_LONGEST = 5


class _Sign(Enum):
    """What a word tells about a name; the same for every place it stands in."""

    NOTHING = "nothing"
    GIVEN = "a given name"
    SAYING = "a verb of saying: a name may stand behind it"


class UnlistedNames:
    """Finds token ranges that can only be personal names of two words or more."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words: NameWords = build_name_words(lexicon)
        self._named_after = lexicon.reference.named_after
        self._verbs: VerbIndex = build_verb_index(lexicon.verbs)
        self._saying = frozenset(fold(lemma) for cue in lexicon.cues.cue for lemma in cue.verbs)
        self._unnamed = frozenset(fold(name.split()[0]) for group in lexicon.unnamed for name in group.ar)
        self._signs: dict[str, _Sign] = {}

    def find_all(self, cast: Cast, line: Line, phrases: list[RolePhrase]) -> Iterator[tuple[int, int, str]]:
        """Yield the ranges on a line and the clitic on each, given the offices found there."""
        doc = cast.doc
        reach = line.first
        for at in range(line.first, line.last - 1):
            norm = doc.norms[at]
            sign = self._signs.get(norm) or self._find_sign(norm)
            if sign is _Sign.NOTHING:
                continue
            if sign is _Sign.GIVEN and at >= reach and (end := self._find_given(cast, line, at)) > at:
                reach = end
                yield at, end, self._words.find_given(norm) or ""
            elif sign is _Sign.SAYING and at + 2 < line.last:
                end = self._words.find_end(doc.tokens, doc.norms, at + 1, line.last)
                if self._is_name(cast, at + 1, end):
                    yield at + 1, end, ""
        for phrase in phrases:
            comma = phrase.first - 1
            if phrase.name is None and comma > line.first + 1 and doc.norms[comma] in _COMMAS:
                yield from self._before_comma(cast, line, comma)

    def _find_given(self, cast: Cast, line: Line, at: int) -> int:
        """Return the end of a name that starts with a given name right here, `at` where there is none."""
        doc = cast.doc
        if not cast.is_free(at, at + 1) or (at > line.first and doc.norms[at - 1] in self._named_after):
            return at
        end = self._words.find_rest(doc.tokens, doc.norms, at, line.last)
        while end - at > 1 and not self._may_end(doc.norms[end - 1]):
            end -= 1
        return end if end - at > 1 and cast.is_free(at, end) else at

    def _may_end(self, norm: str) -> bool:
        """An ending in ه or ا is a noun's or an object's, unless the word is a known or a foreign name."""
        return not norm.endswith(("ه", "ا")) or self._words.is_known_part(norm) or is_foreign_shape(norm)

    def _before_comma(self, cast: Cast, line: Line, comma: int) -> Iterator[tuple[int, int, str]]:
        doc = cast.doc
        for start in range(max(line.first, comma - _LONGEST), comma - 1):
            if self._words.find_end(doc.tokens, doc.norms, start, line.last) == comma and self._is_name(
                cast, start, comma
            ):
                yield start, comma, ""
                return

    def _is_name(self, cast: Cast, start: int, end: int) -> bool:
        """A given name that people of the lexicon bear, then a word that could be a family name."""
        first, last = cast.doc.norms[start], cast.doc.norms[end - 1]
        if end - start < 2 or not cast.is_free(start, end) or first in self._unnamed:
            return False
        if self._words.is_listed_other(first) or self._words.is_noun(first):
            return False
        return self._words.is_known_part(first) and (self._words.is_known_part(last) or not last.endswith("ه"))

    def _find_sign(self, norm: str) -> "_Sign":
        sign = _Sign.NOTHING
        if self._words.find_given(norm) is not None:
            sign = _Sign.GIVEN
        elif any(a.part is Part.FINITE and fold(a.lemma) in self._saying for a in self._verbs.analyse(norm)):
            sign = _Sign.SAYING
        self._signs[norm] = sign
        return sign


@lru_cache(maxsize=4)
def build_unlisted_names(lexicon: Lexicon) -> UnlistedNames:
    """Build the finder for a lexicon."""
    return UnlistedNames(lexicon)
