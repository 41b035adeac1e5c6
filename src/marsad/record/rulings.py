"""Rulings: the decisions that hold, put in terms of how the articles are read now."""

from dataclasses import dataclass

from msgspec.structs import replace

from marsad.model import Reading
from marsad.model.record import Decision, Designation, Subject, Verdict, find_standing
from marsad.model.relation import Link
from marsad.store import decisions, records, ties
from marsad.store.db import Store

Pair = tuple[str, str]


@dataclass(frozen=True)
class Rulings:
    """Pairs decided to be the same or apart with the number of the decision, by subject, and the facts that are wrong.

    A decision whose fact is no longer read is left out; it holds again when the fact is.
    """

    same: dict[Subject, dict[Pair, int]]
    apart: dict[Subject, dict[Pair, int]]
    wrong: dict[str, Decision]

    def without_wrong(self, reading: Reading) -> Reading:
        """Return a reading without the events, statements and figures that a person called wrong."""
        article = reading.article.id
        if not any(fact.startswith(f"{article}#") for fact in self.wrong):
            return reading
        return replace(
            reading,
            events=tuple(event for event in reading.events if f"{article}#{event.id}" not in self.wrong),
            statements=tuple(one for one in reading.statements if f"{article}#{one.id}" not in self.wrong),
            quantities=tuple(one for one in reading.quantities if f"{article}#{one.id}" not in self.wrong),
        )

    def is_decided(self, event: str) -> bool:
        """Tell whether a person said of an event which happening it is or is not."""
        pairs = (*self.same[Subject.HAPPENING], *self.apart[Subject.HAPPENING])
        return any(event in pair for pair in pairs)

    def part(self, fact: str, designation: Designation) -> Designation:
        """Return a designation as it is, or as one of its own where a person decided that this mention is not it."""
        if _in_order(fact, designation.key) not in self.apart[Subject.ENTITY]:
            return designation
        key = f"{designation.key}~{fact}"
        return replace(designation, key=key, block=key)


def load_rulings(store: Store) -> Rulings:
    """Return the decisions that hold."""
    connection = store.connection
    rulings = Rulings({subject: {} for subject in Subject}, {subject: {} for subject in Subject}, {})
    for decision in find_standing(decisions.load_decisions(connection)):
        now = {anchor.id: decisions.locate(connection, anchor) for anchor in decision.anchors}
        one = now.get(decision.one, decision.one)
        other = now.get(decision.other, decision.other) if decision.other else None
        if one is None or (decision.other and other is None):
            continue
        if decision.verdict is Verdict.WRONG:
            rulings.wrong[one] = decision
        elif other is not None:
            side = rulings.same if decision.verdict is Verdict.SAME else rulings.apart
            side[decision.subject][_in_order(one, other)] = decision.number
    return rulings


def keep_decided_ties(store: Store, rulings: Rulings, article: str) -> None:
    """Keep what a person tied of an article's events and of itself, where the other side is in the record."""
    for pair, number in rulings.same[Subject.HAPPENING].items():
        _keep_tie(store, ties.EVENTS, pair, (pair[0].rpartition("#")[0], pair[1].rpartition("#")[0]), article, number)
    for pair, number in rulings.same[Subject.STORY].items():
        _keep_tie(store, ties.ARTICLES, pair, pair, article, number)


def _keep_tie(
    store: Store, kind: ties.Members[ties.MemberT], pair: Pair, articles: Pair, article: str, number: int
) -> None:
    connection = store.connection
    if article in articles and len(ties.load_members(connection, kind, pair)) == len(pair):
        keys = records.to_keys(connection, articles)
        link = Link(1.0, f"decision {number}")
        ties.keep_ties(connection, kind, ((pair, (keys[articles[0]], keys[articles[1]]), link),))


def _in_order(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
