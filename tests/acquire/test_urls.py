"""Addresses: one form and one id a page, absolute, in ASCII; told from files and listed in files."""

from pathlib import Path

import pytest

from marsad.acquire.addresses import is_public
from marsad.acquire.urls import find_listed, is_list, is_url, join_url, parse_url, to_id, to_plain


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("HTTPS://News.Example:443/a?b=1#c", "https://news.example/a?b=1"),
        ("https://news.example/a?utm_source=x&b=1&fbclid=2", "https://news.example/a?b=1"),
        ("https://news.example/a?utm_source=x", "https://news.example/a"),
        ("https://news.example/خبر عاجل", "https://news.example/%D8%AE%D8%A8%D8%B1%20%D8%B9%D8%A7%D8%AC%D9%84"),
        ("https://موقع.مصر/1", "https://xn--4gbrim.xn--wgbh1c/1"),
        ("https://news.example/a?b=%D8%A3&c", "https://news.example/a?b=%D8%A3&c"),
        ("nonsense", "nonsense"),
    ],
)
def test_links_to_one_page_have_one_form(written: str, plain: str) -> None:
    assert to_plain(written) == plain
    assert to_plain(plain) == plain


def test_an_id_is_the_same_with_and_without_encryption() -> None:
    assert to_id("http://a.example/1?utm_medium=x") == to_id("https://a.example/1") != to_id("https://a.example/2")


@pytest.mark.parametrize(
    "text", ["ftp://a.example/", "http://", "http://a b/", "https://[1/", "//a.example/", "a.html"]
)
def test_what_is_no_address_of_a_page(text: str) -> None:
    assert parse_url(text) is None
    assert join_url("https://a.example/b/c", "mailto:x@a.example") is None


@pytest.mark.parametrize(
    ("reference", "url"),
    [
        ("d", "https://a.example/b/d"),
        ("/d", "https://a.example/d"),
        ("//c.example/d", "https://c.example/d"),
        (" ../د ", "https://a.example/%D8%AF"),
        ("?e=1", "https://a.example/b/c?e=1"),
    ],
)
def test_references_are_absolute(reference: str, url: str) -> None:
    assert join_url("https://a.example/b/c", reference) == url


def test_a_file_of_addresses_is_a_list(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("\ufeff# قائمة\n\nhttps://a.example/1\n  https://a.example/2  \n# https://a.example/3\n", "utf-8")
    assert is_list(path)
    assert list(find_listed(path)) == [(3, "https://a.example/1"), (4, "https://a.example/2")]
    for text in ("قال الوزير إن https://a.example/1", "https://a.example/1 وقال الوزير", "", "# فقط"):
        path.write_text(text, "utf-8")
        assert not is_list(path)
    assert not is_list(tmp_path / "none.txt")
    assert is_url("HTTP://x")
    assert not is_url("news/a.html")


@pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_addresses_open_to_everybody(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    "127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 ::1 :: "
    "fe80::1%eth0 fc00::1 ff02::1 ::ffff:10.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: 2001:0:1::1 nonsense".split(),
)
def test_addresses_of_some_network(address: str) -> None:
    assert not is_public(address)
