"""When an event took place: the day its clause tells, else its sentence, else the telling that it continues."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import msgspec

from marsad.lang.morphology import Tense
from marsad.lexicon.load import Lexicon
from marsad.lexicon.syntax import build_syntax
from marsad.model import BlockKind, EventStatus, EventType, Statement, StatementKind, Time
from marsad.read.clauses import Clause
from marsad.read.document import Document, Line
from marsad.read.event_times import DAY, MONTH, NOW, YEAR, EventTimes, Spot, shared_part
from marsad.read.told_days import ToldDays
from marsad.read.triggers import TriggerIndex

# Verbs of these are said of what was done before.
_JUDGING = frozenset({EventType.ACCUSE, EventType.SUPPORT})


class Deed(msgspec.Struct, frozen=True):
    """An event whose day is asked for, and how it is told.

    `first`, `head` and `last` are tokens of its trigger, `statement` holds it. `is_own`: its speaker does the deed
    himself or announces it in a noun. `is_of_others`: he takes no part in it. `is_words`: the deed is done by saying
    it. `is_known`: a noun with the article, which names what was told before. `continues`: where its sentence tells no
    day, it may be of the day on which the news began.
    """

    line: Line
    first: int
    head: int
    last: int
    status: EventStatus
    statement: Statement | None
    is_own: bool
    is_of_others: bool
    is_words: bool
    is_known: bool
    continues: bool


class DayFinder:
    """Dates the events of one document."""

    def __init__(self, doc: Document, times: EventTimes, index: TriggerIndex, lexicon: Lexicon) -> None:
        self._doc, self._times, self._index = doc, times, index
        self._reference = lexicon.reference
        self._complementizers = build_syntax(lexicon.syntax, lexicon.verbs).complementizers
        self._told = ToldDays(doc, times, lexicon)

    def find(self, deed: Deed) -> tuple[str | None, Time | None]:
        """Return day, month or year of an event and the expression that tells it, if one does.

        Where only bounds of the publication are known, words without a day have the month or year that they share.
        """
        number = self._times.number_of(deed.line.id)
        clause = self._times.clause_at(number, deed.head)
        spots = [spot for spot in self._times.spots_in(number) if self._may_tell(spot, deed, clause)]
        found = self._find_then(number, clause) or self._find_in_sentence(spots, deed, clause)
        shifted = self._find_shifted(number, deed)
        if shifted is not None:
            return shifted
        if found is not None:
            day = self._to_date(number, found)
            if day is not None and len(day) == MONTH and found.at < deed.head and self._times.is_ahead(deed.head):
                day = day[:YEAR]  # what a month came shortly before may lie in the next: في فبراير قبيل الغزو
            return day, found.time
        now = next((s for s in spots if s.time.value == NOW and s.clause is clause), None)
        if now is not None and self._is_under_way(deed, clause):
            return None, now.time
        if not deed.continues or self._stands_apart(number, deed, clause, spots):
            return None, None
        if self._told.by_line[number] in self._times.spots_in(number):
            return None, None  # it is the day of something else in this sentence
        told = self._to_told(number)
        is_later = deed.line.kind is BlockKind.TITLE and len(told[0] or "") == DAY
        return (None, None) if is_later else told

    @staticmethod
    def _is_under_way(deed: Deed, clause: Clause | None) -> bool:
        """Tell whether a deed goes on while it is told: يزور الوفد كينيا حاليا."""
        own = clause is not None and clause.head == deed.head and clause.tense is Tense.IMPERFECT
        return own and not deed.is_words and deed.status is EventStatus.ACTUAL

    def _find_shifted(self, number: int, deed: Deed) -> tuple[str, Time] | None:
        """Find the day of what took place so many days before or after what is told: أعلن الأحد غداة القصف.

        A day right behind it is its own: غداة القصف الأحد.
        """
        days = self._times.shifts.find(deed.first)
        if days is None:
            return None
        norms, pause, spots = self._doc.norms, self._reference.pause, self._times.spots_in(number)
        own = (s for s in spots if s.at > deed.head and pause.isdisjoint(norms[deed.head : s.at]))
        if next(own, None) is not None:
            return None
        known = (s for s in spots if self._told.is_day(s) and not self._times.is_bound(s))
        day = min(known, key=lambda s: abs(s.at - deed.head), default=self._told.by_line[number])
        if day is None or len(day.value or "") != DAY:
            return None
        return (date.fromisoformat(day.value or "") + timedelta(days=days)).isoformat(), day.time

    def is_announced(self, deed_at: int, statement: Statement) -> bool:
        """Tell whether a noun is what a verb of saying announces (أعلنت إرسال قوات), not told in a clause or quote."""
        between = self._doc.norms[self._doc.token_at(statement.cue.start) : deed_at]
        return statement.kind is StatementKind.INDIRECT and self._complementizers.isdisjoint(between)

    def find_lead(self) -> tuple[str | None, Time | None]:
        """Return the day of the lead: that of what only the title tells.

        What the body tells too is of the day told there, so that titles get theirs when all tellings are joined.
        """
        return self._to_told(0)

    def _to_told(self, number: int) -> tuple[str | None, Time | None]:
        told = self._told.by_line[number] if self._told.by_line else None
        return (told.value, told.time) if told is not None else (self._times.around, None)

    def _may_tell(self, spot: Spot, deed: Deed, clause: Clause | None) -> bool:
        """Tell whether an expression of its sentence may be the time of a deed.

        Not the time of his words what a speaker says in them, nor of what took place what is told to come, nor of
        anything else what a clause tells of a noun.
        """
        times = self._times
        if times.is_bound(spot):
            return False
        if deed.is_own and deed.is_words and deed.statement is not None and _is_said(spot, deed.statement):
            return times.tells_venue(spot)
        is_apart = spot.clause is not None and spot.clause is not clause
        if deed.status is EventStatus.ACTUAL:
            is_ahead = times.is_after_publication(spot) or (spot.clause is not None and spot.clause.future)
            if times.is_limit(spot) or (is_apart and is_ahead):
                return False
        if spot.clause is not None and is_apart and times.is_relative(spot.clause):
            return times.describes(spot.clause, deed.last)
        return not times.is_parted(spot, deed.head)

    def _find_then(self, number: int, clause: Clause | None) -> Spot | None:
        """Find the time that عندما and the like take up, whatever bounds it: منذ يوليو 2024 عندما زار."""
        if clause is None or clause.first == 0 or self._doc.norms[clause.first - 1] not in self._reference.when:
            return None
        word = clause.first - 1
        return next((s for s in self._times.spots_in(number) if s.value and self._ends_before(s, word)), None)

    def _ends_before(self, spot: Spot, word: int) -> bool:
        """Tell whether an expression stands right before a word, a comma aside."""
        return spot.at < word <= self._doc.token_at(spot.time.end) + 1

    def _find_in_sentence(self, spots: Sequence[Spot], deed: Deed, clause: Clause | None) -> Spot | None:
        """Find the nearest expression that describes the noun, else of the clause, else of the sentence.

        What is told in words of another is of no day outside of them. A noun with the article is of no day before it.
        """
        head, times = deed.head, self._times
        known = [spot for spot in spots if spot.value is not None]
        if self._is_of_before(deed) or self._is_judged(deed, clause):
            known = [spot for spot in known if spot.at > head]
        if clause is None or clause.head != head:
            described = (s for s in known if s.clause is not clause and times.is_relative(s.clause))
            behind = next((spot for spot in described if spot.at > head), None)
            if behind is not None:
                return behind
        if clause is not None:
            inside = [spot for spot in known if clause.first <= spot.at < clause.last]
            if inside:
                return min(inside, key=lambda spot: abs(spot.at - head))
        if deed.statement is not None and not (deed.is_own or deed.is_words):
            known = [spot for spot in known if _is_said(spot, deed.statement)]
        known = [spot for spot in known if spot.at < head or not times.is_background(spot.clause)]
        return min(known, key=lambda spot: abs(spot.at - head), default=None)

    def _is_of_before(self, deed: Deed) -> bool:
        """Tell whether a noun only names what was told before and went before what is told here."""
        return deed.is_known and not deed.is_own and not self._times.is_during(deed.head)

    def _is_judged(self, deed: Deed, clause: Clause | None) -> bool:
        """Tell whether a deed is what a verb praises or blames, done before that: رحبت أمس بتوقيع الاتفاق."""
        if deed.is_own or deed.is_words or clause is None:
            return False
        objects = {prep.first for prep in clause.preps if prep.prep in self._reference.judged_by}
        if deed.first not in objects and (clause.object is None or deed.first != clause.object[0]):
            return False
        types = self._index.types_of(clause.lemma)
        return bool(types) and types <= _JUDGING and not self._times.is_during(deed.first)

    def _to_date(self, number: int, spot: Spot) -> str | None:
        """What lasted more than two days is told by their month, what lasted two by the first of them."""
        spots = self._times.spots_in(number)
        place = spots.index(spot)
        for first, last in pairwise(spots[max(0, place - 1) : place + 2]):
            if first.time.rule == "date/shared month" and first.value and last.value:
                follows = (date.fromisoformat(last.value) - date.fromisoformat(first.value)).days == 1
                return first.value if follows else shared_part(first.value, last.value)
        return spot.value

    def _stands_apart(self, number: int, deed: Deed, clause: Clause | None, spots: Sequence[Spot]) -> bool:
        """Tell whether an event is not of the day on which the news began.

        So with what is known before, still to come or done by others than the speaker; what is told with a time of its
        own that has no value, or since a time past; standing views (تتهم الدولة جارتها); and what was over before.
        """
        times = self._times
        if not (deed.is_own or deed.is_words) and (deed.status is not EventStatus.ACTUAL or deed.is_of_others):
            return True
        if self._is_of_before(deed) or self._is_judged(deed, clause) or times.is_earlier(deed.head):
            return True
        if deed.line.kind is BlockKind.TITLE:
            return False
        inside = (s for s in spots if clause is not None and clause.first <= s.at < clause.last)
        if any(spot.value is None and spot.time.value != NOW for spot in inside):
            return True
        if any(s.value and times.is_bound(s) and not times.is_after_publication(s) for s in times.spots_in(number)):
            return True
        at = deed.head if deed.statement is None else self._doc.token_at(deed.statement.cue.start)
        own = times.clause_at(number, at)
        if own is None:
            return False
        telling = times.telling_of(own)
        is_view = telling.tense is Tense.IMPERFECT and (own.head == at or deed.statement is not None)
        return is_view or times.is_background(telling)


def _is_said(spot: Spot, statement: Statement) -> bool:
    return any(content.start <= spot.time.start < content.end for content in statement.content)
