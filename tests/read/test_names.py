"""Who and where: the role formula, names under their spellings, bodies, capitals, offices that stand for people."""

import pytest

from marsad.lexicon.load import load_lexicon
from marsad.model import Article, Block, BlockKind, EntityKind, MentionKind
from marsad.read.document import to_document
from marsad.read.mentions import Form, Names
from marsad.read.names import find_names


def find(text: str) -> tuple[str, Names]:
    """Find the names of a text that is all body."""
    block = Block(start=0, end=len(text), kind=BlockKind.BODY)
    article = Article(id="x", origin="x", digest="x", text=text, blocks=(block,))
    return text, find_names(to_document(article), load_lexicon())


def forms(text: str, kind: EntityKind) -> dict[str, str | None]:
    """Map each written name of this kind to its country."""
    _, names = find(text)
    return {
        text[m.start : m.end]: names.by_id[m.entity].country
        for m in names.mentions
        if names.by_id[m.entity].kind is kind and m.kind is MentionKind.NAME and m.form is not Form.ADJECTIVE
    }


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("استقبل وزير الخارجية الكيني موساليا مودافادي ضيفه اليوم.", {"موساليا مودافادي": "KEN"}),
        ("قالت رئيسة وزراء الدنمارك ميتي فريدريكسن إن الوقت حان.", {"ميتي فريدريكسن": "DNK"}),
        ("وصرح المتحدث باسم الحكومة الأوغندية أوفونو أوبوندو بذلك.", {"أوفونو أوبوندو": "UGA"}),
        ("التقى بوتين نظيره القرغيزي صادير جاباروف.", {"بوتين": "RUS", "صادير جاباروف": "KGZ"}),
        ("بحث قائد الجيش اللبناني العماد رودولف هيكل الوضع.", {"رودولف هيكل": "LBN"}),
        ("وأضاف لافروف أن الحوار مستمر.", {"لافروف": "RUS"}),
        ("وقال الملك عبدالله الثاني إن السلام ممكن.", {"عبدالله الثاني": "JOR"}),
    ],
)
def test_people_are_found_by_the_role_formula(text: str, people: dict[str, str]) -> None:
    assert forms(text, EntityKind.PERSON) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("أوقفت الشرطة تاجر العقارات إدريس السرغيني في المطار.", {"إدريس السرغيني"}),
        ("شهدت القاعة حضور إيميلي كارتر وخورخي سيلفيرا.", {"إيميلي كارتر", "خورخي سيلفيرا"}),
        ("كرّم الحفل فاطمة بنت محمد ولد عبدي أمس.", {"فاطمة بنت محمد ولد عبدي"}),
        ("سلّم العماد علي أيوب القيادة.", {"علي أيوب"}),
        ("اتفق إيغور سميرنوف على موعد آخر.", {"إيغور سميرنوف"}),
        ("قال المدير العام للوكالة الدولية للطاقة الذرية هارفندرا كولكارني إنه راض.", {"هارفندرا كولكارني"}),
        ("مر الموكب في شارع إدريس مدني.", set()),
        ("صدر بيان صادر عن الوزارة.", set()),
        ("ولد ياسين في القرية.", set()),
    ],
)
def test_people_are_found_by_their_given_names(text: str, people: set[str]) -> None:
    assert set(forms(text, EntityKind.PERSON)) == people


def test_an_adjective_before_a_name_is_its_nationality() -> None:
    assert forms("رافقهم الرحالة الكيني إدريس كمبوي أسبوعا.", EntityKind.PERSON) == {"إدريس كمبوي": "KEN"}


@pytest.mark.parametrize(
    "text",
    [
        "عقد وزير الدفاع اجتماعا طارئا مع القادة.",
        "تلقى الرئيس المصري اتصالا من نظيره.",
        "يزور رئيس الوزراء بلدانا عدة.",
        "قال مصدر دبلوماسي رفيع إن اللقاء تأجل.",
        "وقع الرئيس التونسي اتفاقية تعاون.",
    ],
)
def test_common_nouns_after_an_office_are_no_names(text: str) -> None:
    assert not forms(text, EntityKind.PERSON)


def test_role_holds_office_and_country_with_its_span() -> None:
    text, names = find("زار وزير الدفاع الإيطالي غويدو كروزيتو بيروت.")
    person = next(e for e in names.entities if e.kind is EntityKind.PERSON)
    role = person.roles[0]
    assert (role.title.en, role.country) == ("minister of defence", "ITA")
    assert role.span.of(text) == "وزير الدفاع الإيطالي"


def test_short_name_and_office_mean_the_person_named_before() -> None:
    text, names = find("قال الرئيس الكيني ويليام روتو إنه متفائل. وأكد روتو ذلك. وأضاف الرئيس الكيني أنه عائد.")
    person = next(e for e in names.entities if e.kind is EntityKind.PERSON)
    found = [(text[m.start : m.end], m.form) for m in names.mentions if m.entity == person.id]
    assert found == [("ويليام روتو", Form.PROPER), ("روتو", Form.PROPER), ("الرئيس الكيني", Form.OFFICE)]


def test_office_that_nobody_is_named_for_acts_for_its_country() -> None:
    text, names = find("وأعلنت وزيرة خارجية إستونيا موعد القمة.")
    holder = next(m for m in names.mentions if m.form is Form.HOLDER)
    assert names.by_id[holder.entity].country == "EST"
    assert text[holder.start : holder.end] == "وزيرة خارجية إستونيا"


def test_plural_office_is_shared_by_the_nations_after_it() -> None:
    _, names = find("اجتمع الرئيسان الكيني والأوغندي في أروشا.")
    held = {names.by_id[m.entity].country for m in names.mentions if m.form is Form.HOLDER}
    assert held == {"KEN", "UGA"}


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("أعلنت نيروبي موقفها.", Form.METONYM),
        ("انتقدت الخرطوم نيروبي بشدة.", Form.METONYM),
        ("جرت المحادثات في نيروبي.", Form.PLACE),
        ("عقد الاجتماع بالعاصمة الكينية نيروبي.", Form.PLACE),
        ("وصل الوفد إلى نيروبي.", Form.PLACE),
        ("زار الوزير نيروبي.", Form.PLACE),
        ("وافق الوزير على طلب من نيروبي.", Form.METONYM),
    ],
)
def test_capital_is_a_government_where_it_acts(text: str, form: Form) -> None:
    _, names = find(text)
    assert form in {m.form for m in names.mentions if text[m.start : m.end] == "نيروبي"}


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("نفت وزارة الدفاع الهندية الخبر.", {"وزارة الدفاع الهندية": "IND"}),
        ("قالت الخارجية التشادية إنها تتابع.", {"الخارجية التشادية": "TCD"}),
        ("تغيرت السياسة الخارجية للهند.", {}),
        ("أقر مجلس النواب الأردني القانون.", {"مجلس النواب الأردني": "JOR"}),
        ("دعا حلف شمال الأطلسي (الناتو) إلى الهدوء.", {"حلف شمال الأطلسي": None, "الناتو": None}),
        ("اتهم وزير المخابرات الإيراني الخصوم.", {}),
    ],
)
def test_bodies_are_found_by_list_and_formula(text: str, bodies: dict[str, str | None]) -> None:
    assert forms(text, EntityKind.ORGANIZATION) == bodies


def test_second_name_in_brackets_is_the_same_body() -> None:
    _, names = find("دعا حلف شمال الأطلسي (الناتو) إلى الهدوء.")
    assert [e.code for e in names.entities if e.kind is EntityKind.ORGANIZATION] == ["NATO"]


@pytest.mark.parametrize("clitic", ["و", "ل", "ب", "ول", "ف"])
def test_clitics_are_left_out_of_the_name(clitic: str) -> None:
    text, names = find(f"كان الأمر {clitic}فرنسا وحدها.")
    assert [text[m.start : m.end] for m in names.mentions] == ["فرنسا"]


def test_article_written_into_a_preposition_leaves_the_name() -> None:
    text, names = find("تقدم بلاغ للصين أمس.")
    assert [(text[m.start : m.end], names.by_id[m.entity].country) for m in names.mentions] == [("صين", "CHN")]


def test_western_means_the_west_but_not_a_direction() -> None:
    _, names = find("خففت العقوبات الغربية.")
    assert [e.name.en for e in names.entities] == ["the West"]
    assert not find("هطلت الأمطار على المناطق الغربية.")[1].entities


def test_european_means_the_union_behind_what_only_it_does() -> None:
    assert [e.code for e in find("دخلت عقوبات اقتصادية أوروبية حيز التنفيذ.")[1].entities] == ["EU"]
    assert not find("يدرس في مدرسة أوروبية.")[1].entities


def test_head_of_an_international_body_acts_for_it() -> None:
    _, names = find("دعا الأمين العام للأمم المتحدة أنطونيو غوتيريش إلى هدنة.")
    person = next(e for e in names.entities if e.kind is EntityKind.PERSON)
    party = names.party_of(person.id)
    assert party is not None
    assert names.by_id[party].code == "UN"


def test_office_means_the_one_person_who_is_known_to_have_held_it() -> None:
    text, names = find("هاجم أوباما الاتفاق. وقال الرئيس الأميركي إنه سيئ.")
    person = next(e for e in names.entities if e.kind is EntityKind.PERSON)
    assert [text[m.start : m.end] for m in names.mentions if m.entity == person.id] == ["أوباما", "الرئيس الأميركي"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("هبطت الطائرة في مطار نيروبي الدولي.", "مطار نيروبي"),
        ("اندلعت النيران قرب بلدة نيفاشا.", "نيفاشا"),
        ("نيروبي - أعلنت الحكومة موقفها.", "نيروبي"),
    ],
)
def test_places_are_told_by_the_words_around_them(text: str, place: str) -> None:
    assert place in forms(text, EntityKind.PLACE)


def test_bare_body_belongs_to_the_country_it_is_in() -> None:
    assert forms("رفع البنك المركزي في كينيا سعر الفائدة.", EntityKind.ORGANIZATION) == {"البنك المركزي": "KEN"}


def test_bare_ministry_is_that_of_its_spokesperson() -> None:
    text = (
        "وصل الوزير الروسي سيرغي لافروف أمس. وقالت المتحدثة باسم وزارة الخارجية ماو نينغ إن اللقاء مهم."
        "\nثم علقت وزارة الخارجية الروسية على كلامها."
    )
    assert forms(text, EntityKind.ORGANIZATION) == {"وزارة الخارجية": "CHN", "وزارة الخارجية الروسية": "RUS"}


@pytest.mark.parametrize(
    ("text", "organizations"),
    [
        ("أصدرت الهيئة العامة للرقابة المالية القرار.", {"الهيئة العامة للرقابة المالية": None}),
        ("طالبت الجمعية الكينية لحقوق الطفل بالإفراج عنه.", {"الجمعية الكينية لحقوق الطفل": "KEN"}),
        ("نشرت لجنة الصحة الوطنية الأوغندية الأرقام.", {"لجنة الصحة الوطنية الأوغندية": "UGA"}),
        ("فتحت إدارة الهجرة الكندية تحقيقا.", {"إدارة الهجرة الكندية": "CAN"}),
        ("درس في جامعة نيروبي ثلاث سنوات.", {"جامعة نيروبي": "KEN"}),
        ("ارتفع سهم شركة ستيلمارو أمس.", {"ستيلمارو": None}),
        ("انضم إلى نقابة الصيادلة قبل عام.", {"نقابة الصيادلة": None}),
        ("قررت الوكالة الوطنية للأمن الصحي التأجيل.", {"الوكالة الوطنية للأمن الصحي": None}),
        ("إدارة الأزمات السياسية صعبة.", {}),
        ("اشترى من شركة صغيرة ناشئة.", {}),
        ("نقلت الهيئة القرار إلى الجميع.", {}),
        ("قدمت له هيئة جميلة.", {}),
    ],
)
def test_institutions_are_found_by_their_head(text: str, organizations: dict[str, str | None]) -> None:
    assert forms(text, EntityKind.ORGANIZATION) == organizations


def test_a_shorter_form_of_an_institution_is_the_same() -> None:
    _, names = find("أعلنت هيئة الرقابة المالية الأوغندية الخبر. وقالت هيئة الرقابة إن الملف أغلق.")
    assert len([entity for entity in names.entities if entity.kind is EntityKind.ORGANIZATION]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "اتفقت وزارتا الدفاع الكينية والأوغندية على موعد.",
        "بيان من وزارتي الدفاع في كينيا وأوغندا.",
        "نسقت هيئتا الأركان الكينية والأوغندية الخطوات.",
    ],
)
def test_two_bodies_share_their_noun(text: str) -> None:
    _, names = find(text)
    bodies = [entity for entity in names.entities if entity.kind is EntityKind.ORGANIZATION]
    assert sorted(entity.country or "" for entity in bodies) == ["KEN", "UGA"]


def test_an_unnamed_holder_brings_his_country_with_its_name() -> None:
    _, names = find("استقبل وزير خارجية مملكة إسواتيني ضيفه.")
    assert [entity.name.ar for entity in names.entities if entity.country == "SWZ"] == ["إسواتيني"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("اندلع حريق في ستيلمارو أمس.", {"ستيلمارو"}),
        ("تحطمت الطائرة قرب سكيلدورن، بحسب الشرطة.", {"سكيلدورن"}),
        ("بقوا في ديارهم جميعا.", set()),
        ("جاء ذلك في إطار التعاون.", set()),
    ],
)
def test_places_that_no_list_holds(text: str, places: set[str]) -> None:
    assert set(forms(text, EntityKind.PLACE)) == places


@pytest.mark.parametrize(
    "text", ["صرح المتحدث باسم الخارجية الكينية بذلك.", "زار كينيا المتحدث باسم الخارجية إدريس كمبوي."]
)
def test_a_ministry_is_named_by_who_speaks_for_it(text: str) -> None:
    _, names = find(text)
    assert [entity.kind for entity in names.entities if entity.rule == "bodies.ministry-of-foreign-affairs"]


def test_the_end_of_a_name_is_its_bearer() -> None:
    _, names = find("زار وزير الطاقة الكيني إدريس عبد الباقي كمبالا. وقال عبد الباقي إن العمل بدأ.")
    assert len([entity for entity in names.entities if entity.kind is EntityKind.PERSON]) == 1


def test_a_family_name_may_look_like_a_plural_in_construct() -> None:
    assert set(forms("وصل السفير محسن رضا عنايتي أمس.", EntityKind.PERSON)) == {"محسن رضا عنايتي"}


def test_names_are_found_where_a_space_was_lost() -> None:
    _, names = find("رحبت الأممالمتحدة والولاياتالمتحدة الأميركيةفي بيان بوزير خارجية غانا.")
    assert {entity.code or entity.country for entity in names.entities} >= {"UN", "USA", "GHA"}


@pytest.mark.parametrize(
    ("text", "name", "written"),
    [
        ("وصلت مساعدات للجيش الصومالي.", "الجيش الصومالي", "جيش الصومالي"),
        ("وصلت مساعدات وللجنة الأولمبية الأوغندية.", "لجنة الأولمبية الأوغندية", "لجنة الأولمبية الأوغندية"),
        ("عمل بوزارة الدفاع الكينية.", "وزارة الدفاع الكينية", "وزارة الدفاع الكينية"),
        ("قدمت غانا مساعدات للبنان.", "لبنان", "لبنان"),
    ],
)
def test_a_name_is_told_without_what_is_joined_to_it(text: str, name: str, written: str) -> None:
    _, names = find(text)
    entity = next(entity for entity in names.entities if entity.name.ar == name)
    assert [text[m.start : m.end] for m in names.mentions if m.entity == entity.id] == [written]


def test_an_object_that_is_also_a_name_continues_no_name() -> None:
    assert set(forms("لعب أردوغان دورا مهما.", EntityKind.PERSON)) == {"أردوغان"}


def test_an_office_in_the_plural_is_no_single_holder() -> None:
    _, names = find("زار وزير الخارجية الكيني موساليا مودافادي روما. ويجتمع وزراء خارجية أوروبيون غدا.")
    assert not any(names.by_id[m.entity].kind is EntityKind.PERSON and m.form is Form.OFFICE for m in names.mentions)


@pytest.mark.parametrize("text", ["التقى وزير المالية السعودي ضيفه.", "حضر وزير الدولة للشؤون المالية اللقاء."])
def test_the_finance_minister_is_no_malian(text: str) -> None:
    _, names = find(text)
    assert "MLI" not in {entity.country for entity in names.entities}


@pytest.mark.parametrize(
    ("text", "person", "country"),
    [
        ("زار الرئيس الكيني روما مع وزير دفاعه إدريس كمبوي.", "إدريس كمبوي", "KEN"),
        ("زار الموفد الكيني إدريس كمبوي بيونغ يانغ أمس.", "إدريس كمبوي", "KEN"),
        ("قال السفير الكيني لدى كمبالا إدريس كمبوي إن بلاده ترحب.", "إدريس كمبوي", "KEN"),
        ("قال القنصل الكيني في جدة إدريس كمبوي إن القنصلية مفتوحة.", "إدريس كمبوي", "KEN"),
        ("قال المبعوث الخاص لدى الصومال إدريس كمبوي إن الحوار مستمر.", "إدريس كمبوي", None),
    ],
)
def test_a_holder_is_of_whose_office_it_is_and_of_no_city(text: str, person: str, country: str | None) -> None:
    _, names = find(text)
    assert [(e.name.ar, e.country) for e in names.entities if e.kind is EntityKind.PERSON] == [(person, country)]


def test_a_listed_body_is_not_continued_by_a_preposition() -> None:
    _, names = find("أدانت كينيا تدريب حزب الله لجبهة البوليساريو.")
    assert {entity.code for entity in names.entities if entity.code} >= {"HEZBOLLAH", "POLISARIO"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("طردت مالي السفير.", True),
        ("مالي تستدعي سفيرها.", True),
        ("وقع التوتر بين مالي والسنغال.", True),
        ("عادت اللجنة من باماكو. وقالت اللجنة إن السلام ممكن إذا التزمت به مالي.", True),
        ("أعلن البنك عن فائض مالي كبير.", False),
        ("يعاني القطاع من عجز إداري ومالي.", False),
    ],
)
def test_a_word_means_mali_where_it_can_describe_nothing(text: str, named: bool) -> None:
    _, names = find(text)
    spans = [text[m.start : m.end] for m in names.mentions if names.by_id[m.entity].country == "MLI"]
    assert ("مالي" in spans) == named


@pytest.mark.parametrize("envoy", ["المندوب الكيني لدى الأمم المتحدة", "مندوبة كينيا الدائمة لدى مجلس الأمن"])
def test_an_envoy_stands_for_the_state_that_sent_him(envoy: str) -> None:
    text = f"قال {envoy} إن القرار غير مقبول."
    _, names = find(text)
    (whole,) = (m for m in names.mentions if text[m.start : m.end] == envoy)
    assert names.by_id[whole.entity].country == "KEN"
