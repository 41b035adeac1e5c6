"""Unpacking within a limit: whole, cut, garbled and far too large."""

import gzip
import zlib

import pytest

from marsad.acquire.bounded import Cut, Garbled, TooLarge, Unpacker, unpack

TEXT = "بحث الوزيران في مسقط سبل تيسير العبور بين البلدين. ".encode() * 40


def feed(encoding: str, packed: bytes, limit: int = 100_000, piece: int = 11) -> bytes:
    unpacker = Unpacker(encoding, limit)
    for start in range(0, len(packed), piece):
        unpacker.feed(packed[start : start + piece])
    return unpacker.finish()


@pytest.mark.parametrize("piece", [1, 11, 10_000])
def test_bodies_come_whole(piece: int) -> None:
    assert feed("", TEXT, piece=piece) == feed("identity", TEXT, piece=piece) == TEXT
    assert feed("gzip", gzip.compress(TEXT), piece=piece) == TEXT
    assert feed("deflate", zlib.compress(TEXT), piece=piece) == TEXT
    assert feed("gzip", gzip.compress(TEXT) + b"\0\0\0", piece=piece) == TEXT
    assert feed("gzip", gzip.compress(TEXT) + gzip.compress(TEXT), piece=piece) == TEXT * 2
    assert feed("gzip", b"") == b""


def test_a_limit_holds_before_and_after_unpacking() -> None:
    bomb = gzip.compress(b"\0" * 3_000_000)
    for packed in (bomb, gzip.compress(b"") * 400 + bomb):
        with pytest.raises(TooLarge):
            feed("gzip", packed, piece=len(packed))
    with pytest.raises(TooLarge):
        feed("", TEXT, limit=len(TEXT) - 1)
    with pytest.raises(TooLarge):
        feed("gzip", gzip.compress(b"") * 100, limit=1000)
    assert feed("", TEXT, limit=len(TEXT)) == feed("gzip", gzip.compress(TEXT), limit=len(TEXT)) == TEXT


def test_what_is_not_as_it_is_said_to_be() -> None:
    with pytest.raises(Cut):
        feed("gzip", gzip.compress(TEXT)[:-9])
    with pytest.raises(Garbled, match="not packed as said"):
        feed("gzip", TEXT)
    with pytest.raises(Garbled, match="'br', which was not asked for"):
        feed("br", TEXT)


def test_files_are_unpacked_where_they_are_packed() -> None:
    assert unpack(gzip.compress(TEXT), 100_000) == unpack(TEXT, 100_000) == TEXT
