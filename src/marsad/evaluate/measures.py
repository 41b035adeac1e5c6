"""Precision, recall and F1 for each layer of the reading over a set of articles, with every miss named."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from marsad.evaluate.causes import (
    Cause,
    Events,
    why_course_differs,
    why_misdated,
    why_no_entity,
    why_no_quantity,
    why_no_statement,
    why_no_time,
    why_other_speaker,
    why_other_value,
)
from marsad.evaluate.compare import (
    broad_kind,
    find_noise,
    is_same_relay,
    is_same_speaker,
    pair_up,
    rate_dated_times,
    rate_entities,
    rate_events,
    rate_quantities,
    rate_statements,
    rate_times,
    to_places,
)
from marsad.evaluate.gold import GoldDay, GoldEntity, GoldEvent, GoldQuantity, GoldStatement
from marsad.evaluate.score import Case, Fault, Layer, Miss, Score, Tally
from marsad.model import EntityKind

Causes = tuple[Cause, ...]
Fact = TypeVar("Fact")


def measure(cases: Iterable[Case]) -> Score:
    """Measure all layers over all cases; every layer has its tally, an empty one where nothing was counted."""
    tallies = dict.fromkeys(Layer, Tally())
    misses: list[Miss] = []
    for case in cases:
        for measure_layer in _MEASURES:
            score = measure_layer(case)
            misses.extend(score.misses)
            for layer, tally in score.tallies.items():
                tallies[layer] += tally
    return Score(tallies, tuple(misses))


def _miss(case: Case, layer: Layer, fault: Fault, fact: str, causes: Causes = ()) -> Miss:
    return Miss(layer, case.gold.id, fault, fact.strip(), causes)


def _is_right_day(gold: GoldDay, got: GoldDay) -> bool:
    """Where gold has no day, no day is right, and one within its bounds."""
    if gold.value or got.value is None:
        return gold.value == got.value
    after = not gold.earliest or got.value >= gold.earliest
    before = not gold.latest or got.value <= gold.latest
    return after and before and bool(gold.earliest or gold.latest)


def _show_day(day: GoldDay) -> str:
    return day.value or f"{day.earliest or '…'} to {day.latest or '…'}"


def _measure_published(case: Case) -> Score:
    gold, got = case.gold.published, case.got.published
    right = _is_right_day(gold, got)
    told = f"{_show_day(gold)}, read as {_show_day(got)}"
    misses = () if right else (_miss(case, Layer.PUBLISHED, Fault.WRONG, told),)
    return Score({Layer.PUBLISHED: Tally(int(right), 1, 1)}, misses)


def _measure_noise(case: Case) -> Score:
    gold, got = (to_places(find_noise(side, case.text)) for side in (case.gold, case.got))
    return Score({Layer.NOISE: Tally(len(gold & got), len(gold), len(got))})


_ENTITY_LAYERS = {
    EntityKind.PERSON: Layer.PERSON,
    EntityKind.COUNTRY: Layer.COUNTRY,
    EntityKind.ORGANIZATION: Layer.ORGANIZATION,
    EntityKind.PLACE: Layer.PLACE,
}


def _show_entity(entity: GoldEntity) -> str:
    return "، ".join(dict.fromkeys(entity.forms))


def _measure_entities(case: Case) -> Score:
    tallies: defaultdict[Layer, Tally] = defaultdict(Tally)
    misses: list[Miss] = []
    for kind, layer in _ENTITY_LAYERS.items():
        gold = [entity for entity in case.gold.entities if broad_kind(entity.kind) is kind]
        got = [entity for entity in case.got.entities if broad_kind(entity.kind) is kind]
        pairs = pair_up(gold, got, rate_entities)
        tallies[layer] += Tally(len(pairs), len(gold), len(got))
        tallies[Layer.ENTITY] += Tally(len(pairs), len(gold), len(got))
        whys = (lambda e: why_no_entity(e, case.got)), (lambda e: why_no_entity(e, case.gold))
        misses += _unpaired(case, layer, pairs, gold, got, _show_entity, *whys)
        if kind in (EntityKind.PERSON, EntityKind.ORGANIZATION):
            wrong = [(gold[i], got[j]) for i, j in pairs if gold[i].country != got[j].country]
            tallies[Layer.AFFILIATION] += Tally(len(pairs) - len(wrong), len(pairs), len(pairs))
            misses += [
                _miss(case, Layer.AFFILIATION, Fault.WRONG, f"{_show_entity(a)} {a.country}, read as {b.country}")
                for a, b in wrong
            ]
    return Score(tallies, tuple(misses))


def _unpaired(
    case: Case,
    layer: Layer,
    pairs: tuple[tuple[int, int], ...],
    gold: Sequence[Fact],
    got: Sequence[Fact],
    show: Callable[[Fact], str],
    why_missed: Callable[[Fact], Causes],
    why_extra: Callable[[Fact], Causes],
) -> list[Miss]:
    """Name the facts of both sides that no pair holds, and why."""
    ours, theirs = {i for i, _ in pairs}, {j for _, j in pairs}
    missed = [fact for i, fact in enumerate(gold) if i not in ours]
    extra = [fact for j, fact in enumerate(got) if j not in theirs]
    return [
        *(_miss(case, layer, Fault.MISSED, show(fact), why_missed(fact)) for fact in missed),
        *(_miss(case, layer, Fault.EXTRA, show(fact), why_extra(fact)) for fact in extra),
    ]


def _measure_times(case: Case) -> Score:
    gold, got = case.gold.times, case.got.times
    found = pair_up(gold, got, rate_times)
    dated = pair_up(gold, got, rate_dated_times)
    whys = (lambda time: why_no_time(time, got)), (lambda time: why_no_time(time, gold))
    misses = _unpaired(case, Layer.TIME_FOUND, found, gold, got, lambda time: time.text, *whys)
    right = {i for i, _ in dated}
    misses += [
        _miss(
            case,
            Layer.TIME_VALUE,
            Fault.WRONG,
            f"{gold[i].text} {gold[i].value}, read as {got[j].value}",
            why_other_value(got[j]),
        )
        for i, j in found
        if i not in right
    ]
    return Score(
        {
            Layer.TIME_FOUND: Tally(len(found), len(gold), len(got)),
            Layer.TIME_VALUE: Tally(len(dated), len(gold), len(got)),
        },
        tuple(misses),
    )


def _show_quantity(quantity: GoldQuantity) -> str:
    return f"{quantity.text} = {quantity.value} {quantity.unit}"


def _measure_quantities(case: Case) -> Score:
    gold, got = case.gold.quantities, case.got.quantities
    pairs = pair_up(gold, got, rate_quantities)
    whys = (lambda q: why_no_quantity(q, got)), (lambda q: why_no_quantity(q, gold))
    misses = _unpaired(case, Layer.QUANTITY, pairs, gold, got, _show_quantity, *whys)
    return Score({Layer.QUANTITY: Tally(len(pairs), len(gold), len(got))}, tuple(misses))


def _show_statement(statement: GoldStatement) -> str:
    return f"{statement.speaker or statement.speaker_text} · {statement.cue} · {statement.content[:70]}"


def _measure_statements(case: Case) -> Score:
    gold, got = case.gold.statements, case.got.statements
    pairs = pair_up(gold, got, rate_statements)
    wrong = [(i, j) for i, j in pairs if not is_same_speaker(gold[i], got[j], case.gold, case.got)]
    whys = (lambda s: why_no_statement(s, got)), (lambda s: why_no_statement(s, gold))
    misses = _unpaired(case, Layer.CONTENT, pairs, gold, got, _show_statement, *whys)
    misses += [
        _miss(
            case,
            Layer.SPEAKER,
            Fault.WRONG,
            f"{gold[i].speaker}, read as {got[j].speaker_text or got[j].speaker} · {gold[i].cue}",
            why_other_speaker(got[j]),
        )
        for i, j in wrong
    ]
    relayed = [(gold[i], got[j]) for i, j in pairs if gold[i].via]
    misrelayed = [(a, b) for a, b in relayed if not is_same_relay(a, b, case.gold, case.got)]
    misses += [_miss(case, Layer.VIA, Fault.WRONG, f"{a.via}, read as {b.via} · {a.cue}") for a, b in misrelayed]
    return Score(
        {
            Layer.CONTENT: Tally(len(pairs), len(gold), len(got)),
            Layer.SPEAKER: Tally(len(pairs) - len(wrong), len(gold), len(got)),
            Layer.VIA: Tally(len(relayed) - len(misrelayed), len(relayed), len(relayed)),
        },
        tuple(misses),
    )


def _show_event(event: GoldEvent) -> str:
    sides = f"{'+'.join(event.actors) or '?'} → {'+'.join(event.recipients) or '–'}"
    return f"{event.type} {sides} {event.status} · {event.trigger}"


def _measure_events(case: Case) -> Score:
    gold, got = case.gold.events, case.got.events
    pairs = pair_up(gold, got, rate_events)
    differing = [(gold[i], got[j], causes) for i, j in pairs if (causes := why_course_differs(gold[i], got[j]))]
    dated = [(gold[i], got[j]) for i, j in pairs if gold[i].date]
    misdated = [(a, b) for a, b in dated if a.date != b.date]
    roles = [{(event.type, party) for event in side for party in event.parties} for side in (gold, got)]
    events = Events(gold, got, pairs, case.known)
    misses = _unpaired(case, Layer.EVENT, pairs, gold, got, _show_event, events.why_missed, events.why_extra)
    misses += [
        _miss(case, Layer.EVENT_STRICT, Fault.WRONG, f"{_show_event(a)} read as {_show_event(b)}", causes)
        for a, b, causes in differing
    ]
    misses += [
        _miss(case, Layer.EVENT_DATE, Fault.WRONG, f"{_show_event(a)} {a.date}, read as {b.date}", why_misdated(b))
        for a, b in misdated
    ]
    return Score(
        {
            Layer.EVENT: Tally(len(pairs), len(gold), len(got)),
            Layer.EVENT_STRICT: Tally(len(pairs) - len(differing), len(gold), len(got)),
            Layer.EVENT_DATE: Tally(len(dated) - len(misdated), len(dated), len(dated)),
            Layer.EVENT_PARTY: Tally(len(roles[0] & roles[1]), len(roles[0]), len(roles[1])),
        },
        tuple(misses),
    )


_MEASURES: tuple[Callable[[Case], Score], ...] = (
    _measure_published,
    _measure_noise,
    _measure_entities,
    _measure_times,
    _measure_quantities,
    _measure_statements,
    _measure_events,
)
