"""Bytes to text: the charset is decided by the bytes; a label that was sent with them only breaks ties.

Arabic pages come as UTF-8, windows-1256 or ISO-8859-6, often mislabelled, sometimes with a byte broken in the middle.
"""

import codecs
import re

from resiliparse.parse.encoding import detect_encoding

# More than this share of broken places among the non-ASCII ones means that the bytes are not UTF-8 at all.
_BROKEN_SHARE = 0.05
_META = re.compile(
    rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)|encoding\s*=\s*["']([A-Za-z0-9_:.-]+)["']""", re.IGNORECASE
)
_HEAD = 4096
_CANDIDATES = ("windows-1256", "iso-8859-6")
# Frequent words and the article: a wrong charset turns them into other letters.
_COMMON = re.compile(r"(?<!\w)(?:في|من|على|إلى|الى|عن|أن|ان|مع|التي|الذي|هذا|هذه|قال|و?ال\w{3,})(?!\w)")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Control bytes that no text of these charsets holds.
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def is_binary(content: bytes) -> bool:
    """Tell whether the bytes are no text at all (an image, an archive): control bytes, and no UTF-16 mark."""
    if content.startswith(tuple(mark for mark, _ in _BOMS)):
        return False
    head = content[:_HEAD]
    return len(_BINARY.findall(head)) > len(head) // 100


def decode(content: bytes, label: str | None = None) -> str | None:
    """Return the text of `content`, or None where no charset makes text of it.

    UTF-8 wins wherever it fits, also with single broken bytes (they become U+FFFD). Else the charset is the one of
    those declared (`label`, `charset=` near the start) or usual for Arabic that gives the most common Arabic words.
    """
    charset = detect_charset(content, label)
    return content.decode(charset, "replace") if charset else None


def detect_charset(content: bytes, label: str | None = None) -> str | None:
    """Return the name of the codec that `decode` reads `content` with, None where none makes text of it."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return encoding
    return "utf-8" if _is_utf8(content) else _detect_legacy(content, label)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
        return True
    except UnicodeDecodeError:
        lenient = content.decode("utf-8", "replace")
    foreign = sum(1 for char in lenient if char > "\x7f")
    return lenient.count("\ufffd") <= max(1, foreign * _BROKEN_SHARE) and foreign > lenient.count("\ufffd")


def _detect_legacy(content: bytes, label: str | None) -> str | None:
    best: tuple[int, int, str] | None = None
    for order, encoding in enumerate(dict.fromkeys((*_declared(content, label), *_CANDIDATES))):
        text = content.decode(encoding, "replace")
        score = len(_COMMON.findall(text)) - 2 * text.count("\ufffd")
        if best is None or (score, -order) > (best[0], best[1]):
            best = (score, -order, encoding)
    if best is not None and best[0] > 0:
        return best[2]
    guessed = _to_codec(detect_encoding(content))
    if guessed is None or guessed == "utf-8":
        return None
    text = content.decode(guessed, "replace")
    return guessed if text.count("\ufffd") * 100 <= len(text) else None


def _declared(content: bytes, label: str | None) -> tuple[str, ...]:
    found = [label] if label else []
    found += [(first or second).decode("ascii") for first, second in _META.findall(content[:_HEAD])]
    codecs_found = (_to_codec(name) for name in found)
    return tuple(name for name in codecs_found if name is not None and name != "utf-8")


def _to_codec(label: str | None) -> str | None:
    if not label:
        return None
    try:
        return codecs.lookup(label).name
    except LookupError:
        return None
