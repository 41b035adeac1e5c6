"""What each side says about or to the other, and the figures given about the two."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from msgspec.structs import replace

from marsad.lang.fold import fold
from marsad.model import Quantity, Span, Statement
from marsad.model.relation import Figure, Ground, Utterance, Who
from marsad.resolve.indexed import Indexed
from marsad.resolve.intervals import to_report_day
from marsad.resolve.lines import Key, gather, in_order, join_witnesses

SaidT = TypeVar("SaidT", Utterance, Figure)
_STRENGTH = {ground: rank for rank, ground in enumerate(Ground)}


Pairs = Mapping[tuple[str, str], Ground]


def find_utterances(article: Indexed) -> Iterator[tuple[Utterance, Pairs]]:
    """Yield what the speakers of an article say for a side, with the pairs (sorted) that it belongs to and why.

    The ground in the utterance itself is the strongest of them.
    """
    for statement in article.reading.statements:
        speaker = article.speaker(statement)
        if speaker is None or speaker.party is None or not statement.content or _is_outlet(article, statement):
            continue
        grounds = {
            to_pair(speaker.party, other): ground for other, ground in _grounds(article, statement, speaker.party)
        }
        if grounds:
            yield _to_utterance(article, statement, speaker, _strongest(grounds.values())), grounds


def find_figures(article: Indexed) -> Iterator[tuple[Figure, Pairs]]:
    """Yield the figures of an article with the pairs they belong to: those that their sentence names, and the two
    that the article is chiefly about."""
    for quantity in article.reading.quantities:
        passage = article.passage(Span(quantity.start, quantity.end))
        named = sorted(article.parties_in((passage,)))
        grounds = {(a, b): Ground.SENTENCE for n, a in enumerate(named) for b in named[n + 1 :]}
        if (chief := article.chief_pair) is not None:
            grounds.setdefault(chief, Ground.ARTICLE)
        if grounds:
            yield _to_figure(article, quantity, _strongest(grounds.values())), grounds


def join_utterances(utterances: Iterable[Utterance]) -> tuple[Utterance, ...]:
    """Return utterances, the same words once with all their witnesses, oldest first."""
    return _join((_to_key(utterance), utterance) for utterance in utterances)


def join_figures(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Return figures, those given the same way once with all their witnesses, oldest report first."""
    return _join((_to_figure_key(figure), figure) for figure in figures)


def to_pair(one: str, other: str) -> tuple[str, str]:
    """Return two codes in sorted order."""
    return (one, other) if one < other else (other, one)


def _join(keyed: Iterable[tuple[Key, SaidT]]) -> tuple[SaidT, ...]:
    return in_order(
        replace(group[0], ground=_strongest(line.ground for line in group), witnesses=join_witnesses(group))
        for group in gather(keyed)
    )


def _to_utterance(article: Indexed, statement: Statement, speaker: Who, ground: Ground) -> Utterance:
    assert speaker.party is not None
    text = article.reading.text
    whole = Span(statement.content[0].start, statement.content[-1].end)
    return Utterance(
        side=speaker.party,
        speaker=speaker,
        kind=statement.kind,
        content=tuple(span.of(text) for span in statement.content),
        ground=ground,
        when=to_report_day(article.reading.article.published),
        witnesses=(article.witness(statement.id, whole, statement.rule, via=article.names(statement.via)),),
    )


def _is_outlet(article: Indexed, statement: Statement) -> bool:
    """An agency of a state reports; it does not speak for that state."""
    return statement.speaker is not None and not article.is_side(statement.speaker)


def _grounds(article: Indexed, statement: Statement, side: str) -> Iterator[tuple[str, Ground]]:
    """The other sides that a statement is about or to, the strongest ground of each last."""
    chief = article.chief_pair
    if chief is not None and side in chief:
        yield next(code for code in chief if code != side), Ground.ARTICLE
    places = (statement.cue, *statement.content)
    for ground, others in (
        (Ground.SENTENCE, article.parties_in(tuple(article.passage(span) for span in places))),
        (Ground.ADDRESSEE, article.parties_of(statement.addressee)),
        (Ground.CONTENT, article.parties_in(statement.content)),
    ):
        yield from ((other, ground) for other in sorted(others) if other != side)


def _to_figure(article: Indexed, quantity: Quantity, ground: Ground) -> Figure:
    span = Span(quantity.start, quantity.end)
    statement = article.statement_around(span)
    said_by = article.speaker(statement) if statement else None
    via = article.names(statement.via) if statement else ()
    return Figure(
        value=quantity.value,
        unit=quantity.unit,
        measure=quantity.measure,
        period=quantity.period,
        status=quantity.status,
        comparison=quantity.comparison,
        ground=ground,
        when=to_report_day(article.reading.article.published),
        witnesses=(article.witness(quantity.id, span, quantity.rule, said_by, via),),
    )


def _to_key(utterance: Utterance) -> Key:
    name = utterance.speaker.name
    return utterance.side, name.en or name.ar or "", *(fold(" ".join(piece.split())) for piece in utterance.content)


def _to_figure_key(figure: Figure) -> Key:
    measure = fold(figure.measure or "")
    return repr(figure.value), figure.unit, measure, figure.period or "", figure.status, figure.comparison


def _strongest(grounds: Iterable[Ground]) -> Ground:
    return min(grounds, key=_STRENGTH.__getitem__)
