"""Speakers: who a noun phrase lets speak, who carried the words, to whom they went, and who has the floor."""

from dataclasses import dataclass, field

import msgspec

from marsad.lang.clitics import split_proclitics
from marsad.lang.morphology import Part
from marsad.model import EntityKind, Span
from marsad.read.chunks import Chunks
from marsad.read.clauses import Clause
from marsad.read.cue_sites import Site
from marsad.read.mentions import Form, Named

_PLACING = frozenset({"في", "ب", "لدي", "داخل", "باسم"})  # prepositions that tell an unnamed speaker's place or body
_UNNAMED_REACH = 8  # words of a noun phrase for an unnamed speaker


class Voice(msgspec.Struct, frozen=True):
    """Somebody who speaks: an entity, or only a phrase. `gender` and `number` are those of the verb, None unknown."""

    entity: str | None
    span: Span | None
    gender: str | None = None
    number: str | None = None


@dataclass
class Floor:
    """Who has had the floor so far in the article, the last one last."""

    voices: list[Voice] = field(default_factory=list)

    def give(self, voice: Voice) -> None:
        """Note that somebody spoke at the level of the reporter."""
        self.voices.append(voice)

    def last(self, gender: str | None, number: str | None) -> Voice | None:
        """The last speaker who agrees."""
        for voice in reversed(self.voices):
            if _agrees(voice, gender, number):
                return voice
        return None


def _agrees(voice: Voice, gender: str | None, number: str | None) -> bool:
    if gender is not None and voice.gender is not None and gender != voice.gender:
        return False
    return number in (None, "s") or voice.number in (None, number)


def read_voice(
    chunks: Chunks, first: int, last: int, gender: str | None, number: str | None, sides: frozenset[str] = frozenset()
) -> Voice | None:
    """Return who a noun phrase names, as an entity or, unnamed or several at once, as a phrase; None for nobody."""
    heads = [m for m in chunks.names.heads(first, last) if m.form is not Form.PLACE]
    span = chunks.doc.span(first, last)
    if is_several(chunks, first):
        return Voice(None, span, gender, "p")
    if heads and len(heads) > 1 and any(chunks.phrase_clitics(m) == "و" for m in heads[1:]):
        return Voice(None, _bare_span(chunks, heads[0], heads[-1].phrase_last), gender, "p")
    if heads and _heads_phrase(chunks, first, heads[0]):
        head = heads[0]
        if head.form is Form.HOLDER:
            return Voice(None, _bare_span(chunks, head, head.phrase_last), gender, number)
        return Voice(head.entity, _bare_span(chunks, head, head.phrase_last), gender, number)
    if last + 1 < len(chunks.doc.tokens) and chunks.doc.norms[last] == '"' and last + 1 in chunks.phrases:
        quoted = chunks.phrases[last + 1]
        return Voice(quoted.entity, _bare_span(chunks, quoted, quoted.phrase_last), gender, number)
    if chunks.doc.norms[first].removeprefix("ال") in sides:
        for mention in chunks.names.within(first, last):
            return Voice(mention.entity, span, gender, number)
    return Voice(None, span, gender, number)


def is_several(chunks: Chunks, first: int) -> bool:
    """The phrase begins with an office in the dual or plural (الوزيران، رؤساء) that is nobody's own."""
    return chunks.doc.norms[first].removeprefix("ال") in chunks.plural_offices


def _is_verb(chunks: Chunks, place: int) -> bool:
    """The word can be nothing but a verb."""
    analyses = chunks.analyses(place)
    if not analyses or chunks.is_closed(place) or chunks.is_noun(place) or chunks.doc.norms[place].startswith("ال"):
        return False
    return all(a.part is Part.FINITE for a in analyses)


def find_apposed(chunks: Chunks, first: int, last: int, gender: str | None, number: str | None) -> Voice | None:
    """The person whose name follows the description of an office at some distance (المتحدث باسم البيت (...) سالم)."""
    for head in chunks.names.heads(first, last):
        place = head.phrase_first
        if any(_is_verb(chunks, p) for p in range(first, place)):
            return None
        if chunks.names.by_id[head.entity].kind is not EntityKind.PERSON or chunks.phrase_clitics(head):
            continue
        if place > first and chunks.preposition(place - 1):
            continue
        return Voice(head.entity, _bare_span(chunks, head, head.phrase_last), gender, number)
    return None


def _heads_phrase(chunks: Chunks, first: int, head: Named) -> bool:
    """The name stands at the start, or after a title or a common noun that it only specifies (المدير سالم)."""
    kind = chunks.names.by_id[head.entity].kind
    return head.phrase_first == first or kind is EntityKind.PERSON or kind is EntityKind.MEDIA


def _bare_span(chunks: Chunks, head: Named, last: int) -> Span:
    start = head.start if head.phrase_first == head.first else chunks.doc.tokens[head.phrase_first].start
    return Span(start, chunks.doc.tokens[last - 1].end)


def find_issuer(chunks: Chunks, first: int, limit: int) -> Voice | None:
    """Who issued the text that begins at `first` (بيان صادر عن المجلس): the first name before the next mark or verb."""
    place = first
    while place < limit and not chunks.is_mark(place) and not chunks.is_opening(place):
        place += 1
    for head in chunks.names.heads(first, place):
        if head.form is not Form.PLACE:
            return Voice(head.entity, _bare_span(chunks, head, head.phrase_last))
    return None


def is_person_like(chunks: Chunks, first: int, unnamed: frozenset[str]) -> bool:
    """The phrase begins with a noun for people or texts that speak (مصدر، تقرير), or a plural of people (ون)."""
    norm = chunks.doc.norms[first]
    if norm.startswith("ال") and norm.endswith("ون"):
        return True
    return any(rest.removeprefix("ال") in unnamed for _, rest in split_proclitics(norm))


def unnamed_phrase(chunks: Chunks, first: int, last: int, limit: int) -> Span:
    """The phrase of an unnamed speaker with the place or body after it (مسؤول في الوزارة)."""
    if last < limit and chunks.preposition(last) in _PLACING and last - first <= _UNNAMED_REACH:
        start = last + 1 if chunks.word(last) == chunks.preposition(last) else last
        after = chunks.noun_phrase(start, limit)
        if start < after <= first + _UNNAMED_REACH:
            last = after
    return chunks.doc.span(first, last)


def find_addressees(chunks: Chunks, site: Site, clause: Clause | None, speaker: str | None) -> tuple[str, ...]:
    """Return whom the words went to, where the cue's frame has a place for a hearer."""
    if not site.cue.addressee or site.part is Part.MASDAR:
        return ()
    first = site.last
    if clause is not None and clause.subject is not None and clause.subject[0] >= site.last:
        first = clause.subject[1]
    found: list[str] = []
    for head in chunks.names.heads(first, site.opening):
        entity = chunks.names.by_id[head.entity]
        if head.form is Form.PLACE or entity.id == speaker or entity.kind in (EntityKind.MEDIA, EntityKind.PLACE):
            continue
        place = head.phrase_first
        clitics = chunks.phrase_clitics(head)
        governor = clitics[-1:] if clitics else chunks.preposition(place - 1) if place > first else ""
        if (governor or "object") in site.cue.before_hearer or (governor in ("و",) and found):
            found.append(head.entity)
    return tuple(dict.fromkeys(found))
