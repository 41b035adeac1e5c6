"""Passages that two sequences of words share, wherever they stand."""

from hypothesis import given
from hypothesis import strategies as st

from marsad.resolve.alignment import Gap, find_passages

A = tuple("abcdefghijklmnopqrstuvwxyz")


def test_equal_texts_are_one_passage() -> None:
    (passage,) = find_passages(A, A)
    assert (passage.a, passage.b, passage.length) == ((0, 26), (0, 26), 26)
    assert tuple(passage.gaps()) == ()


def test_replaced_added_and_left_out_words_are_gaps() -> None:
    b = (*A[:8], "?", *A[9:16], "new", *A[16:20], *A[21:])
    (passage,) = find_passages(A, b)
    assert tuple(passage.gaps()) == (Gap(8, 9, 8, 9), Gap(16, 16, 16, 17), Gap(20, 21, 21, 21))


def test_moved_parts_are_passages_of_their_own() -> None:
    first, second = find_passages(A, (*A[13:], *A[:13]))
    assert (first.a, first.b) == ((0, 13), (13, 26))
    assert (second.a, second.b) == ((13, 26), (0, 13))


def test_a_part_inside_another_text_is_found() -> None:
    (passage,) = find_passages(A[5:15], (*"0123456789", *A[5:15], *"987654"))
    assert (passage.a, passage.b) == ((0, 10), (10, 20))


def test_few_words_in_common_are_no_passage() -> None:
    assert find_passages(A[:6], (*"12", *A[:6], *"34")) == ()


def test_a_refrain_is_part_of_the_runs_around_it() -> None:
    text = ("x", "y", *(word for letter in A[:12] for word in ("for", "the", "day", letter)))
    (passage,) = find_passages(text, ("?", *text))
    assert passage.length == len(text)


def test_one_word_over_and_over_takes_no_time() -> None:
    assert find_passages(("x",) * 20_000, ("x",) * 20_000) == ()


words = st.lists(st.sampled_from("abcdef"), max_size=40).map(tuple)


@given(words, words)
def test_runs_hold_the_same_words_and_no_word_twice(a: tuple[str, ...], b: tuple[str, ...]) -> None:
    runs = [run for passage in find_passages(a, b) for run in passage.runs]
    assert all(a[run.a : run.a + run.length] == b[run.b : run.b + run.length] for run in runs)
    for places in (
        [run.a + step for run in runs for step in range(run.length)],
        [run.b + step for run in runs for step in range(run.length)],
    ):
        assert len(places) == len(set(places))
