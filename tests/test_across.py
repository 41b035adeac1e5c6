"""Articles of our own set beside each other: what is one happening and what is not."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from marsad.lexicon.load import Lexicon
from marsad.model import Page, PageKind
from marsad.model.relation import Relation, State
from marsad.pipeline import read_page
from marsad.record import load_story, relate_pair, resolve
from marsad.store import Store

Told = tuple[str, str, str]

COUNCILS = (
    (
        "2022-10-05",
        "الأفق",
        "مشاورات أمنية هندية فرنسية في باريس\n\n"
        "عقد مستشار الأمن القومي الهندي أجيت دوفال مشاورات مع نظيره الفرنسي في باريس الأربعاء. "
        "وناقش الجانبان مكافحة الإرهاب.",
    ),
    (
        "2022-10-06",
        "النهار",
        "دوفال يبحث في باريس التعاون الأمني\n\n"
        "أجرى مستشار الأمن القومي الهندي أجيت دوفال محادثات في العاصمة الفرنسية أمس الأربعاء مع "
        "مستشار الأمن القومي الفرنسي.",
    ),
    (
        "2023-10-04",
        "الأفق",
        "مشاورات أمنية هندية فرنسية في باريس\n\n"
        "عقد مستشار الأمن القومي الهندي أجيت دوفال مشاورات مع نظيره الفرنسي في باريس الأربعاء. "
        "وناقش الجانبان مكافحة الإرهاب.",
    ),
)
CALLS = (
    (
        "2023-07-05",
        "أ",
        "اتصال بين بوتين وأردوغان\n\n"
        "بحث الرئيس الروسي فلاديمير بوتين في اتصال هاتفي الأربعاء مع نظيره التركي رجب طيب أردوغان "
        "اتفاق الحبوب.",
    ),
    (
        "2023-07-20",
        "ب",
        "بوتين وأردوغان يبحثان اتفاق الحبوب هاتفيا\n\n"
        "أجرى الرئيس الروسي فلاديمير بوتين اتصالا هاتفيا الخميس بنظيره التركي رجب طيب أردوغان حول "
        "اتفاق الحبوب.",
    ),
    (
        "2023-07-20",
        "ج",
        "بوتين يهاتف أردوغان\n\nبحث الرئيس الروسي بوتين هاتفيا اليوم الخميس مع الرئيس التركي أردوغان أزمة الحبوب.",
    ),
)
ANNOUNCED = (
    (
        "2024-02-01",
        "الخبر",
        "زيارة مرتقبة لأردوغان\n\n"
        "أعلنت الرئاسة التركية الخميس أن الرئيس رجب طيب أردوغان سيزور القاهرة في 14 فبراير للقاء "
        "نظيره المصري عبد الفتاح السيسي.",
    ),
    (
        "2024-02-14",
        "الشروق",
        "السيسي يستقبل أردوغان في القاهرة\n\n"
        "استقبل الرئيس المصري عبد الفتاح السيسي الأربعاء نظيره التركي رجب طيب أردوغان في أول "
        "زيارة له إلى مصر منذ 12 عاما.",
    ),
)
CANCELLED = (
    (
        "2023-04-20",
        "الخبر",
        "تبون في باريس الشهر المقبل\n\n"
        "يزور الرئيس الجزائري عبد المجيد تبون فرنسا في مايو المقبل بدعوة من نظيره إيمانويل "
        "ماكرون، وفق الرئاسة الجزائرية.",
    ),
    (
        "2023-05-10",
        "النهار",
        "الجزائر: إلغاء زيارة تبون إلى فرنسا\n\n"
        "ألغى الرئيس الجزائري عبد المجيد تبون زيارته إلى فرنسا التي كانت مقررة هذا الشهر، بحسب "
        "مصدر في الرئاسة.",
    ),
)
LEVELS = (
    (
        "2023-08-18",
        "أ",
        "لقاء ولي العهد السعودي ووزير الخارجية الإيراني\n\n"
        "التقى ولي العهد السعودي الأمير محمد بن سلمان الجمعة وزير الخارجية الإيراني حسين أمير عبد "
        "اللهيان في جدة.",
    ),
    (
        "2023-08-18",
        "ب",
        "محادثات سعودية إيرانية\n\n"
        "عقد وزير الخارجية السعودي فيصل بن فرحان الجمعة جلسة محادثات مع نظيره الإيراني حسين أمير "
        "عبد اللهيان في الرياض.",
    ),
)


def _relate(told: tuple[Told, ...], a: str, b: str, lexicon: Lexicon) -> tuple[Relation, list[list[str]]]:
    with TemporaryDirectory() as folder, Store(Path(folder) / "across.db") as store:
        for number, (day, outlet, text) in enumerate(told):
            page = Page(f"n{number}", f"n{number}", PageKind.TEXT, text.encode(), outlet=outlet, published=day)
            store.add(read_page(page, lexicon))
        resolve(store, lexicon)
        stories = (load_story(store, f"n{number}", lexicon) for number in range(len(told)))
        grouped = [sorted(telling.article for telling in story.articles) for story in stories if story]
        return relate_pair(store, a, b, lexicon), grouped


def _told(relation: Relation) -> list[tuple[str, ...]]:
    """The articles of each meeting, without repeats."""
    return [tuple(sorted({version.article for version in line.witnesses})) for line in relation.meetings]


@pytest.mark.parametrize(
    ("told", "sides", "meetings", "stories"),
    [
        (COUNCILS, ("FRA", "IND"), [("n0", "n1"), ("n2",)], [["n0", "n1"], ["n0", "n1"], ["n2"]]),
        (CALLS, ("RUS", "TUR"), [("n0",), ("n1", "n2")], [["n0"], ["n1", "n2"], ["n1", "n2"]]),
        (LEVELS, ("IRN", "SAU"), [("n0",), ("n1",)], None),
    ],
    ids=["councils a year apart", "calls two weeks apart", "leader and minister on one day"],
)
def test_meetings_alike_stay_apart(
    told: tuple[Told, ...],
    sides: tuple[str, str],
    meetings: list[tuple[str, ...]],
    stories: list[list[str]] | None,
    lexicon: Lexicon,
) -> None:
    relation, grouped = _relate(told, *sides, lexicon)
    assert sorted(set(_told(relation))) == meetings
    assert stories is None or grouped == stories


@pytest.mark.parametrize(
    ("told", "sides", "state"),
    [(ANNOUNCED, ("EGY", "TUR"), State.TOOK_PLACE), (CANCELLED, ("DZA", "FRA"), State.DID_NOT)],
)
def test_a_visit_announced(told: tuple[Told, ...], sides: tuple[str, str], state: State, lexicon: Lexicon) -> None:
    relation, _ = _relate(told, *sides, lexicon)
    visits = [line for line in relation.happenings if {v.article for v in line.witnesses} == {"n0", "n1"}]
    assert state in {line.state for line in visits}


SUMMIT = (
    (
        "2025-04-07",
        "أ",
        "السيسي وماكرون يعقدان قمة في القاهرة\n\n"
        "عقد الرئيس المصري عبد الفتاح السيسي ونظيره الفرنسي إيمانويل ماكرون قمة في القاهرة الاثنين. "
        "ووقع البلدان اتفاقا لتطوير مترو القاهرة. وتعهدت فرنسا بتقديم قرض قيمته 300 مليون يورو لمصر. "
        "وأشاد ماكرون بدور مصر في الوساطة.",
    ),
    (
        "2025-04-07",
        "ب",
        "قمة مصرية فرنسية تبحث غزة والاقتصاد\n\n"
        "استقبل السيسي الاثنين في القاهرة الرئيس الفرنسي إيمانويل ماكرون. "
        "وأثنى الرئيس الفرنسي على جهود مصر للوساطة بين الأطراف. وأبرمت مصر وفرنسا اتفاقية لتحديث مترو العاصمة. "
        "ووعدت باريس بمنح القاهرة قرضا بمبلغ 300 مليون يورو.",
    ),
)


def test_what_two_reports_tell_of_one_summit_stays_apart(lexicon: Lexicon) -> None:
    relation, _ = _relate(SUMMIT, "EGY", "FRA", lexicon)
    shared = [line for line in relation.happenings if len({version.article for version in line.witnesses}) == 2]
    assert len(shared) >= 3
    for line in shared:
        assert len({version.type for version in line.witnesses}) == 1


_FORM = "قصف روسي على {0}\n\nقصفت القوات الروسية {1} مدينة {0} الأوكرانية، ما أدى إلى مقتل {2} مدنيين."
_STRIKES = ((4, "الاثنين", "أوديسا", 3), (4, "الاثنين", "خاركيف", 8), (5, "الثلاثاء", "أوديسا", 5))


def test_reports_in_one_form_on_other_cities_or_days_are_other_happenings(lexicon: Lexicon) -> None:
    told = tuple(
        (f"2024-03-{day:02}", f"صحيفة {dead}", _FORM.format(city, weekday, dead))
        for day, weekday, city, dead in _STRIKES
    )
    relation, _ = _relate(told, "RUS", "UKR", lexicon)
    assert all(len({version.article for version in line.witnesses}) == 1 for line in relation.happenings)
