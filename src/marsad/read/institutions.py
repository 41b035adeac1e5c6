"""Organizations that no list holds, by a head noun: quoted and foreign names, adjectives of rank, field and nation."""

from typing import cast

import msgspec

from marsad.lang.clitics import has_article
from marsad.lang.foreign import is_foreign_shape
from marsad.lang.tokens import TokenKind
from marsad.lexicon.countries import Country
from marsad.lexicon.load import Lexicon
from marsad.lexicon.organizations import Body, Head, HeadKind
from marsad.lexicon.places import Place
from marsad.read.document import Document, Line
from marsad.read.institution_phrases import Phrase, PhraseReader
from marsad.read.name_index import Match, NameIndex, Sort
from marsad.read.name_words import NameWords

_QUOTES = frozenset("\"'(")
_CLOSERS = frozenset("\"')")
_LONGEST_QUOTED = 6
_LONGEST_FOREIGN = 3
_LONGEST_NOUN = 4  # words of a noun phrase before its nationality
_STATES = frozenset({Sort.COUNTRY, Sort.CAPITAL, Sort.PLACE})
_ENDINGS = ("ه", "ات", "ين", "ون")  # of nouns and adjectives that stand behind a head without being its name


class Found(msgspec.Struct, frozen=True, eq=False):
    """A name found on a line.

    For a body by formula `country` is the nation, for a head formula `kind` what it introduces. `is_national`: the
    words leave the country open, and it has one.
    """

    first: int
    last: int
    clitic: str
    match: Match | None
    country: str | None = None
    kind: HeadKind | None = None
    body: Body | None = None
    name_first: int = -1
    is_place: bool = False
    is_national: bool = False


class Institutions:
    """Finds organizations by their head noun; keeps nothing of an article."""

    def __init__(self, lexicon: Lexicon, index: NameIndex, words: NameWords) -> None:
        self._index, self._words = index, words
        self._reader = PhraseReader(lexicon, index, words)

    def find(self, doc: Document, line: Line, matches: list[Match]) -> Found | None:
        """Return the organization that starts with one of the heads matched at a token."""
        for match in matches:
            found: Found | None = None
            if match.entry.sort is Sort.DEFINITE_HEAD:
                found = self._definite(doc, line, match, cast(Head, match.entry.ref))
            elif match.entry.sort is Sort.HEAD:
                found = self._bare(doc, line, match, cast(Head, match.entry.ref))
            if found is not None:
                return found
        return None

    def _bare(self, doc: Document, line: Line, match: Match, head: Head) -> Found | None:
        return (
            self._quoted(doc, line, match, head)
            or self._latin(doc, line, match, head)
            or self._placed(doc, line, match, head)
            or self._foreign(doc, line, match, head)
            or self._construct(doc, line, match, head)
            or self._national(doc, line, match, head)
        )

    def _quoted(self, doc: Document, line: Line, match: Match, head: Head) -> Found | None:
        """A head noun and a name in quotation marks or brackets: صحيفة «الراية»."""
        at = match.last
        nation = self._index.find_nation(doc.norms, at, line.last)
        at = nation.last if nation and nation.entry.sort is Sort.ADJECTIVE else at
        if at + 1 >= line.last or doc.norms[at] not in _QUOTES:
            return None
        if self._is_listed(doc, line, at + 1):
            return None
        for end in range(at + 2, min(at + 2 + _LONGEST_QUOTED, line.last)):
            if doc.norms[end] in _CLOSERS:
                country = cast(Country, nation.entry.ref).code if nation else None
                return Found(match.first, end, match.clitic, None, country, head.kind, name_first=at + 1)
        return None

    def _is_listed(self, doc: Document, line: Line, at: int) -> bool:
        """A listed organization or outlet starts here: then that is the name, and the head noun only its kind."""
        return any(
            m.entry.sort in (Sort.ORGANIZATION, Sort.OUTLET) for m in self._index.find_at(doc.norms, at, line.last)
        )

    def _latin(self, doc: Document, line: Line, match: Match, head: Head) -> Found | None:
        at = match.last
        if at < line.last and doc.tokens[at].kind is TokenKind.LATIN and not self._is_listed(doc, line, at):
            return Found(match.first, at + 1, match.clitic, None, None, head.kind, name_first=at)
        return None

    def _foreign(self, doc: Document, line: Line, match: Match, head: Head) -> Found | None:
        """A head noun and one to three words that can only be a foreign name: شركة سيسكو."""
        at = match.last
        if not head.proper or at >= line.last or self._is_listed(doc, line, at):
            return None
        end = at
        while end < min(line.last, at + _LONGEST_FOREIGN) and self._may_be_foreign(doc, end):
            end += 1
        while end > at and not is_foreign_shape(doc.norms[end - 1]):
            end -= 1
        if end == at:
            return None
        nation = self._index.find_nation(doc.norms, end, line.last)
        country = cast(Country, nation.entry.ref).code if nation and nation.entry.sort is Sort.ADJECTIVE else None
        return Found(match.first, end, match.clitic, None, country, head.kind, name_first=at)

    def _may_be_foreign(self, doc: Document, at: int) -> bool:
        token = doc.tokens[at]
        return (
            token.kind is TokenKind.WORD
            and (token.hamza or not token.norm.startswith("ال"))
            and not token.norm.endswith(_ENDINGS)
            and self._words.may_be_name(token)
        )

    def _placed(self, doc: Document, line: Line, match: Match, head: Head) -> Found | None:
        """A head noun and its place: جامعة نيروبي."""
        definite = has_article(doc.norms[match.first])
        if not head.placed or match.last >= line.last or definite:
            # اتهم المجلس العسكري فرنسا: what has the article owns nothing.
            return None
        for place in self._index.find_at(doc.norms, match.last, line.last):
            if place.entry.sort in _STATES and not place.clitic:
                ref = cast(Country | Place, place.entry.ref)
                country = ref.code if isinstance(ref, Country) else ref.country
                return Found(match.first, place.last, match.clitic, None, country, head.kind, name_first=match.first)
        return None

    def _definite(self, doc: Document, line: Line, match: Match, head: Head) -> Found | None:
        """A head with the article, adjectives that agree, and a field: الهيئة العامة للاستثمار والمناطق الحرة."""
        phrase = Phrase(match.last)
        count = self._reader.read_adjectives(doc, line, phrase, is_feminine=doc.norms[match.last - 1].endswith("ه"))
        if not count:
            return None
        if not self._reader.read_field(doc, line, phrase) and (count < 2 or not phrase.scopes):
            return None
        return self._to_found(match, head, phrase)

    def _construct(self, doc: Document, line: Line, match: Match, head: Head) -> Found | None:
        """A head with a noun and an adjective that agrees with the head: لجنة الصحة الوطنية الصينية."""
        phrase = Phrase(match.last)
        if not head.formal or not self._reader.read_noun(doc, line, phrase):
            return None
        is_feminine = doc.norms[match.last - 1].endswith("ه")
        first, noun = phrase.at, phrase.at
        # The masdar of a deed (إدارة الملف النووي) is an institution only with a nation.
        is_deed = self._reader.is_deed(doc.norms[match.last - 1])
        while noun < min(line.last, first + 2):
            phrase.at = noun
            self._reader.read_adjectives(doc, line, phrase, is_feminine=is_feminine)
            if phrase.country or (phrase.scopes and not is_deed):
                return self._to_found(match, head, phrase)
            if not is_deed and self._reader.read_field(doc, line, phrase) > 1:
                return self._to_found(match, head, phrase)
            if not self._reader.continues(doc, line, noun):
                break
            noun += 1
        if not head.alone:
            return None
        phrase.at = first
        self._reader.read_adjectives(doc, line, phrase, is_feminine=None)
        return self._to_found(match, head, phrase)

    def _national(self, doc: Document, line: Line, match: Match, head: Head) -> Found | None:
        """A head noun, words with the article, and a nationality: هيئة الرقابة المالية الماليزية."""
        if head.weak:
            return None
        at = match.last
        while at < line.last and at - match.last < _LONGEST_NOUN and doc.tokens[at].kind is TokenKind.WORD:
            nation = self._index.find_nation(doc.norms, at, line.last)
            if nation is not None and (at > match.last) and nation.entry.sort is Sort.ADJECTIVE:
                country = cast(Country, nation.entry.ref).code
                return Found(match.first, nation.last, match.clitic, None, country, head.kind, name_first=match.first)
            norm = doc.norms[at]
            if not norm.startswith(("ال", "لل", "وال")) or self._words.is_closed(norm):
                return None
            if self._is_listed(doc, line, at):
                return None
            at += 1
        return None

    def _to_found(self, match: Match, head: Head, phrase: Phrase) -> Found:
        """An institution; الوكالة الوطنية للأمن الصحي is no agency of news."""
        kind = HeadKind.ORGANIZATION if head.kind is HeadKind.MEDIA else head.kind
        return Found(
            match.first, phrase.at, match.clitic, None, phrase.country, kind,
            name_first=match.first, is_national=phrase.is_national,
        )  # fmt: skip
