"""Wikidata's exports in their real shapes, made by hand with invented people, into our tables."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from marsad.cli import main
from marsad.lexicon.load import load_lexicon

HUMAN, MALE, FEMALE, CHINA, PRESIDENT, SPORT = "Q5", "Q6581097", "Q6581072", "Q148", "Q900001", "Q900002"


def snak(prop: str, value: Any, kind: str) -> dict[str, Any]:
    return {"snaktype": "value", "property": prop, "datavalue": {"value": value, "type": kind}}


def item(prop: str, qid: str) -> dict[str, Any]:
    return snak(prop, {"entity-type": "item", "numeric-id": int(qid[1:]), "id": qid}, "wikibase-entityid")


def day(prop: str, text: str, precision: int) -> dict[str, Any]:
    value = {"time": f"+{text}T00:00:00Z", "timezone": 0, "before": 0, "after": 0, "precision": precision}
    return snak(prop, value | {"calendarmodel": "http://www.wikidata.org/entity/Q1985727"}, "time")


def claim(main_snak: dict[str, Any], rank: str = "normal", **qualifiers: dict[str, Any]) -> dict[str, Any]:
    listed = {prop: [value] for prop, value in qualifiers.items()}
    return {"mainsnak": main_snak, "type": "statement", "rank": rank, "qualifiers": listed, "references": []}


def entity(qid: str, en: str, ar: str = "", aliases: tuple[str, ...] = (), **claims: list[dict[str, Any]]) -> Any:
    labels = {code: {"language": code, "value": text} for code, text in (("en", en), ("ar", ar)) if text}
    also = {"ar": [{"language": "ar", "value": alias} for alias in aliases]}
    return {"type": "item", "id": qid, "labels": labels, "aliases": also, "claims": claims}


def person(qid: str, en: str, ar: str, *offices: dict[str, Any], gender: str = MALE, **more: Any) -> Any:
    claims = {"P31": [claim(item("P31", HUMAN))], "P27": [claim(item("P27", CHINA))], "P39": list(offices)}
    return entity(qid, en, ar, more.get("aliases", ()), **claims, P21=[claim(item("P21", gender))] if gender else [])


def held(office: str, start: tuple[str, int], end: tuple[str, int] | None = None, rank: str = "normal") -> Any:
    ended = {"P582": day("P582", *end)} if end else {}
    return claim(item("P39", office), rank, P580=day("P580", *start), **ended)


ENTITIES = [
    entity(CHINA, "People's Republic of China", P298=[claim(snak("P298", "CHN", "string"))]),
    entity(PRESIDENT, "Minister of Foreign Affairs", P17=[claim(item("P17", CHINA))]),
    entity(SPORT, "captain of a team"),
    person(
        "Q910001",
        "Mo Lanfeng",
        "مو لان فنغ",
        held(PRESIDENT, ("2031-05-07", 11), ("2033-02-00", 10)),
        held(PRESIDENT, ("2035-00-00", 9)),
        held(PRESIDENT, ("2001-00-00", 9), rank="deprecated"),
        held(SPORT, ("2020-00-00", 9)),
        aliases=("مو لانفنغ", "مو", "Mo", "مو لان فنغ (سياسي)"),
    ),
    person("Q910002", "Ru Tinghao", "رو تينغ هاو", gender=FEMALE),
    person("Q910003", "No Gender", "بلا جنس معروف", gender=""),
    person("Q910004", "No Arabic", ""),
]
CSV = (
    "person,personLabel,personLabel_ar,personAltLabel_ar,genderLabel,countryLabel,officeLabel,start,end\r\n"
    'http://www.wikidata.org/entity/Q920001,Tarlo Venesku,تارلو فينيسكو,"تارلو فنسكو, تارلو",male,Romania,'
    "Prime Minister of Romania,2031-01-01T00:00:00Z,2032-06-03T00:00:00Z\r\n"
    "http://www.wikidata.org/entity/Q920001,Tarlo Venesku,تارلو فينيسكو,,male,Romania,President of Romania,"
    "2032-06-04T00:00:00Z,\r\n"
    "http://www.wikidata.org/entity/Q920002,Ona Nowhere,أونا نووير,,female,Atlantis,,,\r\n"
)


def run(tmp_path: Path, text: str, *more: str) -> Result:
    (tmp_path / "export").write_text(text, encoding="utf-8")
    words = ["lexicon", "import", "wikidata", str(tmp_path / "export"), "--to", str(tmp_path / "own"), *more]
    return CliRunner().invoke(main, words)


def rows(path: Path) -> list[list[str]]:
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(ENTITIES, ensure_ascii=False),
        "[\n" + ",\n".join(json.dumps(e, ensure_ascii=False) for e in ENTITIES) + "\n]\n",
        "\n".join(json.dumps(e) for e in ENTITIES),
        json.dumps({"entities": {e["id"]: e for e in ENTITIES}, "success": 1}),
    ],
    ids=["array", "dump", "lines", "answer"],
)
def test_entities(tmp_path: Path, text: str) -> None:
    result = run(tmp_path, text)
    assert result.exit_code == 0, result.output
    assert rows(tmp_path / "own" / "people.tsv") == [
        ["mo-lanfeng", "m", "CHN", "Mo Lanfeng", "مو لان فنغ"],
        ["mo-lanfeng", "", "", "", "مو لانفنغ"],
        ["ru-tinghao", "f", "CHN", "Ru Tinghao", "رو تينغ هاو"],
    ]
    assert rows(tmp_path / "own" / "tenures.tsv") == [
        ["mo-lanfeng", "foreign-minister", "CHN", "", "2031-05-07", "2033-02", "Wikidata Q910001"],
        ["mo-lanfeng", "foreign-minister", "CHN", "", "2035", "", "Wikidata Q910001"],
    ]
    assert rows(tmp_path / "own" / "wikidata.tsv") == [
        ["person", "mo-lanfeng", "Q910001"],
        ["person", "ru-tinghao", "Q910002"],
    ]
    assert "Q910003 No Gender: no gender" in result.output
    assert "Q910004 No Arabic: no name in Arabic" in result.output
    assert "unknown office: captain of a team" in result.output
    assert "2 people and 2 tenures" in result.output


def test_sparql_rows(tmp_path: Path) -> None:
    result = run(tmp_path, CSV)
    assert result.exit_code == 0, result.output
    assert rows(tmp_path / "own" / "people.tsv") == [
        ["tarlo-venesku", "m", "ROU", "Tarlo Venesku", "تارلو فينيسكو"],
        ["tarlo-venesku", "", "", "", "تارلو فنسكو"],
    ]
    assert [row[1:6] for row in rows(tmp_path / "own" / "tenures.tsv")] == [
        ["prime-minister", "ROU", "", "2031", "2032-06-03"],
        ["president", "ROU", "", "2032-06-04", ""],
    ]
    assert "Q920002 Ona Nowhere: unknown country: Atlantis" in result.output


def test_what_is_written_can_be_read_with(tmp_path: Path) -> None:
    assert run(tmp_path, CSV).exit_code == 0
    loaded = load_lexicon(extra=(tmp_path / "own",))
    assert loaded.people[-1].id == "tarlo-venesku"
    assert loaded.tenures[-1].office == "president"
    assert (loaded.items[-1].id, loaded.items[-1].qid) == ("tarlo-venesku", "Q920001")


def test_a_map_tells_what_items_mean(tmp_path: Path) -> None:
    table = tmp_path / "map.tsv"
    table.write_text("wikidata\tmeans\nAtlantis\tGRC\n", encoding="utf-8")
    result = run(tmp_path, CSV, "--map", str(table))
    assert ["ona-nowhere", "f", "GRC", "Ona Nowhere", "أونا نووير"] in rows(tmp_path / "own" / "people.tsv")
    table.write_text("wikidata\tmeans\nAtlantis\tAtlantis\n", encoding="utf-8")
    result = run(tmp_path, CSV, "--map", str(table))
    assert "map.tsv:2: means: 'Atlantis' is neither an alpha-3 code nor an office id" in result.output


def test_a_listed_person_keeps_id_and_names(tmp_path: Path) -> None:
    text = "person,personLabel,personLabel_ar,gender,country\nQ7747,Vladimir Putin,فلاديمير بوتن,m,RUS\n"
    assert run(tmp_path, text).exit_code == 0
    taken = rows(tmp_path / "own" / "people.tsv")
    assert {row[0] for row in taken} == {"vladimir-putin"}
    assert {"فلاديمير بوتين", "بوتين", "فلاديمير بوتن"} <= {row[-1] for row in taken}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a,b\n1,2\n", "export:1: is neither JSON nor a CSV with the columns person personLabel"),
        ('{"id": "Q1"}\n{"id": \n', "export:2: is not JSON"),
        ("[1]", "entity 1 is no Wikidata entity"),
        ("[]", "nobody could be taken"),
    ],
)
def test_bad_exports_are_told(tmp_path: Path, text: str, message: str) -> None:
    result = run(tmp_path, text)
    assert result.exit_code == 1
    assert message in result.output
    assert not (tmp_path / "own").exists()
