"""Voices: whose words a cue gives. Explicit, elided and pronoun speakers, relays, bodies taken up by a noun."""

from marsad.lang.fold import fold
from marsad.lang.morphology import Part, Tense
from marsad.lexicon.cues import Attitude, Join
from marsad.model import EntityKind
from marsad.read.chunks import Chunks
from marsad.read.clauses import Clause
from marsad.read.cue_sites import Site
from marsad.read.document import Line
from marsad.read.hearing import Draft, Hearing, is_relative
from marsad.read.mentions import Form
from marsad.read.speakers import (
    Voice,
    find_apposed,
    find_issuer,
    is_person_like,
    read_voice,
    unnamed_phrase,
)


def find_voice(
    hearing: Hearing, line: Line, site: Site, clause: Clause | None, outer: Draft | None, found: list[Draft]
) -> tuple[Voice | None, tuple[str, ...]]:
    """Return the speaker and those who pass the words on (نقلت وكالة عن الوزير)."""
    chunks = hearing.chunks
    if clause is None:
        return _voice_of_noun(hearing, line, site, found)
    if site.cue.relay:
        return _voice_of_relay(hearing, clause, (site.last, site.opening))
    if clause.subject is not None and not _is_lone_object(hearing, site, clause):
        return _voice_of_subject(hearing, line, site, clause, outer), ()
    if site.part is not Part.FINITE:
        return _voice_of_circumstance(hearing, line, site, clause, found), ()
    relay = _relay_before(hearing, site, clause, line)
    if relay is not None:
        return _voice_of_relay(hearing, relay, (relay.pred_last, site.first))
    if outer is not None:
        return (None, ()) if not is_relative(chunks, site, line) else (outer.voice, ())
    return _voice_of_elided(hearing, line, site, clause, found), ()


def _is_lone_object(hearing: Hearing, site: Site, clause: Clause) -> bool:
    """واتهمت جارتها بالتدخل: the only noun phrase after a verb that needs an object."""
    if not site.cue.needs_object or clause.subject is None or clause.subject[0] < clause.pred_last:
        return False
    chunks = hearing.chunks
    owns = any(a.suffix for a in chunks.verbs.analyse(chunks.doc.norms[clause.head]) if a.part is Part.FINITE)
    return not owns and site.opening == clause.subject[1] and chunks.doc.norms[site.opening][:1] in ("ب", "ع")


def _voice_of_subject(hearing: Hearing, line: Line, site: Site, clause: Clause, outer: Draft | None) -> Voice | None:
    chunks = hearing.chunks
    first, last = clause.subject or (0, 0)
    if outer is not None and outer.voice.entity is not None and chunks.doc.norms[first] in _OWN_COUNTRY:
        return Voice(chunks.names.party_of(outer.voice.entity), None, "f", "s")
    if chunks.doc.norms[first].removeprefix("ال") in {fold(d) for d in hearing.cues.documents}:
        issuer = find_issuer(chunks, first, site.opening) or hearing.floor.last(None, None)
        if issuer is not None:
            return issuer
    voice = read_voice(chunks, first, last, clause.gender, clause.number, hearing.cues.sides)
    if voice is None or (voice.entity is not None and not _is_seat(hearing, voice)):
        return voice
    if first >= clause.pred_last and voice.number != "p":
        apposed = find_apposed(chunks, first, site.opening, clause.gender, clause.number)
        if apposed is not None:
            return apposed
    if voice.entity is not None:
        return voice
    known = _known_voice(hearing, first, clause)
    if known is not None:
        return known
    if is_person_like(chunks, first, hearing.speaking):
        return Voice(
            None,
            unnamed_phrase(chunks, first, last, site.opening if first < site.opening else line.last),
            clause.gender,
            voice.number,
        )
    if any(place in chunks.phrases for place in range(first, last)) or clause.number == "p":
        return voice
    if first < clause.pred_last or clause.tense is Tense.IMPERFECT:
        return None
    return voice if site.join in (Join.THAT, Join.QUOTE, "colon") or site.cue.attitude in _HUMAN else None


def _is_seat(hearing: Hearing, voice: Voice) -> bool:
    """The phrase may only be the body that the speaker's office belongs to."""
    return voice.entity is not None and hearing.chunks.names.by_id[voice.entity].kind is not EntityKind.PERSON


def _known_voice(hearing: Hearing, first: int, clause: Clause) -> Voice | None:
    """المجلس، المصدر: the definite noun takes up a speaker whose phrase began with that noun; هؤلاء the last."""
    chunks = hearing.chunks
    norm = chunks.doc.norms[first]
    if norm in _DEMONSTRATIVES or (first + 1 < len(chunks.doc.norms) and chunks.doc.norms[first + 1] in _SAME):
        return hearing.floor.last(None, clause.number)
    last = clause.subject[1] if clause.subject is not None else first + 1
    if not norm.startswith("ال") or "باسم" in chunks.doc.norms[first : last + 1]:
        return None
    unnamed = norm[2:] in hearing.unnamed and clause.number == "s"
    countries = _countries_in(hearing, clause)
    for voice in reversed(hearing.floor.voices):
        if unnamed and voice.entity is None and voice.span is not None:
            return voice
        country = chunks.names.by_id[voice.entity].country if voice.entity is not None else None
        if _begins_with(hearing, voice, norm[2:]) and (not countries or country in countries):
            return voice
    return None


def _countries_in(hearing: Hearing, clause: Clause) -> frozenset[str]:
    """The countries that the subject's phrase names by nationality (الوزير الألماني)."""
    names, (first, last) = hearing.chunks.names, clause.subject or (0, 0)
    found = (names.by_id[m.entity].country for m in names.within(first, last) if m.form is Form.ADJECTIVE)
    return frozenset(country for country in found if country)


def _begins_with(hearing: Hearing, voice: Voice, noun: str) -> bool:
    """The speaker's phrase, or an office that the article gives him, begins with the noun."""
    text = hearing.chunks.doc.text
    titles = [] if voice.span is None else [voice.span.of(text)]
    if voice.entity is not None:
        titles += [role.title.ar or "" for role in hearing.chunks.names.by_id[voice.entity].roles]
    return any(fold(title).split()[:1] in ([noun], ["ال" + noun]) for title in titles)


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
_OWN_COUNTRY = frozenset({"بلاده", "بلادها", "حكومته", "حكومتها"})  # of the speaker in whose words they stand
_SAME = frozenset({"ذاته", "ذاتها", "نفسه", "نفسها"})
_DEMONSTRATIVES = frozenset({"هولاء", "هو", "هي", "هم"})


def _relay_before(hearing: Hearing, site: Site, clause: Clause, line: Line) -> Clause | None:
    """نقل الموقع عن الوزير تصريحه الذي قال فيه: the clause whose words the relative clause gives."""
    number = site.clause or 0
    before = hearing.clauses[number - 1] if number else None
    if before is None or before.line != clause.line or not _is_adnominal(hearing.chunks, clause, line):
        return None
    return before if any(cue.relay for cue in hearing.cues.of(before.lemma)) else None


def _voice_of_relay(hearing: Hearing, clause: Clause, reach: tuple[int, int]) -> tuple[Voice | None, tuple[str, ...]]:
    """Whoever follows عن within `reach`, and the subject of the clause, who carries the words."""
    chunks = hearing.chunks
    carrier: tuple[str, ...] = ()
    if clause.subject is not None:
        carried = _known_voice(hearing, clause.subject[0], clause) or read_voice(
            chunks, *clause.subject, clause.gender, clause.number, hearing.cues.sides
        )
        carrier = (carried.entity,) if carried is not None and carried.entity is not None else ()
    for place in range(*reach):
        if chunks.preposition(place) == "عن":
            last = chunks.noun_phrase(place + 1, reach[1])
            if last > place + 1:
                voice = read_voice(chunks, place + 1, last, None, None, hearing.cues.sides)
                if voice is not None and voice.entity is None and is_person_like(chunks, place + 1, hearing.speaking):
                    voice = Voice(None, unnamed_phrase(chunks, place + 1, last, reach[1]))
                return voice, carrier
    return None, ()


def _voice_of_circumstance(
    hearing: Hearing, line: Line, site: Site, clause: Clause, found: list[Draft]
) -> Voice | None:
    """مؤكدا أن: whoever acts in the sentence so far and agrees."""
    for draft in reversed(found):
        if not draft.nested and _fits(draft.voice, clause):
            return draft.voice
    for other in reversed(hearing.clauses[: site.clause]):
        if other.line != clause.line:
            break
        if other.part is Part.FINITE and other.subject is not None and other.gender in (None, clause.gender):
            voice = read_voice(hearing.chunks, *other.subject, other.gender, other.number, hearing.cues.sides)
            if voice is not None and voice.entity is not None:
                return voice
    return hearing.floor.last(clause.gender, clause.number)


def _fits(voice: Voice, clause: Clause) -> bool:
    return voice.gender is None or clause.gender is None or voice.gender == clause.gender


def _voice_of_elided(hearing: Hearing, line: Line, site: Site, clause: Clause, found: list[Draft]) -> Voice | None:
    """Whoever acted last in this sentence outside anybody's words and agrees, else the last who spoke."""
    chunks = hearing.chunks
    for before in reversed(hearing.clauses[: site.clause]):
        if before.line != clause.line:
            break
        if before.subject is None or any(d.content.first <= before.head < d.content.last for d in found):
            continue
        if before.gender not in (None, clause.gender):
            continue
        if _is_adnominal(chunks, before, line) and not _is_adverbial(chunks, clause, line):
            continue
        voice = read_voice(chunks, *before.subject, before.gender, before.number, hearing.cues.sides)
        if voice is not None and voice.entity is not None:
            return voice
    return hearing.floor.last(clause.gender, clause.number)


def _is_adverbial(chunks: Chunks, clause: Clause, line: Line) -> bool:
    """The clause hangs from the one before it (حين قال): their subject is the same."""
    return clause.first > line.first and chunks.word(clause.first - 1) in chunks.syntax.connectives


def _is_adnominal(chunks: Chunks, clause: Clause, line: Line) -> bool:
    return clause.first > line.first and chunks.word(clause.first - 1) in chunks.syntax.relatives


def _voice_of_noun(
    hearing: Hearing, line: Line, site: Site, found: list[Draft]
) -> tuple[Voice | None, tuple[str, ...]]:
    """قوله: the last named before it on the line, with the carrier of نقل عن."""
    chunks = hearing.chunks
    for place in range(site.first - 1, line.first - 1, -1):
        if chunks.preposition(place) == "عن" and chunks.word(place) == "عن":
            last = chunks.noun_phrase(place + 1, site.first)
            if last > place + 1:
                voice = read_voice(chunks, place + 1, last, None, None, hearing.cues.sides)
                if voice is not None and voice.entity is None and is_person_like(chunks, place + 1, hearing.speaking):
                    voice = Voice(None, unnamed_phrase(chunks, place + 1, last, site.first))
                return voice, tuple(dict.fromkeys(_carriers(chunks, line.first, place)))
            if not any(chunks.is_mark(p) for p in range(place + 1, site.first)) and place + 1 < site.first:
                quoted = Voice(None, chunks.doc.span(place + 1, site.first))  # a name like a closed word: لي
                return quoted, tuple(dict.fromkeys(_carriers(chunks, line.first, place)))
    if found:
        return found[-1].voice, ()
    heads = list(chunks.names.heads(line.first, site.first))
    if heads:
        return Voice(heads[0].entity, None), ()
    return hearing.floor.last(None, None), ()


def _carriers(chunks: Chunks, first: int, last: int) -> list[str]:
    heads = [head for head in chunks.names.heads(first, last) if head.form is not Form.HOLDER]
    inner = [m for m in chunks.names.within(first, last) if m.form not in (Form.HOLDER, Form.ADJECTIVE, Form.PRONOUN)]
    return [head.entity for head in heads or inner[:1]]
