"""Happenings: events of many articles that are one, each article's version beside the others."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from marsad.lexicon.load import Lexicon
from marsad.model import EventStatus, Name
from marsad.model.copies import Copy
from marsad.model.relation import Dating, Happening, Link, Stance, State, Version, When, Who
from marsad.model.trace import Grain, Group, Trace
from marsad.resolve.clusters import find_clusters
from marsad.resolve.lines import in_witness_order
from marsad.resolve.origins import find_sources
from marsad.resolve.ties import MOST_DAYS_APART

Tie = tuple[str, str]

_SEVERAL = 2

_STATUSES = {
    Stance.ASSERTS: EventStatus.ACTUAL,
    Stance.ANNOUNCES: EventStatus.FUTURE,
    Stance.DENIES: EventStatus.NEGATED,
    Stance.SUPPOSES: EventStatus.HYPOTHETICAL,
}


def group_traces(
    traces: Iterable[Trace],
    ties: Mapping[Tie, Link],
    articles: Mapping[str, frozenset[str]],
    apart: frozenset[Tie] = frozenset(),
) -> tuple[tuple[str, ...], ...]:
    """Return the ids of traces in groups that are one happening each. `apart` are pairs that a person has parted.

    `articles` are those of each trace, of mentions folded into one as many as tell whether there are several: what only
    one article tells stays as it tells it.
    """
    by_id = {trace.id: trace for trace in traces}

    def fits(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
        if apart and any(tuple(sorted((one, other))) in apart for one in ours for other in theirs):
            return False
        if len(frozenset().union(*(articles[member] for member in (*ours, *theirs)))) < _SEVERAL:
            return False
        return _agree([by_id[member] for member in (*ours, *theirs)])

    return find_clusters(by_id, {tie: link.score for tie, link in ties.items()}, fits)


def to_happening(
    traces: Sequence[Trace],
    ties: Mapping[Tie, Link],
    copies: Iterable[Copy],
    lexicon: Lexicon,
    decisions: tuple[int, ...] = (),
) -> Happening:
    """Return the happening that a group of traces is. `ties` are those among them, `copies` those of their articles."""
    ordered = in_witness_order(traces, lambda trace: trace.version)
    sources_of, sources = find_sources((trace.version for trace in ordered), copies, lexicon)
    links = _strongest(ties)
    versions = tuple(
        replace(trace.version, source=sources_of[trace.article], link=links.get(trace.id)) for trace in ordered
    )
    state = _to_state(versions)
    best = min(ordered, key=lambda trace: _rank(trace, state))
    status = EventStatus.NEGATED if state is State.DID_NOT else _STATUSES[best.stance]
    return Happening(
        id=min(trace.id for trace in ordered),
        type=best.type,
        mode=best.mode or next((trace.mode for trace in ordered if trace.mode and trace.type is best.type), None),
        status=status,
        state=state,
        actors=best.version.actors,
        recipients=best.version.recipients,
        when=_to_when(ordered, best),
        is_meeting=any(trace.is_meeting for trace in ordered),
        is_joint=False,
        is_claim=all(version.said_by is not None for version in versions),
        contexts=tuple(sorted({context for trace in ordered for context in trace.contexts})),
        participants=_join(trace.participants for trace in ordered),
        places=_join_places(versions),
        witnesses=versions,
        sources=sources,
        asserted_by=_speakers(versions, Stance.ASSERTS),
        denied_by=_speakers(versions, Stance.DENIES),
        decisions=decisions,
    )


def _agree(traces: list[Trace]) -> bool:
    """Tell whether days, modes and groups let all of some traces be one happening; of one article only events of one
    group are."""
    groups: dict[str, Group] = {}
    if any(trace.article and groups.setdefault(trace.article, trace.group) is not trace.group for trace in traces):
        return False
    if {"phone", "visit"} <= {trace.mode for trace in traces}:
        return False
    bounds = [(t.days.grain, t.days.first, t.days.last) for t in traces if t.days.first and t.days.last]
    exact = [(first, last) for grain, first, last in bounds if grain is Grain.DAY]
    coarse = [(first, last) for grain, first, last in bounds if grain in (Grain.MONTH, Grain.YEAR)]
    if exact and max(first for first, _ in exact) - min(last for _, last in exact) > MOST_DAYS_APART:
        return False
    latest, earliest = max((first for first, _ in coarse), default=0), min((last for _, last in coarse), default=0)
    if coarse and latest > earliest:
        return False
    return not (coarse and exact) or all(first <= earliest + 1 and last >= latest - 1 for first, last in exact)


def _rank(trace: Trace, state: State) -> tuple[int, bool, bool, int, int, str]:
    """The version that says most comes first: what took place, dated, by the article itself, with all its parties; of
    what did not take place that which had announced it."""
    version = trace.version
    stances = list(_STATUSES)
    if state is State.DID_NOT:
        stances = [*stances[1:], Stance.ASSERTS]
    return (
        stances.index(trace.stance),
        version.when.dating is not Dating.STATED,
        version.said_by is not None,
        -len(trace.sides),
        -len(trace.people),
        trace.id,
    )


def _to_when(traces: Sequence[Trace], best: Trace) -> When:
    """The day that most versions of the best one's stance give, of the finest grain; the best one's own otherwise."""
    grains = list(Grain)
    dated = [t for t in traces if t.stance is best.stance and t.version.when.dating is Dating.STATED]
    if not dated:
        return best.version.when
    finest = min(grains.index(trace.days.grain) for trace in dated)
    days = Counter(trace.version.when for trace in dated if grains.index(trace.days.grain) == finest)
    return min(days, key=lambda when: (-days[when], when != best.version.when, when.earliest or ""))


def _to_state(versions: Sequence[Version]) -> State:
    """An article that says itself that a thing is not so asserts nothing, however it words what it denies."""
    refuting = {version.article for version in versions if version.stance is Stance.DENIES and version.said_by is None}
    asserting = {v.source for v in versions if v.stance is Stance.ASSERTS and v.article not in refuting}
    stances = {version.stance for version in versions}
    if asserting:
        if Stance.DENIES in stances:
            return State.DISPUTED
        if Stance.ANNOUNCES in stances:
            return State.TOOK_PLACE
        return State.CORROBORATED if len(asserting) > 1 else State.REPORTED
    if Stance.DENIES in stances:
        return State.DID_NOT
    return State.ANNOUNCED if Stance.ANNOUNCES in stances else State.POSSIBLE


def _strongest(ties: Mapping[Tie, Link]) -> dict[str, Link]:
    found: dict[str, Link] = {}
    for pair, link in sorted(ties.items(), key=lambda item: (-item[1].score, item[0])):
        for member in pair:
            found.setdefault(member, link)
    return found


def _speakers(versions: Sequence[Version], stance: Stance) -> tuple[Who, ...]:
    said = (version.said_by for version in versions if version.stance is stance)
    return _join((who,) for who in said if who is not None)


def _join(people: Iterable[tuple[Who, ...]]) -> tuple[Who, ...]:
    """Each person once, in the order given; the first role that is known is kept."""
    found: dict[tuple[str | None, str | None], Who] = {}
    for who in (who for group in people for who in group):
        key = (who.name.en or who.name.ar, who.party)
        if key not in found or found[key].role is None:
            found[key] = who
    return tuple(found.values())


def _join_places(versions: Sequence[Version]) -> tuple[Name, ...]:
    found: dict[str | None, Name] = {}
    for version in versions:
        for place in version.places:
            found.setdefault(place.en, place)
    return tuple(found.values())
