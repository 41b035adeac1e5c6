"""Days and sources of pages: what their metadata say wrongly or oddly, as real sites do. All text is our own."""

import pytest

from marsad.clean import clean
from marsad.clean.local_days import to_local
from marsad.lexicon.load import load_lexicon
from marsad.lexicon.seats import find_seat
from marsad.lexicon.zones import find_country_of_domain
from marsad.model import Article, DateClue, Page, PageKind
from marsad.pipeline import read_page

LEXICON = load_lexicon()
TITLE = "لجنة عراقية سورية تبحث فتح معبر جديد بين البلدين"
STORY = (
    "بحثت لجنة عراقية سورية مشتركة في بغداد فتح معبر تجاري جديد بين البلدين في منطقة سنجار.",
    "وقال رئيس الوفد السوري إن بلاده أنجزت دراسات المشروع وتنتظر موافقة الجانب العراقي على موقعه.",
)
TEASER = "مجلس المحافظة يقر موازنة العام الجديد بعد جلسة طويلة"


def page(head: str = "", above: str = "", below: str = "") -> str:
    story = "".join(f"<p>{text}</p>" for text in STORY)
    return (
        f"<html><head><title>{TITLE}</title>{head}</head><body><article><h1>{TITLE}</h1>{above}{story}</article>"
        f"{below}</body></html>"
    )


def meta(name: str, value: str) -> str:
    return f'<meta property="{name}" content="{value}">'


def day_of(html: str, url: str | None = None, **given: str | None) -> str | None:
    made = Page("x", "x.html", PageKind.HTML, html.encode(), url, **given)  # type: ignore[arg-type]
    return read_page(made, LEXICON).article.published.value


@pytest.mark.parametrize(
    "value",
    [
        "الأربعاء، 07 أكتوبر 2020 - 12:09 م",
        "7 تشرين الأول 2020",
        "07-10-2020 الأربعاء",
        "2020/10/07 12:09",
        "20201007T120900Z",
        "Wed, 07 Oct 2020 12:09:00 GMT",
        "October 7, 2020",
    ],
)
def test_published_time_in_any_writing(value: str) -> None:
    assert day_of(page(meta("article:published_time", value))) == "2020-10-07"


def test_a_day_that_is_none_is_passed_over() -> None:
    for value in ("{{date}}", "0000-00-00", "1970-01-01", "now", ""):
        head = meta("article:published_time", value) + meta("pubdate", "2020-10-07")
        assert day_of(page(head)) == "2020-10-07"


def test_a_change_is_no_publication_whichever_comes_first() -> None:
    times = meta("article:modified_time", "2020-09-30"), meta("article:published_time", "2020-10-07")
    assert day_of(page("".join(times))) == "2020-10-07"
    assert day_of(page("".join(reversed(times)))) == "2020-10-07"
    assert day_of(page(times[0])) is None


def test_the_day_when_the_site_was_made_is_no_publication() -> None:
    assert day_of(page(meta("creation_date", "2000-01-01"))) is None
    assert day_of(page(meta("copyright", "2000-2020") + meta("last-modified", "2020-10-08"))) is None


@pytest.mark.parametrize(
    ("value", "url", "day"),
    [
        ("2020-12-24T23:59:50+00:00", "https://www.elbalad.news/1", "2020-12-25"),
        ("2020-12-24T23:59:50Z", "https://paper.example.eg/1", "2020-12-25"),
        ("2020-12-24T23:59:50Z", "https://paper.example.sa/1", "2020-12-25"),
        ("2020-12-24T20:59:50Z", "https://paper.example.sa/1", "2020-12-24"),
        ("2020-12-24T21:30:00Z", "https://paper.example.ma/1", "2020-12-24"),
        ("2020-12-24T22:30:00Z", "https://paper.example.eg/1", "2020-12-25"),
        ("2021-07-24T20:30:00Z", "https://paper.example.sy/1", "2021-07-24"),
        ("2020-12-24T23:59:50+02:00", "https://paper.example.sa/1", "2020-12-24"),
        ("2020-12-24T16:00:00-08:00", "https://paper.example.eg/1", "2020-12-25"),
        ("2020-12-24T23:59:50Z", "https://paper.example.com/1", "2020-12-24"),
        ("2020-12-24T23:59:50", "https://paper.example.eg/1", "2020-12-24"),
        ("2020-12-24", "https://paper.example.eg/1", "2020-12-24"),
        ("Thu, 24 Dec 2020 23:59:50 GMT", "https://paper.example.eg/1", "2020-12-25"),
    ],
)
def test_universal_time_is_read_where_the_outlet_sits(value: str, url: str, day: str) -> None:
    assert day_of(page(meta("article:published_time", value)), url) == day


def test_a_site_that_calls_its_own_time_universal_is_believed_in_what_it_shows() -> None:
    head = meta("article:published_time", "2020-12-24T23:30:00Z")
    stamp = "<div>نشر في: الخميس، 24 ديسمبر 2020 11:30 م</div>"
    assert day_of(page(head, stamp), "https://paper.example.eg/1") == "2020-12-24"
    assert day_of(page(head), "https://paper.example.eg/2020/12/24/a") == "2020-12-24"
    assert day_of(page(head, stamp.replace("الخميس، 24", "الجمعة، 25")), "https://paper.example.eg/1") == "2020-12-25"


def test_seats_are_those_of_listed_outlets_first() -> None:
    assert find_seat(None, "https://arabic.rt.com/x", LEXICON) == "RUS"
    assert find_seat("اليوم السابع", None, LEXICON) == "EGY"
    assert find_seat("المرفأ", "https://marfa.tv/x", LEXICON) is None
    assert find_seat(None, "http://[bad", LEXICON) is None
    assert [find_country_of_domain(name) for name in ("iq", "uk", "com", "tv", "")] == ["IRQ", "GBR", None, None, None]


def test_a_country_of_several_zones_moves_a_moment_only_where_they_agree() -> None:
    def local(value: str) -> str | None:
        return to_local(DateClue(value, "json-ld"), "USA").local

    assert local("2020-12-24T18:00:00Z") == "2020-12-24"
    assert local("2020-12-24T07:00:00Z") is None


def test_days_of_teasers_are_not_the_article_s() -> None:
    teaser = f'<div class="card"><h3><a href="/1">{TEASER}</a></h3><time datetime="2021-03-04">4 آذار 2021</time></div>'
    box = f'<aside class="related">{teaser * 3}</aside>'
    assert day_of(page(meta("pubdate", "2020-10-07"), box, box)) == "2020-10-07"
    assert day_of(page("", "", box)) is None
    card = f'<div><a href="/1">{TEASER}</a><p>{STORY[0][:-1]} أيضا.</p><span>الخميس 4 آذار 2021، 10:30</span></div>'
    inside = page().replace("</article>", f"{card * 3}</article>")
    assert day_of(inside) is None


def test_the_locale_says_nothing_of_the_language() -> None:
    made = Page("x", "x.html", PageKind.HTML, page(meta("og:locale", "en_US")).encode())
    article = clean(made, LEXICON)
    assert (article.language, article.aside) == ("ar", None)


def test_the_visit_only_bounds_the_day() -> None:
    made = Page("x", "x.html", PageKind.HTML, page().encode(), captured="2021-05-06T22:00:00+00:00")
    published = read_page(made, LEXICON).article.published
    assert (published.value, published.latest) == (None, "2021-05-07")
    seated = Page(
        "x", "x", PageKind.HTML, page().encode(), "https://a.example.ma/1", captured="2021-05-06T22:00:00+00:00"
    )
    assert read_page(seated, LEXICON).article.published.latest == "2021-05-06"


def credits_of(line: str) -> Article:
    return clean(Page("x", "x.html", PageKind.HTML, page(above=f"<div>{line}</div>").encode()), LEXICON)


@pytest.mark.parametrize(
    ("line", "agencies", "dateline"),
    [
        ("موسكو -رويترز", ("رويترز",), "موسكو"),
        ("القاهرة - أ ف ب", ("أ ف ب",), "القاهرة"),
        ("عمّان (بترا)", ("بترا",), "عمّان"),
        ("المصدر : وكالات", ("وكالات",), None),
        ("المصدر: رويترز + د ب أ", ("رويترز", "د ب أ"), None),
        ("وكالات", ("وكالات",), None),
        ("بيروت/ الأناضول", ("الأناضول",), "بيروت"),
    ],
)
def test_slugs_credit_agencies(line: str, agencies: tuple[str, ...], dateline: str | None) -> None:
    article = credits_of(line)
    assert (article.agencies, article.dateline) == (agencies, dateline)


def test_slug_of_a_city_and_the_outlet() -> None:
    article = credits_of("دبي- الشرق")
    assert (article.outlet, article.dateline) == ("الشرق", "دبي")
