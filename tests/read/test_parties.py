"""Parties: who does what to whom in our own sentences. The share that is right is printed and must not fall."""

import pytest
from reading_aloud import read_table

from marsad.lexicon.load import load_lexicon
from marsad.model import Page, PageKind, Reading
from marsad.pipeline import read_page

LEXICON = load_lexicon()
ROWS = tuple(read_table("parties.tsv"))
FLOOR = 0.95  # share of rows whose event has the right parties on the right side


def read(text: str) -> Reading:
    return read_page(Page("sentence", "sentence", PageKind.TEXT, text.encode()), LEXICON)


def tell(kind: str, actors: list[str], recipients: list[str]) -> str:
    return f"{kind} {'+'.join(sorted(actors))}>{'+'.join(sorted(recipients))}"


def events_of(text: str) -> set[str]:
    reading = read(text)
    codes = {entity.id: entity.code or entity.country or entity.id for entity in reading.entities}
    return {tell(e.type, [codes[p] for p in e.actors], [codes[p] for p in e.recipients]) for e in reading.events}


def meant(event: str) -> str:
    kind, _, sides = event.partition(" ")
    actors, _, recipients = sides.partition(">")
    return tell(kind, actors.split("+"), recipients.split("+") if recipients else [])


def test_the_parties_of_our_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    faults = [
        (row["construction"], row["event"], sorted(told), row["text"])
        for row in ROWS
        if meant(row["event"]) not in (told := events_of(row["text"]))
    ]
    share = 1 - len(faults) / len(ROWS)
    with capsys.disabled():
        print(f"\nparties: {share:.3f} of {len(ROWS)} right")
    assert share >= FLOOR, "\n".join(map(str, faults))


def test_a_deed_that_is_only_charged_is_no_event() -> None:
    told = events_of("اتهم الرئيس الأوكراني روسيا بقصف محطة القطار.")
    assert told == {"ACCUSE UKR>RUS"}


def test_who_calls_and_names_nobody_calls_on_those_called_on_before() -> None:
    told = events_of("دعا الاتحاد الأوروبي أرمينيا وأذربيجان إلى التهدئة كما دعت جورجيا إلى الحوار.")
    assert told == {"REQUEST EU>ARM+AZE", "REQUEST GEO>ARM+AZE"}


def test_whom_nobody_knows_is_not_replaced_by_somebody_named() -> None:
    assert events_of("وتتهم البحرين جهات عدة بتلقي الدعم من إيران.") <= {"ACCUSE BHR>"}


def test_a_council_meets_alone() -> None:
    assert events_of("يجتمع مجلس الأمن الدولي اليوم لبحث الوضع في هايتي.") == {"CONSULT UN>"}


def test_what_is_owned_and_has_an_adjective_is_no_verb() -> None:
    told = events_of("وأكد وزير الخارجية الكويتي وقوف بلاده وتضامنها الكامل مع المغرب.")
    assert told == {"SUPPORT KWT>MAR"}


def test_what_follows_a_masdar_and_its_doer_is_told_of_that() -> None:
    assert events_of("وافق البرلمان المجري على انضمام فنلندا لحلف شمال الأطلسي.") == {"AGREE HUN>FIN"}
