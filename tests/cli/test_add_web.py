"""`marsad add` with addresses: pages, feeds, lists of addresses; again without change."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from loopback import Reply, Site, html, serve_site
from web_news import feed, item, page, publish, story

from marsad.cli import main
from marsad.model.contract import decode_reading
from marsad.store import Store


@pytest.fixture
def site() -> Iterator[Site]:
    with serve_site() as running:
        yield running


def add(database: Path, *places: str, private: bool = True) -> Result:
    options = ["--db", str(database), "--gap", "0", *(["--allow-private"] if private else [])]
    return CliRunner().invoke(main, ["add", *places, *options])


def find_origins(database: Path) -> list[str]:
    with Store(database) as store:
        return sorted(reading.article.origin for reading in store.readings())


def test_pages_are_added_and_told_apart_from_files(site: Site, database: Path, tmp_path: Path) -> None:
    publish(site, 1, 2)
    (tmp_path / "local.txt").write_text(story(3), "utf-8")
    result = add(database, site.url("/a/1"), str(tmp_path / "local.txt"), site.url("/a/2#top"), site.url("/none"))
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("3 added, 0 unchanged")
    assert f"{site.url('/none')}: the server answers 404 (Not Found)" in result.stderr
    assert find_origins(database) == sorted([site.url("/a/1"), site.url("/a/2"), str(tmp_path / "local.txt")])


def test_what_did_not_change_is_not_sent_again(site: Site, database: Path) -> None:
    site.pages["/a/1"] = lambda r: (
        Reply(b"", 304) if r.headers.get("if-none-match") == '"1"' else html(page(1), {"ETag": '"1"'})
    )
    site.pages["/a/2"] = page(2)
    add(database, site.url("/a/1"), site.url("/a/2"))
    assert add(database, site.url("/a/1"), site.url("/a/2")).stdout.startswith("0 added, 2 unchanged")
    assert site.requests[-1].path == "/a/2" or "if-none-match" in site.requests[-1].headers


def test_a_feed_adds_what_it_lists(site: Site, database: Path) -> None:
    publish(site, 1, 2, 3, 4)
    whole = f"<p>{story(5)}</p>" * 2
    site.pages["/feed"] = feed(*(item(site, number) for number in (1, 2, 3)), item(site, 5, content=whole))
    result = add(database, site.url("/feed"))
    assert result.stdout.startswith("4 added"), result.output
    assert find_origins(database) == [site.url(f"/a/{number}") for number in (1, 2, 3, 5)]
    with Store(database) as store:
        days = {reading.article.published.value for reading in store.readings()}
    assert days == {"2024-05-02", "2024-05-03", "2024-05-04", "2024-05-06"}


def test_of_a_long_feed_the_first_are_taken_and_the_rest_is_told(site: Site, database: Path) -> None:
    publish(site, *range(1, 8))
    result = add(database, site.url("/feed"), "--limit", "2")
    assert result.stdout.startswith("2 added")
    assert f"{site.url('/feed')}: lists 5 more articles; --limit takes more" in result.stderr


def test_packed_sitemaps_behind_an_index(site: Site, database: Path) -> None:
    publish(site, 1)
    sitemap = f"<urlset><url><loc>{site.url('/a/1')}</loc></url></urlset>"
    site.pages["/s.xml.gz"] = Reply(gzip.compress(sitemap.encode()), headers={"Content-Type": "application/gzip"})
    site.pages["/index.xml"] = Reply(
        b"<sitemapindex><sitemap><loc>/s.xml.gz</loc></sitemap><sitemap><loc>/none</loc></sitemap></sitemapindex>"
    )
    result = add(database, site.url("/index.xml"))
    assert result.stdout.startswith("1 added")
    assert f"{site.url('/none')}: the server answers 404" in result.stderr
    many = "".join(f"<sitemap><loc>/map-{number}.xml</loc></sitemap>" for number in range(30))
    site.pages["/many.xml"] = Reply(
        f"<sitemapindex>{many}<sitemap><loc>/news.xml</loc></sitemap></sitemapindex>".encode()
    )
    site.pages["/news.xml"] = Reply(sitemap.encode())
    result = add(database, site.url("/many.xml"))
    assert "0 added, 1 unchanged" in result.stdout
    assert "names 19 more sitemaps" in result.stderr
    site.pages["/loop.xml"] = Reply(b"<sitemapindex><sitemap><loc>/loop.xml</loc></sitemap></sitemapindex>")
    assert "neither a feed" in add(database, site.url("/loop.xml")).stderr


def test_a_list_of_addresses(site: Site, database: Path, tmp_path: Path) -> None:
    publish(site, 1, 2)
    path = tmp_path / "urls.txt"
    path.write_text(
        f"# صفحات\n{site.url('/a/1')}\n\n{site.url('/a/2')}\n{site.url('/a/1?utm_source=x')}\nلا شيء\n", "utf-8"
    )
    result = add(database, str(path))
    assert result.stdout.startswith("2 added, 0 unchanged, 1 refused"), result.output
    assert f"{path}:6: is no address of a page: لا شيء" in result.stderr


def test_an_address_can_be_read_without_a_database(site: Site) -> None:
    publish(site, 1, 2)
    for path, count in (("/a/1", 1), ("/feed", 2)):
        result = CliRunner().invoke(main, ["read", site.url(path), "--json", "--allow-private", "--gap", "0"])
        readings = [decode_reading(line) for line in result.stdout.splitlines()]
        assert len(readings) == count
        assert readings[0].article.origin == site.url("/a/1")


def test_a_contact_must_fit_into_a_header(site: Site, database: Path) -> None:
    result = add(database, site.url("/a/1"), "--contact", "محرر")
    assert result.exit_code == 2
    assert "give an address in ASCII" in result.output


def test_private_addresses_need_leave(site: Site, database: Path) -> None:
    publish(site, 1)
    result = add(database, site.url("/a/1"), private=False)
    assert result.exit_code == 1
    assert "not a public address; --allow-private allows it" in result.stderr
    assert site.asked == []


def test_a_charset_that_is_not_what_the_server_says(site: Site, database: Path) -> None:
    text = page(1).replace("utf-8", "iso-8859-1")
    site.pages["/a/1"] = Reply(text.encode("windows-1256"), headers={"Content-Type": "text/html; charset=ISO-8859-1"})
    add(database, site.url("/a/1"))
    with Store(database) as store:
        assert story(1) in next(store.readings()).text
