"""How alike two passages are in what they say, leaving out figures, names and the words of any sentence."""

from collections.abc import Iterable
from functools import lru_cache

from marsad.lang.fold import fold
from marsad.lang.tokens import TokenKind, find_tokens
from marsad.lexicon.load import Lexicon
from marsad.lexicon.measures import to_stems
from marsad.lexicon.verbs import VerbIndex, build_verb_index

_SHORTEST = 3


def find_content(passage: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the light stems of a passage's content words."""
    return _find_content(passage, lexicon)


def are_alike(one: str, other: str, least: float, lexicon: Lexicon) -> bool:
    """Tell whether two passages share at least a part of the content words of the shorter."""
    first, second = find_content(one, lexicon), find_content(other, lexicon)
    return least == 0.0 or (bool(first and second) and len(first & second) >= least * min(len(first), len(second)))


@lru_cache(maxsize=20_000)
def _find_content(passage: str, lexicon: Lexicon) -> frozenset[str]:
    words = (token.norm for token in find_tokens(passage) if token.kind is TokenKind.WORD)
    return frozenset(_stems(words, find_function_words(lexicon)))


def _stems(words: Iterable[str], function_words: frozenset[str]) -> Iterable[str]:
    for word in words:
        if word not in function_words:
            yield from (stem for stem in to_stems(word) if len(stem) >= _SHORTEST)


@lru_cache(maxsize=4)
def find_function_words(lexicon: Lexicon) -> frozenset[str]:
    """Return the folded words of the closed classes."""
    return frozenset(fold(word) for group in lexicon.particles for word in group.ar)


@lru_cache(maxsize=4)
def index_verbs(lexicon: Lexicon) -> VerbIndex:
    """Return the verbs of a lexicon, indexed once: the lexicon is compared by identity, its long table by content."""
    return build_verb_index(lexicon.verbs)
