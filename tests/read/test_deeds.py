"""Deeds: who does and suffers them where decisions, bodies of states, holders and own people are told."""

import pytest

from marsad.lexicon.load import load_lexicon
from marsad.model import Page, PageKind
from marsad.pipeline import read_page


def read_deeds(text: str) -> list[tuple[str, str, list[str | None], list[str | None]]]:
    reading = read_page(Page("sentence", "sentence", PageKind.TEXT, text.encode()), load_lexicon())
    codes = {entity.id: entity.code or entity.country for entity in reading.entities}
    return [
        (event.type.value, event.status.value, sorted(map(codes.__getitem__, event.actors), key=str),
         sorted(map(codes.__getitem__, event.recipients), key=str))
        for event in reading.events
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "status", "actors", "recipients"),
    [
        # What is decided against another is done; whose decision it is does it.
        ("قررت البحرين سحب سفيرها من هولندا.", "SANCTION", "actual", ["BHR"], ["NLD"]),
        ("سينتقد السفير العماني قرار الجزائر الأخير بقطع العلاقات مع إسبانيا.", "SANCTION", "actual", ["DZA"], ["ESP"]),
        ("أثار قيام بولندا بنشر دبابات على الحدود قلقا.", "MOBILIZE", "actual", ["POL"], []),
        # Leaving a body of states is told by the body, leaving a land by the land.
        ("أعلنت الأرجنتين انسحابها من منظمة الصحة العالمية.", "SANCTION", "actual", ["ARG"], ["WHO"]),
        ("انسحبت القوات الفرنسية من النيجر.", "RETREAT", "actual", ["FRA"], ["NER"]),
        # An envoy whom nobody names may be part of the phrase.
        ("استدعى الأردن سفيره لدى هولندا.", "SANCTION", "actual", ["JOR"], ["NLD"]),
        ("كينيا وأوغندا توقعان اتفاقية للتعاون.", "AGREE", "actual", ["KEN", "UGA"], []),
        # A name alone acts for whom it serves, be that a body or a movement.
        ("حذر غوتيريش إثيوبيا من التصعيد.", "THREATEN", "actual", ["UN"], ["ETH"]),
        ("هدد عبد الملك الحوثي السعودية بالرد.", "THREATEN", "actual", ["HOUTHI"], ["SAU"]),
        ("أدانت الخارجية السعودية القرار الكيني.", "ACCUSE", "actual", ["SAU"], ["KEN"]),
        ("اقتحم محتجون السفارة الكينية في كمبالا.", "PROTEST", "actual", ["UGA"], ["KEN"]),
        ("هنأ الرئيس الكيني بوتين بإعادة انتخابه.", "SUPPORT", "actual", ["KEN"], ["RUS"]),
        ("منحت تشاد السفير الألماني مهلة 48 ساعة للمغادرة.", "SANCTION", "actual", ["TCD"], ["DEU"]),
        # Whose an attack is, and who suffers it.
        ("أدى الهجوم الواسع للقوات الروسية على كييف إلى دمار.", "ASSAULT", "actual", ["RUS"], ["UKR"]),
        ("استهدف هجوم لحركة الشباب قاعدة كينية.", "ASSAULT", "actual", ["SHABAAB"], ["KEN"]),
        ("سقط جندي هندي قتيلا بنيران باكستانية.", "ASSAULT", "actual", ["PAK"], ["IND"]),
        ("أصيب ثلاثة عراقيين برصاص الجيش التركي.", "ASSAULT", "actual", ["TUR"], ["IRQ"]),
        ("استهدفت مسيرات أوكرانية مصفاة نفط روسية.", "ASSAULT", "actual", ["UKR"], ["RUS"]),
        # A time parts no phrase.
        ("وافقت كينيا، أمس الأحد، على هدنة مع أوغندا.", "AGREE", "actual", ["KEN"], ["UGA"]),
        # Who announces what is between others has no part in it.
        ("أعلنت غانا، أمس، التوصل إلى اتفاق بين كينيا وأوغندا.", "AGREE", "actual", ["KEN", "UGA"], []),
        # Who took part in a deed has done it, whom a number counts does or suffers it.
        ("احتجت غانا على تورط توغو في إرسال أسلحة إلى طالبان.", "AID", "actual", ["TGO"], ["TALIBAN"]),
        ("تحتشد آلاف من القوات الكينية على حدود أوغندا.", "MOBILIZE", "actual", ["KEN"], []),
        ("انتقدت كينيا القرار، ثم طردت 23 دبلوماسيا أوغنديا.", "SANCTION", "actual", ["KEN"], ["UGA"]),
        ("طرد دبلوماسيون غانيون من توغو.", "SANCTION", "actual", ["TGO"], ["GHA"]),
        # A war that is waged goes on, whatever is to be said of it.
        ("من المتوقع أن يناقش الوزير الحرب التي تشنها كينيا على أوغندا.", "ASSAULT", "actual", ["KEN"], ["UGA"]),
        # Its own people.
        ("فتحت الشرطة الكينية النار على المتظاهرين.", "ASSAULT", "actual", ["KEN"], ["KEN"]),
        ("اعتقلت السلطات الغينية عشرات المعارضين.", "COERCE", "actual", ["GIN"], ["GIN"]),
        ("تظاهر آلاف السنغاليين في العاصمة.", "PROTEST", "actual", ["SEN"], ["SEN"]),
        ("تظاهر آلاف السنغاليين تضامنا مع فلسطين.", "PROTEST", "actual", ["SEN"], []),
        # Ships of a navy do what they do; a sky is entered by others than its owner.
        ("أجرت سفن من البحرية البرازيلية مناورات في المحيط.", "MOBILIZE", "actual", ["BRA"], []),
        ("أعلنت لاتفيا أن طائرات روسية انتهكت أجواءها.", "MOBILIZE", "actual", ["RUS"], ["LVA"]),
        # Whose a currency is has no part in what is paid.
        ("قدمت قطر 50 مليون دولار أمريكي إلى لبنان.", "AID", "actual", ["QAT"], ["LBN"]),
    ],
)
def test_who_did_what_to_whom(text: str, kind: str, status: str, actors: list[str], recipients: list[str]) -> None:
    assert (kind, status, actors, recipients) in read_deeds(text)


@pytest.mark.parametrize(
    "text",
    [
        "أسقطت أذربيجان مروحية أرمينية. وبعد يومين بحث الوزير إسقاط المروحية الأرمينية.",
        "اعتذر الرئيس الأذري عن إسقاط المروحية الأرمينية. وكان إسقاط المروحية الأرمينية قد أثار أزمة.",
    ],
)
def test_a_deed_told_again_is_the_same(text: str) -> None:
    deeds = [deed for deed in read_deeds(text) if deed[0] == "ASSAULT"]
    assert deeds == [("ASSAULT", "actual", ["AZE"], ["ARM"])]


def test_what_does_something_is_not_meant_to_be_done() -> None:
    assert {status for _, status, _, _ in read_deeds("استهدف قصف إسرائيلي مطار دمشق.")} == {"actual"}


def test_talks_about_an_exchange_are_none() -> None:
    assert not [deed for deed in read_deeds("أدت قطر دورا في محادثات تبادل الأسرى.") if deed[0] == "RETREAT"]


@pytest.mark.parametrize(
    "text",
    [
        "علق الرئيس الكيني على الاتفاق مع غانا.",
        "عقب الوزير الكيني على قرار غانا فتح الحدود مع توغو.",
        "في تعليقه على اتفاق غانا مع كينيا، تحدث الوزير عن التجارة.",
    ],
)
def test_what_is_commented_on_is_not_done(text: str) -> None:
    assert not {kind for kind, *_ in read_deeds(text)} & {"SANCTION", "CONCEDE"}
