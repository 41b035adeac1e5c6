"""Where and when an event stands: the day from its clause, else its sentence, else the lead; the place; the people."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from marsad.lang.morphology import Tense
from marsad.lexicon.reference import Reference
from marsad.model import BlockKind, EntityKind, EventStatus, Published, Span, Time, TimeType
from marsad.read.clauses import Clause
from marsad.read.document import Document, Line
from marsad.read.mentions import Form, Named, Names

# A century or decade dates nothing.
_YEAR = len("2024")
_MONTH = len("2024-05")
_VAGUE = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
_WEEK = re.compile(r"\d{4}-W\d\d")
_HOUR = re.compile(r"(\d{4}-\d\d-\d\d)T.*")
# Expressions that lie within days of the publication.
_NEAR_PUBLICATION = frozenset({"date/weekday", "date/today", "date/day", "date/some time ago"})


def _shared(first: str | None, last: str | None) -> str | None:
    """Return the month, else the year, that holds both days; None where there is none."""
    if first is None or last is None or first[:_YEAR] != last[:_YEAR]:
        return None
    return first[:_MONTH] if first[:_MONTH] == last[:_MONTH] else first[:_YEAR]


def _day_of(time: Time) -> str:
    """The value of an expression, of an hour its day; empty where it has none."""
    hour = _HOUR.fullmatch(time.value or "")
    return hour.group(1) if hour else time.value or ""


def _monday(week: str) -> date:
    return date.fromisocalendar(int(week[:_YEAR]), int(week[_YEAR + 2 :]), 1)


class Scene:
    """Answers for one document."""

    def __init__(
        self,
        doc: Document,
        names: Names,
        times: Sequence[Time],
        clauses: Sequence[Clause],
        reference: Reference,
        published: Published,
    ) -> None:
        self._reference = reference
        self._doc, self._names, self._clauses = doc, names, clauses
        self._all = [t for t in times if t.type is TimeType.DATE or _HOUR.fullmatch(t.value or "")]
        self._published = published.value or published.latest
        self._around = _shared(published.earliest, published.latest) if published.value is None else None
        self._times = [t for t in self._all if self._date_of(t) is not None]
        self._lead = next((line for line in doc.lines if line.kind is BlockKind.BODY), None)

    def find_time(
        self, line: Line, head: int, status: EventStatus, *, from_lead: bool, spoken: Sequence[Span] = ()
    ) -> tuple[str | None, Time | None]:
        """Return day, month or year of an event and the expression that tells it.

        The nearest in its clause, else in its sentence; for words, that of the lead, else, with no expression, the
        month or year that bounds the publication where its day is not known. `spoken` is what somebody says: the day of
        his saying it is not told in there. A clause of its own that tells of a day after the publication tells nothing
        of what took place.
        """
        clause = min(
            (c for c in self._clauses if c.first <= head < c.last), key=lambda c: c.last - c.first, default=None
        )
        spans = [self._doc.span(clause.first, clause.last)] if clause is not None else []
        spans.append(Span(line.start, line.end))
        found = next((t for span in spans if (t := self._nearest(span, head, status, spoken)) is not None), None)
        if found is None and from_lead and self._lead is not None:
            found = self._nearest(Span(self._lead.start, self._lead.end), self._lead.first, status, ())
        if found is not None:
            return self._date_of(found), found
        return (self._around if from_lead else None), None

    def lies_ahead(self, clause: Clause | None, head: int) -> bool:
        """Tell whether the clause of an event names a time after the publication. What is told in the past is past."""
        if clause is None or (clause.head == head and clause.tense is Tense.PERFECT):
            return False
        span = self._doc.span(clause.first, clause.last)
        inside = [t for t in self._all if span.start <= t.start and t.end <= span.end and not self._is_bound(t)]
        place = self._doc.tokens[head].start
        nearest = min(inside, key=lambda t: abs(t.start - place), default=None)
        if nearest is None or nearest.value is None:
            return False
        if nearest.value == "FUTURE_REF":
            return True
        return self._is_after_publication(nearest)

    def _is_after_publication(self, time: Time) -> bool:
        value = _day_of(time)
        value = _monday(value).isoformat() if _WEEK.fullmatch(value) else value
        known = _DATE.fullmatch(value) and self._published is not None
        return bool(known) and value > (self._published or "")[: len(value)]

    def _date_of(self, time: Time) -> str | None:
        """A day, month or year: weeks give the month or year that holds them, seasons and quarters their year.

        A day that hangs on an unknown day of publication lies in the month or year in which the article came out.
        """
        value = _day_of(time)
        if value in _VAGUE or not value:
            return self._around if time.rule in _NEAR_PUBLICATION else None
        if len(value) < _YEAR:
            return None
        if _WEEK.fullmatch(value):
            monday = _monday(value)
            return _shared(monday.isoformat(), (monday + timedelta(days=6)).isoformat())
        return value if _DATE.fullmatch(value) else value[:_YEAR]

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

    def _nearest(self, span: Span, head: int, status: EventStatus, spoken: Sequence[Span]) -> Time | None:
        place = self._doc.tokens[head].start
        inside = [
            t
            for t in self._times
            if span.start <= t.start
            and t.end <= span.end
            and not self._is_bound(t)
            and not (status is EventStatus.ACTUAL and self._is_after_publication(t) and self._is_apart(t, head))
            and not any(s.start <= t.start and t.end <= s.end for s in spoken)
        ]
        return min(inside, key=lambda t: abs(t.start - place), default=None)

    def _is_apart(self, time: Time, head: int) -> bool:
        """Tell whether a clause of its own holds the expression: شكره وقال إنه سيزوره في سبتمبر المقبل."""
        at = self._doc.token_at(time.start)
        return any(c.first <= at < c.last and not c.first <= head < c.last for c in self._clauses)

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
        if "ب" in mention.clitic or before in self._reference.at_place:
            return True
        # بالعاصمة الفرنسية باريس، في منتجع سوتشي: an adjective or a kind of place stands between.
        further = self._doc.norms[max(0, mention.phrase_first - 2) : max(0, mention.phrase_first - 1)]
        is_described = before.startswith("ال") or before in self._reference.settlement
        return is_described and not self._reference.at_place.isdisjoint(further)
