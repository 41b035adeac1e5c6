"""Clauses: who did what, with the slots that statements and events are filled from. A partial parse over chunks."""

from enum import StrEnum

import msgspec

from marsad.lang.morphology import Part, Tense, Voice
from marsad.lexicon.load import Lexicon
from marsad.lexicon.verbs import Analysis
from marsad.model import EntityKind
from marsad.read.chunks import Chunks, build_chunks
from marsad.read.document import Document, Line
from marsad.read.mentions import Form, Named, Names
from marsad.read.predicates import Predicate, find_predicates


class ClauseKind(StrEnum):
    """What carries the clause."""

    VERBAL = "verbal"
    PARTICIPIAL = "participial"
    NOMINAL = "nominal"


class Prep(msgspec.Struct, frozen=True):
    """A prepositional phrase: the folded preposition (clitics ب ل ك too) and the token range of what it governs.

    A clitic preposition stands on token `first` itself (بالرئيس); a word of its own stands before it (مع الرئيس).
    """

    prep: str
    first: int
    last: int


class Clause(msgspec.Struct, frozen=True):
    """One predicate with its surroundings. All ranges are half-open token ranges.

    `line` indexes the lines of the document. `pred_first`/`pred_last` hold particles too (سوف، لم، قد), `head` is the
    token of the verb, participle or masdar itself. `subject_from` is the clause (by index) whose subject an elided
    one continues; then `subject` is None. `parent` is the clause whose complement or relative this one stands in.
    """

    line: int
    first: int
    last: int
    pred_first: int
    pred_last: int
    head: int
    lemma: str
    kind: ClauseKind
    part: Part
    voice: Voice | None = None
    tense: Tense | None = None
    gender: str | None = None
    number: str | None = None
    future: bool = False
    negated: bool = False
    hypothetical: bool = False
    subject: tuple[int, int] | None = None
    subject_from: int | None = None
    object: tuple[int, int] | None = None
    preps: tuple[Prep, ...] = ()
    complement: tuple[int, int] | None = None
    parent: int | None = None


def find_clauses(doc: Document, names: Names, lexicon: Lexicon) -> tuple[Clause, ...]:
    """Return the clauses of all lines in text order. Odd text gives fewer clauses, never an error."""
    chunks = build_chunks(doc, names, lexicon)
    found: list[Clause] = []
    for number, line in enumerate(doc.lines):
        predicates = find_predicates(chunks, line)
        for order, predicate in enumerate(predicates):
            before = predicates[order - 1].last if order else line.first
            after = predicates[order + 1].first if order + 1 < len(predicates) else line.last
            found.append(_read_clause(chunks, number, line, predicate, before, after, found))
    return tuple(found)


def _read_clause(
    chunks: Chunks, number: int, line: Line, predicate: Predicate, before: int, after: int, found: list[Clause]
) -> Clause:
    analysis = predicate.analysis
    opening = _find_opening(chunks, before, predicate.first, line)
    topic = _subject_before(chunks, opening, predicate, line, after)
    subject, place = (
        _subject_after(chunks, predicate, after) if topic is None or not topic[2] else (None, predicate.last)
    )
    if subject is None and topic is not None:
        subject = topic[:2]
    target, preps, complement = _read_slots(chunks, place, after, line)
    passive = predicate.is_impersonal
    if predicate.light is not None and not passive:
        subject = _subject_of_carrier(chunks, predicate) or subject
    parent = _find_parent(chunks, opening, predicate, line, number, found)
    status = _inherit(chunks, parent, found, opening, predicate)
    return Clause(
        line=number, first=opening, last=max(after, predicate.last),
        pred_first=predicate.first, pred_last=predicate.last, head=predicate.head,
        lemma=analysis.lemma, kind=_KINDS.get(analysis.part, ClauseKind.NOMINAL), part=analysis.part,
        voice=Voice.PASSIVE if passive else analysis.voice, tense=analysis.tense,
        gender=analysis.gender, number=analysis.number,
        future=predicate.future or status[0], negated=predicate.negated or status[1],
        hypothetical=predicate.hypothetical or status[2],
        subject=subject if not passive else None,
        subject_from=_continued(number, analysis, parent, found) if subject is None and not passive else None,
        object=target if not passive else subject or target,
        preps=preps, complement=complement, parent=parent,
    )  # fmt: skip


_KINDS = {
    Part.FINITE: ClauseKind.VERBAL,
    Part.ACTIVE_PARTICIPLE: ClauseKind.PARTICIPIAL,
    Part.PASSIVE_PARTICIPLE: ClauseKind.PARTICIPIAL,
    Part.MASDAR: ClauseKind.NOMINAL,
}


def _find_opening(chunks: Chunks, before: int, first: int, line: Line) -> int:
    """The first token of the clause: after the last mark or opening word between it and the clause before."""
    for place in range(first - 1, before - 1, -1):
        if chunks.is_opening(place):
            return place + 1
        if chunks.is_mark(place) and chunks.doc.norms[place] != '"':
            return place + 1
    return before if before == line.first else first


def _subject_after(chunks: Chunks, predicate: Predicate, after: int) -> tuple[tuple[int, int] | None, int]:
    """The noun phrase after the predicate that can be its subject, and where the other slots begin."""
    place = chunks.skip_adverbs(predicate.last, after)
    if (
        place >= after
        or chunks.preposition(place)
        or chunks.is_mark(place)
        or predicate.analysis.part is not Part.FINITE
    ):
        return None, place
    last = chunks.noun_phrase(place, after)
    if last == place or (_is_accusative(chunks, place)):
        return None, place
    mention = chunks.phrases.get(place)
    if mention is not None and predicate.analysis.gender == "m" and _is_feminine(chunks, mention):
        return None, place
    if predicate.analysis.suffix is None and mention is None and not _agrees(chunks, place, predicate):
        return None, place
    return (place, last), last


def _is_feminine(chunks: Chunks, mention: Named) -> bool:
    """A country, or a capital that stands for one, takes a feminine verb unless it is listed as masculine."""
    if mention.form not in (Form.PROPER, Form.METONYM):
        return False
    is_country = chunks.names.by_id[mention.entity].kind is EntityKind.COUNTRY
    return is_country and chunks.doc.norms[mention.first] not in chunks.syntax.masculine


_OWNED = ("ته", "تها", "تهم", "يه", "يها", "يهم", "ها", "هم")  # his, her, their: what the elided subject acts on


def _subject_of_carrier(chunks: Chunks, predicate: Predicate) -> tuple[int, int] | None:
    """The subject between a light verb and its masdar: قام الوزير بزيارة."""
    first = (predicate.light or 0) + 1
    last = chunks.noun_phrase(first, predicate.head) if first < predicate.head else first
    return (first, last) if last > first else None


def _agrees(chunks: Chunks, place: int, predicate: Predicate) -> bool:
    """A feminine or first-person verb refuses what cannot be its subject; nouns of unknown gender agree."""
    analysis, norm = predicate.analysis, chunks.doc.norms[place]
    if analysis.person not in (None, 3) or analysis.number in ("p", "d"):
        return False
    masdars = [a for a in chunks.analyses(place) if a.part is Part.MASDAR and not a.article]
    joined = analysis.conjunction or (predicate.first and chunks.word(predicate.first - 1) in chunks.syntax.connectives)
    if joined and chunks.doc.norms[place].endswith(_OWNED) and not chunks.named[place]:
        return False
    if masdars and (joined or {a.gender for a in masdars}.isdisjoint({analysis.gender, None})):
        return False
    if analysis.tense is Tense.PERFECT and analysis.gender == "f":
        return norm.endswith(("ه", "ات", "اء")) or not norm.endswith(("ين", "ون"))
    return not (analysis.gender == "m" and norm.startswith("ال") and norm.endswith("ه"))


def _speaks_itself(chunks: Chunks, predicate: Predicate, after: int) -> bool:
    """التي يقول المدير إنها: a noun phrase between the verb and أن is the subject, not the noun before التي."""
    place = chunks.skip_adverbs(predicate.last, after)
    last = chunks.noun_phrase(place, after) if place < after and not chunks.preposition(place) else place
    return place < last < len(chunks.doc.tokens) and chunks.word(last) in chunks.syntax.complementizers


def _is_accusative(chunks: Chunks, place: int) -> bool:
    """An indefinite word with the alef of the accusative is no subject (سفيرا)."""
    norm = chunks.doc.norms[place]
    return norm.endswith("ا") and not norm.startswith("ال") and not chunks.named[place]


def _subject_before(
    chunks: Chunks, opening: int, predicate: Predicate, line: Line, after: int
) -> tuple[int, int, bool] | None:
    """The topic before the verb (الوفد وصل) or the noun of a relative clause, and whether it must be the subject."""
    if predicate.analysis.part is not Part.FINITE:
        return None
    if opening > line.first and chunks.word(opening - 1) in _ADNOMINAL:
        if _speaks_itself(chunks, predicate, after):
            return None
        found = None if _resumes(chunks, predicate, after) else _antecedent(chunks, opening - 1, line)
        return None if found is None else (*found, True)
    place, helped = opening, False
    while place < predicate.first and (_is_helper(chunks, place) or chunks.word(place) in chunks.syntax.adverbs):
        helped = helped or _is_helper(chunks, place)
        place += 1
    helped = helped or (opening > line.first and chunks.word(opening - 1) in chunks.syntax.complementizers)
    if place >= predicate.first or chunks.preposition(place):
        return None
    last = chunks.noun_phrase(place, predicate.first)
    return (place, last, last == predicate.first and (helped or place in chunks.phrases)) if last > place else None


def _is_helper(chunks: Chunks, place: int) -> bool:
    """كان، قد and the like before the topic."""
    return chunks.word(place) in chunks.syntax.perhaps or any(
        a.lemma in chunks.syntax.auxiliaries and a.part is Part.FINITE for a in chunks.analyses(place)
    )


def _resumes(chunks: Chunks, predicate: Predicate, after: int) -> bool:
    """A pronoun in the relative clause stands for its noun (الذي أعلنه، التي بعث بها): the noun is not its subject."""
    if predicate.analysis.suffix is not None:
        return True
    ahead = range(predicate.last, min(predicate.last + _RESUMING_REACH, after))
    return any(chunks.doc.norms[place] in _RESUMING for place in ahead)


_RESUMING_REACH = 4
_RESUMING = frozenset("به بها بهم بهما فيه فيها عليه عليها عنه عنها منه منها اليه اليها له لها معه معها".split())
_ADNOMINAL = frozenset({"الذي", "التي", "اللذان", "اللذين", "اللتان", "اللتين", "الذين", "اللاتي", "اللواتي"})


def _antecedent(chunks: Chunks, relative: int, line: Line) -> tuple[int, int] | None:
    last = relative - 1 if relative > line.first and chunks.is_mark(relative - 1) else relative
    for place in range(last - 1, line.first - 1, -1):
        mention = chunks.phrases.get(place)
        if mention is not None and mention.phrase_last >= last:
            return place, last
        if chunks.is_mark(place) or last - place > _ANTECEDENT_REACH:
            break
    first = last - 1
    while first > line.first and _is_plain(chunks, first - 1) and chunks.is_adjective(first):
        first -= 1
    return (first, last) if last > line.first else None


def _is_plain(chunks: Chunks, place: int) -> bool:
    """A word that can be the noun before an adjective."""
    return chunks.doc.norms[place].startswith("ال") and not (chunks.is_mark(place) or chunks.is_closed(place))


_ANTECEDENT_REACH = 12  # words back to the phrase that a relative clause hangs on


def _read_slots(
    chunks: Chunks, place: int, after: int, line: Line
) -> tuple[tuple[int, int] | None, tuple[Prep, ...], tuple[int, int] | None]:
    """Object, prepositional phrases and complement between `place` and the next predicate."""
    target: tuple[int, int] | None = None
    preps: list[Prep] = []
    while place < after:
        if chunks.word(place) in chunks.syntax.complementizers:
            return target, tuple(preps), (place + 1, line.last) if place + 1 < line.last else None
        preposition = chunks.preposition(place)
        if preposition:
            first = place + 1 if chunks.word(place) == preposition else place
            last = chunks.noun_phrase(first, after)
            if last > first:
                preps.append(Prep(preposition, first, last))
            place = max(last, place + 1)
            continue
        last = chunks.noun_phrase(place, after)
        if last > place and target is None and not preps:
            target = (place, last)
        place = max(last, place + 1)
    return target, tuple(preps), None


def _find_parent(
    chunks: Chunks, opening: int, predicate: Predicate, line: Line, number: int, found: list[Clause]
) -> int | None:
    """The clause that this one completes, modifies or accompanies; one joined by و hangs where the one before does."""
    earlier = len(found) - 1
    if earlier < 0 or found[earlier].line != number:
        return None
    word = chunks.word(opening - 1) if opening > line.first else ""
    if word in chunks.syntax.complementizers or word in chunks.syntax.relatives:
        return earlier if not chunks.doc.norms[opening - 1].startswith("و") else found[earlier].parent
    if predicate.analysis.part is not Part.FINITE:
        root = earlier
        while found[root].parent is not None:
            root = found[root].parent or 0
        return root
    if predicate.analysis.conjunction:
        return found[earlier].parent
    return None


def _inherit(
    chunks: Chunks, parent: int | None, found: list[Clause], opening: int, predicate: Predicate
) -> tuple[bool, bool, bool]:
    """What the governing verb does to the status of its complement: يعتزم أن، نفى أن، يمكن أن."""
    if parent is None or predicate.analysis.part is not Part.FINITE:
        return False, False, False
    verb, syntax = found[parent], chunks.syntax
    if verb.complement is None or not verb.complement[0] <= opening < verb.complement[1]:
        return False, False, False
    return (
        verb.lemma in syntax.intenders,
        verb.lemma in syntax.deniers,
        verb.lemma in syntax.possibility or verb.hypothetical,
    )


def _continued(number: int, analysis: Analysis, parent: int | None, found: list[Clause]) -> int | None:
    """The clause whose subject an elided one continues: the governing one, else the nearest that agrees."""
    if analysis.person in (1, 2):
        return None
    if parent is not None and found[parent].subject is not None:
        return parent
    for place in range(len(found) - 1, max(-1, len(found) - _MEMORY), -1):
        clause = found[place]
        if clause.subject is not None and (clause.gender is None or analysis.gender in (None, clause.gender)):
            return place
    return None


_MEMORY = 12  # clauses back that an elided subject may reach
