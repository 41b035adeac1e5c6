"""Force: one attack told in several words, whom arms are aimed at, whose the forces are, who holds a place."""

import pytest

from marsad.lexicon.load import load_lexicon
from marsad.model import Event, EventType, Page, PageKind
from marsad.pipeline import read_page

FORCE = {EventType.ASSAULT, EventType.COERCE}


def read_force(text: str) -> list[tuple[Event, list[str | None], list[str | None]]]:
    reading = read_page(Page("sentence", "sentence", PageKind.TEXT, text.encode()), load_lexicon())
    codes = {entity.id: entity.code or entity.country for entity in reading.entities}
    return [
        (event, [codes[party] for party in event.actors], [codes[party] for party in event.recipients])
        for event in reading.events
        if event.type in FORCE
    ]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("قصفت طائرات روسية بلدة أوكرانية، وأسفر القصف عن مقتل خمسة أوكرانيين.", ["RUS"], ["UKR"]),
        ("شنت طائرات مصرية غارات على مواقع لتنظيم داعش، في هجوم على التنظيم عند الفجر.", ["EGY"], ["ISIS"]),
    ],
)
def test_one_attack_told_in_several_words_is_one(text: str, actors: list[str], recipients: list[str]) -> None:
    ((_, acting, suffering),) = read_force(text)
    assert (acting, suffering) == (actors, recipients)


def test_who_hits_back_does_another_deed() -> None:
    events = read_force("قصفت الهند قرية باكستانية، وقصفت باكستان قرية هندية.")
    assert [(acting, suffering) for _, acting, suffering in events] == [(["IND"], ["PAK"]), (["PAK"], ["IND"])]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("أطلق الجيش الفرنسي صواريخ على مواقع لتنظيم داعش في العراق.", ["FRA"], ["ISIS"]),
        ("شنت المقاتلات التركية غارات على قواعد لحزب العمال الكردستاني في شمال العراق.", ["TUR"], ["PKK"]),
        ("نفذت بريطانيا ضربات على أهداف في مناطق يسيطر عليها الحوثيون في اليمن.", ["GBR"], ["HOUTHI"]),
        ("قتلت طائرات تابعة لحلف شمال الأطلسي 24 جنديا باكستانيا.", ["NATO"], ["PAK"]),
        ("شنت طائرات تابعة لحلف شمال الأطلسي غارات على ليبيا.", ["NATO"], ["LBY"]),
        ("قالت تركيا إنها اعتقلت خمسة عراقيين.", ["TUR"], ["IRQ"]),
        ("أعلن الجيش الأمريكي أنه نفذ ضربتين في اليمن.", ["USA"], ["YEM"]),
        ('أعلنت هيئة الاتصالات الروسية أنها حظرت منصة "يوتيوب" في البلاد.', ["RUS"], ["USA"]),
    ],
)
def test_who_acts_and_whom_it_is_aimed_at(text: str, actors: list[str], recipients: list[str]) -> None:
    ((_, acting, suffering),) = read_force(text)
    assert (acting, suffering) == (actors, recipients)


@pytest.mark.parametrize(
    "text",
    [
        "زار الوفد المناطق التي يسيطر عليها الجيش الوطني الليبي في شرق البلاد.",
        "وصل السفير إلى بلدة تسيطر عليها القوات الأرمينية.",
    ],
)
def test_who_holds_a_place_takes_it_no_more(text: str) -> None:
    assert read_force(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "توجه المحققون إلى باريس من أجل اعتقال مهرب فرنسي.",
        "أثار تهديد الحركة بقصف مدينة كينية قلق السكان.",
    ],
)
def test_what_force_is_meant_for_is_not_done(text: str) -> None:
    assert read_force(text) == []


def test_one_arrest_told_twice_in_a_sentence_is_one() -> None:
    ((_, acting, suffering),) = read_force("اعتقلت تركيا خمسة عراقيين، وجاء اعتقال العراقيين في إسطنبول.")
    assert (acting, suffering) == (["TUR"], ["IRQ"])


def test_who_claims_an_attack_has_done_it() -> None:
    ((_, acting, suffering),) = read_force("أعلن الحوثيون مسؤوليتهم عن هجوم على سفينة يونانية.")
    assert (acting, suffering) == (["HOUTHI"], ["GRC"])


def test_force_told_of_nobody_was_told_before() -> None:
    ((_, acting, suffering),) = read_force("قصف الجيش الكيني قرية أوغندية. وقتل عشرة أشخاص. وأصيب عشرون آخرون.")
    assert (acting, suffering) == (["KEN"], ["UGA"])
