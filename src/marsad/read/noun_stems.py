"""The bare stems that the spelling of a noun may hide behind clitics, endings and possessives."""

from marsad.lang.clitics import split_proclitics

_SUFFIXES = ("هما", "هم", "هن", "ها", "نا", "كم", "ه", "ي")
_PLURALS = ("ين", "ون", "ان")
_DUALS = ("تين", "تان", "تي", "تا")


def noun_stems(norm: str, ending: str) -> tuple[set[str], bool]:
    """Every bare stem a noun's spelling may hide, and whether its whole form ends like one with a possessive.

    `ending` is no possessive though it is spelled like one once folded: عودة is "return", not "his promises".
    """
    stems: set[str] = set()
    owned = False
    for _, rest in split_proclitics(norm):
        word = bare(rest)
        stems.add(word)
        if word.endswith("ا") and len(word) > 3:
            stems.add(word[:-1])
        # The article and a possessive exclude each other: الاجتماعي is "social", not "my meeting".
        stems.update(word[: -len(end)] for end in _PLURALS if word.endswith(end) and len(word) - len(end) >= 3)
        # اتفاقيتان، اتفاقيتي: the dual of a noun in ة.
        stems.update(word[: -len(end)] + "ه" for end in _DUALS if word.endswith(end) and len(word) - len(end) >= 3)
        for suffix in _SUFFIXES if word == rest else ():
            if suffix != ending and word.endswith(suffix) and len(word) - len(suffix) >= 3:
                stem = word[: -len(suffix)]
                stems.add(stem)
                owned = True
                if stem.endswith("ت"):
                    stems.add(stem[:-1] + "ه")
                if stem.endswith("ا"):
                    stems.add(stem + "ء")
                if stem.endswith(("اي", "او")):
                    stems.add(stem[:-1] + "ء")
    return stems, owned


def bare(word: str) -> str:
    """Return a word without the article."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word
