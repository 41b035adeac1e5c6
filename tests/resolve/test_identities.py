"""Who is who: spellings of one name meet, namesakes and the ambiguous stay apart."""

import pytest

from marsad.lexicon.load import Lexicon
from marsad.model import Entity, EntityKind, Name, Role, Span
from marsad.resolve.identities import group_designations
from marsad.resolve.identity import to_designation, to_known_id


def _person(name: str | None, country: str | None, *offices: str, wikidata: str | None = None) -> Entity:
    roles = tuple(Role(Name(None, office), country, Span(0, 1)) for office in offices)
    return Entity("e0", EntityKind.PERSON, Name(name, None), country, None, wikidata, roles, "role")


def _group(lexicon: Lexicon, *people: Entity) -> list[str]:
    designations = [found for person in people if (found := to_designation(person)) is not None]
    grouped = group_designations(designations, {}, {}, lexicon.spelling)
    return [grouped[designation.key][0] for designation in designations]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_person("رامونا غلوفيتش", "HRV", "energy minister"), _person("رامونا جلوفيتش", "HRV", "energy minister")),
        (_person("رامونا غلوفيتش", "HRV", "energy minister"), _person("رامونا غلوفيتش", "HRV")),
    ],
)
def test_one_person(one: Entity, other: Entity, lexicon: Lexicon) -> None:
    assert len(set(_group(lexicon, one, other))) == 1
    assert _group(lexicon, one, other) == _group(lexicon, other, one)[::-1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_person("سالم الحربي", "SAU", "ambassador"), _person("سالم الحربي", "KWT", "ambassador")),
        (_person("سالم الحربي", "SAU", "ambassador"), _person("سالم الحربي", "SAU", "mayor")),
        (_person("سالم", "SAU"), _person("سالم", "SAU")),
    ],
)
def test_namesakes(one: Entity, other: Entity, lexicon: Lexicon) -> None:
    first, second = _group(lexicon, one, other)
    assert first != second or to_designation(one) == to_designation(other)


def test_who_fits_two_stays_apart_from_both(lexicon: Lexicon) -> None:
    offices = [_person("سالم الحربي", "SAU", office) for office in ("ambassador", "mayor")]
    assert len(set(_group(lexicon, *offices, _person("سالم الحربي", "SAU")))) == 3


def test_known_ids_last() -> None:
    assert to_known_id(_person("فلان", "EGY", wikidata="Q5")) == "Q5"
    known = to_designation(_person("فلان", "EGY", "mayor", wikidata="Q5"))
    assert known is not None
    assert (known.key, known.offices) == ("Q5", ())
    assert to_designation(_person(None, "EGY", "mayor")) is None


def test_persons_decide(lexicon: Lexicon) -> None:
    people = [_person("سالم الحربي", "SAU", office) for office in ("ambassador", "mayor")]
    designations = [found for person in people if (found := to_designation(person)) is not None]
    first, second = sorted(designation.key for designation in designations)
    grouped = group_designations(designations, {(first, second): 7}, {}, lexicon.spelling)
    assert {identity for identity, _ in grouped.values()} == {first}
    assert grouped[second][1].reason == "decision 7"
