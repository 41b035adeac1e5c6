"""Disputes over a happening: its day, its place, and whether it happened at all."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import combinations

import msgspec

from marsad.lang.fold import fold
from marsad.lexicon.cues import Attitude
from marsad.model import EntityKind, Event, EventType, Name, Span
from marsad.model.dispute import Dispute, DisputeKind, Position
from marsad.model.relation import Dating, Happening, Stance, Version, When, Witness
from marsad.resolve.indexed import Indexed
from marsad.resolve.likeness import are_alike
from marsad.resolve.material import Material
from marsad.resolve.positions import in_order, to_dispute_id, witness_order
from marsad.resolve.whereabouts import is_one_country, may_be_one_place

_Agree = Callable[["_Told", "_Told", Material], bool]
# What was announced on one day and denied within these days is a denial; later it is a change of plans.
_SAME_NEWS = 3
# A sentence retold with the same words for the day means the same day, whenever it is printed again.
_ALIKE = 0.6


class _Told(msgspec.Struct, frozen=True):
    """One article's word on the day or the place of a happening, in a sentence that tells the happening."""

    version: Version
    witness: Witness
    when: When | None = None
    place: Name | None = None


def find_happening_disputes(material: Material) -> Iterator[Dispute]:
    """Yield the disputes over the happenings that more than one article tells."""
    for happening in material.happenings:
        if len(happening.witnesses) < 2:
            continue
        found = (
            _over(DisputeKind.DATE, happening, _find_days(happening, material), _is_one_day, material),
            _over(DisputeKind.PLACE, happening, _find_places(happening, material), _is_one_place, material),
            _denied(happening, material),
        )
        yield from (dispute for dispute in found if dispute is not None)


def _find_days(happening: Happening, material: Material) -> list[_Told]:
    """The days given by those who say that it happened; of plans, by those who announce it on one day: later they may
    have put it off."""
    asserting = _with_stance(happening, Stance.ASSERTS, material)
    announcing = _with_stance(happening, Stance.ANNOUNCES, material)
    is_at_once = len({version.published for version in announcing}) == 1
    versions = asserting if len(asserting) > 1 or not is_at_once else announcing
    return [told for version in versions if (told := _find_day(version, material)) is not None]


def _find_day(version: Version, material: Material) -> _Told | None:
    article = material.articles.get(version.article)
    event = article.event(version.fact) if article else None
    if article is None or event is None or version.when.dating is not Dating.STATED:
        return None
    time = next((time for time in article.reading.times if time.id == event.time), None)
    if time is None or not _is_beside(article, event, Span(time.start, time.end)):
        return None
    witness = article.witness(version.fact, Span(time.start, time.end), time.rule, version.said_by, version.via)
    return _Told(version, witness, when=version.when)


def _find_places(happening: Happening, material: Material) -> list[_Told]:
    found = (_find_place(version, material) for version in _with_stance(happening, Stance.ASSERTS, material))
    return [told for told in found if told is not None]


def _find_place(version: Version, material: Material) -> _Told | None:
    article = material.articles.get(version.article)
    event = article.event(version.fact) if article else None
    if article is None or event is None or event.place_span is None or len(version.places) != 1:
        return None
    if not _is_beside(article, event, event.place_span):
        return None
    witness = article.witness(version.fact, event.place_span, version.rule, version.said_by, version.via)
    return _Told(version, witness, place=version.places[0])


def _is_beside(article: Indexed, event: Event, span: Span) -> bool:
    """The words stand in a sentence that tells the event itself."""
    return any(article.passage(place).holds(span) for place in (event.trigger, *event.mentions))


def _with_stance(happening: Happening, stance: Stance, material: Material) -> list[Version]:
    return [version for version in happening.witnesses if _find_stance(version, material) is stance]


def _find_stance(version: Version, material: Material) -> Stance:
    """What a version says; what stands in somebody's denial is denied."""
    article = material.articles.get(version.article)
    event = article.event(version.fact) if article else None
    if article is None or event is None or event.said_by is None or version.stance is Stance.DENIES:
        return version.stance
    statement = article.statements.get(event.said_by)
    denying = {cue.id for cue in material.lexicon.cues.cue if cue.attitude is Attitude.DENY}
    return Stance.DENIES if statement is not None and statement.rule in denying else version.stance


def _is_one_day(one: _Told, other: _Told, material: Material) -> bool:
    assert one.when is not None
    assert other.when is not None
    return _overlap(one.when, other.when) or _is_reprinted(one, other, material)


def _overlap(one: When, other: When) -> bool:
    """Whether two periods share a day; an open bound reaches everywhere."""
    return (one.earliest or "") <= (other.latest or "9999") and (other.earliest or "") <= (one.latest or "9999")


def _is_reprinted(one: _Told, other: _Told, material: Material) -> bool:
    """The same words for the day in the same sentence, which a later day of printing makes another day."""
    is_same = fold(one.witness.words) == fold(other.witness.words)
    return is_same and are_alike(one.witness.passage, other.witness.passage, _ALIKE, material.lexicon)


def _is_one_place(one: _Told, other: _Told, material: Material) -> bool:
    """Places of one country are taken for one where an article names both, for the one may lie in the other; not where
    one sentence is retold with another place."""
    assert one.place is not None
    assert other.place is not None
    if may_be_one_place(one.place, other.place, material.lexicon):
        return True
    if are_alike(one.witness.passage, other.witness.passage, _ALIKE, material.lexicon):
        return False
    if not is_one_country(one.place, other.place, material.lexicon):
        return False
    return any(_is_named(told, place, material) for told, place in ((one, other.place), (other, one.place)))


def _is_named(told: _Told, place: Name, material: Material) -> bool:
    """An article names a place, and not for its government, beside the one where it says that it happened."""
    entities = material.articles[told.version.article].reading.entities
    return any(entity.kind is EntityKind.PLACE and entity.name.en == place.en for entity in entities)


def _over(
    kind: DisputeKind, happening: Happening, told: list[_Told], agree: _Agree, material: Material
) -> Dispute | None:
    """The articles that exclude each other, in groups that agree; None where there are no two.

    An article that tells of several days or places may tell of several happenings: it starts no dispute.
    """
    torn = {
        one.version.article
        for one, other in combinations(told, 2)
        if one.version.article == other.version.article and not agree(one, other, material)
    }
    told = [line for line in told if line.version.article not in torn]
    clashing = {
        line.version.article
        for one, other in combinations(told, 2)
        if not agree(one, other, material) and not _is_one_voice(one, other)
        for line in (one, other)
    }
    groups: list[list[_Told]] = []
    for line in sorted(told, key=lambda line: witness_order(line.witness)):
        near = [group for group in groups if agree(group[0], line, material)]
        if near:
            near[0].append(line)
        elif line.version.article in clashing:
            groups.append([line])
    if len(groups) < 2:
        return None
    positions = in_order(
        Position(
            words=group[0].witness.words,
            voice=group[0].witness.said_by,
            witnesses=tuple(line.witness for line in group),
            sources=material.sources_of(line.witness for line in group),
            when=group[0].when,
            place=group[0].place,
        )
        for group in groups
    )
    return _to_dispute(kind, happening, positions)


def _is_one_voice(one: _Told, other: _Told) -> bool:
    """One article tells of two things; the same outlet corrects itself on a later day."""
    first, second = one.version, other.version
    is_corrected = first.outlet is not None and first.outlet == second.outlet and first.published != second.published
    return first.article == second.article or is_corrected


def _denied(happening: Happening, material: Material) -> Dispute | None:
    """Some assert it, or announce it on the same days, and others deny it."""
    denying = _with_stance(happening, Stance.DENIES, material)
    announcing = _with_stance(happening, Stance.ANNOUNCES, material)
    asserting = _with_stance(happening, Stance.ASSERTS, material) or [
        version for version in announcing if any(_is_gainsaid(version, denial) for denial in denying)
    ]
    asserting = [version for version in asserting if any(_is_same_deed(version, denial) for denial in denying)]
    if not denying or not asserting or not _are_voices_apart(asserting, denying):
        return None
    groups = (sorted(group, key=witness_order) for group in (asserting, denying))
    positions = tuple(
        Position(
            words=group[0].words,
            voice=group[0].said_by,
            witnesses=tuple(group),
            sources=material.sources_of(group),
        )
        for group in groups
    )
    return _to_dispute(DisputeKind.DENIAL, happening, positions)


def _are_voices_apart(asserting: Iterable[Version], denying: Iterable[Version]) -> bool:
    """An article that tells both in its own voice tells of two things."""
    return any(one.article != other.article or one.said_by != other.said_by for one in asserting for other in denying)


def _is_same_deed(version: Version, denial: Version) -> bool:
    """Who denies that one side did it says nothing of a report that names no doer."""
    return not denial.actors or bool({*version.actors} & {*denial.actors})


def _is_gainsaid(version: Version, denial: Version) -> bool:
    """A plan is denied within days of its announcement. That it is called off says that there was one."""
    if denial.type is EventType.REJECT and denial.mode == "meet":
        return False
    if version.published is None or denial.published is None:
        return version.article == denial.article
    days = (date.fromisoformat(version.published) - date.fromisoformat(denial.published)).days
    return abs(days) <= _SAME_NEWS


def _to_dispute(kind: DisputeKind, happening: Happening, positions: tuple[Position, ...]) -> Dispute:
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
