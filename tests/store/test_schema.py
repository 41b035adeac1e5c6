"""Only a database of ours, of a schema we know, is opened; anything else is left as it was."""

import sqlite3
from pathlib import Path

import pytest

from marsad.errors import StoreError
from marsad.store import Store, schema


def test_a_new_database_is_ours_and_newest(database: Path) -> None:
    with Store(database) as store:
        assert store.connection.execute("PRAGMA user_version").fetchone()[0] == len(schema.load_migrations())
        assert store.connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    with Store(database) as store:
        assert store.count() == 0


def test_an_empty_file_becomes_a_database(database: Path) -> None:
    database.touch()
    with Store(database) as store:
        assert store.count() == 0


def test_a_missing_database_is_not_made_for_a_reader(database: Path) -> None:
    with pytest.raises(StoreError, match="no such database"):
        Store(database, create=False)
    assert not database.exists()


def test_another_programs_database_is_refused(database: Path) -> None:
    with sqlite3.connect(database) as other:
        other.execute("CREATE TABLE article (id)")
    before = database.read_bytes()
    with pytest.raises(StoreError, match="not one of Marsad's"):
        Store(database)
    assert database.read_bytes() == before


def test_a_newer_schema_is_refused(database: Path) -> None:
    with Store(database) as store:
        store.connection.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="newer Marsad"):
        Store(database)


def test_a_file_that_is_no_database_is_refused(database: Path) -> None:
    database.write_text("خبر عاجل" * 200, encoding="utf-8")
    before = database.read_bytes()
    with pytest.raises(StoreError, match="not a database"):
        Store(database)
    assert database.read_bytes() == before


def test_a_folder_and_an_unreachable_place_are_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="a folder"):
        Store(tmp_path)
    with pytest.raises(StoreError, match="cannot be opened"):
        Store(tmp_path / "none" / "marsad.db")


def test_migrations_bring_an_old_database_up(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = schema.load_migrations()
    Store(database).close()
    added = (*first, "CREATE TABLE one (n);\nINSERT INTO one VALUES (1);\n", "ALTER TABLE one ADD COLUMN m;\n")
    monkeypatch.setattr(schema, "load_migrations", lambda: added)
    with Store(database) as store:
        assert store.connection.execute("SELECT n, m FROM one").fetchall() == [(1, None)]
        assert store.connection.execute("PRAGMA user_version").fetchone()[0] == len(added)


def test_a_failing_migration_leaves_the_version_before(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = schema.load_migrations()
    Store(database).close()
    monkeypatch.setattr(
        schema, "load_migrations", lambda: (*first, "CREATE TABLE one (n);\nSELECT wrong FROM nowhere;\n")
    )
    with pytest.raises(StoreError, match="no such table"):
        Store(database)
    with sqlite3.connect(database) as plain:
        assert plain.execute("PRAGMA user_version").fetchone()[0] == len(first)
        assert not plain.execute("SELECT 1 FROM sqlite_master WHERE name = 'one'").fetchall()
