"""The day of which each line of an article tells: that which begins its piece of news, or the time it looks back to."""

from itertools import chain

from marsad.lexicon.load import Lexicon
from marsad.lexicon.syntax import build_syntax, match_phrase
from marsad.model import BlockKind
from marsad.read.document import Document, Line
from marsad.read.event_times import DAY, MONTH, EventTimes, Spot

_TELLING = frozenset({BlockKind.BODY, BlockKind.STANDFIRST})
# So many sentences at the head of a piece of news tell its day; what has no verb (a menu) is none.
_LEAD = 2


class ToldDays:
    """Follows one document. `by_line`: the time of which each of its lines tells, if any."""

    def __init__(self, doc: Document, times: EventTimes, lexicon: Lexicon) -> None:
        self._doc, self._times, self._reference = doc, times, lexicon.reference
        syntax = build_syntax(lexicon.syntax, lexicon.verbs)
        self._turns, self._harks_back = syntax.turns, syntax.harks_back
        self.by_line = self._follow()

    def _follow(self) -> list[Spot | None]:
        """Return for each line the day that begins its piece of news; for titles that of the first piece."""
        lines = self._doc.lines
        told: list[Spot | None] = [None] * len(lines)
        body = [number for number, line in enumerate(lines) if line.kind in _TELLING]
        turns = [k for k, n in enumerate(body) if k and self._turns_away(lines[n])]
        for first, last in zip([0, *turns], [*turns, len(body)], strict=True):
            news = [place for place in range(first, last) if self._times.tells(body[place])]
            lead = news[_LEAD] if len(news) > _LEAD else last
            days = (self._find_main_day(number) for number in body[first:lead])
            later = (self._find_day_back(number) for number in body[lead:last])
            day = next((day for day in chain(days, later) if day is not None), None)
            for number in body[first:last]:
                told[number] = day
        news_day = self._find_lead_time(body[0], told[body[0]]) if body else None
        self._look_back(told)
        return [day if line.kind in _TELLING else news_day for day, line in zip(told, lines, strict=True)]

    def _look_back(self, told: list[Spot | None]) -> None:
        """A part under a heading of its own that begins with a time past goes on telling of that time.

        Until a line tells a day: خلال زيارته في سبتمبر الماضي قال الوزير … وأضاف …
        """
        past: Spot | None = None
        for number, line in enumerate(self._doc.lines):
            if line.kind is BlockKind.HEADING:
                past = None
            elif line.kind in _TELLING:
                if number and self._doc.lines[number - 1].kind is BlockKind.HEADING:
                    past = self._find_time_back(number)
                elif self._find_main_day(number) is not None:
                    past = None
                told[number] = past or told[number]

    def _find_time_back(self, number: int) -> Spot | None:
        """Find the first month or day of a line, where it is of a month before the publication."""
        times = self._times
        spots = (s for s in times.spots_in(number) if s.value and len(s.value) >= MONTH and not times.is_bound(s))
        spot = next(spots, None)
        return spot if spot is not None and times.is_of_month_before(spot) else None

    def _find_lead_time(self, number: int, day: Spot | None) -> Spot | None:
        """Find the day, else the month or year that the lead tells."""
        spots = (spot for spot in self._times.spots_in(number) if spot.value and not self._times.is_bound(spot))
        return day or next(spots, None)

    def _find_day_back(self, number: int) -> Spot | None:
        """Find the day that a line tells of what was told before: جاء ذلك في مؤتمر صحفي الأحد."""
        line, norms = self._doc.lines[number], self._doc.norms
        after = match_phrase(self._harks_back, norms, line.first, line.last)
        if after == line.first:
            return None
        parting = self._reference.sequence - self._reference.at_once
        day = next(filter(self._is_told_day, self._times.spots_in(number)), None)
        return day if day is not None and parting.isdisjoint(norms[after : day.at]) else None

    def _turns_away(self, line: Line) -> bool:
        return match_phrase(self._turns, self._doc.norms, line.first, line.last) > line.first

    def _find_main_day(self, number: int) -> Spot | None:
        """Find the first day that a line tells of what it reports, not of a noun in it or of what was over before."""
        times = self._times
        for spot in times.spots_in(number):
            is_aside = times.is_relative(spot.clause) or times.is_background(spot.clause) or times.held_by(spot)
            if not is_aside and self._is_told_day(spot):
                return spot
        return None

    def _is_told_day(self, spot: Spot) -> bool:
        return self.is_day(spot) and not self._times.is_bound(spot) and not self._times.is_after_publication(spot)

    def is_day(self, spot: Spot) -> bool:
        """Tell whether a time is one day, or as near as the article tells its day."""
        return spot.value is not None and (len(spot.value) == DAY or spot.value == self._times.around)
