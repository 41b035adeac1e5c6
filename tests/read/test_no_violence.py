"""Figures of speech, sport, weather and the like tell no violence, protest or repression."""

import pytest
from reading_aloud import read_table

from marsad.lexicon.load import load_lexicon
from marsad.model import EventType, Page, PageKind
from marsad.pipeline import read_page

FORCE = {EventType.ASSAULT, EventType.PROTEST, EventType.COERCE}
ROWS = tuple(read_table("no_violence.tsv"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["field"])
def test_no_force_is_told(row: dict[str, str]) -> None:
    reading = read_page(Page("sentence", "sentence", PageKind.TEXT, row["text"].encode()), load_lexicon())
    assert [(event.rule, event.trigger.of(reading.text)) for event in reading.events if event.type in FORCE] == []


def test_there_are_enough_of_them() -> None:
    assert len({row["text"] for row in ROWS}) == len(ROWS) >= 300
