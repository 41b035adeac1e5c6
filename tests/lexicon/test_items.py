"""Wikidata items: well formed, one entity one item, of listed entities only; the reader gives them out."""

from pathlib import Path

import pytest

import marsad
from marsad.errors import LexiconError
from marsad.lexicon.items import load_items
from marsad.lexicon.load import DATA, load_lexicon

HEAD = "kind\tid\tqid\n"


def test_items_are_of_listed_entities() -> None:
    lexicon = load_lexicon()
    listed = {("country", country.code) for country in lexicon.countries}
    listed |= {("organization", entry.id) for entry in lexicon.organizations}
    listed |= {("media", entry.id) for entry in lexicon.outlets}
    listed |= {("person", entry.id) for entry in lexicon.people}
    items = load_items(DATA / "wikidata.tsv")
    assert {(item.kind.value, item.id) for item in items} <= listed
    assert len({item.qid for item in items}) == len(items)
    assert len([item for item in items if item.kind == "country"]) >= 250
    assert len(items) >= 550


def test_the_reader_gives_items() -> None:
    reading = marsad.read_text("التقى فلاديمير بوتين في نيروبي الأمين العام للأمم المتحدة وممثلي الحكومة الكينية.")
    qids = {entity.name.en: entity.wikidata for entity in reading.entities}
    assert (qids["Vladimir Putin"], qids["United Nations"], qids["Kenya"]) == ("Q7747", "Q1065", "Q114")
    assert qids["Russia"] == "Q159"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("ship\tKEN\tQ114", "wikidata.tsv:2: kind: 'ship' is not one of country, organization, media, person"),
        ("country\tKEN\tP114", "wikidata.tsv:2: qid: 'P114' is not an item such as Q7747"),
        ("country\t\tQ114", "wikidata.tsv:2: id: empty or given twice: ''"),
        ("country\tKEN\tQ114\ncountry\tKEN\tQ115", "wikidata.tsv:3: id: empty or given twice: 'KEN'"),
        ("country\tKEN\tQ114\ncountry\tUGA\tQ114", "wikidata.tsv:3: qid: Q114 is already KEN"),
    ],
)
def test_bad_lines_are_named(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "wikidata.tsv"
    path.write_text(HEAD + line + "\n", encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        load_items(path)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("person\tnobody-known\tQ99000001", "wikidata.tsv:2: id: 'nobody-known' is no person of the lexicon"),
        ("country\tKEN\tQ159", "wikidata.tsv:2: qid: Q159 is already RUS"),
    ],
)
def test_own_items_are_checked(tmp_path: Path, line: str, message: str) -> None:
    (tmp_path / "wikidata.tsv").write_text(HEAD + line + "\n", encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        load_lexicon(extra=(tmp_path,))
    assert message in str(caught.value)
