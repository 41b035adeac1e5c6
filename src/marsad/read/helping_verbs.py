"""Helping verbs: كان before the verb that it moves in time, تم and قام before the masdar that tells the act."""

from marsad.lang.morphology import Part
from marsad.lexicon.verbs import Analysis
from marsad.read.chunks import Chunks
from marsad.read.document import Line

_IMPERSONAL_REACH = 3  # words between تم and its masdar
_CARRIED_REACH = 8  # words between قام and the masdar after ب: its subject stands there


def is_helping(chunks: Chunks, line: Line, place: int) -> bool:
    """An auxiliary right before another verb, with at most a name between (كان الوزير قد قال)."""
    after = chunks.skip_adverbs(place + 1, line.last)
    stop = chunks.noun_phrase(after, line.last) if after < line.last else after
    if _is_governed(chunks, line, after):
        return True
    return _is_being(chunks, place) and (_is_governed(chunks, line, stop) or _completes_later(chunks, line, stop))


def _completes_later(chunks: Chunks, line: Line, place: int) -> bool:
    """وكان مسؤولون في العاصمة قد قالوا: قد and the verb stand behind what belongs to the subject."""
    for spot in range(place, min(place + _CARRIED_REACH, line.last - 1)):
        if chunks.word(spot) in chunks.syntax.perhaps:
            return True
        if chunks.is_mark(spot) or chunks.is_opening(spot):
            return False
    return False


def _is_being(chunks: Chunks, place: int) -> bool:
    """كان lets its subject stand before the verb that it helps."""
    return any(a.lemma == "كان" for a in chunks.analyses(place))


def _is_governed(chunks: Chunks, line: Line, place: int) -> bool:
    spot = chunks.skip_adverbs(place, line.last)
    if spot < line.last and chunks.word(spot) in chunks.syntax.perhaps:
        spot += 1
    if spot >= line.last:
        return False
    return any(a.part is Part.FINITE and not a.conjunction and not a.preposition for a in chunks.analyses(spot))


def find_carried(chunks: Chunks, line: Line, head: int, light: str) -> tuple[int, Analysis] | None:
    """The masdar that a light verb only carries: تم بحث، قام الوزير بزيارة."""
    impersonal = light in chunks.syntax.impersonal
    for place in range(head + 1, min(head + _CARRIED_REACH + 1, line.last)):
        for analysis in chunks.verbs.analyse(chunks.doc.norms[place]) if not chunks.named[place] else ():
            if analysis.part is Part.MASDAR and analysis.preposition == ("" if impersonal else "ب"):
                return place, analysis
        if chunks.is_mark(place) or chunks.is_closed(place):
            return None
        if impersonal and place - head >= _IMPERSONAL_REACH:
            return None
    return None


def is_auxiliary(chunks: Chunks, place: int) -> bool:
    return any(a.lemma in chunks.syntax.auxiliaries and a.part is Part.FINITE for a in chunks.analyses(place))
