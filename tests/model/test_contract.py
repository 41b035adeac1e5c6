"""The contract: order of fields, nothing left out, the published schema current and kept."""

import json
from importlib.resources import files

import jsonschema  # type: ignore[import-untyped]
import msgspec
import pytest
from made_readings import BOUNDS, KNOWN_DAY, make_reading

from marsad.model import Published, Reading
from marsad.model.contract import decode_reading, encode_reading, format_json_schema, to_json_schema

_READINGS = [make_reading("one", "الدستور", day) for day in (KNOWN_DAY, BOUNDS, Published())]


def test_schema_comes_first_and_the_rest_in_order() -> None:
    record = json.loads(encode_reading(_READINGS[0]))
    assert list(record) == [
        "schema", "article", "text", "blocks", "sentences", "entities", "mentions", "times", "quantities", "statements",
        "events",
    ]  # fmt: skip
    assert record["schema"] == "marsad.reading/1"


def test_a_reading_is_one_line_and_comes_back() -> None:
    for reading in _READINGS:
        line = encode_reading(reading)
        assert b"\n" not in line
        assert decode_reading(line) == reading


def test_unknown_is_null_and_never_left_out() -> None:
    record = json.loads(encode_reading(_READINGS[2]))
    assert record["article"]["published"] == {
        "value": None, "earliest": None, "latest": None, "basis": None, "evidence": [],
    }  # fmt: skip
    assert record["article"]["byline"] is None


@pytest.mark.parametrize("reading", _READINGS)
def test_readings_keep_the_schema(reading: Reading) -> None:
    jsonschema.Draft202012Validator(to_json_schema()).validate(json.loads(encode_reading(reading)))


def test_the_schema_asks_for_every_field() -> None:
    record = json.loads(encode_reading(_READINGS[0]))
    del record["article"]["published"]["basis"]
    with pytest.raises(jsonschema.ValidationError, match="basis"):
        jsonschema.validate(record, to_json_schema())


def test_the_published_schema_is_current() -> None:
    published = (files("marsad") / "schema" / "reading-1.json").read_text(encoding="utf-8")
    assert published == format_json_schema(), "run: marsad schema > src/marsad/schema/reading-1.json"


def test_another_version_is_not_read() -> None:
    line = encode_reading(_READINGS[0]).replace(b"marsad.reading/1", b"marsad.reading/2")
    with pytest.raises(msgspec.ValidationError):
        decode_reading(line)
