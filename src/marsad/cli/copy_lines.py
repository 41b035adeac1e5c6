"""Which articles repeat one, which it repeats, and what was changed; for the terminal."""

from collections.abc import Iterator, Mapping

from marsad.cli.terminal import isolate
from marsad.model.copies import Change, Copy
from marsad.model.record import Beside

# Of a longer change, a line that was added or left out, the first words are enough.
_MOST_WORDS = 14


def explain_copies(beside: Beside, texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield labels and values for the pairs that an article is in; `texts` are those of the articles by id."""
    for pair in beside.copies:
        is_copy = pair.copy == beside.article
        other = pair.source if is_copy else pair.copy
        told = f"{pair.kind}, {pair.containment:.0%} of the shorter, score {pair.score:.2f}: {pair.direction}"
        yield ("copy of" if is_copy else "copied"), f"{other}  ({told})"
        for change in pair.changes:
            yield "changed", f"{change.kind}: {_words(pair, change, texts)}"


def _words(pair: Copy, change: Change, texts: Mapping[str, str]) -> str:
    """What stands in the source and in the copy, in this order; a dash where nothing does."""
    sides = ((pair.source, change.source), (pair.copy, change.copy))
    return " → ".join(_cut(span.of(texts.get(article, ""))) if span else "–" for article, span in sides)


def _cut(words: str) -> str:
    found = words.split()
    return isolate(" ".join(found[:_MOST_WORDS]) + (" …" if len(found) > _MOST_WORDS else ""))
