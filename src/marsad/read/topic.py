"""Is the article about states? It is where parties of two sides act, speak of each other or are named together.

An article of sport, arts or another field in which countries are named and states do not act must show more: a deed
between two states in which an official of one takes part.
"""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from marsad.lang.tokens import TokenKind, find_tokens
from marsad.lexicon.load import Lexicon
from marsad.lexicon.topics import Topic
from marsad.model import Aside, AsideKind, Event, MentionKind, Reading, Span

# What may stand before a word of a topic in the same written word.
_PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "ال", "وال", "فال", "بال", "كال", "لل", "ولل", "وب", "ول")
# Fewer words than this say too little of their field; so do fewer different ones.
_LEAST_WORDS = 10
_LEAST_DIFFERENT = 3
_LONGEST = 3


def find_off_topic(reading: Reading, lexicon: Lexicon) -> Aside | None:
    """Say why an article tells of no relation between states, None where it does."""
    parties = {entity.id: entity.party for entity in reading.entities if entity.party}
    deeds = [event for event in reading.events if len(_sides(event, parties)) > 1]
    topic = find_topic(reading, lexicon)
    if topic is not None and not any(_is_official(event, reading) for event in deeds):
        return Aside(AsideKind.OFF_TOPIC, f"is about {topic.en}; no official of a state acts in it towards another")
    if deeds or len(_named(reading, reading.article.title, parties)) > 1:
        return None
    if _speaks_of_others(reading, parties) or _names_together(reading, parties):
        return None
    named = ", ".join(sorted(set(parties.values()))) or "none"
    return Aside(AsideKind.OFF_TOPIC, f"tells of no relation between states (sides named: {named})")


def _sides(event: Event, parties: dict[str, str]) -> set[str]:
    return {parties[entity] for entity in (*event.actors, *event.recipients) if entity in parties}


def _is_official(event: Event, reading: Reading) -> bool:
    """Tell whether someone with an office takes part in an event, or stands in its sentence."""
    officials = {entity.id for entity in reading.entities if any(role.country for role in entity.roles)}
    sentence = next((s for s in reading.sentences if s.id == event.sentence), None)
    return bool(officials.intersection(event.participants)) or any(
        sentence is not None and sentence.start <= place < sentence.end for place in _roles(reading)
    )


def _roles(reading: Reading) -> list[int]:
    """Return the places where somebody is named by an office."""
    return [mention.start for mention in reading.mentions if mention.kind is MentionKind.ROLE]


def _names_together(reading: Reading, parties: dict[str, str]) -> bool:
    """Tell whether a sentence names two sides, or places of two, however little of it was understood."""
    sides = {entity.id: entity.country for entity in reading.entities if entity.country} | parties
    return any(len(_named(reading, Span(s.start, s.end), sides)) > 1 for s in reading.sentences)


def _speaks_of_others(reading: Reading, parties: dict[str, str]) -> bool:
    """Tell whether somebody of one side says something in which another side is named."""
    return any(
        statement.speaker in parties
        and any(_named(reading, content, parties) - {parties[statement.speaker]} for content in statement.content)
        for statement in reading.statements
        if statement.speaker is not None
    )


def _named(reading: Reading, span: Span | None, parties: dict[str, str]) -> set[str]:
    """Return the parties mentioned in a stretch of the text."""
    mentions = (m for m in reading.mentions if span is not None and span.start <= m.start < span.end)
    return {parties[mention.entity] for mention in mentions if mention.entity in parties}


@dataclass(frozen=True, eq=False)
class _TopicIndex:
    """The topics, and for each written form of their words (as a run of folded words) the topic's place."""

    topics: tuple[Topic, ...]
    forms: dict[tuple[str, ...], int]


@lru_cache(maxsize=4)
def _build_index(lexicon: Lexicon) -> _TopicIndex:
    forms: dict[tuple[str, ...], int] = {}
    for place, topic in enumerate(lexicon.topics):
        for phrase in topic.words:
            first, *rest = (token.norm for token in find_tokens(phrase))
            forms.update(((clitic + first, *rest), place) for clitic in _PROCLITICS)
    return _TopicIndex(lexicon.topics, forms)


def find_topic(reading: Reading, lexicon: Lexicon) -> Topic | None:
    """Return the field whose words an article is full of, None for political news."""
    words = [
        token.norm
        for block in reading.blocks
        if not block.kind.is_furniture
        for token in find_tokens(reading.text, block.start, block.end)
        if token.kind is TokenKind.WORD
    ]
    return weigh_topics(words, lexicon)


def weigh_topics(words: list[str], lexicon: Lexicon) -> Topic | None:
    """Return the field that the most of some folded words are of, where they are as many as it asks for."""
    index = _build_index(lexicon)
    counts: Counter[int] = Counter()
    different: dict[int, set[tuple[str, ...]]] = {}
    for at in range(len(words)):
        for size in range(1, _LONGEST + 1):
            run = tuple(words[at : at + size])
            place = index.forms.get(run)
            if place is not None:
                counts[place] += 1
                different.setdefault(place, set()).add(run)
    if not counts or len(words) < _LEAST_WORDS:
        return None
    place, count = counts.most_common(1)[0]
    topic = index.topics[place]
    enough = count * 100 >= topic.least * len(words) and len(different[place]) >= _LEAST_DIFFERENT
    return topic if enough else None
