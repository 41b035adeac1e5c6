"""The days of events: which of several a deed has, what continues the lead, what has none. The sentences are ours."""

import pytest
from reading_aloud import read_text

from marsad.lexicon.load import Lexicon
from marsad.model import Page, PageKind, Reading
from marsad.pipeline import read_page


def days_of(text: str, kind: str, lexicon: Lexicon) -> list[str | None]:
    """The days of all events of one type."""
    reading = read_text(text, lexicon)
    return [event.date for event in reading.events if event.type.value == kind]


IN_A_SENTENCE = [
    # A relative clause tells the day of the noun before it and of nothing else.
    ("أدان رئيس كينيا أمس الهجوم الذي شنته إثيوبيا على الصومال الأحد.", "ASSAULT", "2024-05-12"),
    ("أدان رئيس كينيا أمس الهجوم الذي شنته إثيوبيا على الصومال الأحد.", "ACCUSE", "2024-05-15"),
    ("انتقدت كينيا بشدة اتفاقا وقعته ناميبيا مع الصين الأحد.", "ACCUSE", None),
    ("انتقدت كينيا بشدة اتفاقا وقعته ناميبيا مع الصين الأحد.", "AGREE", "2024-05-12"),
    # What followed something else is not of its day.
    ("أرسلت غانا مساعدات إلى توغو بعد زلزال 6 فبراير 2023.", "AID", None),
    ("أعلنت كينيا الثلاثاء إرسال مساعدات إلى ناميبيا، وذلك بعد اتصال هاتفي بين رئيسي البلدين.", "AID", "2024-05-14"),
    ("أعلنت كينيا الثلاثاء إرسال مساعدات إلى ناميبيا، وذلك بعد اتصال هاتفي بين رئيسي البلدين.", "CONSULT", None),
    ("التقى رئيس غانا نظيره التوغولي الأحد، منذ بدء الحصار الكيني على الصومال.", "COERCE", None),
    # What others did is told in words, not on the day of the words.
    ("قال رئيس كينيا أمس إن الجيش الإثيوبي قصف قرية في الصومال.", "ASSAULT", None),
    ("قال رئيس كينيا أمس إن الجيش الإثيوبي قصف قرية في الصومال الأحد.", "ASSAULT", "2024-05-12"),
    # A bound is no day, but what عندما takes up is.
    ("قطعت كينيا علاقاتها مع إثيوبيا قبل 2010.", "SANCTION", None),
    ("تدهورت العلاقات منذ يوليو 2022، عندما قطعت كينيا علاقاتها مع إثيوبيا.", "SANCTION", "2022-07"),
    # What lasts two days begins on the first; longer ones have their month.
    ("زار رئيس تايلاند فيتنام في السابع والثامن من مايو.", "CONSULT", "2024-05-07"),
    ("عقدت زامبيا ومالاوي محادثات بين 6 و10 مايو.", "CONSULT", "2024-05"),
    # What a party announces in a noun is of the day of its words, what it says in a clause is not.
    ("أعلنت كينيا الأحد قطع علاقاتها مع غانا.", "SANCTION", "2024-05-12"),
    ("أعلنت كينيا الأحد أنها قطعت علاقاتها مع غانا.", "SANCTION", None),
    # Days counted from what is told; a day right behind the noun is its own, months cannot be counted back.
    ("أعلنت غانا أمس إرسال مساعدات غداة قصف كينيا الصومال.", "ASSAULT", "2024-05-14"),
    ("أعلنت غانا أمس إرسال مساعدات بعد يومين من قصف كينيا الصومال.", "ASSAULT", "2024-05-13"),
    ("بعد أسبوع على قصف كينيا الصومال، أعلنت غانا أمس إرسال مساعدات.", "ASSAULT", "2024-05-08"),
    ("غداة قصف كينيا الصومال الأحد، أعلنت غانا إرسال مساعدات.", "ASSAULT", "2024-05-12"),
    ("أعلنت غانا أمس إرسال مساعدات بعد أشهر من قصف كينيا الصومال.", "ASSAULT", None),
    ("تحدث رئيس غانا أمس عشية زيارة رئيس كينيا إلى الصومال.", "CONSULT", "2024-05-16"),
    # What took place while a meeting lasted was on its day.
    ("وقعت كينيا وغانا أمس اتفاقا في ختام المحادثات بين كينيا وغانا.", "CONSULT", "2024-05-15"),
    ("وقعت كينيا وغانا أمس اتفاقا تناولته المحادثات بين كينيا وغانا.", "CONSULT", None),
    # What somebody praises or blames was done before he did so.
    ("رحبت كينيا أمس بتوقيع غانا وتوغو اتفاقا تجاريا.", "AGREE", None),
    ("هنأ رئيس كينيا أمس نظيره الغاني خلال اتصال هاتفي مع الرئيس الغاني.", "CONSULT", "2024-05-15"),
    # The stamp of the page run into the first sentence is no day that it tells.
    ("16 مايو 2024 اتهمت كينيا السودان أمس بدعم المتمردين.", "ACCUSE", "2024-05-15"),
    ("date 2024-05-16 اتهمت كينيا السودان بدعم المتمردين.", "ACCUSE", None),
    ("في 16 مايو 2024 اتهمت كينيا السودان بدعم المتمردين.", "ACCUSE", "2024-05-16"),
    # A year may be part of a name.
    ("اتهمت كينيا السودان بخرق اتفاقيات جنيف لعام 1949.", "ACCUSE", None),
]


@pytest.mark.parametrize(("text", "kind", "day"), IN_A_SENTENCE)
def test_day_in_a_sentence(text: str, kind: str, day: str | None, lexicon: Lexicon) -> None:
    assert day in days_of(text, kind, lexicon)


LEAD = "التقى وزير خارجية كينيا نظيره الإثيوبي أمس في نيروبي.\n"
AFTER_THE_LEAD = [
    ("وأكد الوزير أن كينيا ترفض سياسة السودان.", "REJECT", "2024-05-15"),
    ("وأضاف أن كينيا تدين هجوم السودان على إثيوبيا.", "ACCUSE", "2024-05-15"),
    ("وأعربت كينيا عن شكرها لإثيوبيا.", "SUPPORT", "2024-05-15"),
    # Standing views, what was over before, and what is told with a time of its own.
    ("وتتهم كينيا السودان بدعم المتمردين.", "ACCUSE", None),
    ("وكانت كينيا قد اتهمت السودان بدعم المتمردين.", "ACCUSE", None),
    ("واتهمت كينيا السودان في وقت سابق بدعم المتمردين.", "ACCUSE", None),
    ("ومنذ عام 2019 اتهمت كينيا السودان بدعم المتمردين.", "ACCUSE", None),
    ("وجاءت الزيارة بعد اتهام كينيا للسودان بدعم المتمردين.", "ACCUSE", None),
    # Another piece of news has its own day.
    ("من جهة أخرى، اتهمت كينيا السودان بدعم المتمردين.", "ACCUSE", None),
    ("من جهة أخرى، وصل وفد إلى الخرطوم الاثنين.\nواتهمت كينيا السودان بدعم المتمردين.", "ACCUSE", "2024-05-13"),
]


@pytest.mark.parametrize(("text", "kind", "day"), AFTER_THE_LEAD)
def test_day_after_the_lead(text: str, kind: str, day: str | None, lexicon: Lexicon) -> None:
    assert days_of(LEAD + text, kind, lexicon) == [day]


def test_lead_without_a_day_has_that_of_the_sentence_after_it(lexicon: Lexicon) -> None:
    text = "انتقد رئيس كينيا سياسة السودان.\nوقال الرئيس في كلمة الأحد إن بلاده لن تتراجع."
    assert days_of(text, "ACCUSE", lexicon) == ["2024-05-12"]


def test_title_has_the_day_of_what_it_tells(lexicon: Lexicon) -> None:
    text = (
        "كينيا تقطع علاقاتها مع السودان\n\nأعلنت كينيا عودة سفيرها أمس.\n\nوكانت كينيا قطعت علاقاتها مع السودان الأحد."
    )
    assert days_of(text, "SANCTION", lexicon)[0] == "2024-05-12"


def test_words_of_two_sides_are_of_the_meeting_told_before_them(lexicon: Lexicon) -> None:
    meeting = "وكان رئيس كينيا قد التقى رئيس إثيوبيا الأحد.\n"
    words = "واتفقت كينيا وإثيوبيا على فتح المعابر.\n"
    lead = "رئيس كينيا يعود\n\nعاد رئيس كينيا أمس إلى نيروبي.\n"
    assert days_of(lead + meeting + words, "AGREE", lexicon) == ["2024-05-12"]
    assert days_of(lead + words + meeting, "AGREE", lexicon) == ["2024-05-15"]


def read_undated(text: str, url: str, lexicon: Lexicon) -> Reading:
    """Read a text of which only the address is known."""
    return read_page(Page("a", "a", PageKind.TEXT, text.encode(), url=url), lexicon)


def test_month_of_the_address_bounds_words_without_a_day(lexicon: Lexicon) -> None:
    reading = read_undated("اتهمت كينيا السودان الخميس بدعم المتمردين.", "https://x.example/a/2023/4/771.htm", lexicon)
    published = reading.article.published
    assert (published.value, published.earliest, published.latest) == (None, "2023-04-01", "2023-04-30")
    assert [event.date for event in reading.events] == ["2023-04"]


def test_day_of_this_month_that_is_told_with_its_year_bounds_the_publication(lexicon: Lexicon) -> None:
    text = "التقى رئيس كينيا نظيره الإثيوبي يوم الأحد 7 مايو 2023.\nوعقد اللقاء في 7 مايو الجاري في نيروبي."
    published = read_undated(text, "https://x.example/771", lexicon).article.published
    assert (published.value, published.earliest, published.latest) == (None, "2023-05-07", "2023-05-31")


def test_figures_behind_the_month_of_an_address_are_no_day(lexicon: Lexicon) -> None:
    months = "https://x.example/a/2023/11/386289.htm", "https://x.example/a/2023/1/38628.htm"
    days = "https://x.example/a/2023/1/3/a.htm", "https://x.example/a/2023/0103/a.htm", "https://x.example/20230103-a"
    read = [read_undated("اتهمت كينيا السودان.", url, lexicon).article.published for url in (*months, *days)]
    assert [(p.value or p.earliest) for p in read] == ["2023-11-01", "2023-01-01", *(["2023-01-03"] * 3)]


def test_sentence_that_harks_back_tells_the_day_of_what_went_before(lexicon: Lexicon) -> None:
    text = "انتقد رئيس كينيا سياسة السودان.\nوقال إن بلاده تريد السلام.\nوأضاف أنها باقية.\n"
    assert days_of(text + "جاء ذلك في مؤتمر صحفي عقده الرئيس الأحد.", "ACCUSE", lexicon) == ["2024-05-12"]
    assert days_of(text + "ويأتي ذلك بعد قمة إفريقية عقدت الأحد.", "ACCUSE", lexicon) == [None]
    assert days_of(text + "وعقد الرئيس الأحد مؤتمرا صحفيا.", "ACCUSE", lexicon) == [None]


def test_lines_without_a_verb_put_off_the_lead(lexicon: Lexicon) -> None:
    menu = "الأخبار العالمية\nمواقيت الصلاة\nعدد اليوم\nكينيا والسودان\n"
    text = menu + "قال رئيس كينيا الأحد إن بلاده ترفض سياسة السودان.\n"
    assert days_of(text + "واتهمت كينيا السودان بدعم المتمردين.", "ACCUSE", lexicon) == ["2024-05-12"]


def test_signing_told_later_dates_the_agreement(lexicon: Lexicon) -> None:
    told = "أكد الوزير أن الاتفاق الذي أبرم أخيرا بين كينيا وأوغندا لن يتغير."
    text = told + "\n\nوتأتي الزيارة بعد التوقيع على الاتفاق في 3 مايو."
    assert days_of(text, "AGREE", lexicon) == ["2024-05-03"]
