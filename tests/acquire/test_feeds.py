"""Feeds and sitemaps as outlets send them: every dialect, broken, in a wrong charset, hostile."""

import random
import time

import pytest

from marsad.acquire.feeds import Feed, parse_feed, to_moment
from marsad.model import Entry

BASE = "https://news.example/feeds/main.xml"

ITEM = """<item><title>وزير النقل العماني يزور دكا</title><link>https://news.example/1?a=1&amp;utm_source=rss</link>
<pubDate>Tue, 07 May 2024 22:30:00 GMT</pubDate><guid isPermaLink="false">n-1</guid>
<author>سلمى الهنائي</author><source url="https://agency.example/f">وكالة المرفأ</source>
<description><![CDATA[<p>ملخص</p>]]></description></item>"""


def rss(items: str, head: str = '<?xml version="1.0" encoding="utf-8"?>', attributes: str = "") -> str:
    title = "<title>صحيفة الميناء</title>"
    return f'{head}<rss version="2.0" {attributes}><channel>{title}{items}</channel></rss>'


def parse(text: str | bytes, charset: str | None = None) -> Feed:
    feed = parse_feed(text.encode() if isinstance(text, str) else text, BASE, charset)
    assert feed is not None
    return feed


def test_rss_gives_what_it_says_of_an_article() -> None:
    assert parse(rss(ITEM)).entries == (
        Entry(
            url="https://news.example/1?a=1&utm_source=rss",
            key="n-1",
            title="وزير النقل العماني يزور دكا",
            author="سلمى الهنائي",
            published="2024-05-07T22:30:00+00:00",
            outlet="صحيفة الميناء",
            agency="وكالة المرفأ",
            content="<p>ملخص</p>",
        ),
    )


def test_the_full_text_is_taken_before_the_summary() -> None:
    full = ITEM.replace("</item>", "<content:encoded><![CDATA[<p>النص الكامل للخبر هنا</p>]]></content:encoded></item>")
    feed = parse(rss(full, attributes='xmlns:content="http://purl.org/rss/1.0/modules/content/"'))
    assert feed.entries[0].content == "<p>النص الكامل للخبر هنا</p>"


def test_atom() -> None:
    feed = parse(
        """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>الضفة</title><entry><id>tag:1</id>
        <title type="html">&lt;b&gt;قمة&lt;/b&gt; ثلاثية</title><link rel="enclosure" href="https://news.example/p.jpg"/>
        <link rel="alternate" href="/2/خبر"/><published>2024-05-07T23:10:00+03:00</published>
        <updated>2024-05-09T01:00:00Z</updated><author><name>نزار</name></author></entry></feed>"""
    )
    (entry,) = feed.entries
    assert (entry.url, entry.key) == ("https://news.example/2/%D8%AE%D8%A8%D8%B1", "tag:1")
    assert (entry.title, entry.author, entry.outlet) == ("قمة ثلاثية", "نزار", "الضفة")
    assert entry.published == "2024-05-07T23:10:00+03:00"


def test_rdf_and_old_rss_with_a_document_type() -> None:
    rdf = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x">
      <title>ق</title></channel><item rdf:about="https://news.example/3"><title>خبر</title><link>https://news.example/3</link>
      <dc:date>2011-02-03</dc:date><dc:creator>ك</dc:creator></item></rdf:RDF>"""
    entry = parse(rdf).entries[0]
    assert (entry.url, entry.published, entry.author) == ("https://news.example/3", "2011-02-03", "ك")
    old = """<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://x.example/rss-0.91.dtd">
      <rss version="0.91"><channel><item><title>خبر</title><link>https://news.example/4</link></item></channel></rss>"""
    assert [entry.url for entry in parse(old).entries] == ["https://news.example/4"]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("الثلاثاء 7 مايو 2024 - 10:30 م", "الثلاثاء 7 مايو 2024 - 10:30 م"),
        ("٧ أيار/مايو ٢٠٢٤", "٧ أيار/مايو ٢٠٢٤"),
        ("2024-05-07 22:30:00", "2024-05-07 22:30:00"),
        ("Tue, 07 May 2024 22:30:00 +0300", "2024-05-07T22:30:00+03:00"),
        ("07 May 2024", "07 May 2024"),
        ("غدا", "غدا"),
        ("Tue, 99 May 2024 22:30:00 GMT", "Tue, 99 May 2024 22:30:00 GMT"),
        ("", None),
    ],
)
def test_dates_are_kept_for_the_reader(written: str, kept: str | None) -> None:
    assert to_moment(written) == kept
    assert parse(rss(ITEM.replace("Tue, 07 May 2024 22:30:00 GMT", written))).entries[0].published == kept


def test_the_bytes_decide_the_charset() -> None:
    for charset in ("windows-1256", "iso-8859-6", "utf-8"):
        for declared in ("utf-8", "windows-1256", "us-ascii", "nonsense"):
            text = rss(ITEM * 3, f'<?xml version="1.0" encoding="{declared}"?>')
            assert parse(text.encode(charset), declared).entries[0].title == "وزير النقل العماني يزور دكا"


@pytest.mark.parametrize(
    ("broken", "titles"),
    [
        (rss(ITEM + "<item><title>مصر & تركيا</title><link>/2?a&b</link></item>"), 2),
        (rss(ITEM + "<item><title>ناقص</title><link>/2</link>")[:-16], 2),
        (rss(ITEM) + "زيادة <b>", 1),
        ("\ufeff\n  " + rss(ITEM, ""), 1),
        (rss(ITEM.replace("ملخص", "مل\x08خص\x0b")), 1),
        (rss(ITEM.replace("<title>", "<title>&nbsp;&hellip; &unknown;")), 1),
        (rss(ITEM.replace("<item>", "<ITEM>").replace("</item>", "</ITEM>")), 1),
        (rss("<media:x>" + ITEM), 1),
        (rss(ITEM.replace("<title>", "<title>&#99999999999; &#xD800;&#0; ")), 1),
        (rss(ITEM + "<item><title>&#x627;&#1576;</title><link>/3</link></item>"), 2),
        (rss(ITEM + "<item><enclosure/>" + "<link rel='x'>" * 3 + "</item>"), 1),
        ("<!-- تعليق --><!-- آخر -->" + rss(ITEM, ""), 1),
    ],
)
def test_broken_feeds_give_what_can_be_read(broken: str, titles: int) -> None:
    entries = parse(broken).entries
    assert len(entries) == titles
    assert "وزير النقل العماني يزور دكا" in str(entries[0].title)


def test_entries_without_address_are_counted_and_one_address_is_one_entry() -> None:
    same = ITEM.replace("utm_source=rss", "utm_medium=x").replace("n-1", "n-2")
    feed = parse(rss(ITEM + "<item><title>بلا عنوان</title></item>" + same))
    assert (len(feed.entries), feed.lost) == (1, 1)


def test_entities_of_a_feed_are_not_known() -> None:
    laughs = "".join(f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9))
    item = "<item><title>x &j; &file; y</title><link>https://news.example/1</link></item>"
    for inner in (laughs, '<!ENTITY file SYSTEM "file:///etc/hostname">', '<!ENTITY j "]>"><!ENTITY file "zzz">'):
        head = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "zzzz">{inner}]>'
        started = time.monotonic()
        feed = parse_feed(rss(item, head).encode(), BASE) or Feed()
        for entry in feed.entries:
            assert "zzz" not in str(entry.title)
            assert len(str(entry.title)) < 40
        assert time.monotonic() - started < 1


@pytest.mark.parametrize(
    "text", ["", "<html><body>خبر</body></html>", "نص", "{}", "<p>rss</p>", "<!DOCTYPE html><rss>"[:15]]
)
def test_what_is_no_feed(text: str) -> None:
    assert parse_feed(text.encode(), BASE) is None


def test_a_feed_without_entries_is_a_feed() -> None:
    assert parse(rss("")) == Feed()


def test_news_sitemap() -> None:
    feed = parse(
        """<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://news.example/a?x=1&y=2</loc>
        <lastmod>2024-05-09</lastmod><news:news><news:publication><news:name>الميناء</news:name><news:language>ar
        </news:language></news:publication><news:publication_date>2024-05-07T10:00:00+03:00</news:publication_date>
        <news:title><![CDATA[اجتماع & اتفاق]]></news:title></news:news><image:image><image:loc>https://news.example/i.jpg
        </image:loc><image:title>صورة</image:title></image:image></url><url><loc> https://news.example/b </loc></url>
        <url><loc>https://news.example/cut"""
    )
    assert feed.entries == (
        Entry(
            url="https://news.example/a?x=1&y=2",
            key="https://news.example/a?x=1&y=2",
            title="اجتماع & اتفاق",
            published="2024-05-07T10:00:00+03:00",
            outlet="الميناء",
        ),
        Entry(url="https://news.example/b", key="https://news.example/b"),
    )


def test_articles_of_a_sitemap_stand_as_they_changed() -> None:
    blocks = ((1, "2024-05-01"), (2, "2024-05-03T10:00Z"), (3, ""), (4, "2024-05-02"))
    text = "".join(f"<url><loc>/{number}</loc><lastmod>{day}</lastmod></url>" for number, day in blocks)
    assert [entry.url[-1] for entry in parse(f"<urlset>{text}</urlset>").entries] == ["2", "4", "1", "3"]


def test_an_index_of_sitemaps_lists_those_changed_last_first() -> None:
    feed = parse(
        """<sitemapindex><sitemap><loc>/old.xml</loc><lastmod>2020-01-01</lastmod></sitemap>
        <sitemap><loc>/new.xml</loc><lastmod>2024-01-01</lastmod></sitemap></sitemapindex>"""
    )
    assert feed == Feed(sitemaps=("https://news.example/new.xml", "https://news.example/old.xml"))


def test_whatever_is_broken_nothing_is_raised() -> None:
    chance = random.Random(7)
    whole = rss(ITEM * 4).encode()
    odd = (b"<", b">", b"&", b"<![CDATA[", b"]]>", b"<!DOCTYPE", b"&#x0;", b"&#99999999;", b"<link>http://[x</link>")
    for _ in range(60):
        broken = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            place = chance.randrange(len(broken))
            end = place + chance.choice((0, 1, 30))
            broken[place:end] = chance.choice(odd)
        parse_feed(bytes(broken), BASE)


def test_long_and_hostile_input_takes_no_long_time() -> None:
    started = time.monotonic()
    for text in (
        "<!--" * 30_000,
        "<!---->" * 500 + "<x>",
        "<urlset><url>" + "<loc><![CDATA[" * 9_000,
        "<rss " + "<!doctype [" * 9_000,
        "<urlset>" + "<url>" * 20_000,
        "<rss>" + "<item><title>" * 3_000,
    ):
        parse_feed(text.encode(), BASE)
    assert time.monotonic() - started < 5
