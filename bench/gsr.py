"""Measure ASSAULT and PROTEST on independent Arabic event gold, with each sentence alone as input.

Reads `spans.jsonl` (sentences that hold an event, with actors) and `detection.jsonl` (sentences labelled yes, easy no
or difficult no) of the Arabic event records of openeventdata, from the folder given or `../shared/gold/gsr`; where that
is absent it says so and stops. The labels are noisy: many sentences labelled "no" tell violence in the background.
Usage: python bench/gsr.py [FOLDER] [--wrong]
"""

import json
import sys
from pathlib import Path
from typing import Any

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


def read_sentence(text: str, lexicon: Lexicon) -> Reading:
    """Read one sentence as an article of its own."""
    return read_page(Page("sentence", "sentence", PageKind.TEXT, text.encode()), lexicon)


def events_of(reading: Reading, kind: str) -> list[Event]:
    """Return the events of a type that are told as having happened."""
    return [e for e in reading.events if e.type.value == kind and e.status is not EventStatus.NEGATED]


def country_of(role: Any) -> str | None:
    """Return the code of a role; some records give it bare."""
    return (role.get("main") if isinstance(role, dict) else role) or None


def has_parties(reading: Reading, event: Event, span: dict[str, Any]) -> bool:
    """Tell whether an event has the countries of the source and of the target that a record gives."""
    countries = {entity.id: entity.country or entity.code for entity in reading.entities}
    wanted = [(country_of(span["source_role"]), event.actors), (country_of(span["target_role"]), event.recipients)]
    return all(not code or code in {countries[party] for party in parties} for code, parties in wanted)


def print_classes(rows: list[dict[str, Any]], lexicon: Lexicon, *, wrong: bool) -> None:
    """Print for each type how many sentences give an event of it, and how many one with both countries right."""
    for kind in TYPES:
        mine = [row for row in rows if row["event_type"] == kind]
        right = both = 0
        for row in mine:
            reading = read_sentence(row["text"], lexicon)
            events = events_of(reading, kind)
            right += bool(events)
            both += any(has_parties(reading, event, span) for event in events for span in row["spans"])
            if wrong and not events:
                print("  no", kind, "in:", row["text"])
        print(f"{kind:8} right class {right / len(mine):.3f}  both countries {both / len(mine):.3f}  of {len(mine)}")


def print_detection(rows: list[dict[str, Any]], lexicon: Lexicon) -> None:
    """Print precision, recall and F1 of telling sentences labelled yes from those labelled no."""
    for kind in TYPES:
        mine = [row for row in rows if row["event_type"] == kind and row["label"] in ("yes", *NO)]
        found = [(row["label"] == "yes", bool(events_of(read_sentence(row["text"], lexicon), kind))) for row in mine]
        hits = sum(gold and got for gold, got in found)
        gold_count, got_count = sum(gold for gold, _ in found), sum(got for _, got in found)
        precision, recall = hits / max(1, got_count), hits / max(1, gold_count)
        score = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{kind:8} detection P {precision:.3f} R {recall:.3f} F1 {score:.3f}  yes {gold_count} of {len(mine)}")


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
