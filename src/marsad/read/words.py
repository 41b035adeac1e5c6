"""Words of a document at their places: their readings, names around them, prepositions joined to them."""

from dataclasses import dataclass, field
from functools import cached_property

from marsad.lang.clitics import split_proclitics
from marsad.lang.tokens import TokenKind
from marsad.lexicon.nouns import NounIndex
from marsad.lexicon.reference import Reference
from marsad.lexicon.syntax import Syntax
from marsad.lexicon.verbs import Analysis, VerbIndex
from marsad.read.document import Document
from marsad.read.mentions import Form, Named, Names

_SHORTEST_STEM = 3  # letters that must remain for a joined preposition to be split off an unknown word
_IN_NAME = "ـ"  # before a part of a name that is spelled like a closed-class word
_MAYBE_HAMZA = frozenset({"با", "لا"})  # folded
_SPLIT_BY_HAMZA = frozenset({"بأ", "بإ", "لأ", "لإ"})


@dataclass(frozen=True, eq=False)
class Words:
    """Answers about the words of one document. All places are token indexes."""

    doc: Document
    names: Names
    syntax: Syntax
    verbs: VerbIndex
    nouns: NounIndex
    genders: dict[str, str]
    pronouns: frozenset[str]
    office_words: frozenset[str]
    plural_offices: frozenset[str]
    people: frozenset[str]
    reference: Reference
    _prepositions: dict[int, str] = field(default_factory=dict)

    @cached_property
    def phrases(self) -> dict[int, Named]:
        """The widest noun phrase around a name or office, by its first token."""
        widest: dict[int, Named] = {}
        for mention in self.names.mentions:
            if mention.form in (Form.PRONOUN, Form.ADJECTIVE):
                continue
            known = widest.get(mention.phrase_first)
            if known is None or mention.phrase_last > known.phrase_last:
                widest[mention.phrase_first] = mention
        return widest

    @cached_property
    def nationalities(self) -> dict[int, str]:
        """The clitic before each adjective of nationality: the ب of بريطانيين is its own."""
        return {m.first: m.clitic[-1:] for m in self.names.mentions if m.form is Form.ADJECTIVE}

    @cached_property
    def named(self) -> bytearray:
        """1 for each token inside the phrase of a name or office."""
        mask = bytearray(len(self.doc.tokens))
        for mention in self.phrases.values():
            mask[mention.phrase_first : mention.phrase_last] = b"\1" * (mention.phrase_last - mention.phrase_first)
        return mask

    def analyses(self, place: int) -> tuple[Analysis, ...]:
        """What the verb index knows of the word; nothing for names, marks and numbers."""
        return self._analyses[place]

    @cached_property
    def _analyses(self) -> tuple[tuple[Analysis, ...], ...]:
        analyse, named = self.verbs.analyse, self.named
        return tuple(
            ()
            if token.kind is not TokenKind.WORD or named[place]
            else analyse(token.norm, last if (last := self.doc.text[token.end - 1]) in "أة" else "")
            for place, token in enumerate(self.doc.tokens)
        )

    def _ends_in_hamza(self, place: int) -> bool:
        """Tell whether a word is written with أ at its end: no closed word is (هنأ is not هنا)."""
        return self.doc.text[self.doc.tokens[place].end - 1] == "أ"

    def is_noun(self, place: int) -> bool:
        """Tell whether the word is a form of a listed noun."""
        return bool(self.nouns.lemmas(self.doc.norms[place]))

    def gender(self, place: int) -> str | None:
        """The gender of a listed noun in the singular, else of a word in ة; None where neither tells."""
        for noun in self.nouns.lemmas(self.doc.norms[place]):
            if noun.number == "s":
                return self.genders[noun.noun]
        return "f" if self.doc.norms[place].endswith("ه") else None

    def is_plural(self, place: int) -> bool:
        """Tell whether the word is the plural of a listed noun."""
        return any(noun.number == "p" for noun in self.nouns.lemmas(self.doc.norms[place]))

    def is_mark(self, place: int) -> bool:
        """Tell whether the token is punctuation."""
        return self.doc.tokens[place].kind is TokenKind.MARK

    def word(self, place: int) -> str:
        """The folded word without a joined و or ف, where that leaves a closed-class word; none in a name (آن)."""
        return self._bare[place]

    @cached_property
    def _bare(self) -> tuple[str, ...]:
        return tuple(map(self._strip, self.doc.norms, self.named))

    def _strip(self, norm: str, named: int) -> str:
        closed, whole = self._closed, self.syntax.whole
        if named:
            return _IN_NAME + norm if norm in closed else norm
        return norm[1:] if norm[0] in "وف" and norm[1:] in closed and norm not in closed and norm not in whole else norm

    @cached_property
    def _closed(self) -> frozenset[str]:
        s = self.syntax
        return (
            self.pronouns
            | s.prepositions
            | s.complementizers
            | s.relatives
            | s.connectives
            | s.negators
            | s.adverbs
            | s.future
            | s.perhaps
        )

    def is_closed(self, place: int) -> bool:
        """Tell whether the word builds clauses and can be no noun of a phrase."""
        return self.word(place) in self._closed and not self._ends_in_hamza(place)

    def is_opening(self, place: int) -> bool:
        """Tell whether a clause begins after the word: أن، الذي، بينما."""
        word, syntax = self.word(place), self.syntax
        return word in syntax.complementizers or word in syntax.relatives or word in syntax.connectives

    def preposition(self, place: int) -> str:
        """The preposition that a token is or carries (ب ل ك joined), else an empty string."""
        found = self._prepositions.get(place)
        if found is None:
            found = self._prepositions[place] = self._find_preposition(place)
        return found

    def _find_preposition(self, place: int) -> str:
        token = self.doc.tokens[place]
        if token.kind is not TokenKind.WORD:
            return ""
        mention = self.phrases.get(place)
        if mention is not None:
            clitics = self.phrase_clitics(mention)
            return clitics[-1:] if clitics[-1:] in ("ب", "ل", "ك") else ""
        if self.named[place]:
            return ""
        if place in self.nationalities:
            clitic = self.nationalities[place]
            return clitic if clitic in ("ب", "ل", "ك") else ""
        word = self.word(place)
        if word in self.syntax.prepositions:
            return word
        if word in self.syntax.whole or word in self._closed:
            return ""
        return self._joined(place, word)

    def phrase_clitics(self, mention: Named) -> str:
        """The conjunction and preposition joined to the first word of a mention's phrase (name or office)."""
        if mention.phrase_first == mention.first:
            return mention.clitic
        for clitics, rest in split_proclitics(self.doc.norms[mention.phrase_first]):
            if rest.removeprefix("ال") in self.office_words:
                return clitics
        first = self.doc.norms[mention.phrase_first]
        return "و" if first.startswith("و") and first not in self.office_words else ""

    def _joined(self, place: int, norm: str) -> str:
        bare = norm[1:] if norm[:1] in ("و", "ف") and norm[1:3] in ("با", "بم", "لل", "كا") else norm
        if bare.startswith(("بال", "لل", "كال")) and len(bare) > _SHORTEST_STEM + 2:
            return bare[0]
        if bare.removeprefix("و")[:2] in _MAYBE_HAMZA and self._carries_hamza(place):
            return bare.removeprefix("و")[0]
        verbal = (analysis.preposition for analysis in self.verbs.analyse(norm) if analysis.preposition)
        nominal = (analysis.preposition for analysis in self.nouns.lemmas(norm) if analysis.preposition)
        return next(verbal, "") or next(nominal, "")

    def _carries_hamza(self, place: int) -> bool:
        """Tell whether the word is ب or ل and one that begins with أ or إ (بأشد، لإعادة): no root begins so but بأس."""
        token = self.doc.tokens[place]
        written = self.doc.text[token.start : token.end].removeprefix("و")
        return len(written) > _SHORTEST_STEM and written[:2] in _SPLIT_BY_HAMZA and written[2] != "س"

    def governor(self, place: int) -> str:
        """As `preposition`, but an unknown word that begins with ب counts as split too (بمليون)."""
        found = self.preposition(place)
        if found or place in self.phrases or self.named[place] or place in self.nationalities:
            return found
        if self.doc.tokens[place].kind is not TokenKind.WORD:
            return found
        word = self.word(place)
        bare = word[1:] if word[0] in "وف" and word[1:2] == "ب" else word
        known = self.verbs.analyse(self.doc.norms[place])
        whole = bare in self.syntax.whole or bare in self._closed
        return "ب" if bare[0] == "ب" and len(bare) > _SHORTEST_STEM and not known and not whole else ""

    def skip_adverbs(self, place: int, last: int) -> int:
        """The first token from `place` on that is no adverb."""
        while place < last and self.word(place) in self.syntax.adverbs:
            place += 1
        return place
