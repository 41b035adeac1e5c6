"""What is measured across articles: known groups and pairs give known figures."""

import pytest

from marsad.evaluate.record import measure_clusters


@pytest.mark.parametrize(
    ("got", "precision", "recall"),
    [
        ({"a": "x", "b": "x", "c": "y"}, 1.0, 1.0),
        ({"a": "x", "b": "y", "c": "z"}, 1.0, 2 / 3),
        ({"a": "x", "b": "x", "c": "x"}, 5 / 9, 1.0),
        ({}, 1.0, 2 / 3),
    ],
)
def test_b_cubed(got: dict[str, str], precision: float, recall: float) -> None:
    tally = measure_clusters({"a": "1", "b": "1", "c": "2"}, got)
    assert tally.precision == pytest.approx(precision, abs=0.002)
    assert tally.recall == pytest.approx(recall, abs=0.002)
