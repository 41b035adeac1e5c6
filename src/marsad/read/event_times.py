"""The times that may date events: each with its place among the clauses and the day, month or year that it tells."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from marsad.lang.morphology import Part, Tense
from marsad.lexicon.load import Lexicon
from marsad.lexicon.syntax import build_syntax
from marsad.model import Published, Time, TimeType
from marsad.read.clauses import Clause
from marsad.read.document import Document
from marsad.read.event_shifts import Shifts

YEAR, MONTH, DAY = len("2024"), len("2024-05"), len("2024-05-17")
NOW = "PRESENT_REF"
_VAGUE = frozenset({NOW, "PAST_REF", "FUTURE_REF"})
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
_WEEK = re.compile(r"\d{4}-W\d\d")
_HOUR = re.compile(r"(\d{4}-\d\d-\d\d)T.*")
# Expressions that lie within days of the publication.
_NEAR_PUBLICATION = frozenset(
    {
        "date/weekday",
        "date/today",
        "date/day",
        "date/some time ago",
        "date/this unit",
        "date/earlier or later that day",
    }
)
_STAMPS = frozenset({"date/numeric", "date/day and month"})
_HELD_REACH = 4  # words between a noun and its participle
_DAY_REACH = 6  # words between a participle and its day


class Spot(msgspec.Struct, frozen=True, eq=False):
    """A time expression: its line, first token and innermost clause, and the date that it tells, if any."""

    time: Time
    line: int
    at: int
    clause: Clause | None
    value: str | None


class EventTimes:
    """The times of one document, by line, and what their places say."""

    def __init__(
        self, doc: Document, times: Sequence[Time], clauses: Sequence[Clause], published: Published, lexicon: Lexicon
    ) -> None:
        self._doc, self._reference = doc, lexicon.reference
        self._syntax = build_syntax(lexicon.syntax, lexicon.verbs)
        self._latest = published.value or published.latest
        # The month or year that holds the publication, where its day is not known.
        self.around = shared_part(published.earliest, published.latest) if published.value is None else None
        # The month of the publication, where its day is known; else as above.
        self.month = published.value[:MONTH] if published.value is not None else self.around
        self._all = clauses
        self._clauses: list[list[Clause]] = [[] for _ in doc.lines]
        for clause in clauses:
            self._clauses[clause.line].append(clause)
        self._numbers = {line.id: number for number, line in enumerate(doc.lines)}
        self._spots: list[list[Spot]] = [[] for _ in doc.lines]
        starts = [line.start for line in doc.lines]
        for time in times:
            if time.type is TimeType.DATE or _HOUR.fullmatch(time.value or ""):
                number = bisect_right(starts, time.start) - 1
                at = doc.token_at(time.start + 1) - 1  # an expression may begin inside a token, behind its clitic
                if self._is_stamp(time, doc.norms[doc.lines[number].first : at]):
                    continue
                self._spots[number].append(Spot(time, number, at, self.clause_at(number, at), self._to_date(time)))
        self.shifts = Shifts(doc, times, self._reference)
        self._by_id = {spot.time.id: spot for line in self._spots for spot in line}

    def number_of(self, line_id: str) -> int:
        """Return the index of a line."""
        return self._numbers[line_id]

    def tells(self, number: int) -> bool:
        """Tell whether a line has a clause, as sentences do and headings and stamps do not."""
        return bool(self._clauses[number])

    def spots_in(self, number: int) -> list[Spot]:
        """Return the times of a line in order."""
        return self._spots[number]

    def find(self, time_id: str | None) -> Spot | None:
        """Return the place of a time by its id; None where it may date nothing."""
        return self._by_id.get(time_id or "")

    def clause_at(self, number: int, at: int) -> Clause | None:
        """Return the innermost clause of a line that holds a token."""
        inside = (clause for clause in self._clauses[number] if clause.first <= at < clause.last)
        return min(inside, key=lambda clause: clause.last - clause.first, default=None)

    def telling_of(self, clause: Clause) -> Clause:
        """Return the clause that a clause completes (أكد أنها ترفض), else the clause."""
        while clause.part is Part.FINITE and clause.parent is not None:
            parent = self._all[clause.parent]
            if parent.complement is None or clause.first < parent.complement[0]:
                break
            clause = parent
        return clause

    def is_bound(self, spot: Spot) -> bool:
        """Until or since a day is not on that day."""
        return spot.at > 0 and self._doc.norms[spot.at - 1] in self._reference.until_since

    def is_limit(self, spot: Spot) -> bool:
        """What took place before or by a day did not do so on it."""
        before = self._doc.norms[spot.at - 1] if spot.at > 0 else ""
        return before in self._reference.sequence or before in self._reference.by_then

    def is_after_publication(self, spot: Spot) -> bool:
        """Tell whether a time lies after the publication, as far as that is known."""
        value = _day_of(spot.time)
        value = _monday(value).isoformat() if _WEEK.fullmatch(value) else value
        known = _DATE.fullmatch(value) and self._latest is not None
        return bool(known) and value > (self._latest or "")[: len(value)]

    def is_of_month_before(self, spot: Spot) -> bool:
        """Tell whether a time is of an earlier month than the publication, as far as that is known."""
        return spot.value is not None and self._latest is not None and spot.value[:MONTH] < self._latest[:MONTH]

    def is_relative(self, clause: Clause | None) -> bool:
        """Tell whether a clause describes a noun before it: the speech that he gave, خطاب ألقاه."""
        if clause is None or clause.first <= self._doc.lines[clause.line].first:
            return False
        before = self._doc.norms[clause.first - 1]
        if before in self._reference.relative:
            return True
        syntax = self._syntax
        opened = before in syntax.complementizers or before in syntax.connectives or before in syntax.adverbs
        if clause.part is not Part.FINITE or opened or not before[0].isalnum():
            return False
        first = self._doc.norms[clause.first][0]
        is_joined = first in "وف" and not clause.lemma.startswith(first)
        return clause.first == clause.pred_first and not is_joined

    def describes(self, clause: Clause, head: int) -> bool:
        """Tell whether a relative clause stands behind a noun, nothing but what belongs to the noun between."""
        between = self._doc.norms[head + 1 : clause.first]
        near = clause.first > head and len(between) <= 2 * _HELD_REACH
        return near and not any(norm in self._reference.pause for norm in between)

    def is_background(self, clause: Clause | None) -> bool:
        """Tell whether a clause says what was over before what is told: وكان الوفد قد عاد."""
        if clause is None or clause.tense is not Tense.PERFECT:
            return False
        return not self._reference.had.isdisjoint(self._doc.norms[clause.first : clause.head])

    def is_parted(self, spot: Spot, head: int) -> bool:
        """Tell whether words between a day and a deed make the day that of something else.

        الاجتماع المنعقد الأحد، أرسلت فرقا بعد زلزال 6 فبراير، أعلن الأحد بعد لقاء، الأحد منذ بدء الغزو.
        """
        norms, words = self._doc.norms, self._reference
        if self._belongs_to_name(spot) and not 0 < spot.at - head <= _HELD_REACH:
            return True
        held = self.held_by(spot)
        if held is not None and not held - _HELD_REACH <= head < held:
            return True
        is_day = len(spot.value or "") == DAY
        if spot.at > head:
            return is_day and any(norms[at] in words.sequence for at in range(head + 1, spot.at - 1))
        if is_day and self.is_earlier(head, spot.at + 1):
            return True
        return any(norm in words.until_since for norm in norms[max(spot.at, head - 3) : head])

    def _belongs_to_name(self, spot: Spot) -> bool:
        """Tell whether a year is told apart what a noun before it names, not when it was: اتفاقية جنيف لعام 1949."""
        at = spot.time.start
        return spot.time.rule == "date/year" and self._doc.text[at - 1 : at] == "ل"

    def is_during(self, head: int) -> bool:
        """Tell whether what is told took place while a deed lasted: في ختام الاجتماع."""
        return head > 0 and self._doc.norms[head - 1] in self._reference.during

    def is_earlier(self, head: int, first: int = 0) -> bool:
        """Tell whether a deed was over when what is told began: بعد لقاء، غداة دعوته. No words before `first` count."""
        before = self._doc.norms[max(first, head - 2) : head]
        return self.shifts.is_shifted(head) or any(
            norm in self._reference.sequence and norm not in self._reference.at_once for norm in before
        )

    def is_ahead(self, head: int) -> bool:
        """Tell whether a deed was still to come when what is told took place: قبيل الغزو، قبل أيام من الغزو."""
        return (self.shifts.find(head) or 0) > 0 or not self._reference.sooner.isdisjoint(
            self._doc.norms[head - 2 : head]
        )

    def held_by(self, spot: Spot) -> int | None:
        """Return where the participle stands that a time goes with (الاجتماع المنعقد الأحد)."""
        back = range(spot.at - 1, max(0, spot.at - 1 - _DAY_REACH), -1)
        return next((at for at in back if self._doc.norms[at] in self._reference.held), None)

    def tells_venue(self, spot: Spot) -> bool:
        """Tell whether a time stands behind where words were said: في حوار أذيع السبت."""
        norms, words = self._doc.norms, self._reference
        back = range(max(1, spot.at - 2 * _HELD_REACH), spot.at)
        return any(norms[at] in words.venue and norms[at - 1] in words.venue_before for at in back)

    def lies_ahead(self, clause: Clause | None, head: int) -> bool:
        """Tell whether the clause of an event names a time after the publication. What is told in the past is past."""
        if clause is None or (clause.head == head and clause.tense is Tense.PERFECT):
            return False
        inside = [s for s in self._spots[clause.line] if clause.first <= s.at < clause.last and not self.is_bound(s)]
        nearest = min(inside, key=lambda spot: abs(spot.at - head), default=None)
        if nearest is None or nearest.time.value is None:
            return False
        return nearest.time.value == "FUTURE_REF" or self.is_after_publication(nearest)

    def _is_stamp(self, time: Time, before: Sequence[str]) -> bool:
        """Tell whether a date is the stamp of the page, run into its first sentence: no يوم or في before it."""
        is_first = not before or (len(before) == 1 and before[0].isascii())
        return is_first and time.rule in _STAMPS and time.value == self._latest

    def _to_date(self, time: Time) -> str | None:
        """A day, month or year: weeks give the month or year that holds them, seasons and quarters their year.

        A day that hangs on an unknown day of publication lies in the month or year in which the article came out. A
        century or decade dates nothing.
        """
        value = _day_of(time)
        if value in _VAGUE or not value:
            return self.around if time.rule in _NEAR_PUBLICATION else None
        if len(value) < YEAR:
            return None
        if _WEEK.fullmatch(value):
            monday = _monday(value)
            return shared_part(monday.isoformat(), (monday + timedelta(days=6)).isoformat())
        return value if _DATE.fullmatch(value) else value[:YEAR]


def shared_part(first: str | None, last: str | None) -> str | None:
    """Return the month, else the year, that holds both days; None where there is none."""
    if first is None or last is None or first[:YEAR] != last[:YEAR]:
        return None
    return first[:MONTH] if first[:MONTH] == last[:MONTH] else first[:YEAR]


def _day_of(time: Time) -> str:
    """The value of an expression, of an hour its day; empty where it has none."""
    hour = _HOUR.fullmatch(time.value or "")
    return hour.group(1) if hour else time.value or ""


def _monday(week: str) -> date:
    return date.fromisocalendar(int(week[:YEAR]), int(week[YEAR + 2 :]), 1)
