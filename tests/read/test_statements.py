"""Statements: quotations of every shape, speakers who go on, relays; and what holds for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_aloud import to_article, to_sentence

from marsad.lexicon.load import load_lexicon
from marsad.model import BlockKind, Statement
from marsad.read.clauses import find_clauses
from marsad.read.document import Document, to_document
from marsad.read.names import find_names
from marsad.read.quotations import find_quotations
from marsad.read.statements import find_statements

LEXICON = load_lexicon()


def read_statements(doc: Document) -> tuple[Statement, ...]:
    names = find_names(doc, LEXICON)
    return find_statements(doc, find_clauses(doc, names, LEXICON), names, LEXICON)


def read_lines(*lines: str) -> list[tuple[str, str, str]]:
    """Speaker, content and kind of the statements of body lines."""
    doc = to_document(to_article(*((BlockKind.BODY, line) for line in lines)))
    found = read_statements(doc)
    text = doc.text
    return [(s.speaker_span.of(text) if s.speaker_span else "", s.content[0].of(text), str(s.kind)) for s in found]


QUOTED = [
    ("قال الوزير: «عدنا سالمين»", "عدنا سالمين", "direct"),
    ("قال الوزير “عدنا سالمين”.", "عدنا سالمين", "direct"),
    ('قال الوزير إن "المهلة انتهت أمس".', "المهلة انتهت أمس", "direct"),
    ('قال الوزير إن المهلة "انتهت أمس".', 'المهلة "انتهت أمس"', "mixed"),
    ("قال الوزير إن المهلة انتهت.", "المهلة انتهت", "indirect"),
    ('قال الوزير: "لن نعود. لا وقت لدينا. انتهى الأمر".', "لن نعود. لا وقت لدينا. انتهى الأمر", "direct"),
    ('قال الوزير إن "المهلة انتهت ولن نعود', "المهلة انتهت ولن نعود", "direct"),
    ('قال الوزير: «سمعت المدير يقول "كفى" ثم خرج»', 'سمعت المدير يقول "كفى" ثم خرج', "direct"),
    ("قال الوزير إن المهلة انتهت، مشيرا إلى أن الوفد عاد.", "المهلة انتهت", "indirect"),
    ("قال الوزير إن المهلة انتهت، وأضاف أن الوفد عاد.", "المهلة انتهت", "indirect"),
    ("قال الوزير إن المهلة انتهت، في وقت يستعد فيه الجيش للقتال.", "المهلة انتهت", "indirect"),
    ("قال الوزير إن المهلة انتهت وإن الوفد عاد.", "المهلة انتهت وإن الوفد عاد", "indirect"),
]


@pytest.mark.parametrize(("text", "content", "kind"), QUOTED)
def test_content_ends_where_the_reporter_returns(text: str, content: str, kind: str) -> None:
    assert ("الوزير", content, kind) in read_lines(text)


def test_an_elided_speaker_is_the_last_who_agrees() -> None:
    found = read_lines("قالت الوزيرة إن الطريق مفتوح.", "وأضافت أن الجسر مغلق.")
    assert found[1] == ("الوزيرة", "الجسر مغلق", "indirect")


def test_two_cues_before_the_same_words_make_one_statement() -> None:
    assert len(read_lines("صرح الوزير قائلا إن المهلة انتهت.")) == 1


def test_a_denied_saying_is_no_statement() -> None:
    assert read_lines("لم يقل الوزير إن المهلة انتهت.") == []


RELAYED = [
    ("قال لافروف إن الطريق مفتوح، حسب ما نقلته عنه وكالة شينخوا.", "الطريق مفتوح", "شينخوا"),
    ("وفي مقال نشرته صحيفة الغارديان، قال الباحث إن الطريق مفتوح.", "الطريق مفتوح", "الغارديان"),
    ("وفي مقابلة مع قناة العربية، قال لافروف إن الطريق مفتوح.", "الطريق مفتوح", "العربية"),
    ("وكتب لافروف على تويتر أن الطريق مفتوح.", "الطريق مفتوح", "تويتر"),
    ("وقال المتحدث باسم البيت الأبيض إن أوباما أعرب عن شكره للضيوف.", "شكره للضيوف", "البيت الأبيض"),
    ("غادر الوفد، فيما نقلت وكالة شينخوا عن لي قوله إن الطريق مفتوح.", "الطريق مفتوح", "شينخوا"),
    ("ونقل لافروف عن أوباما تصريحه الذي قال فيه إن الطريق مفتوح.", "الطريق مفتوح", "لافروف"),
    ("أعربت الصين عن شكرها للضيوف حسبما أعلنت أمس وزارة الخارجية التي رأت أن الوقت ضيق.", "شكرها للضيوف", "الخارجية"),
]


@pytest.mark.parametrize(("text", "content", "relay"), RELAYED)
def test_whoever_carries_words_is_kept(text: str, content: str, relay: str) -> None:
    doc = to_sentence(text)
    names = find_names(doc, LEXICON)
    found = find_statements(doc, find_clauses(doc, names, LEXICON), names, LEXICON)
    (told,) = [s for s in found if s.content[0].of(text).startswith(content)]
    assert [names.by_id[entity].name.ar for entity in told.via if relay in (names.by_id[entity].name.ar or "")]


def test_titles_are_not_read() -> None:
    doc = to_document(to_article((BlockKind.TITLE, "الوزير: المهلة انتهت"), (BlockKind.BODY, "انتهت المهلة.")))
    assert read_statements(doc) == ()


def test_a_quotation_opened_anew_leaves_the_first_unclosed() -> None:
    doc = to_sentence('أكد أن "المواقف لم تتغير، وأن الوفد "عاد أمس".')
    closed = [quotation.closed for quotation in find_quotations(doc, doc.lines[0])]
    assert closed == [False, True]


_WORDS = st.sampled_from(
    "قال قالت وأضاف الوزير المدير أن إن أنه مؤكدا مشيرا إلى بحسب وفق مصدر عن نقلت وكالة روسيا الصين بوتين"
    " المهلة انتهت لم لن سوف « » \" “ ” ' ، . : ( ) - في بيان اعتبر وصف ب بأنه ما الذي".split()
)
_TEXTS = st.lists(st.one_of(_WORDS, st.sampled_from(["\n"])), max_size=40).map(" ".join)


@given(_TEXTS)
@settings(max_examples=150, deadline=None)
def test_any_text_gives_sound_statements(text: str) -> None:
    parts = [(BlockKind.BODY, line) for line in text.split("\n") if line.strip()]
    doc = to_document(to_article(*parts))
    for statement in read_statements(doc):
        for content in statement.content:
            assert content.start < content.end
            assert any(b.start <= content.start and content.end <= b.end for b in doc.article.blocks)
            if statement.kind == "direct":
                assert content.end <= statement.cue.start or statement.cue.end <= content.start


@given(st.text(max_size=80))
@settings(max_examples=100, deadline=None)
def test_no_text_raises(text: str) -> None:
    line = " ".join(text.split())
    if line:
        read_statements(to_sentence(line))
