"""Pages that were set aside are kept with their reason, never in the way of a reading."""

import io
from pathlib import Path

import msgspec
import pytest
from made_readings import make_reading

from marsad.model import AsideKind, Published, SetAside
from marsad.store.asides import count_asides, find_aside, find_asides
from marsad.store.db import Added, Store
from marsad.store.export import Format, Table, write_rows

PAGE = SetAside(
    "a.html", None, "is a list of 12 links", "a", "00ff", AsideKind.LISTING, "https://x.example/", "المرفأ", None
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "x.db")


def test_a_record_is_kept_once_and_replaced_where_it_changed(store: Store) -> None:
    assert store.set_aside(PAGE) is Added.ADDED
    assert store.set_aside(msgspec.structs.replace(PAGE, origin="b.html")) is Added.UNCHANGED
    later = msgspec.structs.replace(PAGE, digest="11", kind=AsideKind.ERROR, reason="is an error page")
    assert store.set_aside(later) is Added.REPLACED
    assert find_aside(store.connection, "a") == later
    assert count_asides(store.connection) == 1


def test_a_reading_takes_the_place_of_the_record(store: Store) -> None:
    store.set_aside(PAGE)
    store.add(make_reading("a", "الدستور", Published(value="2020-01-02")))
    assert find_aside(store.connection, "a") is None


def test_a_record_leaves_a_reading_as_it_is(store: Store) -> None:
    reading = make_reading("a", "الدستور", Published(value="2020-01-02"))
    store.add(reading)
    assert store.set_aside(msgspec.structs.replace(PAGE, digest=reading.article.digest)) is Added.UNCHANGED
    assert store.set_aside(PAGE) is Added.ADDED
    assert store.reading("a") == reading


def test_records_are_exported(store: Store) -> None:
    store.set_aside(PAGE)
    store.set_aside(msgspec.structs.replace(PAGE, id="b", kind=AsideKind.EMPTY, reason="holds no text", url=None))
    out = io.StringIO()
    write_rows(store.connection, Table.ASIDE, Format.CSV, out)
    head, first, second = out.getvalue().splitlines()
    assert head == "id,kind,reason,title,outlet,url,origin,digest"
    assert first.startswith("b,empty,holds no text,")
    assert second.startswith("a,listing,is a list of 12 links,,المرفأ,https://x.example/,a.html,00ff")
    assert [aside.id for aside in find_asides(store.connection)] == ["b", "a"]
