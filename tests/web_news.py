"""A made-up outlet on a test server: articles of our own, and feeds that list them."""

from html import escape

from loopback import Reply, Site

_STORY = (
    "استقبل وزير الخارجية التونسي محمد علي النفطي اليوم في العاصمة تونس نظيره الإيطالي أنطونيو تاياني، "
    "وبحث الجانبان في الجلسة رقم {} تعزيز التعاون في مجالي الطاقة والهجرة. "
    "وقال النفطي في مؤتمر صحفي إن بلاده حريصة على شراكة متوازنة مع روما. "
    "وأضاف أن الوفدين اتفقا على عقد اجتماع للجنة المشتركة في نوفمبر المقبل، من دون أن يذكر موعدا أدق. "
    "من جانبه شدد تاياني على أن إيطاليا ستدعم مشروع الربط الكهربائي بين البلدين، وعبر عن شكره للحكومة التونسية."
)


def headline(number: int) -> str:
    """Return the headline of an article."""
    return f"تونس وإيطاليا تبحثان التعاون في الجلسة رقم {number}"


def story(number: int) -> str:
    """Return the text of an article."""
    return _STORY.format(number)


def page(number: int) -> str:
    """Return the page of an article."""
    title = headline(number)
    return (
        f"<!doctype html><html lang=ar><head><meta charset=utf-8><title>{title}</title></head><body>"
        f"<article><h1>{title}</h1><p>{story(number)}</p></article></body></html>"
    )


def item(site: Site, number: int, *, title: str | None = None, content: str = "", date: str | None = None) -> str:
    """Return what a feed says of an article."""
    day = date or f"Tue, 0{1 + number % 8} May 2024 10:00:00 +0100"
    return (
        f"<item><title>{escape(title or headline(number))}</title><link>{site.url(f'/a/{number}')}</link>"
        f"<guid>{site.url(f'/a/{number}')}</guid><pubDate>{day}</pubDate>"
        f"<description><![CDATA[{content}]]></description></item>"
    )


def feed(*items: str) -> Reply:
    """Return a feed of these items."""
    text = (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>مرفأ الأخبار</title>{"".join(items)}</channel></rss>'
    )
    return Reply(text.encode(), 200, {"Content-Type": "application/rss+xml"})


def publish(site: Site, *numbers: int, at: str = "/feed") -> None:
    """Put articles on the site, and a feed that lists them."""
    site.pages |= {f"/a/{number}": page(number) for number in numbers}
    site.pages[at] = feed(*(item(site, number) for number in numbers))
