"""عمان is Oman or Amman: by its vowel signs where they are written, else by what else the article names."""

import pytest

from marsad.lexicon.load import load_lexicon
from marsad.model import Article, Block, BlockKind
from marsad.read.document import to_document
from marsad.read.names import find_names


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("عقدت القمة في عمان أمس برئاسة العاهل الأردني.", "JOR"),
        ("وصل الوفد أمس إلى عمّان.", "JOR"),
        ("أعلنت عُمان استضافة الجولة المقبلة.", "OMN"),
        ("أعلنت عمان نجاح الوساطة، وأشاد الوزير العماني بالطرفين.", "OMN"),
        ("زار الوفد عمان حيث التقى مسؤولين عمانيين.", "OMN"),
    ],
)
def test_oman_and_amman(text: str, country: str) -> None:
    block = Block(start=0, end=len(text), kind=BlockKind.BODY)
    article = Article(id="x", origin="x", digest="x", text=text, blocks=(block,))
    document = to_document(article)
    names = find_names(document, load_lexicon())
    at = document.norms.index("عمان")
    found = [names.by_id[m.entity].country for m in names.mentions if m.first == at]
    assert found
    assert set(found) == {country}
