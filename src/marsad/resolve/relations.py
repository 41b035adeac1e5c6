"""The first view across articles: all that the readings hold about one pair of sides."""

from collections.abc import Iterable

from marsad.model import Reading
from marsad.model.relation import Relation
from marsad.resolve.happenings import find_happenings
from marsad.resolve.indexed import Indexed
from marsad.resolve.intervals import is_within
from marsad.resolve.lines import LineT, join_witnesses
from marsad.resolve.utterances import find_figures, find_utterances


def relate(readings: Iterable[Reading], a: str, b: str, since: str | None = None, until: str | None = None) -> Relation:
    """Return the relation between two codes as the readings tell it, the same for every order of the readings.

    `since` and `until` are ISO days, inclusive. A reading given twice counts once.
    """
    unique = {(reading.article.id, reading.article.digest): reading for reading in readings}
    articles = [Indexed(reading) for reading in unique.values()]
    happenings = _within(find_happenings(articles, a, b), since, until)
    statements = _within(find_utterances(articles, a, b), since, until)
    figures = _within(find_figures(articles, a, b), since, until)
    witnesses = (*join_witnesses(happenings), *join_witnesses(statements), *join_witnesses(figures))
    return Relation(
        a=a,
        b=b,
        since=since,
        until=until,
        happenings=happenings,
        statements=statements,
        figures=figures,
        articles=tuple(sorted({witness.article for witness in witnesses})),
    )


def _within(lines: tuple[LineT, ...], since: str | None, until: str | None) -> tuple[LineT, ...]:
    return tuple(line for line in lines if is_within(line.when, since, until))
