"""Light stems for search: what joins الاجتماعات, باجتماع and اجتماعهم under one key. Names must not be stemmed (بوتين).

The affixes and the order of taking them off follow Light10 (Larkey, Ballesteros and Connell, 2007), on folded spelling.
"""

from functools import lru_cache

_ARTICLES = ("وال", "بال", "كال", "فال", "ال", "لل")
_SUFFIXES = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
_SHORTEST = 2


@lru_cache(maxsize=200_000)
def to_stem(norm: str) -> str:
    """Return the light stem of a folded word: conjunction, article and endings come off, two letters stay."""
    stem = norm[1:] if norm.startswith("و") and len(norm) > _SHORTEST + 1 else norm
    stem = without_article(stem)
    for suffix in _SUFFIXES:
        if stem.endswith(suffix) and len(stem) - len(suffix) >= _SHORTEST:
            stem = stem[: -len(suffix)]
    return stem


def without_article(norm: str) -> str:
    """Return a folded word without the article and the preposition joined to it, where two letters or more remain."""
    for article in _ARTICLES:
        if norm.startswith(article) and len(norm) - len(article) >= _SHORTEST:
            return norm[len(article) :]
    return norm
