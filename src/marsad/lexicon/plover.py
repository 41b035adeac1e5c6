"""PLOVER's tables: what each event type and mode covers, and its value on the conflict-cooperation scale.

Codes and values are those of the PLOVER manual (draft of 2024-02, https://github.com/openeventdata/PLOVER); the
meanings are in our own words. The manual prints the value of ACCUSE without its sign and calls SANCTION material
conflict in its section but verbal conflict in its summary: here ACCUSE is -3 and SANCTION material.
"""

from enum import IntEnum

import msgspec

from marsad.model.plover import EventType


class Quad(IntEnum):
    """The four classes of the types, from verbal cooperation to material conflict."""

    VERBAL_COOPERATION = 1
    MATERIAL_COOPERATION = 2
    VERBAL_CONFLICT = 3
    MATERIAL_CONFLICT = 4


class TypeEntry(msgspec.Struct, frozen=True):
    """One event type. `score` lies in -10..10; `recipient`: the type says who it was done to, so one is required."""

    type: EventType
    quad: Quad
    score: float
    recipient: bool
    meaning: str


class ModeEntry(msgspec.Struct, frozen=True):
    """One mode of a type. `score` replaces that of the type; None where the manual gives the mode none."""

    type: EventType
    mode: str
    score: float | None
    meaning: str


_E, _Q = EventType, Quad

TYPES: tuple[TypeEntry, ...] = (
    TypeEntry(_E.AGREE, _Q.VERBAL_COOPERATION, 2.5, False, "promises, offers, agrees or is about to cooperate"),
    TypeEntry(_E.CONSULT, _Q.VERBAL_COOPERATION, 2.5, False, "talks, meets or calls"),
    TypeEntry(_E.SUPPORT, _Q.VERBAL_COOPERATION, 5, False, "backs, praises or recognizes in words or by diplomacy"),
    TypeEntry(_E.CONCEDE, _Q.VERBAL_COOPERATION, 4.5, False, "gives way in words: pardon, apology, announced truce"),
    TypeEntry(_E.COOPERATE, _Q.MATERIAL_COOPERATION, 9.5, True, "works together to the good of both sides"),
    TypeEntry(_E.AID, _Q.MATERIAL_COOPERATION, 10, True, "gives goods, money, protection or other help"),
    TypeEntry(_E.RETREAT, _Q.MATERIAL_COOPERATION, 6.5, False, "eases a conflict by what it does"),
    TypeEntry(_E.REQUEST, _Q.VERBAL_CONFLICT, 0, False, "asks, demands or orders"),
    TypeEntry(_E.ACCUSE, _Q.VERBAL_CONFLICT, -3, False, "criticizes, condemns, alleges, sues or investigates"),
    TypeEntry(_E.REJECT, _Q.VERBAL_CONFLICT, -2, False, "refuses, denies, vetoes or calls off"),
    TypeEntry(_E.THREATEN, _Q.VERBAL_CONFLICT, -3.5, False, "warns that it will do harm"),
    TypeEntry(_E.PROTEST, _Q.MATERIAL_CONFLICT, -5, False, "civilians show dissent together"),
    TypeEntry(_E.SANCTION, _Q.MATERIAL_CONFLICT, -6, True, "lessens or breaks ties, convicts, imposes penalties"),
    TypeEntry(_E.MOBILIZE, _Q.MATERIAL_CONFLICT, -5.5, False, "readies, moves or shows forces without using them"),
    TypeEntry(_E.COERCE, _Q.MATERIAL_CONFLICT, -7, False, "represses or compels without bodily violence"),
    TypeEntry(_E.ASSAULT, _Q.MATERIAL_CONFLICT, -9, False, "uses physical violence on purpose"),
)

MODES: tuple[ModeEntry, ...] = (
    ModeEntry(_E.CONSULT, "visit", 4, "one side goes to the other: the visitor acts, the host receives"),
    ModeEntry(_E.CONSULT, "third-party", 1, "two sides meet through or with a mediator"),
    ModeEntry(_E.CONSULT, "multilateral", 4, "three or more sides meet"),
    ModeEntry(_E.CONSULT, "phone", 1.5, "the sides talk at a distance"),
    ModeEntry(_E.RETREAT, "withdraw", 8, "takes its forces away"),
    ModeEntry(_E.RETREAT, "release", 6.5, "frees people or hands back property"),
    ModeEntry(_E.RETREAT, "disarm", 10, "gives up or destroys arms"),
    ModeEntry(_E.RETREAT, "ceasefire", 7.5, "stops fighting"),
    ModeEntry(_E.RETREAT, "access", 6.5, "lets observers, envoys or relief in"),
    ModeEntry(_E.RETREAT, "resign", 4.5, "leaves office under pressure"),
    ModeEntry(_E.REQUEST, "assist", 0.5, "asks for help or any exchange"),
    ModeEntry(_E.REQUEST, "change", -1, "asks for another policy or government"),
    ModeEntry(_E.REQUEST, "yield", -1, "asks the other side to free, lift, cease or leave"),
    ModeEntry(_E.REQUEST, "meet", 0, "asks for talks or mediation"),
    ModeEntry(_E.ACCUSE, "disapprove", -2, "criticizes, condemns or complains"),
    ModeEntry(_E.ACCUSE, "investigate", -3.5, "examines a wrong formally"),
    ModeEntry(_E.ACCUSE, "allege", -3.5, "says that somebody did wrong, charges or sues"),
    ModeEntry(_E.REJECT, "assist", -1.5, "refuses help or an exchange"),
    ModeEntry(_E.REJECT, "change", -2, "refuses another policy or government"),
    ModeEntry(_E.REJECT, "yield", -2, "refuses to free, lift, cease or leave"),
    ModeEntry(_E.REJECT, "meet", -2, "refuses or calls off talks"),
    ModeEntry(_E.THREATEN, "restrict", -3, "warns that it will limit, seize or close"),
    ModeEntry(_E.THREATEN, "arrest", -3.5, "warns that it will arrest or prosecute"),
    ModeEntry(_E.THREATEN, "relations", -3.5, "warns that it will lower ties or impose penalties"),
    ModeEntry(_E.THREATEN, "expel", -3.5, "warns that it will expel"),
    ModeEntry(_E.THREATEN, "territory", -4, "warns that it will take or occupy land"),
    ModeEntry(_E.THREATEN, "violence", -3.5, "warns that it will use force"),
    ModeEntry(_E.PROTEST, "demo", -5, "marches or gathers"),
    ModeEntry(_E.PROTEST, "riot", -7, "uses violence in a crowd"),
    ModeEntry(_E.PROTEST, "strike", -5, "stops work"),
    ModeEntry(_E.PROTEST, "hunger", -4.5, "refuses food"),
    ModeEntry(_E.PROTEST, "boycott", -4.5, "stays away from goods, votes or meetings"),
    ModeEntry(_E.PROTEST, "obstruct", -4.5, "blocks roads or sits in"),
    ModeEntry(_E.PROTEST, "vandalize", None, "damages property"),
    ModeEntry(_E.SANCTION, "convict", -6, "a court finds or sentences against somebody"),
    ModeEntry(_E.SANCTION, "expel", -5.5, "puts somebody out of a country, post or group"),
    ModeEntry(_E.SANCTION, "withdraw", -6, "pulls out its own envoys or other non-military means"),
    ModeEntry(_E.SANCTION, "discontinue", -6, "cuts exchanges or imposes economic penalties"),
    ModeEntry(_E.MOBILIZE, "troops", -6.5, "moves or readies soldiers"),
    ModeEntry(_E.MOBILIZE, "weapons", -6.5, "moves, tests or readies arms"),
    ModeEntry(_E.MOBILIZE, "police", -5.5, "moves or readies police"),
    ModeEntry(_E.MOBILIZE, "militia", -6, "moves or readies irregular forces"),
    ModeEntry(_E.COERCE, "seize", -7, "takes property or land"),
    ModeEntry(_E.COERCE, "restrict", -7, "bans, blocks or limits"),
    ModeEntry(_E.COERCE, "censor", -6.5, "limits speech or media"),
    ModeEntry(_E.COERCE, "curfew", -6.5, "keeps people indoors"),
    ModeEntry(_E.COERCE, "martial-law", -7.5, "declares emergency or military rule"),
    ModeEntry(_E.COERCE, "arrest", -7, "detains or charges people"),
    ModeEntry(_E.COERCE, "deport", -7, "sends people out of the country"),
    ModeEntry(_E.COERCE, "withhold", -7, "holds back supplies or pay"),
    ModeEntry(_E.COERCE, "misinformation", -6.5, "spreads false reports or meddles by them"),
    ModeEntry(_E.COERCE, "cyber", -7, "attacks by computer"),
    ModeEntry(_E.ASSAULT, "abduct", -8.5, "kidnaps, takes hostages"),
    ModeEntry(_E.ASSAULT, "beat", -7.5, "beats, injures without a weapon"),
    ModeEntry(_E.ASSAULT, "torture", -8.5, "torments prisoners"),
    ModeEntry(_E.ASSAULT, "sexual", -8.5, "sexual violence"),
    ModeEntry(_E.ASSAULT, "targeted", -9.5, "assassinates or executes a chosen person"),
    ModeEntry(_E.ASSAULT, "destroy", -8.5, "destroys property by force"),
    ModeEntry(_E.ASSAULT, "primitive", -8, "attacks by knives, stones, vehicles"),
    ModeEntry(_E.ASSAULT, "firearms", -9, "attacks by small arms"),
    ModeEntry(_E.ASSAULT, "explosives", -9, "attacks by bombs, mines, booby traps"),
    ModeEntry(_E.ASSAULT, "suicide-attack", -9.5, "attacks by killing oneself"),
    ModeEntry(_E.ASSAULT, "aerial", -9.5, "attacks from manned aircraft"),
    ModeEntry(_E.ASSAULT, "drone", -9.5, "attacks by unmanned aircraft"),
    ModeEntry(_E.ASSAULT, "heavy-weapons", -9.5, "attacks by artillery, rockets, tanks"),
    ModeEntry(_E.ASSAULT, "crowd-control", -7.5, "disperses people by force"),
    ModeEntry(_E.ASSAULT, "unconventional", -10, "attacks by chemical, biological or nuclear means"),
)

_TYPE_SCORES = {entry.type: entry.score for entry in TYPES}
_MODE_SCORES = {(entry.type, entry.mode): entry.score for entry in MODES}


def is_mode(event_type: EventType, mode: str) -> bool:
    """Tell whether `mode` is one of PLOVER's for the type."""
    return (event_type, mode) in _MODE_SCORES


def to_score(event_type: EventType, mode: str | None) -> float:
    """The conflict-cooperation value (-10..10) of a type and mode; the type's where the mode has none."""
    score = _MODE_SCORES.get((event_type, mode)) if mode else None
    return _TYPE_SCORES[event_type] if score is None else score
