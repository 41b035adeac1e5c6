"""Rules of single outlets: a golden page of our own in each layout is read rightly, and wrongly without the rule."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest

from marsad.clean import clean
from marsad.errors import LexiconError
from marsad.lexicon.load import load_lexicon
from marsad.lexicon.outlet_rules import Layout, OutletRule, load_outlet_rules
from marsad.model import Article, Page, PageKind
from marsad.pipeline import read_page

LEXICON = load_lexicon()
BARE = replace(LEXICON, outlet_rules=())
PAGES = Path(__file__).parent / "outlets"
URLS = {"aawsat": "http://www.aawsat.com/details.asp?section=6&article=644301&issueno=12005"}
# What is right, and what the general path makes of the day.
DAYS = {"youm7": ("2021-03-09", "2021-03-10"), "russia-today": ("2022-05-11", None), "aawsat": ("2011-10-11", None)}


def load_page(name: str) -> Page:
    path = PAGES / f"{name}.html"
    return Page(name, path.name, PageKind.HTML, path.read_bytes(), URLS.get(name))


def of_kind(article: Article, kind: str) -> list[str]:
    return [article.text[b.start : b.end] for b in article.blocks if b.kind == kind]


@pytest.mark.parametrize("rule", LEXICON.outlet_rules, ids=lambda rule: rule.outlet)
def test_every_rule_has_a_golden_page_and_changes_its_day(rule: OutletRule) -> None:
    right, bare = DAYS[rule.outlet]
    assert read_page(load_page(rule.outlet), LEXICON).article.published.value == right
    assert read_page(load_page(rule.outlet), BARE).article.published.value == bare


@pytest.mark.parametrize("rule", LEXICON.outlet_rules, ids=lambda rule: rule.outlet)
def test_rules_are_of_listed_outlets(rule: OutletRule) -> None:
    outlet = next(outlet for outlet in LEXICON.outlets if outlet.id == rule.outlet)
    assert outlet.domain in rule.domains


@pytest.mark.parametrize("name", DAYS)
def test_golden_pages_are_articles_with_title_and_body(name: str) -> None:
    article = clean(load_page(name), LEXICON)
    assert article.aside is None
    assert article.title is not None
    assert len(of_kind(article, "body") + of_kind(article, "standfirst")) >= 3


def test_marked_elements_are_what_the_rule_says() -> None:
    article = clean(load_page("youm7"), LEXICON)
    assert len(of_kind(article, "body")) == 3
    assert of_kind(article, "byline") == ["كتبت هناء البدرى"]
    assert of_kind(article, "related") == ["تعرف على أسعار الذهب اليوم"]


def test_a_mark_that_a_page_brings_along_says_nothing() -> None:
    html = (
        (PAGES / "youm7.html")
        .read_text("utf-8")
        .replace('<div id="articleBody">', '<div id="articleBody" data-marsad="x">')
    )
    page = msgspec.structs.replace(load_page("youm7"), content=html.encode())
    assert len(of_kind(clean(page, LEXICON), "body")) == 3


def test_the_layout_is_that_of_the_day() -> None:
    old, new = Layout("x", until=date(2013, 12, 31)), Layout("y", since=date(2014, 1, 1))
    rule = OutletRule("a", ("a.example",), (old, new))
    assert rule.find_layout(date(2011, 1, 1)) is old
    assert rule.find_layout(date(2020, 1, 1)) is new
    assert rule.find_layout(None) is old


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ('outlet = "b"\ndomains = ["a.example"]\n[[layout]]\nwhy = "x"\n', "outlet"),
        ('outlet = "a"\ndomains = []\n[[layout]]\nwhy = "x"\n', "domains"),
        ('outlet = "a"\ndomains = ["a.example"]\n[[layout]]\nwhy = ""\n', "layout"),
        ('outlet = "a"\ndomains = ["a.example"]\n[[layout]]\nwhy = "x"\nclock = "mine"\n', "clock"),
    ],
)
def test_a_bad_rule_is_refused_with_its_field(tmp_path: Path, text: str, field: str) -> None:
    (tmp_path / "a.toml").write_text(text, "utf-8")
    with pytest.raises(LexiconError, match=field):
        load_outlet_rules(tmp_path)
