"""CAMEO: every type and mode has a code, the way there and back keeps the type, bad tables are refused."""

from pathlib import Path

import pytest

from marsad.errors import LexiconError
from marsad.lexicon.cameo import load_cameo
from marsad.lexicon.plover import MODES, Quad, to_score
from marsad.model.plover import EventType

CAMEO = load_cameo()
KINDS = [(kind, None) for kind in EventType] + [(entry.type, entry.mode) for entry in MODES]
# Modes that CAMEO tells apart: the way there and back keeps them.
LOST = {
    "CONSULT/multilateral", "THREATEN/expel", "PROTEST/boycott", "PROTEST/vandalize", "SANCTION/withdraw",
    "MOBILIZE/weapons", "MOBILIZE/militia", "COERCE/censor", "COERCE/withhold", "COERCE/misinformation",
    "COERCE/cyber", "ASSAULT/primitive", "ASSAULT/drone",
}  # fmt: skip
DOCS = Path(__file__).parents[2] / "docs" / "cameo.md"


def test_all_codes_are_there() -> None:
    assert len(CAMEO.by_code) == 312
    assert {code.root for code in CAMEO.by_code.values()} == {f"{root:02}" for root in range(1, 21)}
    assert all(-10 <= code.goldstein <= 10 for code in CAMEO.by_code.values())


@pytest.mark.parametrize(("event_type", "mode"), KINDS)
def test_every_type_and_mode_has_a_code_of_its_type(event_type: EventType, mode: str | None) -> None:
    assert (event_type, mode) in CAMEO.by_kind
    code = CAMEO.find_code(event_type, mode)
    assert code.type is event_type
    assert code.mode == mode or mode is None or f"{event_type}/{mode}" in LOST
    assert code.goldstein * to_score(event_type, mode) >= 0 or event_type is EventType.REQUEST


def test_every_code_but_statements_becomes_a_type() -> None:
    assert {code.root for code in CAMEO.by_code.values() if code.type is None} == {"01"}


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("0233", (EventType.REQUEST, "assist")),
        ("0253", (EventType.REQUEST, "yield")),
        ("1056", (EventType.REQUEST, "yield")),
        ("0356", (EventType.CONCEDE, None)),
        ("055", (EventType.CONCEDE, None)),
        ("0814", (EventType.RETREAT, None)),
        ("115", (EventType.ACCUSE, "allege")),
        ("116", (EventType.SANCTION, "convict")),
        ("1712", (EventType.ASSAULT, "destroy")),
        ("192", (EventType.COERCE, "seize")),
    ],
)
def test_what_codes_become(code: str, kind: tuple[EventType, str | None]) -> None:
    entry = CAMEO.parse_code(code)
    assert entry is not None
    assert (entry.type, entry.mode) == kind


def test_hosts_change_sides() -> None:
    assert [code.code for code in CAMEO.by_code.values() if code.turned] == ["043"]


def test_classes_and_unknown_codes() -> None:
    quads = [CAMEO.by_code[code].quad for code in ("057", "0871", "138", "14")]
    assert quads == list(Quad)
    assert CAMEO.parse_code("999") is None


def test_the_page_shows_the_table() -> None:
    page = DOCS.read_text(encoding="utf-8")
    for event_type, mode in KINDS:
        code = CAMEO.find_code(event_type, mode)
        assert f"| {event_type} | {mode or ''} | {code.code} | {code.name} | {code.goldstein:g} |" in page


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("030\tx\tAGREE\t\t\tAGREE\tn", "'x' is no number"),
        ("030\t4\tAGREE\tvisit\t\tAGREE\tn", "'AGREE/visit' is no type and mode"),
        ("030\t4\tAGREE\t\t\tFEAST\tn", "'FEAST' is no type and mode"),
        ("030\t4\tAGREE\t\t\tAGREE\tn\n030\t4\tAGREE\t\t\t\tn", "030 is given twice"),
        ("030\t4\tAGREE\t\t\tAGREE\tn\n031\t4\tAGREE\t\t\tAGREE\tn", "has a code already"),
        ("030\t4\tAGREE\t\t\tAGREE\tn", "no code stands for"),
    ],
)
def test_bad_tables_are_refused(tmp_path: Path, row: str, message: str) -> None:
    path = tmp_path / "cameo.tsv"
    path.write_text(f"code\tgoldstein\ttype\tmode\tturned\tstands_for\tname\n{row}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=message):
        load_cameo(path)
