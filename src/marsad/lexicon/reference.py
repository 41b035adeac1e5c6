"""Words that tell what a name or a noun refers to: `data/reference.toml`."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from marsad.errors import LexiconError
from marsad.lang.fold import fold
from marsad.lexicon.tables import load_toml


class _Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    meaning: str
    ar: tuple[str, ...]
    example: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    group: tuple[_Group, ...]


@dataclass(frozen=True, eq=False)
class Reference:
    """The groups of the file, words folded; the file says what each means. Verbs are lemmas, unfolded."""

    place_before: frozenset[str]
    going_verb: frozenset[str]
    going_noun: frozenset[str]
    visiting_verb: frozenset[str]
    witnessing_verb: frozenset[str]
    direction: frozenset[str]
    both: frozenset[str]
    both_owned: frozenset[str]
    both_sides: frozenset[str]
    both_leaders: frozenset[str]
    own_country: frozenset[str]
    counterpart: frozenset[str]
    role_link: frozenset[str]
    name_joiner: frozenset[str]
    regnal: frozenset[str]
    clause_boundary: frozenset[str]
    pause: frozenset[str]
    contrast: frozenset[str]
    condition: frozenset[str]
    condition_noun: frozenset[str]
    case_noun: frozenset[str]
    obliging_verb: frozenset[str]
    asking_verb: frozenset[str]
    denying_verb: frozenset[str]
    agreeing_verb: frozenset[str]
    failing_verb: frozenset[str]
    failed_noun: frozenset[str]
    announcing_verb: frozenset[str]
    completion_noun: frozenset[str]
    unmet_noun: frozenset[str]
    sought_noun: frozenset[str]
    ahead_noun: frozenset[str]
    done_noun: frozenset[str]
    planned_adjective: frozenset[str]
    possible_adjective: frozenset[str]
    negating_noun: frozenset[str]
    any_of: frozenset[str]
    circumstance: frozenset[str]
    until_since: frozenset[str]
    sequence: frozenset[str]
    had: frozenset[str]
    at_once: frozenset[str]
    during: frozenset[str]
    next_day: frozenset[str]
    taking_office: frozenset[str]
    first_ever: frozenset[str]
    up_to: frozenset[str]
    eve: frozenset[str]
    sooner: frozenset[str]
    counted_from: frozenset[str]
    judged_by: frozenset[str]
    by_then: frozenset[str]
    venue: frozenset[str]
    when: frozenset[str]
    held: frozenset[str]
    venue_before: frozenset[str]
    at_place: frozenset[str]
    relative: frozenset[str]
    in_name_of: frozenset[str]
    named_after: frozenset[str]
    site_before: frozenset[str]
    facility: frozenset[str]
    settlement: frozenset[str]
    outlet_common: frozenset[str]
    intending_verb: frozenset[str]
    force_noun: frozenset[str]
    part_noun: frozenset[str]
    agency: frozenset[str]
    holding_verb: frozenset[str]
    held_by: frozenset[str]
    belonging: frozenset[str]
    where: frozenset[str]
    opposing: frozenset[str]
    siding: frozenset[str]
    able_noun: frozenset[str]
    carrying_verb: frozenset[str]
    commenting_verb: frozenset[str]
    self_doing_verb: frozenset[str]
    self_doing_noun: frozenset[str]
    deciding_noun: frozenset[str]
    decision_noun: frozenset[str]
    delegation_noun: frozenset[str]
    ending_verb: frozenset[str]
    ending_noun: frozenset[str]
    discussing_verb: frozenset[str]
    abroad: frozenset[str]
    striking_verb: frozenset[str]
    assembled: frozenset[str]
    others: frozenset[str]
    insider: frozenset[str]
    body_noun: frozenset[str]
    group_noun: frozenset[str]
    act_noun: frozenset[str]
    uttered_noun: frozenset[str]


def load_reference(path: Path) -> Reference:
    """Read the groups. Raises LexiconError where one is missing or unknown."""
    found = {group.id.replace("-", "_"): group for group in load_toml(path, _File).group}
    wanted = set(Reference.__dataclass_fields__)
    for wrong in sorted(set(found) ^ wanted):
        raise LexiconError(
            f"a group {wrong!r} is {'missing' if wrong in wanted else 'not known'}", path=path, field="id"
        )
    return Reference(
        **{
            name: frozenset(group.ar) if name.endswith("_verb") else frozenset(map(fold, group.ar))
            for name, group in found.items()
        }
    )
