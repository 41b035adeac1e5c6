"""How exactly a figure is written, and whether two can both be true."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from told import Told, tell

from marsad.model.measurement import Measurement, Movement, Nature
from marsad.resolve.agreement import may_agree
from marsad.resolve.measurements import find_measurements, find_step


def measure(text: str) -> Measurement:
    material = tell(Told("2023-02-01", text))
    return next(find_measurements(material.articles["a0"], material.lexicon))


@pytest.mark.parametrize(
    ("value", "words", "step"),
    [
        (1.2e9, "1.2 مليار دولار", 1e8),
        (120, "120 جنديا", 1),
        (2e11, "200 مليار دولار", 1e9),
        (12000, "12000 لاجئ", 100),
        (1500, "1500 طن", 1),
        (3e6, "ثلاثة ملايين نازح", 1e6),
        (7, "سبعة قتلى", 1),
    ],
)
def test_place_of_the_last_digit(value: float, words: str, step: float) -> None:
    assert find_step(value, words) == pytest.approx(step)


@pytest.mark.parametrize(
    ("text", "topic", "movement"),
    [
        ("بلغت صادرات تايلاند إلى لاوس 4 مليارات دولار.", "exports", Movement.LEVEL),
        ("ارتفعت صادرات تايلاند إلى لاوس إلى 4 مليارات دولار.", "exports", Movement.LEVEL),
        ("ارتفعت صادرات تايلاند إلى لاوس بمقدار 4 مليارات دولار.", "exports", Movement.RISE),
        ("تراجعت صادرات تايلاند إلى لاوس بنسبة 4 في المئة.", "exports", Movement.FALL),
        ("أصيب 12 شخصا في اشتباك على حدود تايلاند ولاوس.", "wounded", Movement.LEVEL),
        ("أودى الاشتباك بحياة 12 جنديا على حدود تايلاند ولاوس.", "dead", Movement.LEVEL),
    ],
)
def test_what_a_figure_measures(text: str, topic: str, movement: Movement) -> None:
    measured = measure(text)
    assert (measured.topic, measured.movement) == (topic, movement)
    assert measured.parties == ("LAO", "THA")


def test_tolls_grow_and_flows_belong_to_a_period() -> None:
    assert measure("أصيب 12 شخصا في اشتباك على حدود تايلاند ولاوس.").nature is Nature.TOLL
    assert measure("بلغ حجم التبادل التجاري بين تايلاند ولاوس 4 مليارات دولار.").nature is Nature.FLOW


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_agreement_has_no_direction(one: int, other: int) -> None:
    first, second = (replace(_BASE, value=float(value), step=1.0) for value in (one, other))
    assert may_agree(first, second) == may_agree(second, first)
    assert may_agree(first, first)
    assert may_agree(first, second) == (one == other)


_BASE = measure("أصيب 12 شخصا في اشتباك على حدود تايلاند ولاوس.")
