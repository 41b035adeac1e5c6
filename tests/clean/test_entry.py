"""What a feed says of an article weighs less than what its page says, and more than nothing."""

import pytest

from marsad.clean import clean
from marsad.lexicon.load import Lexicon
from marsad.model import DateClue, Entry, Page, PageKind
from marsad.read.reader import read

_STORY = "<p>وقع وزير الطاقة العماني ونظيره الهندي في نيودلهي اتفاقا لمد خط أنابيب بين البلدين.</p>" * 3
_ENTRY = Entry(
    url="https://news.example/7",
    key="7",
    title="مسقط ونيودلهي توقعان اتفاقا لمد خط أنابيب",
    author="سلمى الهنائي",
    published="الثلاثاء 7 مايو 2024",
    outlet="صحيفة الميناء",
)


def to_page(markup: str, kind: PageKind = PageKind.HTML) -> Page:
    return Page("7", "7", kind, markup.encode(), "https://news.example/7", entry=_ENTRY)


def test_where_a_page_says_nothing_its_feed_is_heard(lexicon: Lexicon) -> None:
    article = clean(to_page(f"<h1>{_ENTRY.title}</h1>{_STORY}"), lexicon)
    assert article.title is not None
    assert article.title.of(article.text) == _ENTRY.title
    assert (article.outlet, article.byline) == ("صحيفة الميناء", "سلمى الهنائي")
    assert DateClue("الثلاثاء 7 مايو 2024", "feed") in article.date_clues
    assert read(article, lexicon).article.published.value == "2024-05-07"


def test_what_a_page_says_goes_before(lexicon: Lexicon) -> None:
    metas = {"og:site_name": "الضفة", "author": "نزار", "article:published_time": "2024-05-06T20:00:00+04:00"}
    head = "".join(f'<meta property="{name}" content="{value}">' for name, value in metas.items())
    article = clean(to_page(f"<head>{head}</head><h1>{_ENTRY.title}</h1>{_STORY}"), lexicon)
    assert (article.outlet, article.byline) == ("الضفة", "نزار")
    assert read(article, lexicon).article.published.value == "2024-05-06"


@pytest.mark.parametrize("kind", PageKind)
def test_the_day_of_a_feed_is_kept_for_plain_text_too(lexicon: Lexicon, kind: PageKind) -> None:
    article = clean(to_page("وقع وزير الطاقة العماني ونظيره الهندي في نيودلهي اتفاقا.", kind), lexicon)
    assert [clue.source for clue in article.date_clues] == ["feed"]
