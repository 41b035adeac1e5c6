"""Spelling: from the sounds of a word to its letters, with hamza on its right seat.

Sounds are a string: Arabic letters for consonants, but t m n s h w y for ت م ن س ه و ي and ' for hamza, so that
patterns and roots meet in one alphabet; a i u are short, A I U long vowels, Y is a long a written ى at a word's end,
T is ة. A short vowel that opens a word is written with a bare alef (ista12a3 → است…). Seats follow the school rules.
"""

import re

_LETTERS = str.maketrans(
    {"t": "ت", "m": "م", "n": "ن", "s": "س", "h": "ه", "w": "و", "y": "ي"}
    | {"A": "ا", "I": "ي", "U": "و", "Y": "ى", "T": "ة"}
    | dict.fromkeys("aiu")
)
_SOUNDS = str.maketrans(
    {"ت": "t", "م": "m", "ن": "n", "س": "s", "ه": "h", "و": "w", "ي": "y"} | dict.fromkeys("أإؤئء", "'") | {"آ": "'A"}
)
_DOUBLE = re.compile(r"([^aiuAIUYT])\1")
# A hamza that closes a syllable after another melts into its vowel (إيمان); so do w after i (إيقاف), y after u (يوقن).
_MELTING = re.compile(r"('[aiu])'(?=[^aiuAIUYT'])|(i)w(?=[^aiuAIUYTw])|(u)y(?=[^aiuAIUYTy])")
_LONG = {"a": "A", "i": "I", "u": "U"}
_CLASS = {"a": "a", "A": "a", "Y": "a", "u": "u", "U": "u", "i": "i", "I": "i"}


def to_sounds(letters: str) -> str:
    """Return Arabic letters in the alphabet of sounds. Vowel letters stay what they are."""
    return letters.translate(_SOUNDS)


def spell(sounds: str) -> str:
    """Return the letters of a word given by its sounds, without vowel signs and shadda (yuqarrir → يقرر)."""
    if "iw" in sounds or "uy" in sounds or "'" in sounds:
        sounds = _MELTING.sub(_melt, sounds)
    sounds = _DOUBLE.sub(r"\1", sounds)
    if sounds.endswith("yY"):
        sounds = sounds[:-1] + "A"
    if "'" in sounds:
        sounds = _seat(sounds)
    opening = "ا" if sounds[:1] in "aiu" else ""
    return opening + sounds.translate(_LETTERS)


def _melt(match: re.Match[str]) -> str:
    kept = match.group(1) or match.group(2) or match.group(3)
    return kept[:-1] + _LONG[kept[-1]]


def _seat(sounds: str) -> str:
    found: list[str] = []
    last = len(sounds) - 1
    skip = False
    for place, sound in enumerate(sounds):
        if skip:
            skip = False
        elif sound != "'":
            found.append(sound)
        else:
            before = sounds[place - 1] if place else ""
            after = sounds[place + 1] if place < last else ""
            letter = _find_seat(before, after)
            skip = letter == "آ"
            found.append(letter)
    return "".join(found)


def _find_seat(before: str, after: str) -> str:
    """The hamza between two sounds; آ stands for the hamza and the long a after it."""
    own = _CLASS.get(after, "")
    if not before:
        return "آ" if after == "A" else "إ" if own == "i" else "أ"
    if not after:
        return {"a": "أ", "u": "ؤ", "i": "ئ"}.get(before, "ء")
    if before in "iIy" or own == "i":
        return "ئ"
    if before == "A":
        return "ؤ" if own == "u" else "ء"
    if before in "Uw":
        return "ء"
    if before == "u" or own == "u":
        return "ؤ"
    return "آ" if after == "A" else "أ"
