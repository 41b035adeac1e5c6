"""Chunks: where noun phrases end, what belongs to them; what predicates and clauses rest on."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from marsad.lang.fold import fold
from marsad.lang.morphology import Part
from marsad.lang.tokens import TokenKind
from marsad.lexicon.load import Lexicon
from marsad.lexicon.nouns import build_noun_index
from marsad.lexicon.syntax import build_syntax
from marsad.lexicon.verbs import build_verb_index
from marsad.read.chunk_words import to_genders, to_office_words, to_people, to_plural_offices, to_pronouns
from marsad.read.document import Document
from marsad.read.mentions import Form, Names
from marsad.read.words import Words

_DOERS = (Part.ACTIVE_PARTICIPLE, Part.PASSIVE_PARTICIPLE)
_NATION_REACH = 2  # tokens behind a noun in which its nationality stands
_QUANTIFIED = 2  # كل من، العديد من: the noun of number and من


@dataclass(frozen=True, eq=False)
class Chunks(Words):
    """Answers about the phrases of one document. All places are token indexes, all ranges half open."""

    def noun_phrase(self, place: int, last: int) -> int:
        """Where the noun phrase that starts at `place` ends; `place` itself if none starts there.

        A phrase runs through names, idafa and adjectives; after a definite word an indefinite one starts another.
        """
        mention = self.phrases.get(place)
        if mention is not None:
            return self._coordinated(self._with_nation(min(mention.phrase_last, last), last), last)
        if place >= last or self.doc.tokens[place].kind is TokenKind.MARK or self.is_closed(place):
            return place
        if (
            place + _QUANTIFIED <= last - 1
            and self.doc.norms[place + 1] == "من"
            and self.doc.norms[place] in _NUMBERING
        ):
            return self.noun_phrase(place + _QUANTIFIED, last)
        return self._coordinated(self._plain_phrase(place, last), last)

    def _is_told_apart(self, place: int) -> bool:
        """A name, a definite noun or one known as a noun behind an adjective is another phrase's."""
        norm = self.doc.norms[place]
        return place in self.phrases or norm[:2] == "ال" or (self.is_noun(place) and not self.is_adjective(place))

    def _plain_phrase(self, place: int, last: int) -> int:
        definite = self.is_definite(place)
        # وفدا فرنسيا: the adjective of an accusative ends like it, and what a number counts is one (20 سفيرا).
        counts = self.doc.tokens[place].kind is TokenKind.NUMBER
        accusative = not definite and (counts or self.doc.norms[place].endswith("ا"))
        after = place + 1
        while after < last:
            token = self.doc.tokens[after]
            if token.kind is TokenKind.MARK or self.is_closed(after) or self.governor(after):
                break
            if {after - 1, after} <= self._nationalities and not definite and not token.norm.startswith("ال"):
                after += 1  # قمة روسية تركية
                continue
            if not definite and after - 1 in self._nationalities and self._is_told_apart(after):
                break  # محتجون عراقيون السفارة: what has its adjective owns nothing
            if not definite and after - 1 in self._nationalities and self._begins_another(after, last):
                break  # شنت طائرات مصرية غارات
            if after == place + 1 and not definite and self.keeps_ending(place) and self._is_somebody_else(after):
                break  # محتجون السفارة: in a construct the plural loses its ن
            if after in self.phrases:
                if not definite and not self.phrase_clitics(self.phrases[after]):
                    after = self._with_nation(self.phrases[after].phrase_last, last)
                break
            if token.norm.startswith("ال"):
                # محتجون باكستانيون العلم: what has an adjective without the article owns no noun behind it.
                if (definite and not self.is_adjective(after)) or (not definite and after - 1 in self.nationalities):
                    break
                definite = True
            elif (
                definite
                or token.norm.startswith("و")
                or (token.norm.endswith("ا") and not self.named[after] and not accusative)
                or self._is_finite(after)
            ):
                break
            elif self.is_definite(after):
                definite = True
            after += 1
        return min(after, last)

    def keeps_ending(self, place: int) -> bool:
        """A sound plural of men without a construct's ending: متظاهرون, مسلحين."""
        return self._is_people(place) and any(a.part in _DOERS and a.number == "p" for a in self.analyses(place))

    def _is_somebody_else(self, place: int) -> bool:
        told_apart = self.doc.norms[place].startswith("ال") or place in self.phrases
        return told_apart and not self._is_people(place)

    def _with_nation(self, after: int, last: int) -> int:
        """Take in a nationality behind a name: جماعة الحوثي اليمنية; people in the plural are others."""
        joined = after < last and after in self._nationalities and not self.named[after]
        return after + 1 if joined and self.doc.norms[after].startswith("ال") and not self._is_people(after) else after

    def _is_people(self, place: int) -> bool:
        return self.doc.norms[place].endswith(("ين", "ون"))

    def _begins_another(self, place: int, last: int) -> bool:
        """A masdar, plural noun, what a name owns (أجواء فنلندا) or a nation made (مصفاة نفط روسية): no adjective."""
        norm = self.doc.norms[place]
        if place not in self._nationalities and self._has_nation(place + 1, last):
            return True
        if norm in self.syntax.adjectives or norm.endswith(("ه", "ون", "ين")):
            return False
        owned = place + 1 in self.phrases and not self.phrase_clitics(self.phrases[place + 1])
        return owned or any(a.part is Part.MASDAR for a in self.analyses(place)) or self.is_plural(place)

    def _has_nation(self, place: int, last: int) -> bool:
        """Tell whether a nationality follows at once, or behind one word of the same phrase."""
        for at in range(place, min(place + _NATION_REACH, last)):
            if at in self._nationalities:
                return True
            if self.doc.tokens[at].kind is TokenKind.MARK or self.is_closed(at) or self.governor(at):
                return False
        return False

    @cached_property
    def _nationalities(self) -> frozenset[int]:
        return frozenset(mention.first for mention in self.names.mentions if mention.form is Form.ADJECTIVE)

    def is_adjective(self, place: int) -> bool:
        """Tell whether a definite word can only go with the definite noun before it, by its ending, pattern or list."""
        bare = self.doc.norms[place].removeprefix("ال")
        stem = next((bare.removesuffix(end) for end in _ADJECTIVE_ENDINGS if bare.endswith(end)), bare)
        if stem in self.syntax.adjectives or bare in self.syntax.adjectives:
            return True
        if stem in self.office_words or bare in self.office_words or self.is_noun(place):
            return False
        if stem.endswith("ي") or (len(stem) == _PATTERN and stem[2] == "ي"):
            return True
        analyses = self.analyses(place)
        if not any(a.part in _PARTICIPLES for a in analyses) or analyses[0].part is Part.MASDAR:
            return False
        before = self.doc.norms[place - 1]
        return bare.endswith(("ه", "ات")) == before.endswith(("ه", "ات")) or self.is_plural(place - 1)

    def is_definite(self, place: int) -> bool:
        """Tell whether the article, a possessive or a name makes the word definite."""
        norm = self.doc.norms[place]
        # آلاف has no article, whatever its folded letters.
        article = norm.startswith(("ال", "وال")) and not self.doc.tokens[place].hamza
        return article or norm.startswith("هذ") or self._is_owned(place) or bool(self.named[place])

    def _is_owned(self, place: int) -> bool:
        """Tell whether a possessive ends the word: قواتنا, but مواطنا is the accusative of مواطن."""
        norm = self.doc.norms[place]
        accusative = norm.endswith("نا") and any(fold(noun.noun) == norm[:-1] for noun in self.nouns.lemmas(norm))
        return norm.endswith(_POSSESSED) and not accusative

    def _is_finite(self, place: int) -> bool:
        """Tell whether the word can be a finite verb: none ends in ة (نووية is no verb with its object)."""
        finite = any(analysis.part is Part.FINITE for analysis in self.analyses(place))
        return finite and self.doc.text[self.doc.tokens[place].end - 1] != "ة"

    def _coordinated(self, after: int, last: int) -> int:
        while after < last:
            mention = self.phrases.get(after)
            if mention is not None and self.phrase_clitics(mention) == "و":
                after = mention.phrase_last
            elif self.doc.norms[after].startswith("وال") and not self.named[after]:
                after = self._plain_phrase(after, last)
            else:
                break
        return min(after, last)


_NUMBERING = frozenset({"كل", "كلا", "عدد", "العديد", "كثير", "الكثير", "مجموعه", "بعض"})
_ADJECTIVE_ENDINGS = ("ين", "ون", "ان", "ات", "ه")
_PATTERN = 4  # فعيل: جديد، كبير
_PARTICIPLES = frozenset({Part.ACTIVE_PARTICIPLE, Part.PASSIVE_PARTICIPLE})
_POSSESSED = ("ها", "هم", "هما", "نا")


@lru_cache(maxsize=2)
def build_chunks(doc: Document, names: Names, lexicon: Lexicon) -> Chunks:
    """Prepare the answers for one document; the finders of one article share them."""
    return Chunks(
        doc,
        names,
        build_syntax(lexicon.syntax, lexicon.verbs),
        build_verb_index(lexicon.verbs),
        build_noun_index(lexicon.nouns),
        to_genders(lexicon),
        to_pronouns(lexicon),
        to_office_words(lexicon),
        to_plural_offices(lexicon),
        to_people(lexicon),
        lexicon.reference,
    )
