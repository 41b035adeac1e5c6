"""What every source of pages asks of the bytes it found: are they text of bearable size, and what is their id."""

from hashlib import sha256

from marsad.lang.charset import decode, is_binary

# No article is larger; what is larger is a dump of many, which JSON lines hold line by line.
SIZE_LIMIT = 5_000_000


def find_fault(content: bytes) -> str | None:
    """Say why bytes are no page of text, None where they are one."""
    if len(content) > SIZE_LIMIT:
        return too_large(len(content))
    if not content.strip():
        return "is empty"
    if is_binary(content):
        return "is not text; give plain text, HTML or JSON lines"
    if decode(content) is None:
        return "is neither UTF-8 nor another Arabic charset (windows-1256, ISO-8859-6); convert it to UTF-8"
    return None


def too_large(size: int) -> str:
    """Say that a page of `size` bytes is beyond the limit."""
    limit = SIZE_LIMIT // 1_000_000
    return f"{size / 1e6:.0f} MB is too large for one article (limit {limit} MB); many articles go into .jsonl lines"


def to_page_id(url: str | None, content: bytes) -> str:
    """Return the id of a page that has no name of its own: a digest of its URL and content."""
    return sha256((url or "").encode("utf-8", "replace") + b"\n" + content).hexdigest()[:16]
