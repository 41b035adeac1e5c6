"""Arabic is told from other languages by letters."""

import pytest

from marsad.lang.script import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("اجتمع الوزيران في القاهرة", "ar"),
        ("أعلنت شركة Boeing عن طائرة 737 MAX في معرض دبي للطيران", "ar"),
        ("Les ministres se sont réunis à Alger", "other"),
        ("وزیر خارجہ نے کہا کہ دونوں ممالک کے درمیان تعلقات میں بہتری آئی ہے اور مزید بہتر ہوں گے", "other"),
        ("رئیس‌جمهور گفت که گفتگوها ادامه پیدا می‌کند و پیشرفت‌هایی داشته است چون", "other"),
        ("2024 - 12", None),
        ("", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert detect_language(text) == language
