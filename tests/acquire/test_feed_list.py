"""The list of feeds: what it means, and one message that names file, feed and field where it cannot be used."""

from pathlib import Path

import pytest

from marsad.acquire.feed_list import FeedList, Watched, load_feeds
from marsad.errors import InputError

GOOD = """
every = "30m"
contact = "desk@marsad.example"

[[feed]]
url = "https://one.example/rss"
outlet = "صحيفة الميناء"
limit = 20

[[feed]]
url = "https://two.example/sitemap.xml"
every = "2 h"
robots = false
"""


def load(tmp_path: Path, text: str | bytes) -> FeedList:
    path = tmp_path / "feeds.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_feeds(path)


def test_a_list_is_read(tmp_path: Path) -> None:
    assert load(tmp_path, GOOD) == FeedList(
        (
            Watched("https://one.example/rss", 1800.0, 20, "صحيفة الميناء"),
            Watched("https://two.example/sitemap.xml", 7200.0, 100, None, False),
        ),
        "desk@marsad.example",
    )


def test_nothing_but_an_address_is_needed(tmp_path: Path) -> None:
    assert load(tmp_path, '\ufeff[[feed]]\nurl = "https://a.example/"').feeds == (
        Watched("https://a.example/", 900.0, 100),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "names no feeds"),
        ("feed = 1", "names no feeds"),
        ("feed = [1]", "feed 1: expected object, got int"),
        ("[[feed]]\n", "feed 1: url: is missing"),
        ("[[feed]]\nurl = 1", "feed 1: url: expected text, got int"),
        ('[[feed]]\nurl = "one"', "feed 1 (one): url: is no address; write it as https://…"),
        ('[[feed]]\nurl = "ftp://a.example/"', "feed 1 (ftp://a.example/): url: is no address"),
        ('[[feed]]\nurl = "https://a.example/"\nevrey = "1h"', "evrey: there is no such field; is every meant?"),
        (
            '[[feed]]\nurl = "https://a.example/"\nevery = "often"',
            "feed 1 (https://a.example/): every: write how often",
        ),
        ('[[feed]]\nurl = "https://a.example/"\nevery = "5s"', "from one minute to seven days"),
        ('[[feed]]\nurl = "https://a.example/"\nevery = 15', "every: expected text"),
        ('every = 15\n[[feed]]\nurl = "https://a.example/"', "every: write how often"),
        ('[[feed]]\nurl = "https://a.example/"\nlimit = 0', "limit: is to be a whole number from 1"),
        ('[[feed]]\nurl = "https://a.example/"\nlimit = "9"', "limit: expected int"),
        ('[[feed]]\nurl = "https://a.example/"\nrobots = 1', "robots: expected bool"),
        ('zz = 1\n[[feed]]\nurl = "https://a.example/"', "zz: there is no such field; known are every, limit"),
        ('contact = "محرر"\n[[feed]]\nurl = "https://a.example/"', "contact: give an address to write to, as text in"),
        ('contact = 1\n[[feed]]\nurl = "https://a.example/"', "contact: give an address to write to"),
        ('[[feed]]\nurl = "https://a.example/"\n' * 2, "feed 2 (https://a.example/): url: is that of feed 1 too"),
        ("[[feed]\n", "is not TOML: "),
        (b"\xff\xfe", "is not UTF-8 text"),
    ],
)
def test_a_list_that_cannot_be_used(tmp_path: Path, text: str | bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        load(tmp_path, text)
    assert str(caught.value).startswith(f"{tmp_path / 'feeds.toml'}: ")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be opened: No such file"):
        load_feeds(tmp_path / "none.toml")
