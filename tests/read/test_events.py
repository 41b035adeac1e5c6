"""Events: who did what to whom, its status, its day, who says so, and what is one happening. The sentences are ours."""

import pytest
from reading_aloud import codes, read_text

from marsad.lexicon.load import Lexicon
from marsad.model import Event, Reading


def events_of(reading: Reading, kind: str) -> list[Event]:
    """The events of one type."""
    return [event for event in reading.events if event.type.value == kind]


DIRECTED = [
    ("انتقدت وزارة الخارجية الكينية إثيوبيا.", "ACCUSE", "KEN", "ETH"),
    ("تتهم كمبالا كيغالي بتسليح المتمردين.", "ACCUSE", "UGA", "RWA"),
    ("وصل وزير الخارجية السنغالي إلى باماكو متهما غينيا بالتدخل.", "ACCUSE", "SEN", "GIN"),
    ("انتقد الرئيس الكيني إثيوبيا وأوغندا، واتهمهما بدعم المتمردين.", "ACCUSE", "KEN", "ETH UGA"),
    ("رفضت بوليفيا سياسة تشيلي في ملف المياه.", "REJECT", "BOL", "CHL"),
    ("طالبت ماليزيا إندونيسيا بوقف حرائق الغابات.", "REQUEST", "MYS", "IDN"),
    ("دعت سلوفاكيا المجر إلى احترام الحدود.", "REQUEST", "SVK", "HUN"),
    ("هدد رئيس إريتريا جيبوتي برد عسكري.", "THREATEN", "ERI", "DJI"),
    ("أشاد رئيس غانا بجهود توغو.", "SUPPORT", "GHA", "TGO"),
    ("شكرت ليتوانيا لاتفيا على استضافة اللاجئين.", "SUPPORT", "LTU", "LVA"),
    ("فرضت النرويج عقوبات على بيلاروسيا.", "SANCTION", "NOR", "BLR"),
    ("طردت البرتغال السفير البيلاروسي.", "SANCTION", "PRT", "BLR"),
    ("اعتقلت السلطات التنزانية صحافيا كينيا.", "COERCE", "TZA", "KEN"),
    ("قصف الجيش الأذربيجاني مواقع أرمينية.", "ASSAULT", "AZE", "ARM"),
    ("أرسلت تشيلي مساعدات إنسانية إلى بيرو.", "AID", "CHL", "PER"),
    ("سحبت بولندا قواتها من العراق.", "RETREAT", "POL", "IRQ"),
]


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), DIRECTED)
def test_direction(text: str, kind: str, actors: str, recipients: str, lexicon: Lexicon) -> None:
    reading = read_text(text, lexicon)
    found = [(codes(reading, e.actors), codes(reading, e.recipients)) for e in events_of(reading, kind)]
    assert (actors.split(), recipients.split()) in found


VISITS = [
    ("زار رئيس وزراء تايلاند فيتنام أمس.", "THA", "VNM"),
    ("تأتي زيارة الرئيس الكولومبي إلى الإكوادور في وقت صعب.", "COL", "ECU"),
    ("وصل وزير الخارجية النيبالي إلى دكا في زيارة رسمية.", "NPL", "BGD"),
    ("استقبل رئيس بنما رئيس كوستاريكا.", "CRI", "PAN"),
]


@pytest.mark.parametrize(("text", "visitor", "host"), VISITS)
def test_visitor_and_host(text: str, visitor: str, host: str, lexicon: Lexicon) -> None:
    reading = read_text(text, lexicon)
    found = [(codes(reading, e.actors), codes(reading, e.recipients)) for e in events_of(reading, "CONSULT")]
    assert ([visitor], [host]) in found


MUTUAL = [
    ("بحث وزير خارجية كرواتيا ونظيره السلوفيني ترسيم الحدود البحرية خلال لقاء عقد أمس.", "CONSULT", "HRV SVN"),
    ("التقى رئيس زامبيا رئيس مالاوي.", "CONSULT", "MWI ZMB"),
    ("اتفقت زامبيا ومالاوي على فتح المعابر.", "AGREE", "MWI ZMB"),
    ("وقعت فنلندا وإستونيا اتفاقية للنقل.", "AGREE", "EST FIN"),
    ("أجرت الهند وسريلانكا مناورات بحرية مشتركة.", "COOPERATE", "IND LKA"),
    ("عقدت محادثات بين البرازيل والأرجنتين.", "CONSULT", "ARG BRA"),
]


@pytest.mark.parametrize(("text", "kind", "parties"), MUTUAL)
def test_mutual(text: str, kind: str, parties: str, lexicon: Lexicon) -> None:
    reading = read_text(text, lexicon)
    assert parties.split() in [codes(reading, (*e.actors, *e.recipients)) for e in events_of(reading, kind)]


STATUS = [
    ("سيزور رئيس تايلاند فيتنام غدا.", "AGREE", "future"),
    ("لم تفرض النرويج عقوبات على بيلاروسيا.", "SANCTION", "negated"),
    ("لم تقصف إريتريا جيبوتي.", "ASSAULT", "negated"),
    ("ستفرض النرويج عقوبات على بيلاروسيا.", "SANCTION", "future"),
    ("قد تفرض النرويج عقوبات على بيلاروسيا.", "SANCTION", "hypothetical"),
    ("فرضت النرويج عقوبات على بيلاروسيا.", "SANCTION", "actual"),
    ("يغلق المعبر في حال هجوم إريتريا على جيبوتي.", "ASSAULT", "hypothetical"),
    ("ستقدم تشيلي مساعدات إلى بيرو.", "AGREE", "actual"),
    ("قال رئيس كوبا إن تشيلي ستقدم مساعدات إلى بيرو.", "AGREE", "future"),
    ("قال رئيس كوبا إن العقوبات سترفع مقابل تنازلات قدمتها تشيلي.", "CONCEDE", "actual"),
    ("سيراقب رئيس كوبا التدريبات المشتركة التي أجرتها تشيلي وبيرو.", "COOPERATE", "actual"),
    ("أكد رئيس كوبا أنه سيبحث الملف الليبي عندما يلتقي نظيره التشيلي.", "AGREE", "future"),
]


@pytest.mark.parametrize(("text", "kind", "status"), STATUS)
def test_status(text: str, kind: str, status: str, lexicon: Lexicon) -> None:
    assert status in [event.status.value for event in events_of(read_text(text, lexicon), kind)]


DATES = [
    ("التقى رئيس زامبيا رئيس مالاوي أمس.", "CONSULT", "2024-05-15"),
    ("زار رئيس تايلاند فيتنام الأسبوع الماضي.", "CONSULT", "2024-05"),
    ("فرضت النرويج عقوبات على بيلاروسيا عام 2021.", "SANCTION", "2021"),
    ("فرضت النرويج عقوبات على بيلاروسيا في مارس 2022.", "SANCTION", "2022-03"),
    ("فرضت النرويج عقوبات على بيلاروسيا.", "SANCTION", None),
    ("قال وزير خارجية كينيا الثلاثاء إن بلاده تدين هجوم 2019 الذي نفذته إثيوبيا.", "ACCUSE", "2024-05-14"),
    ("التقى وزير خارجية غانا نظيره التوغولي مساء أمس.", "CONSULT", "2024-05-15"),
    ("شكر رئيس غانا نظيره التوغولي، وقال إنه سيزوره في سبتمبر المقبل.", "SUPPORT", None),
]


@pytest.mark.parametrize(("text", "kind", "day"), DATES)
def test_date(text: str, kind: str, day: str | None, lexicon: Lexicon) -> None:
    assert day in [event.date for event in events_of(read_text(text, lexicon), kind)]


def test_what_somebody_else_did_is_only_said(lexicon: Lexicon) -> None:
    reading = read_text("قال رئيس كينيا إن الجيش الإثيوبي قصف قرية في الصومال.", lexicon)
    assert [event.said_by is not None for event in events_of(reading, "ASSAULT")] == [True]


def test_own_words_are_told(lexicon: Lexicon) -> None:
    reading = read_text("قال رئيس كينيا إن بلاده ترفض سياسة إثيوبيا.", lexicon)
    assert [event.said_by for event in events_of(reading, "REJECT")] == [None]


def test_we_is_the_speaker(lexicon: Lexicon) -> None:
    reading = read_text('قال وزير خارجية كوبا: "نرفض سياسة تشيلي".', lexicon)
    assert [codes(reading, e.actors) for e in events_of(reading, "REJECT")] == [["CUB"]]


def test_passive_leaves_the_doer_open(lexicon: Lexicon) -> None:
    reading = read_text("اغتيل دبلوماسي كيني في مقديشو.", lexicon)
    assert all(not event.actors for event in events_of(reading, "ASSAULT"))


def test_one_meeting_told_twice_is_one(lexicon: Lexicon) -> None:
    reading = read_text("التقى رئيس زامبيا رئيس مالاوي أمس.\nوعقد اللقاء بين زامبيا ومالاوي أمس في لوساكا.", lexicon)
    assert len(events_of(reading, "CONSULT")) == 1


def test_two_meetings_stay_two(lexicon: Lexicon) -> None:
    reading = read_text("التقى رئيس زامبيا رئيس مالاوي أمس.\nوالتقى رئيس زامبيا رئيس أنغولا أمس.", lexicon)
    assert len(events_of(reading, "CONSULT")) == 2


def test_ministers_and_presidents_meet_apart(lexicon: Lexicon) -> None:
    reading = read_text(
        "زار وزير الخارجية الروسي سيرغي لافروف الصين والتقى نظيره الصيني وانغ يي.\n"
        "وكان الرئيس الروسي فلاديمير بوتين اجتمع مع الرئيس الصيني شي جين بينغ في سمرقند.",
        lexicon,
    )
    assert [len(event.participants) for event in events_of(reading, "CONSULT")] == [2, 2]


def test_protest_has_the_people_of_the_place(lexicon: Lexicon) -> None:
    reading = read_text("تظاهر مئات الطلاب في مونتيفيديو ضد رفع الرسوم.", lexicon)
    assert [codes(reading, e.actors) for e in events_of(reading, "PROTEST")] == [["URY"]]


SILENT = [
    "ضرب الوزير الكيني مثلا من تاريخ بلاده.",
    "هاجم المنتخب الكيني مرمى ضيفه الأوغندي.",
    "احتشد المشجعون في كمبالا لتحية منتخب أوغندا.",
    "فجر اللاعب البرازيلي مفاجأة في المباراة.",
]


@pytest.mark.parametrize("text", SILENT)
def test_figures_of_speech_are_silent(text: str, lexicon: Lexicon) -> None:
    reading = read_text(text, lexicon)
    assert not [event for event in reading.events if event.type.value in ("ASSAULT", "PROTEST", "COERCE")]
