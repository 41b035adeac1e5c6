"""Parties of an event: the places of a clause as actors and recipients, and what the text around adds to them."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from marsad.lang.morphology import Voice
from marsad.lexicon.frames import AGENT, PREPOSITIONS, Frame, SlotRole
from marsad.lexicon.load import Lexicon
from marsad.lexicon.plover import TYPES
from marsad.lexicon.syntax import build_syntax
from marsad.model import EntityKind, EventType, Statement
from marsad.read.clauses import Clause
from marsad.read.document import Document, Line
from marsad.read.event_scene import Scene
from marsad.read.event_types import SHARED, UTTERED
from marsad.read.mentions import Names
from marsad.read.noun_phrases import AIMED, DOER
from marsad.read.slots import SlotFinder, Slots
from marsad.read.triggers import Trigger

# PLOVER: these are always done by one to another, so one party alone is no such event.
LEAST = {entry.type: 2 for entry in TYPES if entry.recipient}

_AGAINST = frozenset({"ضد", "بحق"})  # whom words are against wherever it stands

_PAUSES = frozenset({"،", ",", "-", "–"})
_SITTING = frozenset({"subject", "object", "owner", "adjective", "ل", "مع", "بين", "ب"})  # where those who meet stand
_FORUM = ("أمام", "عبر")  # before whom or through whom something is said takes no part in it
_ASIDE = ("بشأن", "في")  # about whom or where it is said
_BACK = 60  # tokens before a sentence in which a pronoun finds whom it means
_APART = "ايا"  # an object pronoun that stands apart: إياه


class PartyFinder:
    """Completes the parties of the events of one document. Parties are entity ids."""

    def __init__(self, doc: Document, names: Names, slots: SlotFinder, scene: Scene, lexicon: Lexicon) -> None:
        self._doc, self._names, self._slots, self._scene = doc, names, slots, scene
        syntax, words = build_syntax(lexicon.syntax, lexicon.verbs), lexicon.reference
        self._pauses = (words.clause_boundary | words.pause) - syntax.complementizers

    def complete(
        self,
        frame: Frame,
        trigger: Trigger,
        actors: list[str],
        recipients: list[str],
        statement: Statement | None,
    ) -> tuple[list[str], list[str]]:
        """Fill a side that the clause leaves open by whoever speaks; a side that nobody names stays open."""
        speaker = self.speaker_of(statement)
        if speaker is not None and frame.speaker is SlotRole.ACTOR and not actors:
            actors = [speaker]
        if speaker is not None and frame.speaker is SlotRole.RECIPIENT and not recipients:
            recipients = [speaker]
        if (
            frame.needs == "statement"
            and statement is not None
            and speaker is not None
            and {*actors, *recipients} <= {speaker}
        ):
            recipients = self._spoken_of(trigger, statement, speaker)
        return actors, recipients

    def take_side(
        self, frame: Frame, slots: Slots, actors: list[str], recipients: list[str], statement: Statement | None
    ) -> tuple[list[str], list[str]]:
        """He who speaks well of a relation backs the other side of it; with whom he is one subject stands with him."""
        speaker = self.speaker_of(statement)
        sided = frame.type in UTTERED or SlotRole.MUTUAL in frame.slots.values()
        if not sided or frame.speaker is not SlotRole.ACTOR or recipients:
            return actors, recipients
        if speaker not in actors or len(actors) < 2:
            return actors, recipients
        beside = slots.get("subject", ()) if speaker in slots.get("subject", ()) else ()
        others = [party for party in actors if party != speaker and party not in beside]
        return ([party for party in actors if party not in others], others) if others else (actors, recipients)

    def _spoken_of(self, trigger: Trigger, statement: Statement, speaker: str) -> list[str]:
        """Whom the words judge: the party named last before the judgement, else the first behind it."""
        first = self._doc.token_at(statement.content[0].start) if statement.content else trigger.first
        last = self._doc.token_at(statement.content[-1].end - 1) + 1 if statement.content else trigger.last
        before = [party for party in self._slots.spoken.parties_in(first, trigger.first) if party != speaker]
        behind = [party for party in self._slots.spoken.parties_in(trigger.last, last) if party != speaker]
        return before[-1:] or behind[:1]

    def add_pronouns(self, slots: Slots, line: Line, trigger: Trigger, statement: Statement | None) -> None:
        """Add who is meant by pronouns: "we" and "our" are the speaker's state, him and them who was named last."""
        speaker = self.speaker_of(statement)
        if trigger.ours and trigger.verbal and speaker is None:
            # Nobody told of before is "we"; in a title he stands before a colon.
            slots["subject"] = self._cited_in(line, trigger.head)
        if trigger.ours and speaker is not None:
            place = "subject" if trigger.verbal else "owner"
            if trigger.verbal and not slots.get("object"):
                # "We" never stands behind its verb: who does is its object (سنواجه إيران).
                behind = self._slots.spoken.parties_in(trigger.last, line.last)
                slots["object"] = [party for party in slots.get("subject", ()) if party in behind and party != speaker]
            slots[place] = [speaker]
        after = self._doc.norms[trigger.last] if trigger.last < line.last else ""
        target = trigger.target or (after if trigger.verbal and after.startswith(_APART) else "")
        if target and not slots.get("object"):
            first, subject = max(0, line.first - _BACK), slots.get("subject", ())
            known = self._slots.meant_by(target, first, trigger.head)
            others = [party for party in known if party not in subject]
            both = target.endswith("هما")
            pair = self._last_pair(first, trigger.head, subject) if both else []
            slots["object"] = pair or others[-2 if both else -1 :]

    def _last_pair(self, first: int, last: int, but: Sequence[str]) -> list[str]:
        """The last two of a range that one word means (البلدين) or that و joins, none of them among `but`."""
        marked = [(at, party) for at, party in self._slots.spoken.marked_in(first, last)]
        for (at, one), (after, other) in reversed(list(pairwise(marked))):
            if (at == after or self._is_joined(at, after)) and one != other and not {one, other} & {*but}:
                return [one, other]
        return []

    def _cited_in(self, line: Line, last: int) -> list[str]:
        """Whose words a line gives behind his name and a colon: الوزير: سنرد."""
        colon = next((at for at in range(line.first, last) if self._doc.norms[at] == ":"), line.first)
        return self._slots.spoken.parties_in(line.first, colon)[:1]

    def fill_up(
        self,
        line: Line,
        frame: Frame,
        trigger: Trigger,
        clause: Clause | None,
        slots: Slots,
        actors: list[str],
        recipients: list[str],
    ) -> tuple[list[str], list[str]]:
        """Where the sense asks for more parties than found, the one other party of the clause or sentence is meant."""
        given = {*actors, *recipients}
        if frame.mode == "visit" or (frame.type is EventType.COOPERATE and clause is not None):
            # Where to or with whom is told, or it is not known: أجرت مناورات قرب سواحل الجار.
            return actors, recipients
        directed = frame.type in UTTERED and not (actors and recipients)
        if trigger.ours and len(given) == 1 and frame.type in SHARED:
            # "We agreed": the speaker and whom the text has joined him with.
            pair = self._slots.spoken.last_two_before(trigger.head, states=True)
            return ([*actors, *(p for p in pair if p not in given)] if given & {*pair} else actors), recipients
        if self._is_filled(frame, clause) or (clause is not None and self._meets_alone(frame, given)):
            return actors, recipients
        if not given or (not directed and len(given) >= max(LEAST.get(frame.type, 1), frame.parties)):
            return actors, recipients
        scopes = [(line.first, line.last)] if clause is None else [(clause.first, clause.last), (line.first, line.last)]
        heard = {party for place in _FORUM if place not in frame.slots for party in slots.get(place, ())}
        others = ([p for p in self._slots.spoken.parties_in(*scope) if p not in given | heard] for scope in scopes)
        rest = next((found for found in others if len(found) == 1), [])
        if not rest and directed and actors and frame.type is not EventType.SUPPORT:
            about = {party for place in _ASIDE if place not in frame.slots for party in slots.get(place, ())}
            rest = self._spoken_behind(line, trigger, given | heard | about)
        if not rest:
            return actors, recipients
        if actors and SlotRole.MUTUAL in frame.slots.values():
            return actors + rest, recipients
        return (actors, recipients or rest) if actors else (rest, recipients)

    def _spoken_behind(self, line: Line, trigger: Trigger, others: set[str]) -> list[str]:
        """The first party that words name before their first pause, and whoever و joins to it."""
        ends = (at for at in range(trigger.last, line.last) if self._doc.norms[at] in self._pauses)
        marked = self._slots.spoken.marked_in(trigger.last, next(ends, line.last))
        found = [(at, party) for at, party in marked if party not in others]
        joined = takewhile(lambda pair: self._is_joined(*pair), pairwise(at for at, _ in found))
        return list(dict.fromkeys(party for _, party in found[: 1 + len(list(joined))]))

    def _is_joined(self, at: int, after: int) -> bool:
        """Tell whether nothing but "and" stands between two names."""
        return after == at + 1 and self._doc.norms[after].startswith("و")

    def _is_filled(self, frame: Frame, clause: Clause | None) -> bool:
        """Somebody whose party is not known stands where the other side does: nobody else is meant."""
        if clause is None or clause.object is None or frame.slots.get("object") is not SlotRole.RECIPIENT:
            return False
        head = clause.object[0]
        if any(prep.first < head for prep in clause.preps):
            return False  # it may belong to what the preposition governs
        if self._slots.spoken.parties_in(*clause.object) or self._doc.norms[head - 1] in _PAUSES:
            # Behind a comma stands a second name of the subject.
            return False
        named = next((m for m in self._names.within(head, head + 1) if m.first == head), None)
        return self._slots.can_act(head) or (named is not None and self._names.party_of(named.entity) is None)

    def _meets_alone(self, frame: Frame, given: set[str]) -> bool:
        """A council or union meets by itself: يجتمع المجلس لبحث الأزمة."""
        bodies = (EntityKind.ORGANIZATION, EntityKind.GROUP)
        return frame.type is EventType.CONSULT and any(
            self._names.by_id[party].kind in bodies and not self._names.by_id[party].country for party in given
        )

    def meets_nobody(
        self, frame: Frame, own: Clause | None, slots: Slots, given: set[str], statement: Statement | None
    ) -> bool:
        """A state that is known only as the speaker of the words met somebody untold: جرى تبادل لوجهات النظر."""
        places = frame.slots if own is not None else frame.slots.keys() - {"subject"}
        named = any(given & {*slots.get(place, ())} for place in places)
        return frame.type is EventType.CONSULT and not named and given == {self.speaker_of(statement)}

    def find_body(self, trigger: Trigger, slots: Slots) -> str | None:
        """Return the body of several states that is all that stands around a verb or noun: جلسة لمجلس الأمن."""
        places = (place for place in slots if place in _SITTING and (trigger.verbal or place != "subject"))
        # Behind the first ل stands whose meeting it is, behind a further one what for: جلسة للمجلس لبحث الوضع.
        parties = {party for place in places for party in slots[place][: 1 if place == "ل" else None]}
        body = next(iter(parties)) if len(parties) == 1 else None
        return body if body is not None and self._names.is_body(body) else None

    def speaker_of(self, statement: Statement | None) -> str | None:
        """Return the party for which the speaker of a statement speaks: a minister unnamed speaks for his state."""
        if statement is None:
            return None
        if statement.speaker is not None:
            return self._names.party_of(statement.speaker)
        if statement.speaker_span is None:
            return None
        first = self._doc.token_at(statement.speaker_span.start)
        last = self._doc.token_at(statement.speaker_span.end - 1) + 1
        return next(iter(self._slots.spoken.parties_in(first, last)), None)

    def seat_visit(self, frame: Frame, trigger: Trigger, own: Clause | None, slots: Slots) -> None:
        """Tell the two sides of a visit apart: a land right behind it is where it goes to, whoever it is by.

        زيارة إيران is no visit of Iran's, in أن وفدا سيزور طهران the delegation goes to Tehran, and the traveller may
        stand far behind: وصل نيروبي، صباح الخميس، الرئيس الغاني.
        """
        if frame.mode != "visit" or frame.slots.get("subject") is not SlotRole.ACTOR:
            return
        if own is None:
            land = self._names.land_at(trigger.last) if not trigger.verbal else None
            if land is not None and land in slots.get("owner", ()):
                slots["owner"] = [party for party in slots["owner"] if party != land]
                slots["إلى"] = [land, *slots.get("إلى", ())]
            return
        if own.subject is not None and own.subject[0] == own.head + 1:
            land = self._names.land_at(own.subject[0])
            if land is not None:
                travellers = slots.get("object", ()) if own.object is not None else slots.get("subject", ())
                slots["subject"] = [party for party in travellers if party != land]
                slots["object"] = [land]
        elif own.subject is None and own.object is not None and not slots.get("subject"):
            behind = self._slots.spoken.parties_in(own.object[1], own.last)
            slots["subject"] = [party for party in behind if party not in slots.get("object", ())][:1]

    def seat_land(self, line: Line, frame: Frame, slots: Slots) -> None:
        """In a country (بسوريا) is where a deed was done; only by what is somebody's (بغارة سورية) does he do it."""
        if frame.type is not EventType.ASSAULT or frame.slots.get("ب") is not SlotRole.ACTOR:
            return
        lands = {m.entity for m in self._names.within(line.first, line.last) if m.clitic.endswith("ب")}
        slots["ب"] = [party for party in slots.get("ب", ()) if party not in lands]

    def seat_staff(self, frame: Frame, slots: Slots) -> None:
        """Where the doer is told, the body in which people are seized is whose they are: احتجزوا موظفين في المنظمة."""
        if frame.slots.get("في") is not SlotRole.ACTOR or not slots.get("subject"):
            return
        staff = [party for party in slots.pop("في", ()) if self._names.is_body(party)]
        slots["object"] = [*slots.get("object", ()), *staff]

    def seat_host(
        self, line: Line, trigger: Trigger, frame: Frame, slots: Slots, actors: list[str], recipients: list[str]
    ) -> tuple[list[str], list[str]]:
        """Two who meet in the country of one of them, or at the invitation of one: the other came to visit."""
        if frame.mode == "third-party" and len(actors) == 1 and {*actors} < {*slots.get("بين", ())}:
            return recipients, actors
        if frame.type is not EventType.CONSULT or len(actors) != 2 or recipients:
            return actors, recipients
        nation = self._scene.find_nation(line, trigger.head)
        host = [party for party in actors if nation is not None and self._names.by_id[party].country == nation]
        return ([party for party in actors if party not in host], host) if host else (actors, recipients)


def assign(frame: Frame, slots: Slots, clause: Clause | None) -> tuple[list[str], list[str]]:
    """Give the parties of each place their role in the frame."""
    passive = clause is not None and clause.voice is Voice.PASSIVE
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
    for place, parties in slots.items():
        role = frame.slots.get("object" if passive and place == "subject" else place)
        if done and role is SlotRole.ACTOR:
            # مقتل قائد إيراني من قبل الجيش: whose the noun is suffers what another does.
            role = SlotRole.RECIPIENT if place in ("owner", "adjective") else None
        if place == AGENT:
            # Whose deed is judged is whom the words are about.
            role = SlotRole.RECIPIENT if frame.needs == "statement" else SlotRole.ACTOR
        if role is None and place == "object" and frame.slots.get("owner") is SlotRole.RECIPIENT:
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
    if frame.slots.get("owner") is SlotRole.RECIPIENT and owners and not actors:
        there = {*slots.get("في", ()), *slots.get("ب", ())}
        others = [p for p in recipients if p not in owners and p not in there]
        # In whose land it was done tells no doer: مقتل جندي فرنسي في مالي.
        return (list(owners), others) if others else (actors, list(owners))
    return actors, recipients


def _has_doer(frame: Frame, slots: Slots) -> bool:
    """A noun has who does it beside it: as its owner, its nationality, or between it and its adjective."""
    return any(slots.get(place) and place in frame.slots for place in ("owner", "adjective")) or DOER in slots


def _is_addressed(frame: Frame, place: str) -> bool:
    """Words that name their addressee behind a preposition; a judgement may be of all whom it names."""
    spoken = frame.type in UTTERED and frame.needs != "statement"
    return spoken and place in PREPOSITIONS and place not in _AGAINST
