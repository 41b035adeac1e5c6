"""Folding: one spelling for all the ways Arabic text writes a word.

Unified are the hamza seats, alef forms, alef maksura and Persian yeh, teh marbuta, Persian kaf and gaf, the letters for
v, p and ch, Arabic-Indic digits, presentation forms and quotation marks. Dropped are vowel signs, tatweel, and bidi and
zero-width marks. The unified set follows what news orthography confuses; ج/غ/ق classes belong to names, not here.
"""

import unicodedata
from functools import lru_cache

_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا",
    "ى": "ي", "ی": "ي", "ې": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ۀ": "ه", "ە": "ه", "ہ": "ه",
    "ک": "ك", "گ": "ك", "ڭ": "ك", "ڤ": "ف", "ڨ": "ق", "پ": "ب", "چ": "ج", "ژ": "ز",
}  # fmt: skip
_QUOTES = dict.fromkeys("«»“”„‟❝❞〝〞＂", '"') | dict.fromkeys("‘’‚‛`´", "'")
_DIGITS = {chr(base + n): str(n) for base in (0x0660, 0x06F0) for n in range(10)}
_DROPPED = frozenset(
    chr(c)
    for low, high in (
        (0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06ED), (0x0640, 0x0640),
        (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2069), (0xFEFF, 0xFEFF), (0x00AD, 0x00AD), (0x061C, 0x061C),
    )
    for c in range(low, high + 1)
)  # fmt: skip
_TABLE = str.maketrans({**_LETTERS, **_QUOTES, **_DIGITS} | dict.fromkeys(_DROPPED, ""))


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Return the folded spelling of a word or short phrase."""
    if not word.isascii():
        if any("\ufb50" <= c <= "\ufefc" for c in word):
            word = unicodedata.normalize("NFKC", word)
        word = word.translate(_TABLE)
    return word
