"""Relays: who carried the words of a statement to the reader, nearest to the article first."""

from marsad.lang.morphology import Part
from marsad.lexicon.cues import Cue
from marsad.model import EntityKind
from marsad.read.chunks import Chunks
from marsad.read.clauses import Clause
from marsad.read.cue_sites import Site
from marsad.read.document import Line
from marsad.read.hearing import Draft, Hearing, is_same

_OCCASION_REACH = 6  # words between مقابلة and the outlet it was given to
_CARRIERS = frozenset({"mention", "relay", "write", "announce"})  # cues by which a text is carried: بيان نشره الموقع


def find_relays(hearing: Hearing, line: Line, site: Site, speaker: str | None) -> tuple[str, ...]:
    """Return the entities that carried the words of `site`."""
    chunks = hearing.chunks
    found = _outlets(chunks, site.last, site.opening)
    found += _publishers(hearing, site)
    found += _takes_up_outlet(hearing, site)
    found += _occasions(chunks, site.opening, line.last)
    return tuple(entity for entity in dict.fromkeys(found) if entity != speaker)


def inherit_relays(site: Site, voice_of: Draft | None, outer: Draft | None, draft: Draft) -> tuple[str, ...]:
    """Add to a statement's own relays those of the sentence it hangs from, or of the words that it stands in."""
    via = draft.via
    if outer is not None and outer.voice.entity is not None and not is_same(draft.voice, outer.voice):
        via = (*via, outer.voice.entity, *outer.via)
    elif site.part is Part.ACTIVE_PARTICIPLE and voice_of is not None and outer is None:
        via = (*via, *voice_of.via)
    return tuple(dict.fromkeys(via))


def _outlets(chunks: Chunks, first: int, last: int) -> list[str]:
    mentions = chunks.names.within(first, last)
    return [m.entity for m in mentions if chunks.names.by_id[m.entity].kind is EntityKind.MEDIA]


def _publishers(hearing: Hearing, site: Site) -> list[str]:
    """Who published the text or talk that the words stand in: في بيان نشره موقع الرئاسة."""
    chunks = hearing.chunks
    found = []
    for clause in hearing.clauses[site.clause or 0 :]:
        if clause.head >= site.opening:
            break
        if clause.head < site.last or clause.subject is None or not _carries(hearing, clause):
            continue
        found += [head.entity for head in chunks.names.heads(*clause.subject)][:1]
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


def _occasions(chunks: Chunks, first: int, last: int) -> list[str]:
    """An interview told behind the words: ... في مقابلة مع صحيفة كذا."""
    found = []
    for place in range(first, last):
        if chunks.doc.norms[place] in _OCCASIONS:
            found += _outlets(chunks, place + 1, min(place + _OCCASION_REACH, last))
    return found


_OCCASIONS = frozenset({"مقابله", "حوار", "حديث", "لقاء"})
