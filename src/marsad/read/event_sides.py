"""The sides of an event: the parties in the places of a clause or noun as actors and recipients of a frame."""

from collections.abc import Sequence

from marsad.lang.morphology import Voice
from marsad.lexicon.frames import AGENT, PREPOSITIONS, Frame, SlotRole
from marsad.model import EventType
from marsad.read.clauses import Clause
from marsad.read.event_types import UTTERED
from marsad.read.noun_phrases import AIMED, DOER
from marsad.read.spoken_of import Slots

_AGAINST = frozenset({"ضد", "بحق"})  # whom words are against wherever it stands


def assign(frame: Frame, slots: Slots, clause: Clause | None) -> tuple[list[str], list[str]]:
    """Give the parties of each place their role in the frame."""
    passive = clause is not None and clause.voice is Voice.PASSIVE and not _is_shared(frame, clause)
    actors: list[str] = []
    recipients: list[str] = []
    aimed = frame.slots.get("object") is SlotRole.RECIPIENT and any(
        p not in slots.get("subject", ()) for p in slots.get("object", ())
    )
    hit = frame.type is EventType.ASSAULT and any(
        slots.get(place) and frame.slots.get(place) is SlotRole.RECIPIENT for place in (*AIMED, "ل")
    )
    opposed = any(slots.get(place) and place in frame.slots for place in _AGAINST)
    done = slots.get(AGENT)
    hosted = bool(done) and frame.slots.get("object") is SlotRole.ACTOR
    for place, parties in slots.items():
        role = frame.slots.get("object" if passive and place == "subject" else place)
        if done and frame.needs == "statement" and place != AGENT:
            continue  # ضغوط على الحكومة من قبل الجيش: whose deed is judged is told
        if hosted and place != AGENT:
            # استقباله من قبل نظيره: whoever comes is the owner, or subject or object of what
            # the letters do not tell to be a passive.
            role = SlotRole.ACTOR if place in ("owner", "adjective", "subject", "object") else None
        elif done and role is SlotRole.ACTOR:
            # مقتل قائد إيراني من قبل الجيش: whose the noun is suffers what another does.
            role = SlotRole.RECIPIENT if place in ("owner", "adjective") else None
        if place == AGENT:
            # Whose deed is judged is whom the words are about.
            role = SlotRole.RECIPIENT if hosted or frame.needs == "statement" else SlotRole.ACTOR
        judges = frame.needs == "statement" and clause is not None  # ينتهك قرارات المجلس: its object is wronged
        if role is None and place == "object" and frame.slots.get("owner") is SlotRole.RECIPIENT and not judges:
            # Where a noun has both its doer and whom it is done to, the doer is its owner: see below.
            role = SlotRole.RECIPIENT
        if role is None and place == "ل" and clause is None and _has_doer(frame, slots):
            # حصار الجيش للمدينة: behind a noun and its doer ل leads to the object.
            role = frame.slots.get("object")
        if aimed and not passive and role is SlotRole.RECIPIENT and place != "object":
            # The object is whom it is aimed at; prepositions then tell of other things.
            continue
        if hit and place == "في" and role is SlotRole.RECIPIENT:
            # Whom it is aimed at is told; in whose land is then only where: غارات على حزب العمال في العراق.
            continue
        if role is SlotRole.RECIPIENT:
            owned = place == "ل" and frame.slots.get("owner") is SlotRole.RECIPIENT
            if _is_addressed(frame, place) and (recipients or opposed) and not owned:
                # Words have one addressee: further prepositions tell what they are about.
                continue
            recipients += [p for p in parties if p not in recipients]
        elif role is not None:
            actors += [p for p in parties if p not in actors]
    if not any(party not in actors for party in recipients):
        places = [place for place in frame.slots if frame.slots[place] is SlotRole.RECIPIENT]
        if clause is None and "object" in places and "ل" not in frame.slots and _has_doer(frame, slots):
            places.append("ل")
        recipients = [p for place in places for p in slots.get("@" + place, ())] or recipients
    if not actors and frame.slots.get("في") is SlotRole.ACTOR:
        # Who arrests or convicts in a city is the state it lies in.
        actors = [p for p in slots.get("@في", ()) if p not in recipients]
    owners = slots.get("owner", [])
    if frame.needs == "statement" and frame.slots.get("subject") is SlotRole.RECIPIENT:
        return actors, recipients  # who judges is told by whose words they are
    if frame.slots.get("owner") is SlotRole.RECIPIENT and owners and not actors:
        there = {*slots.get("في", ()), *slots.get("ب", ())}
        others = [p for p in recipients if p not in owners and p not in there]
        # In whose land it was done tells no doer: مقتل جندي فرنسي في مالي.
        return (list(owners), others) if others else (actors, list(owners))
    return actors, recipients


def is_for_itself(frame: Frame, slots: Slots, clause: Clause | None, actors: Sequence[str], *, owned: bool) -> bool:
    """Who stands by what is his own backs nobody else: تؤكد كينيا سيادتها، أشاد الرئيس الكيني بجيش كينيا.

    `owned`: the noun of the trigger has a possessive.
    """
    places = [place for place, role in frame.slots.items() if role is SlotRole.RECIPIENT and place != "object"]
    behind = {party for place in places for party in slots.get(place, ())}
    its_own = clause is not None and owned and frame.slots.get("owner") is SlotRole.RECIPIENT
    return not frame.needs and (behind <= {*actors} if behind else its_own)


def _is_shared(frame: Frame, clause: Clause) -> bool:
    """Tell whether what several do together is told without a subject: أكد الوزير أنه تم الاتفاق مع الجانب الكيني."""
    return SlotRole.MUTUAL in frame.slots.values() and clause.subject is None and clause.object is None


def _has_doer(frame: Frame, slots: Slots) -> bool:
    """A noun has who does it beside it: as its owner, its nationality, or between it and its adjective."""
    return any(slots.get(place) and place in frame.slots for place in ("owner", "adjective")) or DOER in slots


def _is_addressed(frame: Frame, place: str) -> bool:
    """Words that name their addressee behind a preposition; a judgement may be of all whom it names."""
    spoken = frame.type in UTTERED and frame.needs != "statement"
    return spoken and place in PREPOSITIONS and place not in _AGAINST


def has_doers(frame: Frame, slots: Slots) -> bool:
    """A noun with doers of its own does not take the subject of the sentence: بحث الجانبان الغزو الروسي."""
    if slots.get(AGENT):
        return True
    suffered = frame.slots.get("owner") is SlotRole.RECIPIENT and not slots.get("object") and not slots.get("ل")
    places: tuple[str, ...] = ("adjective",) if suffered and slots.get("subject") else ("owner", "adjective")
    if frame.slots.get("adjective") is SlotRole.RECIPIENT:
        places = tuple(place for place in places if place != "adjective")  # إسقاط الطائرة الكينية
    owners = any(slots.get(place) and place in frame.slots for place in places)
    sides = {party for place, role in frame.slots.items() if role is SlotRole.MUTUAL for party in slots.get(place, ())}
    return owners or len(sides - {*slots.get("subject", ())}) > 1 or len({*slots.get("بين", ())} & sides) > 1
