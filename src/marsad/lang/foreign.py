"""Whether a written word has a shape that Arabic words do not have (سيسكو, ماليما): a hint of a foreign name."""

import re
from functools import lru_cache

# Letters of a folded word: any but alif may be a root letter.
_C = "[^ا]"
_SHAPES = (
    f"{_C}{{2,4}}", f"{_C}ا{_C}{_C}", f"{_C}{_C}ا{_C}", f"{_C}{_C}ا", f"{_C}{_C}{_C}ا{_C}", f"{_C}ا{_C}", f"{_C}ا{_C}ا",
    f"م{_C}{{4}}", f"م{_C}ا{_C}{_C}", f"م{_C}{_C}ا{_C}", f"م{_C}ت{_C}{_C}", f"مست{_C}{{2,3}}", f"مت{_C}ا?{_C}{_C}",
    f"ت{_C}{_C}ي{_C}", f"ت{_C}ا{_C}{_C}", f"ت{_C}{{3,4}}", f"ا{_C}{{2,4}}", f"ا{_C}{_C}?ا{_C}", f"ا{_C}ت{_C}ا{_C}",
    f"ان{_C}{_C}ا{_C}", f"است{_C}{_C}?ا{_C}", f"ا{_C}ا{_C}{_C}", f"ا{_C}ا{_C}ي{_C}", f"{_C}وا{_C}ي?{_C}",
    f"{_C}{_C}ا{_C}ي?{_C}", f"{_C}{_C}{_C}و{_C}", f"{_C}ا{_C}و{_C}",
)  # fmt: skip
_ARABIC = re.compile("|".join(_SHAPES))
# Only words of these shapes take the alif of the accusative.
_TAKING_ALIF = re.compile("|".join((*_SHAPES[:4], *_SHAPES[6:12], *_SHAPES[13:16], *_SHAPES[16:21])))
_SUFFIXES = ("ات", "ون", "ين", "ان", "اء", "يه", "ي", "ه")
_LEAST = 4


@lru_cache(maxsize=1 << 16)
def is_foreign_shape(norm: str) -> bool:
    """Tell whether a folded word without clitics is built like no Arabic noun, whatever its ending.

    Says nothing about words of less than four letters: those fit every language.
    """
    if len(norm) < _LEAST or (norm.endswith("يه") and not norm.endswith("ييه")):
        return False
    if norm.endswith("ا"):
        return not _TAKING_ALIF.fullmatch(norm[:-1]) and not _ARABIC.fullmatch(norm)
    bases = (norm, *(norm.removesuffix(suffix) for suffix in _SUFFIXES if norm.endswith(suffix)))
    return not any(_ARABIC.fullmatch(base) for base in bases)
