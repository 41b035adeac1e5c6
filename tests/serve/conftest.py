"""A database of hand-made readings, and the application over it."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from made_readings import BOUNDS, KNOWN_DAY, NEXT_DAY, make_reading

from marsad.lexicon.load import load_lexicon
from marsad.record import resolve
from marsad.serve.app import create_app
from marsad.store.db import Store


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with four articles; an id and an outlet hold characters that pages and addresses must escape."""
    path = tmp_path_factory.mktemp("serve") / "test.db"
    with Store(path) as store:
        store.add(make_reading("رقم/1 ?", "صحيفة <script>alert(1)</script>", KNOWN_DAY))
        store.add(make_reading("second", "موقع الاختبار", KNOWN_DAY))
        store.add(make_reading("later", "موقع الاختبار", NEXT_DAY))
        store.add(make_reading("undated", "موقع بلا تاريخ", BOUNDS, dated=False))
        resolve(store, load_lexicon())
    return path


@pytest.fixture
def client(database: Path) -> TestClient:
    """A client of the application that follows no redirects."""
    return TestClient(create_app(database), follow_redirects=False)
