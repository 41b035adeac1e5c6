"""Adding is idempotent and atomic; readings come back as they went in."""

from pathlib import Path
from threading import Thread

import msgspec
import pytest
from made_readings import BOUNDS, KNOWN_DAY, NEXT_DAY, make_reading

from marsad.errors import StoreError
from marsad.model import Reading
from marsad.store import Added, Store, db

_ONE = make_reading("one", "الدستور", KNOWN_DAY)

_TABLES = (
    "article", "reading", "entity", "mention", "time", "quantity", "statement", "statement_party", "event",
    "event_party", "word",
)  # fmt: skip


def _dump(store: Store) -> dict[str, list[tuple[object, ...]]]:
    return {table: store.connection.execute(f"SELECT * FROM {table}").fetchall() for table in _TABLES}


def _shorter(reading: Reading) -> Reading:
    return msgspec.structs.replace(reading, events=reading.events[:1], quantities=(), statements=())


def test_a_reading_comes_back_whole(store: Store) -> None:
    assert store.reading("one") == _ONE
    assert store.reading("none") is None


def test_adding_twice_changes_nothing(store: Store) -> None:
    before = _dump(store)
    assert store.add(_ONE) is Added.UNCHANGED
    assert _dump(store) == before


def test_another_origin_is_no_change(store: Store) -> None:
    moved = msgspec.structs.replace(_ONE, article=msgspec.structs.replace(_ONE.article, origin="./one.txt"))
    assert store.add(moved) is Added.UNCHANGED
    assert store.reading("one") == _ONE


def test_a_changed_text_replaces_every_row(store: Store) -> None:
    assert store.add(_shorter(_ONE)) is Added.REPLACED
    assert store.count() == 2
    rows = store.connection.execute("SELECT count(*) FROM event JOIN article ON key = article WHERE article.id = 'one'")
    assert rows.fetchone()[0] == 1
    assert store.connection.execute("SELECT count(*) FROM quantity").fetchone()[0] == 2
    assert store.connection.execute("SELECT count(*) FROM word").fetchone()[0] == 2
    assert store.reading("one") == _shorter(_ONE)


def test_replacing_and_going_back_leaves_the_same_rows(store: Store) -> None:
    before = _dump(store)
    store.add(_shorter(_ONE))
    store.add(_ONE)
    assert _dump(store) == before


def test_an_article_is_one_transaction(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _dump(store)

    def fail(*_: object) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr(db, "index_words", fail)
    with pytest.raises(RuntimeError):
        store.add(_shorter(_ONE))
    assert _dump(store) == before


def test_articles_are_listed_newest_first(store: Store) -> None:
    store.add(make_reading("bounds", "الرأي", BOUNDS))
    listed = store.articles()
    assert [article.id for article in listed] == ["bounds", "two", "one"]
    assert listed[2].title == _ONE.title
    assert listed[2].events == 2
    assert store.articles(limit=1, offset=1)[0].id == "two"


def test_readings_by_party(store: Store) -> None:
    assert [reading.article.id for reading in store.readings("JOR", "IRQ")] == ["one", "two"]
    assert list(store.readings("JOR", "SYR")) == []
    assert len(list(store.readings())) == 2


def test_readers_work_while_somebody_writes(store: Store, database: Path) -> None:
    with Store(database, create=False) as reader:
        store.connection.execute("BEGIN IMMEDIATE")
        store.connection.execute("DELETE FROM article")
        assert reader.count() == 2
        store.connection.execute("ROLLBACK")


def test_a_damaged_reading_is_told(store: Store) -> None:
    store.connection.execute("UPDATE reading SET json = '{}'")
    with pytest.raises(StoreError, match="damaged reading of one"):
        store.reading("one")
    assert store.add(_ONE) is Added.REPLACED


def test_unknown_names_and_days_are_null(database: Path) -> None:
    with Store(database) as store:
        store.add(make_reading("two", "الغد", NEXT_DAY, dated=False))
        rows: list[tuple[object, ...]] = store.connection.execute("SELECT date, day, dating FROM event").fetchall()
    assert rows == [(None, "2023-05-08", "published")] * 2


def test_two_writers_take_turns(database: Path) -> None:
    def add(part: int) -> None:
        with Store(database) as store:
            for number in range(20):
                store.add(make_reading(f"{part}-{number}", "الدستور", KNOWN_DAY))

    writers = [Thread(target=add, args=(part,)) for part in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with Store(database) as store:
        assert store.count() == 40
