"""What the record says of a collection, compared with what is true of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import combinations

import msgspec

from marsad.evaluate.score import Fault, Tally
from marsad.evaluate.truth import Place, Told, TrueDispute, TruePromise, Truth
from marsad.model import Reading
from marsad.model.copies import Copy
from marsad.model.dispute import Dispute, DisputeKind
from marsad.model.promise import Promise
from marsad.model.relation import Happening, Witness

Pair = tuple[str, str]


class Link(StrEnum):
    """What is measured across articles, in the order it is printed."""

    COPIES = "copies"
    DIRECTION = "copies, direction"
    STORIES = "stories (B-cubed)"
    READ = "happenings read"
    HAPPENINGS = "happenings (pairs)"
    DISPUTES = "contradictions"
    PROMISES = "promises"


class Finding(msgspec.Struct, frozen=True):
    """One difference, as words for people."""

    link: Link
    fault: Fault
    fact: str


class Recorded(msgspec.Struct, frozen=True):
    """What the record holds. `stories` gives the group of each article."""

    readings: Mapping[str, Reading]
    copies: tuple[Copy, ...]
    stories: Mapping[str, str]
    happenings: tuple[Happening, ...]
    disputes: tuple[Dispute, ...]
    promises: tuple[Promise, ...]


class Measured(msgspec.Struct, frozen=True):
    """The tally of each link and the differences behind it. For B-cubed the tally holds sums of shares as thousandths,
    for direction what was got are the pairs found whose source is known."""

    tallies: Mapping[Link, Tally]
    findings: tuple[Finding, ...]


def measure_record(truth: Truth, recorded: Recorded) -> Measured:
    """Compare the record with the truth."""
    findings: list[Finding] = []
    copies, direction = _measure_copies(truth, recorded.copies, findings)
    read, happenings = _measure_happenings(truth, recorded, findings)
    tallies = {
        Link.COPIES: copies,
        Link.DIRECTION: direction,
        Link.STORIES: measure_clusters(truth.stories, recorded.stories),
        Link.READ: read,
        Link.HAPPENINGS: happenings,
        Link.DISPUTES: _measure_disputes(truth.disputes, recorded.disputes, findings),
        Link.PROMISES: _measure_promises(truth.promises, recorded.promises, findings),
    }
    findings += _find_story_faults(truth.stories, recorded.stories)
    return Measured(tallies, tuple(findings))


def measure_clusters(gold: Mapping[str, str], got: Mapping[str, str]) -> Tally:
    """Return B-cubed precision and recall (Bagga and Baldwin 1998) of the items of gold, as a tally in thousandths.

    An item without a group is alone.
    """
    groups = {item: got.get(item, f"alone {item}") for item in gold}
    precision, recall = _mean_purity(gold, groups), _mean_purity(groups, gold)
    # A tally with these ratios: right / got = precision, right / gold = recall.
    right = 1000.0
    return Tally(round(right), round(right / recall) if recall else 0, round(right / precision) if precision else 0)


def _mean_purity(gold: Mapping[str, str], groups: Mapping[str, str]) -> float:
    members = defaultdict(list)
    for item, group in groups.items():
        members[group].append(item)
    shares = (sum(gold[other] == gold[item] for other in members[groups[item]]) / len(members[groups[item]])
              for item in gold)  # fmt: skip
    return sum(shares) / len(gold) if gold else 0.0


def _measure_copies(truth: Truth, copies: Iterable[Copy], findings: list[Finding]) -> tuple[Tally, Tally]:
    gold = {_pair(copy.one, copy.other): copy for copy in truth.copies}
    unjudged = {_pair(*pair) for pair in truth.unjudged}
    got = {pair: copy for copy in copies if (pair := _pair(copy.source, copy.copy)) not in unjudged}
    for pair in sorted(gold.keys() - got.keys()):
        findings.append(Finding(Link.COPIES, Fault.MISSED, f"{pair[0]} {pair[1]} {gold[pair].kind}"))
    for pair in sorted(got.keys() - gold.keys()):
        findings.append(Finding(Link.COPIES, Fault.EXTRA, f"{pair[0]} {pair[1]} {got[pair].kind}"))
    known = sorted(pair for pair in gold.keys() & got.keys() if gold[pair].source)
    wrong = [pair for pair in known if got[pair].source != gold[pair].source]
    for pair in wrong:
        reason = f"{got[pair].source} → {got[pair].copy}: {got[pair].direction}"
        findings.append(Finding(Link.DIRECTION, Fault.WRONG, reason))
    return (
        Tally(len(gold.keys() & got.keys()), len(gold), len(got)),
        Tally(len(known) - len(wrong), len(known), len(known)),
    )


def _find_story_faults(gold: Mapping[str, str], got: Mapping[str, str]) -> Iterator[Finding]:
    """Yield the stories that fell apart, and groups that hold several."""
    for link, ours, theirs in ((Fault.MISSED, gold, got), (Fault.EXTRA, got, gold)):
        members = defaultdict(set)
        for item in gold:
            members[ours.get(item, item)].add(theirs.get(item, item))
        for name, parts in sorted(members.items()):
            if len(parts) > 1:
                yield Finding(Link.STORIES, link, f"{name}: {' '.join(sorted(parts))}")


def _measure_happenings(truth: Truth, recorded: Recorded, findings: list[Finding]) -> tuple[Tally, Tally]:
    group_of = {(version.article, version.fact): h.id for h in recorded.happenings for version in h.witnesses}
    groups = {told: _find_groups(told, recorded.readings, group_of) for told in truth.happenings}
    read = [told for told, found in groups.items() if found]
    for told in truth.happenings:
        if not groups[told]:
            findings.append(Finding(Link.READ, Fault.MISSED, f"{told.happening} {told.sentence.article}"))
    right = gold = got = 0
    for one, other in combinations(read, 2):
        if one.words.article == other.words.article:
            continue
        is_true, is_linked = one.happening == other.happening, bool(groups[one] & groups[other])
        right, gold, got = right + (is_true and is_linked), gold + is_true, got + is_linked
        if is_true != is_linked:
            fault = Fault.MISSED if is_true else Fault.EXTRA
            names = " ".join(f"{told.happening} {told.words.article}" for told in (one, other))
            findings.append(Finding(Link.HAPPENINGS, fault, names))
    return Tally(len(read), len(truth.happenings), len(truth.happenings)), Tally(right, gold, got)


def _find_groups(told: Told, readings: Mapping[str, Reading], group_of: Mapping[Pair, str]) -> frozenset[str]:
    """The happenings of the events that the reader found at the words, else of those in their sentence."""
    reading = readings.get(told.words.article)
    for place in (told.words, told.sentence) if reading else ():
        found = {
            group_of[told.words.article, event.id]
            for event in reading.events  # type: ignore[union-attr]
            if (told.words.article, event.id) in group_of
            and any(place.meets(span.start, span.end) for span in (event.trigger, *event.mentions))
        }
        if found:
            return frozenset(found)
    return frozenset()


def _measure_disputes(gold: Sequence[TrueDispute], got: Sequence[Dispute], findings: list[Finding]) -> Tally:
    pairs = [(true, found) for true in gold for found in got if _is_dispute(true, found)]
    matched, right = {id(true) for true, _ in pairs}, {id(found) for _, found in pairs}
    for true in gold:
        if id(true) not in matched:
            sides = " / ".join(side[0].article for side in (true.one, true.other) if side)
            findings.append(Finding(Link.DISPUTES, Fault.MISSED, f"{true.kind} {sides}"))
    for found in got:
        if id(found) not in right:
            words = " / ".join(f"{p.witnesses[0].article} {p.words}" for p in found.positions)
            findings.append(Finding(Link.DISPUTES, Fault.EXTRA, f"{found.kind} {words}"))
    # Precision counts what was found, recall what was planted: one may be found twice.
    return _to_tally(len(matched), len(gold), len(right), len(got))


def _is_dispute(true: TrueDispute, found: Dispute) -> bool:
    denials = (DisputeKind.DENIAL, DisputeKind.ACCUSATION)
    if found.kind is not true.kind and not (found.kind in denials and true.kind in denials):
        return False
    sides = [
        {side for side, places in enumerate((true.one, true.other)) if _are_told(places, position.witnesses)}
        for position in found.positions
    ]
    return any(0 in one and 1 in other for n, one in enumerate(sides) for m, other in enumerate(sides) if n != m)


def _measure_promises(gold: Sequence[TruePromise], got: Sequence[Promise], findings: list[Finding]) -> Tally:
    right = 0
    for true in gold:
        found = [promise for promise in got if _are_told(true.made, promise.witnesses)]
        if any(_is_matched(true, promise) for promise in found):
            right += 1
        else:
            seen = ", ".join(f"{promise.kind} {promise.state}" for promise in found) or "not found"
            findings.append(Finding(Link.PROMISES, Fault.WRONG, f"{true.id}: {true.kind} {true.state}, but {seen}"))
    return Tally(right, len(gold), len(gold))


def _is_matched(true: TruePromise, promise: Promise) -> bool:
    if promise.state is not true.state:
        return False
    later = {place.article for place in true.later}
    return not later or any(sequel.witness.article in later for sequel in promise.sequels)


def _are_told(places: Iterable[Place], witnesses: Iterable[Witness]) -> bool:
    told = list(witnesses)
    return any(
        place.article == witness.article
        and any(place.meets(span.start, span.end) for span in (witness.span, witness.passage_span))
        for place in places
        for witness in told
    )


def _to_tally(matched: int, gold: int, right: int, got: int) -> Tally:
    """A tally with recall `matched` / `gold` and precision `right` / `got`."""
    return Tally(matched, gold, round(got * matched / right) if right else got)


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
