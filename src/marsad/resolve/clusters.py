"""Clusters: members that belong together by their ties, the same for every order in which they came."""

from collections.abc import Callable, Iterable, Mapping, Sequence

Ties = Mapping[tuple[str, str], float]
Fits = Callable[[tuple[str, ...], tuple[str, ...]], bool]

# Of all pairs between two clusters so many must be tied: one tie does not chain two stories into one.
_LEAST_TIED = 0.15


def find_clusters(members: Iterable[str], ties: Ties, fits: Fits) -> tuple[tuple[str, ...], ...]:
    """Return the members in clusters, each sorted, sorted by their first.

    `ties` holds the score of each tied pair (in sorted order). The strongest tie is followed first; it joins two
    clusters where `fits` and enough of the pairs between them are tied. A tie of score 1 is a person's decision and
    joins all that fits. Ties to who is no member are left out (an article that is being replaced).
    """
    clusters: dict[str, tuple[str, ...]] = {member: (member,) for member in sorted(members)}
    near: dict[str, set[str]] = {member: set() for member in clusters}
    known = {tie: score for tie, score in ties.items() if near.keys() >= {*tie}}
    for one, other in known:
        near[one].add(other)
        near[other].add(one)
    for (one, other), score in sorted(known.items(), key=lambda tie: (-tie[1], tie[0])):
        ours, theirs = clusters[one], clusters[other]
        if ours is theirs or not (score == 1.0 or _is_tied(ours, theirs, near)) or not fits(ours, theirs):
            continue
        joined = tuple(sorted((*ours, *theirs)))
        for member in joined:
            clusters[member] = joined
    return tuple(sorted(set(clusters.values())))


def find_component(starts: Iterable[str], neighbours: Callable[[Sequence[str]], Iterable[str]]) -> tuple[str, ...]:
    """Return all members that ties lead to from `starts`, sorted. `neighbours` gives those tied to any of some."""
    found = set(starts)
    edge = sorted(found)
    while edge:
        edge = sorted(set(neighbours(edge)) - found)
        found.update(edge)
    return tuple(sorted(found))


def _is_tied(ours: tuple[str, ...], theirs: tuple[str, ...], near: Mapping[str, set[str]]) -> bool:
    small, large = sorted((ours, theirs), key=len)
    others = set(large)
    count = sum(len(near[member] & others) for member in small)
    return count >= _LEAST_TIED * len(small) * len(large)
