"""Deciding: a person says that two things are the same or apart, or that a fact is wrong; and takes it back."""

from dataclasses import dataclass

from marsad.errors import DecisionError
from marsad.lexicon.load import Lexicon
from marsad.model.record import Anchor, Decision, Subject, Verdict, find_standing
from marsad.record.resolving import regroup_designations, resolve
from marsad.record.rulings import load_rulings
from marsad.store import decisions, identities, records
from marsad.store.db import Store
from marsad.store.schema import telling, transaction


@dataclass(frozen=True)
class _Named:
    """An article or identity."""

    id: str
    kind: str


_Thing = Anchor | _Named


def decide(
    store: Store,
    lexicon: Lexicon,
    verdict: Verdict,
    things: tuple[str, ...],
    *,
    who: str,
    when: str,
    note: str | None = None,
) -> Decision:
    """Keep a decision and let the record obey it. Raises DecisionError where it makes no sense.

    `things` are one fact (`ARTICLE#ev3`) for WRONG; two articles (one story), two events (one happening), two entities
    or identities (who somebody is) for SAME and APART. A decision about things decided before overrides the earlier.
    """
    with telling(store.path), transaction(store.connection):
        found = [_find(store, thing) for thing in things]
        subject = _to_subject(verdict, found)
        named = _to_names(store, subject, verdict, found)
        decision = Decision(
            number=0,
            subject=subject,
            verdict=verdict,
            one=named[0],
            other=named[1] if len(named) > 1 else None,
            who=who,
            when=when,
            note=note,
            undoes=None,
            anchors=tuple(thing for thing in found if isinstance(thing, Anchor) and thing.id in named),
        )
        kept = decisions.keep_decision(store.connection, decision)
        _have_done_anew(store, kept, lexicon)
    resolve(store, lexicon)
    return kept


def undo(store: Store, lexicon: Lexicon, number: int, *, who: str, when: str, note: str | None = None) -> Decision:
    """Take a decision back, by another one. What it had overridden holds again. Raises DecisionError where it does not
    hold."""
    with telling(store.path), transaction(store.connection):
        standing = {one.number: one for one in find_standing(decisions.load_decisions(store.connection))}
        if number not in standing:
            raise DecisionError(f"there is no decision {number} that holds; `marsad decide list` shows them")
        old = standing[number]
        decision = Decision(
            0, old.subject, Verdict.UNDONE, old.one, old.other, who, when, note, undoes=number, anchors=old.anchors
        )
        kept = decisions.keep_decision(store.connection, decision)
        _have_done_anew(store, kept, lexicon)
    resolve(store, lexicon)
    return kept


def _find(store: Store, thing: str) -> _Thing:
    """A fact with its place, or an article or who somebody is by its id."""
    connection = store.connection
    article, _, fact = thing.rpartition("#")
    anchor = decisions.find_anchor(connection, article, fact) if article else None
    if anchor is not None:
        return anchor
    if records.to_keys(connection, (thing,)):
        return _Named(thing, "article")
    if identities.load_designations(connection, (thing,)):
        return _Named(thing, "identity")
    if article and records.to_keys(connection, (article,)):
        raise DecisionError(f"{article} has no fact {fact!r}; `marsad explain {article}` lists them")
    raise DecisionError(f"nothing is known as {thing!r}: give an article, ARTICLE#FACT or the id of an identity")


def _to_subject(verdict: Verdict, things: list[_Thing]) -> Subject:
    kinds = {thing.kind for thing in things}
    if verdict is Verdict.WRONG:
        if len(things) == 1 and kinds <= {"event", "statement", "quantity"}:
            return Subject.FACT
        raise DecisionError("only an event, a statement or a figure can be wrong: give it as ARTICLE#FACT")
    if len(things) != 2 or things[0] == things[1]:
        raise DecisionError("give two different things")
    for subject, allowed in _SUBJECTS.items():
        if kinds <= allowed:
            return subject
    raise DecisionError(
        f"{' and '.join(sorted(kinds))} cannot be the same: give two events, two articles or two entities"
    )


_SUBJECTS = {
    Subject.HAPPENING: {"event"},
    Subject.STORY: {"article"},
    Subject.ENTITY: {"entity", "identity"},
}


def _to_names(store: Store, subject: Subject, verdict: Verdict, things: list[_Thing]) -> list[str]:
    """What outlasts a new reading, sorted: for entities what they are called by.

    Two that are called the same can be apart only by the place of a mention: then it is parted from what it is called.
    """
    if subject is not Subject.ENTITY:
        return sorted(thing.id for thing in things)
    keys = [_find_designation(store, thing) for thing in things]
    if keys[0] != keys[1]:
        return sorted(keys)
    if verdict is Verdict.SAME:
        raise DecisionError(f"both are {keys[0]!r} already")
    mention = next((thing for thing in reversed(things) if isinstance(thing, Anchor)), None)
    assert mention is not None, "two names of one key are one thing, unless one is a mention"
    return sorted((mention.id, keys[0]))


def _find_designation(store: Store, thing: _Thing) -> str:
    if isinstance(thing, _Named):
        return thing.id
    found = identities.find_identified(store.connection, thing.article)
    key = next((one.designation for one in found if one.entity == thing.fact), None)
    if key is None:
        raise DecisionError(f"{thing.id} has no name: it cannot be told who it is")
    return key


def _have_done_anew(store: Store, decision: Decision, lexicon: Lexicon) -> None:
    """Mark what a decision touches."""
    articles = {anchor.article for anchor in decision.anchors}
    if decision.subject is Subject.STORY:
        articles |= {decision.one, decision.other or decision.one}
    records.mark_unresolved(store.connection, sorted(articles))
    if decision.subject is Subject.ENTITY:
        identities.mark_stale(store.connection, [one for one in (decision.one, decision.other) if one])
        regroup_designations(store, load_rulings(store), lexicon)
