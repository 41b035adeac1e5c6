"""Sentences on disputes, promises and contacts in both languages, and the chart of the score."""

import pytest
from told import Told, tell

from marsad.lexicon.labels import Language
from marsad.lexicon.load import Lexicon
from marsad.model.briefing import Score, ScorePoint, Trend
from marsad.resolve.contradictions import find_disputes
from marsad.resolve.promises import find_promises
from marsad.serve.claims import Claims
from marsad.serve.score_chart import MARGIN, WIDTH, to_score_chart
from marsad.serve.wording import Wording

_TRADE = "بلغ حجم التبادل التجاري بين فيتنام وكمبوديا {} مليارات دولار خلال عام 2021."
_TARGET = "تسعى غانا ونيجيريا إلى رفع التبادل التجاري بينهما إلى 5 مليارات دولار بحلول عام 2022."


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.EN, ("The sources differ on trade (2021): 9 billion US dollars according to", "; 6 billion")),
        (Language.AR, ("تختلف المصادر في", "2021", "9 مليار دولار أمريكي بحسب", "؛ 6 مليار")),
    ],
)
def test_a_dispute_says_what_differs(language: Language, words: tuple[str, ...], lexicon: Lexicon) -> None:
    material = tell(Told("2022-02-01", _TRADE.format(9), "أ"), Told("2022-02-03", _TRADE.format(6), "ب"))
    (dispute,) = find_disputes(material)
    sentence = Claims(Wording(lexicon, language)).dispute(dispute)
    for part in words:
        assert part in sentence


def test_a_promise_says_what_became_of_it(lexicon: Lexicon) -> None:
    later = "بلغ حجم التبادل التجاري بين غانا ونيجيريا 5.2 مليار دولار خلال عام 2022."
    (promise,) = find_promises(tell(Told("2020-01-10", _TARGET), Told("2023-02-01", later, "صحيفة")), "2023-02-01")
    english, arabic = (Claims(Wording(lexicon, language)) for language in (Language.EN, Language.AR))
    assert "trade 5 billion US dollars, by 2022" in english.promise(promise)
    assert english.state(promise) == "Reached: 5.2 billion US dollars (2022), according to صحيفة."
    assert arabic.state(promise).startswith("تحقق: 5.2 مليار دولار أمريكي (2022)، بحسب صحيفة")


def test_chart_of_the_score_mirrors_time() -> None:
    points = tuple(
        ScorePoint(month, mean, mean - 2, mean + 2, ("h",)) for month, mean in (("2022-01", 3.0), ("2023-12", -3.0))
    )
    score = Score(points, 2.0, 0, 0, Trend.UNKNOWN, None, None)
    plain, mirrored = (to_score_chart(score, is_mirrored=mirrored) for mirrored in (False, True))
    assert plain is not None
    assert mirrored is not None
    assert plain.dots[0].y < plain.middle < plain.dots[1].y
    assert MARGIN < plain.dots[0].x < plain.dots[1].x < WIDTH - MARGIN
    assert [round(one.x + other.x) for one, other in zip(plain.dots, mirrored.dots, strict=True)] == [WIDTH, WIDTH]
    assert to_score_chart(Score((), 2.0, 0, 0, Trend.UNKNOWN, None, None), is_mirrored=False) is None
