"""Arguments: the object, the prepositional phrases and the complement behind a predicate and its subject."""

import msgspec

from marsad.lang.morphology import Part
from marsad.lang.tokens import TokenKind
from marsad.read.asides import PAUSES, find_aside, may_be_same, read_joined, skip_asides
from marsad.read.chunks import Chunks
from marsad.read.document import Line

Range = tuple[int, int]
_POINTING = ("هذ", "تلك", "ذلك")
_APART = 2  # appositions that can stand between a subject and the object of its verb


class Prep(msgspec.Struct, frozen=True):
    """A prepositional phrase: the folded preposition (clitics ب ل ك too) and the token range of what it governs.

    A clitic preposition stands on token `first` itself (بالرئيس); a word of its own stands before it (مع الرئيس).
    """

    prep: str
    first: int
    last: int


class Arguments(msgspec.Struct, frozen=True):
    """What stands behind a predicate and its subject."""

    target: Range | None = None
    preps: tuple[Prep, ...] = ()
    complement: Range | None = None


def read_arguments(
    chunks: Chunks, place: int, after: int, line: Line, subject: Range | None, apart: int = 0
) -> Arguments:
    """Object, prepositional phrases and complement between `place` and the next predicate.

    `apart` counts the appositions to the subject that were passed over.
    """
    target: Range | None = None
    preps: list[Prep] = []
    # Prepositional phrases between commas are out of the way of the object: دعا، في خطاب، الأطراف إلى.
    aside, opened = 0, -1
    while place < after:
        if (skipped := skip_asides(chunks, place, after)) > place:
            place = skipped
            continue
        against = chunks.doc.norms[place] in chunks.syntax.adversatives and place + 1 < line.last
        if against and chunks.word(place + 1) in chunks.syntax.complementizers:
            return Arguments(target, tuple(preps), None)  # رفض الحضور، إلا أنه اتصل
        if chunks.word(place) in chunks.syntax.complementizers:
            return Arguments(target, tuple(preps), (place + 1, line.last) if place + 1 < line.last else None)
        if chunks.doc.norms[place] in PAUSES and (closing := find_aside(chunks, place, after)) is not None:
            if target is not None:
                # فرنسا، القوة الاستعمارية السابقة في البلاد، ب: what is said of the object is not said of the deed.
                place = closing
                continue
            rest = _read_past(chunks, place + 1, closing, after, line, subject, apart)
            if rest is not None:
                return Arguments(rest.target, (*preps, *rest.preps), rest.complement)
            apart = _APART
        if chunks.doc.norms[place] in PAUSES:
            aside = len(preps) if opened == aside else aside
            opened = len(preps)
        preposition = chunks.preposition(place)
        if preposition:
            first = place + 1 if chunks.word(place) == preposition else place
            if first < after and chunks.doc.norms[first] == '"':
                first += 1
            last = read_joined(chunks, _with_quoted_name(chunks, first, chunks.noun_phrase(first, after), after), after)
            if last > first:
                preps.append(Prep(preposition, first, last))
            place = max(last, place + 1)
            continue
        last = _with_quoted_name(chunks, place, chunks.noun_phrase(place, after), after)
        last = read_joined(chunks, last, after) if last > place else last
        if last > place and target is None and (len(preps) == aside or _stands_alone(chunks, place, preps[-1])):
            target = (place, last)
        place = max(last, place + 1)
    return Arguments(target, tuple(preps))


def _with_quoted_name(chunks: Chunks, first: int, last: int, after: int) -> int:
    """Where a noun phrase ends with the name in quotation marks right behind it: منصة "فيسبوك"."""
    if last == first or last + 1 >= after or chunks.doc.norms[last] != '"' or chunks.doc.norms[first - 1] in PAUSES:
        return last
    mention = chunks.phrases.get(last + 1)
    return min(mention.phrase_last, after) if mention is not None else last


def read_resumed(chunks: Chunks, behind: Arguments, resumed: Range, line: Line) -> Arguments:
    """Add what stands behind a relative clause between commas to what stood before it."""
    more = read_arguments(chunks, *resumed, line, None)
    return Arguments(behind.target or more.target, behind.preps + more.preps, behind.complement or more.complement)


def _read_past(
    chunks: Chunks, first: int, closing: int, after: int, line: Line, subject: Range | None, apart: int
) -> Arguments | None:
    """What follows an apposition to the subject; None where what stands between the commas is the object itself.

    It is an apposition where an object follows its comma at once, unless that is a second name of the object.
    """
    if subject is None or apart >= _APART:
        return None
    rest = read_arguments(chunks, closing, after, line, subject, apart + 1)
    if rest.target is None:
        return None
    follows = skip_asides(chunks, closing + 1, after)
    if follows < after and chunks.doc.norms[follows] in PAUSES:
        follows += 1
    if rest.target[0] != follows:
        return None
    between = (first, chunks.noun_phrase(first, closing))
    return rest if may_be_same(chunks, subject, between) or not may_be_same(chunks, between, rest.target) else None


def _stands_alone(chunks: Chunks, place: int, before: Prep) -> bool:
    """Behind a preposition's phrase a name or an indefinite noun is an argument: وصل إلى المدينة وفد.

    Right behind a masdar and its doer it is what that is done to: رد على قصف الجيش المدينة.
    """
    doer = before.last - before.first > 1 and chunks.named[before.last - 1]
    if before.last == place and doer and any(a.part is Part.MASDAR for a in chunks.analyses(before.first)):
        return False
    mention = chunks.phrases.get(place)
    if mention is not None:
        return not chunks.phrase_clitics(mention)
    # قتلت طائرات للحلف 24 جنديا: a number stands for the accusative that it counts.
    counts = chunks.doc.tokens[place].kind is TokenKind.NUMBER and chunks.doc.norms[place + 1 : place + 2]
    counted = place + 1 if counts and counts[0].endswith("ا") else place
    if chunks.governor(place) or not chunks.is_noun(counted):
        return False
    # أدانت بأشد العبارات الهجوم: behind a phrase that is definite already.
    pointed = chunks.doc.norms[place - 1].startswith(_POINTING)  # هذا الاتفاق
    settled = before.last == place and chunks.is_definite(place - 1) and not (pointed or chunks.is_adjective(place))
    return settled or not chunks.doc.norms[place].startswith("ال")
