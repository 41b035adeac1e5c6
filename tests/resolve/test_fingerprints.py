"""Fingerprints: texts that share a passage share keys."""

from hypothesis import given
from hypothesis import strategies as st
from made_readings import BOUNDS, make_reading
from msgspec.structs import replace

from marsad.model import Block, BlockKind, Published, Reading
from marsad.resolve.fingerprints import fingerprint


def make_text(text: str, published: Published = BOUNDS, *, furniture: str = "") -> Reading:
    """A reading of a body and page furniture below it, without any facts."""
    reading = make_reading("a", "الغد", published)
    whole = f"{text}\n{furniture}"
    blocks = (Block(0, len(text), BlockKind.BODY), Block(len(text) + 1, len(whole), BlockKind.RELATED))
    facts = replace(reading.article, title=None)
    return replace(reading, article=facts, text=whole, blocks=blocks, entities=(), mentions=(), times=(), quantities=(),
                   statements=(), events=(), sentences=())  # fmt: skip


WORDS = [f"كلمه{letter}{other}" for letter in "ابتثجحخد" for other in "رزسشصضطظ"]
words = st.lists(st.sampled_from(WORDS), max_size=60)


@given(words, words, st.lists(st.sampled_from(WORDS), min_size=11, max_size=20), words, words)
def test_texts_with_eleven_words_in_a_row_in_common_share_a_key(
    before: list[str], after: list[str], common: list[str], other_before: list[str], other_after: list[str]
) -> None:
    one = fingerprint(make_text(" ".join((*before, *common, *after))))
    other = fingerprint(make_text(" ".join((*other_before, *common, *other_after))))
    assert {*one.keys} & {*other.keys}


def test_spelling_and_furniture_do_not_matter() -> None:
    one = make_text("أعلنت وزارة الخارجية الأردنيّة إيفاد بعثة إلى بغداد في الأسبوع المقبل")
    other = make_text(
        "اعلنت وزاره الخارجيه الاردنيه ايفاد بعثه الي بغداد فى الاسبوع المقبل", furniture="اقرأ أيضا عن الأحوال الجوية"
    )
    assert fingerprint(one).keys == fingerprint(other).keys


def test_figures_stand_for_any_in_the_keys_and_are_kept_apart() -> None:
    one, other = (fingerprint(make_text(f"بلغت صادرات البلاد {value} طنا في الشهر الماضي")) for value in (300, 400))
    assert one.keys == other.keys
    assert len(one.figures) == len(other.figures) == 1
    assert one.figures != other.figures


def test_publication_is_kept_as_bounds() -> None:
    known = fingerprint(make_text("كلمة", Published(value="2023-05-07")))
    assert known.first == known.last == 738647
    bounds = fingerprint(make_text("كلمة", Published(earliest="2023-05-07")))
    assert (bounds.first, bounds.last) == (738647, None)


def test_texts_too_short_have_no_keys() -> None:
    assert fingerprint(make_text("خبر قصير جدا")).keys == ()
    assert fingerprint(make_text("")).words == 0
