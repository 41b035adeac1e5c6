"""Times: a table of expressions in sentences, a corpus of what is no time, the lexicon's examples, and properties."""

import itertools
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reading_aloud import read_table, read_times, to_sentence, unmark

from marsad.lexicon.calendar import Term
from marsad.lexicon.load import load_lexicon
from marsad.model import Published
from marsad.read.times import find_times
from marsad.read.times_resolving import resolve_times

LEXICON = load_lexicon()
DEFAULT_DAY = "2021-06-15"
ROWS = list(read_table("times.tsv"))


def _bare(text: str) -> str:
    return text.lstrip("و").strip("\u064b")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["sentence"])
def test_expression_has_its_value(row: dict[str, str]) -> None:
    sentence, marked = unmark(row["sentence"])
    doc = to_sentence(sentence)
    day = {"": DEFAULT_DAY, "-": None}.get(row["day"], row["day"])
    found = {doc.text[t.start : t.end]: t for t in read_times(doc, LEXICON, day)}
    matching = [time for text, time in found.items() if _bare(text) == _bare(marked)]
    assert matching, f"found {list(found)}"
    time = matching[0]
    value = None if row["value"] == "-" else row["value"]
    assert (time.type.value, time.value, time.mod or "") == (row["type"], value, row["mod"])


@pytest.mark.parametrize("row", list(read_table("no_times.tsv")), ids=lambda row: row["sentence"])
def test_no_time_is_found(row: dict[str, str]) -> None:
    doc = to_sentence(row["sentence"])
    assert [doc.text[t.start : t.end] for t in read_times(doc, LEXICON, DEFAULT_DAY)] == []


@pytest.mark.parametrize(
    "term", LEXICON.calendar, ids=lambda term: f"{term.kind}-{term.code}{term.number}-{term.ar[0]}"
)
def test_lexicon_examples_and_counters(term: Term) -> None:
    for shown in term.examples:
        assert find_times(to_sentence(shown), LEXICON), shown
    for counter in term.counters:
        assert not find_times(to_sentence(counter), LEXICON), counter


def test_bounds_that_agree_give_a_value() -> None:
    doc = to_sentence("قال الناطق الأحد إن بلاده تراجعت هذا العام")
    expressions = find_times(doc, LEXICON)
    week = Published(earliest="2019-05-13", latest="2019-05-18")
    assert [t.value for t in resolve_times(expressions, week, doc)] == ["2019-05-12", "2019"]
    year = Published(earliest="2019-01-01", latest="2019-12-31")
    assert [t.value for t in resolve_times(expressions, year, doc)] == [None, "2019"]


def test_what_points_back_is_anchored() -> None:
    doc = to_sentence("أعلنت الحرب في مارس 2015، ومنذ ذلك الحين نزح كثيرون")
    told, back = resolve_times(find_times(doc, LEXICON), Published(), doc)
    assert (told.value, back.value, back.anchor) == ("2015-03", "2015-03", told.id)


_PIECES = st.sampled_from(
    (
        "يوم الجمعة الماضي قبل نحو ثلاث سنوات 14 / مايو 2015 من العام نهاية مطلع الساعة 10 : 30 مساء أمس الاثنين ( ) ، "
        "و كل عامين عدة أيام الربع الأول هذا الأسبوع محرم 1437هـ غد بعد الخامس والعشرين أيلول/سبتمبر شهر رمضان "
        "القرن الـ 21 99999 0 الف"
    ).split()
)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(_PIECES | st.text(max_size=6), max_size=14),
    st.dates(date(1990, 1, 1), date(2099, 12, 31)).map(str) | st.none(),
)
@example(["²/2013"], None)
@example(["²/2"], "2024-05-01")
@example(["الساعة", "²:30"], "2024-05-01")
def test_nothing_raises_and_spans_are_sane(pieces: list[str], day: str | None) -> None:
    doc = to_sentence(" ".join(pieces) or "س")
    times = read_times(doc, LEXICON, day)
    for time in times:
        assert 0 <= time.start < time.end <= len(doc.text)
        assert doc.text[time.start : time.end].strip() == doc.text[time.start : time.end]
    assert all(a.end <= b.start for a, b in itertools.pairwise(times))
    assert [time.id for time in times] == [f"t{n}" for n in range(len(times))]
