"""Scores as lines for people and as figures for programs."""

from collections import Counter
from collections.abc import Iterator, Mapping

from marsad.evaluate.score import Layer, Miss, Score, Tally


def to_table(score: Score, articles: int) -> Iterator[str]:
    """Yield a table of all layers: precision, recall, F1, number of facts in gold and in the readings."""
    yield f"{articles} articles"
    for layer, tally in score.tallies.items():
        figures = f"P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}"
        yield f"{layer:34s} {figures}   gold {tally.gold} got {tally.got}"


def to_figures(tallies: Mapping[Layer, Tally]) -> dict[str, dict[str, float]]:
    """Return the figures of each layer by name: p, r and f rounded to four digits, gold and got as counts."""
    return {
        layer.value: {
            "p": round(tally.precision, 4),
            "r": round(tally.recall, 4),
            "f": round(tally.f1, 4),
            "gold": tally.gold,
            "got": tally.got,
        }
        for layer, tally in tallies.items()
    }


def to_error_lines(misses: tuple[Miss, ...]) -> Iterator[str]:
    """Yield every miss under its layer, fault and cause; the headings count, most frequent cause first."""
    for layer in Layer:
        found = [miss for miss in misses if miss.layer is layer]
        if not found:
            continue
        counts = Counter(miss.fault for miss in found)
        yield ""
        yield f"{layer}: " + ", ".join(f"{count} {fault}" for fault, count in sorted(counts.items()))
        groups = Counter((miss.fault, miss.causes) for miss in found)
        for (fault, causes), count in groups.most_common():
            reason = f" ({', '.join(causes)})" if causes else ""
            yield f"  {count} {fault}{reason}"
            for miss in found:
                if (miss.fault, miss.causes) == (fault, causes):
                    yield f"    {miss.article}  {miss.fact}"
