"""Plain scraped text: the layouts of dumps, each line with its label; the text stays as it is."""

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.clean import clean
from marsad.lexicon.load import load_lexicon
from marsad.model import Article, BlockKind, Page, PageKind

LEXICON = load_lexicon()

FIRST = "بحث وزير النقل الأردني مع نظيره العراقي في عمّان تشغيل خط جديد للشحن البري بين البلدين الجارين."
SECOND = "وقال الوزير إن الخط سيخدم آلاف الشاحنات كل شهر، وإن التجارب الأولى تبدأ بعد عيد الفطر مباشرة."
THIRD = "وأضاف أن الجانبين اتفقا على تخفيض الرسوم المفروضة على البضائع العابرة بين الميناء والحدود."


def read(text: str, **given: Any) -> Article:
    return clean(Page("x", "x.txt", PageKind.TEXT, text.encode(), **given), LEXICON)


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, article.text[block.start : block.end]) for block in article.blocks]


def labels(text: str) -> dict[str, str]:
    return {words: kind for kind, words in kinds(read(text))}


def test_headline_furniture_slug_caption_and_paragraphs_are_told_apart() -> None:
    caption = "جانب من اجتماع اللجنة المشتركة في عمّان - 4 أبريل 2019 - رويترز"
    text = "\n".join(
        [
            'الأردن والعراق يطلقان خطا بريا جديدا "خلال أسابيع"',
            "",
            "3 دقائق للقراءة",
            caption,
            caption,
            "عمّان - بترا",
            "",
            FIRST,
            '"رسوم أقل"',
            SECOND,
            THIRD,
            "اقرأ أيضا:",
            "افتتاح معرض الكتاب في بغداد",
            "تصنيفات",
        ]
    )
    article = read(text)
    assert [kind for kind, _ in kinds(article)] == [
        "title",
        "reading_time",
        "caption",
        "duplicate",
        "dateline",
        "body",
        "heading",
        "body",
        "body",
        "related",
        "related",
        "tags",
    ]
    assert (article.agencies, article.dateline, article.byline) == (("بترا",), "عمّان", None)
    assert article.title is not None
    assert article.title.of(text) == text.split("\n")[0]


def test_dump_in_one_line_is_cut_at_wide_gaps() -> None:
    gap = " " * 16
    title = "اتفاق أردني عراقي على خط للشحن البري"
    text = gap.join(
        [
            f"شبكة المرفأ - أخبار - {title}",
            'content="وصف قصير" />',
            "الرئيسية",
            "العالم",
            "رياضة",
            "آخر تحديث: الأحد, 7 أبريل/ نيسان, 2019, 09:30 GMT",
            title,
            FIRST,
            "ضمانات",
            SECOND,
            THIRD,
        ]
    )
    article = read(text)
    found = kinds(article)
    assert found[0] == ("navigation", f"شبكة المرفأ - أخبار - {title}")
    assert ("title", title) in found
    assert ("heading", "ضمانات") in found
    assert [words for kind, words in found if kind == "body"] == [FIRST, SECOND, THIRD]
    assert article.date_clues == ()


def test_a_sentence_that_a_gap_cuts_in_two_stays_one_block() -> None:
    text = f"اتفاق على خط بري\n{FIRST[:60]}          {FIRST[60:]}"
    assert kinds(read(text))[1] == ("body", text.split("\n")[1])


def test_one_line_and_one_sentence_are_body_without_headline() -> None:
    for text in (FIRST, "زار الوفد المدينة", "وصل الرئيس إلى تونس\n"):
        article = read(text)
        assert article.title is None
        assert [kind for kind, _ in kinds(article)] == ["body"]


def test_a_first_paragraph_that_ends_in_a_full_stop_is_no_headline() -> None:
    article = read(f"{FIRST}\n{SECOND}\n{THIRD}")
    assert article.title is None
    assert {kind for kind, _ in kinds(article)} == {"body"}


def test_a_question_above_the_story_is_its_headline() -> None:
    title = "هل ينجح خط الشحن الجديد في إنعاش التجارة بين الأردن والعراق هذا العام؟"
    article = read(f"{title}\n\n{FIRST}\n{SECOND}")
    assert kinds(article)[0] == ("title", title)


def test_links_inside_the_story_end_where_a_paragraph_follows() -> None:
    links = ["اقرأ أيضا", "أمطار على السواحل الغربية", "نتائج مباريات الأحد"]
    found = labels("\n".join(["اتفاق على خط بري جديد", FIRST, *links, SECOND, THIRD]))
    assert [found[line] for line in links] == ["related"] * 3
    assert found[SECOND] == found[THIRD] == "body"


def test_what_follows_the_story_is_furniture_to_the_end() -> None:
    tail = [
        "المصدر: وكالات",
        "شارك الخبر: فيسبوك تويتر واتساب",
        "اترك تعليقا",
        "لن ينشر بريدك مع التعليق.",
        "جميع الحقوق محفوظة © المرفأ نيوز 2019",
    ]
    article = read("\n".join(["اتفاق على خط بري جديد", FIRST, SECOND, *tail]))
    assert [kind for kind, _ in kinds(article)][-5:] == ["byline", "share", "comments", "comments", "footer"]
    assert article.agencies == ("وكالات",)


HEADLINES = (
    "محافظ البصرة يفتتح محطة جديدة لتحلية المياه",
    "الأرصاد تتوقع أمطارا غزيرة على المرتفعات الغربية",
    "انطلاق معرض الكتاب في العاصمة بمشاركة واسعة",
    "جامعة الموصل تستأنف الدراسة في كلياتها كافة",
)
TEASERS = (
    "ناقش المجلس البلدي في جلسته الأسبوعية خطة لتعبيد شوارع الحي الشمالي وزيادة عدد حاويات النفايات.",
    "أعلنت الشركة نتائجها الفصلية وقالت إن أرباحها ارتفعت بنسبة عشرة في المئة على أساس سنوي.",
)
STORY = ("الأردن والعراق يطلقان خطا جديدا للشحن البري بين البلدين", FIRST, SECOND, THIRD)


def bodies(*lines: str) -> list[str]:
    return [words for kind, words in kinds(read("\n".join(lines))) if kind == "body"]


def test_teasers_below_the_story_are_none_of_it() -> None:
    pairs = list(zip(HEADLINES, TEASERS, strict=False))
    opened = ("اقرأ أيضا", *(line for pair in pairs for line in pair))
    dated = tuple(line for headline, teaser in pairs for line in (headline, teaser, "12 أيار 2019"))
    for tail in (opened, dated):
        assert bodies(*STORY, *tail) == [FIRST, SECOND, THIRD]


def test_sections_of_a_story_are_no_teasers() -> None:
    assert bodies(STORY[0], FIRST, "رسوم أقل على البضائع العابرة", SECOND, "تجارب تبدأ بعد العيد", THIRD) == [
        FIRST,
        SECOND,
        THIRD,
    ]


def test_a_box_that_says_where_it_ends_is_furniture_whatever_it_holds() -> None:
    box = ("تخطى البودكاست وواصل القراءة", "البودكاست", TEASERS[0], "البودكاست نهاية")
    assert bodies(STORY[0], FIRST, *box, SECOND, THIRD) == [FIRST, SECOND, THIRD]


def test_the_headline_among_many_is_the_one_the_text_takes_up() -> None:
    article = read("\n".join((*HEADLINES, *STORY)))
    assert article.title is not None
    assert article.title.of(article.text) == STORY[0]


def test_a_ticker_is_not_the_beginning_of_the_story() -> None:
    assert bodies(" | ".join(HEADLINES) + ".", *STORY) == [FIRST, SECOND, THIRD]


def test_long_comments_do_not_resume_a_story_that_was_told() -> None:
    story = [f"{line} ({number})." for number in range(3) for line in (FIRST, SECOND, THIRD)]
    comments = [f"{TEASERS[0]} {TEASERS[1]} {number}." for number in range(12)]
    assert bodies(STORY[0], *story, "التعليقات (12)", *comments) == story


def test_bare_dates_are_site_dates_and_those_below_the_headline_are_clues() -> None:
    text = "\n".join(
        ["السبت 6 يناير 2018", "اتفاق على خط بري جديد", "نشر في: الأحد 7 أبريل 2019 - 09:30", FIRST, SECOND]
    )
    article = read(text)
    assert [kind for kind, _ in kinds(article)][:3] == ["site_date", "title", "site_date"]
    assert [(clue.source, clue.value) for clue in article.date_clues] == [
        ("text", "نشر في: الأحد 7 أبريل 2019 - 09:30")
    ]


def test_what_is_given_comes_first() -> None:
    article = read(f"{FIRST}\n{SECOND}", published="2019-04-07", outlet="المرفأ")
    assert (article.outlet, article.date_clues[0].value, article.date_clues[0].source) == (
        "المرفأ",
        "2019-04-07",
        "given",
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (FIRST, "ar"),
        ("The ministers met on Sunday and agreed to open the road again.", "other"),
        (
            "رئیس جمهور گفت که این دیدار برای گسترش همکاری‌های اقتصادی میان دو کشور انجام می‌شود و پیگیری خواهد شد",
            "other",
        ),
        ("1234 --- 5678", None),
    ],
)
def test_language_is_told_by_letters(text: str, language: str | None) -> None:
    assert read(text).language == language


def test_a_file_in_windows_1256_is_read() -> None:
    page = Page("x", "x.txt", PageKind.TEXT, f"{FIRST}\r\n{SECOND}".encode("windows-1256"))
    assert clean(page, LEXICON).text == f"{FIRST}\r\n{SECOND}"


def test_one_broken_byte_costs_one_letter() -> None:
    content = f"{FIRST}\n{SECOND}".encode()
    broken = content[:40] + b"\xff" + content[40:]
    assert clean(Page("x", "x.txt", PageKind.TEXT, broken), LEXICON).text.count("�") <= 3


LINES = st.sampled_from(
    [
        FIRST,
        SECOND,
        "اتفاق على خط بري جديد",
        "فيسبوك",
        "اترك تعليقا",
        "7 أبريل 2019",
        "عمّان - بترا",
        "",
        "   ",
        "|",
        "A+ A-",
        "ـ ـ",
    ]
)


@given(st.one_of(st.text(), st.lists(LINES, max_size=12).map("\n".join), st.lists(LINES, max_size=8).map("     ".join)))
def test_any_text_gives_sorted_blocks_inside_an_unaltered_text(text: str) -> None:
    encoded = text.encode("utf-8", "surrogatepass")
    article = clean(Page("x", "x.txt", PageKind.TEXT, encoded), LEXICON)
    with contextlib.suppress(UnicodeDecodeError):
        assert article.text == encoded.decode().removeprefix("\ufeff")
    reach = 0
    for block in article.blocks:
        assert reach <= block.start < block.end <= len(article.text)
        assert not article.text[block.start].isspace()
        assert not article.text[block.end - 1].isspace()
        reach = block.end
    if article.title is not None:
        assert any(
            (b.start, b.end, b.kind) == (article.title.start, article.title.end, BlockKind.TITLE)
            for b in article.blocks
        )
