"""Offices, ranks, titles and callings that stand before a name, with the forms that gender and number give them.

`data/offices.toml` lists masculine singulars; feminine, dual and plural are made here from the first word (the head)
and the words that agree with it, so that no inflected form is listed by hand.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path

import msgspec

from marsad.errors import LexiconError
from marsad.lexicon.tables import load_toml

_ARTICLE = "ال"


class Level(StrEnum):
    """What kind of actor speaks: levels of contact between states are told apart by it."""

    HEAD_OF_STATE = "head-of-state"
    HEAD_OF_GOVERNMENT = "head-of-government"
    FOREIGN = "foreign"
    DEFENCE = "defence"
    SECURITY = "security"
    MINISTER = "minister"
    LEGISLATURE = "legislature"
    MILITARY = "military"
    SPOKESPERSON = "spokesperson"
    DIPLOMAT = "diplomat"
    PARTY = "party"
    MONARCHY = "monarchy"
    IGO = "igo"
    JUDICIARY = "judiciary"
    RELIGIOUS = "religious"
    MEDIA = "media"
    EXPERT = "expert"
    OTHER = "other"
    PRIVATE = "private"  # acts for nobody: without a name he stands neither for a state nor for a body


class Takes(StrEnum):
    """What follows the office: a nationality adjective, the name of a body, a name at once (free), or nothing."""

    NATIONALITY = "nationality"
    BODY = "body"
    FREE = "free"
    NONE = "none"


class Status(StrEnum):
    """How the office is held, where a word beside it says so."""

    FORMER = "former"
    ACTING = "acting"
    ELECT = "elect"
    DESIGNATE = "designate"
    LATE = "late"
    CURRENT = "current"
    DEPUTY = "deputy"
    AIDE = "aide"
    HONORARY = "honorary"


class Position(StrEnum):
    """The side of the office on which a modifier stands."""

    BEFORE = "before"
    AFTER = "after"


class Number(StrEnum):
    """Grammatical number of a noun for unnamed holders."""

    SINGULAR = "singular"
    DUAL = "dual"
    PLURAL = "plural"


class Office(msgspec.Struct, frozen=True):
    """One office. `ar` are masculine singular phrases; `feminine`, `dual`, `plural` are made from them, in all cases.

    `en` is the English role, lower case; `en_local` pairs a country (alpha-3) with what English calls the office there;
    `country` is the only one that has the office.
    """

    id: str
    en: str
    en_local: tuple[tuple[str, str], ...]
    level: Level
    takes: Takes
    ar: tuple[str, ...]
    feminine: tuple[str, ...]
    dual: tuple[str, ...]
    plural: tuple[str, ...]
    examples: tuple[str, ...]
    country: str | None = None


class Modifier(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words beside an office that tell how it is held (السابق، القائم بأعمال). `ar` is masculine singular."""

    status: Status
    position: Position
    ar: tuple[str, ...]
    examples: tuple[str, ...]


class Unnamed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that stand for a speaker who is not named (مصدر مطلع، مراقبون); `kind` is an English word for the role."""

    kind: str
    number: Number
    ar: tuple[str, ...]
    examples: tuple[str, ...]


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    en: str
    level: Level
    takes: Takes
    ar: tuple[str, ...]
    examples: tuple[str, ...]
    en_local: dict[str, str] = {}
    country: str | None = None


class _Noun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A head. `feminine` None: made with ة; empty: has none."""

    ar: str
    plural: tuple[str, ...]
    feminine: tuple[str, ...] | None = None


class _Adjective(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An adjective that is irregular, or agrees also after a head without the article (مدير عام)."""

    ar: str
    feminine: str
    plural: tuple[str, ...]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    office: tuple[_Entry, ...] = ()
    noun: tuple[_Noun, ...] = ()
    adjective: tuple[_Adjective, ...] = ()
    modifier: tuple[Modifier, ...] = ()
    unnamed: tuple[Unnamed, ...] = ()


def load_offices(path: Path) -> tuple[Office, ...]:
    """The offices of the TOML file at `path`, in its order. Raises LexiconError naming file and field."""
    file = load_toml(path, _File)
    nouns = {noun.ar: noun for noun in file.noun}
    adjectives = {adjective.ar: adjective for adjective in file.adjective}
    seen: set[str] = set()
    for entry in file.office:
        if entry.id in seen:
            raise LexiconError(f"office defined twice: {entry.id!r}", path=path, field="id")
        if not entry.ar or not entry.examples:
            raise LexiconError(f"office {entry.id!r} has no Arabic form or no example", path=path, field="ar, examples")
        seen.add(entry.id)
    return tuple(_to_office(entry, nouns, adjectives) for entry in file.office)


def load_modifiers(path: Path) -> tuple[Modifier, ...]:
    """The modifiers in the TOML file at `path`. Raises LexiconError naming file and field."""
    return load_toml(path, _File).modifier


def load_unnamed(path: Path) -> tuple[Unnamed, ...]:
    """The nouns for unnamed speakers in the TOML file at `path`. Raises LexiconError naming file and field."""
    return load_toml(path, _File).unnamed


def _to_office(entry: _Entry, nouns: dict[str, _Noun], adjectives: dict[str, _Adjective]) -> Office:
    heads = tuple(head for phrase in entry.ar if (head := _parse_head(phrase, nouns, adjectives)))
    own = set(entry.ar)

    def unlisted(forms: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(form for form in forms if form not in own))

    return Office(
        id=entry.id,
        en=entry.en,
        en_local=tuple(sorted(entry.en_local.items())),
        level=entry.level,
        takes=entry.takes,
        ar=entry.ar,
        feminine=unlisted(form for head in heads for form in head.feminine()),
        dual=unlisted(form for head in heads for form in head.dual()),
        plural=unlisted(form for head in heads for form in head.plural()),
        examples=entry.examples,
        country=entry.country,
    )


class _Head(msgspec.Struct, frozen=True):
    """A phrase cut into its head noun, the adjectives that agree with the head, and the rest, which never changes."""

    noun: _Noun
    definite: bool
    agreeing: tuple[str, ...]
    rest: tuple[str, ...]
    adjectives: dict[str, _Adjective]

    def feminine(self) -> Iterator[str]:
        for noun in self._feminine_nouns():
            yield self._join(noun, tuple(self._to_feminine(word) for word in self.agreeing))

    def dual(self) -> Iterator[str]:
        """Nominative and oblique; before a noun that completes it the dual loses its ن (وزيرا الخارجية)."""
        feminine = tuple(self._bare(self._to_feminine(word)) for word in self.agreeing)
        sources = [(self.noun.ar, tuple(self._bare(word) for word in self.agreeing))]
        sources.extend((noun, feminine) for noun in self._feminine_nouns())
        for ending in ("ان", "ين"):
            for noun, words in sources:
                head = _to_dual_stem(noun) + (ending if self._is_absolute() else ending[0])
                yield self._join(head, self._with_article(tuple(_to_dual_stem(word) + ending for word in words)))

    def plural(self) -> Iterator[str]:
        for noun in self.noun.plural:
            for form, ending in ((noun, "ون"), (_to_oblique(noun), "ين")):
                word = form if self._is_absolute() or not form.endswith(("ون", "ين")) else form[:-1]
                yield self._join(word, tuple(self._to_plural(adjective, ending) for adjective in self.agreeing))
        for noun in self._feminine_nouns():
            if noun.endswith("ة"):
                yield self._join(noun[:-1] + "ات", tuple(self._to_feminine(word) for word in self.agreeing))

    def _is_absolute(self) -> bool:
        """The head keeps its final ن: it has the article, an adjective, or a preposition after it."""
        return self.definite or bool(self.agreeing) or not self.rest or self.rest[0] in _PREPOSITIONS

    def _feminine_nouns(self) -> tuple[str, ...]:
        return (self.noun.ar + "ة",) if self.noun.feminine is None else self.noun.feminine

    def _join(self, noun: str, agreeing: tuple[str, ...]) -> str:
        return " ".join(((_ARTICLE if self.definite else "") + noun, *agreeing, *self.rest))

    def _bare(self, word: str) -> str:
        return word.removeprefix(_ARTICLE) if self.definite else word

    def _with_article(self, words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(_ARTICLE + word for word in words) if self.definite else words

    def _to_feminine(self, word: str) -> str:
        known = self.adjectives.get(self._bare(word))
        return self._with_article((known.feminine if known else self._bare(word) + "ة",))[0]

    def _to_plural(self, word: str, ending: str) -> str:
        known = self.adjectives.get(self._bare(word))
        return self._with_article((known.plural[0] if known and known.plural else self._bare(word) + ending,))[0]


_PREPOSITIONS = frozenset({"باسم", "بلسان", "في", "لدى", "على", "من"})


def _parse_head(phrase: str, nouns: dict[str, _Noun], adjectives: dict[str, _Adjective]) -> _Head | None:
    """None where the first word is no known head: such a phrase has one form only (سمو الأمير، السيدة الأولى)."""
    first, *others = phrase.split()
    definite = first.removeprefix(_ARTICLE) in nouns and first not in nouns
    noun = nouns.get(first.removeprefix(_ARTICLE) if definite else first)
    if noun is None:
        return None
    count = 0
    for word in others:
        if not (word.startswith(_ARTICLE) if definite else word in adjectives):
            break
        count += 1
    return _Head(noun, definite, tuple(others[:count]), tuple(others[count:]), adjectives)


def _to_dual_stem(word: str) -> str:
    return word[:-1] + {"ة": "ت", "ى": "ي"}[word[-1]] if word.endswith(("ة", "ى")) else word


def _to_oblique(plural: str) -> str:
    return plural[:-2] + "ين" if plural.endswith("ون") else plural
