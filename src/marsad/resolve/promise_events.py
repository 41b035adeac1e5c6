"""Events announced, joined with what later articles tell of them."""

from collections.abc import Iterator

from marsad.model import EventType
from marsad.model.promise import Promise, PromiseKind, PromiseState, Sequel
from marsad.model.relation import Dating, Happening, Stance, Version, When
from marsad.resolve.intervals import parse_interval
from marsad.resolve.material import Material
from marsad.resolve.positions import find_voices, witness_order
from marsad.resolve.promise_aims import Aim, find_sequels
from marsad.resolve.promise_figures import find_state

# What can be kept when its day has come; anything else announced is a plan like many.
_KEPT = frozenset({EventType.AGREE, EventType.COOPERATE, EventType.AID, EventType.RETREAT, EventType.CONCEDE})
_STEP_TO_COME = "concede.truce_announced"
_SETTLES = {Stance.ASSERTS: PromiseState.REACHED, Stance.DENIES: PromiseState.MISSED}


def find_event_promises(material: Material, known_until: str | None) -> Iterator[Promise]:
    """Yield the happenings that some article announces, with those who tell later that they took place or did not.

    An announcement that was not merged with what followed is joined with a meeting or deed of the same kind and sides,
    and of the same people where both name any, at the time announced. A new announcement takes the place of one that
    was not kept.
    """
    for happening in material.happenings:
        announced = [version for version in happening.witnesses if _is_announcing(version)]
        is_kept = happening.is_meeting or any(version.rule == _STEP_TO_COME for version in announced)
        if announced and (is_kept or (happening.type in _KEPT and any(map(_is_ahead, announced)))):
            yield _to_promise(happening, announced, material, known_until)


def _is_announcing(version: Version) -> bool:
    """What is to come, and a step back announced: an act in words of today, a deed of later."""
    is_actual = version.stance is Stance.ASSERTS
    return version.stance is Stance.ANNOUNCES or (is_actual and version.rule == _STEP_TO_COME)


def _to_promise(happening: Happening, announced: list[Version], material: Material, known_until: str | None) -> Promise:
    first = min(announced, key=witness_order)
    due = next((_narrow(version, material) for version in announced if _is_ahead(version)), None)
    sequels = _find_own_sequels(happening, first, {version.article for version in announced}) or find_sequels(
        _to_aim(happening, first, due), happening.id, material
    )
    deadline = due.latest if due else None
    return Promise(
        id=f"{first.article}#{first.fact}",
        kind=PromiseKind.EVENT,
        state=find_state(sequels),
        parties=tuple(sorted({*happening.actors, *happening.recipients})),
        by=find_voices(announced),
        when=_to_report_day(first),
        deadline=deadline,
        is_due=deadline is not None and known_until is not None and deadline < known_until,
        witnesses=tuple(announced),
        sequels=tuple(sorted(sequels, key=lambda sequel: witness_order(sequel.witness))),
        subject=first.words,
        type=EventType.CONSULT if happening.is_meeting else happening.type,
        mode=happening.mode,
        happening=happening.id,
    )


def _find_own_sequels(happening: Happening, first: Version, announcing: set[str]) -> list[Sequel]:
    """What other articles say of the happening itself, not earlier than the announcement."""
    return [
        Sequel(_SETTLES[version.stance], version, happening=happening.id, when=version.when)
        for version in happening.witnesses
        if version.stance in _SETTLES and version.article not in announcing and not _is_earlier(version, first)
    ]


def _to_aim(happening: Happening, first: Version, due: When | None) -> Aim:
    return Aim(
        sides=frozenset({*happening.actors, *happening.recipients}),
        people=frozenset(who.name for who in happening.participants),
        told=first.published or first.earliest,
        due=due,
        is_meeting=happening.is_meeting,
        articles=frozenset(version.article for version in happening.witnesses if _is_announcing(version)),
        rules=frozenset(version.rule for version in happening.witnesses),
        kept_by=EventType.RETREAT if happening.type is EventType.CONCEDE else None,
    )


def _is_ahead(version: Version) -> bool:
    """Its words give a day that was still to come when it was reported."""
    told = version.published or version.earliest or ""
    return version.when.dating is Dating.STATED and (version.when.latest or "") > told


def _narrow(version: Version, material: Material) -> When:
    """When it is to be: the season or part of a year that the words give, where the event has only the year."""
    article = material.articles.get(version.article)
    event = article.event(version.fact) if article else None
    if article is None or event is None:
        return version.when
    value = next((time.value for time in article.reading.times if time.id == event.time), None)
    interval = parse_interval(value)
    first, last = version.when.earliest or "", version.when.latest or ""
    if interval is None or not first <= interval[0] <= interval[1] <= last:
        return version.when
    return When(value, *interval, Dating.STATED)


def _to_report_day(version: Version) -> When:
    earliest, latest = version.published or version.earliest, version.published or version.latest
    return When(None, earliest, latest, Dating.PUBLISHED if earliest or latest else Dating.UNKNOWN)


def _is_earlier(one: Version, other: Version) -> bool:
    return one.published is not None and other.published is not None and one.published < other.published
