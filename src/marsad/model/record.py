"""The record across articles: stories, lasting identities of entities, and what a person decided about either."""

from enum import StrEnum

import msgspec

from marsad.model.reading import EntityKind, Name
from marsad.model.relation import Link, Source, When


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


class Identity(msgspec.Struct, frozen=True):
    """Somebody or something under one id in all articles.

    `id` is the Wikidata id where known, else a key from kind, name, country and office (`person:CHN:yang-jiechi`-like,
    in folded Arabic). `office` is the office that the key rests on, None where name and country were enough.
    """

    id: str
    kind: EntityKind
    name: Name
    country: str | None
    code: str | None
    wikidata: str | None
    office: str | None


class Identified(msgspec.Struct, frozen=True):
    """That an entity of one article is an identity, how sure and why."""

    article: str
    entity: str
    identity: str
    link: Link


class Subject(StrEnum):
    """What a decision is about: entities or identities, stories (by article), happenings (by event), or any fact."""

    ENTITY = "entity"
    STORY = "story"
    HAPPENING = "happening"
    FACT = "fact"


class Verdict(StrEnum):
    """What was decided: two things are the same, they are apart, one fact is wrong (or is right after all)."""

    SAME = "same"
    APART = "apart"
    WRONG = "wrong"
    RIGHT = "right"


class Decision(msgspec.Struct, frozen=True):
    """What a person decided. Decisions are never changed: a later one about the same things overrides the earlier.

    `one` and `other` name things by what outlasts a new reading: an article's id, `article#fact`, or an identity's id;
    `other` is None for a wrong fact. The pair is kept in sorted order. `when` is an ISO time in UTC. `undoes` is the
    number of the decision that this one takes back; then `verdict` is that decision's.
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
