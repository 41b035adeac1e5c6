"""Topics: fields of news in which countries are named and states do not act (`data/topics.toml`)."""

from pathlib import Path

import msgspec

from marsad.errors import LexiconError
from marsad.lexicon.tables import load_toml


class Topic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of one field. `least`: of a hundred words of an article of the field at least so many are among them."""

    id: str
    en: str
    least: float
    words: tuple[str, ...]
    examples: tuple[str, ...]
    counter: tuple[str, ...]


class _TopicFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    topic: tuple[Topic, ...]


def load_topics(path: Path) -> tuple[Topic, ...]:
    """Read the topics, in their order. Raises LexiconError naming file and field."""
    topics = load_toml(path, _TopicFile).topic
    for topic in topics:
        if not topic.examples or not topic.counter:
            raise LexiconError(f"{topic.id} has no example or counter-example", path=path, field="examples, counter")
        if len(set(topic.words)) < len(topic.words):
            twice = next(word for word in topic.words if topic.words.count(word) > 1)
            raise LexiconError(f"{topic.id} has {twice!r} twice", path=path, field="words")
    return topics
