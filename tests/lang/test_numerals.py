"""Number words: a table of phrases, what is no number, and properties."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.lang.numerals import may_start_number, parse_digits, parse_number
from marsad.lang.tokens import find_tokens

_TABLE = (Path(__file__).parent / "data" / "numbers.tsv").read_text("utf-8").splitlines()
_ROWS = [line.split("\t") for line in _TABLE if line and not line.startswith("#")][1:]


def _to_norms(phrase: str) -> tuple[str, ...]:
    return tuple(token.norm for token in find_tokens(phrase))


@pytest.mark.parametrize(("value", "kind", "words", "phrase"), _ROWS, ids=lambda cell: cell)
def test_number_is_read(value: str, kind: str, words: str, phrase: str) -> None:
    number = parse_number(_to_norms(phrase), 0)
    assert number is not None
    assert (number.value, number.kind, number.last) == (float(value) if value else None, kind, int(words))


@pytest.mark.parametrize("phrase", ["الحكومة", "عشية القمة", "3.3.2015", "وزير", "الحادي", "سبب", "خميس", ""])
def test_other_words_are_none(phrase: str) -> None:
    assert parse_number(_to_norms(phrase), 0) is None


def test_two_thirds_in_every_case() -> None:
    for phrase in ("ثلثا النواب", "ثلثي النواب", "الثلثين", "الثلثان"):
        number = parse_number(_to_norms(phrase), 0)
        assert number is not None
        assert number.value == pytest.approx(2 / 3)


@given(st.integers(0, 10**12))
def test_digits_are_read_back(value: int) -> None:
    assert parse_digits(str(value)) == value
    assert parse_digits(f"{value:,}") == value


_WORDS = st.sampled_from(
    (
        "واحد ثلاثة وثلاثة عشر عشرة عشرين وعشرين مئة ومئتين ألف آلاف ألفا مليون مليوني ونصف نصف ثلث أرباع الثاني "
        "والعشرين مئات الـ 21 1,5 3.4.5 000 و الملايين مليارات"
    ).split()
)


@given(st.lists(_WORDS | st.text(max_size=5), max_size=8))
def test_nothing_raises(words: list[str]) -> None:
    norms = _to_norms(" ".join(words))
    for at in range(len(norms)):
        number = parse_number(norms, at)
        assert number is None or (number.first == at < number.last <= len(norms) and may_start_number(norms[at]))
