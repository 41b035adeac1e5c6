"""Hearing: what stays the same while one article's statements are read, and the statements so far."""

from dataclasses import dataclass, field
from functools import lru_cache

import msgspec

from marsad.lang.fold import fold
from marsad.lexicon.cues import CueIndex, build_cue_index
from marsad.lexicon.load import Lexicon
from marsad.model import Span
from marsad.read.chunks import Chunks, build_chunks
from marsad.read.clauses import Clause
from marsad.read.contents import Content
from marsad.read.cue_sites import Site
from marsad.read.document import Document, Line
from marsad.read.mentions import Names
from marsad.read.speakers import (
    Floor,
    Voice,
)


class Draft(msgspec.Struct, frozen=True):
    """A statement before it is numbered, with its place among the tokens."""

    voice: Voice
    cue: Span
    content: Content
    via: tuple[str, ...]
    addressee: tuple[str, ...]
    rule: str
    cue_first: int
    nested: bool = False
    source: bool = False


@dataclass(eq=False)
class Hearing:
    """What stays the same through one article, and who has the floor."""

    chunks: Chunks
    clauses: tuple[Clause, ...]
    cues: CueIndex
    unnamed: frozenset[str]
    speaking: frozenset[str]
    outlets: frozenset[str]
    floor: Floor = field(default_factory=Floor)


@lru_cache(maxsize=4)
def _unnamed_nouns(lexicon: Lexicon) -> frozenset[str]:
    """First words of speakers without a name, folded, without the article."""
    forms = [form for group in lexicon.unnamed for form in group.ar]
    return frozenset(fold(form).split()[0].removeprefix("ال") for form in (*forms, *lexicon.cues.reports))


@lru_cache(maxsize=4)
def _speaking_nouns(lexicon: Lexicon) -> frozenset[str]:
    """First words of unnamed speakers, offices, bodies and organizations, folded, without the article."""
    forms = [
        form for office in lexicon.offices for form in (*office.ar, *office.feminine, *office.dual, *office.plural)
    ]
    forms += [head.ar for head in lexicon.heads]
    forms += [*lexicon.cues.documents, *lexicon.cues.bodies]
    return _unnamed_nouns(lexicon) | frozenset(fold(form).split()[0].removeprefix("ال") for form in forms)


@lru_cache(maxsize=4)
def _outlet_nouns(lexicon: Lexicon) -> frozenset[str]:
    """Nouns for outlets in one word, folded: صحيفة، وكالة، قناة."""
    return frozenset(fold(head.ar) for head in lexicon.heads if head.kind == "media" and " " not in head.ar)


def to_hearing(doc: Document, clauses: tuple[Clause, ...], names: Names, lexicon: Lexicon) -> Hearing:
    """Prepare the hearing of one article."""
    cues = build_cue_index(lexicon.cues, lexicon.verbs)
    return Hearing(
        build_chunks(doc, names, lexicon),
        clauses,
        cues,
        _unnamed_nouns(lexicon),
        _speaking_nouns(lexicon),
        _outlet_nouns(lexicon),
    )


def is_same(one: Voice, other: Voice) -> bool:
    """Tell whether two voices are one speaker."""
    return one.entity == other.entity if one.entity or other.entity else one.span == other.span


def is_relative(chunks: Chunks, site: Site, line: Line) -> bool:
    """Tell whether the cue stands in a relative clause (الذي وصفه بأنه)."""
    return site.first > line.first and chunks.word(site.first - 1) in chunks.syntax.relatives
