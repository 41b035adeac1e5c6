"""Predicates: which words of a line are verbs at work, with the particles that negate them or move them in time."""

import msgspec

from marsad.lang.morphology import Part, Tense
from marsad.lexicon.syntax import match_phrase
from marsad.lexicon.verbs import Analysis
from marsad.model import EntityKind
from marsad.read.arguments import read_arguments
from marsad.read.asides import PAUSES, skip_asides
from marsad.read.chunks import Chunks
from marsad.read.document import Line
from marsad.read.helping_verbs import find_carried, is_auxiliary, is_helping
from marsad.read.line_state import LineState, Predicate
from marsad.read.mentions import Form
from marsad.read.subjects import find_subject_after

_LOOK_BACK = 3  # particles and auxiliaries stand within three words before their verb
_HOMOGRAPH_REACH = 12  # words between عبر and its عن
_OPENING_REACH = 4  # من المقرر and the like stand at most this far before أن or the masdar


def find_predicates(chunks: Chunks, line: Line) -> tuple[Predicate, ...]:
    """Return the predicates of a line in order. A word that may be a noun counts only where a verb is expected."""
    state = LineState()
    place = line.first
    while place < line.last:
        if chunks.is_opening(place):
            state.is_open = True
            state.look_for_topic(chunks, place, line)
        state.is_open = state.is_open or chunks.is_mark(place)
        analysis = _choose(chunks, line, place, state)
        predicate = None
        if analysis is not None:
            floor = state.found[-1].last if state.found else line.first
            predicate = _complete(chunks, line, place, analysis, floor)
            state.awaits = predicate is None
        if predicate is not None:
            topic = state.waiting_topic(chunks, place, predicate.analysis)
            if topic is not None and predicate.analysis.part is Part.FINITE:
                predicate, state.topic = msgspec.structs.replace(predicate, topic=topic), None
            state.found.append(predicate)
            state.is_open = False
        place = predicate.last if predicate is not None else place + 1
    return tuple(state.found)


def _choose(chunks: Chunks, line: Line, place: int, state: LineState) -> Analysis | None:
    """The verbal reading of the word at `place` that its neighbours allow."""
    analyses = chunks.analyses(place)
    if not analyses or (chunks.is_closed(place) and not _is_verb_homograph(chunks, line, place)):
        return None
    finite = [a for a in analyses if a.part is Part.FINITE and not _is_unlikely(chunks, line, place, a)]
    if finite:
        chosen = _choose_finite(chunks, line, place, finite, _is_nominal(chunks, place, analyses), state)
        if chosen is not None:
            return chosen
    for analysis in analyses:
        if analysis.part is Part.ACTIVE_PARTICIPLE and _is_circumstance(chunks, line, place, analysis):
            return analysis
    return None


def _is_nominal(chunks: Chunks, place: int, analyses: tuple[Analysis, ...]) -> bool:
    """The word may as well be a masdar, a participle or a listed noun."""
    return any(a.part is not Part.FINITE for a in analyses) or chunks.is_noun(place)


def _is_unlikely(chunks: Chunks, line: Line, place: int, analysis: Analysis) -> bool:
    """A verb form that the letters allow, the text does not: a written ة, an adjective after a definite noun."""
    token, text = chunks.doc.tokens[place], chunks.doc.text
    if text[token.end - 1] == "ة" or (analysis.conjunction and token.norm in chunks.plural_offices):
        return True  # وزيرا الدفاع is no و and verb
    # التقى has no article.
    if (
        token.norm.startswith("ال")
        and not analysis.lemma.startswith("ال")
        and (analysis.suffix or (place > line.first and _is_definite(chunks, line, place - 1)))
    ):
        return True
    return analysis.person in (1, 2) and analysis.tense is Tense.PERFECT and analysis.suffix is not None


def _is_verb_homograph(chunks: Chunks, line: Line, place: int) -> bool:
    """عبر right before عن is the verb; with words between, at the head of a clause only, else a preposition."""
    rests = chunks.syntax.homographs.get(chunks.word(place), ())
    if rests and place + 1 < line.last and (chunks.doc.norms[place + 1],) in rests:
        return True
    if not rests or (place > line.first and not _expects_verb(chunks, place, chunks.word(place - 1))):
        return False
    for ahead in range(place + 1, min(place + _HOMOGRAPH_REACH, line.last)):
        if chunks.is_mark(ahead):
            return False
        if (chunks.doc.norms[ahead],) in rests:
            return True
    return False


def _expects_verb(chunks: Chunks, place: int, before: str) -> bool:
    syntax = chunks.syntax
    return (
        chunks.is_mark(place - 1)
        or before in syntax.relatives
        or before in syntax.connectives
        or before in syntax.perhaps
        or before in syntax.complementizers
        or before in syntax.adverbs
    )


def _choose_finite(
    chunks: Chunks, line: Line, place: int, finite: list[Analysis], nominal: bool, state: LineState
) -> Analysis | None:
    """The finite reading that fits. A bare perfect does not follow another verb of its clause."""
    before = chunks.word(place - 1) if place > line.first else ""
    imperfect = [a for a in finite if a.tense is Tense.IMPERFECT]
    third = next((a for a in imperfect if a.person == 3), None)
    if before in _IMPERFECT_AFTER and third is not None:
        return third
    if before in _NOUN_AFTER and nominal and finite[0].tense is Tense.PERFECT:
        return None
    if before in chunks.syntax.prepositions and before not in _CLAUSAL_PREPOSITIONS:
        return None
    first = _agreeing(chunks, place, finite, line)
    expected = not before or first.future or _expects_verb(chunks, place, before)
    plain = first.tense is Tense.PERFECT and first.gender != "f" and not first.conjunction
    bare = plain and not first.suffix
    if nominal and first.suffix and place + 1 < line.last and chunks.is_adjective(place + 1):
        return None  # وتضامنها الكامل: an adjective goes with what is owned
    if nominal and plain and first.suffix and state.found and state.found[-1].last == place:
        return None  # جدّد قصفه: right behind a verb a masdar with its owner is the object
    if nominal and plain and first.suffix == "هما" and _is_masdar(chunks, place) and _is_masdar(chunks, place - 1):
        return None  # توسيع تعاونهما
    if state.awaits or state.is_joined(first) or _says(chunks, line, place):
        return first
    if bare and not expected and not state.is_open and state.waiting_topic(chunks, place, first) is None:
        return None
    if plain and nominal and state.found and _is_said_of(chunks, line, state, place, first):
        return None
    if not nominal or (first.conjunction and place == line.first):
        return first
    if state.waiting_topic(chunks, place, first) is not None and _is_free(chunks, line, place):
        return first
    if before in chunks.syntax.perhaps or before in _WHO_DOES:
        return first
    if state.is_open and place > line.first and _is_settled(chunks, line, place - 1):
        return first
    if first.suffix and _publishes(chunks, line, place):
        return first
    named = place + 1 < line.last and place + 1 in chunks.phrases
    if not expected and not (first.conjunction and named):
        return None
    if imperfect or named or _is_definite(chunks, line, place + 1):
        return first
    begins = not before or (chunks.is_mark(place - 1) and (bool(first.conjunction) or not state.found))
    opens = begins and place + 1 < line.last
    return first if opens and not chunks.preposition(place + 1) and not chunks.is_mark(place + 1) else None


def _is_masdar(chunks: Chunks, place: int) -> bool:
    return any(a.part is Part.MASDAR for a in chunks.analyses(place))


def _is_said_of(chunks: Chunks, line: Line, state: LineState, place: int, analysis: Analysis) -> bool:
    """Nothing but subject and times stands between a verb and this word, its object: أعلنت المجر أمس طرد السفير."""
    verb = state.found[-1]
    if verb.analysis.part is not Part.FINITE or verb.analysis.suffix or verb.last >= place:
        return False
    if state.waiting_topic(chunks, place, analysis) is not None:
        return False
    subject, behind = find_subject_after(chunks, verb, place)
    if subject is None or skip_asides(chunks, behind, place) == place:
        return subject is not None
    if chunks.doc.norms[place - 1] not in PAUSES or verb.analysis.lemma not in chunks.reference.announcing_verb:
        return False
    told = read_arguments(chunks, behind, place, line, subject)  # أعلنت المجر، في بيان، طرد السفير
    return told.target is None and told.complement is None


def _publishes(chunks: Chunks, line: Line, place: int) -> bool:
    """A verb with its object pronoun between an indefinite noun and a noun: بيان نشره الموقع."""
    if place == line.first or place + 1 >= line.last or chunks.is_mark(place + 1) or chunks.is_closed(place + 1):
        return False
    before = chunks.doc.norms[place - 1]
    return not (
        chunks.is_closed(place - 1) or before.startswith("ال") or chunks.named[place - 1]
    ) and not chunks.is_mark(place - 1)


def _is_settled(chunks: Chunks, line: Line, place: int) -> bool:
    """The word before is definite: it governs no noun after it, so that what follows is the verb (أن المصنع توقف)."""
    return _is_definite(chunks, line, place) or bool(chunks.named[place])


def _is_free(chunks: Chunks, line: Line, place: int) -> bool:
    """Nothing before the word governs it as a noun, and a noun follows: يزور طهران حاليا دعم موقف الحكومة."""
    before, after = place - 1, place + 1
    if after >= line.last or chunks.is_mark(after) or chunks.is_closed(after) or chunks.preposition(after):
        return False
    return chunks.word(before) in chunks.syntax.adverbs or chunks.is_mark(before) or _is_settled(chunks, line, before)


def _agreeing(chunks: Chunks, place: int, finite: list[Analysis], line: Line) -> Analysis:
    """The reading that agrees with the noun after it: تقدم is imperfect before a country, تدخل perfect before الجيش."""
    after = place + 1
    if after >= line.last or finite[0].suffix:
        return finite[0]
    mention = chunks.phrases.get(after)
    if mention is not None and mention.form is not Form.HOLDER:
        is_country = chunks.names.by_id[mention.entity].kind is EntityKind.COUNTRY
        gender = "f" if is_country and finite[0].gender == "m" else None
    else:
        gender = chunks.gender(after) if chunks.doc.norms[after].startswith("ال") and not chunks.named[after] else None
    return next((a for a in finite if a.gender == gender), finite[0]) if gender else finite[0]


def _is_definite(chunks: Chunks, line: Line, place: int) -> bool:
    return place < line.last and chunks.doc.norms[place].startswith("ال")


_IMPERFECT_AFTER = frozenset({"سوف", "لا", "لم", "لن", "ان", "بان", "كي", "لكي"})
_WHO_DOES = frozenset({"انه", "انها", "انهم", "انهما", "بانه", "بانها", "بانهم", "لانه", "لانها", "لانهم"})
_NOUN_AFTER = frozenset({"ان", "بان", "لان", "لكن"})
_CLAUSAL_PREPOSITIONS = frozenset({"حتي", "حسب"})


def _says(chunks: Chunks, line: Line, place: int) -> bool:
    """A complementizer or a quotation follows at once: the word before it is a verb."""
    after = place + 1
    return after < line.last and (
        chunks.word(after) in chunks.syntax.complementizers or chunks.doc.norms[after] in (":", '"')
    )


def _is_circumstance(chunks: Chunks, line: Line, place: int, analysis: Analysis) -> bool:
    """مؤكدا، مشيرة: indefinite, not after a preposition, and opening something of its own."""
    norm = chunks.doc.norms[place]
    if analysis.article or analysis.preposition or analysis.suffix or place + 1 >= line.last:
        return False
    if place > line.first and chunks.word(place - 1) in chunks.syntax.prepositions:
        return False
    if not norm.endswith(("ا", "ه", "ين", "ات")) or norm in chunks.people:
        return False
    if _says(chunks, line, place):
        return True
    if chunks.is_noun(place) and (place + 1 in chunks.nationalities or chunks.doc.norms[place + 1].endswith("يا")):
        return False  # قائدا إيرانيا: with an adjective of its own it is whoever leads
    before = chunks.doc.norms[place - 1] if place > line.first else ""
    opened = before in _PAUSES or norm.startswith("و") or bool(before and chunks.named[place - 1])
    if norm.endswith("ا") and opened:
        return True
    after = chunks.doc.norms[place + 1]
    opens = bool(chunks.preposition(place + 1)) or after.startswith(("ال", "ايا")) or (place + 1) in chunks.phrases
    return opens and (opened or norm.endswith("ا"))


# Behind these ما denies a past deed; behind a comma it is "which": ما أسهم في.
_SPEECH_OPENS = frozenset({'"', ":", ".", "«"})
_PAUSES = frozenset({"،", ",", "-", "–", "؛"})


def _complete(chunks: Chunks, line: Line, head: int, analysis: Analysis, floor: int) -> Predicate | None:
    first, negated, hypothetical, future = _read_particles(chunks, line, head, analysis, floor)
    if analysis.lemma in chunks.syntax.auxiliaries and analysis.part is Part.FINITE and is_helping(chunks, line, head):
        return None
    carried = None
    if analysis.lemma in chunks.syntax.impersonal or analysis.lemma in chunks.syntax.carriers:
        carried = find_carried(chunks, line, head, analysis.lemma)
    if carried is None:
        return Predicate(first, head + 1, head, analysis, None, future, negated, hypothetical)
    place, masdar = carried
    impersonal = analysis.lemma in chunks.syntax.impersonal
    return Predicate(first, place + 1, place, masdar, head, future, negated, hypothetical, impersonal)


def _read_particles(
    chunks: Chunks, line: Line, head: int, analysis: Analysis, floor: int
) -> tuple[int, bool, bool, bool]:
    """Where the predicate begins, and whether it is negated, hypothetical, future."""
    syntax, norms = chunks.syntax, chunks.doc.norms
    first, negated, hypothetical, future = head, False, False, analysis.future
    place = head - 1
    while place >= max(floor, head - _LOOK_BACK, line.first):
        word = chunks.word(place)
        if word in syntax.negators and not (word == "ما" and (analysis.tense is Tense.IMPERFECT or analysis.suffix)):
            negated = negated or word != "ما" or (place == line.first or chunks.doc.norms[place - 1] in _SPEECH_OPENS)
            future = future or word == "لن"
        elif word in syntax.future:
            future = True
        elif word in syntax.perhaps:
            hypothetical = hypothetical or analysis.tense is Tense.IMPERFECT
        elif not is_auxiliary(chunks, place):
            break
        first = place
        place -= 1
    for place in range(max(floor, line.first, first - _OPENING_REACH), first):
        future = future or match_phrase(syntax.future_openings, norms, place, first) > place
        hypothetical = hypothetical or match_phrase(syntax.hypothetical, norms, place, head) > place
    return first, negated, hypothetical, future
