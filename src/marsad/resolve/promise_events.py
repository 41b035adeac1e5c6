"""Events announced, joined with what later articles tell of them, and deeds pledged in words."""

from collections.abc import Iterator
from datetime import date, timedelta

from marsad.lexicon.cues import Attitude
from marsad.model import EventType, Span, Statement
from marsad.model.promise import Promise, PromiseKind, PromiseState, Sequel
from marsad.model.relation import Dating, Happening, Stance, Version, When
from marsad.resolve.indexed import Indexed
from marsad.resolve.intervals import to_report_day
from marsad.resolve.material import Material
from marsad.resolve.positions import find_voices, witness_order
from marsad.resolve.promise_figures import find_state

# A visit may come some days before or after the time announced, and one without a day within a season.
_GRACE = 10
_SEASON = 120
# What can be kept when its day has come; anything else announced is a plan like many.
_KEPT = frozenset({EventType.AGREE, EventType.COOPERATE, EventType.AID, EventType.RETREAT, EventType.CONCEDE})
_SETTLES = {Stance.ASSERTS: PromiseState.REACHED, Stance.DENIES: PromiseState.MISSED}


def find_event_promises(material: Material, known_until: str | None) -> Iterator[Promise]:
    """Yield the happenings that some article announces, with those who tell later that they took place or did not.

    An announcement that was not merged with what followed is joined with a meeting or deed of the same kind and sides,
    and of the same people where both name any, at the time announced. A new announcement takes the place of one that
    was not kept.
    """
    for happening in material.happenings:
        announced = [version for version in happening.witnesses if version.stance is Stance.ANNOUNCES]
        if announced and (happening.is_meeting or (happening.type in _KEPT and any(map(_is_ahead, announced)))):
            yield _to_promise(happening, announced, material, known_until)


def find_pledges(material: Material, known_until: str | None) -> Iterator[Promise]:
    """Yield what speakers pledge in words without a figure."""
    promising = {cue.id for cue in material.lexicon.cues.cue if cue.attitude is Attitude.PROMISE}
    for article in material.articles.values():
        for statement in article.reading.statements:
            if statement.rule in promising and statement.content and article.is_voice(statement):
                yield _to_pledge(article, statement, known_until)


def _to_promise(happening: Happening, announced: list[Version], material: Material, known_until: str | None) -> Promise:
    first = min(announced, key=witness_order)
    due = next((version.when for version in announced if _is_ahead(version)), None)
    sequels = [
        Sequel(_SETTLES[version.stance], version, happening=happening.id, when=version.when)
        for version in happening.witnesses
        if version.stance in _SETTLES and not _is_earlier(version, first)
    ]
    if not sequels:
        sequels = _find_sequels(happening, first, due, material)
    deadline = due.latest if due else None
    return Promise(
        id=f"{first.article}#{first.fact}",
        kind=PromiseKind.EVENT,
        state=find_state(sequels),
        parties=tuple(sorted({*happening.actors, *happening.recipients})),
        by=find_voices(announced),
        when=to_day(first),
        deadline=deadline,
        is_due=deadline is not None and known_until is not None and deadline < known_until,
        witnesses=tuple(announced),
        sequels=tuple(sorted(sequels, key=lambda sequel: witness_order(sequel.witness))),
        subject=first.words,
        type=EventType.CONSULT if happening.is_meeting else happening.type,
        mode=happening.mode,
        happening=happening.id,
    )


def _is_ahead(version: Version) -> bool:
    """Its words give a day that was still to come when it was reported."""
    told = version.published or version.earliest or ""
    return version.when.dating is Dating.STATED and (version.when.latest or "") > told


def to_day(version: Version) -> When:
    """Return the day of a version's report."""
    earliest, latest = version.published or version.earliest, version.published or version.latest
    return When(None, earliest, latest, Dating.PUBLISHED if earliest or latest else Dating.UNKNOWN)


def _find_sequels(happening: Happening, first: Version, due: When | None, material: Material) -> list[Sequel]:
    """What other happenings mean for an announcement; a meeting held outweighs a new announcement."""
    found: list[Sequel] = []
    for other in material.happenings:
        if other.id == happening.id or not _is_kin(happening, other):
            continue
        for version in other.witnesses:
            settles = _judge(version, first, due)
            if settles is not None:
                found.append(Sequel(settles, version, happening=other.id, when=version.when))
                break
    kept = [sequel for sequel in found if sequel.settles is not PromiseState.SUPERSEDED]
    return kept or found


def _is_kin(one: Happening, other: Happening) -> bool:
    """Two meetings of the same sides, or two deeds of one frame (what is to come has another type in PLOVER), where
    nobody is known to have been replaced by somebody else."""
    rules, others = ({version.rule for version in line.witnesses} for line in (one, other))
    if not (one.is_meeting and other.is_meeting) and not (rules & others):
        return False
    if {*one.actors, *one.recipients} != {*other.actors, *other.recipients} or "phone" in (one.mode, other.mode):
        return False
    people, rest = ({who.name for who in line.participants} for line in (one, other))
    return not people or not rest or bool(people & rest)


def _judge(version: Version, first: Version, due: When | None) -> PromiseState | None:
    if version.stance is Stance.ASSERTS:
        return PromiseState.REACHED if _is_at_time(version.when, first, due) else None
    if _is_earlier(version, first) or version.published == first.published:
        return None
    if version.stance is Stance.DENIES:
        return PromiseState.MISSED if _is_at_time(to_day(version), first, due) else None
    if version.stance is Stance.ANNOUNCES and due is not None and version.when.dating is Dating.STATED:
        is_later = (version.when.earliest or "") > (due.latest or "9999")
        return PromiseState.SUPERSEDED if is_later and _is_at_time(version.when, first, due, _SEASON) else None
    return None


def _is_at_time(when: When, first: Version, due: When | None, grace: int = _GRACE) -> bool:
    """Whether a day lies at the time announced; without one, within a season of the announcement."""
    if due is None:
        start = first.published or first.earliest
        return start is not None and _overlaps(when, start, _shift(start, _SEASON))
    if due.earliest is None or due.latest is None:
        return False
    return _overlaps(when, _shift(due.earliest, -_GRACE), _shift(due.latest, grace))


def _overlaps(when: When, start: str, end: str) -> bool:
    if when.earliest is None or when.latest is None:
        return False
    return when.earliest <= end and start <= when.latest


def _shift(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def _is_earlier(one: Version, other: Version) -> bool:
    return one.published is not None and other.published is not None and one.published < other.published


def _to_pledge(article: Indexed, statement: Statement, known_until: str | None) -> Promise:
    whole = Span(statement.content[0].start, statement.content[-1].end)
    speaker = article.speaker(statement)
    witness = article.witness(statement.id, whole, statement.rule, speaker, article.names(statement.via))
    named = article.parties_in((*statement.content, article.passage(whole)))
    return Promise(
        id=f"{witness.article}#{witness.fact}",
        kind=PromiseKind.PLEDGE,
        state=PromiseState.OPEN,
        parties=tuple(sorted(named | ({speaker.party} if speaker and speaker.party else set()))),
        by=(speaker,) if speaker else (),
        when=to_report_day(article.reading.article.published),
        deadline=None,
        is_due=False,
        witnesses=(witness,),
        sequels=(),
        subject=witness.words,
    )
