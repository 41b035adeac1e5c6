"""Stems of a stretch of text: the words by which sentences of different articles are compared.

One act is told by verb, masdar and participle (تفاوض، مفاوضات، يتفاوض): words are compared by what is left of their
light stem without the first letters that patterns put before a root and without long vowels.
"""

from functools import lru_cache

from marsad.lang.fold import fold
from marsad.lang.stems import to_stem
from marsad.lang.tokens import TokenKind, find_tokens
from marsad.lexicon.load import Lexicon
from marsad.model import Span
from marsad.resolve.indexed import Indexed

_SHORTEST = 3
# What patterns and prepositions put before a root, longest first.
_BEFORE = ("است", "مست", "يست", "مت", "يت", "ان", "ت", "م", "ي", "ن", "ا", "ب", "ل", "ك", "ف", "س")
_VOWELS = str.maketrans("", "", "اويه")
_SHORTEST_ROOT = 2


def find_stems(article: Indexed, passage: Span, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the sorted rough roots of a passage, each once, without closed classes, names, days and figures."""
    closed = _closed(lexicon)
    taken = article.taken_in(passage)
    found = set()
    for token in find_tokens(article.reading.text, passage.start, passage.end):
        if token.kind is not TokenKind.WORD or token.norm in closed:
            continue
        if any(span.start <= token.start < span.end for span in taken):
            continue
        stem = to_stem(token.norm)
        if len(stem) >= _SHORTEST and stem not in closed:
            found.add(to_rough_root(stem))
    return tuple(sorted(found))


@lru_cache(maxsize=100_000)
def to_rough_root(stem: str) -> str:
    """Return the consonants of a folded light stem that are left without what stands before its root."""
    for before in _BEFORE:
        rest = stem[len(before) :].translate(_VOWELS)
        if stem.startswith(before) and len(rest) > _SHORTEST_ROOT:
            return rest
    root = stem.translate(_VOWELS)
    return root if len(root) >= _SHORTEST_ROOT else stem


@lru_cache(maxsize=4)
def _closed(lexicon: Lexicon) -> frozenset[str]:
    words = {fold(word) for group in lexicon.particles for word in group.ar}
    return frozenset(words | {"و" + word for word in words})
