"""Stems of a stretch of text: the words by which sentences of different articles are compared."""

from functools import lru_cache

from marsad.lang.fold import fold
from marsad.lang.stems import to_stem
from marsad.lang.tokens import TokenKind, find_tokens
from marsad.lexicon.load import Lexicon
from marsad.model import Span
from marsad.resolve.indexed import Indexed

_SHORTEST = 3


def find_stems(article: Indexed, passage: Span, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the sorted stems of a passage, each once, without closed classes, names, days and figures."""
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
            found.add(stem)
    return tuple(sorted(found))


@lru_cache(maxsize=4)
def _closed(lexicon: Lexicon) -> frozenset[str]:
    words = {fold(word) for group in lexicon.particles for word in group.ar}
    return frozenset(words | {"و" + word for word in words})
