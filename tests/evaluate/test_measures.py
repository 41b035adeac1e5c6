"""A reading made from gold measures as right; each kind of fault is counted and named."""

from pathlib import Path

import msgspec
import pytest

from marsad.errors import GoldError
from marsad.evaluate.compare import overlap, to_key, to_unit
from marsad.evaluate.gold import Annotation, GoldDay, load_gold, parse_gold, to_annotation
from marsad.evaluate.measures import Case, Fault, Layer, Tally, measure
from marsad.model import (
    ArticleFacts,
    Block,
    BlockKind,
    Comparison,
    Entity,
    EntityKind,
    Event,
    EventStatus,
    EventType,
    Mention,
    MentionKind,
    Name,
    Published,
    Quantity,
    QuantityStatus,
    Reading,
    Span,
    Statement,
    StatementKind,
    Time,
    TimeType,
)

SAMPLE_GOLD = Path(__file__).parents[2] / "src" / "marsad" / "sample" / "gold"
TEXT = 'اقرأ أيضا\nقال الوزير سامي نور إن بلاده تنتقد قرار تونس أمس. وتابع: "نريد 5 ملايين دولار".'


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def reading() -> Reading:
    """One article with one fact of each kind, in which gold and reading agree."""
    name, home, tunis = span("سامي نور"), span("بلاده"), span("تونس")
    day, sum_, quote = span("أمس"), span("5 ملايين دولار"), span("نريد 5 ملايين دولار")
    unknown = Name(None, None)
    return Reading(
        article=ArticleFacts(
            "a", "a.txt", "0", None, (), None, None, "ar", span("قال الوزير"), Published("2020-01-02")
        ),
        text=TEXT,
        blocks=(Block(0, 9, BlockKind.RELATED), Block(10, len(TEXT), BlockKind.BODY)),
        sentences=(),
        entities=(
            Entity("e0", EntityKind.PERSON, unknown, "MAR", None, None, (), "test"),
            Entity("e1", EntityKind.COUNTRY, unknown, "MAR", None, None, (), "test"),
            Entity("e2", EntityKind.COUNTRY, unknown, "TUN", None, None, (), "test"),
        ),
        mentions=(
            Mention("e0", name.start, name.end, MentionKind.NAME),
            Mention("e1", home.start, home.end, MentionKind.ROLE),
            Mention("e2", tunis.start, tunis.end, MentionKind.NAME),
        ),
        times=(Time("t0", day.start, day.end, TimeType.DATE, "2020-01-01", None, "published", "test"),),
        quantities=(
            Quantity(
                "q0", sum_.start, sum_.end, 5e6, "USD", None, None, QuantityStatus.TARGET, Comparison.EXACT, "test"
            ),
        ),
        statements=(
            Statement("st0", "e0", name, span("وتابع"), (quote,), StatementKind.DIRECT, (), (), "test"),
        ),
        events=(
            Event(
                "ev0", EventType.ACCUSE, "disapprove", (), EventStatus.ACTUAL, ("e1",), ("e2",), ("e0",), None, "t0",
                None, None, span("تنتقد"), "s0", (), None, "test",
            ),
        ),
    )  # fmt: skip


def test_a_reading_becomes_the_form_of_gold(reading: Reading) -> None:
    got = to_annotation(reading)
    assert [(entity.id, entity.forms) for entity in got.entities] == [("e0", ("سامي نور",)), ("e2", ("تونس",))]
    assert got.events[0].actors == ("MAR",)
    assert got.events[0].date == "2020-01-01"
    assert got.noise_spans == (Span(0, 9),)
    assert got.statements[0].speaker_text == "سامي نور"


def test_all_right(reading: Reading) -> None:
    same = to_annotation(reading)
    score = measure([Case(TEXT, same, same)])
    for layer, tally in score.tallies.items():
        empty = layer in (Layer.ORGANIZATION, Layer.PLACE)
        assert (tally.f1, tally.gold > 0) == ((0.0, False) if empty else (1.0, True)), layer
    assert score.misses == ()


def test_each_fault_is_named(reading: Reading) -> None:
    gold = to_annotation(reading)
    got = msgspec.structs.replace(
        gold,
        published=GoldDay("2020-01-03", None, None),
        times=(msgspec.structs.replace(gold.times[0], value="2020-01-02"),),
        entities=(msgspec.structs.replace(gold.entities[0], country="DZA"), gold.entities[1]),
        statements=(msgspec.structs.replace(gold.statements[0], speaker="e2"),),
        events=(msgspec.structs.replace(gold.events[0], actors=("TUN",), recipients=("MAR",), date=None),),
        quantities=(),
    )
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


def test_an_unknown_day_must_stay_unknown_or_within_bounds(reading: Reading) -> None:
    got = to_annotation(reading)

    def right(earliest: str | None, latest: str | None) -> int:
        gold = msgspec.structs.replace(got, published=GoldDay(None, earliest, latest))
        return measure([Case(TEXT, gold, got)]).tallies[Layer.PUBLISHED].right

    assert [right("2020-01-01", None), right(None, "2020-01-01"), right(None, None)] == [1, 0, 0]


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


def test_an_entity_id_given_twice_is_told(reading: Reading) -> None:
    gold = to_annotation(reading)
    content = msgspec.json.encode(msgspec.structs.replace(gold, entities=(gold.entities[0], gold.entities[0])))
    with pytest.raises(GoldError, match="id 'e0' is given twice"):
        parse_gold(content, Path("a.json"))


def test_one_article_annotated_in_two_files_is_told(reading: Reading, tmp_path: Path) -> None:
    gold: Annotation = to_annotation(reading)
    for name in ("a.json", "b.json"):
        (tmp_path / name).write_bytes(msgspec.json.encode(gold))
    with pytest.raises(GoldError, match=r"b\.json: id 'a' stands in another file"):
        load_gold(tmp_path)
