"""Those within a state on whom it acts itself: دعت الحكومة المواطنين إلى الهدوء, اعتقال المتظاهرين."""

from collections.abc import Iterator, Mapping, Sequence

from marsad.lang.clitics import is_among
from marsad.lexicon.frames import Frame, SlotRole
from marsad.lexicon.reference import Reference
from marsad.model import EntityKind, EventType
from marsad.read.clauses import Clause
from marsad.read.mentions import Form
from marsad.read.sites import Sites
from marsad.read.triggers import Trigger

_DONE_TO_OWN = frozenset(
    {EventType.ACCUSE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN, EventType.COERCE, EventType.ASSAULT}
)
_PLURAL = ("ين", "ون")  # its nationals: إقناع الفرنسيين
_WHOSE = 3  # tokens of a noun and of what says whose it is


class Insiders:
    """Answers for one document. Parties are entity ids."""

    def __init__(self, sites: Sites, reference: Reference, places: Mapping[str, str]) -> None:
        self._sites, self._words, self._places = sites, reference, places

    def find(self, frame: Frame, trigger: Trigger, own: Clause | None, actors: Sequence[str]) -> list[str]:
        """Return the states among the actors whose own people stand where the frame has its recipient."""
        if frame.type not in _DONE_TO_OWN:
            return []
        states = [party for party in actors if self._sites.names.by_id[party].kind is EntityKind.COUNTRY]
        within = frame.at_home or any(self._are_of(at, states) for at in self._recipients(frame, trigger, own))
        return states if within else []

    def _recipients(self, frame: Frame, trigger: Trigger, own: Clause | None) -> Iterator[int]:
        """Yield the first token of each phrase that may name the recipient."""
        if own is None:
            if frame.slots.get("owner") is SlotRole.RECIPIENT:
                yield trigger.last
            return
        if len(trigger.parts) > 1 and frame.slots.get("object") is SlotRole.RECIPIENT:
            yield trigger.last  # behind the noun that a verb carries: عمل على إقناع النواب
        if own.object is not None and frame.slots.get("object") is SlotRole.RECIPIENT:
            yield own.object[0]
        for prep in own.preps:
            if frame.slots.get(self._places.get(prep.prep, prep.prep)) is SlotRole.RECIPIENT:
                yield prep.first

    def _are_of(self, at: int, states: Sequence[str]) -> bool:
        """Tell whether a noun, or whose it is (عشرات المتظاهرين), means people within a state and nobody else's."""
        norms, spoken = self._sites.doc.norms, self._sites.spoken
        if at >= len(norms):
            return False
        owned = at + 1 < len(norms) and not norms[at].startswith("ال") and norms[at + 1].startswith("ال")
        if any(is_among(norm, self._words.insider) for norm in norms[at : at + 1 + owned]):
            return all(party in states for party in spoken.parties_in(at, at + _WHOSE))
        # الصين is no plural: only a nationality means people.
        is_nation = any(mention.form is Form.ADJECTIVE for mention in self._sites.names.within(at, at + 1))
        plural = is_nation and self._sites.doc.norms[at].endswith(_PLURAL)
        return plural and any(p in states for p in spoken.parties_in(at, at + 1))
