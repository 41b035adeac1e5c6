"""What words assert or deny: the deeds (verbs and masdars, by lemma) and nouns in them, so that a denial finds its
assertion across articles."""

from collections.abc import Iterable, Iterator

import msgspec

from marsad.lang.fold import fold
from marsad.lang.morphology import Part
from marsad.lang.tokens import Token, TokenKind, find_tokens
from marsad.lexicon.load import Lexicon
from marsad.lexicon.measures import to_stems
from marsad.model import Span
from marsad.resolve.likeness import find_function_words, index_verbs


class Deeds(msgspec.Struct, frozen=True):
    """`told` and `negated` are lemmas, `nouns` light stems. `first` is the first deed, None where there is none."""

    told: frozenset[str]
    negated: frozenset[str]
    nouns: frozenset[str]
    first: str | None


def find_deeds(text: str, spans: Iterable[Span], named: Iterable[Span], lexicon: Lexicon) -> Deeds:
    """Return what stands in some spans of a text, leaving out the words of `named` (parties and persons)."""
    names = tuple(named)
    told: list[str] = []
    negated: set[str] = set()
    nouns: set[str] = set()
    for tokens in (find_tokens(text, span.start, span.end) for span in spans):
        for place, token in enumerate(tokens):
            if token.kind is not TokenKind.WORD or _is_named(token, names):
                continue
            lemma = _find_lemma(token, lexicon)
            if lemma is None:
                nouns.update(_find_noun(token, lexicon))
            elif _is_negated(tokens, place, lexicon):
                negated.add(lemma)
            else:
                told.append(lemma)
    return Deeds(frozenset(told), frozenset(negated), frozenset(nouns), told[0] if told else None)


def _find_lemma(token: Token, lexicon: Lexicon) -> str | None:
    """The verb of a finite form or masdar that says something by itself."""
    for analysis in index_verbs(lexicon).analyse(token.norm)[:1]:
        if analysis.part in (Part.FINITE, Part.MASDAR) and fold(analysis.lemma) not in lexicon.denials.light_verbs:
            return analysis.lemma
    return None


def _find_noun(token: Token, lexicon: Lexicon) -> Iterator[str]:
    if token.norm in find_function_words(lexicon):
        return
    for stem in to_stems(token.norm):
        if len(stem) > 2 and stem not in lexicon.denials.vague_nouns and stem not in lexicon.denials.hedges:
            yield stem


def _is_negated(tokens: tuple[Token, ...], place: int, lexicon: Lexicon) -> bool:
    return place > 0 and tokens[place - 1].norm in lexicon.denials.negators


def _is_named(token: Token, names: tuple[Span, ...]) -> bool:
    return any(span.start <= token.start < span.end for span in names)
