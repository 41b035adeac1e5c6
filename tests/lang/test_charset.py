"""Bytes to text: the charset is decided by the bytes."""

import pytest

from marsad.lang.charset import decode, is_binary

TEXT = "قال الوزير إن الاتفاق على الخط البري سيوقع في عمّان مع نهاية الشهر."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1256", "iso-8859-6"])
@pytest.mark.parametrize("label", [None, "utf-8", "windows-1256", "iso-8859-1", "no-such-charset"])
def test_arabic_charsets_are_read_whatever_the_label_says(encoding: str, label: str | None) -> None:
    assert decode(TEXT.encode(encoding), label) == TEXT


def test_one_broken_byte_does_not_change_the_charset() -> None:
    content = TEXT.encode()
    text = decode(content[:21] + b"\xff" + content[22:], None)
    assert text is not None
    assert text.endswith(TEXT[14:])


def test_a_charset_declared_in_the_page_is_heard() -> None:
    page = f'<html><head><meta charset="windows-1256"></head><body>{TEXT}</body></html>'
    assert decode(page.encode("windows-1256")) == page


def test_bytes_of_no_charset_give_nothing() -> None:
    assert decode(b"\xff\xd8\x85\xa0\xf0\xf9" * 40) is None


def test_binary_content_is_told() -> None:
    assert is_binary(b"PK\x03\x04\x14\x00\x00\x00\x08\x00")
    assert not is_binary(TEXT.encode("utf-16"))
    assert not is_binary(TEXT.encode("windows-1256"))
