"""A reading as the comparison of copies sees it: words in order, with what each is part of: speech, figure, name."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import msgspec

from marsad.lang.number_words import ORDINALS, is_number_word, read_word, strip_word
from marsad.lang.tokens import Token, TokenKind, find_tokens
from marsad.model import BlockKind, EntityKind, MentionKind, Reading, Span
from marsad.resolve.fingerprints import find_words

# The opening is the first sentence of the body that has so many words (a place and an outlet alone are no sentence),
# and no more than this of a long one.
_LEAST_OPENING, _MOST_OPENING = 8, 40


class Fact(msgspec.Struct, frozen=True):
    """A figure, date or name over the half-open range `first`-`last` of words. Equal keys mean the same value."""

    first: int
    last: int
    key: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Text:
    """The words of one article's title and body."""

    reading: Reading
    tokens: tuple[Token, ...]

    @cached_property
    def norms(self) -> tuple[str, ...]:
        """The folded words."""
        return tuple(token.norm for token in self.tokens)

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The places of the words between quotation marks."""
        text = self.reading.text
        spans = (span for block in self.reading.blocks if not block.kind.is_furniture
                 for span in _find_quoted(text, block.start, block.end))  # fmt: skip
        return frozenset(place for span in spans for place in self.places(span))

    @cached_property
    def plain(self) -> frozenset[int]:
        """The places of the words that are the writer's own: outside quotation marks, names and offices."""
        mentions = (Span(mention.start, mention.end) for mention in self.reading.mentions)
        named = {place for span in mentions for place in self.places(span)}
        return frozenset(range(len(self.tokens))) - self.quoted - named

    @cached_property
    def opening(self) -> frozenset[int]:
        """The places of the words that open the article below its headline and credits."""
        for sentence in self.reading.sentences:
            places = sorted({*self.places(Span(sentence.start, sentence.end))} & self._body)
            if len(places) >= _LEAST_OPENING:
                return frozenset(places[:_MOST_OPENING])
        return frozenset(sorted(self._body)[:_MOST_OPENING])

    @cached_property
    def figures(self) -> tuple[Fact, ...]:
        """The quantities and dates, and numbers that are neither nor part of a name, in text order."""
        facts = [
            *self._facts((q.start, q.end, ("quantity", f"{q.value:g}", q.unit)) for q in self.reading.quantities),
            *self._facts(
                (t.start, t.end, ("time", t.value or self.reading.text[t.start : t.end])) for t in self.reading.times
            ),
        ]
        known = {place for fact in (*facts, *self.names) for place in range(fact.first, fact.last)}
        return tuple(sorted((*facts, *self._numbers(known)), key=lambda fact: fact.first))

    @cached_property
    def names(self) -> tuple[Fact, ...]:
        """Where somebody or something other than an outlet is named, in text order."""
        entities = {entity.id: entity for entity in self.reading.entities}
        found = []
        for mention in self.reading.mentions:
            entity = entities.get(mention.entity)
            if mention.kind is MentionKind.NAME and entity and entity.kind is not EntityKind.MEDIA:
                key = (entity.wikidata or entity.party or "", entity.name.en or "", entity.name.ar or "")
                found.append((mention.start, mention.end, key))
        return tuple(sorted(self._facts(found), key=lambda fact: fact.first))

    @cached_property
    def credits(self) -> frozenset[int]:
        """The places of the words that say where something is from: outlets, cues of speech and their speakers."""
        media = {entity.id for entity in self.reading.entities if entity.kind is EntityKind.MEDIA}
        spans = [Span(m.start, m.end) for m in self.reading.mentions if m.entity in media]
        for statement in self.reading.statements:
            spans += [statement.cue, *((statement.speaker_span,) if statement.speaker_span else ())]
        return frozenset(place for span in spans for place in self.places(span))

    def places(self, span: Span) -> Iterator[int]:
        """Yield the places of the words that begin inside a span of the text."""
        low = bisect_left(self._starts, span.start)
        while low < len(self.tokens) and self.tokens[low].start < span.end:
            yield low
            low += 1

    def span(self, first: int, last: int) -> Span | None:
        """Return the span of the words from `first` up to `last`, None where there are none."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end) if first < last else None

    @cached_property
    def _body(self) -> frozenset[int]:
        kinds = (BlockKind.BODY, BlockKind.STANDFIRST)
        spans = (Span(block.start, block.end) for block in self.reading.blocks if block.kind in kinds)
        return frozenset(place for span in spans for place in self.places(span))

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def _numbers(self, known: set[int]) -> Iterator[Fact]:
        """Yield the numbers outside some places; number words that stand together (السادسة والعشرين) are one."""
        pending: list[str] = []
        for place in range(len(self.tokens) + 1):
            inside = place < len(self.tokens) and place not in known
            number = _to_number(self.tokens[place]) if inside else None
            if number is not None:
                pending.append(number)
            elif pending:
                yield Fact(place - len(pending), place, ("number", *pending))
                pending = []

    def _facts(self, found: Iterable[tuple[int, int, tuple[str, ...]]]) -> Iterator[Fact]:
        for start, end, key in found:
            places = tuple(self.places(Span(start, end)))
            if places:
                yield Fact(places[0], places[-1] + 1, key)


def to_text(reading: Reading) -> Text:
    """Return a reading's words, ready to be compared."""
    return Text(reading, find_words(reading))


def _to_number(token: Token) -> str | None:
    """The number that a word writes, in one form for digits and words; None where it is none.

    One and first are left out: these words are mostly no figures (أحد، أول).
    """
    if token.kind is TokenKind.NUMBER:
        return token.norm
    stem = strip_word(token.norm)[2]
    if not is_number_word(stem):
        return None
    cardinal = read_word(stem)
    if cardinal:
        return f"{cardinal[1]:g}" if cardinal[1] > 1 else None
    return stem if ORDINALS.get(stem) != 1 else None


def _find_quoted(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the stretches between pairs of quotation marks; a mark without its fellow opens nothing."""
    opened = None
    for token in find_tokens(text, start, end):
        if token.kind is TokenKind.MARK and token.norm == '"':
            if opened is None:
                opened = token.end
            else:
                yield Span(opened, token.start)
                opened = None
