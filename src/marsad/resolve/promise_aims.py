"""What an announcement aims at, and which happenings keep it, break it or take its place."""

from datetime import date, timedelta

import msgspec

from marsad.model import EventType, Name
from marsad.model.promise import PromiseState, Sequel
from marsad.model.relation import Dating, Happening, Stance, Version, When
from marsad.resolve.material import Material

# A visit may come some days before or after the time announced, and one without a day within a season.
_GRACE = 10
_SEASON = 120


class Aim(msgspec.Struct, frozen=True):
    """What is announced: between which sides (codes), for whom (names), when, and what kind of deed.

    `told` is the ISO day of the report, the earliest it may be; `due` None where no day to come is given. `articles`
    are those that announce it, `rules` the frames that tell the deed, `kept_by` the
    type of deed that keeps it where that is another type.
    """

    sides: frozenset[str]
    people: frozenset[Name]
    told: str | None
    due: When | None
    is_meeting: bool
    articles: frozenset[str]
    rules: frozenset[str] = frozenset()
    kept_by: EventType | None = None


def find_sequels(aim: Aim, own: str | None, material: Material) -> list[Sequel]:
    """Return what happenings other than `own` (an id) mean for an aim; a deed done outweighs a new announcement."""
    found: list[Sequel] = []
    for other in material.happenings:
        if other.id == own or not _is_kin(aim, other):
            continue
        for version in other.witnesses:
            settles = _judge(version, aim) if version.article not in aim.articles else None
            if settles is not None:
                found.append(Sequel(settles, version, happening=other.id, when=version.when))
                break
    kept = [sequel for sequel in found if sequel.settles is not PromiseState.SUPERSEDED]
    return kept or found


def _is_kin(aim: Aim, other: Happening) -> bool:
    """A meeting, not by phone, or a deed of the same frame (what is to come has another type in PLOVER) of the same
    sides, where nobody is known to have been replaced by somebody else."""
    rules, sides = {version.rule for version in other.witnesses}, {*other.actors, *other.recipients}
    if aim.kept_by is not None and other.type is aim.kept_by:
        return aim.sides <= sides
    if not (aim.is_meeting and other.is_meeting and other.mode != "phone") and not (rules & aim.rules):
        return False
    if aim.sides != sides:
        return False
    people = {who.name for who in other.participants}
    return not people or not aim.people or bool(people & aim.people)


def _judge(version: Version, aim: Aim) -> PromiseState | None:
    if version.stance is Stance.ASSERTS:
        return PromiseState.REACHED if _is_at_time(version.when, aim) else None
    published = version.published
    if published is None or aim.told is None or published <= aim.told:
        return None
    if version.stance is Stance.DENIES:
        return PromiseState.MISSED if _is_at_time(When(None, published, published, Dating.PUBLISHED), aim) else None
    if version.stance is Stance.ANNOUNCES and aim.due is not None and version.when.dating is Dating.STATED:
        is_later = (version.when.earliest or "") > (aim.due.latest or "9999")
        return PromiseState.SUPERSEDED if is_later and _is_at_time(version.when, aim, _SEASON) else None
    return None


def _is_at_time(when: When, aim: Aim, grace: int = _GRACE) -> bool:
    """Whether a day lies at the time announced; without one, within a season of the announcement."""
    if when.earliest is None or when.latest is None:
        return False
    if aim.due is None:
        return aim.told is not None and when.latest >= aim.told and when.earliest <= _shift(aim.told, _SEASON)
    if aim.due.earliest is None or aim.due.latest is None:
        return False
    return when.latest >= _shift(aim.due.earliest, -_GRACE) and when.earliest <= _shift(aim.due.latest, grace)


def _shift(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days)).isoformat()
