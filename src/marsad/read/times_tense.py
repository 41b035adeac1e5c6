"""Whether the clause around a time expression lies in the past or the future, told by the nearest verb or marker."""

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
_COMMAS = frozenset("،,")
_FUTURE_PREFIXES = ("سي", "ست", "سن", "وسي", "وست", "وسن", "فسي", "فست")


@lru_cache(maxsize=4)
def _verbs_of(lexicon: Lexicon) -> VerbIndex:
    return build_verb_index(lexicon.verbs)


def find_tense(doc: Document, scan: Scan, draft: Draft, line: Line, lexicon: Lexicon) -> Tense | None:
    """Return the tense of the clause that a draft stands in, told by its verb; None where it has none.

    The nearest verb before it counts, over a relative clause between commas (التقى الوزير، الذي سيسافر غدا، نظيره)
    and not beyond a particle that opens its clause (قال إن الاجتماع); else the first verb after it.
    """
    verbs = _verbs_of(lexicon)
    if draft.first > line.first and scan.bare(draft.first - 1, line.last, TermKind.SINCE):
        return Tense.PAST
    at, stop = draft.first - 1, max(line.first, draft.first - _REACH_BACK)
    while at >= stop:
        aside = _find_aside(scan, at, stop, line)
        if aside is not None:
            at = aside - 1
            continue
        tense = _tense_at(scan, at, line, verbs)
        if tense is not None:
            return tense
        if _opens_clause(scan, at, line, verbs):
            break
        at -= 1
    return _find_tense_after(scan, draft, line, verbs)


def _opens_clause(scan: Scan, at: int, line: Line, verbs: VerbIndex) -> bool:
    """Tell whether a clause of its own begins here: إن, and أن unless a verb without time follows (أن يزور)."""
    if not scan.bare(at, line.last, TermKind.OPENS_CLAUSE):
        return False
    return not (scan.bare(at, line.last, TermKind.THAT) and _is_finite(scan.norm(at + 1, line.last), verbs))


def _find_tense_after(scan: Scan, draft: Draft, line: Line, verbs: VerbIndex) -> Tense | None:
    for at in range(draft.last, min(line.last, draft.last + _REACH_AHEAD)):
        tense = _tense_at(scan, at, line, verbs)
        if tense is not None:
            return tense
    return None


def _find_aside(scan: Scan, at: int, stop: int, line: Line) -> int | None:
    """Return where a relative clause between commas begins that ends with the comma at `at`."""
    if scan.norms[at] not in _COMMAS:
        return None
    for first in range(at - 1, stop, -1):
        if scan.norms[first] in _COMMAS:
            return first if scan.bare(first + 1, line.last, TermKind.RELATIVE) else None
    return None


def _tense_at(scan: Scan, at: int, line: Line, verbs: VerbIndex) -> Tense | None:
    if scan.hit(at, line.last, TermKind.FUTURE):
        return Tense.PLANNED if _was(scan, at, line) else Tense.FUTURE
    norm = scan.norms[at]
    if scan.bare(at, line.last, TermKind.PAST) and norm.startswith("كان"):
        return Tense.PAST
    analyses = [a for a in verbs.analyse(norm) if (a.gender, a.number) != ("f", "p") or a.part is not Part.FINITE]
    if not analyses:
        return Tense.FUTURE if _looks_future(scan, at, line) else None
    first = analyses[0]
    if first.part is Part.FINITE and not first.future and at > line.first and _is_finite(scan.norms[at - 1], verbs):
        return None  # a noun that looks like a verb, subject of the verb before it (سيصل وفد)
    if first.future:
        return Tense.FUTURE
    if first.part is not Part.FINITE:
        return None
    opens = at == line.first or not scan.norms[at - 1][0].isalnum() or bool(first.conjunction)
    if not opens and (
        any(a.part is Part.MASDAR for a in analyses) or all(a.suffix and a.tense is VerbTense.PERFECT for a in analyses)
    ):
        return None  # inside a clause as likely a noun (عمل، كلمة)
    if any(a.tense is VerbTense.PERFECT for a in analyses):
        return Tense.PAST
    if at > line.first and scan.bare(at - 1, line.last, TermKind.THAT):
        return None  # أن يزور: the verb before it tells
    before = range(max(line.first, at - 4), at)
    return Tense.PAST if any(scan.hit(i, line.last, TermKind.PAST) for i in before) else Tense.FUTURE


def _was(scan: Scan, at: int, line: Line) -> bool:
    """Tell whether كان stands before a word of expectation: كان من المتوقع."""
    before = range(max(line.first, at - _STATE_REACH), at)
    return any(scan.bare(i, line.last, TermKind.PAST) and scan.norms[i].startswith(("كان", "وكان")) for i in before)


def _is_finite(norm: str, verbs: VerbIndex) -> bool:
    analyses = verbs.analyse(norm)
    return bool(analyses) and analyses[0].part is Part.FINITE


def _looks_future(scan: Scan, at: int, line: Line) -> bool:
    """A verb that the lexicon lacks, by its prefix (سيتموضع)."""
    norm = scan.norms[at]
    return len(norm) > 4 and norm.startswith(_FUTURE_PREFIXES) and not scan.hit(at, line.last, TermKind.NOT_FUTURE)


def is_present(scan: Scan, draft: Draft, line: Line) -> bool:
    """Tell whether اليوم means these days: after words of state (باتت، ما زال، ما هي عليه) or حتى."""
    before = range(max(line.first, draft.first - _STATE_REACH), draft.first)
    return any(scan.bare(at, line.last, TermKind.STATE) for at in before)


def is_told_of_self(scan: Scan, draft: Draft, lexicon: Lexicon) -> bool:
    """Tell whether speakers mean the day itself with اليوم: after a deed of theirs (وقعنا اليوم، زيارتي اليوم)."""
    if draft.first == 0:
        return False
    norm = scan.norms[draft.first - 1]
    analyses = _verbs_of(lexicon).analyse(norm)
    deeds = any(a.tense is VerbTense.PERFECT and a.person == 1 for a in analyses)
    return deeds or (any(a.part is Part.MASDAR for a in analyses) and norm.endswith(("ي", "نا")))
