"""Cues of speech, thought and report, with the frame their content stands in, and source phrases: `data/cues.toml`."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

import msgspec

from marsad.lang.fold import fold
from marsad.lexicon.syntax import Phrases, to_phrases
from marsad.lexicon.tables import load_toml
from marsad.lexicon.verbs import Verb, build_verb_index


class Attitude(StrEnum):
    """What the speaker does with the content."""

    REPORT = "report"
    AFFIRM = "affirm"
    DENY = "deny"
    WARN = "warn"
    THREATEN = "threaten"
    DEMAND = "demand"
    PROMISE = "promise"
    INTEND = "intend"
    HOPE = "hope"
    FEAR = "fear"
    ASK = "ask"
    ANSWER = "answer"
    CONSIDER = "consider"
    DESCRIBE = "describe"
    ACCUSE = "accuse"
    CONDEMN = "condemn"
    PRAISE = "praise"
    THANK = "thank"
    REJECT = "reject"
    SUPPORT = "support"
    SUGGEST = "suggest"
    EXPLAIN = "explain"
    REVEAL = "reveal"
    ANNOUNCE = "announce"
    WRITE = "write"
    RECALL = "recall"


class Join(StrEnum):
    """How content is joined to its cue."""

    THAT = "that"  # أن، إن، بأن and the same with a pronoun
    QUOTE = "quote"  # quotation marks or a colon
    OBJECT = "object"  # a noun phrase
    COPULAR = "copular"  # what is spoken of and what it is said to be: اعتبر الخطوة خطأ


class CueExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence with the words of its speaker ("" where elided) and of the content that the cue gives them."""

    text: str
    speaker: str
    content: str


class Cue(msgspec.Struct, frozen=True, eq=False, forbid_unknown_fields=True):
    """Words of one way of reporting. `verbs` are lemmas as in verbs.tsv; `nouns` singular nouns with content (قول).

    `prepositions` stand before the content, `addressee` before the hearer (`object`: the direct object is the hearer).
    `needs_object`: a lone noun phrase after the verb is not its subject (واتهمت جارتها بـ).
    `relay`: the subject passes on the words of whoever follows عن. `counter`: sentences where nobody is given words.
    """

    id: str
    attitude: Attitude
    verbs: tuple[str, ...]
    content: tuple[Join, ...]
    examples: tuple[CueExample, ...]
    nouns: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    relay: bool = False
    needs_object: bool = False
    counter: tuple[str, ...] = ()

    @property
    def before_content(self) -> frozenset[str]:
        """The prepositions before the content, folded."""
        return _folded(self.prepositions)

    @property
    def before_hearer(self) -> frozenset[str]:
        """The prepositions before the hearer, folded, with `object`."""
        return _folded(self.addressee)


@lru_cache(maxsize=256)
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold, words))


class Source(msgspec.Struct, frozen=True, eq=False, forbid_unknown_fields=True):
    """Phrases that name the source of the clause beside them. `clause`: a cue verb follows (حسبما ذكرت).

    `joins`: the phrase also joins a clause whose verb has content of its own (كما قال إن)."""

    id: str
    phrases: tuple[str, ...]
    examples: tuple[CueExample, ...]
    clause: bool = False
    joins: bool = False
    counter: tuple[str, ...] = ()


class CueFile(msgspec.Struct, frozen=True, eq=False, forbid_unknown_fields=True):
    """The whole file. `documents`: nouns of texts that speak for whoever issued them (بيان),
    `reports` those of texts and people that speak without a name, `bodies` those of bodies.
    `sides`: nouns that with a nationality stand for the country (الجانب). `spokespeople`: those who speak for a body.
    `platforms`: networks that words are written on; `occasions`: talks and messages named with their outlet.
    Compared by identity."""

    cue: tuple[Cue, ...] = ()
    source: tuple[Source, ...] = ()
    documents: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    spokespeople: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    occasions: tuple[str, ...] = ()


def load_cues(path: Path) -> CueFile:
    """Read the cues. Raises LexiconError that names the file and field at fault."""
    return load_toml(path, CueFile)


@dataclass(frozen=True, eq=False)
class CueIndex:
    """Cues by folded lemma (its shadda is not written) and by folded noun; source phrases by first word."""

    by_lemma: dict[str, tuple[Cue, ...]]
    by_noun: dict[str, tuple[Cue, ...]]
    named_sources: Phrases
    clause_sources: Phrases
    only_sources: Phrases
    documents: frozenset[str]
    sides: frozenset[str]
    spokespeople: frozenset[str]
    platforms: frozenset[str]
    occasions: frozenset[str]

    def of(self, lemma: str) -> tuple[Cue, ...]:
        """The cues of a verb."""
        return self.by_lemma.get(fold(lemma), ())


@lru_cache(maxsize=4)
def build_cue_index(file: CueFile, verbs: tuple[Verb, ...]) -> CueIndex:
    """Index a file of cues; its verbs become the lemmas that an `Analysis` names."""
    index = build_verb_index(verbs)
    lemmas: dict[str, list[Cue]] = {}
    nouns: dict[str, list[Cue]] = {}
    for cue in file.cue:
        for lemma in dict.fromkeys(fold(lemma) for verb in cue.verbs for lemma in index.find_lemmas(verb)):
            lemmas.setdefault(lemma, []).append(cue)
        for noun in cue.nouns:
            nouns.setdefault(fold(noun), []).append(cue)
    return CueIndex(
        {lemma: tuple(found) for lemma, found in lemmas.items()},
        {noun: tuple(found) for noun, found in nouns.items()},
        to_phrases(tuple(p for source in file.source if not source.clause for p in source.phrases)),
        to_phrases(tuple(p for source in file.source if source.clause for p in source.phrases)),
        to_phrases(tuple(p for source in file.source if source.clause and not source.joins for p in source.phrases)),
        frozenset(map(fold, file.documents)),
        frozenset(map(fold, file.sides)),
        frozenset(map(fold, file.spokespeople)),
        frozenset(map(fold, file.platforms)),
        frozenset(map(fold, file.occasions)),
    )
