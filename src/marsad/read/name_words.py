"""Where an unknown name ends: which words can stand in a name that no list holds."""

from collections.abc import Sequence
from functools import lru_cache

from marsad.lang.clitics import split_proclitics
from marsad.lang.fold import fold
from marsad.lang.foreign import is_foreign_shape
from marsad.lang.morphology import Part
from marsad.lang.numerals import parse_number
from marsad.lang.tokens import Token, TokenKind
from marsad.lexicon.calendar import TermKind
from marsad.lexicon.load import Lexicon
from marsad.lexicon.nouns import build_noun_index
from marsad.lexicon.verbs import build_verb_index
from marsad.read.name_index import Sort, build_name_index, to_keys

_LONGEST = 5
_LONG = 5  # letters from which an ending is no part of the stem
_ARTICLES = ("ال", "لل", "بال", "وال")
_NOUN_ENDINGS = ("ات", "ته", "تها", "تهم", "تهما", "هما", "ها")


class NameWords:
    """Judges words by what the lexicon knows: parts of names, closed classes, offices, nationalities, verbs, nouns."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._index = build_name_index(lexicon)
        self.joiners, self.regnal = lexicon.reference.name_joiner, lexicon.reference.regnal
        self._closed = frozenset(fold(word) for group in lexicon.particles for word in group.ar)
        listed = frozenset(key for person in lexicon.people for name in person.names for key in to_keys(name))
        given = {group.id: frozenset(map(fold, group.ar)) for group in lexicon.given_names}
        known = frozenset(listed | lexicon.spelling.fixed).union(*given.values()) - self._closed
        self._known = frozenset(key for key in known if parse_number((key,), 0) is None)
        self._verbs = build_verb_index(lexicon.verbs)
        self._nouns = _event_nouns(lexicon)
        self._noun_index = build_noun_index(lexicon.nouns)
        terms = (term for term in lexicon.calendar if term.kind is not TermKind.YEAR_KIND)
        self._times = frozenset(key for term in terms for name in term.ar for key in to_keys(name))
        self._given = frozenset().union(*given.values()) - given["also-words"]
        self._homographs = frozenset().union(*given.values()) & self._closed
        # لعب أردوغان دورا: an object that is somebody's name elsewhere continues nobody else's.
        objects = (key for key in listed.difference(*given.values()) if key.endswith("ا") and self.is_word(key))
        self._objects = frozenset(objects)
        self._clear: dict[str, str | None] = {}
        self._stops: dict[str, bool] = {}
        self._families: dict[str, bool] = {}

    def is_closed(self, norm: str) -> bool:
        """Tell whether the word is of a closed class (preposition, particle, pronoun …)."""
        return norm in self._closed

    def is_time(self, norm: str) -> bool:
        """Tell whether the word belongs to the calendar."""
        return norm in self._times

    def is_known_part(self, norm: str) -> bool:
        """Tell whether the word is part of some known person's name."""
        return norm in self._known

    def find_given(self, norm: str) -> str | None:
        """Return the clitic on a given name that is no other word the lexicon knows; None for any other word."""
        if norm not in self._clear:
            splits = split_proclitics(norm) if not self.is_word(norm) else ()
            found = ((clitic, rest) for clitic, rest in splits if rest in self._given and (not clitic or len(rest) > 3))
            self._clear[norm] = next((clitic for clitic, rest in found if not self._find_stop(rest, hamza=False)), None)
        return self._clear[norm]

    def find_rest(self, tokens: Sequence[Token], norms: Sequence[str], first: int, limit: int) -> int:
        """Return the end of a name whose first word is known to be one, `first + 1` where nothing follows."""
        place = first + 1
        while place < limit and place - first < _LONGEST and self._may_stand(tokens[place], norms, first, place, limit):
            place += 1
        while place > first + 1 and norms[place - 1] in self.joiners:
            place -= 1
        return place

    def may_be_name(self, token: Token) -> bool:
        """Tell whether a word, on its own, is nothing but a name as far as the lexicon knows."""
        return (
            token.kind is TokenKind.WORD
            and token.norm not in self._closed
            and not self._stops_name(token.norm, hamza=token.hamza)
        )

    def is_noun(self, norm: str) -> bool:
        """Tell whether the lexicon lists the word as a common noun, of things or deeds."""
        return norm in self._nouns or bool(self._noun_index.lemmas(norm))

    def is_word(self, norm: str) -> bool:
        """A verb, participle, masdar or common noun that the lexicon knows."""
        if norm in self._nouns or parse_number((norm,), 0) is not None:
            return True
        # First persons and feminine plurals are rarer in news than names that look like them.
        verbs = self._verbs.analyse(norm)
        return any(a.person in (None, 3) and (a.person, a.gender, a.number) != (3, "f", "p") for a in verbs) or bool(
            self._noun_index.lemmas(norm)
        )

    def is_listed_other(self, norm: str) -> bool:
        """Tell whether the word alone is listed as something that is no person: an office, a nation, a place …"""
        return any(match.entry.sort is not Sort.PERSON for match in self._index.find_at((norm,), 0, 1))

    def find_end(self, tokens: Sequence[Token], norms: Sequence[str], first: int, limit: int) -> int:
        """Return the end of a personal name of one to five words that starts at `first`; `first` itself if none does.

        A name is a run of words without the article that are by themselves no closed-class word, verb, common noun,
        office or nationality; parts of known names are trusted more, and after one of them a family name may have the
        article. One unknown word alone is a name only before a mark or a closed-class word, since Arabic puts common
        nouns in the same place.
        """
        place = first
        while place < limit and place - first < _LONGEST and self._may_stand(tokens[place], norms, first, place, limit):
            place += 1
        while place > first and norms[place - 1] in self.joiners:
            place -= 1
        known = any(norm in self._known for norm in norms[first:place])
        if place - first == 1 and not known and not self._stands_alone(tokens, norms, first, limit):
            return first
        return place

    def _may_stand(self, token: Token, norms: Sequence[str], first: int, place: int, limit: int) -> bool:
        norm = token.norm
        if token.kind is not TokenKind.WORD:
            return False
        if place > first and norms[place - 1] in self.joiners:
            # A joiner that is also a word (ولد) is one only before a further name: ولد في is no name.
            return norm not in self._closed or not self.is_word(norms[place - 1])
        if norm in self.regnal:
            return place > first and norms[place - 1] in self._known
        if norm in self.joiners:
            return place + 1 < limit
        if norm in self._closed:
            return norm in self._homographs and self._is_name_here(norms, first, place, limit)
        if norm in self._known:
            return place == first or norm not in self._objects
        known_before = place > first and norms[place - 1] in self._known
        # A conjunction or preposition may be written onto a word that follows a name, hardly onto one inside it;
        # before a vowel or ن ل it is rather the name's own letter (بوعلاقة، بنعلي، فاركاش).
        if place - first > 1 and norm[0] == "و" and len(norm) > 3:
            return False
        if known_before and norm[0] == "و" and (len(norm) > 3 or norm[1:] in self._known):
            return False
        if known_before and len(norm) > 3 and norm[0] in "فبل" and norm[1] not in "اوينل":
            return is_foreign_shape(norm) and not self._stops_name(norm, hamza=token.hamza)
        if norm.startswith("ال") and not token.hamza and any(part in self._known for part in norms[first:place]):
            return self._is_family_name(norm)
        if place > first and norms[place - 1] in self._known and self._is_construct(norm):
            return True
        return not self._stops_name(norm, hamza=token.hamza)

    def _is_construct(self, norm: str) -> bool:
        """A family name in ي that is spelled like a dual or plural before its noun (عنايتي, مشيري)."""
        analyses = self._verbs.analyse(norm) if norm.endswith("ي") and norm not in self._nouns else ()
        return bool(analyses) and all(a.part is not Part.FINITE and a.number in ("d", "p") for a in analyses)

    def _is_name_here(self, norms: Sequence[str], first: int, place: int, limit: int) -> bool:
        """Tell علي رضا and محمد علي، from the preposition: a further name follows, or a name ends with it."""
        after = norms[place + 1] if place + 1 < limit else "."
        return after in self._known or (place > first and not after.isalnum() and norms[place - 1] in self._known)

    def _is_family_name(self, norm: str) -> bool:
        """A word with the article that is nothing else the lexicon knows (الدهيمان)."""
        found = self._families.get(norm)
        if found is None:
            bare = norm[2:]
            is_other = norm in self._times or bare in self._times or norm in self._closed or bare in self._closed
            is_other = is_other or bare.endswith(("يه", *_NOUN_ENDINGS)) or self.is_word(norm) or self.is_word(bare)
            found = not is_other and not self.is_listed_other(norm) and not self.is_listed_other(bare)
            self._families[norm] = found
        return found

    def _stops_name(self, norm: str, *, hamza: bool) -> bool:
        key = "أ" + norm if hamza else norm
        found = self._stops.get(key)
        if found is None:
            found = self._stops[key] = self._find_stop(norm, hamza=hamza)
        return found

    def _find_stop(self, norm: str, *, hamza: bool) -> bool:
        # The article, the sound feminine plural, possessive endings and adjectives in ية are marks of common nouns.
        if len(norm) > _LONG and norm.endswith("يه") and norm[-3] != "ي":  # لوبيه, but كارتييه
            return True
        if len(norm) > 4 and ((not hamza and norm.startswith(_ARTICLES)) or norm.endswith(_NOUN_ENDINGS)):
            return True
        for clitic, rest in split_proclitics(norm):
            # Nothing goes before و, so بوعلاقة is not ب + وعلاقة.
            if (rest in self._closed or rest in self._times or self.is_word(rest)) and not (clitic and rest[0] in "وف"):
                return True
        return self.is_listed_other(norm)

    def _stands_alone(self, tokens: Sequence[Token], norms: Sequence[str], at: int, limit: int) -> bool:
        """An unknown word before the end of its phrase; not one in the accusative, which is an object."""
        if norms[at].endswith("ا"):
            return False
        return at + 1 >= limit or tokens[at + 1].kind is TokenKind.MARK or norms[at + 1] in self._closed


def _event_nouns(lexicon: Lexicon) -> frozenset[str]:
    """The nouns that frames know: they name deeds and things, nobody."""
    in_phrases = (word for frame in lexicon.frames for parts in frame.sequences for part in parts for word in part)
    words = (*(noun for frame in lexicon.frames for noun in frame.nouns), *in_phrases)
    return frozenset(form for word in words for form in (fold(word), fold(word).removeprefix("ال")))


@lru_cache(maxsize=4)
def build_name_words(lexicon: Lexicon) -> NameWords:
    """Build the judge of name words of a lexicon."""
    return NameWords(lexicon)
