"""Words that build the clause, by the work they do there: `data/syntax.toml`."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import msgspec

from marsad.lang.fold import fold
from marsad.lexicon.tables import load_toml
from marsad.lexicon.verbs import Verb, VerbIndex, build_verb_index


class ClauseWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One group of clause-building words or fixed phrases, with phrases that hold one of them and some that do not."""

    id: str
    ar: tuple[str, ...]
    examples: tuple[str, ...]
    counter: tuple[str, ...]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    group: tuple[ClauseWords, ...]


def load_syntax(path: Path) -> tuple[ClauseWords, ...]:
    """Read the groups. Raises LexiconError that names the file and field at fault."""
    return load_toml(path, _File).group


Phrases = dict[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, eq=False)
class Syntax:
    """The groups folded for matching: words as sets, phrases by first word with the words after it, longest first."""

    prepositions: frozenset[str]
    complementizers: frozenset[str]
    relatives: frozenset[str]
    connectives: frozenset[str]
    adversatives: frozenset[str]
    alternatives: frozenset[str]
    negators: frozenset[str]
    deniers: frozenset[str]
    future: frozenset[str]
    future_openings: Phrases
    intenders: frozenset[str]
    hypothetical: Phrases
    possibility: frozenset[str]
    perhaps: frozenset[str]
    auxiliaries: frozenset[str]
    takers: frozenset[str]
    willing: frozenset[str]
    controllers: dict[str, frozenset[str]]  # by lemma, the prepositions behind which he stands; "": he is the object
    chargers: dict[str, frozenset[str]]  # by lemma, the prepositions behind whom they are done to
    impersonal: frozenset[str]
    carriers: frozenset[str]
    light_verbs: frozenset[str]
    adverbs: frozenset[str]
    returns: Phrases
    whole: frozenset[str]
    adjectives: frozenset[str]
    masculine: frozenset[str]
    homographs: Phrases
    impersonal_openings: Phrases
    turns: Phrases
    harks_back: Phrases


def to_phrases(entries: tuple[str, ...]) -> Phrases:
    """Index folded phrases by their first word."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for entry in entries:
        first, *rest = fold(entry).split()
        index.setdefault(first, []).append(tuple(rest))
    return {first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in index.items()}


def match_phrase(phrases: Phrases, norms: tuple[str, ...], place: int, last: int) -> int:
    """Return the token after the longest phrase at `place`, or `place` where there is none. و and ف may be joined."""
    word = norms[place]
    rests = phrases.get(word, ())
    if word[0] in "وف" and len(word) > 2:
        rests += phrases.get(word[1:], ())
    for rest in rests:
        after = place + 1 + len(rest)
        if after <= last and norms[place + 1 : after] == rest:
            return after
    return place


def _to_controllers(entries: tuple[str, ...], index: VerbIndex) -> dict[str, frozenset[str]]:
    """Index verbs with the preposition written behind them by lemma."""
    places: dict[str, set[str]] = {}
    for entry in entries:
        verb, _, preposition = entry.partition(" ")
        for lemma in index.find_lemmas(verb):
            places.setdefault(lemma, set()).add(fold(preposition))
    return {lemma: frozenset(found) for lemma, found in places.items()}


@lru_cache(maxsize=4)
def build_syntax(groups: tuple[ClauseWords, ...], verbs: tuple[Verb, ...]) -> Syntax:
    """Index the groups. Verbs among them become the lemmas that an `Analysis` names."""
    index = build_verb_index(verbs)
    by_id = {group.id: group.ar for group in groups}
    words = {id: frozenset(map(fold, ar)) for id, ar in by_id.items()}
    lemmas = {id: frozenset(lemma for verb in ar for lemma in index.find_lemmas(verb)) for id, ar in by_id.items()}
    return Syntax(
        prepositions=words["preposition"],
        complementizers=words["complementizer"],
        relatives=words["relative"],
        connectives=words["connective"],
        adversatives=words["adversative"],
        alternatives=words["alternative"],
        negators=words["negator"],
        deniers=lemmas["denier"],
        future=words["future"],
        future_openings=to_phrases(by_id["future opening"]),
        intenders=lemmas["intender"],
        hypothetical=to_phrases(by_id["hypothetical"]),
        possibility=lemmas["possibility"],
        perhaps=words["perhaps"],
        auxiliaries=lemmas["auxiliary"],
        takers=lemmas["taker"],
        willing=lemmas["willing"],
        controllers=_to_controllers(by_id["controller"], index),
        chargers=_to_controllers(by_id["charger"], index),
        impersonal=lemmas["impersonal light verb"],
        carriers=lemmas["carrier"],
        light_verbs=lemmas["light verb"],
        adverbs=words["adverb"],
        returns=to_phrases(by_id["return"]),
        whole=words["whole"],
        adjectives=words["adjective"],
        masculine=words["masculine country"],
        homographs=to_phrases(by_id["verb homograph"]),
        impersonal_openings=to_phrases(by_id["impersonal opening"]),
        turns=to_phrases(by_id["turn"]),
        harks_back=to_phrases(by_id["harking back"]),
    )
