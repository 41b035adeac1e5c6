"""Groups from ties: strongest first, only what fits, the same for every order."""

from hypothesis import given
from hypothesis import strategies as st

from marsad.resolve.clusters import find_clusters, find_component

_MEMBERS = tuple("abcdefg")
_TIES = {("a", "b"): 0.9, ("b", "c"): 0.8, ("a", "c"): 0.7, ("c", "d"): 0.6, ("e", "f"): 0.6}


def _fit(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    return not {"a", "d"} <= {*ours, *theirs}


@given(st.permutations(_MEMBERS), st.permutations(list(_TIES.items())))
def test_any_order_gives_the_same_groups(members: list[str], ties: list[tuple[tuple[str, str], float]]) -> None:
    assert find_clusters(members, dict(ties), _fit) == (("a", "b", "c"), ("d",), ("e", "f"), ("g",))


def test_one_weak_tie_does_not_chain_two_groups() -> None:
    ours, theirs = [f"a{n}" for n in range(5)], [f"b{n}" for n in range(5)]
    within = {(x, y): 0.9 for group in (ours, theirs) for x in group for y in group if x < y}
    assert len(find_clusters([*ours, *theirs], {**within, ("a0", "b0"): 0.6}, lambda *_: True)) == 2
    assert len(find_clusters([*ours, *theirs], {**within, ("a0", "b0"): 1.0}, lambda *_: True)) == 1


def test_ties_to_who_is_not_there_are_left_out() -> None:
    assert find_clusters(["a"], {("a", "b"): 0.9}, lambda *_: True) == (("a",),)


def test_a_component_is_what_ties_lead_to() -> None:
    tied = {"a": ("b",), "b": ("a", "c"), "c": ("b",), "d": ()}
    assert find_component(["a"], lambda edge: (x for one in edge for x in tied[one])) == ("a", "b", "c")
