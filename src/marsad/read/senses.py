"""Senses: whether a trigger is meant as its frame says, by the nouns beside it, a title or a time that holds it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from marsad.lang.fold import fold
from marsad.lang.morphology import Part
from marsad.lexicon.frames import Frame
from marsad.lexicon.load import Lexicon
from marsad.lexicon.verbs import build_verb_index
from marsad.model import EventType, Time
from marsad.read.clauses import Clause
from marsad.read.document import Document, Line
from marsad.read.mentions import Names
from marsad.read.triggers import Trigger, build_trigger_index

_BEFORE, _AFTER = 8, 10  # tokens around a trigger in which a noun of `not_near` speaks for the sentence
_BEHIND = 4  # tokens behind a trigger in which "against" tells whom it is done to
_AGAINST = frozenset({"علي", "ضد"})
_TITLE = 6  # tokens of a title before the trigger in it
_QUOTE = '"'

_BY_FORCE = frozenset({EventType.ASSAULT, EventType.COERCE})

Words = frozenset[str]


class SenseFinder:
    """Tells for the triggers of one document which frames cannot be meant."""

    def __init__(self, doc: Document, names: Names, times: Sequence[Time], lexicon: Lexicon) -> None:
        self._doc, self._names = doc, names
        self._able = lexicon.reference.able_noun | lexicon.reference.force_noun
        self._index, self._verbs = build_trigger_index(lexicon), build_verb_index(lexicon.verbs)
        self._words, self._titled = _folded_groups(lexicon)
        spans = sorted((time.start, time.end) for time in times)
        self._timed = {at for start, end in spans for at in range(doc.token_at(start), doc.token_at(end))}

    def is_other_sense(self, line: Line, trigger: Trigger, frame: Frame, clause: Clause | None) -> bool:
        """Tell whether something else is meant than the frame says."""
        if trigger.first in self._timed or (frame.finite and trigger.verbal and not self._is_finite(trigger, frame)):
            return True
        if frame.type in _BY_FORCE and clause is not None and self._is_done_by_a_thing(trigger, clause):
            return True
        near, beside = self._words[frame.id]
        if near and self._has(range(max(line.first, trigger.first - _BEFORE), self._until(line, trigger)), near):
            return True
        if beside and self._has(self._nouns_beside(line, trigger, clause), beside):
            return True
        return bool(near or beside) and self._is_of_a_work(line, trigger, clause)

    def _has(self, places: Iterable[int], words: Words) -> bool:
        return any(not words.isdisjoint(self._index.stems_of(self._doc.norms[at])) for at in places)

    @staticmethod
    def _until(line: Line, trigger: Trigger) -> int:
        return min(line.last, trigger.last + _AFTER)

    def _is_finite(self, trigger: Trigger, frame: Frame) -> bool:
        analyses = self._verbs.analyse(self._doc.norms[trigger.head])
        alone = trigger.last - trigger.first == 1
        return any(a.part is Part.FINITE and (not alone or a.lemma in frame.verbs) for a in analyses)

    def _is_done_by_a_thing(self, trigger: Trigger, clause: Clause) -> bool:
        """Tell whether the subject of a verb with an object is nobody who could do it: حاصر الظلام القرية."""
        if clause.head != trigger.head or clause.part is not Part.FINITE:
            return False
        if clause.subject is None or clause.object is None or clause.subject[0] < clause.head:
            return False
        first, last = clause.subject
        if clause.preps and clause.preps[0].prep == "من" and clause.preps[0].first <= last + 1:
            last = clause.preps[0].last
        if any(True for _ in self._names.within(first, last)):
            return False
        stems = frozenset[str]().union(*(self._index.stems_of(self._doc.norms[at]) for at in range(first, last)))
        return stems.isdisjoint(self._able)

    def _nouns_beside(self, line: Line, trigger: Trigger, clause: Clause | None) -> Iterator[int]:
        """Yield the first words of who does it and whom it is done to: in its clause, behind it or an "against"."""
        if clause is not None and clause.head == trigger.head:
            yield from _find_arguments(clause, line)
        elif clause is not None and clause.subject is not None and _holds(clause.object, trigger.head):
            yield clause.subject[0]
        for at in range(trigger.last, min(trigger.last + _BEHIND, line.last)):
            if at == trigger.last or self._doc.norms[at - 1] in _AGAINST:
                yield at

    def _is_of_a_work(self, line: Line, trigger: Trigger, clause: Clause | None) -> bool:
        """Tell whether the trigger is what a work speaks of (يتناول الكتاب الغزو) or in its title (رواية «الغزو»)."""
        subject = clause.subject if clause is not None and clause.head != trigger.head else None
        if subject is not None and self._has(subject[:1], self._titled):
            return True
        norms = self._doc.norms
        for at in range(trigger.first - 1, max(line.first, trigger.first - _TITLE) - 1, -1):
            if norms[at] == _QUOTE:
                return self._has(range(max(line.first, at - 1), at), self._titled)
        return False


def _find_arguments(clause: Clause, line: Line) -> Iterator[int]:
    if clause.subject is not None:
        yield clause.subject[0]
    if clause.object is not None:
        yield clause.object[0]
    elif clause.subject is not None and clause.subject[1] < line.last:
        # A name takes the noun behind it for its own: ذبح الأتراك الأضاحي.
        yield clause.subject[1]
    yield from (prep.first for prep in clause.preps if prep.prep in _AGAINST)


def _holds(phrase: tuple[int, int] | None, at: int) -> bool:
    return phrase is not None and phrase[0] <= at < phrase[1]


def _to_stem(word: str) -> str:
    """Return a word as the trigger index has its stem: ألواح is taken for one with the article."""
    folded = fold(word)
    return folded.removeprefix("ال") if len(folded) > _ARTICLE_AND_STEM else folded


_ARTICLE_AND_STEM = 4


@lru_cache(maxsize=4)
def _folded_groups(lexicon: Lexicon) -> tuple[dict[str, tuple[Words, Words]], Words]:
    """Return for each frame the words that may not stand near it and beside it, and the names of works with titles."""
    groups = {sense.id: frozenset(map(_to_stem, sense.ar)) for sense in lexicon.senses}

    def words_of(names: tuple[str, ...]) -> Words:
        return frozenset[str]().union(*(groups[name] for name in names))

    return {f.id: (words_of(f.not_near), words_of(f.not_with)) for f in lexicon.frames}, groups["titled"]
