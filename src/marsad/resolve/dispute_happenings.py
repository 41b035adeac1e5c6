"""Disputes over a happening: its day, its place, and whether it happened at all."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import combinations

from marsad.model.dispute import Dispute, DisputeKind, Position
from marsad.model.relation import Dating, Happening, Stance, Version, When
from marsad.resolve.material import Material
from marsad.resolve.positions import in_order, to_dispute_id, witness_order
from marsad.resolve.whereabouts import may_be_one_place

_Agree = Callable[[Version, Version], bool]
# What was announced on one day and denied within these days is a denial; later it is a change of plans.
_SAME_NEWS = 3


def find_happening_disputes(material: Material) -> Iterator[Dispute]:
    """Yield the disputes over the happenings that more than one article tells."""
    for happening in material.happenings:
        if len(happening.witnesses) < 2:
            continue
        found = (
            _over(DisputeKind.DATE, happening, _dated(happening), _may_be_one_day, material),
            _over(DisputeKind.PLACE, happening, _placed(happening), _may_be_one_place(material), material),
            _denied(happening, material),
        )
        yield from (dispute for dispute in found if dispute is not None)


def _dated(happening: Happening) -> list[Version]:
    """The versions that date it by their own words. Another day for a plan is a change of plans, no dispute."""
    told = [version for version in _asserting(happening) if version.when.dating is Dating.STATED]
    return told if len(told) > 1 else _announced_at_once(happening)


def _announced_at_once(happening: Happening) -> list[Version]:
    """Announcements that came out on the same day and give the day of what is to come."""
    told = [
        version
        for version in happening.witnesses
        if version.stance is Stance.ANNOUNCES and version.when.dating is Dating.STATED and version.published
    ]
    days = {version.published for version in told}
    return told if len(days) == 1 else []


def _placed(happening: Happening) -> list[Version]:
    return [version for version in _asserting(happening) if len(version.places) == 1]


def _asserting(happening: Happening) -> list[Version]:
    return [version for version in happening.witnesses if version.stance is Stance.ASSERTS]


def _may_be_one_day(one: Version, other: Version) -> bool:
    return _overlap(one.when, other.when)


def _overlap(one: When, other: When) -> bool:
    """Whether two periods share a day; an open bound reaches everywhere."""
    return (one.earliest or "") <= (other.latest or "9999") and (other.earliest or "") <= (one.latest or "9999")


def _may_be_one_place(material: Material) -> _Agree:
    return lambda one, other: may_be_one_place(one.places[0], other.places[0], material.lexicon)


def _over(
    kind: DisputeKind, happening: Happening, versions: list[Version], agree: _Agree, material: Material
) -> Dispute | None:
    """The versions of different articles that exclude each other; None where an article holds with both."""
    clashing = {
        version.article
        for one, other in combinations(versions, 2)
        if one.article != other.article and not agree(one, other) and not _is_correction(one, other)
        for version in (one, other)
    }
    groups: list[list[Version]] = []
    for version in sorted((version for version in versions if version.article in clashing), key=witness_order):
        near = [group for group in groups if agree(group[0], version)]
        if near:
            near[0].append(version)
        else:
            groups.append([version])
    if len(groups) < 2:
        return None
    return _to_dispute(kind, happening, [_to_position(kind, group, material) for group in groups])


def _is_correction(one: Version, other: Version) -> bool:
    """The same outlet says otherwise on a later day."""
    return one.outlet is not None and one.outlet == other.outlet and one.published != other.published


def _denied(happening: Happening, material: Material) -> Dispute | None:
    """Some assert it, or announce it on the same days, and others deny it."""
    denying = [version for version in happening.witnesses if version.stance is Stance.DENIES]
    asserting = _asserting(happening) or [
        version
        for version in happening.witnesses
        if version.stance is Stance.ANNOUNCES and any(_is_same_news(version, denial) for denial in denying)
    ]
    if not denying or not asserting or not _are_voices_apart(asserting, denying):
        return None
    groups = (sorted(group, key=witness_order) for group in (asserting, denying))
    return _to_dispute(
        DisputeKind.DENIAL, happening, [_to_position(DisputeKind.DENIAL, group, material) for group in groups]
    )


def _are_voices_apart(asserting: Iterable[Version], denying: Iterable[Version]) -> bool:
    """An article that tells both in its own voice tells of two things."""
    return any(one.article != other.article or one.said_by != other.said_by for one in asserting for other in denying)


def _is_same_news(one: Version, other: Version) -> bool:
    if one.published is None or other.published is None:
        return one.article == other.article
    days = (date.fromisoformat(one.published) - date.fromisoformat(other.published)).days
    return abs(days) <= _SAME_NEWS


def _to_position(kind: DisputeKind, group: list[Version], material: Material) -> Position:
    first = group[0]
    dated, placed = kind is DisputeKind.DATE, kind is DisputeKind.PLACE
    return Position(
        words=(first.day_words if dated else first.places[0].ar if placed else None) or first.words,
        voice=first.said_by,
        witnesses=tuple(group),
        sources=material.sources_of(group),
        when=first.when if dated else None,
        place=first.places[0] if placed else None,
    )


def _to_dispute(kind: DisputeKind, happening: Happening, groups: list[Position]) -> Dispute:
    positions = tuple(groups) if kind is DisputeKind.DENIAL else in_order(groups)
    return Dispute(
        id=to_dispute_id(kind, positions),
        kind=kind,
        parties=tuple(sorted({*happening.actors, *happening.recipients})),
        positions=positions,
        rule=f"happening.{kind}",
        type=happening.type,
        mode=happening.mode,
        happening=happening.id,
    )
