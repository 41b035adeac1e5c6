"""Events as rows of source, target and CAMEO code."""

from typing import Any

import pytest

from marsad.store import Store, Table, find_rows
from marsad.store.cameo import COLUMNS, to_dyads


def _event(event_type: str, actors: list[str], recipients: list[str], mode: str | None = None) -> dict[str, Any]:
    return dict.fromkeys(COLUMNS) | {"type": event_type, "mode": mode, "actors": actors, "recipients": recipients}


@pytest.mark.parametrize(
    ("actors", "recipients", "pairs"),
    [
        (["JOR"], ["IRQ"], [("JOR", "IRQ")]),
        (["JOR", "EGY"], ["IRQ"], [("JOR", "IRQ"), ("EGY", "IRQ")]),
        (["JOR", "IRQ"], [], [("JOR", "IRQ"), ("IRQ", "JOR")]),
        (["JOR"], [], [("JOR", None)]),
        ([], ["IRQ"], [(None, "IRQ")]),
    ],
)
def test_pairs(actors: list[str], recipients: list[str], pairs: list[tuple[str, str]]) -> None:
    rows = list(to_dyads(_event("CONSULT", actors, recipients)))
    assert [(row["source"], row["target"]) for row in rows] == pairs


def test_a_row_holds_code_root_value_and_class() -> None:
    (row,) = to_dyads(_event("RETREAT", ["JOR"], [], "ceasefire"))
    assert (row["cameo"], row["root"], row["goldstein"], row["quad_class"]) == ("0871", "08", 9.0, 2)
    assert tuple(row) == COLUMNS


def test_rows_of_a_database(store: Store) -> None:
    rows = list(find_rows(store.connection, Table.CAMEO))
    assert [(r["article"], r["source"], r["target"], r["cameo"]) for r in rows[:2]] == [
        ("one", "JOR", "IRQ", "040"),
        ("one", "IRQ", "JOR", "040"),
    ]
    assert rows[0]["words"] == "التقى"
