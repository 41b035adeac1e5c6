"""Asides: what stands between a verb, its subject and its object without being either."""

from marsad.lang.tokens import TokenKind
from marsad.model import EntityKind
from marsad.read.chunks import Chunks

PAUSES = frozenset({"،", ",", "-", "–", "—"})
_OPENERS = PAUSES | {"(", '"'}
_OPENING = {'"': '"', ")": "("}
_NAMED = 6  # tokens that a second name may have with its marks
_BRACKETED = 8  # tokens that a second name or a weekday in brackets can have
_ENCLOSED = 24  # tokens between the two commas around an apposition


def skip_asides(chunks: Chunks, place: int, last: int) -> int:
    """The first token from `place` on that is neither adverb of time nor second name in brackets.

    Commas around them go with them: الرئاسة (الإليزيه)، اليوم (الثلاثاء)، برلين.
    """
    adverbs = chunks.syntax.adverbs
    while place < last and (chunks.doc.norms[place] in _OPENERS or chunks.word(place) in adverbs):
        after = _skip_one(chunks, place, last)
        if after == place and chunks.doc.norms[place] in PAUSES:
            closing = place + 1
            while closing < last and (inner := _skip_one(chunks, closing, last)) > closing:
                closing = inner
            paused = place + 1 < closing < last and chunks.doc.norms[closing] in PAUSES
            after = closing + 1 if paused else place
        if after == place:
            break
        place = after
    return place


def before_second_names(chunks: Chunks, place: int, first: int) -> int:
    """Where second names in quotation marks or brackets begin that end at `place`: شركة النفط "تالي" (Tali) وقعت."""
    norms = chunks.doc.norms
    while place > first and norms[place - 1] in _OPENING:
        back = range(place - 3, max(first, place - _NAMED), -1)
        opening = next((at for at in back if norms[at] == _OPENING[norms[place - 1]]), None)
        if opening is None:
            break
        place = opening
    return place


def _skip_one(chunks: Chunks, place: int, last: int) -> int:
    if chunks.doc.norms[place] == "(":
        close = next((at for at in range(place, min(place + _BRACKETED, last)) if chunks.doc.norms[at] == ")"), None)
        return place if close is None else close + 1
    if chunks.doc.norms[place] == '"' and (closed := _skip_quoted_person(chunks, place, last)) is not None:
        return closed
    after = chunks.skip_adverbs(place, last)
    if place < after < last and (dated := _skip_date(chunks, after, last)) > after:
        return dated
    if place < after < last and _is_number(chunks, after):
        # السبت 3 مايو/أيار 2024: month and year go with their day.
        after += 2
        after += 2 if after < last and chunks.doc.norms[after] == "/" else 0
        after += 1 if after < last and _is_number(chunks, after) else 0
    return min(after, last)


def _skip_quoted_person(chunks: Chunks, place: int, last: int) -> int | None:
    """Where a person's name in quotation marks ends: قائد في الجيش "فلان"، الحكومة."""
    named = chunks.phrases.get(place + 1)
    if named is None or chunks.names.by_id[named.entity].kind is not EntityKind.PERSON or named.phrase_last >= last:
        return None
    return named.phrase_last + 1 if chunks.doc.norms[named.phrase_last] == '"' else None


def _skip_date(chunks: Chunks, place: int, last: int) -> int:
    """Behind a weekday: 2/9/2011."""
    for at in range(place, min(place + 4, last - 1), 2):
        if not _is_number(chunks, at) or chunks.doc.norms[at + 1] not in ("/", "-", "."):
            return place
    after = place + 5
    return after if after <= last and _is_number(chunks, after - 1) else place


def _is_number(chunks: Chunks, place: int) -> bool:
    return chunks.doc.tokens[place].kind is TokenKind.NUMBER


def find_aside(chunks: Chunks, place: int, last: int) -> int | None:
    """Where the comma stands that closes an apposition opened by the one at `place`: فلان، رئيس الحزب، الحكومة."""
    first = place + 1
    if first >= last or is_joined(chunks, first):
        return None
    phrase = range(first, chunks.noun_phrase(first, last)) if not chunks.preposition(first) else ()
    if not any(chunks.named[at] or chunks.doc.norms[at].startswith("ال") for at in phrase):
        # Who is named is named again by what is definite: an indefinite noun is an object (عقد الوزير، فلان، لقاء).
        return None
    closing = range(first, min(first + _ENCLOSED, last))
    return next((at for at in closing if chunks.doc.norms[at] in PAUSES), None)


def read_joined(chunks: Chunks, place: int, last: int) -> int:
    """Where a phrase ends that goes on behind commas: الرئيس، ورئيس الوزراء. What a verb follows is its topic."""
    while place + 1 < last and chunks.doc.norms[place] in PAUSES and place + 1 in chunks.phrases:
        after = chunks.noun_phrase(place + 1, last)
        if not is_joined(chunks, place + 1) or after == last:
            break
        place = after
    return place


def is_joined(chunks: Chunks, place: int) -> bool:
    """What و joins is another one, not a second name of the same."""
    mention = chunks.phrases.get(place)
    if mention is not None:
        return chunks.phrase_clitics(mention).startswith("و")
    return chunks.doc.norms[place].startswith("وال")


def may_be_same(chunks: Chunks, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether nothing says that two noun phrases mean different parties."""
    first, second = _parties(chunks, one), _parties(chunks, other)
    return not first or not second or not first.isdisjoint(second)


def _parties(chunks: Chunks, phrase: tuple[int, int]) -> set[str]:
    found = (chunks.names.party_of(mention.entity) for mention in chunks.names.within(*phrase))
    return {party for party in found if party is not None}
