"""All copies together: mixed texts and independent sources."""

from marsad.model import Span
from marsad.model.copies import Copy, CopyKind, Direction, Shared
from marsad.resolve.sources import find_kinds, group_sources


def copied(source: str, copy: str, start: int, end: int, kind: CopyKind = CopyKind.EXCERPT) -> Copy:
    """A pair that shares the same place in both texts."""
    shared = (Shared(Span(start, end), Span(start, end)),)
    return Copy(source, copy, kind, 0.5, shared, (), 0.5, Direction.EARLIER)


def test_a_text_of_two_sources_is_mixed() -> None:
    found = find_kinds((copied("b", "m", 100, 200), copied("a", "m", 0, 90)))
    assert [(pair.source, pair.kind) for pair in found] == [("a", CopyKind.MIXED), ("b", CopyKind.MIXED)]


def test_two_prints_of_one_source_do_not_mix() -> None:
    pairs = (copied("a", "m", 0, 90), copied("b", "m", 100, 200), copied("a", "b", 0, 300))
    assert {pair.kind for pair in find_kinds(pairs)} == {CopyKind.EXCERPT}


def test_one_passage_from_two_texts_does_not_mix() -> None:
    assert {pair.kind for pair in find_kinds((copied("a", "m", 0, 90), copied("b", "m", 10, 95)))} == {CopyKind.EXCERPT}


def test_a_whole_copy_has_one_source() -> None:
    pairs = (copied("a", "m", 0, 200, CopyKind.NEAR), copied("b", "m", 300, 400))
    assert [pair.kind for pair in find_kinds(pairs)] == [CopyKind.NEAR, CopyKind.EXCERPT]


def test_witnesses_inside_shared_passages_are_one_source() -> None:
    pairs = (copied("a", "b", 0, 100), copied("b", "c", 0, 100))
    witnesses = [(article, Span(10, 20)) for article in "dcba"]
    assert group_sources(witnesses, pairs) == (("a", "b", "c"), ("d",))


def test_a_witness_beside_the_shared_passage_is_a_source_of_its_own() -> None:
    witnesses = [("a", Span(10, 20)), ("b", Span(150, 160))]
    assert group_sources(witnesses, (copied("a", "b", 0, 100),)) == (("a",), ("b",))
