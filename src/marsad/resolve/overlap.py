"""What two texts share, weighed: how much, in whose words, with or without the openings, with the same figures."""

from dataclasses import dataclass
from functools import cached_property

from marsad.lexicon.load import Lexicon
from marsad.lexicon.name_key import Grade, are_same_name
from marsad.resolve.alignment import Gap, Passage, find_passages
from marsad.resolve.texts import Fact, Text


@dataclass(frozen=True, eq=False)
class Overlap:
    """The passages that the texts `a` and `b` share."""

    a: Text
    b: Text
    passages: tuple[Passage, ...]
    lexicon: Lexicon

    @cached_property
    def shared(self) -> tuple[frozenset[int], frozenset[int]]:
        """The places of the shared words in either text."""
        runs = [run for passage in self.passages for run in passage.runs]
        return (
            frozenset(run.a + step for run in runs for step in range(run.length)),
            frozenset(run.b + step for run in runs for step in range(run.length)),
        )

    @property
    def coverage(self) -> tuple[float, float]:
        """The part of the words of either text that is shared, 0 to 1."""
        return _part(self.shared[0], len(self.a.tokens)), _part(self.shared[1], len(self.b.tokens))

    @property
    def containment(self) -> float:
        """The part of the shorter text's words that is shared, 0 to 1."""
        return self.coverage[len(self.b.tokens) < len(self.a.tokens)]

    @cached_property
    def plain(self) -> int:
        """The number of shared words that are the writers' own: outside quotation marks, names and offices."""
        return len(self.shared[0] & self.a.plain)

    @property
    def longest_plain(self) -> int:
        """The most of these words in one passage."""
        return max(len({*range(*passage.a)} & self.shared[0] & self.a.plain) for passage in self.passages)

    @property
    def plain_containment(self) -> float:
        """The part of the writer's own words that is shared, in the text that has fewer of them."""
        least = min(len(self.a.plain), len(self.b.plain))
        return min(1.0, self.plain / least) if least else 0.0

    @cached_property
    def openings(self) -> tuple[float, float]:
        """The part of either text's opening that is shared."""
        ours, theirs = self.shared
        return (
            _part(ours & self.a.opening, len(self.a.opening)),
            _part(theirs & self.b.opening, len(self.b.opening)),
        )

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """What differs inside passages."""
        return tuple(gap for passage in self.passages for gap in passage.gaps())

    def find_changed(self, gap: Gap, kind: str) -> tuple[Fact, Fact] | None:
        """Return a `figures` or `names` fact of `a` and what stands for it in `b`, where a gap replaces one."""
        ours = _inside(getattr(self.a, kind), gap.a, gap.a_end)
        theirs = _inside(getattr(self.b, kind), gap.b, gap.b_end)
        left = [fact for fact in ours if not any(self._is_same(fact, other, kind) for other in theirs)]
        right = [other for other in theirs if not any(self._is_same(fact, other, kind) for fact in ours)]
        return (left[0], right[0]) if left and right else None

    @cached_property
    def changed_figures(self) -> tuple[tuple[Fact, Fact], ...]:
        """Pairs of figures or dates, the one in place of the other."""
        return tuple(pair for gap in self.gaps if (pair := self.find_changed(gap, "figures")))

    @property
    def is_day_changed(self) -> bool:
        """Tell whether another day or period stands in place of one."""
        return any("time" in (old.key[0], new.key[0]) for old, new in self.changed_figures)

    @cached_property
    def changed_names(self) -> tuple[tuple[Fact, Fact], ...]:
        """Pairs of names, the one in place of the other."""
        return tuple(pair for gap in self.gaps if (pair := self.find_changed(gap, "names")))

    def count_kept_figures(self, *, by_value: bool) -> int:
        """Return how many figures and dates the two texts have in common, in the same words or others.

        With `by_value` the same word for another day (a weekday, years later) is not the same date.
        """
        place_of = {run.a + step: run.b + step for passage in self.passages for run in passage.runs
                    for step in range(run.length)}  # fmt: skip
        facts = {fact.first: fact for fact in self.b.figures}
        same = 0
        for fact in self.a.figures:
            if all(place in place_of for place in range(fact.first, fact.last)):
                other = facts.get(place_of[fact.first])
                same += not by_value or (other is not None and self._is_same(fact, other, "figures"))
        return same + sum(
            any(self._is_same(fact, other, "figures") for other in _inside(self.b.figures, gap.b, gap.b_end))
            for gap in self.gaps
            for fact in _inside(self.a.figures, gap.a, gap.a_end)
        )

    def _is_same(self, a: Fact, b: Fact, kind: str) -> bool:
        if a.key == b.key:
            return True
        if kind != "names":
            return _is_same_day(a, b)
        if a.key[0] and a.key[0] == b.key[0] and a.key[1] and a.key[1] == b.key[1]:
            return True
        return are_same_name(a.key[2], b.key[2], self.lexicon.spelling).grade in (Grade.STRONG, Grade.MEDIUM)


def find_overlap(a: Text, b: Text, lexicon: Lexicon) -> Overlap:
    """Align two texts."""
    return Overlap(a, b, find_passages(a.norms, b.norms), lexicon)


def _is_same_day(a: Fact, b: Fact) -> bool:
    """The one may tell the hour or part of the day (2022-06-24TEV) that the other leaves out."""
    return a.key[0] == b.key[0] == "time" and (a.key[1].startswith(b.key[1]) or b.key[1].startswith(a.key[1]))


def _part(places: frozenset[int], whole: int) -> float:
    return len(places) / whole if whole else 0.0


def _inside(facts: tuple[Fact, ...], first: int, last: int) -> list[Fact]:
    return [fact for fact in facts if fact.first < last and first < fact.last]
