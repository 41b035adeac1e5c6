"""Copies: which articles repeat which, and what is only alike. Every article is our own."""

from collections.abc import Callable

import pytest

from marsad.lexicon.load import load_lexicon
from marsad.model import Page, PageKind, Reading
from marsad.model.copies import ChangeKind, Copy, CopyKind, Direction
from marsad.pipeline import read_page
from marsad.resolve.copies import compare

TITLE = "وزيرا الطاقة الأردني والعراقي يتفقان على موعد الربط الكهربائي"
LEAD = "اتفق وزير الطاقة الأردني مع نظيره العراقي {day} في عمان على تشغيل أول خط للربط الكهربائي بين البلدين."
COST = "وتبلغ كلفة المشروع {cost} مليون دولار، ويمتد الخط مسافة 330 كيلومترا عبر الصحراء."
SAID = 'وقال الوزير الأردني إن "الخط يفتح بابا واسعا أمام تبادل الطاقة في المنطقة كلها"، وإن العمل يسير وفق الخطة.'
REST = (
    "وتأمل بغداد أن يخفف المشروع انقطاع التيار في محافظة الأنبار خلال أشهر الصيف، وأن يقلل اعتمادها على الغاز المستورد."
)
BACKGROUND = (
    "ويستورد العراق ثلث حاجته من الكهرباء منذ سنوات، وتتكرر في مدنه الجنوبية احتجاجات على تردي الخدمات كل صيف.\n"
    "وتعاني شبكات النقل هناك من ضياع كبير في الطاقة بسبب قدمها وتجاوزات السكان عليها، كما تقول وزارة الكهرباء."
)
OTHER = "بحث رئيس البرلمان العراقي في بغداد مع وفد أوروبي زائر مشروع قانون الانتخابات المحلية ومطالب الأحزاب الصغيرة."
MORE = "وطالب نواب مستقلون بخفض سن الترشح وبتقسيم المحافظات الكبيرة إلى دوائر عدة، وهو ما ترفضه كتل نافذة."


def tell(*lines: str, title: str = TITLE, day: str = "الأحد", cost: int = 140) -> str:
    return "\n\n".join((title, *lines)).replace("{day}", day).replace("{cost}", str(cost))


WIRE = tell(LEAD, COST, SAID, REST)

Maker = Callable[..., Reading]


@pytest.fixture(scope="module")
def make() -> Maker:
    lexicon = load_lexicon()

    def read(id: str, text: str, outlet: str | None = "الغد", published: str = "2023-05-07") -> Reading:
        return read_page(Page(id, id, PageKind.TEXT, text.encode(), None, outlet, published), lexicon)

    return read


def find(a: Reading, b: Reading) -> Copy | None:
    """The copy, the same in either order."""
    lexicon = load_lexicon()
    found = compare(a, b, lexicon)
    assert found == compare(b, a, lexicon)
    return found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (WIRE, CopyKind.EXACT),
        (WIRE.replace("إن ", "ان ").replace("ة", "ه"), CopyKind.EXACT),
        (WIRE.replace("وتأمل بغداد", "وترجو بغداد"), CopyKind.NEAR),
        (tell(LEAD, COST), CopyKind.TRUNCATED),
        (tell(OTHER, LEAD, COST, MORE, title="حصاد اليوم"), CopyKind.EXCERPT),
        (tell(LEAD, REST, MORE, COST, title="تفاهم أردني عراقي على الكهرباء"), CopyKind.EDITED),
    ],
)
def test_reprints_are_found(make: Maker, text: str, kind: CopyKind) -> None:
    found = find(make("wire", WIRE), make("copy", text, "الرأي", "2023-05-08"))
    assert found is not None
    assert (found.source, found.copy, found.kind) == ("wire", "copy", kind)
    assert found.direction is Direction.EARLIER
    assert 0 < found.containment <= 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(tell(OTHER, MORE, BACKGROUND, title="قانون الانتخابات يعود إلى البرلمان"), id="background"),
        pytest.param(tell(LEAD, COST, title=TITLE, day="الثلاثاء", cost=90), id="other day and figure"),
        pytest.param(
            tell(
                "استضافت عمان مؤتمرا إقليميا للكهرباء حضره خبراء من سبع دول وممثلون لشركات التوليد والنقل.",
                'ومما قيل في المؤتمر إن "الخط يفتح بابا واسعا أمام تبادل الطاقة في المنطقة كلها".',
                title="مؤتمر للكهرباء في عمان",
            ),
            id="quotation",
        ),
        pytest.param(tell(OTHER, MORE, title="قانون الانتخابات"), id="another text"),
        pytest.param("", id="no words"),
    ],
)
def test_what_is_only_alike_is_no_copy(make: Maker, text: str) -> None:
    source = make("wire", f"{WIRE}\n\n{BACKGROUND}")
    other = make("copy", text or "خبر", "الرأي", "2023-05-16")
    assert find(source, other) is None


@pytest.mark.parametrize(("outlet", "is_copy"), [("الرأي", True), ("الغد", False)])
def test_a_long_passage_is_copied_by_another_outlet_and_background_of_the_same(
    make: Maker, outlet: str, is_copy: bool
) -> None:
    source = make("wire", f"{WIRE}\n\n{BACKGROUND}")
    other = make("copy", tell(OTHER, MORE, BACKGROUND, title="قانون الانتخابات"), outlet, "2023-05-09")
    assert (find(source, other) is not None) is is_copy


def test_issues_of_a_bulletin_are_no_copies(make: Maker) -> None:
    form = (
        "بلغ سعر صرف الدولار أمام الدينار في تعاملات {day} نحو {0} دينار للشراء و{1} دينار للبيع في مصارف بغداد.\n\n"
        "وسجل سعر الغرام من الذهب عيار واحد وعشرين {2} ألف دينار في أسواق الجملة، بحسب جمعية الصاغة في العاصمة."
    )
    first, second = (
        form.replace("{day}", day).replace("{0}", a).replace("{1}", b).replace("{2}", c)
        for day, a, b, c in (("الأحد", "1460", "1470", "410"), ("الاثنين", "1475", "1485", "415"))
    )
    assert find(make("a", tell(first, title="الأسعار")), make("b", tell(second, title="الأسعار"))) is None


def test_one_form_with_another_name_is_no_copy(make: Maker) -> None:
    form = (
        "بعث العاهل الأردني الملك عبد الله الثاني برقية تهنئة إلى رئيس {0} {1} بمناسبة العيد الوطني لبلاده.\n\n"
        "وتمنى الملك في البرقية للرئيس موفور الصحة ولشعب {0} الصديق مزيدا من الرفعة والازدهار في قابل الأيام."
    )
    first, second = (
        tell(form.replace("{0}", country).replace("{1}", name), title=f"الملك يهنئ رئيس {country}")
        for country, name in (("كينيا", "وليام روتو"), ("تونس", "قيس سعيد"))
    )
    assert find(make("a", first), make("b", second)) is None


def test_the_source_is_the_one_credited(make: Maker) -> None:
    credited = WIRE.replace("بين البلدين.", "بين البلدين، بحسب وكالة رويترز.", 1)
    found = find(make("later", WIRE, "رويترز", "2023-05-08"), make("copy", credited, "الرأي", "2023-05-07"))
    assert found is not None
    assert (found.source, found.direction) == ("later", Direction.CREDITED)


def test_without_days_and_credits_the_longer_text_is_the_source(make: Maker) -> None:
    found = find(make("z", WIRE, None), make("a", tell(LEAD, COST), None))
    assert found is not None
    assert (found.source, found.direction) == ("z", Direction.LONGER)


def test_what_a_copy_changed_is_told(make: Maker) -> None:
    text = (
        WIRE.replace("140", "170")
        .replace("الأنبار", "نينوى")
        .replace("أشهر الصيف", "أشهر الصيف الطويلة")
        .replace("بين البلدين.", "بين البلدين، بحسب صحيفة الغد.", 1)
        + f"\n\n{MORE}"
    )
    wire, copy = make("wire", WIRE), make("copy", text, "الرأي", "2023-05-08")
    found = find(wire, copy)
    assert found is not None
    told = {
        (change.kind, change.source and change.source.of(wire.text), change.copy and change.copy.of(copy.text))
        for change in found.changes
    }
    assert any(kind is ChangeKind.NUMBER and old and "140" in old and new and "170" in new for kind, old, new in told)
    assert any(
        kind is ChangeKind.NAME and old and "الأنبار" in old and new and "نينوى" in new for kind, old, new in told
    )
    assert (ChangeKind.ATTRIBUTION, None, "بحسب صحيفة الغد") in told
    assert (ChangeKind.ADDED, None, "الطويلة") in told
    assert (ChangeKind.ADDED, None, MORE.rstrip(".")) in told


def test_shared_passages_hold_the_same_words(make: Maker) -> None:
    wire, copy = make("wire", WIRE), make("copy", tell(OTHER, COST, LEAD, MORE, title="حصاد"), "الرأي", "2023-05-08")
    found = find(wire, copy)
    assert found is not None
    told = [LEAD.replace("{day}", "الأحد"), COST.replace("{cost}", "140")]
    assert [shared.source.of(wire.text) for shared in found.shared] == [sentence.rstrip(".") for sentence in told]
    assert [shared.copy.of(copy.text) for shared in found.shared] == [sentence.rstrip(".") for sentence in told]
