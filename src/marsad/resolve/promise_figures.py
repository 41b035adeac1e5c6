"""Figures aimed at or expected, joined with the figures told of the same measure since."""

from collections.abc import Iterable, Iterator

from marsad.model import Comparison, QuantityStatus
from marsad.model.measurement import Measurement, Movement
from marsad.model.promise import Promise, PromiseKind, PromiseState, Sequel
from marsad.resolve.agreement import is_before, may_agree
from marsad.resolve.intervals import parse_interval
from marsad.resolve.material import Material
from marsad.resolve.measurements import find_measurements, is_lowering
from marsad.resolve.positions import find_voices, witness_order

_AHEAD = {QuantityStatus.TARGET: PromiseKind.TARGET, QuantityStatus.FORECAST: PromiseKind.FORECAST}
_Scope = tuple[str, ...]


def find_figure_promises(material: Material, known_until: str | None) -> Iterator[Promise]:
    """Yield the targets and forecasts, each with what is told of the same measure and parties at that time or later.

    Only actual figures of the same unit settle one; growth and forecasts of the measure stand beside it. `known_until`
    is the last ISO day known: what was due before it is marked.
    """
    told: dict[_Scope, list[Measurement]] = {}
    for measured in sorted(_measured(material), key=lambda measured: witness_order(measured.witness)):
        told.setdefault((measured.topic, *measured.parties), []).append(measured)
    for scope in sorted(told):
        groups = _group(figure for figure in told[scope] if figure.status in _AHEAD)
        for group in groups:
            yield _to_promise(group, told[scope], groups, material, known_until)


def _measured(material: Material) -> Iterator[Measurement]:
    known = frozenset(measure.id for measure in material.lexicon.measures.measures)
    for article in material.articles.values():
        for measured in find_measurements(article, material.lexicon):
            if measured.topic and measured.status is not QuantityStatus.LIMIT and _can_be_held(measured, known):
                yield measured


def _can_be_held(measured: Measurement, known: frozenset[str]) -> bool:
    """A number of things expected (سيحضر 30 وزيرا) is no forecast that later figures could settle."""
    return measured.status is not QuantityStatus.FORECAST or measured.unit != "count" or measured.topic in known


def _group(ahead: Iterable[Measurement]) -> list[list[Measurement]]:
    """One group a promise: the same figure for the same period with the same status, whoever tells it."""
    groups: list[list[Measurement]] = []
    for measured in ahead:
        for group in groups:
            first = group[0]
            if measured.value == first.value and _is_alike(measured, first) and _is_one_period(measured, first):
                group.append(measured)
                break
        else:
            groups.append([measured])
    return groups


def _is_alike(one: Measurement, other: Measurement) -> bool:
    return (one.unit, one.movement, one.status) == (other.unit, other.movement, other.status)


def _is_one_period(one: Measurement, other: Measurement) -> bool:
    return one.period is None or other.period is None or one.period == other.period


def _to_promise(
    group: list[Measurement],
    figures: list[Measurement],
    groups: list[list[Measurement]],
    material: Material,
    known_until: str | None,
) -> Promise:
    aim = next((measured for measured in group if measured.period), group[0])
    witness = aim.witness
    article = material.articles[witness.article]
    falling = aim.movement is Movement.LEVEL and is_lowering(article, witness.span, material.lexicon)
    deadline = _find_deadline(aim)
    sequels = [
        sequel
        for figure in figures
        if figure not in group and (sequel := _to_sequel(aim, figure, deadline, falling)) is not None
    ]
    if not any(sequel.settles is PromiseState.REACHED for sequel in sequels):
        sequels += _find_successors(group, groups, deadline)
    return Promise(
        id=f"{witness.article}#{witness.fact}",
        kind=_AHEAD[aim.status],
        state=find_state(sequels),
        parties=aim.parties,
        by=find_voices(measured.witness for measured in group),
        when=group[0].when,
        deadline=deadline,
        is_due=deadline is not None and known_until is not None and deadline < known_until,
        witnesses=tuple(measured.witness for measured in group),
        sequels=tuple(sorted(sequels, key=lambda sequel: witness_order(sequel.witness))),
        subject=aim.measure or "",
        measured=aim,
        falling=falling,
    )


def find_state(sequels: Iterable[Sequel]) -> PromiseState:
    """Return the state that sequels lead to; where some say reached and others missed, it is contradicted."""
    settled = {sequel.settles for sequel in sequels}
    if {PromiseState.REACHED, PromiseState.MISSED} <= settled or PromiseState.CONTRADICTED in settled:
        return PromiseState.CONTRADICTED
    order = (PromiseState.REACHED, PromiseState.MISSED, PromiseState.SUPERSEDED)
    return next((state for state in order if state in settled), PromiseState.OPEN)


def _find_deadline(aim: Measurement) -> str | None:
    period = parse_interval(aim.period)
    return period[1] if period else None


def _to_sequel(aim: Measurement, figure: Measurement, deadline: str | None, falling: bool) -> Sequel | None:
    """What a figure told at the same time or later means for the aim; None for earlier ones and other aims."""
    if is_before(figure.when, aim.when) or figure.status is QuantityStatus.TARGET:
        return None
    is_same = (figure.unit, figure.movement, figure.status) == (aim.unit, aim.movement, QuantityStatus.ACTUAL)
    if not is_same:
        return Sequel(PromiseState.OPEN, figure.witness, measured=figure, when=figure.when)
    return Sequel(_judge(aim, figure, deadline, falling), figure.witness, measured=figure, when=figure.when)


def _judge(aim: Measurement, figure: Measurement, deadline: str | None, falling: bool) -> PromiseState:
    period = parse_interval(figure.period)
    last = period[1] if period else figure.when.earliest
    if _is_enough(aim, figure, falling):
        in_time = deadline is None or (last is not None and last <= deadline)
        return PromiseState.REACHED if in_time else PromiseState.OPEN
    is_final = deadline is not None and period is not None and period[1] == deadline
    is_over = is_final and (figure.when.latest is None or figure.when.latest > str(deadline))
    return PromiseState.MISSED if is_over and _falls_short(aim, figure, falling) else PromiseState.OPEN


def _is_enough(aim: Measurement, figure: Measurement, falling: bool) -> bool:
    """The figure is as large as what was aimed at, or as small where less is aimed at. `over 90` may be 100 or not."""
    if falling:
        at_most = figure.comparison is not Comparison.OVER
        return at_most and (figure.value <= aim.value or (_is_exact(figure) and may_agree(figure, aim)))
    at_least = figure.comparison is not Comparison.UNDER
    return at_least and (figure.value >= aim.value or (_is_exact(figure) and may_agree(figure, aim)))


def _falls_short(aim: Measurement, figure: Measurement, falling: bool) -> bool:
    open_end = Comparison.UNDER if falling else Comparison.OVER
    return figure.comparison is not open_end and not may_agree(figure, aim)


def _is_exact(figure: Measurement) -> bool:
    return figure.comparison in (Comparison.EXACT, Comparison.ABOUT)


def _find_successors(
    group: list[Measurement], groups: list[list[Measurement]], deadline: str | None
) -> Iterator[Sequel]:
    """A later aim of the same measure, set while the earlier still ran, with another value or a later day."""
    aim = group[0]
    for other in groups:
        later = other[0]
        if other is group or not _is_alike(later, aim) or not is_before(aim.when, later.when):
            continue
        running = deadline is None or (later.when.earliest or "") <= deadline
        end = _find_deadline(later)
        if running and (end is None or deadline is None or end >= deadline):
            yield Sequel(PromiseState.SUPERSEDED, later.witness, measured=later, when=later.when)
