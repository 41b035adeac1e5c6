"""Relative clauses: the noun they hang on, and the verb of that noun which still waits behind them."""

from marsad.read.asides import PAUSES, before_second_names, find_aside, is_joined, skip_asides
from marsad.read.chunks import Chunks
from marsad.read.document import Line

ADNOMINAL = frozenset({"الذي", "التي", "اللذان", "اللذين", "اللتان", "اللتين", "الذين", "اللاتي", "اللواتي"})
_TOPIC_REACH = 16  # words that a topic can have before its relative clause


def find_antecedent(chunks: Chunks, relative: int, line: Line) -> tuple[int, int] | None:
    """The noun phrase that the relative pronoun at this token tells of."""
    last = relative - 1 if relative > line.first and chunks.is_mark(relative - 1) else relative
    for place in range(last - 1, line.first - 1, -1):
        mention = chunks.phrases.get(place)
        if mention is not None and chunks.noun_phrase(place, last) >= last:
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


def find_topic_before(chunks: Chunks, relative: int, line: Line) -> tuple[int, int] | None:
    """The noun phrase that opens its clause and has the relative clause: إن الرئيس الذي زار بغداد أيد الاتفاق."""
    last = relative - 1 if relative > line.first and chunks.is_mark(relative - 1) else relative
    first = last
    while first > line.first and last - first < _TOPIC_REACH and not _opens_clause(chunks, first - 1):
        first -= 1
    if first >= last or chunks.preposition(first) or (first > line.first and not _opens_clause(chunks, first - 1)):
        return None
    return (first, last) if chunks.noun_phrase(first, last) == last else None


def find_resumption(chunks: Chunks, opening: int, first: int, last: int) -> int | None:
    """Where the clause around goes on behind a relative clause between commas: اتهم فلان، الذي يزور بغداد، الحكومة.

    `opening` is the first token of the relative clause, `first` and `last` bound what follows its verb.
    """
    if opening < 2 or chunks.word(opening - 1) not in ADNOMINAL or chunks.doc.norms[opening - 2] not in PAUSES:
        return None
    closing = next((at for at in range(first, last - 1) if chunks.doc.norms[at] in PAUSES), None)
    if closing is None or is_joined(chunks, closing + 1) or chunks.is_opening(closing + 1):
        return None
    return closing + 1


def find_topic_past_aside(chunks: Chunks, opening: int, line: Line) -> tuple[int, int] | None:
    """The topic whose second name stands between commas, quotes or brackets: الرئيس الإيراني، فلان، أدان القصف."""
    if (named := before_second_names(chunks, opening, line.first)) < opening:
        topic = find_topic_before(chunks, named, line)
        return topic if topic is not None and topic[0] > line.first else None  # لندن (رويترز) opens a sentence
    closing = opening - 1
    if closing <= line.first or chunks.doc.norms[closing] not in PAUSES:
        return None
    back = range(closing - 1, max(line.first, closing - _TOPIC_REACH), -1)
    start = next((at for at in back if chunks.doc.norms[at] in PAUSES), None)
    if start is None or (
        find_aside(chunks, start, opening) != closing and skip_asides(chunks, start, opening) != opening
    ):
        return None
    return find_topic_before(chunks, start, line)


def _opens_clause(chunks: Chunks, place: int) -> bool:
    return chunks.word(place) in chunks.syntax.complementizers or chunks.word(place) in chunks.syntax.connectives
