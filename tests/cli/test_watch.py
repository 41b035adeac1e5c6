"""`marsad watch`: what feeds tell of is read once, whatever servers do and however the watch ends."""

import gzip
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from loopback import Reply, Request, Site, html, redirect, serve_site
from web_news import feed, headline, item, page, publish, story

from marsad.acquire.feed_list import Watched
from marsad.acquire.web import Fetcher, Limits
from marsad.cli import main
from marsad.cli.rounds import Round, Watch
from marsad.cli.watch_lines import find_due, to_line
from marsad.lexicon.load import Lexicon
from marsad.model import Reading, Refused
from marsad.store import Store
from marsad.store.watching import Asked, watch_alone


@pytest.fixture
def site() -> Iterator[Site]:
    with serve_site() as running:
        yield running


class Watcher:
    """A watch of one feed with a clock that only `later` moves."""

    def __init__(self, database: Path, site: Site, lexicon: Lexicon) -> None:
        self.now, self.told, self.site = 1_700_000_000.0, list[Refused](), site
        self.store = Store(database)
        limits = Limits(gap=0.0, backoff=0.0, tries=2, read=0.4, total=0.6, size=500_000)
        self.fetcher = Fetcher(allow_private=True, limits=limits, sleep=lambda seconds: None, clock=lambda: self.now)
        self._watch = Watch(
            self.store, self.fetcher, lexicon, clock=lambda: self.now, is_stopped=lambda: False, tell=self.told.append
        )

    def round(self, *paths: str, limit: int = 50, outlet: str | None = None, robots: bool = True) -> Round:
        self.now += 1000.0
        feeds = [Watched(self.site.url(path), 900.0, limit, outlet, robots) for path in paths or ("/feed",)]
        return self._watch.run(feeds)

    def readings(self) -> list[Reading]:
        return sorted(self.store.readings(), key=lambda reading: reading.article.origin)

    def origins(self) -> list[str]:
        return [re.sub(r"http://[^/]*", "", reading.article.origin) for reading in self.readings()]


@pytest.fixture
def watcher(database: Path, site: Site, lexicon: Lexicon) -> Iterator[Watcher]:
    made = Watcher(database, site, lexicon)
    yield made
    made.store.close()
    made.fetcher.close()


def counts(done: Round) -> tuple[int, int, int, int, int]:
    return done.new, done.added, done.unchanged, done.refused, done.waiting


def test_what_a_feed_tells_of_is_read_once(site: Site, watcher: Watcher) -> None:
    publish(site, 1, 2)
    assert counts(watcher.round(outlet="مرفأ الأخبار")) == (2, 2, 0, 0, 0)
    assert watcher.origins() == ["/a/1", "/a/2"]
    assert counts(watcher.round()) == (0, 0, 0, 0, 0)
    assert site.count("/a/1") == 1
    facts = watcher.readings()[0].article
    assert (facts.outlet, facts.published.value) == ("مرفأ الأخبار", "2024-05-02")
    assert story(1) in watcher.readings()[0].text


def test_a_feed_that_changes(site: Site, watcher: Watcher) -> None:
    publish(site, 1, 2)
    watcher.round()
    publish(site, 2, 3, 4)
    assert counts(watcher.round()) == (2, 2, 0, 0, 0)
    assert watcher.origins() == ["/a/1", "/a/2", "/a/3", "/a/4"]
    assert site.count("/a/2") == 1


def test_a_feed_is_asked_whether_it_changed(site: Site, watcher: Watcher) -> None:
    publish(site, 1)
    reply = site.pages["/feed"]
    assert isinstance(reply, Reply)
    reply.headers["ETag"] = '"f1"'
    site.pages["/feed"] = lambda r: Reply(b"", 304) if r.headers.get("if-none-match") == '"f1"' else reply
    watcher.round()
    assert counts(watcher.round()) == (0, 0, 0, 0, 0)
    assert site.requests[-1].headers["if-none-match"] == '"f1"'


def test_a_new_headline_brings_the_article_again(site: Site, watcher: Watcher) -> None:
    publish(site, 1, 2)
    watcher.round()
    site.pages["/a/1"] = page(1).replace("متوازنة", "عادلة")
    site.pages["/feed"] = feed(item(site, 1, title=headline(1) + " (محدث)"), item(site, 2))
    done = watcher.round()
    assert (done.new, done.added, done.replaced) == (1, 0, 1)
    assert "عادلة" in watcher.readings()[0].text
    assert len(watcher.readings()) == 2


def test_what_is_kept_stays_when_its_page_goes(site: Site, watcher: Watcher) -> None:
    publish(site, 1)
    watcher.round()
    site.pages |= {"/a/1": Reply(b"", 404), "/feed": feed(item(site, 1, title="عنوان جديد"))}
    assert counts(watcher.round()) == (1, 0, 1, 0, 0)
    site.pages |= {"/a/1": redirect("/b/1"), "/b/1": page(1).replace("متوازنة", "عادلة")}
    site.pages["/feed"] = feed(item(site, 1, title="عنوان ثالث"))
    assert watcher.round().replaced == 1
    assert watcher.origins() == ["/b/1"]


def test_one_article_in_two_feeds_and_under_two_addresses_is_one(site: Site, watcher: Watcher) -> None:
    publish(site, 1)
    tracked = item(site, 1, title="عنوان آخر للخبر").replace("/a/1<", "/a/1?utm_source=feed#top<")
    moved = item(site, 7).replace("/a/7", "/old/1")
    site.pages |= {"/other": feed(tracked, moved), "/old/1": redirect("/a/1")}
    for _ in range(3):
        watcher.round("/feed", "/other")
    assert watcher.origins() == ["/a/1"]
    assert site.count("/old/1") == 1


def test_ids_that_a_feed_uses_twice_lose_nothing(site: Site, watcher: Watcher) -> None:
    publish(site, 1, 2, 3)
    same = [re.sub(r"<guid>.*?</guid>", "<guid>0</guid>", item(site, number)) for number in (1, 2, 3)]
    site.pages["/feed"] = feed(*same[:2])
    watcher.round()
    site.pages["/feed"] = feed(same[2])
    watcher.round()
    assert watcher.origins() == ["/a/1", "/a/2", "/a/3"]


def test_faults_that_pass_are_tried_again_later(site: Site, watcher: Watcher) -> None:
    publish(site, 1, 2)
    site.pages["/a/1"] = lambda r: html(page(1)) if r.number > 3 else Reply(b"", 503)
    assert counts(watcher.round()) == (2, 1, 0, 0, 1)
    assert counts(watcher.round()) == (0, 0, 0, 0, 1)
    assert counts(watcher.round()) == (0, 1, 0, 0, 0)
    assert watcher.told == []


def test_a_long_rest_is_waited_for(site: Site, watcher: Watcher) -> None:
    publish(site, 1)
    site.pages["/a/1"] = lambda r: html(page(1)) if r.number else Reply(b"", 429, {"Retry-After": "1500"})
    assert [watcher.round().added for _ in range(3)] == [0, 0, 1]
    assert site.count("/a/1") == 2


def test_in_the_end_an_article_is_given_up_with_its_reason(site: Site, watcher: Watcher) -> None:
    publish(site, 1)
    site.pages["/a/1"] = Reply(b"", 500)
    done = watcher.round()
    for _ in range(40):
        watcher.now += 21_600
        done = watcher.round()
        if not done.waiting:
            break
    assert done.refused == 1
    assert [str(refused) for refused in watcher.told] == [
        f"{site.url('/a/1')}: the server answers 500 (Internal Server Error)"
    ]


def test_what_is_refused_is_refused_once_with_its_reason(site: Site, watcher: Watcher) -> None:
    publish(site, 1, 2, 3, 4)
    site.pages |= {
        "/robots.txt": Reply(b"User-agent: *\nDisallow: /a/2"),
        "/a/1": Reply(b"", 404),
        "/a/3": redirect("/"),
        "/a/4": Reply(b"\x89PNG\x00\x00\x00", headers={"Content-Type": "text/html"}),
        "/": "<p>الصفحة الأولى</p>",
    }
    assert counts(watcher.round()) == (4, 0, 0, 4, 0)
    assert counts(watcher.round()) == (0, 0, 0, 0, 0)
    reasons = {refused.origin[-1]: refused.reason for refused in watcher.told}
    assert reasons["1"] == "the server answers 404 (Not Found)"
    assert "robots.txt" in reasons["2"]
    assert "front page" in reasons["3"]
    assert site.count("/a/2") == 0
    rows = watcher.store.connection.execute("SELECT state, reason FROM told").fetchall()
    assert [state for state, _ in rows] == ["refused"] * 4
    assert all(reason for _, reason in rows)


def test_what_is_no_article_or_not_about_states_is_set_aside(site: Site, watcher: Watcher) -> None:
    publish(site, 1, 2, 3)
    english = "<p>The ministers met on Monday in the capital and spoke about trade, energy and transport.</p>" * 4
    recipe = "<p>تغسل حبات العدس جيدا ثم تنقع ساعة كاملة قبل طهيها على نار هادئة مع البصل والكمون والملح.</p>" * 4
    site.pages |= {"/a/1": f"<h1>News</h1>{english}", "/a/2": f"<h1>طريقة عمل شوربة العدس</h1>{recipe}"}
    done = watcher.round()
    assert (done.new, done.added, done.aside, done.refused) == (3, 1, 2, 0)
    assert watcher.told == []
    assert counts(watcher.round()) == (0, 0, 0, 0, 0)
    states = watcher.store.connection.execute("SELECT state, reason IS NOT NULL FROM told ORDER BY url").fetchall()
    assert states == [("aside", 1), ("aside", 1), ("kept", 0)]
    assert watcher.store.connection.execute("SELECT count(*) FROM aside").fetchone() == (2,)


def test_whatever_a_page_does_the_others_are_read(site: Site, watcher: Watcher) -> None:
    publish(site, *range(1, 9))
    site.pages |= {
        "/a/1": redirect("/a/1"),
        "/a/2": Reply(b"<p>x" * 9_000, endless=True),
        "/a/3": Reply(gzip.compress(b"\0" * 20_000_000), headers={"Content-Encoding": "gzip"}),
        "/a/4": Reply(page(4).encode(), length=99_999),
        "/a/5": Reply(page(5).encode(), pause=0.2, piece=100),
        "/a/6": Reply(page(6).encode("windows-1256", "replace"), headers={"Content-Type": "text/html; charset=utf-8"}),
        "/a/7": Reply(head=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Le"),
    }
    done = watcher.round()
    assert (done.new, done.added, done.refused, done.waiting) == (8, 2, 3, 3)
    assert watcher.origins() == ["/a/6", "/a/8"]
    assert story(6) in watcher.readings()[0].text
    assert sorted(f"{refused.origin[-1]} {refused.reason}" for refused in watcher.told) == [
        "1 leads in a circle (redirects)",
        "2 has more than 0.5 MB",
        "3 has more than 0.5 MB",
    ]


def test_the_text_in_the_feed_is_read_where_the_page_cannot_be(site: Site, watcher: Watcher) -> None:
    whole = f"<p>{story(1)}</p><p>{story(2)}</p>"
    site.pages["/feed"] = feed(item(site, 1, content=whole), item(site, 2, content=f"<p>{story(2)[:120]}…</p>"))
    assert counts(watcher.round()) == (2, 1, 0, 1, 0)
    assert watcher.origins() == ["/a/1"]
    assert story(2) in watcher.readings()[0].text


def test_a_feed_that_does_not_answer_is_told_and_the_others_go_on(site: Site, watcher: Watcher) -> None:
    publish(site, 1)
    site.pages |= {"/broken": Reply(b"", 500), "/html": "<p>لا خلاصة هنا</p>"}
    done = watcher.round("/broken", "/feed", "/html", "/none")
    assert (done.feeds, done.silent, done.added) == (4, 3, 1)
    assert {refused.origin.rsplit("/", 1)[1]: refused.reason for refused in watcher.told} == {
        "broken": "the server answers 500 (Internal Server Error)",
        "html": "is neither a feed (RSS, Atom) nor a sitemap",
        "none": "the server answers 404 (Not Found)",
    }


def test_a_feed_cut_in_the_middle_is_not_taken_for_whole(site: Site, watcher: Watcher) -> None:
    publish(site, 1, 2)
    whole = site.pages["/feed"]
    assert isinstance(whole, Reply)
    cut = Reply(whole.body[: len(whole.body) // 2], length=len(whole.body), headers={"ETag": '"x"'})
    site.pages["/feed"] = lambda r: whole if r.number > 1 else cut
    assert watcher.round().silent == 1
    assert counts(watcher.round()) == (2, 2, 0, 0, 0)


def test_an_article_that_waits_is_not_lost_when_its_feed_moves(site: Site, watcher: Watcher) -> None:
    publish(site, 1, 2, 3)
    site.pages["/moved"] = site.pages["/feed"]
    assert counts(watcher.round("/feed", limit=1)) == (3, 1, 0, 0, 2)
    assert counts(watcher.round("/moved")) == (0, 2, 0, 0, 0)


def test_no_more_than_the_limit_in_a_round(site: Site, watcher: Watcher) -> None:
    publish(site, 1, 2, 3)
    assert counts(watcher.round(limit=2)) == (3, 2, 0, 0, 1)
    assert watcher.origins() == ["/a/1", "/a/2"]
    publish(site, 4, 3)
    assert counts(watcher.round(limit=1)) == (1, 1, 0, 0, 1)
    assert watcher.origins() == ["/a/1", "/a/2", "/a/4"]
    assert counts(watcher.round(limit=2)) == (0, 1, 0, 0, 0)


def test_a_host_that_wants_long_pauses_does_not_hold_up_the_others(site: Site, watcher: Watcher) -> None:
    publish(site, *range(1, 7))

    def slow(request: Request) -> Reply:
        watcher.now += 250.0
        return html(page(int(request.path[3:])))

    site.pages |= {f"/a/{number}": slow for number in range(1, 7)}
    first = watcher.round()
    assert first.added + first.waiting == 6
    assert 3 <= first.added <= 4
    assert counts(watcher.round()) == (0, 6 - first.added, 0, 0, 0)


def test_sitemaps_and_their_indexes_are_feeds(site: Site, watcher: Watcher) -> None:
    publish(site, 1, 2)
    site.pages["/map.xml"] = Reply(f"<urlset><url><loc>{site.url('/a/1')}</loc></url></urlset>".encode())
    other = f"<urlset><url><loc>{site.url('/a/2')}</loc></url></urlset>"
    site.pages["/other.xml"] = lambda r: (
        Reply(b"", 304) if "if-none-match" in r.headers else Reply(other.encode(), headers={"ETag": '"o"'})
    )
    site.pages["/index.xml"] = Reply(
        b"<sitemapindex><sitemap><loc>/map.xml</loc></sitemap><sitemap><loc>other.xml</loc></sitemap></sitemapindex>"
    )
    assert counts(watcher.round("/index.xml")) == (2, 2, 0, 0, 0)
    site.pages["/map.xml"] = Reply(f"<urlset><url><loc>{site.url('/a/3')}</loc></url></urlset>".encode())
    site.pages["/a/3"] = page(3)
    assert counts(watcher.round("/index.xml")) == (1, 1, 0, 0, 0)


def test_robots_may_be_left_out_for_a_feed_but_not_for_its_articles(site: Site, watcher: Watcher) -> None:
    publish(site, 1)
    site.pages["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /feed\nDisallow: /a")
    assert watcher.round().silent == 1
    assert counts(watcher.round(robots=False)) == (1, 0, 0, 1, 0)


def test_when_a_feed_is_asked_next() -> None:
    feed = Watched("https://x.example/", 900.0, 10)
    assert find_due(feed, Asked()) == 0.0
    assert find_due(feed, Asked(1000.0)) == 1900.0
    assert [find_due(feed, Asked(0.0, failures)) for failures in (1, 2, 3, 9)] == [1800.0, 3600.0, 7200.0, 7200.0]


def test_a_round_in_one_line() -> None:
    assert to_line(Round(feeds=1)) == "1 feed asked, 0 new, 0 added"
    done = Round(feeds=2, silent=1, new=4, added=1, replaced=1, unchanged=1, aside=5, refused=1, waiting=3)
    assert to_line(done) == (
        "2 feeds asked, 1 without answer, 4 new, 1 added, 1 replaced, 1 unchanged, 5 set aside, 1 refused, 3 waiting"
    )


def run(database: Path, feeds: Path, *options: str) -> Result:
    command = ["watch", str(feeds), "--once", "--allow-private", "--gap", "0", "--db", str(database), *options]
    return CliRunner().invoke(main, command)


def write_list(tmp_path: Path, *urls: str) -> Path:
    path = tmp_path / "feeds.toml"
    path.write_text("".join(f'[[feed]]\nurl = "{url}"\n' for url in urls), "utf-8")
    return path


def test_once_for_cron(site: Site, database: Path, tmp_path: Path) -> None:
    publish(site, 1)
    site.pages["/feed"] = feed(item(site, 1), item(site, 9))
    result = run(database, write_list(tmp_path, site.url("/feed")))
    assert result.exit_code == 0, result.output
    assert result.stdout.endswith("  1 feed asked, 2 new, 1 added, 1 refused\n")
    assert result.stderr == f"refused  {site.url('/a/9')}: the server answers 404 (Not Found)\n"
    assert run(database, write_list(tmp_path, site.url("/none"))).exit_code == 1


def test_two_watches_of_one_database_do_not_run_at_once(site: Site, database: Path, tmp_path: Path) -> None:
    publish(site, 1)
    feeds = write_list(tmp_path, site.url("/feed"))
    with watch_alone(database):
        result = run(database, feeds)
        assert (result.exit_code, site.asked) == (1, [])
        assert f"{database}: another watch of this database is running" in result.output
    assert run(database, feeds).exit_code == 0
    missing = tmp_path / "missing" / "new.db"
    assert "cannot be opened or made here" in run(missing, feeds).output


def test_status_tells_what_came_of_each_feed(site: Site, database: Path, tmp_path: Path) -> None:
    publish(site, 1, 2)
    site.pages["/a/2"] = Reply(b"", 410)
    feeds = write_list(tmp_path, site.url("/feed"), site.url("/none"), site.url("/new"))
    assert "no such database" in run(database, feeds, "--status").output
    run(database, write_list(tmp_path, site.url("/feed"), site.url("/none")))
    write_list(tmp_path, site.url("/feed"), site.url("/none"), site.url("/new"))
    asked = len(site.asked)
    lines = run(database, feeds, "--status").stdout.splitlines()
    assert lines[0] == site.url("/feed")
    assert re.fullmatch(r"  asked \d{4}-\d\d-\d\d \d\d:\d\d, next .*", lines[1])
    assert lines[2:5] == [
        "  1 kept, 1 refused",
        f"  refused  {site.url('/a/2')}: the server answers 410 (Gone)",
        site.url("/none"),
    ]
    assert lines[5].endswith("; without answer 1 times in a row: the server answers 404 (Not Found)")
    assert lines[6:] == ["  none", site.url("/new"), "  not asked yet", "  none"]
    assert len(site.asked) == asked


def start(database: Path, feeds: Path, *options: str) -> "subprocess.Popen[str]":
    words = ["watch", str(feeds), "--allow-private", "--gap", "0", "--db", str(database), *options]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(
        [sys.executable, "-m", "marsad", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment,
    )


def wait_for(site: Site, path: str, running: "subprocess.Popen[str]") -> None:
    deadline = time.monotonic() + 90
    while not site.count(path) and running.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    assert site.count(path), running.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_killed_in_the_middle_and_started_again_it_neither_loses_nor_doubles(
    site: Site, database: Path, tmp_path: Path
) -> None:
    """It is killed while the feed is sent, and while an article is sent after others were kept."""
    publish(site, *range(1, 9))
    whole, slow = site.pages["/feed"], 60.0
    assert isinstance(whole, Reply)
    etag = {"ETag": '"f"'}

    def feed_page(request: Request) -> Reply:
        if request.headers.get("if-none-match"):
            return Reply(b"", 304)
        return Reply(whole.body, headers=etag, pause=slow if request.number == 0 else 0.0, piece=300)

    site.pages["/feed"] = feed_page
    site.pages["/a/3"] = lambda r: Reply(page(3).encode(), pause=slow if r.number == 0 else 0.0, piece=90)
    feeds = write_list(tmp_path, site.url("/feed"))
    for path in ("/feed", "/a/3"):
        running = start(database, feeds, "--once")
        wait_for(site, path, running)
        running.send_signal(signal.SIGKILL)
        running.communicate()
    running = start(database, feeds, "--once")
    output, _ = running.communicate(timeout=90)
    assert running.returncode == 0, output
    with Store(database) as store:
        origins = sorted(reading.article.origin for reading in store.readings())
        assert origins == [site.url(f"/a/{number}") for number in range(1, 9)]
        assert store.connection.execute("SELECT DISTINCT state FROM told").fetchall() == [("kept",)]
        assert store.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_it_ends_cleanly_when_told_to(site: Site, database: Path, tmp_path: Path) -> None:
    publish(site, 1)
    site.pages["/feed"] = feed(item(site, 1), item(site, 2))
    site.pages["/a/2"] = Reply(b"x", pause=60.0, piece=1, length=2)
    running = start(database, write_list(tmp_path, site.url("/feed")))
    wait_for(site, "/a/2", running)
    running.send_signal(signal.SIGTERM)
    output, _ = running.communicate(timeout=30)
    assert running.returncode == 0, output
    lines = output.splitlines()
    assert lines[0] == "Watching 1 feed; Ctrl-C ends it."
    assert "1 feed asked, 2 new, 1 added, 1 waiting" in lines[1]
    assert lines[2].startswith("Ended")
