"""Cue sites: where a clause's predicate (or a noun like قوله) says that words follow, and where they begin."""

import msgspec

from marsad.lang.morphology import Part
from marsad.lang.tokens import TokenKind
from marsad.lexicon.cues import Cue, CueIndex, Join
from marsad.lexicon.verbs import Analysis
from marsad.read.chunks import Chunks
from marsad.read.clauses import Clause
from marsad.read.document import Line
from marsad.read.quotations import Quotation, Quotes

_REACH = 45  # words between a cue and the content it announces: titles, places and occasions stand there
_PHRASE_REACH = 22  # the same for content after a preposition
_NAME_QUOTE = 3  # a quotation of at most so many words inside the subject is a name («عكاظ»)


_PHRASE = "preposition"
_COLON = "colon"
_BARE = "bare"


class Site(msgspec.Struct, frozen=True):
    """A cue with the beginning of its content. `opening` is the token that announces it, `content` its first.

    `offset` is the first character of the content (inside that token where a preposition is joined to it).
    """

    cue: Cue
    clause: int | None
    first: int
    last: int
    part: Part
    opening: int
    content: int
    offset: int
    join: str
    quotation: Quotation | None = None


def find_sites(
    chunks: Chunks, line: Line, clauses: tuple[tuple[int, Clause], ...], quotes: Quotes, cues: CueIndex
) -> tuple[Site, ...]:
    """Return the cue sites of a line in order. `clauses` are those of the line with their index in the document."""
    heads = {clause.head: (number, clause) for number, clause in clauses}
    starts = [clause.head for _, clause in clauses if cues_of(chunks, clause, cues) and _is_level(chunks, line, clause)]
    found: list[Site] = []
    for place in range(line.first, line.last):
        entry = heads.get(place)
        if entry is not None and cues_of(chunks, entry[1], cues):
            site = _verb_site(chunks, line, entry[0], entry[1], quotes, cues, starts)
        elif entry is None:
            site = _noun_site(chunks, line, place, quotes, cues)
        else:
            site = None
        if site is not None:
            found.append(site)
    return tuple(found)


def _verb_site(
    chunks: Chunks, line: Line, number: int, clause: Clause, quotes: Quotes, cues: CueIndex, starts: list[int]
) -> Site | None:
    holder = quotes.around(clause.head)
    stop = holder.closing if holder is not None else line.last
    after_subject = clause.pred_last
    if clause.subject is not None and clause.subject[0] >= clause.pred_last:
        after_subject = clause.subject[1]
    later = [s for s in starts if s > after_subject]
    limit = min(stop, later[0]) if later else stop
    for cue in cues_of(chunks, clause, cues):
        found = _find_opening(chunks, cue, clause, after_subject, min(limit, after_subject + _REACH), stop, quotes)
        if found is not None:
            opening, content, offset, join = found
            return Site(
                cue, number, clause.pred_first, clause.pred_last, clause.part, opening, content, offset, join,
                quotes.by_opening.get(content - 1) if join == Join.QUOTE else None,
            )  # fmt: skip
    return None


def cues_of(chunks: Chunks, clause: Clause, cues: CueIndex) -> tuple[Cue, ...]:
    """The cues of a clause's verb, or of another verb that و and the same letters make (ودعت: not ودّع but دعا)."""
    found = cues.of(clause.lemma)
    if found or clause.part is not Part.FINITE:
        return found
    joined = (a for a in chunks.analyses(clause.head) if a.part is Part.FINITE and a.conjunction)
    return next((other for a in joined if (other := cues.of(a.lemma))), ())


def _is_level(chunks: Chunks, line: Line, clause: Clause) -> bool:
    """The verb starts a sentence of its own, not a relative (بيان نشره الموقع) on what came before."""
    if clause.part is not Part.FINITE:
        return False
    word = chunks.doc.norms[clause.pred_first]
    before = chunks.word(clause.pred_first - 1) if clause.pred_first > line.first else ""
    anew = before in _COMMAS and not word.endswith(("ه", "ها"))  # no relative: بيان، نشره الموقع
    return anew or word[0] in "وف" or before in chunks.syntax.connectives


Opening = tuple[int, int, int, str]


def _find_opening(
    chunks: Chunks, cue: Cue, clause: Clause, place: int, limit: int, stop: int, quotes: Quotes
) -> Opening | None:
    """Scan from the subject on for what the cue's frame lets announce content."""
    copular = Join.COPULAR in cue.content
    start = chunks.skip_adverbs(place, limit)
    target = _skip_occasion(chunks, cue, start, limit) if Join.OBJECT in cue.content else start
    spot = start
    while spot < min(limit, stop):
        found = _announced(chunks, cue, spot, stop, quotes)
        near = found is not None and (found[3] != _PHRASE or spot - start <= _PHRASE_REACH)
        if found is not None and clause.part is Part.ACTIVE_PARTICIPLE and _points_at(chunks, found, quotes):
            return None
        if found is not None and near and not (found[3] == Join.QUOTE and _is_name(chunks, found, limit, quotes)):
            return found
        if (
            spot == target
            and (Join.OBJECT in cue.content or copular)
            and _is_object(chunks, clause, spot, stop, copular)
            and not _announced_soon(chunks, cue, spot, stop, spot > start)
        ):
            return _from_token(chunks, spot, Join.COPULAR if copular else Join.OBJECT)
        if spot == start and Join.QUOTE in cue.content and _speaks_on(chunks, spot):
            return _from_token(chunks, spot, _BARE)
        quotation = quotes.by_opening.get(spot)
        spot = quotation.closing + 1 if quotation is not None and quotation.closed else spot + 1
    return None


def _points_at(chunks: Chunks, found: Opening, quotes: Quotes) -> bool:
    """A mere name before a quotation (مشيرا إلى الوزير "...") tells whom the words mean."""
    mention = chunks.phrases.get(found[1]) if found[3] == _PHRASE else None
    return mention is not None and mention.phrase_last in quotes.by_opening


def _speaks_on(chunks: Chunks, spot: int) -> bool:
    """A verb of the first person right after the speaker: words quoted without marks (وأضافت نريد)."""
    finite = [a for a in chunks.analyses(spot) if a.part is Part.FINITE]
    return bool(finite) and all(a.person == 1 and a.number == "p" and not a.conjunction for a in finite)


def _announced(chunks: Chunks, cue: Cue, spot: int, stop: int, quotes: Quotes) -> Opening | None:
    norm = chunks.doc.norms[spot]
    if Join.THAT in cue.content and chunks.word(spot) in chunks.syntax.complementizers:
        return _after_that(chunks, spot, stop, quotes)
    if Join.QUOTE in cue.content and norm == '"' and spot in quotes.by_opening and spot + 1 < stop:
        return spot, spot + 1, chunks.doc.tokens[spot + 1].start, Join.QUOTE
    if Join.QUOTE in cue.content and norm == ":" and spot + 1 < stop:
        return _after_colon(chunks, cue, spot, stop, quotes)
    preposition = chunks.governor(spot) if cue.prepositions else ""
    if preposition and preposition in cue.before_content:
        own = chunks.word(spot) == preposition
        first = spot + 1 if own else spot
        if first >= stop:
            return None
        if Join.THAT in cue.content and chunks.word(first) in chunks.syntax.complementizers:
            return _after_that(chunks, first, stop, quotes)
        return _from_preposition(chunks, spot, first, own)
    return None


def _after_that(chunks: Chunks, spot: int, stop: int, quotes: Quotes) -> Opening | None:
    first = spot + 1
    if first < stop and chunks.doc.norms[first] == ":":
        first += 1
        if first < stop and chunks.word(first) in chunks.syntax.complementizers:
            first += 1
    if first >= stop:
        return None
    return spot, first, chunks.doc.tokens[first].start, Join.THAT


def _after_colon(chunks: Chunks, cue: Cue, spot: int, stop: int, quotes: Quotes) -> Opening | None:
    first = spot + 1
    if first in quotes.by_opening and first + 1 < stop:
        return spot, first + 1, chunks.doc.tokens[first + 1].start, Join.QUOTE
    if Join.THAT in cue.content and chunks.word(first) in chunks.syntax.complementizers:
        return _after_that(chunks, first, stop, quotes)
    return spot, first, chunks.doc.tokens[first].start, _COLON


def _from_token(chunks: Chunks, spot: int, join: str) -> Opening:
    return spot, spot, _bare_start(chunks, spot), join


def _from_preposition(chunks: Chunks, spot: int, first: int, own: bool) -> Opening:
    start = chunks.doc.tokens[first].start if own else _bare_start(chunks, first)
    return spot, first, start, _PHRASE


def _bare_start(chunks: Chunks, place: int) -> int:
    """Where the word begins behind its joined conjunction and preposition (للصين keeps its letters)."""
    token, mention = chunks.doc.tokens[place], chunks.phrases.get(place)
    if mention is not None and mention.phrase_first == mention.first:
        return mention.start
    preposition = chunks.governor(place)
    if preposition not in ("ب", "ك") or chunks.word(place) == preposition:
        return token.start
    cut = chunks.doc.text.find(preposition, token.start, token.end)
    return cut + 1 if token.start <= cut <= token.start + 1 and cut + 1 < token.end else token.start


def _is_object(chunks: Chunks, clause: Clause, spot: int, stop: int, copular: bool) -> bool:
    """A noun phrase stands here and is not what the clause took for its subject."""
    if spot >= stop or (chunks.is_mark(spot) and chunks.doc.norms[spot] != '"'):
        return False
    if copular and clause.subject is not None:
        return not chunks.is_closed(spot) or bool(chunks.preposition(spot))
    if chunks.is_closed(spot) and chunks.word(spot) not in _DETERMINERS:
        return False
    return not chunks.preposition(spot)


_DETERMINERS = frozenset({"ما", "عدم"})


def _announced_soon(chunks: Chunks, cue: Cue, spot: int, stop: int, far: bool) -> bool:
    """The noun phrase is an adverbial before أن (أعلن أمس الأول أن), no object. `far`: look on to the next comma."""
    if Join.THAT not in cue.content:
        return False
    if far:
        for place in range(spot, stop):
            if chunks.word(place) in chunks.syntax.complementizers or chunks.doc.norms[place] == ":":
                return True
            if chunks.is_mark(place):
                return False
    after = chunks.noun_phrase(spot, stop)
    return after < stop and after - spot <= 2 and chunks.doc.norms[after] in ("ان", "انه", "انها")


def _skip_occasion(chunks: Chunks, cue: Cue, place: int, limit: int) -> int:
    """Where an object may begin behind time and place: قال، أمس الأول، ...; أعلن في بيان ..."""
    before = -1
    while before < place < limit:
        before = place
        place = chunks.skip_adverbs(place, limit)
        if place < limit and chunks.word(place) in _OCCASIONS and chunks.word(place) not in cue.before_content:
            place = max(chunks.noun_phrase(place + 1, limit), place + 1)
        elif place + 1 < limit and chunks.doc.norms[place] in _COMMAS and _is_aside(chunks, place + 1):
            aside = range(place + 1, min(place + _ASIDE_REACH, limit))
            place = next((p + 1 for p in aside if chunks.doc.norms[p] in _COMMAS), place)
    return place


_ASIDE_REACH = 14  # words between two commas that tell when and where
_COMMAS = frozenset({"،", ","})
_OCCASIONS = frozenset({"في", "خلال", "عقب", "بعد", "قبل", "منذ", "اثناء", "امام", "لدي"})


def _is_aside(chunks: Chunks, place: int) -> bool:
    word = chunks.word(place)
    return word in chunks.syntax.adverbs or word in _OCCASIONS or chunks.doc.tokens[place].kind is TokenKind.NUMBER


def _is_name(chunks: Chunks, found: Opening, limit: int, quotes: Quotes) -> bool:
    """A short quotation before أن or another quotation belongs to the subject or occasion: a title, not words."""
    quotation = quotes.by_opening.get(found[1] - 1)
    if quotation is None or not quotation.closed:
        return False
    words = quotation.closing - quotation.opening - 1
    if all(chunks.named[p] for p in range(quotation.opening + 1, quotation.closing)):
        return True
    before = quotation.opening - 1
    in_phrase = bool(chunks.preposition(before)) or chunks.doc.norms[before] == "من"
    if not in_phrase and (words > _NAME_QUOTE or chunks.is_mark(before) or chunks.doc.norms[found[0]] == ":"):
        return False
    return any(
        chunks.word(p) in chunks.syntax.complementizers or p in quotes.by_opening or chunks.doc.norms[p] == ":"
        for p in range(quotation.closing + 1, limit)
    )


def _noun_site(chunks: Chunks, line: Line, place: int, quotes: Quotes, cues: CueIndex) -> Site | None:
    """قوله إن، بالقول إن، اتهامات ... بأن: a noun of saying right before what announces content."""
    for analysis in chunks.analyses(place):
        noun = _bare_noun(chunks.doc.norms[place], analysis)
        if analysis.part is not Part.MASDAR or place + 1 >= line.last:
            continue
        for cue in cues.by_noun.get(noun, ()):
            holder = quotes.around(place)
            found = _announced(chunks, cue, place + 1, holder.closing if holder else line.last, quotes)
            if found is not None and found[3] != _PHRASE:
                quotation = quotes.by_opening.get(found[1] - 1) if found[3] == Join.QUOTE else None
                return Site(cue, None, place, place + 1, Part.MASDAR, *found, quotation)
    return None


def _bare_noun(norm: str, analysis: Analysis) -> str:
    """The noun without what is joined to it."""
    bare = norm.removeprefix(analysis.conjunction).removeprefix(analysis.preposition)
    return bare.removeprefix("ال").removesuffix(analysis.suffix or "")
