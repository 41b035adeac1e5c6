"""A briefing: everything told of two sides, with what follows from setting the articles beside each other."""

from enum import StrEnum

import msgspec

from marsad.model.contact import Mechanism
from marsad.model.dispute import Dispute
from marsad.model.promise import Promise
from marsad.model.relation import Relation


class ScorePoint(msgspec.Struct, frozen=True):
    """The score of a month (`2024-05`): the mean over its happenings, -10 to 10, with the bounds of the 95 % interval.

    `happenings` are the ids behind it.
    """

    month: str
    mean: float
    low: float
    high: float
    happenings: tuple[str, ...]


class Trend(StrEnum):
    """How the score of the last twelve months known stands to that of the twelve before."""

    RISING = "rising"
    FALLING = "falling"
    STEADY = "steady"
    UNKNOWN = "unknown"


class Score(msgspec.Struct, frozen=True):
    """The score month by month. `deviation` is the standard deviation over all events that count, which the intervals
    rest on; `undated` counts events that no month can be given for, `left_out` claims, plans and denials.

    `recent` and `before` are the means that `trend` compares, None where there are no events.
    """

    points: tuple[ScorePoint, ...]
    deviation: float
    undated: int
    left_out: int
    trend: Trend
    recent: float | None
    before: float | None


class Topic(msgspec.Struct, frozen=True):
    """A PLOVER context: how many happenings of each year bear it, oldest first."""

    context: str
    years: tuple[tuple[str, int], ...]
    happenings: int


class ThirdParty(msgspec.Struct, frozen=True):
    """A party that is in the picture beside the two: in how many happenings and in how many articles."""

    code: str
    happenings: int
    articles: int


class News(msgspec.Struct, frozen=True):
    """What came in with articles published on or after the ISO day `since`: ids of articles, happenings, disputes,
    promises; `settled` are promises made before and settled since."""

    since: str
    articles: tuple[str, ...]
    happenings: tuple[str, ...]
    disputes: tuple[str, ...]
    promises: tuple[str, ...]
    settled: tuple[str, ...]


class Briefing(msgspec.Struct, frozen=True):
    """The relation with what was worked out from it. `known_until` is the last ISO day any article speaks from or of as
    past: what is due or overdue is judged by it, not by a clock. `sources` counts independent sources."""

    relation: Relation
    first: str | None
    known_until: str | None
    sources: int
    mechanisms: tuple[Mechanism, ...]
    score: Score
    disputes: tuple[Dispute, ...]
    promises: tuple[Promise, ...]
    topics: tuple[Topic, ...]
    third_parties: tuple[ThirdParty, ...]
    news: News | None
