"""The publication day: metadata, stamps, captions, bounds from text and offices, refusal where evidence is missing."""

import pytest
from reading_aloud import to_article

from marsad.lexicon.load import load_lexicon
from marsad.model import Article, Basis, BlockKind, DateClue, Entity, EntityKind, Name, Published, Role, Span
from marsad.read.dating import date_article
from marsad.read.dating_clues import parse_clue
from marsad.read.document import to_document
from marsad.read.mentions import Names
from marsad.read.times import find_times

LEXICON = load_lexicon()
NOBODY = Names((), ())
BODY, STAMP, CAPTION, TITLE = BlockKind.BODY, BlockKind.SITE_DATE, BlockKind.CAPTION, BlockKind.TITLE


def _date(article: Article, names: Names = NOBODY) -> Published:
    doc = to_document(article)
    return date_article(doc, names, find_times(doc, LEXICON), LEXICON)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2021-06-15", "2021-06-15"),
        ("2021-06-15T23:30:00+03:00", "2021-06-15"),
        ("2021-06-15T23:30:00Z", "2021-06-15"),
        ("20210615", "2021-06-15"),
        ("Tue, 15 Jun 2021 10:00:00 GMT", "2021-06-15"),
        ("June 15, 2021", "2021-06-15"),
        ("15 يونيو 2021", "2021-06-15"),
        ("الثلاثاء 15 حزيران/يونيو 2021 - 10:20", "2021-06-15"),
        ("١٥/٠٦/٢٠٢١", "2021-06-15"),
        ("منذ ساعتين", None),
        ("0000-00-00", None),
        ("2021-13-40", None),
        ("", None),
    ],
)
def test_clue_is_parsed(value: str, day: str | None) -> None:
    parsed = parse_clue(value, LEXICON)
    assert (parsed.isoformat() if parsed else None) == day


def test_metadata_hold_and_what_was_given_comes_first() -> None:
    clues = (DateClue("2019-01-02", "url"), DateClue("2019-01-01", "json-ld"), DateClue("2020-05-05", "modified"))
    assert _date(to_article((BODY, "نص"), clues=clues)) == Published(value="2019-01-01", basis=Basis.METADATA)
    given = (*clues, DateClue("2018-12-31", "given"))
    assert _date(to_article((BODY, "نص"), clues=given)) == Published(value="2018-12-31", basis=Basis.GIVEN)


def test_of_two_stamps_the_one_that_agrees_with_the_lead_is_chosen() -> None:
    article = to_article((STAMP, "9 مارس 2020"), (STAMP, "6 سبتمبر 2018"), (BODY, "أعلن الوزير، الخميس، إغلاق المعبر"))
    published = _date(article)
    assert (published.value, published.basis) == ("2018-09-06", Basis.BYLINE)
    assert [span.of(article.text) for span in published.evidence] == ["6 سبتمبر 2018", "الخميس"]


def test_labelled_stamp_is_taken_and_a_contradicted_one_only_bounds() -> None:
    stamp = (STAMP, "آخر تحديث: الأحد 4 أغسطس 2013, 11:21 GMT")
    assert _date(to_article(stamp, (BODY, "زار الوفد المدينة"))).value == "2013-08-04"
    contradicted = _date(to_article(stamp, (BODY, "زار الوفد المدينة الأربعاء")))
    assert (contradicted.value, contradicted.latest) == (None, "2013-08-04")


def test_label_of_publication_stands_against_a_weekday_some_days_back() -> None:
    stamp = (STAMP, "نشر في: 4 أغسطس 2013")
    assert _date(to_article(stamp, (BODY, "زار الوفد المدينة الأربعاء"))).value == "2013-08-04"
    assert _date(to_article(stamp, (BODY, "زار الوفد المدينة اليوم الأربعاء"))).value is None


@pytest.mark.parametrize("stamp", ["9 مارس 2020", "2301 (GMT+04:00) - 07/05/09"])
def test_bare_or_ambiguous_stamp_is_refused(stamp: str) -> None:
    published = _date(to_article((STAMP, stamp), (BODY, "زار الوفد المدينة")))
    assert published.value is None
    assert published.latest is not None


def test_today_with_its_weekday_must_agree() -> None:
    body = (BODY, "وصل الوفد اليوم الاثنين إلى المدينة")
    assert _date(to_article((STAMP, "2 مارس 2020"), body)).value == "2020-03-02"
    assert _date(to_article((STAMP, "3 مارس 2020"), body)).value is None


def test_caption_counts_where_weekday_and_place_agree() -> None:
    caption = (CAPTION, "وزيرا الخارجية في مسقط، 12 أبريل 2025 - رويترز")
    told = _date(to_article(caption, (BODY, "بدأ الجانبان السبت محادثات في مسقط")))
    assert (told.value, told.basis) == ("2025-04-12", Basis.CAPTION)
    elsewhere = _date(to_article(caption, (BODY, "بدأ الجانبان السبت محادثات في روما")))
    assert (elsewhere.value, elsewhere.earliest) == (None, "2025-04-12")
    archive = (CAPTION, "أرشيفية من مسقط، 12 أبريل 2025")
    assert _date(to_article(archive, (BODY, "بدأ الجانبان السبت محادثات في مسقط"))).value is None


def test_some_days_after_a_pictured_meeting() -> None:
    article = to_article(
        (CAPTION, "الزعيمان خلال القمة في بالي، 15 نوفمبر 2022"), (BODY, "التقى الزعيمان قبل أيام في بالي")
    )
    published = _date(article)
    assert (published.value, published.earliest, published.latest) == (None, "2022-11-17", "2022-11-22")


def test_latest_past_date_bounds_the_day() -> None:
    article = to_article((BODY, "وقع الرئيسان الاتفاق في 3 مايو 2019، وسيزور الوفد البلاد في عام 2030"))
    assert (_date(article).earliest, _date(article).latest) == ("2019-05-03", None)


def test_offices_bound_the_day() -> None:
    article = to_article((BODY, "استقبل الوزير سكرتير مجلس الأمن الروسي سيرغي شويغو"))
    start = article.text.index("سكرتير")
    span = Span(start, start + len("سكرتير مجلس الأمن الروسي"))
    role = Role(title=Name(ar="سكرتير مجلس الأمن", en="secretary of the Security Council"), country="RUS", span=span)
    person = Entity(
        id="e0",
        kind=EntityKind.PERSON,
        name=Name(ar="سيرغي شويغو", en="Sergei Shoigu"),
        country="RUS",
        code=None,
        wikidata=None,
        roles=(role,),
        rule="made",
    )
    published = _date(article, Names((person,), ()))
    assert (published.value, published.basis) == (None, Basis.OFFICES)
    assert published.earliest is not None
    assert published.earliest.startswith("2024-05")
    assert published.evidence == (span,)


def test_nothing_known_is_nothing_said() -> None:
    assert _date(to_article((TITLE, "عنوان"), (BODY, "قال المتحدث الجمعة إن الاتصالات مستمرة"))) == Published()


def test_yesterday_with_its_date_outweighs_a_weekday_some_days_back() -> None:
    stamp = (STAMP, "الأحد 14 أوت 2022")
    lead = (BODY, "افتتح الوزير الأول، أمس السبت 13 أوت، معرض الكتاب.")
    later = (BODY, "وكان الوزير زار، الأربعاء، ولاية وهران.")
    assert _date(to_article((TITLE, "افتتاح المعرض"), stamp, lead, later)).value == "2022-08-14"
    wrong = (BODY, "افتتح الوزير الأول، أمس السبت 20 أوت، معرض الكتاب.")
    assert _date(to_article((TITLE, "افتتاح المعرض"), stamp, wrong)).value is None


def test_stamp_with_its_weekday_under_the_title_stands_against_a_later_paragraph() -> None:
    later = (BODY, "وعقدت اللجنة، الجمعة، جلسة مغلقة.")
    stamped = to_article((TITLE, "لجنة جديدة"), (STAMP, "الثلاثاء 5 يناير 2010"), (BODY, "شكل المجلس لجنة."), later)
    assert _date(stamped).value == "2010-01-05"
    first = to_article((TITLE, "لجنة جديدة"), (STAMP, "الثلاثاء 5 يناير 2010"), later)
    assert _date(first).value is None


def test_picture_of_what_is_told_of_yesterday() -> None:
    caption = (CAPTION, "وزير النقل المصري كامل الوزير ونظيره السوداني في أسوان - 3 مارس 2021 - أ ف ب")
    line = (BlockKind.DATELINE, "أسوان - وكالات")
    lead = (BODY, "غادر وزير النقل السوداني، الخميس، مصر بعد محادثات مع نظيره المصري كامل الوزير.")
    told = (BODY, "وقال الوزير في مؤتمر صحافي، أمس الأربعاء، إن الربط بدأ.")
    published = _date(to_article((TITLE, "وزير النقل يغادر"), caption, line, lead, told))
    assert (published.value, published.basis) == ("2021-03-04", Basis.CAPTION)
    elsewhere = (BlockKind.DATELINE, "جدة - وكالات")
    assert _date(to_article((TITLE, "وزير النقل يغادر"), caption, elsewhere, lead, told)).value is None


@pytest.mark.parametrize(
    ("day", "published"),
    [
        ("اليوم الأحد، 12 مايو/أيار 2024،", "2024-05-12"),
        ("أمس الأحد (12 مايو 2024)", "2024-05-13"),
        ("الأحد 12 مايو 2024", None),  # it may have come out later
        ("أمس الاثنين (12 مايو 2024)", None),  # no Monday
    ],
)
def test_day_told_by_its_date_and_from_the_day_of_writing(day: str, published: str | None) -> None:
    text = f"أعلنت وزارة الصحة في العاصمة {day} أن المرضى غادروا المستشفى وأن الوباء انتهى في جميع المناطق"
    assert _date(to_article((BODY, text))).value == published
