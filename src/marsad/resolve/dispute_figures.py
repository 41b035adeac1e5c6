"""Disputes over figures: one measure of the same parties and period, told with figures that cannot all be true."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from marsad.lang.fold import fold
from marsad.model import QuantityStatus
from marsad.model.dispute import Dispute, DisputeKind, Position
from marsad.model.measurement import Measurement
from marsad.resolve.agreement import is_update, may_agree
from marsad.resolve.likeness import are_alike, find_content
from marsad.resolve.material import Material
from marsad.resolve.measurements import find_measurements
from marsad.resolve.positions import in_order, to_dispute_id

_Scope = tuple[str, ...]
_Pair = tuple[Measurement, Measurement]
# Reports of the same parties this close (days) may be of the same news.
_NEWS_DAYS = 3
# Sentences that share this part of their content words say the same, with another figure.
_ALIKE = 0.6
# How alike they must be where the measure is the same: news of the same parties may be of two events.
_LEAST = {"period": 0.0, "happening": 0.0, "news": 0.3}
# And where it has no name of its own: two numbers of countries may count different ones.
_UNNAMED = 0.3
_CURRENCY = 3  # letters of an ISO 4217 code


def find_figure_disputes(material: Material) -> Iterator[Dispute]:
    """Yield the disputes over figures, some of them again as part of a larger one.

    Figures are set beside each other where they have unit, movement and status in common, and either the measure with
    its period and parties, or the news: a happening that both articles tell, or parties and days of publication.
    """
    groups: dict[_Scope, list[Measurement]] = {}
    for told in _measured(material):
        for scope in _scopes(told, material):
            groups.setdefault(scope, []).append(told)
    for scope in sorted(groups):
        yield from _find_disputes(groups[scope], _LEAST[scope[0]], material)


def _measured(material: Material) -> Iterator[Measurement]:
    for article in material.articles.values():
        yield from find_measurements(article, material.lexicon)


def _scopes(told: Measurement, material: Material) -> Iterator[_Scope]:
    """The groups a figure belongs to. A limit is no figure of anything yet."""
    if told.status is QuantityStatus.LIMIT:
        return
    what = (told.unit, told.movement, told.status)
    if told.topic and told.period and told.parties:
        yield "period", *what, told.topic, told.period, *told.parties
    for happening in sorted(material.told.get(told.witness.article, ())):
        yield "happening", *what, happening
    if told.witness.published and told.parties:
        days = date.fromisoformat(told.witness.published).toordinal() // _NEWS_DAYS
        for bucket in (days, days + 1):
            yield "news", *what, str(bucket), *told.parties


def _find_disputes(group: list[Measurement], least: float, material: Material) -> Iterator[Dispute]:
    """The disputes among figures that may be of one thing, where two articles have no figure in common.

    `least` is how alike the sentences must be where the measure is the same.
    """
    by_article: dict[str, list[Measurement]] = {}
    for told in group:
        by_article.setdefault(told.witness.article, []).append(told)
    apart = [
        pair
        for one, other in combinations(sorted(by_article), 2)
        for pair in _pairs_apart(by_article[one], by_article[other], least, material)
    ]
    for things in _join_pairs(apart):
        positions = _to_positions(things, group, material)
        if len(positions) > 1:
            yield _to_dispute(positions)


def _join_pairs(pairs: list[_Pair]) -> list[list[Measurement]]:
    """The figures of pairs that hang together."""
    found: list[dict[int, Measurement]] = []
    for one, other in pairs:
        joined = {id(one): one, id(other): other}
        rest = []
        for things in found:
            if joined.keys() & things.keys():
                joined |= things
            else:
                rest.append(things)
        found = [*rest, joined]
    return [list(things.values()) for things in found]


def _to_dispute(positions: tuple[Position, ...]) -> Dispute:
    first = positions[0].measured
    assert first is not None
    return Dispute(
        id=to_dispute_id(DisputeKind.FIGURE, positions),
        kind=DisputeKind.FIGURE,
        parties=first.parties,
        positions=positions,
        rule=f"figure.{first.topic or first.unit}",
        subject=first.measure,
    )


def _pairs_apart(ones: list[Measurement], others: list[Measurement], least: float, material: Material) -> list[_Pair]:
    """Figures of two articles that exclude each other. Where no sentence is retold with another figure, there are none
    if the articles agree on any figure or one gives the parts of the other's."""
    lonely = len(ones) == len(others) == 1
    pairs = [(one, other) for one in ones for other in others if _is_one_thing(one, other, lonely, least, material)]
    apart = _find_retold_apart(pairs, material)
    if not apart and not any(may_agree(one, other) for one, other in pairs) and not _add_up(pairs):
        apart = pairs
    return [pair for pair in apart if not _is_newer(*pair, material)]


def _find_retold_apart(pairs: list[_Pair], material: Material) -> list[_Pair]:
    """Figures that a sentence has in the one article and not in the other, which tells it in much the same words."""
    retold = [(one, other) for one, other in pairs if _are_retold(one, other, material)]
    kept = {id(told) for one, other in retold if may_agree(one, other) for told in (one, other)}
    return [(one, other) for one, other in retold if id(one) not in kept and id(other) not in kept]


def _are_retold(one: Measurement, other: Measurement, material: Material) -> bool:
    return are_alike(one.witness.passage, other.witness.passage, _ALIKE, material.lexicon)


def _is_one_thing(one: Measurement, other: Measurement, lonely: bool, least: float, material: Material) -> bool:
    """Two figures measure the same: by their topic, by sentences that say the same, or as the only amount of money in
    sentences about the same parties that have a word in common."""
    if not _is_same_period(one, other):
        return False
    passages = one.witness.passage, other.witness.passage
    known = {measure.id for measure in material.lexicon.measures.measures}
    if one.topic and one.topic == other.topic:
        return are_alike(*passages, least if one.topic in known else max(least, _UNNAMED), material.lexicon)
    if {one.topic, other.topic} <= known and one.topic != other.topic:
        return False
    if _are_retold(one, other, material):
        return True
    is_money = lonely and len(one.unit) == _CURRENCY and one.parties == other.parties and len(one.parties) > 1
    return is_money and bool(find_content(passages[0], material.lexicon) & find_content(passages[1], material.lexicon))


def _add_up(pairs: list[_Pair]) -> bool:
    """One article gives the whole and the other its parts."""
    for side in (0, 1):
        parts: dict[int, dict[int, float]] = {}
        for pair in pairs:
            parts.setdefault(id(pair[side]), {})[id(pair[1 - side])] = pair[1 - side].value
        wholes = {id(pair[side]): pair[side].value for pair in pairs}
        if any(len(values) > 1 and sum(values.values()) == wholes[whole] for whole, values in parts.items()):
            return True
    return False


def _is_same_period(one: Measurement, other: Measurement) -> bool:
    return one.period is None or other.period is None or one.period == other.period


def _is_newer(one: Measurement, other: Measurement, material: Material) -> bool:
    growing = material.lexicon.measures.growing
    passages = (f" {fold(told.witness.passage)} " for told in (one, other))
    is_growing = any(f" {words} " in passage for passage in passages for words in growing)
    return is_update(one, other, same_voice=_is_same_voice(one, other, material), is_growing=is_growing)


def _is_same_voice(one: Measurement, other: Measurement, material: Material) -> bool:
    """The same outlet; else the same speaker or source, in other words: a sentence retold has only one figure."""
    first, second = one.witness, other.witness
    if first.outlet is not None and first.outlet == second.outlet:
        return True
    if _are_retold(one, other, material):
        return False
    if first.said_by is not None and second.said_by is not None:
        return first.said_by.name == second.said_by.name
    is_article = first.said_by is None and second.said_by is None
    return is_article and material.source(first.article) == material.source(second.article)


def _to_positions(apart: Iterable[Measurement], group: list[Measurement], material: Material) -> tuple[Position, ...]:
    """One position for each figure that stands against another, with all of the group that agree with it."""
    found: list[list[Measurement]] = []
    for told in sorted(apart, key=_order):
        if not any(may_agree(told, members[0]) for members in found):
            found.append([told])
    for told in sorted(group, key=_order):
        near = [members for members in found if may_agree(told, members[0])]
        if len(near) == 1 and told is not near[0][0] and _is_one_thing(told, near[0][0], False, _ALIKE / 2, material):
            near[0].append(told)
    return in_order(_to_position(members, material) for members in found)


def _to_position(members: list[Measurement], material: Material) -> Position:
    witnesses = tuple(told.witness for told in members)
    first = members[0]
    return Position(
        words=first.witness.words,
        voice=first.witness.said_by,
        witnesses=witnesses,
        sources=material.sources_of(witnesses),
        measured=first,
    )


def _order(told: Measurement) -> tuple[str, str, int]:
    return told.when.earliest or told.when.latest or "9999", told.witness.article, told.witness.span.start
