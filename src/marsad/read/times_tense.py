"""Whether the clause of a time expression lies in the past or the future, told by its verb or by a marker."""

from functools import lru_cache

from marsad.lang.morphology import Part
from marsad.lang.morphology import Tense as VerbTense
from marsad.lexicon.calendar import TermKind
from marsad.lexicon.load import Lexicon
from marsad.lexicon.verbs import VerbIndex, build_verb_index
from marsad.read.document import Document, Line
from marsad.read.times_meaning import Tense
from marsad.read.times_scan import Draft, Scan

# How many words back, and ahead where nothing stands before, a verb still governs the expression.
_REACH_BACK = 24
_REACH_AHEAD = 6
_STATE_REACH = 4
_FUTURE_PREFIXES = ("سي", "ست", "سن", "وسي", "وست", "وسن", "فسي", "فست")
_COMMAS = frozenset("،,")


@lru_cache(maxsize=4)
def _verbs_of(lexicon: Lexicon) -> VerbIndex:
    return build_verb_index(lexicon.verbs)


class TenseFinder:
    """Tells the tense of clauses of one document. `named` are the tokens of proper names, which are no verbs."""

    def __init__(self, doc: Document, scan: Scan, lexicon: Lexicon, named: frozenset[int] = frozenset()) -> None:
        self._doc, self._scan, self._named = doc, scan, named
        self._verbs = _verbs_of(lexicon)

    def find(self, draft: Draft, line: Line) -> Tense | None:
        """Return the tense of the clause that a draft stands in, told by its verb; None where it has none.

        The nearest verb before it counts, over a relative clause between commas (التقى الوزير، الذي سيسافر غدا، نظيره)
        and not beyond a particle that opens its clause (قال إن الاجتماع); else the first verb after it.
        """
        scan = self._scan
        if draft.first > line.first and scan.bare(draft.first - 1, line.last, TermKind.SINCE):
            return Tense.PAST
        at, stop = draft.first - 1, max(line.first, draft.first - _REACH_BACK)
        while at >= stop:
            aside = self._find_aside(at, stop, line)
            if aside is not None:
                at = aside - 1
                continue
            tense = self._tense_at(at, line)
            if tense is not None:
                return tense
            if self._opens_clause(at, line):
                break
            at -= 1
        ahead = range(draft.last, min(line.last, draft.last + _REACH_AHEAD))
        return next((tense for at in ahead if (tense := self._tense_at(at, line))), None)

    def is_present(self, draft: Draft, line: Line) -> bool:
        """Tell whether اليوم means these days: after words of state (باتت، ما زال، ما هي عليه) or حتى."""
        before = range(max(line.first, draft.first - _STATE_REACH), draft.first)
        return any(self._scan.bare(at, line.last, TermKind.STATE) for at in before)

    def is_told_of_self(self, draft: Draft) -> bool:
        """Tell whether speakers mean the day itself: after a deed of theirs (وقعنا اليوم), and in اليوم يوم عظيم."""
        after = self._scan.unit(draft.last, len(self._scan.norms))
        if after is not None and after.term.code == "D" and not after.is_definite and not after.clitic:
            return True
        if draft.first == 0:
            return False
        norm = self._scan.norms[draft.first - 1]
        analyses = self._verbs.analyse(norm)
        deeds = any(a.tense is VerbTense.PERFECT and a.person == 1 for a in analyses)
        return deeds or (any(a.part is Part.MASDAR for a in analyses) and norm.endswith(("ي", "نا")))

    def _opens_clause(self, at: int, line: Line) -> bool:
        """Tell whether a clause of its own begins here: إن, and أن unless a verb without time follows (أن يزور)."""
        if not self._scan.bare(at, line.last, TermKind.OPENS_CLAUSE):
            return False
        return not (self._scan.bare(at, line.last, TermKind.THAT) and self._is_finite(at + 1, line))

    def _find_aside(self, at: int, stop: int, line: Line) -> int | None:
        """Return where a relative clause between commas begins that ends with the comma at `at`."""
        if self._scan.norms[at] not in _COMMAS:
            return None
        for first in range(at - 1, stop, -1):
            if self._scan.norms[first] in _COMMAS:
                return first if self._scan.bare(first + 1, line.last, TermKind.RELATIVE) else None
        return None

    def _tense_at(self, at: int, line: Line) -> Tense | None:
        scan, norm = self._scan, self._scan.norms[at]
        if at in self._named:
            return None
        if scan.hit(at, line.last, TermKind.FUTURE):
            return Tense.PLANNED if self._was(at, line) else Tense.FUTURE
        if scan.bare(at, line.last, TermKind.PAST) and norm.startswith("كان"):
            return Tense.PAST
        analyses = [
            a for a in self._verbs.analyse(norm) if (a.gender, a.number) != ("f", "p") or a.part is not Part.FINITE
        ]
        if not analyses:
            return Tense.FUTURE if self._looks_future(at, line) else None
        first = analyses[0]
        if first.part is Part.FINITE and not first.future and self._is_finite(at - 1, line):
            return None  # a noun that looks like a verb, subject of the verb before it (سيصل وفد)
        if first.future:
            return Tense.FUTURE
        if first.part is not Part.FINITE:
            return None
        opens = at == line.first or not scan.norms[at - 1][0].isalnum() or bool(first.conjunction)
        is_bound = all(a.suffix and a.tense is VerbTense.PERFECT for a in analyses)
        if not opens and (is_bound or any(a.part is Part.MASDAR for a in analyses)):
            return None  # inside a clause as likely a noun (عمل، كلمة)
        if any(a.tense is VerbTense.PERFECT for a in analyses):
            return Tense.PAST
        if at > line.first and scan.bare(at - 1, line.last, TermKind.THAT):
            return None  # أن يزور: the verb before it tells
        before = range(max(line.first, at - _STATE_REACH), at)
        return Tense.PAST if any(scan.hit(i, line.last, TermKind.PAST) for i in before) else Tense.FUTURE

    def _was(self, at: int, line: Line) -> bool:
        """Tell whether كان stands before a word of expectation: كان من المتوقع."""
        before = range(max(line.first, at - _STATE_REACH), at)
        words = (hit for i in before if (hit := self._scan.hit(i, line.last, TermKind.PAST)))
        return any(self._scan.norms[hit.first].removeprefix(hit.clitic).startswith("كان") for hit in words)

    def _is_finite(self, at: int, line: Line) -> bool:
        if not line.first <= at < line.last:
            return False
        analyses = self._verbs.analyse(self._scan.norms[at])
        return bool(analyses) and analyses[0].part is Part.FINITE

    def _looks_future(self, at: int, line: Line) -> bool:
        """A verb that the lexicon lacks, by its prefix (سيتموضع)."""
        norm = self._scan.norms[at]
        is_verb = len(norm) > len("ستذه") and norm.startswith(_FUTURE_PREFIXES)
        return is_verb and not self._scan.hit(at, line.last, TermKind.NOT_FUTURE)
