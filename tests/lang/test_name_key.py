"""Whether two spellings are of one name: measured on labelled pairs, and on all names of the lexicon."""

from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.lexicon.load import Lexicon, load_lexicon
from marsad.lexicon.name_key import Grade, are_same_name, to_sound
from marsad.lexicon.tables import load_table

PAIRS = Path(__file__).parent / "data" / "name_pairs.tsv"
COLUMNS = ("same", "grade", "a", "b")
JOINED = (Grade.STRONG, Grade.MEDIUM)
LEAST_PAIRS, LEAST_PRECISION, LEAST_RECALL = 300, 0.98, 0.95
NAMES = ("فلاديمير بوتين", "شي جين بينغ", "محمد بن سلمان", "عبد الله غل", "أورسولا فون دير لاين", "كيم", "لي هوي", "")


def load_pairs() -> list[dict[str, str]]:
    return [row for _, row in load_table(PAIRS, COLUMNS)]


@cache
def ends_of(name: str) -> frozenset[str]:
    words = name.split()
    return frozenset(to_sound((word,))[:2] for word in (words[0], words[-1]))


def test_pairs_are_many_and_graded() -> None:
    pairs = load_pairs()
    allowed = {"strong": {"yes"}, "medium": {"yes"}, "weak": {"open", "no"}, "none": {"no"}}
    assert len(pairs) >= LEAST_PAIRS
    assert [row for row in pairs if row["same"] not in allowed[row["grade"]]] == []
    assert len({frozenset((row["a"], row["b"])) for row in pairs}) == len(pairs)


def test_precision_and_recall(lexicon: Lexicon) -> None:
    """Strong and medium are joined: hardly ever two people, and most spellings of one."""
    right = wrong = missed = graded = 0
    pairs = load_pairs()
    for row in pairs:
        grade = are_same_name(row["a"], row["b"], lexicon.spelling).grade
        joined, same = grade in JOINED, row["same"] == "yes"
        right += joined and same
        wrong += joined and not same
        missed += same and not joined
        graded += grade == row["grade"] or (row["same"] == "no" and not joined)
    precision, recall = right / (right + wrong), right / (right + missed)
    print(
        f"\n{len(pairs)} pairs: precision {precision:.3f}, recall {recall:.3f}, graded right {graded / len(pairs):.3f}"
    )
    assert precision >= LEAST_PRECISION
    assert recall >= LEAST_RECALL


def test_strong_pairs_are_strong(lexicon: Lexicon) -> None:
    strong = [row for row in load_pairs() if row["grade"] == "strong"]
    found = sum(are_same_name(row["a"], row["b"], lexicon.spelling).grade is Grade.STRONG for row in strong)
    assert found / len(strong) >= LEAST_RECALL


def test_no_two_people_of_one_country_are_joined(lexicon: Lexicon) -> None:
    """Full names of two people are never strong or medium; only names alike at an end are tried."""
    by_country: dict[str | None, list[tuple[str, str]]] = {}
    for person in lexicon.people:
        by_country.setdefault(person.country, []).extend((person.id, name) for name in person.names if " " in name)
    joined, count = [], 0
    for names in by_country.values():
        for (one, a), (other, b) in combinations(names, 2):
            if one == other or not ends_of(a) & ends_of(b):
                continue
            count += 1
            if are_same_name(a, b, lexicon.spelling).grade in JOINED:
                joined.append((a, b))
    print(f"\n{count} pairs of two people, joined: {len(joined)}")
    assert joined == []


@pytest.mark.parametrize(
    ("a", "b", "grade"),
    [
        ("بوتين", "وبوتين", Grade.STRONG),
        ("شي جين بينغ", "شي جينبينغ", Grade.STRONG),
        ("شي جين بينغ", "شي جين بينج", Grade.MEDIUM),
        ("شي جين بينغ", "شي جين بين", Grade.WEAK),
        ("محمد بن سلمان", "محمد بن نايف", Grade.NONE),
        ("", "بوتين", Grade.NONE),
    ],
)
def test_grades(lexicon: Lexicon, a: str, b: str, grade: Grade) -> None:
    assert are_same_name(a, b, lexicon.spelling).grade is grade


@given(st.sampled_from(NAMES) | st.text("ابتجغوينس ", max_size=20), st.sampled_from(NAMES))
def test_order_does_not_matter(a: str, b: str) -> None:
    spelling = load_lexicon().spelling
    assert are_same_name(a, b, spelling) == are_same_name(b, a, spelling)
    assert 0.0 <= are_same_name(a, b, spelling).score <= 1.0
    if a.strip():
        assert are_same_name(a, a, spelling).grade is Grade.STRONG
