"""Contexts of an event: the topics whose words stand near it in its sentence."""

from functools import lru_cache

from marsad.lang.fold import fold
from marsad.lexicon.load import Lexicon
from marsad.read.document import Document, Line
from marsad.read.triggers import TriggerIndex, build_trigger_index

# Words on each side of the trigger that still tell what the event is about: about one clause.
_REACH = 14


class ContextFinder:
    """Finds contexts by their words, whatever is attached to them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._index: TriggerIndex = build_trigger_index(lexicon)
        self._order = {context.id: n for n, context in enumerate(lexicon.contexts)}
        self._by_word: dict[str, list[str]] = {}
        for context in lexicon.contexts:
            for word in context.words:
                self._by_word.setdefault(fold(word), []).append(context.id)

    def find_contexts(self, doc: Document, line: Line, head: int) -> tuple[str, ...]:
        """Return PLOVER context names in the order of the lexicon."""
        found: set[str] = set()
        for at in range(max(line.first, head - _REACH), min(line.last, head + _REACH + 1)):
            for stem in self._index.stems_of(doc.norms[at]):
                found.update(self._by_word.get(stem, ()))
        return tuple(sorted(found, key=self._order.__getitem__))


@lru_cache(maxsize=4)
def build_context_finder(lexicon: Lexicon) -> ContextFinder:
    """Build the finder for a lexicon."""
    return ContextFinder(lexicon)
