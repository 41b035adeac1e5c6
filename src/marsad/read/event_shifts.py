"""Deeds told by how many days they lie before or after what is told: غداة القصف، بعد يومين من الهجوم، عشية الزيارة."""

import re
from collections.abc import Sequence

from marsad.lexicon.reference import Reference
from marsad.model import Time, TimeType
from marsad.read.document import Document

_DAYS = re.compile(r"P(\d+)([DW])")
_WEEK = 7


class Shifts:
    """The days between a deed and what is told, of one document."""

    def __init__(self, doc: Document, times: Sequence[Time], words: Reference) -> None:
        self._doc, self._words = doc, words
        spans = (time for time in times if time.type is TimeType.DURATION)
        # By the token behind each: how many days it counts, and its first token.
        self._spans = {doc.token_at(time.end): (_count_days(time), doc.token_at(time.start + 1) - 1) for time in spans}

    def is_shifted(self, head: int) -> bool:
        """Tell whether a deed is told by a span of time from what is told, whether or not its days are counted."""
        return self._find_span(head) is not None

    def find(self, head: int) -> int | None:
        """Return how many days after what is told a deed took place, less than none if before it."""
        before = self._doc.norms[head - 1] if head else ""
        if before in self._words.next_day:
            return -1
        if before in self._words.eve:
            return 1
        days, first = self._find_span(head) or (None, 0)
        if days is None:
            return None
        return days if self._doc.norms[first - 1] in self._words.sooner else -days

    def _find_span(self, head: int) -> tuple[int | None, int] | None:
        """Find بعد يومين من or قبل أسبوع على right before a deed: how many days, and the token of the span."""
        if head < 2 or self._doc.norms[head - 1] not in self._words.counted_from:
            return None
        found = self._spans.get(head - 1)
        if found is None or found[1] == 0 or self._doc.norms[found[1] - 1] not in self._words.sequence:
            return None
        return found


def _count_days(time: Time) -> int | None:
    counted = _DAYS.fullmatch(time.value or "")
    return int(counted[1]) * (_WEEK if counted[2] == "W" else 1) if counted else None
