"""The briefing on a pair from the record: its relation, and what setting its articles beside each other gives."""

from marsad.lexicon.load import Lexicon
from marsad.model.briefing import Briefing
from marsad.record.asking import relate_pair
from marsad.record.rulings import load_rulings
from marsad.resolve.briefing import brief
from marsad.resolve.lines import join_witnesses
from marsad.resolve.origins import find_sources
from marsad.store import ties
from marsad.store.copies import find_copies
from marsad.store.db import Store
from marsad.store.schema import telling


def brief_pair(
    store: Store,
    a: str,
    b: str,
    lexicon: Lexicon,
    since: str | None = None,
    until: str | None = None,
    new_since: str | None = None,
) -> Briefing:
    """Return the briefing on two codes; facts that a person called wrong and articles not resolved yet are not in it.

    `since` and `until` bound the relation, `new_since` is the ISO day from which a report is new.
    """
    relation = relate_pair(store, a, b, lexicon, since, until)
    with telling(store.path):
        rulings = load_rulings(store)
        stories = {article: group for article in relation.articles for group in _find_story(store, article)}
        copies = find_copies(store.connection, relation.articles) if relation.articles else ()
    witnesses = (
        *(witness for line in relation.happenings for witness in line.witnesses),
        *join_witnesses(relation.statements),
        *join_witnesses(relation.figures),
    )
    sources, _ = find_sources(witnesses, copies, lexicon)
    readings = (rulings.without_wrong(reading) for reading in store.readings(a, b))
    return brief(relation, readings, sources, stories, lexicon, new_since)


def _find_story(store: Store, article: str) -> tuple[str, ...]:
    return ties.find_groups(store.connection, ties.ARTICLES, (article,))
