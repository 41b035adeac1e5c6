"""Statements: who said what. Cue by cue through the article, with the floor passing from speaker to speaker."""

from dataclasses import dataclass, field
from functools import lru_cache

import msgspec

from marsad.lang.fold import fold
from marsad.lang.morphology import Part, Tense
from marsad.lang.morphology import Voice as VerbVoice
from marsad.lexicon.cues import Attitude, CueIndex, Join, build_cue_index
from marsad.lexicon.load import Lexicon
from marsad.lexicon.syntax import match_phrase
from marsad.model import BlockKind, EntityKind, Span, Statement, StatementKind
from marsad.read.chunks import Chunks, build_chunks
from marsad.read.clauses import Clause
from marsad.read.contents import Content, find_end, read_content
from marsad.read.cue_sites import Quotes, Site, find_sites, to_quotes
from marsad.read.document import Document, Line
from marsad.read.mentions import Names
from marsad.read.quotations import find_quotations
from marsad.read.sources import SourcePhrase, find_sources
from marsad.read.speakers import (
    Floor,
    Voice,
    find_addressees,
    find_apposed,
    find_issuer,
    find_relays,
    is_person_like,
    read_voice,
    unnamed_phrase,
)

_SPOKEN = frozenset({BlockKind.BODY, BlockKind.STANDFIRST})
_FRAGMENT = 6  # a line of at most so many tokens may be a source phrase alone, on the line before


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
class _Reader:
    """What stays the same through one article, and who has the floor."""

    chunks: Chunks
    clauses: tuple[Clause, ...]
    cues: CueIndex
    unnamed: frozenset[str]
    floor: Floor = field(default_factory=Floor)


@lru_cache(maxsize=4)
def _unnamed_nouns(lexicon: Lexicon) -> frozenset[str]:
    nouns = (fold(form).split()[0] for group in lexicon.unnamed for form in group.ar)
    return frozenset(nouns) | frozenset(map(fold, (*lexicon.cues.documents, *lexicon.cues.reports)))


def find_statements(
    doc: Document, clauses: tuple[Clause, ...], names: Names, lexicon: Lexicon
) -> tuple[Statement, ...]:
    """Return the statements of the article in text order. Titles and headings are not read: the body repeats them."""
    cues = build_cue_index(lexicon.cues, lexicon.verbs)
    reader = _Reader(build_chunks(doc, names, lexicon), clauses, cues, _unnamed_nouns(lexicon))
    by_line: dict[int, list[tuple[int, Clause]]] = {}
    for number, clause in enumerate(clauses):
        by_line.setdefault(clause.line, []).append((number, clause))
    drafts: list[Draft] = []
    for number, line in enumerate(doc.lines):
        if line.kind in _SPOKEN:
            drafts = _read_line(reader, line, tuple(by_line.get(number, ())), drafts)
    drafts.sort(key=lambda d: (d.cue.start, d.content.span.start))
    return tuple(_to_statement(number, draft) for number, draft in enumerate(drafts))


def _to_statement(number: int, draft: Draft) -> Statement:
    return Statement(
        f"st{number}", draft.voice.entity, draft.voice.span, draft.cue, (draft.content.span,), draft.content.kind,
        draft.via, draft.addressee, draft.rule,
    )  # fmt: skip


def _read_line(
    reader: _Reader, line: Line, clauses: tuple[tuple[int, Clause], ...], earlier: list[Draft]
) -> list[Draft]:
    chunks = reader.chunks
    quotes = to_quotes(find_quotations(chunks.doc, line))
    sites = find_sites(chunks, line, clauses, quotes, reader.cues)
    busy = frozenset(reader.clauses[site.clause].head for site in sites if site.clause is not None)
    sources = find_sources(chunks, line, clauses, quotes, reader.cues, reader.unnamed, busy)
    taken = {place for source in sources for place in range(source.first, source.end)}
    sites = tuple(site for site in sites if site.first not in taken)
    found: list[Draft] = []
    for site in sites:
        draft = _read_site(reader, line, site, sites, quotes, found)
        if draft is not None and not _repeats(draft, found):
            found.append(draft)
            if not draft.nested:
                reader.floor.give(draft.voice)
    for source in sources:
        earlier, found = _apply_source(reader, line, source, sites, quotes, earlier, found)
    return earlier + found


def _repeats(draft: Draft, found: list[Draft]) -> bool:
    """Two cues before the same words (صرح قائلا إن) make one statement."""
    return any(other.content.span.start == draft.content.span.start for other in found)


def _read_site(
    reader: _Reader, line: Line, site: Site, sites: tuple[Site, ...], quotes: Quotes, found: list[Draft]
) -> Draft | None:
    clause = reader.clauses[site.clause] if site.clause is not None else None
    if clause is not None and not _gives_words(reader, line, site, clause):
        return None
    content = read_content(reader.chunks, line, site, sites, quotes, reader.cues)
    if content is None:
        return None
    outer = next((d for d in reversed(found) if d.content.first <= site.first < d.content.last), None)
    voice, via = _find_voice(reader, line, site, clause, outer, found)
    if voice is None or (voice.entity is None and voice.span is None):
        return None
    if outer is not None and _same(voice, outer.voice) and not _is_relative(reader.chunks, site, line):
        return None
    relays = find_relays(reader.chunks, site.last, site.opening, voice.entity)
    if outer is not None and outer.voice.entity is not None and not _same(voice, outer.voice):
        relays = (*relays, outer.voice.entity, *outer.via)
    return Draft(
        voice, reader.chunks.doc.span(site.first, site.last), content, tuple(dict.fromkeys((*via, *relays))),
        find_addressees(reader.chunks, site, clause, voice.entity), site.cue.id, site.first, outer is not None,
    )  # fmt: skip


def _gives_words(reader: _Reader, line: Line, site: Site, clause: Clause) -> bool:
    """Somebody really speaks: not denied, not only to come, not passive, impersonal or in the first person."""
    chunks = reader.chunks
    word = chunks.word(clause.first - 1) if clause.first > line.first else ""
    idle = clause.subject is None and clause.part is Part.FINITE and word in _IDLE
    if idle or _is_described(chunks, site, clause):
        return False
    if clause.negated or clause.future or clause.voice is VerbVoice.PASSIVE or _is_first_person(reader, clause):
        return False
    openings = chunks.syntax.impersonal_openings
    return match_phrase(openings, chunks.doc.norms, clause.head, line.last) == clause.head


# After these a verb without a subject tells what the clause before it means, not what somebody says.
_IDLE = frozenset({"مما"})


def _is_described(chunks: Chunks, site: Site, clause: Clause) -> bool:
    """وصف بأنه with nobody and nothing between: the passive."""
    bare = clause.subject is None and chunks.doc.norms[clause.head].endswith("ف")
    return bare and Join.COPULAR in site.cue.content and site.opening == clause.pred_last


def _is_first_person(reader: _Reader, clause: Clause) -> bool:
    analyses = reader.chunks.verbs.analyse(reader.chunks.doc.norms[clause.head])
    finite = [a for a in analyses if a.part is Part.FINITE and a.lemma == clause.lemma]
    return bool(finite) and all(a.person in (1, 2) for a in finite)


def _same(one: Voice, other: Voice) -> bool:
    return one.entity == other.entity if one.entity or other.entity else one.span == other.span


def _is_relative(chunks: Chunks, site: Site, line: Line) -> bool:
    return site.first > line.first and chunks.word(site.first - 1) in chunks.syntax.relatives


def _find_voice(
    reader: _Reader, line: Line, site: Site, clause: Clause | None, outer: Draft | None, found: list[Draft]
) -> tuple[Voice | None, tuple[str, ...]]:
    """Return the speaker and those who pass the words on (نقلت وكالة عن الوزير)."""
    chunks = reader.chunks
    if clause is None:
        return _voice_of_noun(reader, line, site, found)
    if site.cue.relay:
        return _voice_of_relay(reader, line, site, clause)
    if clause.subject is not None:
        return _voice_of_subject(reader, line, site, clause), ()
    if site.part is not Part.FINITE:
        return _voice_of_circumstance(reader, line, site, clause, found), ()
    if outer is not None:
        return (None, ()) if not _is_relative(chunks, site, line) else (outer.voice, ())
    return _voice_of_elided(reader, line, site, clause, found), ()


def _voice_of_subject(reader: _Reader, line: Line, site: Site, clause: Clause) -> Voice | None:
    chunks = reader.chunks
    first, last = clause.subject or (0, 0)
    if chunks.doc.norms[first].removeprefix("ال") in {fold(d) for d in reader.cues.documents}:
        issuer = find_issuer(chunks, first, site.opening) or reader.floor.last(None, None)
        if issuer is not None:
            return issuer
    voice = read_voice(chunks, first, last, clause.gender, clause.number, reader.cues.sides)
    if voice is None or (voice.entity is not None and not _is_seat(reader, voice)):
        return voice
    if first >= clause.pred_last and voice.number != "p":
        apposed = find_apposed(chunks, first, site.opening, clause.gender, clause.number)
        if apposed is not None:
            return apposed
    if voice.entity is not None:
        return voice
    known = _known_voice(reader, first, clause)
    if known is not None:
        return known
    if is_person_like(chunks, first, reader.unnamed):
        return Voice(None, unnamed_phrase(chunks, first, last, line.last), clause.gender, voice.number)
    if any(place in chunks.phrases for place in range(first, last)) or clause.number == "p":
        return voice
    if first < clause.pred_last or clause.tense is Tense.IMPERFECT:
        return None
    return voice if site.join in (Join.THAT, Join.QUOTE, "colon") or site.cue.attitude in _HUMAN else None


def _is_seat(reader: _Reader, voice: Voice) -> bool:
    """The phrase may only be the body that the speaker's office belongs to."""
    return voice.entity is not None and reader.chunks.names.by_id[voice.entity].kind is not EntityKind.PERSON


def _known_voice(reader: _Reader, first: int, clause: Clause) -> Voice | None:
    """المجلس، الوزارة، المصدر: the definite noun takes up a speaker whose phrase began with that noun; هؤلاء takes the last."""
    chunks = reader.chunks
    norm = chunks.doc.norms[first]
    if norm in _DEMONSTRATIVES:
        return reader.floor.last(None, clause.number)
    if not norm.startswith("ال"):
        return None
    unnamed = norm[2:] in reader.unnamed and clause.number == "s"
    for voice in reversed(reader.floor.voices):
        if unnamed and voice.entity is None and voice.span is not None:
            return voice
        if voice.span is not None and fold(voice.span.of(chunks.doc.text)).split()[0].removeprefix("ال") == norm[2:]:
            return voice
    return None


# What only people and bodies do: an unknown noun before such a verb speaks also where no أن follows.
_HUMAN = frozenset(
    {
        Attitude.DEMAND,
        Attitude.ACCUSE,
        Attitude.CONDEMN,
        Attitude.PRAISE,
        Attitude.WARN,
        Attitude.THREATEN,
        Attitude.PROMISE,
    }
)
_DEMONSTRATIVES = frozenset({"هولاء", "هو", "هي", "هم"})


def _voice_of_relay(reader: _Reader, line: Line, site: Site, clause: Clause) -> tuple[Voice | None, tuple[str, ...]]:
    chunks = reader.chunks
    carrier: tuple[str, ...] = ()
    if clause.subject is not None:
        carried = read_voice(chunks, *clause.subject, clause.gender, clause.number, reader.cues.sides)
        carrier = (carried.entity,) if carried is not None and carried.entity is not None else ()
    for place in range(site.last, site.opening):
        if chunks.preposition(place) == "عن":
            last = chunks.noun_phrase(place + 1, site.opening)
            if last > place + 1:
                voice = read_voice(chunks, place + 1, last, None, None, reader.cues.sides)
                if voice is not None and voice.entity is None and is_person_like(chunks, place + 1, reader.unnamed):
                    voice = Voice(None, unnamed_phrase(chunks, place + 1, last, site.opening))
                return voice, carrier
    return None, ()


def _voice_of_circumstance(reader: _Reader, line: Line, site: Site, clause: Clause, found: list[Draft]) -> Voice | None:
    """مؤكدا أن: whoever acts in the sentence so far and agrees."""
    for draft in reversed(found):
        if not draft.nested and _fits(draft.voice, clause):
            return draft.voice
    for other in reversed(reader.clauses[: site.clause]):
        if other.line != clause.line:
            break
        if other.part is Part.FINITE and other.subject is not None and other.gender in (None, clause.gender):
            voice = read_voice(reader.chunks, *other.subject, other.gender, other.number, reader.cues.sides)
            if voice is not None and voice.entity is not None:
                return voice
    return reader.floor.last(clause.gender, clause.number)


def _fits(voice: Voice, clause: Clause) -> bool:
    return voice.gender is None or clause.gender is None or voice.gender == clause.gender


def _voice_of_elided(reader: _Reader, line: Line, site: Site, clause: Clause, found: list[Draft]) -> Voice | None:
    """Whoever acted last in this sentence outside anybody's words and agrees, else the last who spoke."""
    chunks = reader.chunks
    for before in reversed(reader.clauses[: site.clause]):
        if before.line != clause.line:
            break
        if before.subject is None or any(d.content.first <= before.head < d.content.last for d in found):
            continue
        if before.gender not in (None, clause.gender):
            continue
        if _is_adnominal(chunks, before, line) and not _is_adverbial(chunks, clause, line):
            continue
        voice = read_voice(chunks, *before.subject, before.gender, before.number, reader.cues.sides)
        if voice is not None and voice.entity is not None:
            return voice
    return reader.floor.last(clause.gender, clause.number)


def _is_adverbial(chunks: Chunks, clause: Clause, line: Line) -> bool:
    """The clause hangs from the one before it (حين قال): their subject is the same."""
    return clause.first > line.first and chunks.word(clause.first - 1) in chunks.syntax.connectives


def _is_adnominal(chunks: Chunks, clause: Clause, line: Line) -> bool:
    return clause.first > line.first and chunks.word(clause.first - 1) in chunks.syntax.relatives


def _voice_of_noun(reader: _Reader, line: Line, site: Site, found: list[Draft]) -> tuple[Voice | None, tuple[str, ...]]:
    """قوله: the last named before it on the line, with the carrier of نقل عن."""
    chunks = reader.chunks
    for place in range(site.first - 1, line.first - 1, -1):
        if chunks.preposition(place) == "عن" and chunks.word(place) == "عن":
            last = chunks.noun_phrase(place + 1, site.first)
            if last > place + 1:
                voice = read_voice(chunks, place + 1, last, None, None, reader.cues.sides)
                if voice is not None and voice.entity is None and is_person_like(chunks, place + 1, reader.unnamed):
                    voice = Voice(None, unnamed_phrase(chunks, place + 1, last, site.first))
                return voice, tuple(dict.fromkeys(_carriers(chunks, line.first, place)))
    if found:
        return found[-1].voice, ()
    heads = list(chunks.names.heads(line.first, site.first))
    if heads:
        return Voice(heads[0].entity, None), ()
    return reader.floor.last(None, None), ()


def _carriers(chunks: Chunks, first: int, last: int) -> list[str]:
    return [head.entity for head in chunks.names.heads(first, last)]


def _apply_source(
    reader: _Reader,
    line: Line,
    source: SourcePhrase,
    sites: tuple[Site, ...],
    quotes: Quotes,
    earlier: list[Draft],
    found: list[Draft],
) -> tuple[list[Draft], list[Draft]]:
    """Let a source stand behind the statement beside it, or make it the speaker of the clause beside it."""
    chunks = reader.chunks
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
        content = _beside(chunks, line, source, sites, quotes, reader.cues) or near.content
    else:
        read = _beside(chunks, line, source, sites, quotes, reader.cues)
        if read is None:
            return earlier, found
        content = read
    draft = Draft(source.voice, source.cue, content, (), (), source.rule, source.first, bool(before), True)
    if not before:
        reader.floor.give(source.voice)
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
