"""Alignment: the passages that two sequences of words share, also where they were moved, and the gaps inside them.

Greedy tiling (Wise 1993): the longest common runs are taken first. Runs of `_SURE` words count anywhere, shorter ones
only beside a run already taken. Runs that follow each other in both texts with a small gap between make one passage.
"""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

import msgspec

_SEED = 3
# The names of an office and its holder make a run of six words that any two articles may share; seven are rarer.
_SURE = 7
# Words that may be put in, left out or replaced inside one passage.
_GAP = 12
# Three words found more often in a text are a refrain (lines of a table): runs are not looked for from there.
_MOST_PLACES = 8


class Run(msgspec.Struct, frozen=True, order=True):
    """`length` words from `a` in the one text are those from `b` in the other."""

    a: int
    b: int
    length: int


class Gap(msgspec.Struct, frozen=True):
    """Words between two runs of a passage, as half-open ranges of places in either text; one may be empty."""

    a: int
    a_end: int
    b: int
    b_end: int


class Passage(msgspec.Struct, frozen=True):
    """Runs in the same order in both texts with small gaps between them."""

    runs: tuple[Run, ...]

    @property
    def a(self) -> tuple[int, int]:
        """The half-open range of places in the first text."""
        return self.runs[0].a, self.runs[-1].a + self.runs[-1].length

    @property
    def b(self) -> tuple[int, int]:
        """The half-open range of places in the second text."""
        return self.runs[0].b, self.runs[-1].b + self.runs[-1].length

    @property
    def length(self) -> int:
        """The number of words shared."""
        return sum(run.length for run in self.runs)

    def gaps(self) -> Iterator[Gap]:
        """Yield what stands between the runs."""
        for left, right in zip(self.runs, self.runs[1:], strict=False):
            yield Gap(left.a + left.length, right.a, left.b + left.length, right.b)


def find_passages(a: Sequence[str], b: Sequence[str]) -> tuple[Passage, ...]:
    """Return the passages that two texts share, in the order of the first."""
    taken: list[Run] = []
    free_a, free_b = [True] * len(a), [True] * len(b)
    for run in sorted(_find_runs(a, b), key=lambda run: (-run.length, run.a, run.b)):
        for piece in _find_free(run, free_a, free_b):
            if piece.length >= _SURE or _is_beside(piece, taken):
                insort(taken, piece)
                free_a[piece.a : piece.a + piece.length] = [False] * piece.length
                free_b[piece.b : piece.b + piece.length] = [False] * piece.length
    passages = (Passage(tuple(_refine(runs, a, b))) for runs in _chain(taken))
    return tuple(passage for passage in passages if passage.length >= _SURE)


def _find_runs(a: Sequence[str], b: Sequence[str]) -> Iterator[Run]:
    """Yield the longest common runs of `_SEED` words and more, found by seeds that are no refrain."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for start in range(len(b) - _SEED + 1):
        places[tuple(b[start : start + _SEED])].append(start)
    ends: dict[int, int] = {}
    for i in range(len(a) - _SEED + 1):
        found = places.get(tuple(a[i : i + _SEED]), ())
        for j in found if len(found) <= _MOST_PLACES else ():
            if i >= ends.get(j - i, 0):
                run = _extend(a, b, i, j)
                ends[j - i] = run.a + run.length
                yield run


def _extend(a: Sequence[str], b: Sequence[str], i: int, j: int) -> Run:
    """Return the longest run through the seed at `i` and `j`."""
    start, end = 0, _SEED
    while i + start and j + start and a[i + start - 1] == b[j + start - 1]:
        start -= 1
    while i + end < len(a) and j + end < len(b) and a[i + end] == b[j + end]:
        end += 1
    return Run(i + start, j + start, end - start)


def _find_free(run: Run, free_a: Sequence[bool], free_b: Sequence[bool]) -> Iterator[Run]:
    """Yield the parts of a run, `_SEED` words and more, that no longer run has taken in either text."""
    start = None
    for step in range(run.length + 1):
        if step < run.length and free_a[run.a + step] and free_b[run.b + step]:
            start = step if start is None else start
        elif start is not None:
            if step - start >= _SEED:
                yield Run(run.a + start, run.b + start, step - start)
            start = None


def _is_beside(run: Run, taken: Sequence[Run]) -> bool:
    """Tell whether a run follows or precedes one already taken, at a small distance in both texts."""
    return any(
        (0 <= run.a - other.a - other.length <= _GAP and 0 <= run.b - other.b - other.length <= _GAP)
        or (0 <= other.a - run.a - run.length <= _GAP and 0 <= other.b - run.b - run.length <= _GAP)
        for other in taken
    )


def _chain(runs: Sequence[Run]) -> Iterator[tuple[Run, ...]]:
    """Yield runs grouped into passages; `runs` are sorted by place in the first text."""
    chain: list[Run] = []
    for run in runs:
        if chain and not _follows(chain[-1], run):
            yield tuple(chain)
            chain = []
        chain.append(run)
    if chain:
        yield tuple(chain)


def _follows(left: Run, right: Run) -> bool:
    return right.a - left.a - left.length <= _GAP and 0 <= right.b - left.b - left.length <= _GAP


def _refine(runs: Sequence[Run], a: Sequence[str], b: Sequence[str]) -> Iterator[Run]:
    """Yield the runs of a passage with the single words that its gaps share between them."""
    yield runs[0]
    for left, right in pairwise(runs):
        first, second = left.a + left.length, left.b + left.length
        matcher = SequenceMatcher(None, a[first : right.a], b[second : right.b], autojunk=False)
        for block in matcher.get_matching_blocks():
            if block.size:
                yield Run(first + block.a, second + block.b, block.size)
        yield right
