"""What a line has shown while its predicates are sought."""

import msgspec

from marsad.lexicon.verbs import Analysis
from marsad.read.chunks import Chunks
from marsad.read.document import Line
from marsad.read.relatives import ADNOMINAL, find_topic_before


class Predicate(msgspec.Struct, frozen=True):
    """A verb, participle or masdar that carries a clause. `first` includes particles and auxiliaries before `head`.

    `light` is the token of the light verb before a masdar (تم بحث، قام بزيارة), `is_impersonal`: it makes a passive.
    `topic` is the noun phrase before a relative clause that the predicate tells of (الرئيس الذي زار بغداد أيد).
    """

    first: int
    last: int
    head: int
    analysis: Analysis
    light: int | None = None
    future: bool = False
    negated: bool = False
    hypothetical: bool = False
    is_impersonal: bool = False
    topic: tuple[int, int] | None = None


class LineState:
    """What the line has shown so far: does the clause still lack its verb, does كان wait for one, the verbs found.

    `topic` stands before a relative clause and still lacks its verb; `since` counts the verbs before that clause.
    """

    def __init__(self) -> None:
        self.is_open, self.awaits = True, False
        self.found: list[Predicate] = []
        self.topic: tuple[int, int] | None = None
        self.since = 0

    def look_for_topic(self, chunks: Chunks, place: int, line: Line) -> None:
        """Note at a relative pronoun whose verb is still to come; a clause of its own in between ends the wait."""
        if chunks.word(place) in ADNOMINAL and self.topic is None:
            topic = find_topic_before(chunks, place, line)
            told = self.found and topic is not None and self.found[-1].last > topic[0]
            self.topic, self.since = None if told else topic, len(self.found)
        elif chunks.word(place) in chunks.syntax.complementizers:
            self.topic = None

    def waiting_topic(self, chunks: Chunks, place: int, analysis: Analysis) -> tuple[int, int] | None:
        """The topic that the verb at `place` tells of: the relative clause has its own verb already."""
        if self.topic is None or len(self.found) <= self.since or analysis.conjunction or analysis.suffix:
            return None
        if any(chunks.is_opening(at) for at in range(self.found[-1].last, place)):
            return None
        return self.topic

    def is_joined(self, analysis: Analysis) -> bool:
        """A verb after و like one before it: the same tense and gender."""
        shape = (analysis.tense, analysis.gender)
        return bool(analysis.conjunction) and any((p.analysis.tense, p.analysis.gender) == shape for p in self.found)
