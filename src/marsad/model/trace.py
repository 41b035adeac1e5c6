"""What is kept of an event and of an article so that they can be compared with those of other articles."""

from enum import StrEnum

import msgspec

from marsad.model.plover import EventType
from marsad.model.relation import Stance, Version, Who, Witness


class Group(StrEnum):
    """Kinds of events that may be two versions of one happening: articles word one act as another of its group."""

    MEETING = "meeting"
    COOPERATION = "cooperation"
    WORDS = "words"
    FORCE = "force"
    RELIEF = "relief"
    PROTEST = "protest"


class Grain(StrEnum):
    """How well the day of an event is known: to some days, a month, a year, or only from the report (`near`: told as
    news, so shortly before it; `ahead`: to come after it; `none`: no telling)."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    NEAR = "near"
    AHEAD = "ahead"
    NONE = "none"


class Days(msgspec.Struct, frozen=True, array_like=True):
    """Bounds as proleptic ordinals (`date.toordinal`), both inclusive; with grain `none` they are None."""

    grain: Grain
    first: int | None
    last: int | None


class Figurehead(msgspec.Struct, frozen=True, array_like=True):
    """Somebody who took part: `id` where the lexicon or Wikidata knows them, `names` folded, `offices` as
    `CODE office`."""

    id: str | None
    names: tuple[str, ...]
    country: str | None
    offices: tuple[str, ...]


class Trace(msgspec.Struct, frozen=True):
    """One event of one article, made comparable.

    `sides` are the parties, with those whose officials attend a meeting; `place` is the event's own, `places` are the
    cities that its sentence names; `words` are sorted stems of its sentence
    without names, days and figures, `quoted` the folded short phrases it puts in quotation marks, `passage` a digest of
    the whole sentence, `trigger` the stem of the event's first word.
    `reported` bounds the publication, in ordinals. `is_main`: told in the title or the first sentences.
    """

    article: str
    event: str
    group: Group
    type: EventType
    mode: str | None
    rule: str
    stance: Stance
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    sides: tuple[str, ...]
    people: tuple[Figurehead, ...]
    days: Days
    reported: tuple[int | None, int | None]
    place: str | None
    places: tuple[str, ...]
    trigger: str
    words: tuple[str, ...]
    amounts: tuple[str, ...]
    quoted: tuple[str, ...]
    passage: str
    is_main: bool
    is_meeting: bool
    contexts: tuple[str, ...]
    participants: tuple[Who, ...]
    version: Version

    @property
    def id(self) -> str:
        """The event's id among all articles: `article#event`."""
        return f"{self.article}#{self.event}"


class Gist(msgspec.Struct, frozen=True):
    """What an article is about, made comparable with other articles.

    `parties` are the codes named most, most first; `people` and `names` (ids of organizations and places) those named
    in the title and the first sentences, then the others; `title` and `lead` are sorted stems without names, days and
    figures. `news` are the days on which it was or may have been news; `main` the ids of the events it tells first,
    `days` the days that date these, `places` the cities named in their sentences, `groups` their groups.
    `witness` is the article as a source, without words.
    """

    article: str
    parties: tuple[str, ...]
    people: tuple[Figurehead, ...]
    names: tuple[str, ...]
    title: tuple[str, ...]
    lead: tuple[str, ...]
    amounts: tuple[str, ...]
    news: Days
    days: tuple[int, ...]
    places: tuple[str, ...]
    groups: tuple[Group, ...]
    main: tuple[str, ...]
    witness: Witness
