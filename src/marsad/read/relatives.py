"""Relative clauses: the noun they hang on, and the verb of that noun which still waits behind them."""

from marsad.read.chunks import Chunks
from marsad.read.document import Line

ADNOMINAL = frozenset({"الذي", "التي", "اللذان", "اللذين", "اللتان", "اللتين", "الذين", "اللاتي", "اللواتي"})
_TOPIC_REACH = 16  # words that a topic can have before its relative clause


def find_antecedent(chunks: Chunks, relative: int, line: Line) -> tuple[int, int] | None:
    """The noun phrase that the relative pronoun at this token tells of."""
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


def find_topic_before(chunks: Chunks, relative: int, line: Line) -> tuple[int, int] | None:
    """The noun phrase that opens its clause and has the relative clause: إن الرئيس الذي زار بغداد أيد الاتفاق."""
    last = relative - 1 if relative > line.first and chunks.is_mark(relative - 1) else relative
    first = last
    while first > line.first and last - first < _TOPIC_REACH and not _opens_clause(chunks, first - 1):
        first -= 1
    if first >= last or chunks.preposition(first) or (first > line.first and not _opens_clause(chunks, first - 1)):
        return None
    return (first, last) if chunks.noun_phrase(first, last) == last else None


def _opens_clause(chunks: Chunks, place: int) -> bool:
    return chunks.word(place) in chunks.syntax.complementizers or chunks.word(place) in chunks.syntax.connectives
