"""المملكة, السلطنة: the form of a state means the one of its kind that the article names, or nobody."""

import pytest

from marsad.lexicon.load import load_lexicon
from marsad.model import Article, Block, BlockKind
from marsad.read.document import to_document
from marsad.read.names import find_names


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("وصل العاهل الأردني إلى المطار، وقال إن المملكة ترحب بالوفد.", "المملكة", "JOR"),
        ("بدأ الوفد زيارة للمملكة بدعوة من وزير الخارجية السعودي.", "مملكة", "SAU"),
        ("أعلنت مسقط أن السلطنة ستستضيف الجولة المقبلة.", "السلطنة", "OMN"),
        ("قال وزير بريطاني إن المملكة عالم من الحيوان والنبات.", "المملكة", None),
        ("يتنافس المغرب والبحرين، فيما تنظم المملكة الدورة.", "المملكة", "BHR"),
    ],
)
def test_form_of_a_state(text: str, word: str, country: str | None) -> None:
    block = Block(start=0, end=len(text), kind=BlockKind.BODY)
    article = Article(id="x", origin="x", digest="x", text=text, blocks=(block,))
    names = find_names(to_document(article), load_lexicon())
    found = {text[m.start : m.end]: names.by_id[m.entity].country for m in names.mentions}
    assert found.get(word) == country


def test_form_of_the_outlets_own_state() -> None:
    text = "وصل وزير خارجية الأردن إلى المملكة."
    block = Block(start=0, end=len(text), kind=BlockKind.BODY)
    article = Article(id="x", origin="x", digest="x", text=text, blocks=(block,), outlet="عكاظ (okaz.com.sa)")
    names = find_names(to_document(article), load_lexicon())
    assert names.by_id[names.mentions[-1].entity].country == "SAU"
