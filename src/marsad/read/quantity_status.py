"""Whether a figure was reached, is aimed at, expected, or bounds something."""

from marsad.lang.morphology import Part, Tense
from marsad.lexicon.load import Lexicon
from marsad.lexicon.verbs import Analysis, build_verb_index
from marsad.model import QuantityStatus
from marsad.read.document import Document, Line
from marsad.read.quantity_words import QuantityWords

# How many words before and after a figure its cues may stand.
_REACH_BEFORE = 14
_REACH_AFTER = 4


def find_status(
    doc: Document, line: Line, first: int, last: int, words: QuantityWords, lexicon: Lexicon
) -> QuantityStatus:
    """The nearest cue before the figure, else one right after it; a verb of the future makes a forecast."""
    verbs = build_verb_index(lexicon.verbs)
    for at in range(first - 1, max(line.first, first - _REACH_BEFORE) - 1, -1):
        norm = doc.norms[at]
        cue = words.find(doc.norms, at, line.last, "status")
        if cue and cue.last <= first:
            return QuantityStatus(cue.code)
        analyses = verbs.analyse(norm)
        told = _read_verb(analyses, words)
        if told:
            return told
        if analyses and analyses[0].part is Part.FINITE and analyses[0].future:
            return QuantityStatus.FORECAST
        if norm in {";", "؛"}:
            break
    for at in range(last, min(line.last, last + _REACH_AFTER)):
        cue = words.find(doc.norms, at, line.last, "status_after")
        if cue:
            return QuantityStatus(cue.code)
        if not doc.norms[at][0].isalnum():
            break
    return QuantityStatus.ACTUAL


def _read_verb(analyses: tuple[Analysis, ...], words: QuantityWords) -> QuantityStatus | None:
    """A verb of aiming or expecting in any form; one of reaching only where it is told as done."""
    code = words.status_of(analyses[0].lemma) if analyses else None
    if code is None or analyses[0].part is Part.MASDAR:
        return None
    is_done = analyses[0].part is Part.FINITE and analyses[0].tense is Tense.PERFECT
    return QuantityStatus(code) if code != QuantityStatus.ACTUAL or is_done else None
