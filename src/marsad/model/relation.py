"""A relation: what all articles read say between two parties. Every line keeps its witnesses: article, day, words."""

from enum import StrEnum

import msgspec

from marsad.model.plover import EventType
from marsad.model.reading import Comparison, EventStatus, Name, QuantityStatus, StatementKind
from marsad.model.span import Span


class Dating(StrEnum):
    """What the day of a line rests on: the article's words, only the article's own day, or nothing."""

    STATED = "stated"
    PUBLISHED = "published"
    UNKNOWN = "unknown"


class Ground(StrEnum):
    """Why a line belongs to the relation, the strongest ground first.

    `content`: the words name the other side. `addressee`: they were said to it. `sentence`: the sentence around them
    names it (for a figure: both sides). `article`: the article is chiefly about the two sides.
    """

    CONTENT = "content"
    ADDRESSEE = "addressee"
    SENTENCE = "sentence"
    ARTICLE = "article"


class When(msgspec.Struct, frozen=True):
    """A day or period. `value` is the TIMEX3 value where the words give one; `earliest`, `latest` ISO days, inclusive.

    With dating `published` the bounds are the article's publication day or its bounds: the day of the report, not of
    the event. A None bound is open.
    """

    value: str | None
    earliest: str | None
    latest: str | None
    dating: Dating


class Who(msgspec.Struct, frozen=True):
    """Somebody as one article presents them; `party` is the code they stand for, None where unknown."""

    name: Name
    role: Name | None
    party: str | None


class Witness(msgspec.Struct, frozen=True):
    """One article that carries a line: `words` are the evidence, `passage` the sentence that holds them, both verbatim.

    `earliest` and `latest` bound the publication where `published` is None. `said_by` is set where the article does not
    assert the thing itself but lets somebody say it; `via` are the relays named, nearest to the article first.
    """

    article: str
    fact: str
    title: str | None
    outlet: str | None
    agencies: tuple[str, ...]
    published: str | None
    earliest: str | None
    latest: str | None
    span: Span
    words: str
    passage_span: Span
    passage: str
    rule: str
    said_by: Who | None = None
    via: tuple[Name, ...] = ()


class Link(msgspec.Struct, frozen=True):
    """Why two things of different articles are held to be one: `score` 0 to 1 and the evidence in words.

    A person's decision has score 1 and the reason `decision N`.
    """

    score: float
    reason: str


class Amount(msgspec.Struct, frozen=True):
    """A figure in the sentence of an event. `value` is in `unit`; `fact` is the quantity's id, `words` verbatim."""

    fact: str
    value: float
    unit: str
    measure: str | None
    period: str | None
    status: QuantityStatus
    comparison: Comparison
    span: Span
    words: str


class Stance(StrEnum):
    """What a version says of a happening: that it is so, that it is to come, that it may be, that it is not so.

    A cancelled or refused meeting and an event told as not having happened both deny it.
    """

    ASSERTS = "asserts"
    ANNOUNCES = "announces"
    SUPPOSES = "supposes"
    DENIES = "denies"


class State(StrEnum):
    """How far a happening is established, over all its versions.

    `reported`: one independent source asserts it. `corroborated`: two or more. `took_place`: announced by one version,
    told as having happened by another. `announced`: told only ahead. `did_not`: announced or supposed, then told as not
    happening, or only denied. `disputed`: asserted by some, denied by others. `possible`: only supposed.
    """

    REPORTED = "reported"
    CORROBORATED = "corroborated"
    TOOK_PLACE = "took_place"
    ANNOUNCED = "announced"
    DID_NOT = "did_not"
    DISPUTED = "disputed"
    POSSIBLE = "possible"


class Version(Witness, frozen=True, kw_only=True):
    """One article's version of a happening: the witness with what this article says of it.

    `source` is the independent source it counts under (see Source). `link` is the strongest tie to another version,
    None where there is no other. `day_words` are the words that date it, None where nothing does.
    """

    type: EventType
    mode: str | None
    status: EventStatus
    stance: Stance
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    when: When
    day_words: str | None
    places: tuple[Name, ...]
    figures: tuple[Amount, ...]
    source: str
    link: Link | None


class Source(msgspec.Struct, frozen=True):
    """One independent source: a wire with all who print it, an outlet's own report with its copies.

    `name` is the agency or the outlet as written, None where neither is known; `articles` are sorted ids.
    """

    id: str
    name: str | None
    articles: tuple[str, ...]


class Happening(msgspec.Struct, frozen=True):
    """One event with the version of every article that tells it.

    `id` is that of its first member (`article#event`, the least in sorted order): the same for every order of adding,
    it may change when an article comes in that sorts before. `type`, `mode`, `when` and the parties are those of the
    version that says most (`places`, `participants`, `contexts` of all). `actors` and `recipients` are codes; `places`
    bear the words of the article and the English name.

    `status` is that of the strongest version (it took place, else it is planned, else it did not, else possible), and
    `negated` where the state is `did_not`; `state` sets the versions against each other. `sources` are the independent
    ones, first article first. `asserted_by` and `denied_by` are those whose words say so, where the articles do not say
    it themselves.

    `is_joint`: the two sides asked for did it together to others. `is_claim`: no article says it in its own voice, it
    is only what somebody said. `decisions` are the numbers of the persons' decisions that shaped it.
    """

    id: str
    type: EventType
    mode: str | None
    status: EventStatus
    state: State
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    when: When
    is_meeting: bool
    is_joint: bool
    is_claim: bool
    contexts: tuple[str, ...]
    participants: tuple[Who, ...]
    places: tuple[Name, ...]
    witnesses: tuple[Version, ...]
    sources: tuple[Source, ...]
    asserted_by: tuple[Who, ...]
    denied_by: tuple[Who, ...]
    decisions: tuple[int, ...] = ()


class Utterance(msgspec.Struct, frozen=True):
    """Words one side said about or to the other. `side` is the code spoken for; `when` is the day of the report."""

    side: str
    speaker: Who
    kind: StatementKind
    content: tuple[str, ...]
    ground: Ground
    when: When
    witnesses: tuple[Witness, ...]


class Figure(msgspec.Struct, frozen=True):
    """One figure about the two sides, with all articles that give it the same way. `value` is in `unit`."""

    value: float
    unit: str
    measure: str | None
    period: str | None
    status: QuantityStatus
    comparison: Comparison
    ground: Ground
    when: When
    witnesses: tuple[Witness, ...]


class Relation(msgspec.Struct, frozen=True):
    """Everything between the sides `a` and `b`, oldest first. `articles` are the ids that carry at least one line.

    `since` and `until` are the ISO days asked for; lines whose bounds may lie inside are kept. `meetings` are those of
    `happenings` that are talks, visits and calls, held or planned.
    """

    a: str
    b: str
    since: str | None
    until: str | None
    happenings: tuple[Happening, ...]
    statements: tuple[Utterance, ...]
    figures: tuple[Figure, ...]
    articles: tuple[str, ...]

    @property
    def meetings(self) -> tuple[Happening, ...]:
        """The happenings that are talks, visits or calls, held or planned."""
        return tuple(happening for happening in self.happenings if happening.is_meeting)


class Pair(msgspec.Struct, frozen=True):
    """One line of the list of relations: two codes in alphabetical order and how much is known; `latest` is an ISO day,
    month or year, the last one dated so far."""

    a: str
    b: str
    events: int
    articles: int
    latest: str | None
