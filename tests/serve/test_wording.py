"""Values are worded in both languages."""

import pytest

from marsad.lexicon.labels import Language
from marsad.lexicon.load import Lexicon
from marsad.model import Name
from marsad.model.relation import Dating, When, Who
from marsad.serve.wording import Wording


@pytest.fixture
def english(lexicon: Lexicon) -> Wording:
    return Wording(lexicon, Language.EN)


@pytest.fixture
def arabic(lexicon: Lexicon) -> Wording:
    return Wording(lexicon, Language.AR)


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2024-02-03", "2024-02-03", "3 February 2024"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2024-02-01", "2024-02-28", "1 February 2024 to 28 February 2024"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("2023-03-01", "2023-05-31", "spring 2023"),
        ("2023-12-01", "2024-02-29", "winter 2023"),
        ("2020-01-01", "2029-12-31", "2020–2029"),
        (None, "2024-02-03", "not after 3 February 2024"),
        ("2024-02-03", None, "not before 3 February 2024"),
        (None, None, ""),
    ],
)
def test_periods(earliest: str | None, latest: str | None, words: str, english: Wording) -> None:
    assert english.between(earliest, latest) == words


def test_day_of_the_report_is_worded_as_such(english: Wording, arabic: Wording) -> None:
    when = When(None, "2024-02-03", "2024-02-03", Dating.PUBLISHED)
    assert english.when(when) == "reported 3 February 2024"
    assert arabic.when(when) == "ورد في 3 فبراير 2024"
    assert english.when(When(None, None, None, Dating.UNKNOWN)) == "date unknown"


@pytest.mark.parametrize(
    ("value", "unit", "in_english", "in_arabic"),
    [
        (2e11, "USD", "200 billion US dollars", "200 مليار دولار أمريكي"),
        (25, "%", "25%", "25%"),
        (1500, "count", "1,500", "1,500"),
        (12, "LCU", "12 LCU", "12 LCU"),
    ],
)
def test_amounts(value: float, unit: str, in_english: str, in_arabic: str, english: Wording, arabic: Wording) -> None:
    assert english.amount(value, unit) == in_english
    assert arabic.amount(value, unit) == in_arabic


def test_persons(english: Wording, arabic: Wording) -> None:
    minister = Who(Name("أيمن الصفدي", "Ayman Safadi"), Name("وزير الخارجية", "foreign minister"), "JOR")
    assert english.who(minister) == "Ayman Safadi, foreign minister (Jordan)"
    assert arabic.who(minister) == "أيمن الصفدي، وزير الخارجية (الأردن)"
    assert english.who(Who(Name("الأردن", "Jordan"), None, "JOR")) == "Jordan"
    assert english.who(Who(Name(None, None), None, "JOR")) == "Jordan"
