"""Packed input: gzip streams and zip archives, unpacked as they are read and never onto the disk, within limits.

A few kilobytes can unpack to terabytes. Text packs five to thirty times, so a stream that has given much and gives more
than a hundred times its packed size is no text and is left at that point.
"""

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, RawIOBase
from typing import BinaryIO, cast

# So much is unpacked whatever its packed size; beyond it the ratio counts.
_FREE = 100_000_000
_RATIO = 100
# What reading a damaged or hostile archive raises, each with a message for people.
FAULTS = (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError)


class _Bounded(RawIOBase):
    """A stream that raises OSError where it gives more bytes than `allowed`."""

    def __init__(self, stream: BinaryIO, allowed: int) -> None:
        self._stream, self._left = stream, allowed

    def readable(self) -> bool:
        """Return True: it is a stream to read from."""
        return True

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]
        """Fill the buffer from the stream; return how many bytes were read, 0 at its end."""
        data = self._stream.read(len(buffer))
        self._left -= len(data)
        if self._left < 0:
            raise OSError(f"it unpacks to more than {_RATIO} times its size, which no text does")
        buffer[: len(data)] = data
        return len(data)


def unpack_gzip(stream: BinaryIO, size: int) -> BinaryIO:
    """Return the unpacked bytes of a gzip stream of `size` packed bytes. Reading raises one of FAULTS where damaged."""
    return bound(cast(BinaryIO, gzip.GzipFile(fileobj=stream, mode="rb")), size)


def bound(stream: BinaryIO, size: int) -> BinaryIO:
    """Return the stream, limited to what `size` packed bytes may hold."""
    return cast(BinaryIO, BufferedReader(_Bounded(stream, max(_FREE, size * _RATIO)), 1 << 16))


def list_members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Return the files of an archive by name, without folders and the notes that macOS leaves."""
    members = (member for member in archive.infolist() if not member.is_dir() and "__MACOSX/" not in member.filename)
    return sorted(members, key=lambda member: member.filename)


@contextmanager
def open_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[BinaryIO]:
    """Open a member of an archive, limited in what it may unpack to. Raises one of FAULTS where it cannot be read."""
    with archive.open(member) as stream:
        yield bound(cast(BinaryIO, stream), member.compress_size)
