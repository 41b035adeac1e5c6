"""The record across articles, kept up as articles are added: what one adds is set beside what is there.

A reading that is added is marked; resolving it takes back what its article added before, looks up the events and
articles that may be one with its own, keeps the ties, and groups anew those that its ties reach. Ties depend on the two
things tied alone and groups on their ties alone, so the record is the same whatever the order of adding.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import combinations

from marsad.lexicon.load import Lexicon
from marsad.model import Reading
from marsad.model.record import Designation, Subject
from marsad.model.relation import Link
from marsad.model.trace import Gist, Trace
from marsad.record.rulings import Rulings, keep_decided_ties, load_rulings
from marsad.resolve.clusters import find_component
from marsad.resolve.copies import find_copies as compare_copies
from marsad.resolve.fingerprints import fingerprint
from marsad.resolve.gists import to_gist
from marsad.resolve.happenings import group_traces
from marsad.resolve.identities import group_designations
from marsad.resolve.identity import to_designation
from marsad.resolve.indexed import Indexed
from marsad.resolve.intervals import to_calendar
from marsad.resolve.lookup import to_gist_places, to_gist_queries, to_places, to_queries
from marsad.resolve.mentions import fold_mention, is_mention
from marsad.resolve.stories import find_story_tie, group_articles, weigh_articles
from marsad.resolve.ties import find_tie
from marsad.resolve.traces import find_traces
from marsad.resolve.utterances import find_figures, find_utterances
from marsad.store import copies, identities, mentions, records, ties
from marsad.store.db import Store
from marsad.store.schema import telling, transaction

# Sides of a happening that are paired: a summit of more is between all of them and says little of each.
_MOST_PAIRED = 12

Tie = tuple[str, str]


def resolve(store: Store, lexicon: Lexicon) -> int:
    """Set every article that is marked beside the others, each in a transaction of its own; return how many.

    Work that was cut short is taken up here. Several processes may do so at once.
    """
    count = 0
    while True:
        with telling(store.path), transaction(store.connection):
            found = records.find_unresolved(store.connection)
            if found is None:
                return count
            key, article = found
            reading = store.reading(article)
            if reading is not None:
                _resolve(store, key, reading, lexicon)
            records.mark_resolved(store.connection, key)
        count += 1


def _resolve(store: Store, key: int, reading: Reading, lexicon: Lexicon) -> None:
    connection = store.connection
    rulings = load_rulings(store)
    article = Indexed(rulings.without_wrong(reading))
    traces = find_traces(article, lexicon)
    gist = to_gist(article, traces, lexicon)
    old_events = ties.drop_ties(connection, ties.EVENTS, key)
    old_articles = ties.drop_ties(connection, ties.ARTICLES, key)
    records.drop_article(connection, key)
    records.keep_traces(connection, key, ((trace, _find_places(trace, rulings)) for trace in traces))
    records.keep_gist(connection, key, gist, to_gist_places(gist))
    records.keep_lines(connection, key, (*find_utterances(article), *find_figures(article)))
    records.keep_article_pairs(connection, key, _state_pairs(article, traces))
    repeated = _resolve_copies(store, reading, lexicon)
    members = tuple(_fold(store, trace, rulings) for trace in traces)
    found = _tie_events(store, gist, tuple(member for member, is_new in members if is_new), repeated, lexicon)
    _tie_article(store, gist, found, repeated, lexicon)
    keep_decided_ties(store, rulings, reading.article.id)
    lessened, loosened = mentions.take_stale_nodes(connection)
    _regroup_events(store, {*(member.id for member, _ in members), *old_events, *lessened, *loosened}, rulings)
    _regroup_articles(store, (gist.article, *old_articles), rulings)
    identities.keep_identified(connection, key, _name_entities(article, rulings))
    regroup_designations(store, rulings, lexicon)


def _resolve_copies(store: Store, reading: Reading, lexicon: Lexicon) -> frozenset[str]:
    """Find and keep which articles this one repeats or is repeated by; return their ids."""
    article, keys = reading.article.id, fingerprint(reading)
    copies.keep_fingerprint(store.connection, article, keys)
    others = (store.reading(other) for other in copies.find_candidates(store.connection, article, keys))
    found = compare_copies(reading, (other for other in others if other is not None), lexicon)
    copies.keep_copies(store.connection, article, found)
    return frozenset(one for copy in found for one in (copy.source, copy.copy)) - {article}


def _find_places(trace: Trace, rulings: Rulings) -> Iterable[tuple[str, int]]:
    """What an event is looked up by; one that is folded is found by its member."""
    is_folded = not rulings.is_decided(trace.id) and fold_mention(trace) is not None
    return () if is_folded else to_places(trace)


def _fold(store: Store, trace: Trace, rulings: Rulings) -> tuple[Trace, bool]:
    """Return the member that an event is in the record, itself or the one that mentions told alike are folded into, and
    whether it is new. An event that a person decided on stands for itself."""
    node = None if rulings.is_decided(trace.id) else fold_mention(trace)
    if node is None:
        return trace, True
    mentions.fold_event(store.connection, trace.id, node.id)
    return node, mentions.keep_node(store.connection, node, to_places(node))


def _tie_events(
    store: Store, gist: Gist, traces: tuple[Trace, ...], repeated: frozenset[str], lexicon: Lexicon
) -> dict[Tie, Link]:
    """Find and keep the ties of an article's events; return them."""
    weigh = _weigher(store, gist, lexicon)
    found: dict[Tie, Link] = {}
    articles: dict[Tie, tuple[str, str]] = {}
    for trace in traces:
        queries = set(to_queries(trace))
        for other in ties.find_members(store.connection, ties.EVENTS, sorted(queries)):
            if other.id == trace.id:
                continue
            one, two = sorted((trace, other), key=lambda member: member.id)
            points = weigh(other.article) if trace.is_main and other.is_main else 0.0
            link = find_tie(one, two, lexicon, points, other.article in repeated)
            if link is not None:
                found[one.id, two.id] = link
                articles[one.id, two.id] = one.article, two.article
    keys = records.to_keys(store.connection, (article for pair in articles.values() for article in pair)) | {"": 0}
    rows = ((tie, (keys[articles[tie][0]], keys[articles[tie][1]]), link) for tie, link in found.items())
    ties.keep_ties(store.connection, ties.EVENTS, rows)
    return found


def _weigher(store: Store, gist: Gist, lexicon: Lexicon) -> Callable[[str], float]:
    """How much another article as a whole speaks for being one story with this one, each weighed once."""

    @cache
    def weigh(article: str) -> float:
        (other,) = ties.load_members(store.connection, ties.ARTICLES, (article,))
        evidence = weigh_articles(gist, other, lexicon.spelling)
        return sum(points for points, _ in evidence) if evidence is not None else -2.0

    return weigh


def _tie_article(store: Store, gist: Gist, events: dict[Tie, Link], repeated: frozenset[str], lexicon: Lexicon) -> None:
    """Find and keep the ties of an article to others: those that tell like news, share its events or its text."""
    connection = store.connection
    by_id = {g.article: g for g in ties.find_members(connection, ties.ARTICLES, sorted(set(to_gist_queries(gist))))}
    sharing = {event.rpartition("#")[0] for tie in events for event in tie} - {""} | repeated
    by_id |= {g.article: g for g in ties.load_members(connection, ties.ARTICLES, sorted(sharing - {*by_id}))}
    found = {}
    for other in by_id.values():
        if other.article != gist.article:
            shared = _strongest_main(gist, other, events)
            link = find_story_tie(gist, other, shared, other.article in repeated, lexicon.spelling)
            if link is not None:
                found[_in_order(gist.article, other.article)] = link
    keys = records.to_keys(connection, (article for tie in found for article in tie))
    rows = ((tie, (keys[tie[0]], keys[tie[1]]), link) for tie, link in found.items())
    ties.keep_ties(connection, ties.ARTICLES, rows)


def _strongest_main(one: Gist, other: Gist, events: dict[Tie, Link]) -> Link | None:
    links = (events.get(_in_order(ours, theirs)) for ours in one.main for theirs in other.main)
    return max((link for link in links if link is not None), key=lambda link: link.score, default=None)


def _regroup_events(store: Store, starts: Iterable[str], rulings: Rulings) -> None:
    connection = store.connection
    members = find_component(starts, _tied_to(store, ties.EVENTS))
    old = ties.find_groups(connection, ties.EVENTS, members)
    traces = {trace.id: trace for trace in ties.load_members(connection, ties.EVENTS, members)}
    apart = frozenset(rulings.apart[Subject.HAPPENING])
    articles = {
        member: mentions.find_articles(connection, member) if is_mention(member) else frozenset({trace.article})
        for member, trace in traces.items()
    }
    groups = group_traces(traces.values(), ties.load_ties(connection, ties.EVENTS, members), articles, apart)
    named = {_find_first(store, group): group for group in groups}
    keys = records.to_keys(connection, (first.rpartition("#")[0] for first in named if first))
    rows = []
    for first, group in named.items():
        if first is None:
            continue
        for member in filter(is_mention, group):
            mentions.keep_node_group(connection, member, first)
        ties.keep_group(connection, ties.EVENTS, first, (member for member in group if not is_mention(member)))
        sides = sorted({side for member in group for side in traces[member].sides})[:_MOST_PAIRED]
        days = (to_calendar(traces[member].version.when) for member in group)
        latest = max((day for day in days if day), default=None)
        article = keys[first.rpartition("#")[0]]
        rows += [(a, b, first, article, latest) for a, b in combinations(sides, 2)]
    records.keep_happening_pairs(connection, old, rows)


def _find_first(store: Store, group: tuple[str, ...]) -> str | None:
    """The event of a group that sorts first; None where its mentions are all of articles that are being replaced."""
    events = (mentions.find_first_event(store.connection, member) if is_mention(member) else member for member in group)
    return min((event for event in events if event is not None), default=None)


def _regroup_articles(store: Store, starts: Iterable[str], rulings: Rulings) -> None:
    members = find_component(starts, _tied_to(store, ties.ARTICLES))
    gists = ties.load_members(store.connection, ties.ARTICLES, members)
    apart = frozenset(rulings.apart[Subject.STORY])
    for group in group_articles(gists, ties.load_ties(store.connection, ties.ARTICLES, members), apart):
        ties.keep_group(store.connection, ties.ARTICLES, group[0], group)


def _tied_to(store: Store, kind: ties.Members[ties.MemberT]) -> Callable[[Iterable[str]], Iterator[str]]:
    return lambda members: ties.find_tied(store.connection, kind, tuple(members))


def _name_entities(article: Indexed, rulings: Rulings) -> Iterator[tuple[str, Designation]]:
    """The entities of an article with what it calls them by; a mention that a person has parted from its name is its
    own."""
    for entity in article.reading.entities:
        designation = to_designation(entity)
        if designation is not None:
            fact = f"{article.reading.article.id}#{entity.id}"
            yield entity.id, rulings.part(fact, designation)


def regroup_designations(store: Store, rulings: Rulings, lexicon: Lexicon) -> None:
    """Tell apart anew who is meant by the designations that came or went, inside the caller's transaction."""
    connection = store.connection
    same, apart = rulings.same[Subject.ENTITY], rulings.apart[Subject.ENTITY]
    for block in identities.take_stale(connection):
        found = {one.key: one for one in identities.load_block(connection, block)}
        while more := {key for pair in same for key in pair if {*pair} & {*found}} - {*found}:
            joined = identities.load_designations(connection, more)
            blocks = {one.block for one in joined}
            found |= {one.key: one for name in sorted(blocks) for one in identities.load_block(connection, name)}
            if not more & {*found}:
                break
        grouped = group_designations(found.values(), same, apart, lexicon.spelling)
        identities.keep_identities(connection, grouped)


def _state_pairs(article: Indexed, traces: tuple[Trace, ...]) -> Iterator[Tie]:
    states = {entity.party for entity in article.reading.entities if entity.party and entity.party == entity.country}
    for trace in traces:
        yield from combinations(sorted(states & {*trace.sides}), 2)


def _in_order(one: str, other: str) -> Tie:
    return (one, other) if one < other else (other, one)
