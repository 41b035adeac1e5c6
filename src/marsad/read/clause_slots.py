"""The places of a clause around its verb: subject, object, and what its prepositions lead to."""

from collections.abc import Sequence

from marsad.lang.morphology import Voice
from marsad.lexicon.frames import AGENT
from marsad.lexicon.load import Lexicon
from marsad.model import EntityKind
from marsad.read.arguments import Prep
from marsad.read.clauses import Clause
from marsad.read.document import Line
from marsad.read.doers import Doers
from marsad.read.noun_phrases import AIMED
from marsad.read.spoken_of import Slots, add_parties

_BETWEEN = frozenset({"ل", '"'})
_SENT_BY = frozenset({"من", "عن"})
_BEHIND_MASDAR = frozenset({"ل", "الي", "من"})


class ClauseSlots:
    """Fills the places of the clauses of one document."""

    def __init__(self, doers: Doers, lexicon: Lexicon) -> None:
        self._doers, self._sites = doers, doers.sites
        self._doc, self._spoken = doers.sites.doc, doers.sites.spoken
        self._reference, self._places = lexicon.reference, lexicon.slot_places

    def fill(self, line: Line, clause: Clause, parts: Sequence[int] = ()) -> Slots:
        """Fill the places of a clause around its own predicate; `parts` are the tokens of its trigger."""
        slots: Slots = {}
        add_parties(slots, "subject", self._doers.subject_of(line, clause))
        if clause.object is not None:
            add_parties(slots, "object", self._spoken.parties_in(*clause.object))
            add_parties(slots, "@object", self._spots(*clause.object))
        aimed, aimed_until, for_purpose, apart = "", -1, False, False
        before = clause.object
        for prep in clause.preps:
            ends, before = before, (prep.first, prep.last)
            if ends is not None and ends[0] not in parts and self._completes(ends, prep):
                continue
            if self._doc.norms[prep.first] in self._reference.condition_noun:
                # سترد في حال هجوم على الجزيرة: what follows is told of the case, not of the deed.
                break
            place = self._place_of(prep)
            if prep.prep == "ب" and ends is not None and self._doc.norms[ends[0] - 1] == "في" and self._is_land(prep):
                continue  # في سمرقند بأوزبكستان
            if place == "في" and ends == clause.object and self._is_member(ends, prep):
                place = "object"
            elif place in _SENT_BY:
                place = self._sent_to(clause, prep, slots) or place
            if place == AGENT and clause.voice is not Voice.PASSIVE:
                behind = clause.subject is not None and clause.subject[0] > clause.head and clause.object is None
                if behind and (not slots["subject"] or self._is_right_behind(clause.subject, prep)):
                    # A verb whose letters are active and passive alike: احتجز البحارة من قبل الجيش.
                    slots["object"], slots["subject"] = slots["subject"], []
                else:
                    # Who does what the object names is whom words are about: أدانت القصف من قبل الجيش.
                    place = "object"
            if place == "بين" and (for_purpose or (slots["subject"] and slots.get("object"))):
                # Both sides are there: what is "between" tells of a noun (التقى فلانا بعد الاتفاق بين ...).
                continue
            for_purpose = for_purpose or (prep.prep == "ل" and self._sites.is_masdar(prep.first))
            if prep.prep in self._reference.circumstance:
                apart = True
            elif apart and slots.get(place):
                continue  # ألقى باللوم على كينيا عقب القيود على التجارة: what follows is told of the circumstance
            if place == "في" and (slots.get(place) or slots.get("@" + place)):
                # The first place is the deed's, a further one that of something told of it.
                continue
            if place == "ل" and self._doc.norms[prep.first - 1].removeprefix("ال") in self._reference.belonging:
                # طائرات تابعة للحلف are his, whatever else he is told of.
                held = clause.subject is not None and clause.subject[0] < prep.first <= clause.subject[1] + 1
                place = "subject" if held else place
            elif place == "ل" and clause.object is not None and self._follows(clause.object[1], prep.first):
                # Whose the object is: قصفت الطائرات مواقع لداعش.
                place = "object" if not slots["object"] else place
            if place == "ل" and aimed and not slots[aimed] and self._follows(aimed_until, prep.first):
                # Nor does it matter behind a preposition: أطلق صواريخ على مواقع لداعش.
                place = aimed
            aimed, aimed_until = (place, prep.last) if place in AIMED else ("", -1)
            add_parties(slots, place, self._spoken.parties_in(prep.first, prep.last))
            # في بلدة نيفاشا: what kind of place it is stands before its name.
            is_kind = self._doc.norms[prep.first] in self._reference.settlement
            add_parties(slots, "@" + place, self._spots(prep.first, prep.first + 1 + is_kind))
        return slots

    def _is_land(self, prep: Prep) -> bool:
        """Tell whether a preposition leads to a country by its name."""
        return self._sites.names.land_at(prep.first) is not None

    def _is_member(self, phrase: tuple[int, int] | None, prep: Prep) -> bool:
        """Tell whether people right before في are a body's: قياديا في حماس."""
        if phrase is None or not self._follows(phrase[1], prep.first - 1) or not self._sites.can_act(phrase[0]):
            return False
        kinds = (self._sites.names.by_id[party].kind for party in self._spoken.parties_in(prep.first, prep.last))
        return any(kind in (EntityKind.ORGANIZATION, EntityKind.GROUP) for kind in kinds)

    def _sent_to(self, clause: Clause, prep: Prep, slots: Slots) -> str | None:
        """The place of a delegation right before a preposition that tells whose it is: وصل وفد من البرلمان."""
        for place, phrase in (("subject", clause.subject), ("object", clause.object)):
            if phrase is None or slots.get(place) or phrase[1] != prep.first - 1:
                continue
            if self._doc.norms[phrase[0]].removeprefix("ال") in self._reference.delegation_noun:
                return place
        return None

    def _completes(self, phrase: tuple[int, int], prep: Prep) -> bool:
        """What follows a masdar and its doer is told of that: وافق على انضمام السويد للحلف."""
        adjoining = phrase[1] <= prep.first <= phrase[1] + 1 and prep.prep in _BEHIND_MASDAR
        return adjoining and self._sites.is_masdar(phrase[0]) and bool(self._spoken.parties_in(*phrase))

    def _place_of(self, prep: Prep) -> str:
        """The place that a preposition opens, alone or with a noun: من قبل، على يد."""
        norms = self._doc.norms
        pairs = (f"{prep.prep} {norms[prep.first]}", f"{norms[prep.first - 2]} {prep.prep}")
        alone = self._places.get(prep.prep, prep.prep)
        return next((self._places[pair] for pair in pairs if pair in self._places), alone)

    def _is_right_behind(self, phrase: tuple[int, int] | None, prep: Prep) -> bool:
        """Only the words of the preposition stand between."""
        return phrase is not None and phrase[1] <= prep.first <= phrase[1] + 2

    def _spots(self, first: int, last: int) -> list[str]:
        return [country for _, country in self._spoken.spots_in(first, last)]

    def _follows(self, end: int, first: int) -> bool:
        """Nothing but the preposition itself or a quotation mark stands between."""
        return all(self._doc.norms[at] in _BETWEEN for at in range(end, first))
