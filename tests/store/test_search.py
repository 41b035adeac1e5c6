"""Search finds spelling variants, inflected words and whole names."""

import msgspec
import pytest
from made_readings import KNOWN_DAY, make_reading

from marsad.model import Block, BlockKind, Entity, EntityKind, Mention, MentionKind, Name, Reading
from marsad.store import Store, find_articles

_TEXT = "استقبلت بغداد وفدا لتايوان وبوتين، والاجتماعات مستمرة."


def _make_reading() -> Reading:
    """A text whose names a stemmer would break, with clitics before them."""
    words = {"e0": ("تايوان", EntityKind.COUNTRY), "e1": ("بوتين", EntityKind.PERSON)}
    base = make_reading("names", "الصباح", KNOWN_DAY)
    named: Reading = msgspec.structs.replace(
        base,
        article=msgspec.structs.replace(base.article, title=None),
        text=_TEXT,
        blocks=(Block(0, len(_TEXT), BlockKind.BODY),),
        sentences=(),
        times=(),
        quantities=(),
        statements=(),
        events=(),
        entities=tuple(Entity(id, k, Name(w, None), None, None, None, (), "known") for id, (w, k) in words.items()),
        mentions=tuple(
            Mention(id, _TEXT.index(w), _TEXT.index(w) + len(w), MentionKind.NAME) for id, (w, _) in words.items()
        ),
    )
    return named


@pytest.fixture
def holding(store: Store) -> Store:
    """The store with the text about names beside the two others."""
    store.add(_make_reading())
    return store


def _find(store: Store, query: str) -> list[str]:
    return [hit.article for hit in find_articles(store.connection, query)]


def test_spelling_variants_and_inflection(holding: Store) -> None:
    assert _find(holding, "إجتماع") == ["names"]
    assert _find(holding, "الإجتماعاتُ") == ["names"]
    assert set(_find(holding, "الشريك")) == {"one", "two"}


def test_names_are_found_behind_clitics_and_never_in_pieces(holding: Store) -> None:
    assert _find(holding, "بوتين") == ["names"]
    assert _find(holding, "تايوان") == ["names"]
    assert _find(holding, "بوت") == []
    assert _find(holding, "تايو") == []


def test_all_words_must_be_there_and_quoted_ones_together(holding: Store) -> None:
    assert set(_find(holding, "وزير الأردني")) == {"one", "two"}
    assert _find(holding, '"وزير الأردني"') == []
    assert set(_find(holding, '"وزير الطاقة"')) == {"one", "two"}
    assert _find(holding, "بوتين الطاقة") == []


@pytest.mark.parametrize("query", ["", "  ", '"', "،؟", "* OR", "NEAR(", "norm:", "'); --", '"" AND'])
def test_no_query_breaks_the_search(holding: Store, query: str) -> None:
    assert _find(holding, query) == []


def test_a_hit_shows_its_words(holding: Store) -> None:
    (hit,) = find_articles(holding.connection, "تايوان")
    assert [mark.of(_TEXT) for mark in hit.marks] == ["لتايوان"]
    assert hit.words == _TEXT == hit.excerpt.of(_TEXT)
    assert hit.outlet == "الصباح"


def test_order_and_pages(holding: Store) -> None:
    assert [hit.article for hit in find_articles(holding.connection, "الطاقة", newest=True)] == ["two", "one"]
    assert [hit.article for hit in find_articles(holding.connection, "الطاقة", newest=True, limit=1, offset=1)] == [
        "one"
    ]


def test_a_replaced_text_is_no_longer_found(holding: Store) -> None:
    text = "لا شيء هنا."
    body = (Block(0, len(text), BlockKind.BODY),)
    changed = msgspec.structs.replace(_make_reading(), text=text, blocks=body, mentions=())
    holding.add(changed)
    assert _find(holding, "بوتين") == []
    assert _find(holding, "شيء") == ["names"]


def test_page_furniture_is_not_searched(store: Store) -> None:
    text = "اقرأ أيضا عن الزيتون\n" + _TEXT
    start = text.index("\n") + 1
    blocks = (Block(0, start - 1, BlockKind.RELATED), Block(start, len(text), BlockKind.BODY))
    store.add(msgspec.structs.replace(_make_reading(), text=text, blocks=blocks, mentions=()))
    assert _find(store, "الزيتون") == []
    assert _find(store, "بغداد") == ["names"]


def test_the_excerpt_shows_as_many_words_as_it_can(store: Store) -> None:
    far = "الغاز\n" + "كلام آخر. " * 40 + "\nوقعت بغداد عقد الغاز."
    blocks = (Block(0, len(far), BlockKind.BODY),)
    store.add(msgspec.structs.replace(_make_reading(), text=far, blocks=blocks, mentions=()))
    (hit,) = find_articles(store.connection, "الغاز بغداد")
    assert hit.words == "وقعت بغداد عقد الغاز."
    assert [mark.of(far) for mark in hit.marks] == ["بغداد", "الغاز"]
