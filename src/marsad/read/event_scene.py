"""Where and when an event stands: the day from its clause, else its sentence, else the lead; the place; the people."""

from collections.abc import Sequence

from marsad.lexicon.reference import Reference
from marsad.model import BlockKind, EntityKind, Span, Time, TimeType
from marsad.read.clauses import Clause
from marsad.read.document import Document, Line
from marsad.read.mentions import Form, Named, Names

# A century or decade dates nothing.
_YEAR = len("2024")
_VAGUE = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


class Scene:
    """Answers for one document."""

    def __init__(
        self,
        doc: Document,
        names: Names,
        times: Sequence[Time],
        clauses: Sequence[Clause],
        reference: Reference,
    ) -> None:
        self._reference = reference
        self._doc, self._names, self._clauses = doc, names, clauses
        self._times = [
            t for t in times if t.type is TimeType.DATE and t.value and t.value not in _VAGUE and len(t.value) >= _YEAR
        ]
        self._lead = next((line for line in doc.lines if line.kind is BlockKind.BODY), None)

    def find_time(self, line: Line, head: int, *, from_lead: bool) -> Time | None:
        """Return the time of an event: nearest in its clause, else in its sentence; for words, the day of the lead."""
        clause = min(
            (c for c in self._clauses if c.first <= head < c.last), key=lambda c: c.last - c.first, default=None
        )
        if clause is not None:
            found = self._nearest(self._doc.span(clause.first, clause.last), head)
            if found is not None:
                return found
        found = self._nearest(Span(line.start, line.end), head)
        if found is not None:
            return found
        if from_lead and self._lead is not None:
            return self._nearest(Span(self._lead.start, self._lead.end), self._lead.first)
        return None

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

    def _nearest(self, span: Span, head: int) -> Time | None:
        place = self._doc.tokens[head].start
        inside = [t for t in self._times if span.start <= t.start and t.end <= span.end and not self._is_bound(t)]
        return min(inside, key=lambda t: abs(t.start - place), default=None)

    def _is_bound(self, time: Time) -> bool:
        """Until or since a day is not on that day."""
        at = self._doc.token_at(time.start)
        return at > 0 and self._doc.norms[at - 1] in self._reference.until_since

    def _is_at(self, mention: Named) -> bool:
        if mention.form not in (Form.PLACE, Form.PROPER):
            return False
        before = self._doc.norms[mention.phrase_first - 1] if mention.phrase_first else ""
        if mention.form is Form.PROPER:
            kind = self._names.by_id[mention.entity].kind
            return kind is EntityKind.COUNTRY and before == "في" and not mention.clitic
        return "ب" in mention.clitic or before in self._reference.at_place
