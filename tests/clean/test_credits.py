"""Credit lines and datelines: sources, places and writers read; headings and captions left alone."""

import pytest

from marsad.clean.credits import build_sources
from marsad.clean.phrases import build_phrases
from marsad.clean.pieces import find_pieces
from marsad.lexicon.load import load_lexicon
from marsad.model import BlockKind

LEXICON = load_lexicon()
PHRASES = build_phrases(LEXICON)
SOURCES = build_sources(LEXICON, PHRASES)


@pytest.mark.parametrize(
    ("line", "kind", "agencies", "outlet", "place", "author"),
    [
        ("بغداد - رويترز", BlockKind.DATELINE, ("رويترز",), None, "بغداد", None),
        ("بغداد -رويترز", BlockKind.DATELINE, ("رويترز",), None, "بغداد", None),
        ("الكويت (أ ف ب)", BlockKind.DATELINE, ("أ ف ب",), None, "الكويت", None),
        ("مسقط- المرفأ", BlockKind.DATELINE, (), "المرفأ", "مسقط", None),
        ("المصدر : وكالات", BlockKind.BYLINE, ("وكالات",), None, None, None),
        ("المصدر: المرفأ نت + وكالات", BlockKind.BYLINE, ("وكالات",), "المرفأ نت", None, None),
        ("وكالات", BlockKind.BYLINE, ("وكالات",), None, None, None),
        ("نقلا عن سبوتنيك", BlockKind.BYLINE, ("سبوتنيك",), None, None, None),
        ("بقلم: سعاد المرزوقي", BlockKind.BYLINE, (), None, None, "سعاد المرزوقي"),
        ("المرفأ نت - متابعات", BlockKind.BYLINE, (), "المرفأ نت", None, None),
        ("بيروت - خاص", BlockKind.DATELINE, (), None, "بيروت", None),
        ("أنقرة / فريد أيدين / الأناضول", BlockKind.DATELINE, ("الأناضول",), None, "أنقرة", "فريد أيدين"),
        ("وام / سالم العامري", BlockKind.BYLINE, ("وام",), None, None, "سالم العامري"),
        ("ع.ش/ح.ز (أ ف ب، رويترز)", BlockKind.BYLINE, ("أ ف ب", "رويترز"), None, None, None),
        ("واشنطن، لندن - وكالات", BlockKind.DATELINE, ("وكالات",), None, "واشنطن", None),
    ],
)
def test_credit_lines(
    line: str, kind: BlockKind, agencies: tuple[str, ...], outlet: str | None, place: str | None, author: str | None
) -> None:
    credit = SOURCES.parse_credit(next(find_pieces(line)))
    assert credit is not None
    assert (credit.kind, credit.agencies, credit.outlet, credit.place) == (kind, agencies, outlet, place)
    assert credit.author == author


@pytest.mark.parametrize(
    "line",
    [
        "اتفاق على خط بري جديد",
        "بغداد: اجتماع ثلاثي جديد",
        "ضمانات",
        "7 أبريل 2019",
        "كتب الوزير على حسابه رسالة شكر",
        "لقاء مصري - أردني - عراقي في القاهرة",
        "جانب من اجتماع اللجنة المشتركة في عمّان - رويترز",
    ],
)
def test_other_lines_are_no_credits(line: str) -> None:
    assert SOURCES.parse_credit(next(find_pieces(line))) is None


@pytest.mark.parametrize(
    ("text", "place", "agencies", "outlet"),
    [
        ("بيروت (رويترز) - قال وزير المالية إن الموازنة جاهزة.", "بيروت", ("رويترز",), None),
        ("القاهرة 5 مايو (أ ش أ) -- افتتح الوزير المعرض.", "القاهرة", ("أ ش أ",), None),
        ("بكين 5 مايو 2021 (شينخوا) عقد الوزير مؤتمرا.", "بكين", ("شينخوا",), None),
        ("أبوظبي في 3 نوفمبر / وام / استقبل الوزير ضيوفه.", "أبوظبي", ("وام",), None),
        ("الكويت - 3 - 11 (كونا) -- استقبل الأمير ضيوفه.", "الكويت", ("كونا",), None),
        ("تونس، تونس (CNN) -- أعلنت الحكومة خطتها.", "تونس", (), "CNN"),
        ("ضفاف نيوز – عقد المجلس جلسته.", None, (), "ضفاف نيوز"),
    ],
)
def test_datelines_at_the_start_of_a_story(
    text: str, place: str | None, agencies: tuple[str, ...], outlet: str | None
) -> None:
    credit = SOURCES.parse_dateline(text)
    assert credit is not None
    assert (credit.place, credit.agencies, credit.outlet) == (place, agencies, outlet)


@pytest.mark.parametrize(
    "text",
    [
        "قال وزير المالية - وهو عضو في اللجنة - إن الموازنة جاهزة.",
        "طائرات إف-16 تصل",
        "الاجتماع الثاني - ختام",
        "",
        "- نعم",
    ],
)
def test_a_dash_alone_makes_no_dateline(text: str) -> None:
    assert SOURCES.parse_dateline(text) is None


@pytest.mark.parametrize(
    ("line", "place", "outlet", "author"),
    [
        ("كتبت سلمى الحداد", None, None, "سلمى الحداد"),
        ("بيروت: ندى الأشقر", "بيروت", None, "ندى الأشقر"),
        ("لندن: «المرفأ الجديد»", "لندن", "المرفأ الجديد", None),
    ],
)
def test_signatures_under_a_headline(line: str, place: str | None, outlet: str | None, author: str | None) -> None:
    credit = SOURCES.parse_signature(next(find_pieces(line)))
    assert credit is not None
    assert (credit.place, credit.outlet, credit.author) == (place, outlet, author)


@pytest.mark.parametrize("line", ["لقاء في المطار", "بيروت: انفجار", "الوزير: نعم", "كتب", "بيروت:"])
def test_other_lines_are_no_signatures(line: str) -> None:
    assert SOURCES.parse_signature(next(find_pieces(line))) is None


@pytest.mark.parametrize(
    ("line", "credited"),
    [
        ("وزير النقل خلال زيارته الميناء (بترا)", True),
        ("رئيس اللجنة في مكتبه - 3 مايو 2016 - REUTERS", True),
        ("شاحنات عند المعبر الحدودي - via REUTERS", True),
        ("وصل الوزير إلى عمّان أمس", False),
    ],
)
def test_pictures_end_with_a_credit(line: str, credited: bool) -> None:
    assert SOURCES.is_credited(next(find_pieces(line))) is credited
