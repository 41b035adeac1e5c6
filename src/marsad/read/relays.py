"""Relays: who carried the words of a statement to the reader, nearest to the article first."""

from marsad.lang.fold import fold
from marsad.lang.morphology import Part
from marsad.lexicon.cues import Cue
from marsad.model import EntityKind
from marsad.read.chunks import Chunks
from marsad.read.clauses import Clause
from marsad.read.cue_sites import Site
from marsad.read.document import Line
from marsad.read.hearing import Draft, Hearing, is_same

_OCCASION_REACH = 6  # words between مقابلة and the outlet it was given to, تغريدة and its network
_CARRIERS = frozenset({"mention", "relay", "write", "announce"})  # cues by which a text is carried: بيان نشره الموقع


def find_relays(
    hearing: Hearing, line: Line, site: Site, last: int, speaker: str | None, before: list[Draft]
) -> tuple[str, ...]:
    """Return who carried the words of `site`, told up to the token `last`; `before`: the line's earlier statements."""
    lead = _lead(hearing.chunks, line, site, before)
    found = _outlets(hearing.chunks, site.last, site.opening)
    found += _publishers(hearing, site.last, site.opening) + _publishers(hearing, lead, site.first)
    found += _takes_up_outlet(hearing, site)
    found += _platforms(hearing, site.last, site.opening)
    found += _occasions(hearing, lead, site.first) + _occasions(hearing, site.opening, last)
    return tuple(entity for entity in dict.fromkeys(found) if entity != speaker)


def inherit_relays(
    hearing: Hearing, site: Site, voice_of: Draft | None, outer: Draft | None, draft: Draft
) -> tuple[str, ...]:
    """Add to a statement's own relays those of the sentence it hangs from, or of the words that it stands in."""
    via = draft.via
    if outer is not None and not is_same(draft.voice, outer.voice):
        carrier = outer.voice.entity or _body_of(hearing, outer)
        via = (*via, *((carrier, *outer.via) if carrier is not None and carrier != draft.voice.entity else ()))
    elif site.part is Part.ACTIVE_PARTICIPLE and voice_of is not None and outer is None:
        via = (*via, *voice_of.via)
    return tuple(dict.fromkeys(via))


def _outlets(chunks: Chunks, first: int, last: int) -> list[str]:
    mentions = chunks.names.within(first, last)
    return [m.entity for m in mentions if chunks.names.by_id[m.entity].kind is EntityKind.MEDIA]


def _body_of(hearing: Hearing, outer: Draft) -> str | None:
    """The body that a spokesperson without a name speaks for: المتحدث باسم الوزارة."""
    span, doc = outer.voice.span, hearing.chunks.doc
    if span is None or fold(span.of(doc.text).split()[0]).removeprefix("ال") not in hearing.cues.spokespeople:
        return None
    return next((m.entity for m in hearing.chunks.names.mentions if span.start < m.start and m.end <= span.end), None)


def _lead(chunks: Chunks, line: Line, site: Site, before: list[Draft]) -> int:
    """Where the phrases that open the sentence of `site` begin: behind earlier statements and full stops."""
    place = site.first
    while place > line.first and chunks.doc.norms[place - 1] not in _STOPS:
        if any(d.cue_first <= place - 1 < d.content.last for d in before):
            break
        place -= 1
    return place


_STOPS = frozenset({".", "؟", "!", "؛", ":"})


def _publishers(hearing: Hearing, first: int, last: int) -> list[str]:
    """Who published the text or talk that the words stand in: في بيان نشره موقع الرئاسة."""
    found = []
    for clause in hearing.clauses:
        if first <= clause.head < last and clause.subject is not None and _carries(hearing, clause):
            start, end = clause.subject
            quoted = end < last and hearing.chunks.doc.norms[end] == '"'  # صحيفة "كذا"
            found += [head.entity for head in hearing.chunks.names.heads(start, end + 2 if quoted else end)][:1]
    return found


def _carries(hearing: Hearing, clause: Clause) -> bool:
    cues: tuple[Cue, ...] = hearing.cues.of(clause.lemma)
    norm = hearing.chunks.doc.norms[clause.head]
    return any(cue.id in _CARRIERS for cue in cues) and norm.endswith(("ه", "ها"))


def _takes_up_outlet(hearing: Hearing, site: Site) -> list[str]:
    """للصحيفة، للوكالة: the outlet named last."""
    chunks = hearing.chunks
    for place in range(site.last, site.opening):
        norm = chunks.doc.norms[place]
        if norm.startswith("لل") and norm[2:] in hearing.outlets:
            return _outlets(chunks, 0, place)[-1:]
    return []


def _platforms(hearing: Hearing, first: int, last: int) -> list[str]:
    """The networks that words were written on: على تويتر، عبر حسابه في فيسبوك."""
    chunks = hearing.chunks
    found = []
    for place in range(first, last):
        written = chunks.doc.norms[place] in hearing.cues.platforms
        if written and any(chunks.preposition(p) in _ON for p in range(max(first, place - _NETWORK_REACH), place)):
            found += [mention.entity for mention in chunks.names.within(place, place + 1)][:1]
    return found


def _occasions(hearing: Hearing, first: int, last: int) -> list[str]:
    """An interview or message told before or behind the words: ... في مقابلة مع صحيفة كذا."""
    found = []
    for place in range(first, last):
        if hearing.chunks.doc.norms[place] in hearing.cues.occasions:
            end = min(place + _OCCASION_REACH, last)
            found += _outlets(hearing.chunks, place + 1, end) + _platforms(hearing, place + 1, end)
    return found


_NETWORK_REACH = 4  # words between على and the network
_ON = frozenset({"علي", "عبر", "في", "ب"})
