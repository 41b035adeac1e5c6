"""What stands behind the head noun of an institution: adjectives of rank, field and nation, a noun, a field."""

from typing import cast

from marsad.lang.fold import fold
from marsad.lang.morphology import Part
from marsad.lang.tokens import TokenKind
from marsad.lexicon.countries import Country
from marsad.lexicon.load import Lexicon
from marsad.lexicon.organizations import Scope
from marsad.lexicon.verbs import VerbIndex, build_verb_index
from marsad.read.document import Document, Line
from marsad.read.name_index import Match, NameIndex, Sort
from marsad.read.name_words import NameWords

_LONGEST_FIELD = 4  # words of a field behind ل
_ARTICLES = ("ال", "وال")
_BEGINNERS = frozenset({Sort.OFFICE, Sort.OFFICES, Sort.PERSON, Sort.ORGANIZATION, Sort.OUTLET})
_NISBAS = ("ي", "يه")
_ELATIVES = {"عليا": "اعلي", "كبري": "اكبر"}


class Phrase:
    """What stands behind a head: where it ends, the scopes and nation that its adjectives tell."""

    def __init__(self, at: int) -> None:
        self.at = at
        self.scopes: list[Scope] = []
        self.country: str | None = None

    @property
    def is_national(self) -> bool:
        """No adjective speaks of several states, and none names the one."""
        return self.country is None and Scope.INTERNATIONAL not in self.scopes


class PhraseReader:
    """Moves a phrase along a line; keeps nothing of an article."""

    def __init__(self, lexicon: Lexicon, index: NameIndex, words: NameWords) -> None:
        self._index, self._words = index, words
        self._verbs: VerbIndex = build_verb_index(lexicon.verbs)
        self._scopes = {fold(word): quality.scope for quality in lexicon.qualities for word in quality.ar}

    def is_deed(self, norm: str) -> bool:
        """Tell whether a head is the masdar of a deed (إدارة, قيادة), which often manages something that is no body."""
        return any(analysis.part is Part.MASDAR for analysis in self._verbs.analyse(norm))

    def read_adjectives(self, doc: Document, line: Line, phrase: Phrase, *, is_feminine: bool | None) -> int:
        """Move past adjectives that agree (any with None) and return how many there were."""
        count = 0
        while phrase.at < line.last:
            norm = doc.norms[phrase.at]
            agrees = is_feminine is None or is_feminine == norm.endswith(("ه", "ا"))
            nation = self._find_nation(doc, line, phrase.at) if norm.startswith("ال") and agrees else None
            scope = self._find_scope(norm) if agrees else None
            # السعودية is both the country and the adjective.
            if nation is not None and (nation.entry.sort is Sort.ADJECTIVE or norm.endswith("يه")):
                phrase.country = phrase.country or cast(Country, nation.entry.ref).code
                phrase.at = nation.last
            elif scope is not None:
                phrase.scopes.append(scope)
                phrase.at += 1
            else:
                break
            count += 1
        return count

    def _find_nation(self, doc: Document, line: Line, at: int) -> Match | None:
        """A nation that is no other word: المالية is of money, not of Mali."""
        nation = self._index.find_nation(doc.norms, at, line.last)
        return None if nation is None or nation.entry.ambiguous else nation

    def _find_scope(self, norm: str) -> Scope | None:
        bare = norm.removeprefix("و")
        if not bare.startswith("ال"):
            return None
        stem = bare[2:]
        return self._scopes.get(stem) or self._scopes.get(_ELATIVES.get(stem, stem.removesuffix("ه")))

    def read_noun(self, doc: Document, line: Line, phrase: Phrase) -> bool:
        """Move past the noun phrase that a head is in construct with: الصحة, مكافحة الفساد."""
        at = phrase.at
        if at >= line.last or doc.tokens[at].kind is not TokenKind.WORD:
            return False
        if not self._has_article(doc, at):
            if not self._is_noun(doc, at) or at + 1 >= line.last or not self._has_article(doc, at + 1):
                return False
            at += 1
        sorts = {match.entry.sort for match in self._index.find_at(doc.norms, at, line.last)}
        if self._words.is_time(doc.norms[at]) or sorts & {Sort.PERSON, Sort.ORGANIZATION}:
            return False
        phrase.at = at + 1
        return True

    def read_field(self, doc: Document, line: Line, phrase: Phrase) -> int:
        """Move past a field behind ل and return its length: للدراسات الاستراتيجية, لحقوق الإنسان."""
        at = phrase.at
        if at >= line.last or doc.tokens[at].kind is not TokenKind.WORD:
            return 0
        norm = doc.norms[at]
        if norm.startswith("لل") and len(norm) > _LONGEST_FIELD and not self._words.is_closed(norm):
            end = at + 1
        elif norm[0] == "ل" and self._is_noun(doc, at, 1) and at + 1 < line.last and self._has_article(doc, at + 1):
            end = at + 2
        else:
            return 0
        while end < line.last and end - at <= _LONGEST_FIELD and self.continues(doc, line, end):
            nation = self._find_nation(doc, line, end)
            if nation is not None:
                phrase.country = phrase.country or cast(Country, nation.entry.ref).code
                end = nation.last
                break
            # An adjective or a further field; any other noun with the article is an object of the sentence.
            if not doc.norms[end].endswith(_NISBAS) and doc.norms[end][0] != "و" and doc.norms[end - 1][0] != "و":
                break
            end += 1
        phrase.at = end
        return end - at

    def continues(self, doc: Document, line: Line, at: int) -> bool:
        """A further word with the article that begins nothing of its own."""
        return self._has_article(doc, at) and not self._begins_other(doc, line, at)

    def _has_article(self, doc: Document, at: int) -> bool:
        token = doc.tokens[at]
        return (
            token.kind is TokenKind.WORD
            and token.norm.startswith(_ARTICLES)
            and not token.hamza
            and not self._words.is_closed(token.norm)
        )

    def _begins_other(self, doc: Document, line: Line, at: int) -> bool:
        return self._words.is_time(doc.norms[at]) or any(
            match.entry.sort in _BEGINNERS for match in self._index.find_at(doc.norms, at, line.last)
        )

    def _is_noun(self, doc: Document, at: int, skip: int = 0) -> bool:
        """No closed-class word and no finite verb, as far as the lexicon knows; `skip` letters are a preposition."""
        norm = doc.norms[at]
        if len(norm) - skip < 3 or self._words.is_closed(norm) or self._words.is_time(norm[skip:]):
            return False
        parts = {analysis.part for analysis in self._verbs.analyse(norm[skip:])}
        return not parts or parts != {Part.FINITE}
