"""Who is meant where an event's party is not named beside it: two in one word, a body by its noun, a contact group."""

import pytest
from reading_aloud import codes

from marsad.lexicon.collectives import Collective
from marsad.lexicon.load import load_lexicon
from marsad.model import Article, Block, BlockKind, Page, PageKind
from marsad.pipeline import read_page
from marsad.read.document import to_document
from marsad.read.names import find_names


def _read_sides(text: str, kind: str, outlet: str | None = None) -> tuple[str, str]:
    """Actors and recipients of the last event of a type, as sorted codes."""
    reading = read_page(Page("a", "a", PageKind.TEXT, text.encode(), outlet=outlet), load_lexicon())
    event = [event for event in reading.events if event.type == kind][-1]
    return " ".join(codes(reading, event.actors)), " ".join(codes(reading, event.recipients))


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        # Two who are joined, though a third is named as often.
        (
            "ترفض كينيا خطط رواندا وبوروندي. وتقول كينيا إن رواندا وبوروندي تستعجلان. "
            "وأعربت كينيا عن رفضها انضمام البلدين إلى الحلف.",
            "REJECT",
            "KEN",
            "BDI RWA",
        ),
        # Two who hold one office, one of them told as counterpart.
        (
            "بحث الرئيس الغاني جون ماهاما مع نظيره التوغولي فور غناسينغبي الوضع في مالي والنيجر. "
            "واتفق الرئيسان على العمل معا.",
            "AGREE",
            "GHA TGO",
            "",
        ),
        (
            "انتقد الرئيس الصيني شي جين بينغ الرئيس الروسي فلاديمير بوتين. والتقى الرئيسان الصيني والروسي في سمرقند.",
            "CONSULT",
            "CHN RUS",
            "",
        ),
        # A body by the noun that its name begins with, a movement by another name.
        ("اجتمع مجلس الأمن الدولي أمس. وقال السفير الياباني إن المجلس أدان ميانمار.", "ACCUSE", "UN", "MMR"),
        ("سيطر الحوثيون على الميناء. وطالبت النرويج الحركة بالانسحاب.", "REQUEST", "NOR", "HOUTHI"),
        # A name in brackets behind a verb is its subject.
        ('وقال الرئيس الكيني: "زار (الوزير الأوغندي) رواندا أمس".', "CONSULT", "UGA", "RWA"),
        # What a light verb's own noun is done to.
        ("أعرب الرئيس الصربي أمس عن معارضته انضمام كوسوفو إلى الإنتربول.", "REJECT", "SRB", "XKX"),
    ],
)
def test_party_is_found(text: str, kind: str, actors: str, recipients: str) -> None:
    assert _read_sides(text, kind) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("قصف المتمردون السوريون قاعدة روسية.", "ASSAULT", "ZZZ", "RUS"),
        ("قتل مسلحون من طالبان جنودا كينيين.", "ASSAULT", "TALIBAN", "KEN"),
        ("سيطر الحوثيون على الميناء. ثم قصف المتمردون سفينة نرويجية.", "ASSAULT", "HOUTHI", "NOR"),
        ("دعت غانا المجتمع الدولي إلى مساعدة مالي.", "REQUEST", "GHA", "ZZZ"),
    ],
)
def test_who_acts_without_a_state(text: str, kind: str, actors: str, recipients: str) -> None:
    assert _read_sides(text, kind) == (actors, recipients)


@pytest.mark.parametrize("collective", load_lexicon().collectives, ids=lambda one: one.id)
def test_collectives_stand_in_their_examples_only(collective: Collective) -> None:
    def found(text: str) -> set[str]:
        block = Block(start=0, end=len(text), kind=BlockKind.BODY)
        article = Article(id="x", origin="x", digest="x", text=text, blocks=(block,))
        return {entity.rule for entity in find_names(to_document(article), load_lexicon()).entities}

    rule = f"collectives.{collective.id}"
    assert rule in found(collective.example)
    assert rule not in found(collective.counter)


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("وقعت إيران ومجموعة 5+1 اتفاقا في فيينا.", "AGREE", "CHN DEU FRA GBR IRN RUS USA"),
        ("اتفقت إيران والقوى الكبرى على التمديد. وشكر الوزير مجموعة 5+1.", "AGREE", "CHN DEU FRA GBR IRN RUS USA"),
        ("اتفقت دول كواد على تبادل البيانات.", "AGREE", "AUS IND JPN USA"),
        ("قصف التحالف بقيادة السعودية مواقع الحوثيين.", "ASSAULT", "SAU"),
    ],
)
def test_states_act_for_their_contact_group(text: str, kind: str, actors: str) -> None:
    assert _read_sides(text, kind)[0] == actors


def test_major_powers_are_a_contact_group_only_where_it_is_named() -> None:
    assert "CHN" not in _read_sides("اتفقت إيران والقوى الكبرى على خفض أسعار القمح.", "AGREE")[0]


def test_contact_groups_are_organizations_of_known_states() -> None:
    lexicon = load_lexicon()
    organizations = {organization.id for organization in lexicon.organizations}
    countries = {country.code for country in lexicon.countries}
    for group in lexicon.contact_groups:
        assert group.organization in organizations
        assert countries.issuperset(group.members)
        # A coalition of war acts as the one state that leads it.
        assert len(set(group.members)) == len(group.members) != 2
