"""Bytes taken in piece by piece and unpacked, never more than a limit: a small gzip file may unpack to gigabytes."""

import zlib

# Names of Content-Encoding that are unpacked, with zlib's window bits; 47 is gzip or zlib as the first bytes say.
_PACKED = {"gzip": 47, "x-gzip": 47, "deflate": 47}
_PLAIN = ("", "identity")
_GZIP = b"\x1f\x8b"


class TooLarge(Exception):
    """More bytes than the limit."""


class Garbled(Exception):
    """Bytes that are not packed as they are said to be."""


class Cut(Exception):
    """Packed bytes that end in the middle."""


class Unpacker:
    """Collects a body. `encoding` is its Content-Encoding, `limit` the bytes allowed, before and after unpacking."""

    def __init__(self, encoding: str, limit: int) -> None:
        """Raises Garbled where the encoding is not one of those asked for."""
        name = encoding.strip().lower()
        if name not in _PACKED and name not in _PLAIN:
            raise Garbled(f"packed as {name!r}, which was not asked for")
        self._unpack = zlib.decompressobj(_PACKED[name]) if name in _PACKED else None
        self._limit, self._taken, self._parts, self._size = limit, 0, [b""], 0

    def feed(self, chunk: bytes) -> None:
        """Take in the next bytes. Raises TooLarge or Garbled."""
        self._taken += len(chunk)
        if self._taken > self._limit:
            raise TooLarge
        if self._unpack is None:
            self._keep(chunk)
        while self._unpack is not None and chunk:
            if self._unpack.eof:  # gzip may hold one member after the other; other bytes behind it mean nothing
                if not _GZIP.startswith(chunk[:2]):
                    return
                self._unpack = zlib.decompressobj(_PACKED["gzip"])
            try:
                self._keep(self._unpack.decompress(chunk, self._limit - self._size + 1))
            except zlib.error as error:
                raise Garbled(f"not packed as said ({error})") from error
            chunk = self._unpack.unused_data

    def _keep(self, chunk: bytes) -> None:
        self._size += len(chunk)
        if self._size > self._limit:
            raise TooLarge
        self._parts.append(chunk)

    def finish(self) -> bytes:
        """Return the body. Raises Cut where packed bytes ended too early."""
        if self._unpack is not None and self._taken and not self._unpack.eof:
            raise Cut
        return b"".join(self._parts)


def unpack(content: bytes, limit: int) -> bytes:
    """Return the content of a gzip file, other bytes as they are. Raises TooLarge, Garbled or Cut."""
    if not content.startswith(_GZIP):
        return content
    unpacker = Unpacker("gzip", limit)
    unpacker.feed(content)
    return unpacker.finish()
