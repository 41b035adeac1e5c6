"""Where an event stands: the place told for it, and the people of its sentence."""

from marsad.lexicon.load import Lexicon
from marsad.lexicon.verbs import build_verb_index
from marsad.model import EntityKind, Span
from marsad.read.document import Document, Line
from marsad.read.mentions import Form, Named, Names


class Scene:
    """Answers for one document."""

    def __init__(self, doc: Document, names: Names, lexicon: Lexicon) -> None:
        self._doc, self._names, self._reference = doc, names, lexicon.reference
        self._verbs = build_verb_index(lexicon.verbs)

    def find_place(self, line: Line, head: int) -> tuple[str | None, Span | None]:
        """Return English name and span of the place said to hold the event, in its sentence after the trigger or
        before it.
        """
        best = self._spot(line, head)
        entity = self._names.by_id[best.entity] if best is not None else None
        if best is None or entity is None or entity.name.en is None:
            return None, None
        return entity.name.en, Span(best.start, best.end)

    def find_nation(self, line: Line, head: int) -> str | None:
        """Return the country (alpha-3) of the place said to hold the event, in its sentence."""
        best = self._spot(line, head)
        return self._names.by_id[best.entity].country if best is not None else None

    def _spot(self, line: Line, head: int) -> Named | None:
        spots = [m for m in self._names.within(line.first, line.last) if self._is_at(m)]
        return min(spots, key=lambda m: (m.first < head, abs(m.first - head)), default=None)

    def find_people(self, line: Line, head: int, parties: set[str]) -> tuple[str, ...]:
        """Return the persons and bodies of the sentence who act for one of the parties."""
        found = []
        for mention in self._names.heads(line.first, line.last):
            entity = self._names.by_id[mention.entity]
            if entity.kind in (EntityKind.PERSON, EntityKind.ORGANIZATION) and self._names.party_of(
                entity.id
            ) in parties - {entity.id}:
                found.append(entity.id)
        return tuple(dict.fromkeys(found))

    def _is_at(self, mention: Named) -> bool:
        if mention.form not in (Form.PLACE, Form.PROPER):
            return False
        before = self._doc.norms[mention.phrase_first - 1] if mention.phrase_first else ""
        if mention.form is Form.PROPER:
            kind = self._names.by_id[mention.entity].kind
            return kind is EntityKind.COUNTRY and before == "في" and not mention.clitic
        if "ب" in mention.clitic or before in self._reference.at_place or self._is_witness(before):
            return True
        # بالعاصمة الفرنسية باريس، في منتجع سوتشي: an adjective or a kind of place stands between.
        further = self._doc.norms[max(0, mention.phrase_first - 2) : max(0, mention.phrase_first - 1)]
        is_described = before.startswith("ال") or before in self._reference.settlement
        return is_described and not self._reference.at_place.isdisjoint(further)

    def _is_witness(self, norm: str) -> bool:
        """Tell whether a verb has the place of an event for its subject: احتضنت نيروبي لقاء."""
        return any(found.lemma in self._reference.witnessing_verb for found in self._verbs.analyse(norm))
