"""Who did it and who suffered it, where the verb does not tell active from passive."""

import pytest

from marsad.lexicon.load import load_lexicon
from marsad.model import EventType, Page, PageKind
from marsad.pipeline import read_page

FORCE = {EventType.ASSAULT, EventType.COERCE}


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("خطف مهندس فرنسي جنوب العاصمة النيجيرية أمس.", [], ["FRA"]),
        ("وكان 30 شرطيا هنديا قد قتلوا في تفجير انتحاري.", [], ["IND"]),
        ("قتل جندي تشادي صيادا كاميرونيا.", ["TCD"], ["CMR"]),
        ("قتل مسلحون من طالبان خمسة جنود باكستانيين.", ["TALIBAN"], ["PAK"]),
        ("قتل ثلاثة من جنود تشاد في هجوم شنته بوكو حرام.", ["BOKOHARAM"], ["TCD"]),
        ("قتل ثلاثة صيادين فلسطينيين في غارة إسرائيلية على شاطئ غزة.", ["ISR"], ["PSE"]),
        ("أصيب ثلاثة أردنيين بنيران الجيش الإسرائيلي.", ["ISR"], ["JOR"]),
        ("اغتيل دبلوماسي إيراني في بيروت على أيدي مجهولين.", [], ["IRN"]),
        ("اعتقل صحفي ألماني في أنقرة.", ["TUR"], ["DEU"]),
        ("تعرضت سفينة يونانية لهجوم من البحرية الصومالية.", ["SOM"], ["GRC"]),
        ("أسفر قصف روسي عن مقتل خمسة أوكرانيين.", ["RUS"], ["UKR"]),
    ],
)
def test_doers_and_victims(text: str, actors: list[str], recipients: list[str]) -> None:
    reading = read_page(Page("sentence", "sentence", PageKind.TEXT, text.encode()), load_lexicon())
    codes = {entity.id: entity.code or entity.country for entity in reading.entities}
    event = next(event for event in reading.events if event.type in FORCE)
    assert [codes[party] for party in event.actors] == actors
    assert [codes[party] for party in event.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("تظاهر مئات الإيرانيين أمام السفارة تنديدا بالقرار الفرنسي.", {"IRN"}, {"FRA"}),
        ("خرج آلاف العراقيين في مظاهرات منددة بالغارات التركية.", {"IRQ"}, {"TUR"}),
        ("هتف المحتجون الموت لأمريكا والموت لإسرائيل في طهران.", {"IRN"}, {"USA", "ISR"}),
        ("أحرق محتجون باكستانيون العلم الأميركي.", {"PAK"}, {"USA"}),
        ("تظاهر آلاف الأتراك دعما لفلسطين.", {"TUR"}, set()),
    ],
)
def test_whom_protests_are_against(text: str, actors: set[str], recipients: set[str]) -> None:
    reading = read_page(Page("sentence", "sentence", PageKind.TEXT, text.encode()), load_lexicon())
    codes = {entity.id: entity.code or entity.country for entity in reading.entities}
    event = next(event for event in reading.events if event.type is EventType.PROTEST)
    assert {codes[party] for party in event.actors} == actors
    assert {codes[party] for party in event.recipients} == recipients


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("أدانت غانا الهجوم على السفارة الكينية في مقديشو.", []),
        ("نددت النرويج باغتيال السفير الكيني.", []),
        ("استنكرت ماليزيا الاعتداء الإثيوبي على القرية الكينية.", ["ETH"]),
    ],
)
def test_who_condemns_a_deed_finds_no_fault_with_its_victim(text: str, recipients: list[str]) -> None:
    reading = read_page(Page("sentence", "sentence", PageKind.TEXT, text.encode()), load_lexicon())
    codes = {entity.id: entity.country for entity in reading.entities}
    words = next(event for event in reading.events if event.type is EventType.ACCUSE)
    deeds = [event for event in reading.events if event.type is EventType.ASSAULT]
    assert [codes[party] for party in words.recipients] == recipients
    assert all(party not in deed.actors for deed in deeds for party in words.actors)
