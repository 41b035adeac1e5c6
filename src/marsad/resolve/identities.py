"""Identities: which designations mean one. People of one name but another country or office stay apart; so does a
designation that fits two of them."""

from collections.abc import Iterable, Mapping

from marsad.lexicon.name_key import Grade, NameMatch, are_same_name
from marsad.lexicon.spelling import Spelling
from marsad.model.record import Designation
from marsad.model.relation import Link

_ALONE = Link(1.0, "the only one of this name")
_KNOWN = Link(1.0, "known by this id")
_AMBIGUOUS = Link(0.5, "fits several of this name: kept apart")
_SURE = (Grade.STRONG, Grade.MEDIUM)
Pair = tuple[str, str]


def group_designations(
    designations: Iterable[Designation], same: Mapping[Pair, int], apart: Mapping[Pair, int], spelling: Spelling
) -> dict[str, tuple[str, Link]]:
    """Return the identity of each designation by its key, with the reason.

    An identity is called by the first of its keys, a known id before others. `same` and `apart` are what persons
    decided (pairs of keys in sorted order, with the number of the decision). The order of the designations does not
    matter.
    """
    groups: list[dict[str, Link]] = []
    by_key = {designation.key: designation for designation in designations}
    for key in sorted(by_key, key=lambda key: (not by_key[key].is_known, *_vagueness(by_key[key]), key)):
        designation = by_key[key]
        decided = [(group, same[_pair(key, other)]) for group in groups for other in group if _pair(key, other) in same]
        if decided:
            decided[0][0][key] = Link(1.0, f"decision {decided[0][1]}")
            continue
        fitting = [] if designation.is_known else _find_fitting(designation, groups, by_key, apart, spelling)
        if len(fitting) == 1:
            group, match = fitting[0]
            group[key] = Link(match.score, match.reason)
        else:
            groups.append({key: _KNOWN if designation.is_known else _AMBIGUOUS if fitting else _ALONE})
    return {key: (next(iter(group)), link) for group in groups for key, link in group.items()}


def _vagueness(designation: Designation) -> tuple[bool, bool]:
    """Who is named with office and country comes first, so that the vaguer can be held against all of them."""
    return not designation.offices, designation.country is None


def _find_fitting(
    designation: Designation,
    groups: list[dict[str, Link]],
    by_key: Mapping[str, Designation],
    apart: Mapping[Pair, int],
    spelling: Spelling,
) -> list[tuple[dict[str, Link], NameMatch]]:
    found = []
    for group in groups:
        matches = [_match(designation, by_key[other], spelling) for other in group]
        parted = any(_pair(designation.key, other) in apart for other in group)
        if not parted and all(matches):
            best = max((match for match in matches if match is not None), key=lambda match: match.score)
            found.append((group, best))
    return found


def _match(one: Designation, other: Designation, spelling: Spelling) -> NameMatch | None:
    """How two names agree; None where they are of two people or may be."""
    if one.block != other.block or (one.country and other.country and one.country != other.country):
        return None
    shares_office = bool({*one.offices} & {*other.offices})
    if one.offices and other.offices and not shares_office:
        return None
    ours, theirs = one.name.ar or one.name.en or "", other.name.ar or other.name.en or ""
    match = are_same_name(ours, theirs, spelling)
    if match.grade not in _SURE:
        return None
    if len(ours.split()) == 1 and not (shares_office and one.country == other.country):
        return None
    return match


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
