"""About states or not: articles between states stay, others are told apart with a reason. All text is our own."""

# ruff: noqa: E501 (a text stands in one line)

import pytest

from marsad.lang.tokens import find_tokens
from marsad.lexicon.load import load_lexicon
from marsad.lexicon.topics import Topic
from marsad.model import AsideKind, Page, PageKind, Reading, SetAside
from marsad.pipeline import sort_page
from marsad.read.topic import weigh_topics

LEXICON = load_lexicon()

BETWEEN_STATES = {
    "visit": "وزير الخارجية العماني يصل إلى طهران\nوصل وزير الخارجية العماني إلى طهران صباح الأحد في زيارة تستمر يومين.",
    "call": "تلقى الرئيس التونسي اتصالا هاتفيا من نظيره الجزائري جرى خلاله بحث أمن الحدود المشتركة بين البلدين.",
    "criticism": "انتقدت الخارجية السودانية تصريحات مسؤول إثيوبي بشأن سد النهضة ووصفتها بأنها غير مقبولة.",
    "one side speaks of another": "قال وزير الدفاع اليوناني إن بلاده تراقب ما تقوم به تركيا من تنقيب في شرق المتوسط.",
    "sanctions": "فرضت كندا عقوبات على خمسة مسؤولين من ميانمار، وفق بيان صدر عن وزارة خارجيتها مساء الاثنين.",
    "aid": "أرسلت الكويت طائرة تحمل أربعين طنا من المساعدات إلى لبنان بعد الفيضانات التي ضربت شماله.",
    "union": "وافق الاتحاد الأوروبي على منح الأردن قرضا ميسرا بقيمة خمسمئة مليون يورو لدعم موازنته.",
    "expulsion": "طردت ألمانيا دبلوماسيين روسيين اثنين ردا على حكم قضائي، وتوعدت موسكو بالرد بالمثل خلال أيام.",
    "armed group": "قصف الجيش التركي مواقع لحزب العمال الكردستاني في شمال العراق فجر الثلاثاء.",
    "clash on a border": "أعلنت أرمينيا مقتل أربعة من جنودها في قصف أذربيجاني استهدف مواقع على الحدود بين البلدين.",
    "trade": "التبادل التجاري بين مصر والهند\nبلغ حجم التبادل التجاري بين مصر والهند سبعة مليارات دولار في عام 2021.",
    "sport of officials": "بحث الرئيس الفرنسي مع أمير قطر في الدوحة على هامش مباراة نهائي كأس العالم تعزيز التعاون الدفاعي. وحضر الزعيمان "
    "المباراة في الملعب مع جمهور كبير من المشجعين. وقال الرئيس الفرنسي إن بلاده ستزود قطر بمعدات جديدة.",
    "festival of officials": "افتتح وزير الثقافة الصيني مع نظيرته المصرية في القاهرة أسبوع الفيلم الصيني، ووقع الوزيران اتفاقا للتعاون في السينما.",
    "undated old style": "موسكو (رويترز) - قالت وزارة الدفاع الروسية إن سفينة أمريكية اقتربت من مياهها الإقليمية في بحر اليابان.",
    "headline only": "محادثات مصرية تركية في أنقرة لإعادة السفيرين",
}

OFF_TOPIC = {
    "football": "المنتخب المغربي يتعادل مع ضيفه الغاني\nتعادل المنتخب المغربي مع ضيفه الغاني بهدف لكل منهما في المباراة الودية التي "
    "جمعتهما على ملعب طنجة. وسجل مهاجم المنتخب المغربي هدف التقدم في الشوط الأول من ركلة جزاء. وقال مدرب غانا إن لاعبيه قدموا مباراة كبيرة.",
    "tennis": "تأهلت اللاعبة التونسية إلى ربع النهائي في بطولة مدريد للتنس بعد فوزها على اللاعبة الأميركية بمجموعتين دون رد، وستلتقي في "
    "المباراة المقبلة مع اللاعبة الإسبانية على الملعب الرئيسي.",
    "transfer": "أعلن نادي الهلال السعودي التعاقد مع المهاجم البرازيلي قادما من الدوري الإنجليزي، وقال المدرب إن اللاعب سيعزز هجوم الفريق في البطولة.",
    "film": "تبدأ الفنانة السورية تصوير مسلسلها الجديد في مصر الشهر المقبل، والمسلسل من إخراج مخرج أردني ويشارك فيه ممثلون وفنانون من لبنان والعراق.",
    "album": "أطلق المطرب اللبناني ألبومه الجديد الذي يضم عشر أغنيات صورها على طريقة الفيديو كليب في تركيا وإيطاليا مع ملحن مصري.",
    "weather": "تتوقع الأرصاد في السعودية والكويت طقسا غائما ورياحا نشطة تثير الأتربة مع أمطار رعدية على المرتفعات ودرجات حرارة دون معدلها.",
    "accident": "لقي ثلاثة أشخاص مصرعهم وأصيب خمسة آخرون في حادث سير على الطريق الصحراوي قرب مدينة المنيا فجر الجمعة.",
    "crime": "ألقت الشرطة القبض على عصابة لسرقة السيارات في ضواحي الدار البيضاء وأحالت أفرادها إلى النيابة العامة.",
    "council": "ناقش المجلس البلدي في جلسته الأسبوعية خطة لتعبيد شوارع الحي الشمالي وزيادة عدد حاويات النفايات.",
    "domestic budget": "أقر البرلمان الأردني مشروع قانون الموازنة العامة بعد مناقشات استمرت أسبوعين وانتقادات من نواب المعارضة.",
    "prices": "ارتفعت أسعار الطماطم والبصل في الأسواق المحلية قبل شهر رمضان، وعزا التجار ذلك إلى موجة البرد.",
    "exam": "أعلنت وزارة التربية نتائج امتحانات الشهادة الثانوية وبلغت نسبة النجاح اثنتين وسبعين في المئة.",
    "recipe": "المقادير ثلاث ملاعق سكر وملعقة زبدة وكوب دقيق. طريقة التحضير أن تخلط المكونات ثم توضع في الفرن نصف ساعة على طبق مدهون.",
    "horoscope": "برج الحمل يوم هادئ مهنيا، وبرج الثور مفاجأة سارة عاطفيا من شريكك، وبرج الجوزاء احذر من الإنفاق الزائد هذا الأسبوع.",
    "phone": "كشفت الشركة عن هاتف جديد بشاشة أكبر وكاميرا بدقة أعلى وبطارية تدوم يومين، ويعمل الهاتف بنظام أندرويد ومعالج أسرع.",
    "health": "ينصح الأطباء بشرب كميات كافية من الماء في الصيف والمشي نصف ساعة كل يوم للوقاية من أمراض القلب.",
    "obituary": "توفي أمس في عمان الأديب الكبير بعد صراع مع المرض، تاركا وراءه أكثر من عشرين كتابا في القصة والنقد.",
}  # fmt: skip


def sort(text: str) -> Reading | SetAside:
    return sort_page(Page("x", "x.txt", PageKind.TEXT, text.encode()), LEXICON, keep=frozenset())


@pytest.mark.parametrize("name", BETWEEN_STATES)
def test_articles_between_states_are_read(name: str) -> None:
    assert isinstance(sort(BETWEEN_STATES[name]), Reading)


@pytest.mark.parametrize("name", OFF_TOPIC)
def test_other_articles_are_set_aside_with_a_reason(name: str) -> None:
    found = sort(OFF_TOPIC[name])
    assert isinstance(found, SetAside)
    assert found.kind is AsideKind.OFF_TOPIC
    assert found.reason


def test_off_topic_articles_are_read_where_asked_for() -> None:
    page = Page("x", "x.txt", PageKind.TEXT, OFF_TOPIC["council"].encode())
    assert isinstance(sort_page(page, LEXICON), Reading)


@pytest.mark.parametrize("topic", LEXICON.topics, ids=lambda topic: topic.id)
def test_examples_are_of_their_topic_and_counters_of_none(topic: Topic) -> None:
    for example in topic.examples:
        assert weigh_topics([token.norm for token in find_tokens(example)], LEXICON) is topic
    for counter in topic.counter:
        assert weigh_topics([token.norm for token in find_tokens(counter)], LEXICON) is None
