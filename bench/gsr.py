"""Measure ASSAULT and PROTEST on independent Arabic event gold, with each sentence alone as input.

Reads `spans.jsonl` (sentences that hold an event, with actors) and `detection.jsonl` (sentences labelled yes, easy no
or difficult no) of the Arabic event records of openeventdata, from the folder given or `../shared/gold/gsr`; where that
is absent it says so and stops.

The records give a side the country that its own words name ("the Pakistani army"), else none ("None": gunmen, police,
demonstrators). A side for which they have none says nothing about its country and cannot be missed; how often we have
none there either is printed too, as "same sides": we give people of a place the country of the place, the records do
not.
"yes" means that the sentence asserts the event as news; sentences that tell violence in the background are "no". So a
sentence is detected by its main events (`main_event.py`); detection by any event is printed beside it.
Usage: python bench/gsr.py [FOLDER] [--wrong]
"""

import json
import sys
from pathlib import Path
from typing import Any

from main_event import find_main_events

from marsad.lexicon.load import Lexicon, load_lexicon
from marsad.model import Event, EventStatus, Page, PageKind, Reading
from marsad.pipeline import read_page

FOLDER = Path(__file__).parents[2] / "shared" / "gold" / "gsr"
TYPES = ("ASSAULT", "PROTEST")
NO = ("easy no", "difficult no")


def load_rows(path: Path) -> list[dict[str, Any]]:
    """Load the records of a file with one JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def to_page(text: str) -> Page:
    """Make one sentence a page of its own."""
    return Page("sentence", "sentence", PageKind.TEXT, text.encode())


def events_of(reading: Reading, kind: str) -> list[Event]:
    """Return the events of a type that are told as having happened."""
    return [e for e in reading.events if e.type.value == kind and e.status is not EventStatus.NEGATED]


def country_of(role: Any) -> str | None:
    """Return the country of a role, None where it has none; some records give the code bare."""
    code = role.get("main") if isinstance(role, dict) else role
    return None if code in (None, "", "None", "UNKNOWN") else str(code)


def has_parties(reading: Reading, event: Event, span: dict[str, Any], *, strict: bool) -> bool:
    """Tell whether an event has the countries that a record names; `strict`: and none where the record has none."""
    countries = {entity.id: entity.country or entity.code for entity in reading.entities}
    for role, parties in (("source_role", event.actors), ("target_role", event.recipients)):
        wanted = country_of(span[role])
        got = {countries[party] for party in parties} - {None}
        if (wanted is not None and wanted not in got) or (strict and wanted is None and got):
            return False
    return True


def print_classes(rows: list[dict[str, Any]], lexicon: Lexicon, *, wrong: bool) -> None:
    """Print for each type how many sentences give an event of it, and how many one with both countries right."""
    for kind in TYPES:
        mine = [row for row in rows if row["event_type"] == kind]
        right = both = same = 0
        for row in mine:
            reading = read_page(to_page(row["text"]), lexicon)
            pairs = [(event, span) for event in events_of(reading, kind) for span in row["spans"]]
            right += bool(pairs)
            both += any(has_parties(reading, event, span, strict=False) for event, span in pairs)
            same += any(has_parties(reading, event, span, strict=True) for event, span in pairs)
            if wrong and not pairs:
                print("  no", kind, "in:", row["text"])
        shares = f"right class {right / len(mine):.3f}  both countries {both / len(mine):.3f}"
        print(f"{kind:8} {shares}  same sides {same / len(mine):.3f}  of {len(mine)}")


def print_detection(rows: list[dict[str, Any]], lexicon: Lexicon) -> None:
    """Print precision, recall and F1 of telling sentences labelled yes from those labelled no."""
    for kind in TYPES:
        main: list[tuple[bool, bool]] = []
        any_event: list[tuple[bool, bool]] = []
        for row in rows:
            if row["event_type"] != kind or row["label"] not in ("yes", *NO):
                continue
            page = to_page(row["text"])
            reading = read_page(page, lexicon)
            asserted = any(event.type.value == kind for event in find_main_events(page, reading, lexicon))
            main.append((row["label"] == "yes", asserted))
            any_event.append((row["label"] == "yes", bool(events_of(reading, kind))))
        print(f"{kind:8} detection by main events {to_scores(main)}; by any event {to_scores(any_event)}")


def to_scores(found: list[tuple[bool, bool]]) -> str:
    """Return precision, recall and F1 of pairs of gold and got."""
    hits = sum(gold and got for gold, got in found)
    gold_count, got_count = sum(gold for gold, _ in found), sum(got for _, got in found)
    score = 2 * hits / max(1, gold_count + got_count)
    return f"P {hits / max(1, got_count):.3f} R {hits / max(1, gold_count):.3f} F1 {score:.3f}"


def main() -> None:
    """Print all figures."""
    given = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    folder = Path(given[0]) if given else FOLDER
    if not folder.is_dir():
        print(f"no event gold at {folder}: nothing to measure")
        return
    lexicon = load_lexicon()
    print_classes(load_rows(folder / "spans.jsonl"), lexicon, wrong="--wrong" in sys.argv)
    print_detection(load_rows(folder / "detection.jsonl"), lexicon)


if __name__ == "__main__":
    main()
