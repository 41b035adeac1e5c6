"""The pages in a real browser: direction, language switch, facts that answer a click, no error, nothing too wide."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from webdriver import Browser, is_installed, open_browser

from marsad.serve.app import create_app
from marsad.serve.run import bind

pytestmark = [
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(not is_installed(), reason="needs the Debian packages chromium and chromium-driver"),
]
_ESCAPE = "\ue00c"


@pytest.fixture(scope="module")
def site(database: Path) -> Iterator[str]:
    """The application, served in a thread; its address."""
    bound = bind("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(create_app(database), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
    thread.start()
    yield f"http://127.0.0.1:{bound.getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser whose user prefers Arabic."""
    with open_browser("ar") as opened:
        yield opened


def test_arabic_first_then_english_by_the_switch(browser: Browser, site: str) -> None:
    browser.open(f"{site}/relation/JOR/IRQ")
    assert browser.run("return document.dir") == "rtl"
    assert "الأردن" in browser.run("return document.querySelector('h1').textContent")
    browser.click(".switch")
    assert browser.run("return [document.dir, document.documentElement.lang]") == ["ltr", "en"]
    browser.open(f"{site}/article/second")
    assert browser.run("return document.dir") == "ltr"
    assert browser.run("return getComputedStyle(document.querySelector('.body')).direction") == "rtl"
    browser.click(".switch")


def test_a_fact_answers_a_click_with_its_rule(browser: Browser, site: str) -> None:
    browser.open(f"{site}/article/second")
    browser.click("a.mark.l-event[href='#ev0']")
    assert "consult.meet" in browser.run("return document.getElementById('note').textContent")
    assert browser.run("return document.getElementById('ev0').classList.contains('lit')")
    browser.press(_ESCAPE)
    assert browser.run("return document.getElementById('note').hidden")


def test_marks_leave_the_words_as_wide_as_they_are(browser: Browser, site: str) -> None:
    """Padding, borders or spaces at a mark would tear the letters of a word apart."""
    browser.open(f"{site}/article/second")
    boxes = "return [...document.querySelectorAll('.body .mark')].map(m => getComputedStyle(m)).map(s => "
    styles = browser.run(boxes + "[s.paddingInline, s.borderInlineWidth, s.marginInline, s.display].join(' '))")
    assert set(styles) == {"0px 0px 0px inline"}


@pytest.mark.parametrize("page", ["/", "/relation/JOR/IRQ", "/article/second", "/search?q=العراق"])
def test_a_phone_needs_no_sideways_scrolling(browser: Browser, site: str, page: str) -> None:
    browser.resize(500, 900)  # about the narrowest window that Chromium opens
    browser.open(site + page)
    assert browser.run("return document.documentElement.scrollWidth <= window.innerWidth")
    browser.resize(1280, 1000)


def test_policy_blocks_nothing_of_ours(browser: Browser, site: str) -> None:
    browser.open(f"{site}/article/second")
    loaded = "return performance.getEntriesByType('resource').map(e => [new URL(e.name).pathname, e.responseStatus])"
    resources = dict(browser.run(loaded))
    assert resources["/static/marsad.css"] == 200
    assert resources["/static/article.js"] == 200
    assert browser.run("return performance.getEntriesByType('resource').every(e => e.name.startsWith(location.origin))")
