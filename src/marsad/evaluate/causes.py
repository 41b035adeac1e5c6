"""Why a fact is missed, extra or wrong, as far as comparing gold with the reading can tell.

An event of gold is looked for among those of the reading that stand on words of its trigger; what these got wrong is
the cause. The first cause that fits is given, the one nearest to being right.
"""

from collections.abc import Sequence
from enum import StrEnum

import msgspec

from marsad.evaluate.compare import find_words, overlap, rate_entities, to_unit
from marsad.evaluate.gold import Annotation, GoldEntity, GoldEvent, GoldQuantity, GoldStatement, GoldTime
from marsad.lang.clitics import split_proclitics
from marsad.model import EventType


class Cause(StrEnum):
    """What made the reading and gold differ."""

    UNKNOWN_TRIGGER = "trigger unknown"
    UNTOLD = "trigger known, no event told"
    PARTY_MISSING = "party missing"
    PARTY_EXTRA = "party too many"
    PARTY_OTHER = "other party"
    DIRECTION = "wrong direction"
    STATUS = "wrong status"
    TYPE = "wrong type"
    MERGED = "told, joined with another event"
    AGAIN = "told again"
    NO_EVENT = "not an event"
    NO_DATE = "no date read"
    OTHER_DATE = "other date"
    OTHER_KIND = "other kind"
    PART = "part of another"
    UNFOUND = "no counterpart"
    OTHER_VALUE = "other value"
    OTHER_UNIT = "other unit"
    NO_VALUE = "no value read"
    CONTENT = "other content"
    NO_SPEAKER = "no speaker read"
    OTHER_SPEAKER = "other speaker"


class Events(msgspec.Struct, frozen=True):
    """The events of an article on both sides, and the pairs of them (index in gold, in the reading) that match.

    `known`: the types and triggers of gold for which the lexicon has a frame; None where this was not looked up.
    """

    gold: tuple[GoldEvent, ...]
    got: tuple[GoldEvent, ...]
    pairs: tuple[tuple[int, int], ...]
    known: frozenset[tuple[EventType, str]] | None = None

    def why_missed(self, event: GoldEvent) -> tuple[Cause, ...]:
        """Return why no event of the reading is the one of gold."""
        taken = {j for _, j in self.pairs}
        near = [(j in taken, other) for j, other in enumerate(self.got) if _is_near(event, other)]
        alike = [other for used, other in near if not used and other.type is event.type]
        if alike:
            return (_compare_parties(event, alike[0]) or Cause.PARTY_OTHER,)
        if any(not used for used, _ in near):
            return (Cause.TYPE,)
        if any(other.type is event.type for _, other in near):
            return (Cause.MERGED,)
        known = self.known is not None and (event.type, event.trigger) in self.known
        return (Cause.UNTOLD if known else Cause.UNKNOWN_TRIGGER,)

    def why_extra(self, event: GoldEvent) -> tuple[Cause, ...]:
        """Return why an event of the reading is none of gold."""
        taken = {i for i, _ in self.pairs}
        near = [(i in taken, other) for i, other in enumerate(self.gold) if _is_near(other, event)]
        alike = [other for used, other in near if not used and other.type is event.type]
        if alike:
            return (_compare_parties(alike[0], event) or Cause.PARTY_OTHER,)
        if any(not used for used, _ in near):
            return (Cause.TYPE,)
        same = [other for other in self.gold if other.type is event.type and other.parties == event.parties]
        return (Cause.AGAIN if same or any(other.type is event.type for _, other in near) else Cause.NO_EVENT,)


def _is_near(event: GoldEvent, other: GoldEvent) -> bool:
    """Tell whether two triggers share a word, whatever clitics it has."""
    ours, theirs = (
        {rest.removeprefix("ال") for word in find_words(e.trigger) for _, rest in split_proclitics(word)}
        for e in (event, other)
    )
    return not ours.isdisjoint(theirs)


def _compare_parties(gold: GoldEvent, got: GoldEvent) -> Cause | None:
    if gold.parties > got.parties:
        return Cause.PARTY_MISSING
    if gold.parties < got.parties:
        return Cause.PARTY_EXTRA
    if gold.parties != got.parties:
        return Cause.PARTY_OTHER
    same_sides = set(gold.actors) == set(got.actors) and set(gold.recipients) == set(got.recipients)
    return None if same_sides else Cause.DIRECTION


def why_course_differs(gold: GoldEvent, got: GoldEvent) -> tuple[Cause, ...]:
    """Return what is wrong with an event that matches in type and parties: sides, status, or both; () if neither."""
    sides = _compare_parties(gold, got)
    status = None if gold.status is got.status else Cause.STATUS
    return tuple(cause for cause in (sides, status) if cause)


def why_misdated(got: GoldEvent) -> tuple[Cause, ...]:
    """Return whether the day of an event was not found, or another was."""
    return (Cause.OTHER_DATE if got.date else Cause.NO_DATE,)


def why_no_entity(entity: GoldEntity, others: Annotation) -> tuple[Cause, ...]:
    """Return whether the other side has the name under another kind, within a longer or shorter name, or not."""
    if any(rate_entities(entity, msgspec.structs.replace(other, kind=entity.kind)) for other in others.entities):
        return (Cause.OTHER_KIND,)
    near = any(_shares(a, b) for a in entity.forms for other in others.entities for b in other.forms)
    return (Cause.PART if near else Cause.UNFOUND,)


def why_no_time(time: GoldTime, others: Sequence[GoldTime]) -> tuple[Cause, ...]:
    """Return whether the other side has the expression cut otherwise."""
    return (Cause.PART if any(_shares(time.text, other.text) for other in others) else Cause.UNFOUND,)


def why_other_value(got: GoldTime) -> tuple[Cause, ...]:
    """Return whether an expression has no value or another."""
    return (Cause.OTHER_VALUE if got.value else Cause.NO_VALUE,)


def why_no_quantity(quantity: GoldQuantity, others: Sequence[GoldQuantity]) -> tuple[Cause, ...]:
    """Return whether the other side has the figure with another unit, or its words with another value."""
    if any(o.value == quantity.value and to_unit(o.unit) != to_unit(quantity.unit) for o in others):
        return (Cause.OTHER_UNIT,)
    return (Cause.OTHER_VALUE if any(_shares(quantity.text, o.text) for o in others) else Cause.UNFOUND,)


def why_no_statement(statement: GoldStatement, others: Sequence[GoldStatement]) -> tuple[Cause, ...]:
    """Return whether the other side has words that its content shares with the statement, or nothing of it."""
    near = any(overlap(statement.content, other.content).shorter > 0.3 for other in others)
    return (Cause.CONTENT if near else Cause.UNFOUND,)


def why_other_speaker(got: GoldStatement) -> tuple[Cause, ...]:
    """Return whether a statement has no speaker or another."""
    return (Cause.OTHER_SPEAKER if got.speaker or got.speaker_text else Cause.NO_SPEAKER,)


def _shares(one: str, other: str) -> bool:
    return overlap(one, other).shorter > 0
