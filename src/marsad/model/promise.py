"""Promises and targets: what was pledged, announced or aimed at, and what later articles tell of it."""

from enum import StrEnum

import msgspec

from marsad.model.measurement import Measurement
from marsad.model.plover import EventType
from marsad.model.relation import When, Who, Witness


class PromiseKind(StrEnum):
    """A figure aimed at, a figure expected, an event announced (a visit, talks), or a deed pledged in words."""

    TARGET = "target"
    FORECAST = "forecast"
    EVENT = "event"
    PLEDGE = "pledge"


class PromiseState(StrEnum):
    """What is known of a promise.

    `open`: nothing later settles it, also where its day has passed. `reached`: a later figure or event fulfils it.
    `missed`: the figure of the deadline falls short, or the event was called off. `superseded`: a later target or a new
    day took its place. `contradicted`: later voices disagree whether it was reached, or deny it.
    """

    OPEN = "open"
    REACHED = "reached"
    MISSED = "missed"
    SUPERSEDED = "superseded"
    CONTRADICTED = "contradicted"


class Sequel(msgspec.Struct, frozen=True):
    """Something later articles tell of a promise. `settles` is the state it leads to, `open` where it only adds to what
    is known. A figure has `measured`, an event `happening` and its `when`."""

    settles: PromiseState
    witness: Witness
    measured: Measurement | None = None
    happening: str | None = None
    when: When | None = None


class Promise(msgspec.Struct, frozen=True):
    """One promise with all witnesses that tell it, and its sequels in order of their reports.

    `by` are those who made it where the words say so; `parties` the codes it is about. `deadline` is the ISO day it is
    due at the latest, None where no day is given; `is_due`: that day lies before the last day known. `falling`: what is
    aimed at is less, not more. `measured` is set for figures; `type`, `mode` and `happening` for events (a
    meeting to come has the type of one held). `subject` are
    the words pledged.
    """

    id: str
    kind: PromiseKind
    state: PromiseState
    parties: tuple[str, ...]
    by: tuple[Who, ...]
    when: When
    deadline: str | None
    is_due: bool
    witnesses: tuple[Witness, ...]
    sequels: tuple[Sequel, ...]
    subject: str
    measured: Measurement | None = None
    falling: bool = False
    type: EventType | None = None
    mode: str | None = None
    happening: str | None = None
