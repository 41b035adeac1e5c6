"""The contract at the edge: a reading as JSON and back, checked, and the JSON Schema that says what to expect."""

from typing import Any

import msgspec

from marsad.model.reading import Reading

SCHEMA_ID = "marsad.reading/1"


def encode_reading(reading: Reading) -> bytes:
    """Return a reading as one line of JSON in UTF-8, fields in the order of the contract, without a line end."""
    return msgspec.json.encode(reading)


def decode_reading(line: bytes | str) -> Reading:
    """Return the reading that a line of JSON holds. Raises msgspec.ValidationError where it breaks the contract."""
    return msgspec.json.decode(line, type=Reading)


def to_json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a reading. Every field is required: what is unknown is written as null."""
    schema = msgspec.json.schema(Reading)
    for definition in schema["$defs"].values():
        definition["description"] = " ".join(definition.get("description", "").split())
        if "properties" in definition:
            definition["required"] = list(definition["properties"])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": SCHEMA_ID, **schema}


def format_json_schema() -> str:
    """Return the JSON Schema as it is published in `marsad/schema/reading-1.json`."""
    return msgspec.json.format(msgspec.json.encode(to_json_schema()), indent=2).decode() + "\n"
