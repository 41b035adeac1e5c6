"""Clauses: who did what, with the slots that statements and events are filled from. A partial parse over chunks, not a tree."""

from enum import StrEnum

import msgspec

from marsad.lang.morphology import Part, Tense, Voice


class ClauseKind(StrEnum):
    """What carries the clause."""

    VERBAL = "verbal"
    PARTICIPIAL = "participial"
    NOMINAL = "nominal"


class Prep(msgspec.Struct, frozen=True):
    """A prepositional phrase of a clause: the folded preposition (clitics ب ل ك too) and the token range of what it governs.

    A clitic preposition stands on token `first` itself (بالرئيس); a word of its own stands before it (مع الرئيس).
    """

    prep: str
    first: int
    last: int


class Clause(msgspec.Struct, frozen=True):
    """One predicate with its surroundings. All ranges are half-open token ranges; every index is into the document or the tuple
    of clauses.

    `pred_first`/`pred_last` holds particles too (سوف، لم، قد), `head` is the token of the verb, participle or masdar itself.
    `subject_from` is the clause whose subject an elided subject continues; then `subject` is None. `parent` is the clause whose
    complement or relative this one stands in.
    """

    line: int
    first: int
    last: int
    pred_first: int
    pred_last: int
    head: int
    lemma: str
    kind: ClauseKind
    part: Part
    voice: Voice | None = None
    tense: Tense | None = None
    gender: str | None = None
    number: str | None = None
    future: bool = False
    negated: bool = False
    hypothetical: bool = False
    subject: tuple[int, int] | None = None
    subject_from: int | None = None
    object: tuple[int, int] | None = None
    preps: tuple[Prep, ...] = ()
    complement: tuple[int, int] | None = None
    parent: int | None = None
