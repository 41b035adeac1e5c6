"""The HTTP API answers with the model's own types."""

from pathlib import Path
from urllib.parse import quote

import msgspec
import pytest
from fastapi.testclient import TestClient

from marsad.model.contract import decode_reading
from marsad.model.record import Beside, Identity
from marsad.model.relation import Happening, Relation
from marsad.serve.app import create_app


def test_articles_and_one_reading(client: TestClient) -> None:
    listed = client.get("/api/articles", params={"limit": 2}).json()
    assert len(listed) == 2
    reading = decode_reading(client.get("/api/articles/" + quote("رقم/1 ?", safe="")).content)
    assert reading.article.id == "رقم/1 ?"


def test_relation_by_code_and_by_name(client: TestClient) -> None:
    by_code = client.get("/api/relations/JOR/IRQ")
    relation = msgspec.json.decode(by_code.content, type=Relation)
    assert (relation.a, relation.b) == ("JOR", "IRQ")
    assert relation.happenings
    assert client.get("/api/relations/Jordan/العراق").content == by_code.content
    assert client.get("/api/relations").json()[0] == {"a": "IRQ", "b": "JOR", "events": 2, "articles": 4} | {
        "latest": "2023-06-01"
    }


def test_days_narrow_a_relation(client: TestClient) -> None:
    narrowed = client.get("/api/relations/JOR/IRQ", params={"since": "2024-01-01"}).json()
    assert narrowed["happenings"] == []


def test_search(client: TestClient) -> None:
    assert len(client.get("/api/search", params={"q": "الكهربائي"}).json()) == 4
    assert client.get("/api/search", params={"q": '" * NEAR('}).json() == []


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/articles/none", 404),
        ("/api/relations/JOR/Ruritania", 404),
        ("/api/relations/JOR/JOR", 422),
        ("/api/relations/JOR/IRQ?since=yesterday", 422),
        ("/api/articles?limit=0", 422),
        ("/api/nothing", 404),
    ],
)
def test_faults_are_told_in_json(address: str, status: int, client: TestClient) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert answer.json()["detail"]


def test_description_names_the_types_and_every_reference_resolves(client: TestClient) -> None:
    description = client.get("/openapi.json")
    schemas = description.json()["components"]["schemas"]
    assert {"Reading", "Relation", "Pair"} <= schemas.keys()
    references = {part.split('"')[0] for part in description.text.split("#/components/schemas/")[1:]}
    assert references <= schemas.keys()


def test_missing_database_is_told(tmp_path: Path) -> None:
    answer = TestClient(create_app(tmp_path / "none.db")).get("/api/articles")
    assert answer.status_code == 503
    assert "none.db" in answer.json()["detail"]


def test_what_stands_beside_an_article(client: TestClient) -> None:
    beside = msgspec.json.decode(client.get("/api/beside/second").content, type=Beside)
    assert beside.story is not None
    assert "later" in {telling.article for telling in beside.story.articles}
    happening = next(line for line in beside.happenings if len(line.witnesses) > 1)
    found = client.get(f"/api/happenings/{quote(happening.id, safe='')}").content
    assert msgspec.json.decode(found, type=Happening) == happening
    jordan = msgspec.json.decode(client.get("/api/identities/Q810").content, type=Identity)
    assert {one.article for one in jordan.articles} >= {"second", "later"}
    assert client.get("/api/decisions").json() == []


def test_nothing_stands_beside_what_is_not_there(client: TestClient) -> None:
    for path in ("beside/none", "happenings/none", "identities/none"):
        assert client.get(f"/api/{path}").status_code == 404


def test_briefing(client: TestClient) -> None:
    briefing = client.get("/api/relations/JOR/IRQ/briefing?new_since=2023-01-01").json()
    assert briefing["relation"] == client.get("/api/relations/JOR/IRQ").json()
    assert [promise["kind"] for promise in briefing["promises"]] == ["target"]
    assert briefing["news"]["articles"]
    assert client.get("/api/relations/JOR/IRQ/briefing?new_since=soon").status_code == 422
