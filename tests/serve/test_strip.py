"""The strip above a timeline."""

from made_readings import KNOWN_DAY, NEXT_DAY, make_reading
from recorded import relate

from marsad.serve.strip import MARGIN, WIDTH, to_strip

TIMELINE = relate(
    (make_reading("a", "صحيفة", KNOWN_DAY), make_reading("b", "صحيفة", NEXT_DAY)), "JOR", "IRQ"
).happenings


def test_mirrored_strip_runs_to_the_left() -> None:
    plain, mirrored = to_strip(TIMELINE, is_mirrored=False), to_strip(TIMELINE, is_mirrored=True)
    assert plain is not None
    assert mirrored is not None
    assert [tick.x for tick in plain.ticks] == [MARGIN, WIDTH - MARGIN]
    for one, other in zip(plain.stems, mirrored.stems, strict=True):
        assert round(one.x + other.x) == WIDTH


def test_cooperation_stands_above_the_axis() -> None:
    strip = to_strip(TIMELINE, is_mirrored=False)
    assert strip is not None
    assert all(stem.y < strip.middle for stem in strip.stems)


def test_nothing_dated_gives_no_strip() -> None:
    assert to_strip((), is_mirrored=False) is None
