"""Duties: whoever stands behind على where a clause begins is to do what follows (على كينيا أن تسحب قواتها)."""

from marsad.lexicon.frames import Frame
from marsad.lexicon.reference import Reference
from marsad.read.sites import Sites
from marsad.read.triggers import Trigger

_UPON = frozenset({"علي", "عليه", "عليها", "عليهم", "عليهما"})
_THAT = frozenset({"ان", "الا"})
_JOINED = ("و", "ف")
_FIRST = "راس"  # at the head of them
_REACH = 6  # tokens from على to its أن


class Duties:
    """Answers for one document. Places are tokens."""

    def __init__(self, sites: Sites, reference: Reference) -> None:
        self._sites, self._norms = sites, sites.doc.norms
        self._both = reference.both

    def governs(self, trigger: Trigger) -> bool:
        """Tell whether على opens a phrase and leads to a party inside it: على كينيا إنهاء."""
        if not trigger.closed or trigger.verbal or self._bare(trigger.first) != "علي":
            return False
        return self._leads_to(trigger.first, trigger.parts[1])

    def is_told(self, frame: Frame, trigger: Trigger) -> bool:
        """Tell whether a phrase opened by على tells a duty, where the frame has a place for whose that is.

        Behind a verb على leads to its object: عرضت على كينيا أن تشارك، اتفقا على إنهاء الأزمة.
        """
        word = self._bare(trigger.first)
        if word not in _UPON or not trigger.closed or "على" not in frame.slots:
            return True
        return self.governs(trigger) and self._begins(trigger.first) if word == "علي" else self._is_topic(trigger.first)

    def binds(self, trigger: Trigger) -> bool:
        """Tell whether the verb of a trigger is what a duty asks for."""
        opening = trigger.first - 1
        if not trigger.verbal or opening < 1 or self._norms[opening] not in _THAT:
            return False
        near = range(opening - 1, max(0, opening - _REACH), -1)
        upon = next((at for at in near if self._bare(at) in _UPON), None)
        if upon is None or self._bare(upon) != "علي":
            return upon is not None and upon == opening - 1 and self._is_topic(upon)
        return self._begins(upon) and self._leads_to(upon, opening)

    def _leads_to(self, upon: int, last: int) -> bool:
        """Tell whether على leads to one party: not to both (على البلدين), nor to who is set first (على رأسهم)."""
        words = self._norms[upon + 1 : last]
        if not words or words[0].startswith(_FIRST) or not self._both.isdisjoint(words):
            return False
        return bool(self._sites.spoken.parties_in(upon + 1, last))

    def _is_topic(self, upon: int) -> bool:
        """Tell whether a pronoun takes up who was named right before it: إن كينيا عليها أن تنسحب."""
        return upon > 0 and (self._begins(upon) or bool(self._sites.chunks.named[upon - 1]))

    def _bare(self, at: int) -> str:
        norm = self._norms[at]
        return norm[1:] if norm.startswith(_JOINED) else norm

    def _begins(self, at: int) -> bool:
        """Tell whether a clause begins at a token: behind أن or a mark, or joined by و or ف."""
        chunks = self._sites.chunks
        if at == 0 or self._norms[at].startswith(_JOINED):
            return True
        return chunks.is_mark(at - 1) or chunks.is_opening(at - 1)
