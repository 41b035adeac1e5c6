"""Exports: one row a fact, as CSV or JSON lines."""

import csv
import io
import json

import pytest

from marsad.store import Format, Store, Table, find_rows, write_rows


def _write(store: Store, table: Table, form: Format) -> str:
    out = io.StringIO()
    write_rows(store.connection, table, form, out)
    return out.getvalue()


def test_events_as_csv(store: Store) -> None:
    rows = list(csv.DictReader(io.StringIO(_write(store, Table.EVENTS, Format.CSV))))
    assert len(rows) == 4
    first = rows[0]
    assert (first["article"], first["id"], first["type"], first["actors"]) == ("one", "ev0", "CONSULT", "JOR; IRQ")
    assert (first["recipients"], first["mode"], first["date"], first["words"]) == ("", "", "2023-05-07", "التقى")
    assert (rows[2]["date"], rows[2]["dating"]) == ("", "published")


@pytest.mark.parametrize("table", [table for table in Table if table is not Table.ASIDE])
def test_both_formats_hold_the_same_rows(store: Store, table: Table) -> None:
    lines = [json.loads(line) for line in _write(store, table, Format.JSONL).splitlines()]
    rows = list(csv.DictReader(io.StringIO(_write(store, table, Format.CSV))))
    assert lines == list(find_rows(store.connection, table))
    assert [row["id"] for row in rows] == [line["id"] for line in lines]
    assert list(rows[0]) == list(lines[0])
    assert {line["article"] for line in lines} == {"one", "two"}


def test_lists_are_lists_in_json(store: Store) -> None:
    row = next(find_rows(store.connection, Table.EVENTS))
    assert (row["actors"], row["contexts"], row["recipients"]) == (["JOR", "IRQ"], ["diplomatic"], [])


def test_an_empty_store_gives_a_header(store: Store) -> None:
    store.connection.execute("DELETE FROM article")
    assert _write(store, Table.TIMES, Format.CSV).startswith("article,outlet,published,id,type,value")
    assert _write(store, Table.TIMES, Format.JSONL) == ""
