"""A reading made from gold measures as right; each kind of fault is counted and named."""

from pathlib import Path

import msgspec
import pytest
from made_readings import KNOWN_DAY, TEXT, make_reading
from msgspec.structs import replace

from marsad.errors import GoldError
from marsad.evaluate.compare import overlap, to_key, to_unit
from marsad.evaluate.gold import Annotation, GoldDay, GoldEntity, load_gold, parse_gold, to_annotation
from marsad.evaluate.measures import measure
from marsad.evaluate.score import Case, Fault, Layer, Tally
from marsad.model import Block, BlockKind, EntityKind, Reading, Span

SAMPLE_GOLD = Path(__file__).parents[2] / "src" / "marsad" / "sample" / "gold"


@pytest.fixture
def reading() -> Reading:
    """A made reading whose first line is furniture; its event has no date but a time."""
    made = make_reading("a", "outlet", KNOWN_DAY, dated=False)
    title, body = made.blocks
    return replace(made, blocks=(Block(title.start, title.end, BlockKind.TAGS), body))


@pytest.fixture
def gold(reading: Reading) -> Annotation:
    """The form of gold of the reading, with a person by name."""
    form = to_annotation(reading)
    return replace(form, entities=(*form.entities, GoldEntity("e2", EntityKind.PERSON, "JOR", ("سامي نور",))))


def test_a_reading_becomes_the_form_of_gold(reading: Reading) -> None:
    got = to_annotation(reading)
    assert {entity.id: entity.forms for entity in got.entities} == {
        "e0": ("أردنية", "الأردن"),
        "e1": ("عراقية", "العراقي", "العراق", "العراق"),
    }
    assert [event.actors for event in got.events] == [("IRQ", "JOR"), ("JOR",)]
    assert [event.date for event in got.events] == ["2023-05-07", None]
    assert got.noise_spans == (Span(reading.blocks[0].start, reading.blocks[0].end),)
    assert got.statements[0].speaker_text == "الوزير الأردني"


def test_all_right(gold: Annotation) -> None:
    score = measure([Case(TEXT, gold, gold)])
    for layer, tally in score.tallies.items():
        empty = layer in (Layer.ORGANIZATION, Layer.PLACE, Layer.VIA)
        assert (tally.f1, tally.gold > 0) == ((0.0, False) if empty else (1.0, True)), layer
    assert score.misses == ()


def test_each_fault_is_named(gold: Annotation) -> None:
    got = replace(
        gold,
        published=GoldDay("2023-05-09", None, None),
        times=(replace(gold.times[0], value="2023-05-14"),),
        entities=(*gold.entities[:2], replace(gold.entities[2], country="IRQ")),
        statements=(replace(gold.statements[0], speaker="e1"),),
        events=(replace(gold.events[0], actors=("JOR",), recipients=("IRQ",), date=None), gold.events[1]),
        quantities=gold.quantities[1:],
    )
    gold = replace(gold, statements=(replace(gold.statements[0], speaker="e0"),))
    named = [(miss.layer, miss.fault) for miss in measure([Case(TEXT, gold, got)]).misses]
    assert named == [
        (Layer.PUBLISHED, Fault.WRONG),
        (Layer.AFFILIATION, Fault.WRONG),
        (Layer.TIME_VALUE, Fault.WRONG),
        (Layer.QUANTITY, Fault.MISSED),
        (Layer.SPEAKER, Fault.WRONG),
        (Layer.EVENT_STRICT, Fault.WRONG),
        (Layer.EVENT_DATE, Fault.WRONG),
    ]


def test_an_unknown_day_must_stay_unknown_or_within_bounds(gold: Annotation) -> None:
    def right(earliest: str | None, latest: str | None) -> int:
        open_day = replace(gold, published=GoldDay(None, earliest, latest))
        return measure([Case(TEXT, open_day, gold)]).tallies[Layer.PUBLISHED].right

    assert [right("2023-05-01", None), right(None, "2023-05-01"), right(None, None)] == [1, 0, 0]


def test_figures_of_a_tally() -> None:
    assert (Tally(1, 2, 4).precision, Tally(1, 2, 4).recall) == (0.25, 0.5)
    assert (Tally(0, 0, 0).f1, Tally(2, 2, 2).f1) == (0.0, 1.0)


def test_keys_and_overlaps() -> None:
    assert to_key("وبالرباط الجديدة") == "رباط الجديده"
    assert to_key("") == ""
    assert overlap("زيارة الوزير", "زياره الوزير اليوم") == (1.0, 2 / 3)


@pytest.mark.parametrize(
    ("name", "unit"),
    [("USD", "USD"), ("pp", "%"), ("rank", "rank"), ("tonnes", "t"), ("soldiers", "count"), (None, "count")],
)
def test_units(name: str | None, unit: str) -> None:
    assert to_unit(name) == unit


def test_the_gold_of_the_sample_loads() -> None:
    assert len(load_gold(SAMPLE_GOLD)) >= 15


def test_bad_gold_is_told_with_file_and_field(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with pytest.raises(GoldError, match=r"a\.json: .*published"):
        parse_gold(b'{"id": "a", "published": 3}', path)
    with pytest.raises(GoldError, match="no gold annotation"):
        load_gold(tmp_path)
    with pytest.raises(GoldError, match="no such folder"):
        load_gold(tmp_path / "none")


def test_an_entity_id_given_twice_is_told(gold: Annotation) -> None:
    content = msgspec.json.encode(replace(gold, entities=(gold.entities[0], gold.entities[0])))
    with pytest.raises(GoldError, match="id 'e0' is given twice"):
        parse_gold(content, Path("a.json"))


def test_one_article_annotated_in_two_files_is_told(gold: Annotation, tmp_path: Path) -> None:
    for name in ("a.json", "b.json"):
        (tmp_path / name).write_bytes(msgspec.json.encode(gold))
    with pytest.raises(GoldError, match=r"b\.json: id 'a' stands in another file"):
        load_gold(tmp_path)
