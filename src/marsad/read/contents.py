"""Contents: how far what somebody says reaches, until the reporter's own voice returns."""

import msgspec

from marsad.lang.morphology import Part
from marsad.lexicon.cues import CueIndex
from marsad.lexicon.syntax import match_phrase
from marsad.model import Span, StatementKind
from marsad.read.chunks import Chunks
from marsad.read.cue_sites import Site
from marsad.read.document import Line
from marsad.read.quotations import Quotes

_TAIL = 2  # words after a quotation that leave it a quotation: «...» أمس


class Content(msgspec.Struct, frozen=True):
    """The words of a statement: their span, their token range and how they are given."""

    span: Span
    first: int
    last: int
    kind: StatementKind


def read_content(
    chunks: Chunks, line: Line, site: Site, sites: tuple[Site, ...], quotes: Quotes, cues: CueIndex
) -> Content | None:
    """Return the content of a cue site; None where nothing but marks is left."""
    holder = quotes.around(site.first)
    limit = min(holder.closing, line.last) if holder is not None else line.last
    if site.quotation is not None and site.quotation.closed:
        return _quoted(chunks, site.content, min(site.quotation.closing, limit))
    first = site.content
    if site.quotation is not None:
        last = find_end(chunks, first, limit, line, sites, quotes, cues)
        return _quoted(chunks, first, last)
    last = find_end(chunks, first, limit, line, sites, quotes, cues)
    quotation = quotes.by_opening.get(first)
    if quotation is not None:
        inner = min(quotation.closing, last)
        if not quotation.closed or (last - inner - 1 <= _TAIL and _words(chunks, inner, last) <= _TAIL):
            return _quoted(chunks, first + 1, inner)
    return _reported(chunks, site.offset, first, last, quotes)


def _words(chunks: Chunks, first: int, last: int) -> int:
    return sum(not chunks.is_mark(place) for place in range(first, last))


def _quoted(chunks: Chunks, first: int, last: int) -> Content | None:
    if first >= last:
        return None
    return Content(_trim(chunks, first, last), first, last, StatementKind.DIRECT)


def _reported(chunks: Chunks, offset: int, first: int, last: int, quotes: Quotes) -> Content | None:
    while last > first and _is_closing(chunks, last - 1, quotes):
        last -= 1
    if last <= first or all(chunks.is_mark(place) for place in range(first, last)):
        return None
    quoted = any(first <= q.opening < last for q in quotes.all)
    span = Span(offset, chunks.doc.tokens[last - 1].end)
    return Content(span, first, last, StatementKind.MIXED if quoted else StatementKind.INDIRECT)


def _trim(chunks: Chunks, first: int, last: int) -> Span:
    while last - first > 1 and chunks.doc.norms[last - 1] in _LOOSE:
        last -= 1
    return chunks.doc.span(first, last)


_LOOSE = frozenset({".", "،", ",", ":", "؛", ";", "-", "–"})


def _is_closing(chunks: Chunks, place: int, quotes: Quotes) -> bool:
    """A mark that ends the sentence or a phrase of it, not one that closes a quotation or parenthesis inside."""
    norm = chunks.doc.norms[place]
    if norm == '"':
        return not any(q.closing == place and q.closed for q in quotes.all)
    return norm in _LOOSE or norm in ("!", "؟", "(", "…")


def find_end(
    chunks: Chunks, first: int, limit: int, line: Line, sites: tuple[Site, ...], quotes: Quotes, cues: CueIndex
) -> int:
    """The token before which content that starts at `first` ends."""
    heads = {site.first: site for site in sites}
    place = first
    while place < limit:
        quotation = quotes.by_opening.get(place)
        if quotation is not None and quotation.closed:
            place = quotation.closing + 1
            continue
        if place > first and _returns(chunks, place, limit, heads, cues):
            return place
        place += 1
    return limit


def _returns(chunks: Chunks, place: int, limit: int, heads: dict[int, Site], cues: CueIndex) -> bool:
    """The reporter's voice returns here: a cue of the same level, a source phrase, or a phrase that steps back."""
    norms, syntax = chunks.doc.norms, chunks.syntax
    after_mark = chunks.is_mark(place - 1)
    if after_mark and match_phrase(syntax.returns, norms, place, limit) > place:
        return True
    if is_source(chunks, place, limit, cues):
        return True
    site = heads.get(place)
    if site is not None:
        word = norms[place]
        if site.part is Part.FINITE:
            return word[0] in "وف" and _is_joined(chunks, site)
        return site.part is not Part.MASDAR
    stepping = norms[place] in _STEPS or match_phrase(syntax.returns, norms, place, limit) > place
    if stepping or chunks.word(place) in syntax.connectives:
        for ahead in range(place + 1, min(place + 4, limit)):
            near = heads.get(ahead)
            if near is not None and near.part is Part.FINITE:
                return True
    return False


_STEPS = frozenset({"الا", "كذلك"})


def _is_joined(chunks: Chunks, site: Site) -> bool:
    return any(a.conjunction for a in chunks.verbs.analyse(chunks.doc.norms[site.first])) or site.last - site.first > 1


def is_source(chunks: Chunks, place: int, limit: int, cues: CueIndex) -> bool:
    """A phrase that names a source stands here, with a name, an unnamed speaker or a cue verb after it."""
    after = match_phrase(cues.named_sources, chunks.doc.norms, place, limit)
    if after > place and after < limit:
        return chunks.is_mark(place - 1) or _names_source(chunks, after, limit)
    after = match_phrase(cues.clause_sources, chunks.doc.norms, place, limit)
    return place < after < limit and any(cues.of(a.lemma) for a in chunks.analyses(after))


def _names_source(chunks: Chunks, place: int, limit: int) -> bool:
    return any(p in chunks.phrases for p in range(place, min(place + 3, limit)))
