"""Quantities: a table of figures in sentences, what is none, context, the lexicon's examples, and properties."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_aloud import read_table, read_times, to_sentence, unmark

from marsad.lexicon.load import load_lexicon
from marsad.model import Quantity
from marsad.read.quantities import find_quantities

LEXICON = load_lexicon()


def _find(text: str) -> tuple[Quantity, ...]:
    doc = to_sentence(text)
    return find_quantities(doc, read_times(doc, LEXICON, "2021-06-15"), LEXICON)


@pytest.mark.parametrize("row", list(read_table("quantities.tsv")), ids=lambda row: row["sentence"])
def test_figure_is_read(row: dict[str, str]) -> None:
    sentence, marked = unmark(row["sentence"])
    found = {sentence[q.start : q.end]: q for q in _find(sentence)}
    assert marked in found, list(found)
    quantity = found[marked]
    got = (quantity.value, quantity.unit, quantity.status.value, quantity.comparison.value)
    assert got == (float(row["value"]), row["unit"], row["status"], row["comparison"])


@pytest.mark.parametrize(
    "sentence",
    [
        "صادق المجلس على القرار 1701 بالإجماع",
        "أقلعت المقاتلة سو-57 من القاعدة",
        "قناة روسيا 24 بثت المقابلة",
        "تأهل الفريق إلى نصف النهائي",
        "فاز الفريق 3-1 على ضيفه",
        "وقع الاتفاق في 14 مايو 2015",
        "استمرت المحادثات ثلاث ساعات",
        "قمة الدول العشرين في روما",
        "المؤتمر العالمي الـ39 للطاقة",
        "اللقاء الأول بين الزعيمين",
        "عقدت قوى 14 آذار اجتماعا",
        "تحدث أحد القادة إلى الصحافة",
        "في النصف الأول من العام الجاري",
    ],
)
def test_no_quantity_is_found(sentence: str) -> None:
    assert [(sentence[q.start : q.end], q.unit) for q in _find(sentence)] == []


def test_context_is_read() -> None:
    (growth,) = _find("ارتفع حجم التبادل التجاري بين البلدين بنسبة 25% في عام 2020")
    assert (growth.measure, growth.period) == ("حجم التبادل التجاري", "2020")
    (share,) = _find("نقلت البلاد 70% من اليورانيوم المخصب إلى الخارج")
    assert share.measure == "اليورانيوم المخصب إلى"
    (deal,) = _find("بلغت قيمة الصفقة 3 مليارات دولار")
    assert deal.measure == "قيمة الصفقة"
    (stock,) = _find("ارتفعت أسهم الشركة بنسبة 4%")
    assert stock.measure == "أسهم الشركة"
    (soldiers,) = _find("نشر الحلف 300 جندي")
    assert (soldiers.measure, soldiers.period) == ("جندي", None)


def test_change_is_told_from_level() -> None:
    assert [q.rule for q in _find("ارتفعت الصادرات بنسبة 12% إلى 40 مليار دولار")] == [
        "quantity/share/change",
        "quantity/money",
    ]
    assert [q.rule for q in _find("تراجع الإنتاج من 5 ملايين برميل إلى 3 ملايين برميل")] == ["quantity/unit"] * 2
    assert [q.rule for q in _find("بزيادة قدرها 3 مليارات دولار")] == ["quantity/money/change"]
    assert [q.rule for q in _find("زاد المعدل ثلاث نقاط مئوية")] == ["quantity/points/change"]
    assert [q.rule for q in _find("بلغ النمو 3%")] == ["quantity/share"]


def test_shared_currency_takes_the_state_named_elsewhere() -> None:
    first, second = _find("بلغت القيمة 5 ملايين ريال قطري ثم أضيف إليها 3 ملايين ريال لاحقا")
    assert (first.unit, second.unit) == ("QAR", "QAR")
    assert [q.unit for q in _find("بلغت القيمة 5 ملايين ريال")] == ["XXX"]
    assert [q.unit for q in _find("أقر البرلمان المصري صرف 5 ملايين جنيه")] == ["EGP"]


def test_lexicon_examples_hold_a_quantity() -> None:
    for section in LEXICON.units.__struct_fields__:
        for words in getattr(LEXICON.units, section):
            for example in words.examples:
                assert _find(example), example
            for counter in words.counters:
                assert not _find(counter), counter


_PIECES = st.sampled_from(
    (
        "200 مليار دولار ريال قطري % في المئة ثلثي أصوات المرتبة الثانية والرابعة من حيث أكبر مصدر العالم جنديين اثنين "
        "ألف ونصف 1.493 $ الـ 10 قواعد أكثر نحو - 3 مرتين كيلومتر مربع"
    ).split()
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES | st.text(max_size=5), max_size=12))
def test_nothing_raises_and_spans_are_sane(pieces: list[str]) -> None:
    text = " ".join(pieces) or "س"
    found = _find(text)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
