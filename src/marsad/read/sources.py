"""Source phrases: بحسب، وفق، حسبما ذكرت: who stands behind the clause beside them."""

import msgspec

from marsad.lexicon.cues import CueIndex
from marsad.lexicon.syntax import match_phrase
from marsad.model import EntityKind, Span
from marsad.read.chunks import Chunks
from marsad.read.clauses import Clause
from marsad.read.document import Line
from marsad.read.quotations import Quotes
from marsad.read.speakers import Voice, find_apposed, find_issuer, is_person_like, read_voice, unnamed_phrase


class SourcePhrase(msgspec.Struct, frozen=True):
    """A source phrase: its words, the token after it, the source. `is_outlet`: the source carries what others say."""

    first: int
    last: int
    end: int
    cue: Span
    voice: Voice
    is_outlet: bool
    rule: str


def find_sources(
    chunks: Chunks,
    line: Line,
    clauses: tuple[tuple[int, Clause], ...],
    quotes: Quotes,
    cues: CueIndex,
    unnamed: frozenset[str],
    busy: frozenset[int],
) -> tuple[SourcePhrase, ...]:
    """Return the source phrases of a line outside quotations. A phrase with a mere pronoun (وفق قوله) names nobody.

    `busy` are the heads of cues that announce content of their own: no sources where the phrase only joins (كما).
    """
    heads = {clause.head: clause for _, clause in clauses}
    found: list[SourcePhrase] = []
    for place in range(line.first, line.last):
        if quotes.around(place) is not None:
            continue
        source = _reported(chunks, line, place, heads, cues, unnamed, busy) or _named(
            chunks, line, place, cues, unnamed
        )
        if source is not None:
            found.append(source)
    return tuple(found)


def _named(chunks: Chunks, line: Line, place: int, cues: CueIndex, unnamed: frozenset[str]) -> SourcePhrase | None:
    after = match_phrase(cues.named_sources, chunks.doc.norms, place, line.last)
    if after == place or after >= line.last:
        return None
    while after < line.last and chunks.doc.norms[after] in ('"', "ل", "عن", "قول", "تعبير", "ما"):
        after += 1
    return _from_phrase(chunks, line, place, after, after, "according-to", unnamed, cues)


def _reported(
    chunks: Chunks,
    line: Line,
    place: int,
    heads: dict[int, Clause],
    cues: CueIndex,
    unnamed: frozenset[str],
    busy: frozenset[int],
) -> SourcePhrase | None:
    after = match_phrase(cues.clause_sources, chunks.doc.norms, place, line.last)
    if after == place or after >= line.last:
        return None
    clause = heads.get(after)
    if clause is None or not cues.of(clause.lemma):
        return None
    if after in busy and match_phrase(cues.only_sources, chunks.doc.norms, place, line.last) == place:
        return None
    start = chunks.skip_adverbs(after + 1, line.last)
    while start < line.last and chunks.doc.norms[start] in ('"', "عن", "عنه", "عنها", "عنهم", "عنهما"):
        start += 1
    return _from_phrase(chunks, line, place, start, after + 1, "as-reported", unnamed, cues)


def _person_after(chunks: Chunks, start: int, line: Line) -> Voice | None:
    """The person named behind a description that begins at `start`, before the next mark."""
    stop = next((p for p in range(start, line.last) if chunks.is_mark(p)), line.last)
    return find_apposed(chunks, start, stop, None, None)


def _from_phrase(
    chunks: Chunks,
    line: Line,
    first: int,
    start: int,
    cue_last: int,
    rule: str,
    unnamed: frozenset[str],
    cues: CueIndex,
) -> SourcePhrase | None:
    if start >= line.last or chunks.is_mark(start):
        return None
    last = chunks.noun_phrase(start, line.last)
    if last == start:
        return None
    issued = chunks.doc.norms[start].removeprefix("ال") in cues.documents
    voice = find_issuer(chunks, start, line.last) if issued else None
    voice = voice or _person_after(chunks, start, line) or read_voice(chunks, start, last, None, None, cues.sides)
    if voice is None:
        return None
    if voice.entity is None and not any(p in chunks.phrases for p in range(start, last)):
        if not is_person_like(chunks, start, unnamed):
            return None
        voice = Voice(None, unnamed_phrase(chunks, start, last, line.last))
    outlet = voice.entity is not None and chunks.names.by_id[voice.entity].kind is EntityKind.MEDIA
    return SourcePhrase(first, start, last, chunks.doc.span(first, max(cue_last, first + 1)), voice, outlet, rule)
