"""What a source phrase does: it stands behind the statement beside it, or it is the speaker of the clause beside it."""

import msgspec

from marsad.lexicon.cues import CueIndex
from marsad.model import StatementKind
from marsad.read.chunks import Chunks
from marsad.read.contents import Content, find_end
from marsad.read.cue_sites import Site
from marsad.read.document import Line
from marsad.read.hearing import Draft, Hearing
from marsad.read.quotations import Quotes
from marsad.read.sources import SourcePhrase

_FRAGMENT = 6  # a line of at most so many tokens may be a source phrase alone, on the line before


def apply_source(
    hearing: Hearing,
    line: Line,
    source: SourcePhrase,
    sites: tuple[Site, ...],
    quotes: Quotes,
    earlier: list[Draft],
    found: list[Draft],
) -> tuple[list[Draft], list[Draft]]:
    """Let a source stand behind the statement beside it, or make it the speaker of the clause beside it."""
    chunks = hearing.chunks
    entity = source.voice.entity
    if line.last - line.first <= _FRAGMENT and source.first == line.first and earlier:
        last = earlier[-1]
        via = (*last.via, entity) if entity else last.via
        return [*earlier[:-1], msgspec.structs.replace(last, via=via)], found
    before = [d for d in found if d.cue_first < source.first and not d.nested and not d.source]
    if before:
        near = before[-1]
        if entity is not None and entity != near.voice.entity and entity not in near.via:
            found[found.index(near)] = msgspec.structs.replace(near, via=(*near.via, entity))
        if source.is_outlet or entity is None or entity == near.voice.entity:
            return earlier, found
        content = _beside(chunks, line, source, sites, quotes, hearing.cues) or near.content
    else:
        read = _beside(chunks, line, source, sites, quotes, hearing.cues)
        if read is None:
            return earlier, found
        content = read
    draft = Draft(source.voice, source.cue, content, (), (), source.rule, source.first, bool(before), True)
    if not before:
        hearing.floor.give(source.voice)
    return earlier, [*found, draft]


def _beside(
    chunks: Chunks, line: Line, source: SourcePhrase, sites: tuple[Site, ...], quotes: Quotes, cues: CueIndex
) -> Content | None:
    """The clause that a source phrase vouches for: what follows it at the head of a sentence, else what precedes it."""
    if source.first == line.first:
        first = source.end
        while first < line.last and chunks.is_mark(first) and chunks.doc.norms[first] != '"':
            first += 1
        last = find_end(chunks, first, line.last, line, sites, quotes, cues) if first < line.last else first
    else:
        first, last = line.first, source.first
    while last > first and chunks.is_mark(last - 1) and chunks.doc.norms[last - 1] != '"':
        last -= 1
    if last <= first:
        return None
    quoted = any(first <= q.opening < last for q in quotes.all)
    return Content(chunks.doc.span(first, last), first, last, StatementKind.MIXED if quoted else StatementKind.INDIRECT)
