"""Clauses: who did what, with the slots that statements and events are filled from. A partial parse over chunks."""

from collections.abc import Sequence
from enum import StrEnum

import msgspec

from marsad.lang.morphology import Part, Tense, Voice
from marsad.lexicon.load import Lexicon
from marsad.lexicon.syntax import Syntax
from marsad.lexicon.verbs import Analysis
from marsad.read.arguments import Arguments, Prep, read_arguments, read_resumed
from marsad.read.chunks import Chunks, build_chunks
from marsad.read.document import Document, Line
from marsad.read.line_state import Predicate
from marsad.read.mentions import Names
from marsad.read.predicates import find_predicates
from marsad.read.relatives import find_resumption
from marsad.read.subjects import (
    agrees_in_gender,
    find_subject_after,
    find_subject_of_carrier,
    find_topic,
    is_done_by_sentence,
    is_told_before,
    is_told_within,
    may_be_told_before,
)


class ClauseKind(StrEnum):
    """What carries the clause."""

    VERBAL = "verbal"
    PARTICIPIAL = "participial"
    NOMINAL = "nominal"


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
        relative: tuple[int, int] | None = None
        for order, predicate in enumerate(predicates):
            before = predicates[order - 1].last if order else line.first
            after = predicates[order + 1].first if order + 1 < len(predicates) else line.last
            resumed = _find_resumption(chunks, predicate, predicates[order + 1 : order + 3], line)
            if relative is not None:
                after = relative[0] - 1
            found.append(_read_clause(chunks, number, line, predicate, before, after, resumed, found))
            relative = resumed
    return tuple(found)


def _find_resumption(
    chunks: Chunks, predicate: Predicate, others: Sequence[Predicate], line: Line
) -> tuple[int, int] | None:
    """Where a clause goes on behind the relative clause of the next predicate, up to the one after that."""
    if not others or predicate.analysis.part is not Part.FINITE:
        return None
    last = others[1].first if len(others) > 1 else line.last
    first = find_resumption(chunks, _find_opening(chunks, predicate.last, others[0].first, line), others[0].last, last)
    return None if first is None else (first, last)


def _read_clause(
    chunks: Chunks,
    number: int,
    line: Line,
    predicate: Predicate,
    before: int,
    after: int,
    resumed: tuple[int, int] | None,
    found: list[Clause],
) -> Clause:
    analysis = predicate.analysis
    opening = _find_opening(chunks, before, predicate.first, line)
    topic = find_topic(chunks, opening, predicate, line, before, after)
    parent = _find_parent(chunks, opening, predicate, line, number, found)
    controlled = _find_controlled(chunks, found, parent, opening, predicate)
    told_of = controlled or (topic is not None and topic[2]) or is_done_by_sentence(chunks, opening, predicate)
    subject, place = (controlled, predicate.last) if told_of else find_subject_after(chunks, predicate, after)
    if subject is None and topic is not None:
        subject = topic[:2]
    behind = read_arguments(chunks, place, after, line, subject)
    if resumed is not None:
        behind = read_resumed(chunks, behind, resumed, line)
    target, preps = behind.target, behind.preps
    passive = predicate.is_impersonal
    late = target is not None and preps and preps[0].first < target[0] and not analysis.conjunction
    if subject is None and late and not is_told_before(chunks, predicate):
        # وصل إلى المدينة الوزير: the subject stands behind the preposition's phrase.
        subject, target = target, None
    if predicate.light is not None and not passive:
        subject = find_subject_of_carrier(chunks, predicate) or subject
    # Nobody says of himself that it was done to him: أشيد بجهودكم.
    voice = Voice.PASSIVE if passive else Voice.ACTIVE if analysis.person == 1 else analysis.voice
    if subject is not None and not passive and subject[0] >= predicate.last:
        charged = analysis.suffix is None and _is_charged(chunks, predicate, subject, behind)
        taken = target is None and analysis.suffix is None and analysis.lemma in chunks.syntax.takers
        when = chunks.word(opening - 1) in chunks.syntax.connectives if opening > line.first else False
        goes_on = (
            analysis.conjunction or when or is_told_within(chunks, predicate) or may_be_told_before(chunks, predicate)
        )
        told = _continued(chunks, number, analysis, None, found) if goes_on and (charged or taken) else None
        near = told is not None and found[told].line == number
        other = chunks.doc.norms[subject[0]] in chunks.reference.counterpart
        if charged and told is None and "ب" in chunks.syntax.chargers[analysis.lemma]:
            # اتهمت العاصمة بكذا: nobody is told who could have done it. He who urges (حثت على) needs no object.
            voice = Voice.PASSIVE
        elif (charged and told is not None) or (taken and (other or near)):
            # واتهمت العاصمة بكذا: one noun behind such a verb is whom it is done to, where a doer was told before.
            # His counterpart always is: عندما يلتقي نظيره الكيني.
            subject, target = None, subject
    status = _inherit(chunks, parent, found, number, opening, predicate)
    return Clause(
        line=number, first=opening, last=max(resumed[1] if resumed else after, predicate.last),
        pred_first=predicate.first, pred_last=predicate.last, head=predicate.head,
        lemma=analysis.lemma, kind=_KINDS.get(analysis.part, ClauseKind.NOMINAL), part=analysis.part,
        voice=voice, tense=analysis.tense,
        gender=analysis.gender, number=analysis.number,
        future=predicate.future or status[0], negated=predicate.negated or status[1],
        hypothetical=predicate.hypothetical or status[2],
        subject=subject if not passive else None,
        subject_from=_continued(chunks, number, analysis, parent, found) if subject is None and not passive else None,
        object=target if not passive else subject or target,
        preps=preps, complement=behind.complement, parent=parent,
    )  # fmt: skip


def _is_charged(chunks: Chunks, predicate: Predicate, noun: tuple[int, int], behind: Arguments) -> bool:
    """What a noun is charged with or made to do stands right behind it: then it is no doer."""
    places = chunks.syntax.chargers.get(predicate.analysis.lemma, frozenset())
    if "ب" in places and chunks.doc.norms[predicate.last] in _WITH_IT:
        return behind.target is None  # التجسس الذي تتهم به العاصمة
    if chunks.doc.norms[noun[1] : noun[1] + 1] == ("ب",) and "ب" in places:
        return behind.target is None or behind.target[0] > noun[1]  # اتهم الوزير ب«الكذب»
    if "ب" in places and behind.complement is not None and behind.complement[0] == noun[1] + 1:
        return behind.target is None and chunks.doc.norms[noun[1]].startswith("با")  # ووصف الوزير بأنه
    first = next(iter(behind.preps), None)
    if first is None or (behind.target is not None and behind.target[0] < first.first):
        return False
    return first.prep in places and noun[1] <= first.first <= noun[1] + 1


_WITH_IT = frozenset({"به", "بها", "بهما", "بهم"})
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
        if chunks.is_mark(place) and (chunks.doc.norms[place] != '"' or place == before > line.first):
            return place + 1  # right behind a verb a quotation opens: وأضاف "قواتنا تدافع عن البلاد"
    return before if before == line.first else first


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


def _completes(found: list[Clause], parent: int | None, opening: int) -> bool:
    """Tell whether the clause that opens here is the complement of its parent."""
    complement = found[parent].complement if parent is not None else None
    return complement is not None and complement[0] <= opening < complement[1]


def _find_controlled(
    chunks: Chunks, found: list[Clause], parent: int | None, opening: int, predicate: Predicate
) -> tuple[int, int] | None:
    """Who does what completes a verb of making or asking: whom it is done to (حث الوسيط الطرفين على أن يوقعا)."""
    if parent is None or not _completes(found, parent, opening) or opening != predicate.first:
        return None
    if chunks.word(opening - 1) not in _BARE:
        return None
    doer = find_led(found[parent], chunks.syntax)
    return doer if doer is not None and agrees_in_gender(chunks, doer[0], predicate.analysis) else None


def find_led(verb: Clause, syntax: Syntax) -> tuple[int, int] | None:
    """Whom a verb of making or asking leads to do something; None for other verbs."""
    places = syntax.controllers.get(verb.lemma, frozenset())
    behind = next(((prep.first, prep.last) for prep in verb.preps if prep.prep in places), None)
    return behind or (verb.object if "" in places else None)


_BARE = frozenset({"ان", "بان", "الا"})  # a pronoun behind them (أنه) would name the doer


def _inherit(
    chunks: Chunks, parent: int | None, found: list[Clause], number: int, opening: int, predicate: Predicate
) -> tuple[bool, bool, bool]:
    """What the governing verb does to the status of its complement: يعتزم أن، نفى أن، يمكن أن."""
    syntax = chunks.syntax
    if _is_meanwhile(chunks, found, number, opening, predicate):
        return True, False, False
    if found and found[-1].line == number and found[-1].negated and chunks.word(opening - 1) in syntax.alternatives:
        return False, True, False  # لا تهدد أو تبتز
    if parent is None or predicate.analysis.part is not Part.FINITE or not _completes(found, parent, opening):
        return False, False, False
    verb = found[parent]
    return (
        verb.lemma in syntax.intenders,
        verb.lemma in syntax.deniers,
        verb.lemma in syntax.possibility or verb.hypothetical,
    )


def _is_meanwhile(chunks: Chunks, found: list[Clause], number: int, opening: int, predicate: Predicate) -> bool:
    """It tells at what time something will be done that is still to come: سيناقش الملف عندما يصل."""
    if not opening or predicate.analysis.tense is not Tense.IMPERFECT:
        return False
    if chunks.word(opening - 1) not in chunks.reference.when:
        return False
    before = (clause for clause in found if clause.line == number)
    return any(clause.future or clause.lemma in chunks.syntax.intenders for clause in before)


def _continued(chunks: Chunks, number: int, analysis: Analysis, parent: int | None, found: list[Clause]) -> int | None:
    """The clause whose subject an elided one continues: the governing one, else the nearest that agrees.

    A new sentence continues what the sentence before told, not what hung from that.
    """
    if analysis.person in (1, 2):
        return None
    back = range(len(found) - 1, max(-1, len(found) - _MEMORY), -1)
    nearest = sorted(back, key=lambda at: found[at].line < number and found[at].parent is not None)
    for place in nearest if parent is None else (parent, *nearest):
        clause = found[place]
        if clause.lemma in chunks.syntax.possibility and clause.lemma not in chunks.syntax.willing:
            continue  # الدور الذي يمكن أن: what may be does nothing else
        if clause.subject is not None and (clause.gender is None or analysis.gender in (None, clause.gender)):
            return place
    return None


_MEMORY = 12  # clauses back that an elided subject may reach
