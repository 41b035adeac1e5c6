"""Sentences: a text is cut at line ends and at marks that end a sentence, never inside a quotation that closes later.

Arabic news writes paragraphs of one long sentence and quotations of several; a full stop inside an open quotation does
not end the reporter's sentence. A quotation mark that never closes on its line opens nothing.
"""

import re
from collections.abc import Iterator

_STOP = re.compile(r"[.!?؟…]+")
_CLOSE = re.compile(r"[\"»”’)\]]*")
_OPENING = re.compile('[«“„"]')
_PAIRS = {"«": "»", "“": "”", "„": "“", '"': '"'}


def find_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each sentence in `text[start:end]`, without white space around it."""
    for line in re.finditer(r"[^\n\r]+", text[start:end]):
        yield from _cut_line(text, start + line.start(), start + line.end())


def _cut_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    quotes = list(_find_quotations(text, start, end))
    begin = start
    for stop in _STOP.finditer(text, start, end):
        after = _CLOSE.match(text, stop.end(), end)
        cut = after.end() if after else stop.end()
        if cut < end and not text[cut].isspace():
            continue
        if any(low < stop.start() and cut < high for low, high in quotes):
            continue
        if _is_abbreviation(text, begin, stop.start(), stop.group()):
            continue
        yield from _trimmed(text, begin, cut)
        begin = cut
    yield from _trimmed(text, begin, end)


def _is_abbreviation(text: str, begin: int, dot: int, mark: str) -> bool:
    """A full stop after a single letter (أ. ف. ب., د. علي) or a lone number at the start (1. ...) ends nothing."""
    if mark != ".":
        return False
    word = re.search(r"\S*$", text[begin:dot])
    return word is not None and len(word.group()) == 1


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _find_quotations(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (opening mark, after the closing mark) of quotations that open and close on this line, outermost only."""
    place = start
    while opening := _OPENING.search(text, place, end):
        place = opening.end()
        close = text.find(_PAIRS[opening.group()], place, end)
        if close >= 0:
            yield opening.start(), close + 1
            place = close + 1
