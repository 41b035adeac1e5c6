"""What each side says about or to the other, and the figures given about the two."""

from collections.abc import Iterable

from msgspec.structs import replace

from marsad.lang.fold import fold
from marsad.model import Quantity, Span, Statement
from marsad.model.relation import Figure, Ground, Utterance
from marsad.resolve.indexed import Indexed
from marsad.resolve.intervals import to_report_day
from marsad.resolve.lines import Key, gather, in_order, join_witnesses

_STRENGTH = {ground: rank for rank, ground in enumerate(Ground)}


def find_utterances(articles: Iterable[Indexed], a: str, b: str) -> tuple[Utterance, ...]:
    """Return the statements by side `a` about or to `b` and by `b` about or to `a`, oldest first."""
    found = (
        _to_utterance(article, statement, side, other)
        for article in articles
        for statement in article.reading.statements
        for side, other in ((a, b), (b, a))
    )
    groups = gather((_to_key(utterance), utterance) for utterance in found if utterance is not None)
    return in_order(
        replace(group[0], ground=_strongest(line.ground for line in group), witnesses=join_witnesses(group))
        for group in groups
    )


def find_figures(articles: Iterable[Indexed], a: str, b: str) -> tuple[Figure, ...]:
    """Return the figures in sentences that name both sides, or in articles chiefly about them, oldest report first."""
    found = (_to_figure(article, quantity, a, b) for article in articles for quantity in article.reading.quantities)
    groups = gather((_to_figure_key(figure), figure) for figure in found if figure is not None)
    return in_order(
        replace(group[0], ground=_strongest(line.ground for line in group), witnesses=join_witnesses(group))
        for group in groups
    )


def _to_utterance(article: Indexed, statement: Statement, side: str, other: str) -> Utterance | None:
    speaker = article.speaker(statement)
    if speaker is None or speaker.party != side or not statement.content or _is_outlet(article, statement):
        return None
    ground = _find_ground(article, statement, side, other)
    if ground is None:
        return None
    text = article.reading.text
    whole = Span(statement.content[0].start, statement.content[-1].end)
    return Utterance(
        side=side,
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


def _find_ground(article: Indexed, statement: Statement, side: str, other: str) -> Ground | None:
    if other in article.parties_in(statement.content):
        return Ground.CONTENT
    if other in article.parties_of(statement.addressee):
        return Ground.ADDRESSEE
    places = (statement.cue, *statement.content)
    if other in article.parties_in(tuple(article.passage(span) for span in places)):
        return Ground.SENTENCE
    return Ground.ARTICLE if article.is_chiefly_about(side, other) else None


def _to_figure(article: Indexed, quantity: Quantity, a: str, b: str) -> Figure | None:
    span = Span(quantity.start, quantity.end)
    if {a, b} <= article.parties_in((article.passage(span),)):
        ground = Ground.SENTENCE
    elif article.is_chiefly_about(a, b):
        ground = Ground.ARTICLE
    else:
        return None
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
