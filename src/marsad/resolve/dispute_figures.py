"""Disputes over figures: one measure of the same parties and period, told with figures that cannot all be true."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from marsad.lang.fold import fold
from marsad.model import QuantityStatus
from marsad.model.dispute import Dispute, DisputeKind, Position
from marsad.model.measurement import Measurement
from marsad.resolve.agreement import is_update, may_agree
from marsad.resolve.material import Material
from marsad.resolve.measurements import find_measurements
from marsad.resolve.positions import in_order, to_dispute_id

_Scope = tuple[str, ...]


def find_figure_disputes(material: Material) -> Iterator[Dispute]:
    """Yield the disputes over figures, each once.

    Figures are set beside each other where they have unit, measure, movement and status in common, and either period
    and parties, or a happening that both sentences tell.
    """
    groups: dict[_Scope, list[Measurement]] = {}
    for told in _measured(material):
        for scope in _scopes(told, material):
            groups.setdefault(scope, []).append(told)
    seen: set[str] = set()
    for scope in sorted(groups):
        dispute = _find_dispute(groups[scope], material)
        if dispute is not None and dispute.id not in seen:
            seen.add(dispute.id)
            yield dispute


def _measured(material: Material) -> Iterator[Measurement]:
    for article in material.articles.values():
        yield from find_measurements(article, material.lexicon)


def _scopes(told: Measurement, material: Material) -> Iterator[_Scope]:
    """The groups a figure belongs to. A limit is no figure of anything yet."""
    if told.status is QuantityStatus.LIMIT:
        return
    what = (told.topic, told.unit, told.movement, told.status)
    if told.topic and told.period and told.parties:
        yield "period", *what, told.period, *told.parties
    for happening in sorted(material.told.get(told.witness.article, ())):
        if told.topic:
            yield "happening", *what, happening


def _find_dispute(group: list[Measurement], material: Material) -> Dispute | None:
    """The positions of a group, where two articles have no figure in common; None where all can be true."""
    by_article: dict[str, list[Measurement]] = {}
    for told in group:
        by_article.setdefault(told.witness.article, []).append(told)
    if len(by_article) < 2:
        return None
    apart = [
        pair
        for one, other in combinations(sorted(by_article), 2)
        for pair in _pairs_apart(by_article[one], by_article[other], material)
    ]
    if not apart:
        return None
    positions = _to_positions({id(told): told for pair in apart for told in pair}.values(), group, material)
    if len(positions) < 2:
        return None
    first = positions[0].measured
    assert first is not None
    return Dispute(
        id=to_dispute_id(DisputeKind.FIGURE, positions),
        kind=DisputeKind.FIGURE,
        parties=first.parties,
        positions=positions,
        rule=f"figure.{first.topic}",
        subject=first.measure,
    )


def _pairs_apart(
    ones: list[Measurement], others: list[Measurement], material: Material
) -> list[tuple[Measurement, Measurement]]:
    """Figures of two articles that exclude each other; none where the articles agree on any figure."""
    pairs = [(one, other) for one in ones for other in others if _is_same_period(one, other)]
    if any(may_agree(one, other) for one, other in pairs):
        return []
    return [pair for pair in pairs if not _is_newer(*pair, material)]


def _is_same_period(one: Measurement, other: Measurement) -> bool:
    return one.period is None or other.period is None or one.period == other.period


def _is_newer(one: Measurement, other: Measurement, material: Material) -> bool:
    growing = material.lexicon.measures.growing
    passages = (f" {fold(told.witness.passage)} " for told in (one, other))
    is_growing = any(f" {words} " in passage for passage in passages for words in growing)
    return is_update(one, other, same_voice=_is_same_voice(one, other, material), is_growing=is_growing)


def _is_same_voice(one: Measurement, other: Measurement, material: Material) -> bool:
    """The same speaker; where the articles speak themselves, the same outlet or source."""
    first, second = one.witness, other.witness
    if first.said_by is not None and second.said_by is not None:
        return first.said_by.name == second.said_by.name
    if first.said_by is not None or second.said_by is not None:
        return False
    is_outlet = first.outlet is not None and first.outlet == second.outlet
    return is_outlet or material.source(first.article) == material.source(second.article)


def _to_positions(apart: Iterable[Measurement], group: list[Measurement], material: Material) -> tuple[Position, ...]:
    """One position for each figure that stands against another, with all of the group that agree with it."""
    found: list[list[Measurement]] = []
    for told in sorted(apart, key=_order):
        if not any(may_agree(told, members[0]) for members in found):
            found.append([told])
    for told in sorted(group, key=_order):
        near = [members for members in found if may_agree(told, members[0])]
        if len(near) == 1 and told is not near[0][0]:
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
