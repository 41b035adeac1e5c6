"""`marsad add`: into the database, again without change, whole whatever happens."""

import json
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from marsad.cli import main
from marsad.store import Store

_TEXT = "قال وزير الخارجية الأردني أيمن الصفدي إن العراق شريك مهم للأردن، وإن التبادل بين البلدين بلغ {} مليون دولار.\n"


def _add(database: Path, *paths: Path) -> Result:
    return CliRunner().invoke(main, ["add", *map(str, paths), "--db", str(database)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two articles, one of them in a list with a broken line."""
    place = tmp_path / "news"
    (place / "inner").mkdir(parents=True)
    (place / "one.txt").write_text(_TEXT.format(900), encoding="utf-8")
    (place / "inner" / "list.jsonl").write_text(
        json.dumps({"id": "two", "text": _TEXT.format(800)}) + "\n{broken\n", encoding="utf-8"
    )
    return place


def test_a_folder_is_added_and_refusals_are_told(database: Path, folder: Path) -> None:
    result = _add(database, folder)
    assert result.exit_code == 0, result.output
    assert result.stdout == f"2 added, 0 unchanged, 1 refused; {database} holds 2 articles.\n"
    assert f"{folder / 'inner' / 'list.jsonl'}:2: " in result.stderr
    with Store(database) as store:
        assert store.ids() == ("one", "two")


def test_adding_again_changes_nothing(database: Path, folder: Path) -> None:
    _add(database, folder)
    assert _add(database, folder).stdout.startswith("0 added, 2 unchanged, 1 refused")


def test_a_changed_text_replaces(database: Path, folder: Path) -> None:
    _add(database, folder)
    (folder / "one.txt").write_text(_TEXT.format(950), encoding="utf-8")
    assert _add(database, folder).stdout.startswith("0 added, 1 unchanged, 1 replaced, 1 refused")
    with Store(database) as store:
        reading = store.reading("one")
    assert reading is not None
    assert reading.text == _TEXT.format(950)


def test_nothing_readable_is_status_one_and_leaves_the_database_whole(
    database: Path, folder: Path, tmp_path: Path
) -> None:
    _add(database, folder)
    (tmp_path / "empty.txt").touch()
    result = _add(database, tmp_path / "empty.txt", tmp_path / "none.txt")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 2
    with Store(database) as store:
        assert store.count() == 2
        assert store.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_a_file_that_is_no_database_is_told_before_reading(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.write_text("نص" * 500, encoding="utf-8")
    result = _add(other, folder)
    assert result.exit_code == 1
    assert "not a database file; nothing was changed" in result.output


def test_the_database_can_be_named_by_the_environment(folder: Path, tmp_path: Path) -> None:
    database = tmp_path / "named.db"
    CliRunner(env={"MARSAD_DB": str(database)}).invoke(main, ["add", str(folder)])
    assert database.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_killed_in_the_middle_the_database_is_whole(database: Path, tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text("".join(json.dumps({"id": f"a{n}", "text": _TEXT.format(n)}) + "\n" for n in range(3000)))
    command = [sys.executable, "-m", "marsad", "add", str(path), "--db", str(database), "--workers", "1"]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while _count(database) < 5 and running.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
    running.send_signal(signal.SIGKILL)
    running.wait()
    with Store(database) as store:
        kept = store.count()
        assert 5 <= kept < 3000
        assert store.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert len(list(store.readings())) == kept


def _count(database: Path) -> int:
    try:
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
            count: int = connection.execute("SELECT count(*) FROM article").fetchone()[0]
            return count
    except sqlite3.Error:
        return 0


def test_two_texts_of_one_id_do_not_take_each_others_place(database: Path, folder: Path) -> None:
    (folder / "inner" / "one.txt").write_text(_TEXT.format(700), encoding="utf-8")
    result = _add(database, folder)
    assert result.stdout.startswith("2 added, 0 unchanged, 2 refused")
    assert f"has the id 'one' of {folder / 'inner' / 'one.txt'}, another text" in result.stderr
    assert _add(database, folder).stdout.startswith("0 added, 2 unchanged, 2 refused")


_OTHERS = {
    "council.txt": "ناقش المجلس البلدي في جلسته الأسبوعية خطة لتعبيد شوارع الحي الشمالي وزيادة حاويات النفايات.",
    "gone.html": "<html><head><title>404</title></head><body><h1>عذرا، الصفحة غير موجودة</h1></body></html>",
    "water.txt": "The two ministers met in Ankara and spoke about the water of the rivers.",
}


def test_what_is_no_article_about_states_is_set_aside_with_its_reason(database: Path, folder: Path) -> None:
    for name, content in _OTHERS.items():
        (folder / name).write_text(content, encoding="utf-8")
    result = _add(database, folder)
    assert result.stdout.startswith("2 added, 0 unchanged, 3 set aside (")
    for kind in ("1 off topic", "1 error", "1 language"):
        assert kind in result.stdout
    assert f"set aside  {folder / 'council.txt'}: tells of no relation between states" in result.stderr
    listed = CliRunner().invoke(main, ["export", "aside", "--db", str(database)]).stdout.splitlines()
    assert [line.split(",")[1] for line in listed[1:]] == ["error", "language", "off_topic"]
    told = CliRunner().invoke(main, ["explain", "council", "--db", str(database)])
    assert "was set aside as off topic" in told.stderr
    with Store(database) as store:
        assert store.ids() == ("one", "two")


def test_everything_is_kept_where_asked_for(database: Path, folder: Path) -> None:
    (folder / "council.txt").write_text(_OTHERS["council.txt"], encoding="utf-8")
    _add(database, folder)
    result = CliRunner().invoke(main, ["add", "--all", str(folder / "council.txt"), "--db", str(database)])
    assert result.stdout.startswith("1 added")
    with Store(database) as store:
        assert store.ids() == ("council", "one", "two")
    assert len(CliRunner().invoke(main, ["export", "aside", "--db", str(database)]).stdout.splitlines()) == 1


def test_only_pages_that_are_set_aside_are_no_failure(database: Path, tmp_path: Path) -> None:
    (tmp_path / "council.txt").write_text(_OTHERS["council.txt"], encoding="utf-8")
    assert _add(database, tmp_path / "council.txt").exit_code == 0


def test_columns_of_a_table(database: Path, tmp_path: Path) -> None:
    table = tmp_path / "many.csv"
    table.write_text(f"when,words\n2020-01-02,{_TEXT.format(900)}", encoding="utf-8")
    assert "say which with --columns text=NAME" in _add(database, table).stderr
    columns = "text=words,published=when"
    result = CliRunner().invoke(main, ["add", "--columns", columns, str(table), "--db", str(database)])
    assert result.stdout.startswith("1 added"), result.output
    bad = CliRunner().invoke(main, ["add", "--columns", "body=words", str(table), "--db", str(database)])
    assert "'body' is none of text, html" in bad.stderr
    with Store(database) as store:
        assert store.articles()[0].published == "2020-01-02"


def test_a_page_that_an_archive_holds_twice_is_one_article(database: Path, tmp_path: Path) -> None:
    def record(figure: int) -> bytes:
        body = f"<h1>تعاون أردني عراقي</h1><p>{_TEXT.format(figure)}</p>".encode()
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
        head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/1\r\n"
        head += "WARC-Date: 2024-05-01T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        return f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"

    (tmp_path / "a.warc").write_bytes(record(900) + record(950))
    result = _add(database, tmp_path / "a.warc")
    assert result.stdout == f"1 added, 0 unchanged, 1 replaced, 0 refused; {database} holds 1 articles.\n"
    with Store(database) as store:
        reading = store.reading(store.ids()[0])
        assert reading is not None
        assert "950" in reading.text
