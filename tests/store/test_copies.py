"""Fingerprints and copies in the store: found by what two articles share, replaced with the article."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_readings import KNOWN_DAY, make_reading

from marsad.model.copies import Copy, CopyKind, Direction, Fingerprint
from marsad.store.copies import find_candidates, find_copies, keep_copies, keep_fingerprint
from marsad.store.db import Store

DAY = 738_000


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "a.db") as store:
        for article in ("a", "b", "c"):
            store.add(make_reading(article, "الغد", KNOWN_DAY))
        yield store


def printed(*keys: int, figures: tuple[int, ...] = (), day: int | None = DAY) -> Fingerprint:
    return Fingerprint(tuple(sorted(keys)), 100, figures, day, day)


def copied(source: str, copy: str) -> Copy:
    return Copy(source, copy, CopyKind.NEAR, 0.9, (), (), 0.9, Direction.EARLIER)


def test_articles_are_found_by_two_common_keys(store: Store) -> None:
    keep_fingerprint(store.connection, "a", printed(1, 2, 3, -4))
    keep_fingerprint(store.connection, "b", printed(3, -4, 9))
    keep_fingerprint(store.connection, "c", printed(3, 10, 11))
    assert find_candidates(store.connection, "a", printed(1, 2, 3, -4)) == ("b",)
    assert find_candidates(store.connection, "b", printed(3, -4, 9)) == ("a",)


def test_a_replaced_fingerprint_is_not_found_any_more(store: Store) -> None:
    keep_fingerprint(store.connection, "a", printed(1, 2, 3))
    store.add(make_reading("a", "الرأي", KNOWN_DAY))
    keep_fingerprint(store.connection, "a", printed(7, 8, 9))
    assert find_candidates(store.connection, "b", printed(1, 2, 3)) == ()
    assert find_candidates(store.connection, "b", printed(7, 8)) == ("a",)


@pytest.mark.parametrize(
    ("days", "keys", "is_found"),
    [(31, (1, 2), True), (32, (1, 2), False), (400, (1, 2, 3, 4), True), (-32, (1, 2), False), (None, (1, 2), True)],
)
def test_after_a_month_only_what_is_nearly_whole_is_found(
    store: Store, days: int | None, keys: tuple[int, ...], is_found: bool
) -> None:
    whole = printed(1, 2, 3, 4, 5)
    later = printed(*keys, 21, 22, 23) if len(keys) == 2 else printed(*keys)
    later = Fingerprint(later.keys, later.words, (), *((None, None) if days is None else (DAY + days, DAY + days)))
    keep_fingerprint(store.connection, "a", whole)
    keep_fingerprint(store.connection, "b", later)
    assert (find_candidates(store.connection, "b", later) == ("a",)) is is_found
    assert (find_candidates(store.connection, "a", whole) == ("b",)) is is_found


def test_issues_of_one_bulletin_are_left_out(store: Store) -> None:
    monday, tuesday = printed(1, 2, 3, 4, figures=(1, 2, 3, 4)), printed(1, 2, 3, 4, figures=(4, 5, 6, 7))
    corrected = printed(1, 2, 3, 4, figures=(1, 2, 3, 9))
    keep_fingerprint(store.connection, "a", monday)
    keep_fingerprint(store.connection, "b", tuesday)
    keep_fingerprint(store.connection, "c", corrected)
    assert find_candidates(store.connection, "a", monday) == ("c",)


def test_pairs_are_replaced_with_those_of_the_article(store: Store) -> None:
    keep_copies(store.connection, "a", (copied("a", "b"), copied("c", "a")))
    keep_copies(store.connection, "b", (copied("b", "c"),))
    assert find_copies(store.connection) == (copied("b", "c"), copied("c", "a"))
    assert find_copies(store.connection, ("a",)) == (copied("c", "a"),)
    assert find_copies(store.connection, ()) == ()


def test_pairs_of_a_replaced_article_are_forgotten(store: Store) -> None:
    keep_copies(store.connection, "a", (copied("a", "b"),))
    store.add(make_reading("b", "الرأي", KNOWN_DAY))
    assert find_copies(store.connection) == ()


def test_an_unknown_article_is_an_error(store: Store) -> None:
    with pytest.raises(LookupError, match="d"):
        keep_fingerprint(store.connection, "d", printed(1))
