"""The fetcher against a server that does everything servers do: it fetches, gives up with a reason, and never hangs."""

import gzip
import shutil
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Iterator
from email.utils import formatdate
from pathlib import Path

import pytest
from loopback import Reply, Request, Site, html, redirect, serve_site

from marsad.acquire.answers import Failed, Fetched, Outcome, Unchanged
from marsad.acquire.web import Fetcher, Limits
from marsad.model import Validators

STORY = "<p>استقبل وزير الخارجية التونسي نظيره المالطي في العاصمة تونس.</p>"


class Clock:
    """Time that passes only while somebody sleeps; `slept` holds the sleeps."""

    def __init__(self) -> None:
        self.now, self.slept = 1_700_000_000.0, list[float]()

    def time(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def site() -> Iterator[Site]:
    with serve_site() as running:
        yield running


@pytest.fixture
def clock() -> Clock:
    return Clock()


LIMITS = Limits(connect=1.0, read=0.3, total=0.8, size=50_000, tries=3, redirects=4, patience=30.0)


@pytest.fixture
def fetcher(clock: Clock) -> Iterator[Fetcher]:
    with Fetcher(allow_private=True, limits=LIMITS, clock=clock.time, sleep=clock.sleep, contact="x@y.example") as made:
        yield made


def get(outcome: Outcome) -> Fetched:
    assert isinstance(outcome, Fetched), outcome
    return outcome


def why(outcome: Outcome) -> Failed:
    assert isinstance(outcome, Failed), outcome
    return outcome


def test_a_page_comes_with_what_the_server_says_of_it(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = html(STORY, {"ETag": '"v1"', "Last-Modified": "Tue, 07 May 2024 10:00:00 GMT"})
    found = get(fetcher.fetch(site.url("/a#part")))
    assert (found.url, found.media, found.charset) == (site.url("/a"), "text/html", "utf-8")
    assert found.content.decode() == STORY
    assert found.validators == Validators('"v1"', "Tue, 07 May 2024 10:00:00 GMT")
    agent = site.requests[-1].headers["user-agent"]
    assert agent.startswith("Marsad/")
    assert "+x@y.example" in agent


def test_arabic_paths_are_asked_for(site: Site, fetcher: Fetcher) -> None:
    site.pages["/%D8%AE%D8%A8%D8%B1?q=%D8%A3"] = STORY
    assert get(fetcher.fetch(site.url("/خبر?q=أ"))).content.decode() == STORY


def test_redirects_may_be_written_in_arabic(site: Site, fetcher: Fetcher) -> None:
    site.pages |= {"/a": redirect("/خبر؟"), "/%D8%AE%D8%A8%D8%B1%D8%9F": STORY}
    assert get(fetcher.fetch(site.url("/a"))).url == site.url("/%D8%AE%D8%A8%D8%B1%D8%9F")


def test_redirects_lead_on(site: Site, fetcher: Fetcher) -> None:
    site.pages |= {"/a": redirect("/b", 301), "/b": redirect("c/d?x=1", 307), "/c/d?x=1": STORY}
    assert get(fetcher.fetch(site.url("/a"))).url == site.url("/c/d?x=1")


@pytest.mark.parametrize(
    ("pages", "reason"),
    [
        ({"/a": redirect("/b"), "/b": redirect("/a")}, "circle"),
        ({"/a": redirect("/a")}, "circle"),
        ({f"/{c}": redirect(f"/{chr(ord(c) + 1)}") for c in "abcdefgh"}, "more than 4 redirects"),
        ({"/a": redirect("ftp://x.example/b")}, "no address of a page"),
        ({"/a": redirect("")}, "circle"),
        ({"/a": redirect("http://[x")}, "no address of a page"),
    ],
)
def test_redirects_that_lead_nowhere(site: Site, fetcher: Fetcher, pages: dict[str, Reply], reason: str) -> None:
    site.pages |= pages
    failed = why(fetcher.fetch(site.url("/a")))
    assert reason in failed.reason
    assert not failed.is_passing


def test_a_page_that_has_not_changed_is_not_sent_again(site: Site, fetcher: Fetcher) -> None:
    def page(request: Request) -> Reply:
        same = request.headers.get("if-none-match") == '"v1"'
        return Reply(b"", 304) if same else html(STORY, {"ETag": '"v1"'})

    site.pages["/a"] = page
    first = get(fetcher.fetch(site.url("/a")))
    assert isinstance(fetcher.fetch(site.url("/a"), validators=first.validators), Unchanged)
    assert get(fetcher.fetch(site.url("/a"), validators=Validators('"v0"'))).content.decode() == STORY


def test_validators_that_cannot_be_sent_back_are_left_out(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = html(STORY, {"ETag": '"نسخة"', "Last-Modified": "\x07"})
    first = get(fetcher.fetch(site.url("/a")))
    assert get(fetcher.fetch(site.url("/a"), validators=first.validators)).content == first.content


def test_a_busy_host_is_left_alone_as_long_as_it_asks(site: Site, fetcher: Fetcher, clock: Clock) -> None:
    site.pages["/a"] = lambda r: html(STORY) if r.number else Reply(b"", 429, {"Retry-After": "17"})
    get(fetcher.fetch(site.url("/a"), robots=False))
    assert sum(clock.slept) == pytest.approx(17)


def test_a_rest_may_be_asked_for_by_date(site: Site, fetcher: Fetcher, clock: Clock) -> None:
    date = formatdate(clock.now + 9, usegmt=True)
    site.pages["/a"] = lambda r: html(STORY) if r.number else Reply(b"", 503, {"Retry-After": date})
    get(fetcher.fetch(site.url("/a"), robots=False))
    assert sum(clock.slept) == pytest.approx(9)


@pytest.mark.parametrize("value", ["soon", "-5", "Tue, 99 May 2024 10:00:00 GMT", "", "٥"])
def test_a_rest_that_cannot_be_read_is_as_if_not_asked_for(
    site: Site, fetcher: Fetcher, clock: Clock, value: str
) -> None:
    site.pages["/a"] = lambda r: html(STORY) if r.number else Reply(b"", 429, {"Retry-After": value})
    get(fetcher.fetch(site.url("/a"), robots=False))
    assert sum(clock.slept) == 1.0


def test_a_long_rest_is_left_to_the_caller(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = Reply(b"", 429, {"Retry-After": "3600"})
    failed = why(fetcher.fetch(site.url("/a")))
    assert (failed.is_passing, failed.wait, site.count("/a")) == (True, 3600.0, 1)
    assert "429 (Too Many Requests)" in failed.reason


def test_faults_of_the_server_pass(site: Site, fetcher: Fetcher, clock: Clock) -> None:
    site.pages["/a"] = lambda r: html(STORY) if r.number == 2 else Reply(b"", 500)
    get(fetcher.fetch(site.url("/a"), robots=False))
    assert clock.slept == [1.0, 2.0]


def test_after_some_tries_the_fault_is_told(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = Reply(b"", 502)
    failed = why(fetcher.fetch(site.url("/a")))
    assert (failed.is_passing, site.count("/a")) == (True, 3)
    assert "502 (Bad Gateway)" in failed.reason


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451, 204])
def test_what_will_not_pass_is_asked_once(site: Site, fetcher: Fetcher, status: int) -> None:
    site.pages["/a"] = Reply(b"", status)
    failed = why(fetcher.fetch(site.url("/a")))
    assert (failed.is_passing, site.count("/a")) == (False, 1)


@pytest.mark.parametrize(
    "broken",
    [
        Reply(STORY.encode(), length=9_999),  # cut in the middle
        Reply(gzip.compress(STORY.encode())[:-20], headers={"Content-Encoding": "gzip"}),
        Reply(head=b""),
        Reply(head=b"HTTP/1.1 200 OK\r\nContent-"),
        Reply(head=b"SSH-2.0-OpenSSH\r\n\r\n"),
    ],
)
def test_a_cut_connection_is_tried_again(site: Site, fetcher: Fetcher, broken: Reply) -> None:
    site.pages["/a"] = lambda r: broken if r.number == 0 else html(STORY)
    assert get(fetcher.fetch(site.url("/a"))).content.decode() == STORY
    site.pages["/b"] = broken
    assert why(fetcher.fetch(site.url("/b"))).is_passing


def test_nobody_there(site: Site, fetcher: Fetcher) -> None:
    failed = why(fetcher.fetch("http://127.0.0.1:1/", robots=False))
    assert failed.is_passing
    assert "no connection" in failed.reason
    with Fetcher(resolver=lambda host, port: [], limits=Limits(tries=1)) as other:
        assert "not known" in why(other.fetch("http://x.example/", robots=False)).reason


def test_silent_slow_and_endless_answers_end(site: Site) -> None:
    site.pages |= {
        "/silent": Reply(b"ab", pause=9.0, piece=1),
        "/slow": Reply(b"x" * 900, pause=0.05, piece=1),
        "/dripping": Reply(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 900, head=b"", pause=0.05, piece=1),
        "/endless": Reply(b"x" * 9_000, endless=True),
    }
    reasons = {}
    started = time.monotonic()
    with Fetcher(allow_private=True, limits=Limits(read=0.3, total=0.6, size=50_000, tries=1, gap=0.0)) as fetcher:
        for path in site.pages:
            reasons[path] = why(fetcher.fetch(site.url(path), robots=False)).reason
    assert time.monotonic() - started < 4
    assert reasons == {
        "/silent": "the server was silent for 0.3 seconds",
        "/slow": "took longer than 0.6 seconds",
        "/dripping": "took longer than 0.6 seconds",
        "/endless": "has more than 0.05 MB",
    }


def test_a_bomb_is_not_unpacked(site: Site, fetcher: Fetcher) -> None:
    bomb = gzip.compress(b"\0" * 20_000_000)
    assert len(bomb) < LIMITS.size
    site.pages["/a"] = Reply(bomb, headers={"Content-Encoding": "gzip", "Content-Type": "text/html"})
    failed = why(fetcher.fetch(site.url("/a")))
    assert (failed.reason, failed.is_passing) == ("has more than 0.05 MB", False)


@pytest.mark.parametrize(("encoding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_packed_pages_are_unpacked(site: Site, fetcher: Fetcher, encoding: str, pack: object) -> None:
    assert callable(pack)
    site.pages["/a"] = Reply(pack(STORY.encode()), headers={"Content-Encoding": encoding}, pause=0.001, piece=7)
    assert get(fetcher.fetch(site.url("/a"))).content.decode() == STORY


def test_bodies_that_are_not_as_they_are_said_to_be(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = Reply(STORY.encode(), headers={"Content-Encoding": "gzip"})
    assert "not packed as said" in why(fetcher.fetch(site.url("/a"))).reason
    site.pages["/b"] = Reply(STORY.encode(), headers={"Content-Encoding": "br"})
    assert "'br', which was not asked for" in why(fetcher.fetch(site.url("/b"))).reason
    site.pages["/c"] = Reply(b"\xff\xd8", headers={"Content-Type": "image/jpeg"})
    assert why(fetcher.fetch(site.url("/c"))).reason == "is image/jpeg, not a page"


def test_robots_rules_hold(site: Site, fetcher: Fetcher, clock: Clock) -> None:
    site.pages |= {
        "/robots.txt": Reply("User-agent: *\nDisallow: /\n\nUser-agent: marsad\nAllow: /open\nDisallow: /*?print\n"
                             "Disallow: /shut\nCrawl-delay: 7\n# تعليق".encode()),
        "/open": STORY,
        "/shut/a": STORY,
        "/x?print": STORY,
        "/x": redirect("/shut/a"),
    }  # fmt: skip
    get(fetcher.fetch(site.url("/open")))
    assert "robots.txt" in why(fetcher.fetch(site.url("/shut/a"))).reason
    assert "robots.txt" in why(fetcher.fetch(site.url("/x?print"))).reason
    assert "robots.txt" in why(fetcher.fetch(site.url("/x"))).reason  # it leads to what must not be fetched
    get(fetcher.fetch(site.url("/open")))
    assert site.count("/robots.txt") == 1
    assert site.count("/shut/a") == site.count("/x?print") == 0
    assert clock.slept[1:] == [7.0, 7.0]
    clock.now += 100_000
    get(fetcher.fetch(site.url("/open")))
    assert site.count("/robots.txt") == 2


def test_without_robots_everything_is_open(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = STORY
    get(fetcher.fetch(site.url("/a")))
    assert site.asked == ["/robots.txt", "/a"]


def test_a_host_that_cannot_say_its_rules_is_asked_nothing(site: Site, fetcher: Fetcher, clock: Clock) -> None:
    site.pages |= {"/robots.txt": Reply(b"", 503), "/a": STORY}
    failed = why(fetcher.fetch(site.url("/a")))
    assert failed.is_passing
    assert failed.reason.startswith("robots.txt of 127.0.0.1 cannot be read: the server answers 503")
    assert site.count("/a") == 0
    site.pages["/robots.txt"] = Reply(b"User-agent: *\nAllow: /")
    clock.now += 700
    get(fetcher.fetch(site.url("/a")))


def test_hosts_have_their_turns(site: Site, fetcher: Fetcher, clock: Clock) -> None:
    site.pages |= {"/a": STORY, "/b": STORY}
    for path in ("/a", "/b", "/a"):
        get(fetcher.fetch(site.url(path), robots=False))
    assert clock.slept == [1.0, 1.0]
    get(fetcher.fetch(site.url("/a", "localhost"), robots=False))
    assert clock.slept == [1.0, 1.0]


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:{}/", "http://localhost:{}/", "http://2130706433:{}/", "http://[::1]:{}/"]
)
def test_private_addresses_are_not_asked(site: Site, url: str) -> None:
    with Fetcher() as fetcher:
        failed = why(fetcher.fetch(url.format(site.port), robots=False))
    assert "is not a public address; --allow-private allows it" in failed.reason
    assert not failed.is_passing
    assert site.asked == []


def test_a_redirect_into_the_own_network_is_not_followed(site: Site) -> None:
    """The first host is said to be public; only the test's resolver leads it to the server."""
    site.pages |= {"/a": redirect(site.url("/b", "inner.example")), "/b": STORY}
    names = {"outer.example": "8.8.8.8", "inner.example": "10.0.0.7"}
    asked = []

    def resolver(host: str, port: int) -> list[str]:
        asked.append(host)
        return [names[host]]

    with Fetcher(resolver=resolver) as fetcher:
        _lead_public_to(site, fetcher)
        failed = why(fetcher.fetch(site.url("/a", "outer.example"), robots=False))
    assert failed.reason.startswith("inner.example (10.0.0.7) is not a public address")
    assert asked == ["outer.example", "inner.example"]
    assert site.asked == ["/a"]


def test_a_name_that_changes_its_address_is_connected_to_the_one_that_was_checked(site: Site) -> None:
    answers = iter([["8.8.8.8"], ["127.0.0.1"]])
    site.pages["/a"] = STORY
    with Fetcher(resolver=lambda host, port: next(answers), limits=Limits(gap=0.0, tries=1)) as fetcher:
        connected = _lead_public_to(site, fetcher)
        get(fetcher.fetch(site.url("/a", "rebind.example"), robots=False))
        assert connected == ["8.8.8.8"]
        failed = why(fetcher.fetch(site.url("/a", "rebind.example"), robots=False))
        assert failed.reason.startswith("rebind.example (127.0.0.1) is not a public address")
        assert connected == ["8.8.8.8"]


def _lead_public_to(site: Site, fetcher: Fetcher) -> list[str]:
    """Let connections to public addresses end at the test's server; return the list of those connected to."""
    plain = fetcher._pool._network_backend._plain  # type: ignore[attr-defined]
    connect, connected = plain.connect_tcp, list[str]()

    def lead(host: str, port: int, *rest: object) -> object:
        connected.append(host)
        return connect("127.0.0.1", site.port, *rest)

    plain.connect_tcp = lead
    return connected


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl to make a certificate")
def test_a_certificate_must_be_that_of_the_host_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the connection goes to an address that was looked up and checked before."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=x".split()
    names = ["-addext", "subjectAltName=DNS:news.example", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(["openssl", *words, *names], check=True, capture_output=True)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, key)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    limits = Limits(tries=1, gap=0.0)
    with (
        serve_site(tls) as site,
        Fetcher(allow_private=True, resolver=lambda host, port: ["127.0.0.1"], limits=limits) as fetcher,
    ):
        site.pages["/a"] = STORY
        assert get(fetcher.fetch(site.url("/a", "news.example"), robots=False)).content.decode() == STORY
        failed = why(fetcher.fetch(site.url("/a", "other.example"), robots=False))
    assert "certificate is not valid for 'other.example'" in failed.reason
    assert site.requests[0].headers["host"] == f"news.example:{site.port}"


@pytest.mark.parametrize("text", ["", "http://", "nonsense", "ftp://x.example/a", "http://x y/", "http://[::1/"])
def test_what_is_no_address(fetcher: Fetcher, text: str) -> None:
    assert why(fetcher.fetch(text)).reason == "is no address"


def test_stopping_ends_a_fetch_at_once(site: Site) -> None:
    site.pages["/a"] = Reply(b"x" * 900, pause=0.05, piece=1)
    stop = threading.Event()
    threading.Timer(0.2, stop.set).start()
    started = time.monotonic()
    with Fetcher(allow_private=True, is_stopped=stop.is_set, sleep=stop.wait) as fetcher:
        assert why(fetcher.fetch(site.url("/a"), robots=False)).is_passing
    assert time.monotonic() - started < 1.5
