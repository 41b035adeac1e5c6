"""Statements: who said what. Cue by cue through the article, with the floor passing from speaker to speaker."""

import msgspec

from marsad.lang.morphology import Part
from marsad.lang.morphology import Voice as VerbVoice
from marsad.lexicon.cues import Join
from marsad.lexicon.load import Lexicon
from marsad.lexicon.syntax import match_phrase
from marsad.model import BlockKind, Statement
from marsad.read.chunks import Chunks
from marsad.read.clauses import Clause
from marsad.read.contents import Content, read_content
from marsad.read.cue_sites import Site, find_sites
from marsad.read.document import Document, Line
from marsad.read.hearing import Draft, Hearing, is_relative, is_same, to_hearing
from marsad.read.mentions import Names
from marsad.read.quotations import Quotes, find_quotations, to_quotes
from marsad.read.relays import find_relays, inherit_relays
from marsad.read.sourced import apply_source
from marsad.read.sources import find_sources
from marsad.read.speakers import find_addressees
from marsad.read.voices import find_voice

_SPOKEN = frozenset({BlockKind.BODY, BlockKind.STANDFIRST})


def find_statements(
    doc: Document, clauses: tuple[Clause, ...], names: Names, lexicon: Lexicon
) -> tuple[Statement, ...]:
    """Return the statements of the article in text order. Titles and headings are not read: the body repeats them."""
    hearing = to_hearing(doc, clauses, names, lexicon)
    by_line: dict[int, list[tuple[int, Clause]]] = {}
    for number, clause in enumerate(clauses):
        by_line.setdefault(clause.line, []).append((number, clause))
    drafts: list[Draft] = []
    for number, line in enumerate(doc.lines):
        if line.kind in _SPOKEN:
            drafts = _read_line(hearing, line, tuple(by_line.get(number, ())), drafts)
    drafts.sort(key=lambda d: (d.cue.start, d.content.span.start))
    return tuple(_to_statement(number, draft) for number, draft in enumerate(drafts))


def _to_statement(number: int, draft: Draft) -> Statement:
    return Statement(
        f"st{number}", draft.voice.entity, draft.voice.span, draft.cue, (draft.content.span,), draft.content.kind,
        draft.via, draft.addressee, draft.rule,
    )  # fmt: skip


def _read_line(
    hearing: Hearing, line: Line, clauses: tuple[tuple[int, Clause], ...], earlier: list[Draft]
) -> list[Draft]:
    chunks = hearing.chunks
    quotes = to_quotes(find_quotations(chunks.doc, line))
    sites = find_sites(chunks, line, clauses, quotes, hearing.cues)
    busy = frozenset(hearing.clauses[site.clause].head for site in sites if site.clause is not None)
    sources = find_sources(chunks, line, clauses, quotes, hearing.cues, hearing.speaking, busy)
    taken = {place for source in sources for place in range(source.first, source.end)}
    sites = tuple(site for site in sites if site.first not in taken)
    found: list[Draft] = []
    for site in sites:
        draft = _read_site(hearing, line, site, sites, quotes, found)
        if draft is not None and not _repeats(draft, found):
            found.append(draft)
            if not draft.nested:
                hearing.floor.give(draft.voice)
    for source in sources:
        earlier, found = apply_source(hearing, line, source, sites, quotes, earlier, found)
    return earlier + found


def _repeats(draft: Draft, found: list[Draft]) -> bool:
    """Two cues before the same words (صرح قائلا إن) make one statement."""
    return any(other.content.span.start == draft.content.span.start for other in found)


def _read_site(
    hearing: Hearing, line: Line, site: Site, sites: tuple[Site, ...], quotes: Quotes, found: list[Draft]
) -> Draft | None:
    clause = hearing.clauses[site.clause] if site.clause is not None else None
    if clause is not None and not _gives_words(hearing, line, site, clause):
        return None
    content = read_content(hearing.chunks, line, site, sites, quotes, hearing.cues)
    if content is None:
        return None
    outer = next((d for d in reversed(found) if d.content.first <= site.first < d.content.last), None)
    voice, via = find_voice(hearing, line, site, clause, outer, found)
    if voice is None or (voice.entity is None and voice.span is None):
        return None
    if outer is not None and is_same(voice, outer.voice) and not is_relative(hearing.chunks, site, line):
        return None
    relays = find_relays(hearing, line, site, _told_until(line, content, sites), voice.entity, found)
    draft = Draft(
        voice, hearing.chunks.doc.span(site.first, site.last), content, (*via, *relays),
        find_addressees(hearing.chunks, site, clause, voice.entity), site.cue.id, site.first, outer is not None,
    )  # fmt: skip
    hanging = next((d for d in reversed(found) if not d.nested and is_same(d.voice, voice)), None)
    return msgspec.structs.replace(draft, via=inherit_relays(hearing, site, hanging, outer, draft))


def _told_until(line: Line, content: Content, sites: tuple[Site, ...]) -> int:
    """Where the next sentence with words of somebody begins."""
    later = (site.first for site in sites if site.part is Part.FINITE and site.first >= content.last)
    return next(later, line.last)


def _gives_words(hearing: Hearing, line: Line, site: Site, clause: Clause) -> bool:
    """Somebody really speaks: not denied, not only to come, not passive, impersonal or in the first person."""
    chunks = hearing.chunks
    word = chunks.word(clause.first - 1) if clause.first > line.first else ""
    idle = clause.subject is None and clause.part is Part.FINITE and word in _IDLE
    if idle or _is_described(chunks, site, clause) or _is_marked_passive(chunks, clause):
        return False
    if clause.negated or clause.future or clause.voice is VerbVoice.PASSIVE or _is_first_person(hearing, clause):
        return False
    openings = chunks.syntax.impersonal_openings
    return match_phrase(openings, chunks.doc.norms, clause.head, line.last) == clause.head


# After these a verb without a subject tells what the clause before it means, not what somebody says.
_IDLE = frozenset({"مما"})


def _is_described(chunks: Chunks, site: Site, clause: Clause) -> bool:
    """وصف بأنه with nobody and nothing between: the passive."""
    bare = clause.subject is None and chunks.doc.norms[clause.head].endswith("ف")
    return bare and Join.COPULAR in site.cue.content and site.opening == clause.pred_last


def _is_marked_passive(chunks: Chunks, clause: Clause) -> bool:
    """يُعتقد: a written damma on the first letter of the verb."""
    token = chunks.doc.tokens[clause.head]
    return chunks.doc.text[token.start : token.end].removeprefix("و")[1:2] == "\u064f"


def _is_first_person(hearing: Hearing, clause: Clause) -> bool:
    analyses = hearing.chunks.verbs.analyse(hearing.chunks.doc.norms[clause.head])
    finite = [a for a in analyses if a.part is Part.FINITE and a.lemma == clause.lemma]
    return bool(finite) and all(a.person in (1, 2) for a in finite)
