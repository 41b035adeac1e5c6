"""HTML pages: the story found in several layouts, metadata read, everything else labelled and kept."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.clean import clean
from marsad.lexicon.load import load_lexicon
from marsad.model import Article, BlockKind, Page, PageKind

LEXICON = load_lexicon()

TITLE = "الأردن والعراق يطلقان خطا جديدا للشحن"
FIRST = "بحث وزير النقل الأردني مع نظيره العراقي في عمّان تشغيل خط جديد للشحن البري بين البلدين الجارين."
SECOND = "وقال الوزير إن الخط سيخدم آلاف الشاحنات كل شهر، وإن التجارب الأولى تبدأ بعد عيد الفطر مباشرة."
THIRD = "وأضاف أن الجانبين اتفقا على تخفيض الرسوم المفروضة على البضائع العابرة بين الميناء والحدود."
TEASER = "أعلنت البلدية افتتاح الحديقة الجديدة أمام الزوار صباح الجمعة بعد أعمال صيانة استمرت شهرين."


def read(html: str, **given: Any) -> Article:
    return clean(Page("x", "x.html", PageKind.HTML, html.encode(), **given), LEXICON)


def of_kind(article: Article, kind: str) -> list[str]:
    return [article.text[b.start : b.end] for b in article.blocks if b.kind == kind]


def headline(article: Article) -> str | None:
    return article.title.of(article.text) if article.title else None


SEMANTIC = f"""<!DOCTYPE html><html><head><title>{TITLE} | المرفأ نت</title><meta property="og:title" content="{TITLE}">
<meta property="og:site_name" content="المرفأ نت">
<meta property="article:published_time" content="2019-04-07T09:30:00+03:00">
<script>var x = "{TEASER}";</script></head><body><header><nav><a href="/">الرئيسية</a><a href="/e">اقتصاد</a></nav>
<time datetime="2020-01-01">1 يناير 2020</time></header>
<article><h1>{TITLE}</h1>
<div class="meta"><span class="author">عمّان - بترا</span>
<time datetime="2019-04-07T09:30">7 أبريل 2019</time></div>
<figure><img src="a.jpg"><figcaption>شاحنات عند المعبر (بترا)</figcaption></figure>
<div class="article-body"><p>{FIRST}</p><h2>رسوم أقل</h2><p>{SECOND}</p>
<div class="related-box"><h3>اقرأ أيضا</h3><a href="#">حديقة جديدة</a><p>{TEASER}</p></div><p>{THIRD}</p></div>
<div class="post-tags"><a>نقل</a><a>شحن</a></div></article>
<section id="comments"><h3>التعليقات</h3><p>{TEASER}</p></section><footer>جميع الحقوق محفوظة</footer></body></html>"""

DIVS = f"""<html><head><title>{TITLE} - شبكة المرفأ</title><meta name="pubdate" content="2019-04-07">
</head><body>
<div class="top"><div class="menu"><a>الرئيسية</a><a>أسواق</a></div></div>
<div class="wrap"><div class="head">{TITLE}</div>
<div class="src">مسقط- المرفأ</div><div class="txt"><div>{FIRST}</div><div>{SECOND}</div><div>{THIRD}</div></div>
</div><div class="side"><div><a>حديقة جديدة في المدينة</a></div>
<div><a>نتائج مباريات اليوم</a></div></div></body></html>"""

TABLE = f"""<html><head><title>{TITLE}</title></head><body><table><tr><td><a>الواجهة</a> | <a>الأخيرة</a></td></tr>
<tr><td><a>حديقة جديدة في المدينة</a><br><a>نتائج مباريات اليوم</a></td><td><font size=5>{TITLE}</font>
<br><font>الأحد 7 نيسان 2019</font>
<br><br>{FIRST}<br><br>{SECOND}<br><br>{THIRD}</td></tr></table></body></html>"""


@pytest.mark.parametrize("html", [SEMANTIC, DIVS, TABLE], ids=["semantic", "divs", "table"])
def test_story_and_headline_are_found_in_every_layout(html: str) -> None:
    article = read(html)
    assert headline(article) == TITLE
    assert of_kind(article, "body") == [FIRST, SECOND, THIRD]


def test_semantic_page_is_labelled_whole() -> None:
    article = read(SEMANTIC)
    assert of_kind(article, "heading") == ["رسوم أقل"]
    assert of_kind(article, "caption") == ["شاحنات عند المعبر (بترا)"]
    assert of_kind(article, "comments") == ["التعليقات", TEASER]
    assert of_kind(article, "related") == ["اقرأ أيضا", "حديقة جديدة", TEASER]
    assert of_kind(article, "tags") == ["نقل", "شحن"]
    assert of_kind(article, "footer") == ["جميع الحقوق محفوظة"]
    assert "var x" not in article.text
    assert (article.outlet, article.agencies, article.dateline) == ("المرفأ نت", ("بترا",), "عمّان")


def test_dates_come_in_order_of_trust_without_those_of_the_site() -> None:
    html = SEMANTIC.replace(
        "<script>",
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle",'
        ' "datePublished": "2019-04-07T06:30:00Z", "dateModified": "2021-01-01"}]}</script><script>',
    )
    clues = read(html, published="2019-04-08", url="https://x.example/2019/04/07/a").date_clues
    assert [(c.source, c.value) for c in clues] == [
        ("given", "2019-04-08"),
        ("json-ld", "2019-04-07T06:30:00Z"),
        ("article:published_time", "2019-04-07T09:30:00+03:00"),
        ("url", "2019-04-07"),
        ("time", "2019-04-07T09:30"),
        ("text", "7 أبريل 2019"),
        ("modified", "2021-01-01"),
    ]


def test_json_ld_that_is_no_json_still_gives_its_day() -> None:
    html = DIVS.replace("<meta", '<script type="application/ld+json">{"datePublished": "2019-04-07", }</script><meta')
    assert next((c.source, c.value) for c in read(html).date_clues) == ("json-ld", "2019-04-07")


def test_outlet_by_title_suffix_and_by_domain() -> None:
    assert read(DIVS).outlet == "شبكة المرفأ" or read(DIVS).outlet == "المرفأ"
    assert read(TABLE, url="https://www.aljazeera.net/news/1").outlet is not None


def test_the_company_behind_a_site_is_not_its_name() -> None:
    html = TABLE.replace("<head>", '<head><meta name="publisher" content="شركة قنوات المدينة">')
    assert read(html, url="https://www.youm7.com/1").outlet == "اليوم السابع"
    assert read(html).outlet == "شركة قنوات المدينة"


def test_cards_of_other_articles_are_not_the_story() -> None:
    card = f"<div><h4><a href=1>{TEASER[:40]}</a></h4><p>{TEASER}</p></div>"
    bare = f"<div><a href=1>{TEASER[:40]}</a><p>{TEASER}</p></div>"
    story = f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
    for html in (f"<div>{story}{card * 2}</div>", f"<div>{story}{bare * 2}</div>", f"<div>{card * 3}{story}</div>"):
        article = read(f"<html><head><title>{TITLE}</title></head><body>{html}</body></html>")
        assert of_kind(article, "body") == [FIRST, SECOND, THIRD]


def test_links_between_paragraphs_leave_them_the_story() -> None:
    link = f"<p><a href=1>{TEASER[:40]}</a></p>"
    html = f"<h1>{TITLE}</h1><p>{FIRST}</p>{link}<p>{SECOND}</p>{link}<p>{THIRD}</p>"
    assert of_kind(read(f"<html><body>{html}</body></html>"), "body") == [FIRST, SECOND, THIRD]


def test_a_line_under_the_headline_is_a_caption_under_a_picture_only() -> None:
    line = "الخط يبدأ العمل بعد أسابيع وينقل بضائع البلدين"
    for above, kind in (("", "standfirst"), ("<img src=a.jpg>", "caption")):
        html = f"<html><body><h1>{TITLE}</h1>{above}<p>{line}</p><p>{FIRST}</p><p>{SECOND}</p></body></html>"
        assert of_kind(read(html), kind) == [line]


def test_text_is_verbatim_but_for_collapsed_white_space() -> None:
    words = (
        "قال\u00a0الوزير \u200fإن «الخط» —\u202b سيخدم آلاف\u200cالشاحنات كل شهر وإن التجارب الأولى تبدأ قريبا.\u200f"
    )
    article = read(
        f"<html><body><h1>{TITLE}</h1><p>{words}\n   ثم  انتهى <b>الاجتماع</b>.</p><p>{SECOND}</p></body></html>"
    )
    assert f"{words} ثم انتهى الاجتماع." in article.text


def test_neighbouring_links_do_not_run_together() -> None:
    html = SEMANTIC.replace(
        "<footer>", '<div class="share"><a>فيسبوك</a><a>تويتر</a><span>نسخ الرابط</span></div><footer>'
    )
    assert of_kind(read(html), "share") == ["فيسبوك", "تويتر", "نسخ الرابط"]


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>",
        "<html><head></head></html>",
        "<div>" * 5000 + FIRST,
        "<table><tr><td>",
        f"<article hidden>{FIRST}</article>",
        '<script type="application/ld+json">[[[[</script>',
        f'<meta property="og:title"><a href="http://[bad">{TITLE}</a>',
        "&#xD800; &#0; \x00 x",
    ],
)
def test_odd_pages_never_fail(html: str) -> None:
    article = read(html, url="http://[bad")
    assert all(0 <= b.start < b.end <= len(article.text) for b in article.blocks)


PARTS = st.sampled_from(
    [
        "<div>",
        "</div>",
        "<p>",
        "<br>",
        "<h1>",
        "</h1>",
        '<aside class="related">',
        "<article>",
        "<a href=#>",
        "</a>",
        "<li>",
        "<time datetime=2019>",
        FIRST,
        SECOND,
        TITLE,
        "فيسبوك",
        "7 أبريل 2019",
        "<script>",
        "</script>",
        "&nbsp;",
        "<table><td>",
    ]
)


@given(st.lists(PARTS, max_size=30).map("".join))
def test_any_markup_gives_sorted_blocks(html: str) -> None:
    article = read(html)
    reach = 0
    for block in article.blocks:
        assert reach <= block.start < block.end <= len(article.text)
        reach = block.end
    assert sum(block.kind is BlockKind.TITLE for block in article.blocks) == (article.title is not None)
