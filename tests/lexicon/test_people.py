"""People and tenures: one string one person, every tenure hangs together, mistakes are named with their line."""

import unicodedata
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

import marsad.lexicon.people as people_module
from marsad.errors import LexiconError
from marsad.lexicon.countries import load_countries
from marsad.lexicon.offices import load_offices
from marsad.lexicon.organizations import load_organizations
from marsad.lexicon.people import Person, Tenure, load_people, load_tenures

DATA = Path(people_module.__file__).parent / "data"
PEOPLE_COLUMNS = "id\tgender\tcountry\tname_en\tname\n"
TENURE_COLUMNS = "person\toffice\tcountry\tbody\tfrom\tuntil\tsource\n"

# Held by one person at a time; a handover day may be shared.
SINGLE = (
    "president",
    "king",
    "chancellor",
    "prime-minister",
    "supreme-leader",
    "pope",
    "foreign-minister",
    "defence-minister",
    "secretary-general",
)


@pytest.fixture(scope="module")
def people() -> dict[str, Person]:
    return {person.id: person for person in load_people(DATA / "people.tsv")}


@pytest.fixture(scope="module")
def tenures() -> tuple[Tenure, ...]:
    return load_tenures(DATA / "tenures.tsv")


def fold_spelling(text: str) -> str:
    """The spelling classes that matching unifies, stated here anew so that the table is tested alone."""
    bare = "".join(char for char in unicodedata.normalize("NFC", text) if not unicodedata.combining(char))
    return bare.translate(str.maketrans("أإآىةؤئ", "اااي" + "هوي"))


def test_breadth(people: dict[str, Person], tenures: tuple[Tenure, ...]) -> None:
    assert len(people) >= 1800
    assert len(tenures) >= 1800
    assert len({tenure.country for tenure in tenures} - {None}) >= 120


def test_no_name_is_shared_or_only_respelt(people: dict[str, Person]) -> None:
    owners: defaultdict[str, list[str]] = defaultdict(list)
    for person in people.values():
        for name in person.names:
            owners[fold_spelling(name)].append(person.id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_names_are_plain(people: dict[str, Person]) -> None:
    for person in people.values():
        for name in person.names:
            assert name == " ".join(name.split()), name
            assert all("\u0621" <= char <= "\u064a" or char in " -" for char in name), name


def test_english_names_are_unique(people: dict[str, Person]) -> None:
    assert len({person.name_en for person in people.values()}) == len(people)


def test_countries_are_known(people: dict[str, Person], tenures: tuple[Tenure, ...]) -> None:
    codes = {country.code for country in load_countries(DATA / "countries.tsv")}
    assert {person.country for person in people.values()} - {None} <= codes
    assert {tenure.country for tenure in tenures} - {None} <= codes


def test_tenures_name_known_people_and_offices(people: dict[str, Person], tenures: tuple[Tenure, ...]) -> None:
    offices = {office.id for office in load_offices(DATA / "offices.toml")}
    assert {tenure.person for tenure in tenures} <= set(people)
    assert {tenure.office for tenure in tenures} <= offices


def test_tenures_belong_to_a_country_or_a_body(tenures: tuple[Tenure, ...]) -> None:
    for tenure in tenures:
        assert tenure.country or tenure.body, tenure


def test_bodies_are_known_organizations(tenures: tuple[Tenure, ...]) -> None:
    organizations = {organization.id for organization in load_organizations(DATA / "organizations.tsv")}
    assert {tenure.body for tenure in tenures} - {None} <= organizations


def test_no_tenure_is_repeated(tenures: tuple[Tenure, ...]) -> None:
    keys = [(tenure.person, tenure.office, tenure.country, tenure.body, tenure.start) for tenure in tenures]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("office", SINGLE)
def test_one_holder_at_a_time(tenures: tuple[Tenure, ...], office: str) -> None:
    held: defaultdict[tuple[str | None, str | None], list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        if tenure.office == office and tenure.start:
            held[tenure.country, tenure.body].append(tenure)
    for holders in held.values():
        holders.sort(key=lambda tenure: tenure.start or "")
        for earlier, later in pairwise(holders):
            assert earlier.end, (earlier, later)
            assert later.start, (earlier, later)
            shared = min(len(earlier.end), len(later.start))
            assert earlier.end[:shared] <= later.start[:shared], (earlier, later)


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ("Bad Id\tm\tEGY\tX\tس", "id"),
        ("x\tboth\tEGY\tX\tس", "gender"),
        ("x\tm\tEgypt\tX\tس", "country"),
        ("x\tm\tEGY\t\tس", "name_en"),
        ("x\tm\tEGY\tX\tس\nx\tm\tEGY\tX\tص", "id"),
    ],
)
def test_broken_person_is_named(tmp_path: Path, row: str, field: str) -> None:
    path = tmp_path / "people.tsv"
    path.write_text(PEOPLE_COLUMNS + row + "\n", encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        load_people(path)
    assert path.name in str(caught.value)
    assert field in str(caught.value)


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ("x\tpresident\tEGY\t\t2011-13\t\ts", "from"),
        ("x\tpresident\tEGY\t\t2011\t2010\ts", "until"),
        ("x\tpresident\tEg\t\t2011\t\ts", "country"),
        ("x\tpresident\tEGY\t\t2011\t\t", "source"),
        ("x\tThe President\tEGY\t\t2011\t\ts", "office"),
    ],
)
def test_broken_tenure_is_named(tmp_path: Path, row: str, field: str) -> None:
    path = tmp_path / "tenures.tsv"
    path.write_text(TENURE_COLUMNS + row + "\n", encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        load_tenures(path)
    assert path.name in str(caught.value)
    assert field in str(caught.value)


def test_further_spellings_join_their_person(tmp_path: Path) -> None:
    path = tmp_path / "people.tsv"
    path.write_text(PEOPLE_COLUMNS + "x\tf\tEGY\tX Y\tسلمى ياسين\nx\t\t\t\tسلمى\n", encoding="utf-8")
    (person,) = load_people(path)
    assert person.names == ("سلمى ياسين", "سلمى")
    assert person.name_ar == "سلمى ياسين"


def test_an_end_that_gives_less_than_the_start_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "tenures.tsv"
    path.write_text(TENURE_COLUMNS + "x\tpresident\tEGY\t\t2011-05\t2011\ts\n", encoding="utf-8")
    (tenure,) = load_tenures(path)
    assert (tenure.start, tenure.end) == ("2011-05", "2011")
