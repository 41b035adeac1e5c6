"""Clitics: what may be attached before a word. Splits are offered; whoever knows the stems decides which one holds."""

from collections.abc import Container
from functools import lru_cache

# Conjunctions, then prepositions, then the article: the order in which Arabic stacks them (و + ب + ال + بيت).
_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ل", "ك")


@lru_cache(maxsize=100_000)
def split_proclitics(norm: str) -> tuple[tuple[str, str], ...]:
    """Return every (clitics, rest) reading of a folded word, the unsplit word first.

    The article stays on the rest as ال, also where writing drops it (للصين: clitics ل, rest الصين), so that a stem list
    holds names as they are written alone. A rest has at least two letters.
    """
    found = [("", norm)]
    for conjunction in _CONJUNCTIONS:
        if not norm.startswith(conjunction):
            continue
        after = norm[len(conjunction) :]
        for preposition in _PREPOSITIONS:
            if not (conjunction or preposition) or not after.startswith(preposition):
                continue
            rest = after[len(preposition) :]
            if preposition == "ل" and rest.startswith("ل"):
                found.append((conjunction + preposition, "ا" + rest))
            if len(rest) >= 2:
                found.append((conjunction + preposition, rest))
    return tuple(dict.fromkeys(found))


def is_among(norm: str, words: Container[str]) -> bool:
    """Tell whether a folded word is one of `words`, whatever is joined to it, the article too: وبالقرار of قرار."""
    rests = (rest for _, rest in split_proclitics(norm))
    return any(rest in words or rest.removeprefix("ال") in words for rest in rests)


def has_article(norm: str) -> bool:
    """Tell whether a folded word may have the article, alone or behind what is joined to it: الاجتماع، بالاجتماع."""
    return any(rest.startswith("ال") for _, rest in split_proclitics(norm))
