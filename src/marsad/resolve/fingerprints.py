"""Fingerprints: a few of an article's runs of words, chosen by their hashes, by which its copies are looked up.

Winnowing (Schleimer, Wilkerson, Aiken 2003): of every `_WINDOW` neighbouring runs of `_RUN` words the one with the
least hash is kept. Two texts that share `_RUN + _WINDOW - 1` words in a row therefore share a key, wherever the passage
stands in either: truncated texts and excerpts are found as well as whole reprints.
"""

from collections import deque
from datetime import date
from hashlib import blake2b

from marsad.lang.tokens import Token, TokenKind, find_tokens
from marsad.model import Reading
from marsad.model.copies import Fingerprint

_RUN = 4
_WINDOW = 8
# Figures are changed in copies more often than words; in a run of words each stands for any.
_FIGURE = "0"


def fingerprint(reading: Reading) -> Fingerprint:
    """Return what an article's copies are found by; page furniture does not count."""
    tokens = find_words(reading)
    words = tuple(_FIGURE if token.kind is TokenKind.NUMBER else token.norm for token in tokens)
    published = reading.article.published
    first, last = published.value or published.earliest, published.value or published.latest
    return Fingerprint(
        keys=tuple(sorted(_winnow(words))),
        words=len(words),
        figures=tuple(sorted({_hash((token.norm,)) for token in tokens if token.kind is TokenKind.NUMBER})),
        first=date.fromisoformat(first).toordinal() if first else None,
        last=date.fromisoformat(last).toordinal() if last else None,
    )


def find_words(reading: Reading) -> tuple[Token, ...]:
    """Return the words and numbers of an article's title and body, in text order, without punctuation marks."""
    return tuple(
        token
        for block in reading.blocks
        if not block.kind.is_furniture
        for token in find_tokens(reading.text, block.start, block.end)
        if token.kind is not TokenKind.MARK
    )


def _winnow(words: tuple[str, ...]) -> set[int]:
    """The least hash of each window; a text shorter than one window gives its least, one shorter than a run none."""
    hashes = [_hash(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1)]
    kept: set[int] = set()
    window: deque[int] = deque()
    for place, value in enumerate(hashes):
        while window and hashes[window[-1]] >= value:
            window.pop()
        window.append(place)
        if window[0] <= place - _WINDOW:
            window.popleft()
        if place >= _WINDOW - 1 or place == len(hashes) - 1:
            kept.add(hashes[window[0]])
    return kept


def _hash(run: tuple[str, ...]) -> int:
    return int.from_bytes(blake2b(" ".join(run).encode(), digest_size=8).digest(), "big", signed=True)
