"""Imprecise dates become pairs of days, and nothing is invented."""

import pytest

from marsad.model import Published
from marsad.model.relation import Dating, When
from marsad.resolve.intervals import is_within, parse_interval, to_when


@pytest.mark.parametrize(
    ("value", "interval"),
    [
        ("2022-12-30", ("2022-12-30", "2022-12-30")),
        ("2022-12-30T14:05", ("2022-12-30", "2022-12-30")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024", ("2024-01-01", "2024-12-31")),
        ("202X", ("2020-01-01", "2029-12-31")),
        ("199", ("1990-01-01", "1999-12-31")),
        ("20", ("2000-01-01", "2099-12-31")),
        ("2022-W38", ("2022-09-19", "2022-09-25")),
        ("2022-W38-WE", ("2022-09-24", "2022-09-25")),
        ("2023-SP", ("2023-03-01", "2023-05-31")),
        ("2023-WI", ("2023-12-01", "2024-02-29")),
        ("2023-Q4", ("2023-10-01", "2023-12-31")),
        ("2023-H1", ("2023-01-01", "2023-06-30")),
    ],
)
def test_date_values(value: str, interval: tuple[str, str]) -> None:
    assert parse_interval(value) == interval


@pytest.mark.parametrize(
    "value", [None, "", "PAST_REF", "P2D", "2022-13", "2022-02-30", "2022-W60", "XXXX-12-30", "0000"]
)
def test_what_is_no_date_gives_none(value: str | None) -> None:
    assert parse_interval(value) is None


def test_stated_date_wins_over_publication() -> None:
    assert to_when("2024-02", Published(value="2024-03-01")).dating is Dating.STATED


def test_publication_stands_in_only_with_a_flag() -> None:
    assert to_when(None, Published(value="2024-03-01")) == When(None, "2024-03-01", "2024-03-01", Dating.PUBLISHED)
    assert to_when("PAST_REF", Published(latest="2024-03-01")) == When(None, None, "2024-03-01", Dating.PUBLISHED)
    assert to_when(None, Published()) == When(None, None, None, Dating.UNKNOWN)


def test_open_bounds_may_lie_within() -> None:
    year = When("2024", "2024-01-01", "2024-12-31", Dating.STATED)
    assert is_within(year, "2024-06-01", "2024-06-30")
    assert not is_within(year, "2025-01-01", None)
    assert not is_within(year, None, "2023-12-31")
    assert is_within(When(None, None, None, Dating.UNKNOWN), "2025-01-01", "2025-01-02")
    assert is_within(When(None, None, "2024-03-01", Dating.PUBLISHED), None, "2020-01-01")
