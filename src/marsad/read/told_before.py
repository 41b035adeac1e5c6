"""Whose deed words answer that only point back to it: دانت نيروبي الهجوم، رفضت هذه الخطوة."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from marsad.lang.clitics import has_article
from marsad.lexicon.reference import Reference
from marsad.model import EventStatus, EventType
from marsad.read.clauses import Clause
from marsad.read.document import Line
from marsad.read.event_types import UTTERED
from marsad.read.noun_phrases import DOER
from marsad.read.sites import Sites
from marsad.read.triggers import Trigger, TriggerIndex

if TYPE_CHECKING:
    from marsad.read.event_frames import Candidate

_PHRASE = 2  # tokens of a noun for the making of an agreement and of that
_NEAR = 4  # tokens behind a trigger in which what it answers stands
_NISBA = ("ي", "يه")  # an adjective that may tell whose it is, in folded spelling
_OWNER = 3  # tokens from such a noun on in which whose it is would be told
_BACK = 4  # sentences back in which it was told


class ToldBefore:
    """Answers for one document. Parties are entity ids."""

    def __init__(self, sites: Sites, index: TriggerIndex, reference: Reference) -> None:
        self._sites, self._doc, self._index = sites, sites.doc, index
        self._reference = reference

    def doers(
        self, line: Line, trigger: Trigger, own: Clause | None, actors: Sequence[str], earlier: Sequence["Candidate"]
    ) -> list[str]:
        """Return who did what a noun near a trigger points back to; none where it is told of by its own words.

        `own`: the clause that the trigger heads; `earlier`: what was told before, in the order of the text.
        """
        at = self._pointer(line, trigger, own.subject if own is not None else None)
        if at is None or (own is not None and own.object is not None and at - own.object[0] not in (0, 1)):
            return []
        own_side = {*self._sites.names.members_of(list(actors))}
        order = self._doc.order_of(trigger.first)
        if named := self._owners_before(at, self._doc.lines[max(0, order - _BACK)].first, own_side):
            return named
        wanted = {frame.type for frame in self._index.deeds_at(self._doc, at)}
        for told in reversed(earlier):
            if order - self._doc.order_of(told.trigger.first) > _BACK:
                break
            if told.actors and own_side.isdisjoint(told.actors) and self._is_meant(told, at, wanted):
                return list(told.actors)
        return []

    def agreed(self, trigger: Trigger, earlier: Sequence["Candidate"]) -> "Candidate | None":
        """Return the agreement told last, where a noun only names its making: بعد التوقيع على الاتفاق."""
        at = trigger.last - 1
        named = {frame.type for frame in self._index.deeds_at(self._doc, at)}
        if (
            trigger.last - trigger.first < _PHRASE
            or EventType.AGREE not in named
            or not has_article(self._doc.norms[at])
        ):
            return None
        made = (told for told in reversed(earlier) if told.type is EventType.AGREE and len(told.actors) > 1)
        return next((told for told in made if told.status is EventStatus.ACTUAL), None)

    @staticmethod
    def is_answer(trigger: Trigger, actors: Sequence[str], earlier: Sequence["Candidate"]) -> bool:
        """Tell whether a pronoun means what was said against the actors: اتهمها الوزير بالتدخل، وهو ما تنفيه."""
        if not trigger.verbal or not trigger.target:
            return False
        return any(t.type is EventType.ACCUSE and not {*t.recipients}.isdisjoint(actors) for t in earlier)

    def met(self, party: str, earlier: Sequence["Candidate"]) -> list[str]:
        """Return whom a party met last, if one other: with him "we" have agreed (اتفقنا على التعاون)."""
        own = {*self._sites.names.members_of([party])}
        talks = (t for t in reversed(earlier) if t.type is EventType.CONSULT and own & {*t.actors, *t.recipients})
        last = next(talks, None)
        others = [p for p in (*last.actors, *last.recipients) if p not in own] if last is not None else []
        return others if len(others) == 1 else []

    def _owners_before(self, at: int, first: int, but: set[str]) -> list[str]:
        """Whose the same noun was told to be before: ردا على تصريحات الرئيس … رفض تلك التصريحات."""
        words = self._index.stems_of(self._doc.norms[at])
        for place in range(at - 1, first - 1, -1):
            if words & self._index.stems_of(self._doc.norms[place]):
                line = self._doc.line_of(place)
                owners = [
                    p for slot, p in self._sites.phrases.read(line, place) if slot in ("owner", "adjective", DOER)
                ]
                if owners and but.isdisjoint(owners):
                    return owners[:1]
        return []

    def _is_meant(self, told: "Candidate", at: int, wanted: set[EventType]) -> bool:
        if wanted:
            return told.type in wanted
        words = self._index.stems_of(self._doc.norms[at])
        return told.type in UTTERED if words & self._reference.uttered_noun else True

    def _pointer(self, line: Line, trigger: Trigger, subject: tuple[int, int] | None) -> int | None:
        """The noun with the article that points back to a deed, before others are named or the words pause."""
        norms, parties_in = self._doc.norms, self._sites.spoken.parties_in
        first, last = subject or (trigger.head, trigger.head)
        left = _NEAR
        for at in range(trigger.head + 1, line.last):
            if first <= at < last:
                continue
            if norms[at] in self._reference.pause or not left or parties_in(at, at + 1):
                return None
            if at >= trigger.last:
                left -= 1
            if has_article(norms[at]) and self._points_back(at):
                behind = norms[at + 1] if at + 1 < line.last else ""
                told = behind.endswith(_NISBA) and has_article(behind) and behind not in self._reference.relative
                return None if told or parties_in(at + 1, min(at + _OWNER, line.last)) else at
        return None

    def _points_back(self, at: int) -> bool:
        words = self._index.stems_of(self._doc.norms[at])
        nouns = self._reference.act_noun | self._reference.uttered_noun
        return bool(words & nouns or self._index.deeds_at(self._doc, at))
