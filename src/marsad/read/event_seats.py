"""Who sits where: the two sides of a visit, lands and bodies that a preposition names, the host of a meeting."""

from itertools import takewhile

from marsad.lexicon.frames import Frame, SlotRole
from marsad.model import EventType
from marsad.read.asides import PAUSES
from marsad.read.clauses import Clause
from marsad.read.document import Line
from marsad.read.event_scene import Scene
from marsad.read.mentions import Form
from marsad.read.sites import Sites
from marsad.read.spoken_of import Slots
from marsad.read.triggers import Trigger

_DONE_IN = frozenset({(EventType.ASSAULT, SlotRole.ACTOR), (EventType.CONSULT, SlotRole.MUTUAL)})
_MET = 4  # tokens between a meeting and whom it is with
_OWNER = 2  # tokens that name whose a deed is: للقوات الكينية


class Seats:
    """Answers for one document. Parties are entity ids."""

    def __init__(self, sites: Sites, scene: Scene) -> None:
        self._sites, self._names, self._spoken, self._scene = sites, sites.names, sites.spoken, scene

    def seat_visit(self, frame: Frame, trigger: Trigger, own: Clause | None, slots: Slots) -> None:
        """Tell the two sides of a visit apart: a land right behind it is where it goes to, whoever it is by.

        زيارة إيران is no visit of Iran's, in أن وفدا سيزور طهران the delegation goes to Tehran, and the traveller may
        stand far behind: وصل نيروبي، صباح الخميس، الرئيس الغاني. Who sends somebody (no place for what is visited
        right behind the verb) does not travel.
        """
        if frame.mode != "visit" or frame.slots.get("subject") is not SlotRole.ACTOR or "object" not in frame.slots:
            return
        if own is None:
            self._seat_visitor(trigger, slots)
            land = self._names.land_at(trigger.last) if not trigger.verbal else None
            if land is not None and land in slots.get("owner", ()):
                slots["owner"] = [party for party in slots["owner"] if party != land]
                slots["إلى"] = [land, *slots.get("إلى", ())]
            return
        if own.subject is not None and own.subject[0] == own.head + 1:
            land = self._names.land_at(own.subject[0])
            if land is not None:
                travellers = slots.get("object", ()) if own.object is not None else slots.get("subject", ())
                # قال إن وفدا من الشركة برئاسة مديرها سيزور المدينة: he who begins the clause, far before its verb.
                first = self._spoken.parties_in(own.first, own.head)[:1]
                slots["subject"] = [party for party in travellers if party != land] or first
                slots["object"] = [land]
        elif own.subject is None and own.object is not None and not slots.get("subject"):
            behind = self._spoken.parties_in(own.object[1], own.last)
            slots["subject"] = [party for party in behind if party not in slots.get("object", ())][:1]

    def _seat_visitor(self, trigger: Trigger, slots: Slots) -> None:
        """Behind a visit that nobody else makes ل leads to the people who make it: أول زيارة لوزير غاني إلى كينيا."""
        if trigger.owned or any(slots.get(place) for place in ("owner", "adjective", "subject")):
            return
        ahead = range(trigger.last, min(trigger.last + _OWNER + 1, len(self._sites.doc.norms)))
        led = next((at for at in ahead if self._sites.chunks.preposition(at) == "ل"), None)
        if led is not None and self._sites.can_act(led):
            slots["subject"] = slots.pop("ل", [])

    def seat_guest(self, frame: Frame, own: Clause | None, slots: Slots) -> None:
        """Who is received where another is at home is the guest: تم استقبال السفير الكيني بمقر الخارجية اليابانية."""
        hosting = frame.slots.get("object") is SlotRole.ACTOR and frame.slots.get("owner") is SlotRole.RECIPIENT
        if not hosting or slots.get("object") or slots.get("ل") or (own is not None and own.subject is not None):
            return
        guests, home = slots.get("owner", []), {*slots.get("في", ()), *slots.get("ب", ())}
        if guests and home and not home & {*guests}:
            slots["object"], slots["owner"] = guests, []

    def seat_topic(self, frame: Frame, own: Clause | None, slots: Slots) -> None:
        """A country right behind what is discussed belongs to that: ناقش المجلس الخلاف مع الصومال."""
        if own is None or own.object is None or frame.required != ("مع",) or frame.type is not EventType.CONSULT:
            return
        end = own.object[1] + 1
        behind = next((prep for prep in own.preps if prep.prep == "مع" and prep.first == end), None)
        land = self._names.land_at(end) if behind is not None else None
        if land is not None:
            slots["مع"] = [party for party in slots.get("مع", ()) if party != land]

    def seat_land(self, line: Line, frame: Frame, slots: Slots) -> None:
        """In a country (بسوريا) is where a deed was done; only by what is somebody's (بغارة سورية) does he do it."""
        if (frame.type, frame.slots.get("ب")) not in _DONE_IN or not slots.get("ب"):
            return
        named = self._names.within(line.first, line.last)
        lands = {m.entity for m in named if m.clitic.endswith("ب") and self._names.land_at(m.first)}
        slots["ب"] = [party for party in slots["ب"] if party not in lands]

    def seat_met(self, trigger: Trigger, frame: Frame, own: Clause | None, slots: Slots) -> None:
        """Whom a meeting is with stands behind ب at once (لقاؤه بنظيره), what follows a pause is no part of it.

        A city right behind talks that nobody else has is where they are: لقاء جنيف سيحدد الموعد.
        """
        if own is not None or frame.type is not EventType.CONSULT or frame.mode == "visit":
            return
        norms, chunks = self._sites.doc.norms, self._sites.chunks
        near = range(trigger.last, min(trigger.last + _MET, len(norms)))
        met = takewhile(lambda at: norms[at] not in PAUSES, near)
        if slots.get("ب") and not any(chunks.preposition(at) == "ب" for at in met):
            slots["ب"] = []
        sides = [party for place, parties in slots.items() if place in frame.slots for party in parties]
        city = any(m.form is not Form.PROPER for m in self._names.within(trigger.last, trigger.last + 1))
        if city and sides == slots.get("owner") == [self._names.land_at(trigger.last)]:
            slots["owner"] = []

    def seat_owner(self, frame: Frame, trigger: Trigger, own: Clause | None, slots: Slots) -> None:
        """Right behind a noun of force ل tells whose it is: هجوم لحركة الشباب على القاعدة, not هجوم لضرب القاعدة."""
        place = "owner" if own is None else "subject"
        if frame.type is not EventType.ASSAULT or frame.slots.get(place) is not SlotRole.ACTOR or slots.get(place):
            return
        if not slots.get("ل"):
            return
        norms = self._sites.doc.norms
        behind = own.subject[1] if own is not None and own.subject is not None else trigger.last
        while own is None and norms[behind : behind + 1] and norms[behind].startswith("ال"):
            behind += 1  # الهجوم الكبير للقوات الكينية
        if (
            not norms[behind : behind + 1]
            or self._sites.chunks.preposition(behind) != "ل"
            or self._sites.is_masdar(behind)
        ):
            return
        owners = self._spoken.parties_in(behind, behind + _OWNER)
        held = [party for party in slots["ل"] if party in owners]
        if held:
            slots[place], slots["ل"] = held, [party for party in slots["ل"] if party not in held]

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
