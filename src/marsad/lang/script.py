"""Which language a text is in, as far as its letters tell: enough to keep texts in other languages out."""

import re

# Letters that Persian, Urdu, Kurdish, Pashto and Uyghur write and Arabic does not. ک and ی are left out:
# wrong keyboards put them into Arabic.
_FOREIGN = re.compile("[پچژگڤےۓٹڈڑںھۆێڵڕېۋۇۈۅۀەټډړښڼڅځ]")
_ARABIC = re.compile("[\u0621-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")

# A text is Arabic where at least this share of its letters is Arabic script; quoted Latin names stay far below.
_ARABIC_SHARE = 0.6
# Persian and Urdu write every 20th to 40th letter with one of theirs; Arabic with foreign names stays under one in 200.
_FOREIGN_SHARE = 0.01
_MIXED_SHARE = 0.3
# Longer texts are judged by their first letters.
_SAMPLE = 20_000


def detect_language(text: str) -> str | None:
    """Return "ar" for Arabic, "other" for text in another language, None where there are no letters to judge by.

    Persian, Urdu and their like are told from Arabic by the letters that only they write; so is a text half Latin.
    """
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    if letters == 0:
        return None
    arabic = len(_ARABIC.findall(sample))
    if arabic / letters < (_ARABIC_SHARE if letters < 400 else _MIXED_SHARE):
        return "other"
    if letters >= 40 and len(_FOREIGN.findall(sample)) / letters > _FOREIGN_SHARE:
        return "other"
    return "ar"
