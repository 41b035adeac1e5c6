"""What the record is asked for: the relation of a pair, happenings, stories."""

from collections.abc import Iterable, Iterator
from itertools import islice

from marsad.lexicon.load import Lexicon
from marsad.model import Reading
from marsad.model.copies import Copy
from marsad.model.record import Beside, Story, Subject, find_standing
from marsad.model.relation import Happening, Relation
from marsad.record.rulings import Rulings, load_rulings
from marsad.resolve.happenings import to_happening
from marsad.resolve.mentions import unfold_ties
from marsad.resolve.relations import relate
from marsad.resolve.sources import find_kinds
from marsad.resolve.stories import to_story
from marsad.store import copies, decisions, identities, mentions, records, ties
from marsad.store.db import Store
from marsad.store.schema import telling

# Happenings looked up by one query.
_AT_ONCE = 500


def relate_pair(
    store: Store, a: str, b: str, lexicon: Lexicon, since: str | None = None, until: str | None = None
) -> Relation:
    """Return the relation between two codes from the record; articles not resolved yet are not in it."""
    with telling(store.path):
        happenings = tuple(load_happenings(store, records.find_happenings(store.connection, a, b), lexicon))
        said, counted = records.load_lines(store.connection, a, b)
    return relate(happenings, said, counted, a, b, since, until)


def load_happenings(store: Store, ids: Iterable[str], lexicon: Lexicon) -> Iterator[Happening]:
    """Yield happenings by id, with all their versions; an id that no happening has yields nothing."""
    connection, rulings = store.connection, load_rulings(store)
    wanted = iter(ids)
    while some := tuple(islice(wanted, _AT_ONCE)):
        groups = ties.load_groups(connection, ties.EVENTS, some)
        for happening in some:
            traces = groups.get(happening, ())
            members = tuple(trace.id for trace in traces)
            decided = _numbers(rulings, Subject.HAPPENING, members)
            if len(traces) == 1:
                yield to_happening(traces, {}, (), lexicon, decided)
            elif traces:
                nodes = mentions.find_nodes(connection, happening)
                tied = unfold_ties(ties.load_ties(connection, ties.EVENTS, (*members, *nodes)), nodes)
                found = copies.find_copies(connection, sorted({trace.article for trace in traces}))
                yield to_happening(traces, tied, found, lexicon, decided)


def load_story(store: Store, article: str, lexicon: Lexicon) -> Story | None:
    """Return the story that an article is in, None where the record has no such article."""
    connection = store.connection
    with telling(store.path):
        group = ties.find_groups(connection, ties.ARTICLES, (article,))
        if not group:
            return None
        members = ties.find_group_members(connection, ties.ARTICLES, group[0])
        gists = ties.load_members(connection, ties.ARTICLES, members)
        told = ties.find_groups(connection, ties.EVENTS, (event for gist in gists for event in gist.main))
        found = copies.find_copies(connection, members) if len(members) > 1 else ()
        tied = ties.load_ties(connection, ties.ARTICLES, members)
        decided = _numbers(load_rulings(store), Subject.STORY, members)
    return to_story(gists, tied, found, told, lexicon, decided)


def load_copies(store: Store, article: str) -> tuple[Copy, ...]:
    """Return the pairs that an article is in, as source or copy, sorted."""
    with telling(store.path):
        near = {one for pair in copies.find_copies(store.connection, (article,)) for one in (pair.source, pair.copy)}
        # Whether it is mixed of two sources depends on whether these repeat each other.
        around = copies.find_copies(store.connection, sorted(near))
    return tuple(pair for pair in find_kinds(around) if article in (pair.source, pair.copy))


def load_beside(store: Store, reading: Reading, lexicon: Lexicon) -> Beside:
    """Return an article beside the others; where it is not resolved yet, it stands alone."""
    connection, article = store.connection, reading.article.id
    story = load_story(store, article, lexicon)
    with telling(store.path):
        events = (f"{article}#{event.id}" for event in reading.events)
        happenings = tuple(load_happenings(store, ties.find_groups(connection, ties.EVENTS, events), lexicon))
        identified = identities.find_identified(connection, article)
        standing = find_standing(decisions.load_decisions(connection))
    shaping = {number for line in (*happenings, *((story,) if story else ())) for number in line.decisions}
    called = {one.designation for one in identified}
    return Beside(
        article=article,
        story=story,
        copies=load_copies(store, article),
        happenings=happenings,
        identities=identified,
        decisions=tuple(
            decision
            for decision in standing
            if decision.number in shaping
            or {decision.one, decision.other} & called
            or any(anchor.article == article for anchor in decision.anchors)
        ),
    )


def _numbers(rulings: Rulings, subject: Subject, members: tuple[str, ...]) -> tuple[int, ...]:
    """The decisions about any of some members."""
    decided = (*rulings.same[subject].items(), *rulings.apart[subject].items())
    return tuple(sorted({number for pair, number in decided if {*pair} & {*members}}))
