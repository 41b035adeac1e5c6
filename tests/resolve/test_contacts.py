"""Contacts and mechanisms between two sides, from short articles of our own."""

from recorded import relate
from told import Told, read_told

from marsad.lexicon.load import load_lexicon
from marsad.model import EventStatus
from marsad.model.briefing import Briefing
from marsad.model.contact import ContactForm, ContactLevel, Mechanism
from marsad.resolve.briefing import brief

_LEXICON = load_lexicon()


def brief_on(a: str, b: str, *articles: Told, new_since: str | None = None) -> Briefing:
    readings = [read_told(told, f"a{number}") for number, told in enumerate(articles)]
    return brief(relate(readings, a, b), readings, {}, {}, _LEXICON, new_since)


def mechanisms(a: str, b: str, *articles: Told) -> dict[str, Mechanism]:
    return {mechanism.id: mechanism for mechanism in brief_on(a, b, *articles).mechanisms}


def names(mechanism: Mechanism, side: str) -> list[str | None]:
    return [holder.who.name.en for seat in mechanism.seats if seat.side == side for holder in seat.holders]


def test_named_format_is_one_mechanism_with_its_office_holders() -> None:
    text = "عقد وزير الخارجية الفرنسي {} جولة من الحوار الاستراتيجي مع وزير الخارجية المصري سامح شكري في باريس يوم {}."
    found = mechanisms(
        "EGY",
        "FRA",
        Told("2021-06-22", text.format("جان إيف لودريان", "21 يونيو 2021")),
        Told("2023-06-22", text.format("كاترين كولونا", "21 يونيو 2023")),
    )
    dialogue = found["strategic-dialogue"]
    assert dialogue.is_named
    assert dialogue.level is ContactLevel.FOREIGN
    assert [contact.when.value for contact in dialogue.contacts] == ["2021-06-21", "2023-06-21"]
    assert dialogue.gaps == (730,)
    assert dialogue.rhythm is None
    assert len(names(dialogue, "FRA")) == 2
    assert len(names(dialogue, "EGY")) == 1


def test_level_is_that_of_the_lower_of_the_two() -> None:
    found = mechanisms(
        "JPN",
        "IND",
        Told("2022-03-20", "التقى رئيس الوزراء الهندي ناريندرا مودي وزير الدفاع الياباني نوبو كيشي السبت."),
    )
    assert [mechanism.level for mechanism in found.values()] == [ContactLevel.DEFENCE]


def test_forms() -> None:
    found = brief_on(
        "TUR",
        "QAT",
        Told("2022-03-01", "أجرى الرئيس التركي رجب طيب أردوغان اتصالا هاتفيا بأمير قطر تميم بن حمد الثلاثاء."),
        Told("2022-05-01", "زار أمير قطر تميم بن حمد تركيا يوم 30 أبريل 2022 والتقى الرئيس رجب طيب أردوغان."),
    )
    forms = {contact.form: contact for mechanism in found.mechanisms for contact in mechanism.contacts}
    assert {ContactForm.PHONE, ContactForm.VISIT} <= forms.keys()
    visit = forms[ContactForm.VISIT]
    assert (visit.visitor, visit.host) == ("QAT", "TUR")


def test_a_regular_mechanism_that_did_not_meet_is_overdue() -> None:
    text = "اجتمع وزير الخارجية الهندي سوبراهمانيام جايشانكار بنظيره النيبالي في دلهي يوم 5 مارس {}."
    articles = [Told(f"{year}-03-06", text.format(year)) for year in (2015, 2016, 2017, 2018)]
    regular = mechanisms("IND", "NPL", *articles)["foreign"]
    assert regular.rhythm == 365
    assert regular.due == "2019-03-05"
    assert not regular.is_overdue
    later = Told("2020-06-01", "قالت الهند إن نيبال شريك مهم.")
    assert mechanisms("IND", "NPL", *articles, later)["foreign"].is_overdue


def test_what_is_new_is_what_nobody_told_before() -> None:
    text = "اجتمع وزير الخارجية الهندي سوبراهمانيام جايشانكار بنظيره النيبالي في دلهي يوم 5 مارس {}."
    articles = [Told(f"{year}-03-06", text.format(year)) for year in (2017, 2018)]
    news = brief_on("IND", "NPL", *articles, new_since="2018-01-01").news
    assert news is not None
    assert news.articles == ("a1",)
    assert all(happening.startswith("a1#") for happening in news.happenings)


def test_third_parties_and_topics() -> None:
    briefing = brief_on(
        "KOR", "JPN", Told("2023-08-19", "التقى وزيرا دفاع كوريا الجنوبية واليابان الجمعة لبحث صواريخ كوريا الشمالية.")
    )
    assert "PRK" in [party.code for party in briefing.third_parties]
    assert all(party.code not in ("KOR", "JPN") for party in briefing.third_parties)


def test_what_lies_ahead_of_its_reports_was_not_held() -> None:
    text = "اجتمع وزير الخارجية الهندي سوبراهمانيام جايشانكار بنظيره النيبالي في 5 مارس 2023."
    found = brief_on("IND", "NPL", Told("2022-12-30", text)).mechanisms
    assert [contact.status for mechanism in found for contact in mechanism.contacts] == [EventStatus.FUTURE]
