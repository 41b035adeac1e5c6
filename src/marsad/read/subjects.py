"""Subjects: the noun phrase after the predicate, the topic before it, or the noun that a relative clause hangs on."""

from marsad.lang.clitics import has_article
from marsad.lang.morphology import Part, Tense
from marsad.lexicon.verbs import Analysis
from marsad.model import EntityKind
from marsad.read.asides import read_joined, skip_asides
from marsad.read.chunks import Chunks
from marsad.read.document import Line
from marsad.read.line_state import Predicate
from marsad.read.mentions import Form, Named
from marsad.read.relatives import ADNOMINAL, find_antecedent, find_topic_past_aside


def find_subject_after(chunks: Chunks, predicate: Predicate, after: int) -> tuple[tuple[int, int] | None, int]:
    """The noun phrase after the predicate that can be its subject, and where the other slots begin."""
    place = chunks.skip_adverbs(predicate.last, after)
    while place < after and chunks.doc.norms[place] in _RESUMING:
        # A pronoun stands between verb and subject: وافقت عليها روسيا.
        place += 1
    if (inserted := _inserted(chunks, predicate, place, after)) is not None:
        return inserted, inserted[1] + 1
    place = skip_asides(chunks, place, after)
    if (
        place >= after
        or is_told_before(chunks, predicate)
        or chunks.preposition(place)
        or chunks.is_mark(place)
        or predicate.analysis.part is not Part.FINITE
        or predicate.analysis.number in ("p", "d")  # a verb that counts its doers follows them
    ):
        return None, place
    last = chunks.noun_phrase(place, after)
    if last == place or _is_accusative(chunks, place) or _counts_men(chunks, place, predicate):
        return None, place
    mention = chunks.phrases.get(place)
    if mention is not None and _disagrees(chunks, mention, predicate.analysis.gender):
        return _find_late(chunks, mention, after), place
    if predicate.analysis.suffix is None and mention is None and not _agrees(chunks, place, predicate):
        return None, place
    if (
        predicate.analysis.suffix
        and predicate.analysis.conjunction
        and mention is None
        and not _is_definite(chunks, place)
    ):
        # وسلمته مذكرة: what was given, by whoever was told of before.
        return None, place
    last = read_joined(chunks, last, after)
    return (place, last), last


def is_told_before(chunks: Chunks, predicate: Predicate) -> bool:
    """A pronoun before the verb means who does it (أنها ترفض): no noun behind it is he."""
    return predicate.first > 0 and chunks.word(predicate.first - 1) in _THEY


def may_be_told_before(chunks: Chunks, predicate: Predicate) -> bool:
    """The pronoun of one man before the verb means who does it (أنه سيزور), or nobody (أنه يجب)."""
    return predicate.first > 0 and chunks.word(predicate.first - 1) in _HE


def is_told_within(chunks: Chunks, predicate: Predicate) -> bool:
    """The verb tells what stands in something told before, by whoever brought that: رسالة تتهم فيها العاصمة بكذا."""
    return predicate.last < len(chunks.doc.norms) and chunks.doc.norms[predicate.last] in _WITHIN


def is_done_by_sentence(chunks: Chunks, opening: int, predicate: Predicate) -> bool:
    """What was told before makes somebody do something: a noun behind the verb is he (ما دفع العراق إلى الرد)."""
    told = opening > 0 and chunks.word(opening - 1) in _FOR_SENTENCE
    return told and predicate.analysis.lemma in chunks.syntax.controllers


def _inserted(chunks: Chunks, predicate: Predicate, place: int, after: int) -> tuple[int, int] | None:
    """A name in brackets right behind a verb is its subject, put in by the editor: زار (الوزير) برلين."""
    if place >= after or chunks.doc.norms[place] != "(" or predicate.analysis.suffix is not None:
        return None
    mention = chunks.phrases.get(place + 1)
    closed = mention is not None and mention.phrase_last < after and chunks.doc.norms[mention.phrase_last] == ")"
    return (place + 1, mention.phrase_last) if mention is not None and closed else None


def _is_definite(chunks: Chunks, place: int) -> bool:
    return chunks.doc.norms[place].startswith("ال") or bool(chunks.named[place])


def _is_feminine(chunks: Chunks, mention: Named) -> bool:
    """A country, or a capital that stands for one, takes a feminine verb unless it is listed as masculine."""
    return _is_state(chunks, mention) and chunks.doc.norms[mention.first] not in chunks.syntax.masculine


def _is_state(chunks: Chunks, mention: Named) -> bool:
    """A country under its own name or that of its capital."""
    is_country = chunks.names.by_id[mention.entity].kind is EntityKind.COUNTRY
    return is_country and mention.form in (Form.PROPER, Form.METONYM)


def _find_late(chunks: Chunks, mention: Named, after: int) -> tuple[int, int] | None:
    """A man in office behind the city to which the verb leads: وصل الخرطوم صباح اليوم الرئيس الإريتري."""
    first = skip_asides(chunks, mention.phrase_last, after)
    late = chunks.phrases.get(first) if mention.form in (Form.METONYM, Form.PLACE) else None
    if late is None or chunks.phrase_clitics(late) or not _is_man(chunks, late):
        return None
    return first, chunks.noun_phrase(first, after)


def _disagrees(chunks: Chunks, mention: Named, gender: str | None) -> bool:
    """A country behind a masculine verb, or a man in office behind a feminine one: استدعت السفير."""
    return _is_feminine(chunks, mention) if gender == "m" else gender == "f" and _is_man(chunks, mention)


def _is_man(chunks: Chunks, mention: Named) -> bool:
    """The phrase opens with one masculine office: السفير التركي; no plural and no feminine does."""
    norm = chunks.doc.norms[mention.phrase_first]
    clitics = chunks.phrase_clitics(mention)
    head = norm.removeprefix(clitics).removeprefix("ال")
    titled = mention.form in (Form.HOLDER, Form.OFFICE) or mention.phrase_first < mention.first
    return titled and head in chunks.office_words and head not in chunks.plural_offices and not head.endswith("ه")


def to_gender(chunks: Chunks, mention: Named) -> str | None:
    """The gender of whom a mention names: states and men in office tell it, bodies by the first word of their name."""
    kind = chunks.names.by_id[mention.entity].kind
    if _is_feminine(chunks, mention):
        return "f"
    if _is_man(chunks, mention) or (kind is EntityKind.COUNTRY and mention.form is Form.PROPER):
        return "m"
    if kind is EntityKind.ORGANIZATION:
        return chunks.gender(mention.first) or "m"
    return None


def agrees_in_gender(chunks: Chunks, place: int, analysis: Analysis) -> bool:
    """Tell whether a verb can be told of the noun phrase at `place`; only a gender that is known disagrees."""
    mention = chunks.phrases.get(place)
    if mention is None:
        return chunks.gender(place) in (None, analysis.gender) or analysis.gender is None
    return not _is_state(chunks, mention) or (analysis.gender == "f") == _is_feminine(chunks, mention)


_OWNED = ("ته", "تها", "تهم", "يه", "يها", "يهم", "ها", "هم")  # his, her, their: what the elided subject acts on


def find_subject_of_carrier(chunks: Chunks, predicate: Predicate) -> tuple[int, int] | None:
    """The subject between a light verb and its masdar: قام الوزير بزيارة."""
    first = (predicate.light or 0) + 1
    last = chunks.noun_phrase(first, predicate.head) if first < predicate.head else first
    return (first, last) if last > first else None


def _agrees(chunks: Chunks, place: int, predicate: Predicate) -> bool:
    """A feminine or first-person verb refuses what cannot be its subject; nouns of unknown gender agree."""
    analysis, norm = predicate.analysis, chunks.doc.norms[place]
    if analysis.person not in (None, 3):
        return False
    masdars = [a for a in chunks.analyses(place) if a.part is Part.MASDAR and not a.article]
    joined = analysis.conjunction or (predicate.first and chunks.word(predicate.first - 1) in chunks.syntax.connectives)
    if joined and chunks.doc.norms[place].endswith(_OWNED) and not chunks.named[place]:
        return False
    willing = joined or analysis.lemma in chunks.syntax.willing
    if masdars and (willing or {a.gender for a in masdars}.isdisjoint({analysis.gender, None})):
        return False
    if analysis.tense is Tense.PERFECT and analysis.gender == "f":
        return norm.endswith(("ه", "ات", "اء")) or not norm.endswith(("ين", "ون"))
    # القادة are men, whatever their ending.
    is_woman = norm.startswith("ال") and norm.endswith("ه") and norm.removeprefix("ال") not in chunks.people
    return not (analysis.gender == "m" and is_woman)


def _speaks_itself(chunks: Chunks, predicate: Predicate, after: int) -> bool:
    """التي يقول المدير إنها: a noun phrase between the verb and أن is the subject, not the noun before التي."""
    place = chunks.skip_adverbs(predicate.last, after)
    last = chunks.noun_phrase(place, after) if place < after and not chunks.preposition(place) else place
    return place < last < len(chunks.doc.tokens) and chunks.word(last) in chunks.syntax.complementizers


def _is_accusative(chunks: Chunks, place: int) -> bool:
    """An indefinite word with the alef of the accusative is no subject (سفيرا), nor is a dual in ين (ضربتين)."""
    norm = chunks.doc.norms[place]
    if chunks.named[place] or _is_dual_office(chunks, place) or _is_dual(chunks, place):
        return False
    return (norm.endswith("ا") and not norm.startswith("ال")) or norm.endswith("تين")


def _counts_men(chunks: Chunks, place: int, predicate: Predicate) -> bool:
    """Men by their number are no subject of a feminine verb: أبعدت 23 دبلوماسيا."""
    if predicate.analysis.gender != "f" or not chunks.doc.norms[place].isdigit() or place + 1 >= len(chunks.doc.norms):
        return False
    counted = chunks.doc.norms[place + 1]
    return counted in chunks.office_words or counted.removesuffix("ا") in chunks.office_words


def _is_dual(chunks: Chunks, place: int) -> bool:
    """Two before whose they are (حركتا حماس والجهاد): an accusative in تا is completed by nothing definite."""
    after = place + 1
    if not chunks.doc.norms[place].endswith("تا") or after >= len(chunks.doc.norms) or chunks.preposition(after):
        return False
    return bool(chunks.named[after]) or has_article(chunks.doc.norms[after])


def _is_dual_office(chunks: Chunks, place: int) -> bool:
    """Two men in office before what completes it: رئيسا البلدين, وزيرا دفاع البلدين; an accusative owns nothing."""
    norms = chunks.doc.norms
    if not norms[place].endswith("ا") or norms[place] not in chunks.plural_offices:
        return False
    for at in range(place + 1, min(place + 3, len(norms))):
        if chunks.preposition(at):
            return False
        if has_article(norms[at]):
            return True
    return False


def find_topic(
    chunks: Chunks, opening: int, predicate: Predicate, line: Line, before: int, after: int
) -> tuple[int, int, bool] | None:
    """The topic before the verb (الوفد وصل) or the noun of a relative clause, and whether it must be the subject."""
    if predicate.analysis.part is not Part.FINITE:
        return None
    if predicate.topic is not None:
        return (*predicate.topic, True)
    if opening > line.first and chunks.word(opening - 1) in ADNOMINAL:
        if _speaks_itself(chunks, predicate, after):
            return None
        found = None if _resumes(chunks, predicate, after) else find_antecedent(chunks, opening - 1, line)
        return None if found is None else (*found, True)
    if opening == predicate.first and not predicate.analysis.conjunction:
        past = find_topic_past_aside(chunks, opening, line)
        if past is not None and past[0] >= before and agrees_in_gender(chunks, past[0], predicate.analysis):
            return (*past, True)
    # أن "البلاد ترفض": the quotation begins with the topic.
    place, helped = opening + (chunks.doc.norms[opening] == '"'), False
    while place < predicate.first and (_is_helper(chunks, place) or chunks.word(place) in chunks.syntax.adverbs):
        helped = helped or _is_helper(chunks, place)
        place += 1
    helped = helped or (opening > line.first and chunks.word(opening - 1) in chunks.syntax.complementizers)
    if place >= predicate.first or chunks.preposition(place):
        return None
    last = chunks.noun_phrase(place, predicate.first)
    counted = predicate.analysis.number in ("p", "d")
    sure = (
        helped
        or counted
        or place in chunks.phrases
        or (place == opening and _opens_sentence(chunks, place, predicate, line))
    )
    return (place, last, last == predicate.first and sure) if last > place else None


def _opens_sentence(chunks: Chunks, place: int, predicate: Predicate, line: Line) -> bool:
    """A noun heads the sentence, its verb agrees and no name follows (النقابة رفضت العرض): its subject.

    A masculine one may be of time (السبت يصل الوفد), unless a nationality goes with it (الطيران الكيني يواصل القصف).
    """
    if place > line.first and chunks.doc.norms[place - 1] not in _STOPS:
        return False
    if not chunks.doc.norms[place].startswith("ال") or chunks.is_closed(place) or predicate.last >= line.last:
        return False
    gender, suffix = predicate.analysis.gender, predicate.analysis.suffix
    if predicate.first - 1 in chunks.nationalities and suffix is None and chunks.gender(place) in (None, gender):
        return True
    return chunks.gender(place) == predicate.analysis.gender == "f" and predicate.last not in chunks.phrases


# Behind these the doer was told before; behind أنه he may still follow (أنه وصل الوفد).
_THEY = frozenset({"انها", "بانها", "لانها", "انهم", "بانهم", "لانهم", "انهما", "بانهما", "لانهما"})
_HE = frozenset({"انه", "بانه", "لانه"})
_STOPS = frozenset({".", "؟", "!"})


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
_WITHIN = frozenset({"فيه", "فيها", "خلاله", "خلالها"})  # in what is said, written or held
_FOR_SENTENCE = frozenset({"ما", "مما"})  # relatives that stand for all that was told
