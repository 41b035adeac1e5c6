"""Shapes that Arabic words do not have."""

import pytest

from marsad.lang.fold import fold
from marsad.lang.foreign import is_foreign_shape


@pytest.mark.parametrize("word", ["سيسكو", "كوميتو", "أوكرانرغو", "ماليما", "زامبادا", "فيزيلييه", "رامبل", "ستينسون"])
def test_foreign(word: str) -> None:
    assert is_foreign_shape(fold(word))


@pytest.mark.parametrize(
    "word",
    ["مدير", "طيران", "استثمار", "مقاولات", "تجارية", "قابضة", "مسؤولون", "ضيفا", "اتصالا", "أبحاث", "بوتن", "ييل"],
)
def test_arabic_or_too_short_to_tell(word: str) -> None:
    assert not is_foreign_shape(fold(word))
