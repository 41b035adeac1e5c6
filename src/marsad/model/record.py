"""The record across articles: stories, lasting identities of entities, and what a person decided about either."""

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from marsad.model.copies import Copy
from marsad.model.reading import EntityKind, Name
from marsad.model.relation import Happening, Link, Source, When
from marsad.model.span import Span


class Telling(msgspec.Struct, frozen=True):
    """One article of a story. `published` is the ISO day, else `earliest` and `latest` bound it; None is unknown.

    `source` is the independent source it counts under; `link` its strongest tie to another article of the story.
    """

    article: str
    title: str | None
    outlet: str | None
    published: str | None
    earliest: str | None
    latest: str | None
    source: str
    link: Link | None


class Story(msgspec.Struct, frozen=True):
    """Articles on the same happening, oldest first. `id` is that of the article that sorts first.

    `when` spans the days of publication; `parties` are the codes that most of the articles name; `happenings` are the
    ids of what they tell in common (see Happening).
    """

    id: str
    when: When
    parties: tuple[str, ...]
    articles: tuple[Telling, ...]
    sources: tuple[Source, ...]
    happenings: tuple[str, ...]
    decisions: tuple[int, ...] = ()


class Designation(msgspec.Struct, frozen=True):
    """What an article calls somebody or something by: kind, name, country, offices (English, sorted).

    `key` is the id where Wikidata or the lexicon knows them (`is_known`), else made of all of these; `block` is shared
    by all whose names may be spellings of one.
    """

    key: str
    kind: EntityKind
    name: Name
    country: str | None
    code: str | None
    wikidata: str | None
    offices: tuple[str, ...]
    is_known: bool
    block: str


class Identified(msgspec.Struct, frozen=True):
    """That an entity of one article is an identity, how sure and why.

    `identity` lasts: a Wikidata id, an id of the lexicon, or the key of the first designation that it goes by.
    """

    article: str
    entity: str
    identity: str
    designation: str
    link: Link


class Identity(msgspec.Struct, frozen=True):
    """Somebody or something under one id in all articles, with all that they are called by."""

    id: str
    designations: tuple[Designation, ...]
    articles: tuple[Identified, ...]


class Subject(StrEnum):
    """What a decision is about: who entities are, stories (by article), happenings (by event), or any fact."""

    ENTITY = "entity"
    STORY = "story"
    HAPPENING = "happening"
    FACT = "fact"


class Verdict(StrEnum):
    """What was decided: two things are the same or apart, one fact is wrong, an earlier decision is undone."""

    SAME = "same"
    APART = "apart"
    WRONG = "wrong"
    UNDONE = "undone"


class Anchor(msgspec.Struct, frozen=True):
    """Where a fact stood when it was decided on, so that it is found again when its article is read anew.

    `kind` is event, statement, quantity, time or entity (then the place is that of its first mention).
    """

    article: str
    fact: str
    kind: str
    span: Span
    words: str

    @property
    def id(self) -> str:
        """The fact's id among all articles, as it was."""
        return f"{self.article}#{self.fact}"


class Decision(msgspec.Struct, frozen=True):
    """What a person decided. Decisions are never changed: a later one about the same things overrides the earlier.

    `one` and `other` (None for a wrong fact) name things by what outlasts a new reading, the pair in sorted order: an
    article's id, `article#fact` (its place is kept in `anchors`), or the key of a designation. `when` is an ISO time in
    UTC. `undoes` is the number of the decision that this one takes back.
    """

    number: int
    subject: Subject
    verdict: Verdict
    one: str
    other: str | None
    who: str
    when: str
    note: str | None
    undoes: int | None
    anchors: tuple[Anchor, ...]


class Beside(msgspec.Struct, frozen=True):
    """One article beside the others: its story, the articles that repeat it or that it repeats, the happenings that its
    events are versions of, who its entities are, and the decisions that hold about any of these."""

    article: str
    story: Story | None
    copies: tuple[Copy, ...]
    happenings: tuple[Happening, ...]
    identities: tuple[Identified, ...]
    decisions: tuple[Decision, ...]


def find_standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that hold: not undone, and the last about their things."""
    undone: set[int] = set()
    standing: dict[tuple[Subject, str, str | None], Decision] = {}
    for decision in sorted(decisions, key=lambda decision: -decision.number):
        if decision.number in undone:
            continue
        if decision.undoes is not None:
            undone.add(decision.undoes)
        else:
            standing.setdefault((decision.subject, decision.one, decision.other), decision)
    return tuple(sorted(standing.values(), key=lambda decision: decision.number))
