"""Talks, agreements and easing: what only prepares, seeks, denies or discusses them. The sentences are ours."""

import pytest
from reading_aloud import codes, read_text

from marsad.lexicon.load import Lexicon


def told_in(text: str, lexicon: Lexicon) -> list[str]:
    """Type, status, actors and recipients of each event."""
    reading = read_text(text, lexicon)

    def join(parties: tuple[str, ...]) -> str:
        return "+".join(codes(reading, parties))

    return [f"{e.type} {e.status} {join(e.actors)}>{join(e.recipients)}" for e in reading.events]


TOLD = [
    ("اجتمع مجلس الأمن الدولي لبحث الوضع في هايتي.", "CONSULT actual UN>"),
    ("عقدت بعد جلسة لمجلس الأمن الدولي ندوة.", "CONSULT actual UN>"),
    ("توسطت الجزائر بين تشاد والسودان.", "CONSULT actual DZA>SDN+TCD"),
    ("وصل الوفد تمهيدا لقمة بين مصر وتركيا.", "AGREE future EGY+TUR>"),
    ("نفت كينيا الأنباء التي تحدثت عن محادثات بين كينيا والصومال.", "CONSULT negated KEN+SOM>"),
    ("فشلت إسرائيل وسوريا في عقد لقاء.", "CONSULT negated ISR+SYR>"),
    ("ستوقف فرنسا المحادثات مع بريطانيا.", "REJECT future FRA>GBR"),
    ("أعلنت كينيا على لسان وزير خارجيتها في مؤتمر عن هدنة.", "CONCEDE actual KEN>"),
    ("زار القاهرة أمس وزير الخارجية الكيني.", "CONSULT actual KEN>EGY"),
    ("وصل الخرطوم، صباح الخميس، الرئيس الإريتري في زيارة رسمية.", "CONSULT actual ERI>SDN"),
    ("يعتزم وزير الخارجية الإيطالي زيارة إيران.", "AGREE future ITA>IRN"),
    ("أوضح أن وفدا من الاتحاد الأوروبي سيزور طهران.", "AGREE future EU>IRN"),
    ("قبلت إيران التفاوض مع الولايات المتحدة.", "AGREE actual IRN>USA"),
    ("أرجأت إيران المحادثات مع بريطانيا.", "REJECT actual IRN>GBR"),
    ("أجرت إيران مناورات بحرية قرب سواحل عمان.", "MOBILIZE actual IRN>"),
    ("وصلت إلى مطار بيروت طائرة مساعدات قطرية.", "AID actual QAT>LBN"),
    ("وسعت الهند تعاونها العسكري مع فيتنام.", "AGREE actual IND>VNM"),
    ("دعا الرئيس الكيني خلال لقاء مع نظيره الغاني إلى الهدوء.", "CONSULT actual GHA+KEN>"),
    ("قال الوزير الغاني في مؤتمر صحفي مع نظيره الكيني في أكرا إن الحدود آمنة.", "CONSULT actual KEN>GHA"),
    ("أبلغ الوزير الكيني نظيره الغاني عبر الهاتف بأن الحدود آمنة.", "CONSULT actual GHA+KEN>"),
    ("سيناقش وزراء مالية الاتحاد الأوروبي غدا أسعار الطاقة.", "AGREE future EU>"),
    ("قال الرئيس الكيني بعد استقباله من طرف نظيره الغاني إن بلاده راضية.", "CONSULT actual KEN>GHA"),
    ("تم استقبال السفير الكيني بمقر وزارة الخارجية اليابانية.", "CONSULT actual KEN>JPN"),
    ("وصل إلى نيروبي وفد من الاتحاد الأوروبي.", "CONSULT actual EU>KEN"),
    ("ذكرت الصحيفة أن وفدا من البنك الدولي برئاسة خبير سيزور كينيا.", "AGREE future WB>KEN"),
    ("سبق للرئيس الكيني أن زار الجزائر.", "CONSULT actual KEN>DZA"),
    ("تعتزم كينيا الاعتراف بدولة فلسطين.", "AGREE future KEN>PSE"),
    ("أعلنت غانا اعتزام كينيا افتتاح سفارتها في الصومال.", "AGREE future KEN>SOM"),
    ("أعلنت كينيا إعادة فتح سفارتها في الصومال.", "SUPPORT actual KEN>SOM"),
    ("قال الرئيس الكيني إنه لن يتوانى عن مساعدة الشعب الصومالي.", "SUPPORT actual KEN>SOM"),
    ("قال الرئيس الكيني: نريد التعاون مع غانا.", "AGREE actual KEN>GHA"),
    ("قال الرئيس الكيني: أشيد بجهود غانا.", "SUPPORT actual KEN>GHA"),
    ("أنهى اعتذار من بولندا لأوكرانيا الخلاف.", "CONCEDE actual POL>UKR"),
    ("رفض الوزير الكيني الحضور، إلا أنه أبلغ نظيره الغاني عبر الهاتف بأن الحدود آمنة.", "CONSULT actual GHA+KEN>"),
    ("انتقد الوزير الاتفاق الكيني الغاني التشادي حول النقل.", "AGREE actual GHA+KEN+TCD>"),
    ("بذلت كينيا جهودا دبلوماسية لوقف القتال بين السودان وتشاد.", "CONSULT actual KEN>"),
    ("وهذه أول زيارة لرئيس غاني إلى كينيا.", "CONSULT actual GHA>KEN"),
    ("استقبل الرئيس الكيني من قبل نظيره الأوغندي.", "CONSULT actual KEN>UGA"),
    ("يعتزم وزير الخارجية الكيني مناقشة الحدود مع نظيره الأوغندي.", "AGREE future KEN+UGA>"),
    ("تسير كينيا نحو تطبيع العلاقات مع أوغندا.", "AGREE future KEN+UGA>"),
    ("عقد وزراء دول مجلس التعاون أمس اجتماعا مع نظيرهم الكيني.", "CONSULT actual GCC+KEN>"),
    ("تستعد كينيا لاستضافة محادثات مع أوغندا.", "AGREE future KEN>UGA"),
    ("تستضيف كينيا القمة مطلع الشهر بعد أن رفضتها أوغندا.", "CONSULT actual KEN>"),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_told(text: str, told: str, lexicon: Lexicon) -> None:
    assert told in told_in(text, lexicon)


SILENT = [
    ("تتواصل الجهود لوقف القتال بين السودان وتشاد.", "RETREAT CONCEDE"),
    ("أكد العراق ضرورة انسحاب تركيا من أراضيه.", "RETREAT CONCEDE"),
    ("طلب السودان عقد جلسة لمجلس الأمن.", "AGREE CONSULT"),
    ("تأمل مصر في استئناف محادثات السلام بين إسرائيل وسوريا.", "AGREE CONSULT"),
    ("سترد فرنسا إذا لم تلتزم إيران بالاتفاق مع ألمانيا.", "AGREE"),
    ("تتطلب الخطة موافقة فرنسا وألمانيا على المقترح.", "AGREE"),
    ("تناول اللقاء تعزيز التعاون بين الأردن والعراق.", "AGREE"),
    ("تعكس الزيارة عمق العلاقات بين الأردن والعراق.", "AGREE"),
    ("استدعت إسبانيا سفيرها في الأرجنتين للتشاور.", "CONSULT"),
    ("طالبت أوغندا رواندا بعودة جنودها.", "AGREE"),
    ("أعلن الوزير الكيني أنه طلب موافقة غانا.", "AGREE"),
    ("ناقش مجلس الوزراء الكيني الخلاف مع الصومال.", "CONSULT"),
    ("اتهمت كينيا أوغندا بالمماطلة بعد اجتماع طارئ.", "CONSULT"),
    ("طلب السفير من فرنسا التوقف عن دعم تشاد.", "SUPPORT"),
    ("وتؤكد كينيا سيادتها على الجزر التي تطالب بها أوغندا.", "SUPPORT"),
    ("تدافع كينيا عن مصالحها في أوغندا.", "SUPPORT"),
    ("قال الرئيس الكيني إن بلاده لا تساوم أو ترضخ لمطالب غانا.", "CONCEDE"),
    ("قال الرئيس الكيني إنه لن يتراجع عن هذا القرار رغم ضغوط غانا.", "CONCEDE"),
    ("يجب على السفير الكيني مغادرة غانا.", "CONSULT"),
    ("قالت كينيا إنه لا داعي لزيارة جديدة يقوم بها وزير أوغندا.", "AGREE"),
    ("الرئيس الكيني حريص على تحسين العلاقات مع أوغندا.", "SUPPORT"),
    ("وقعت كينيا الوثيقة بشأن إقامة العلاقات مع أوغندا.", "SUPPORT"),
    ("قال الوزير الكيني إن أوغندا ستستفيد في حال إبرام اتفاق مع رواندا.", "AGREE"),
    ("عقدت الحكومة الكينية اجتماعا لمجلس الأمن الوطني.", "CONSULT"),
    ("واجتمع رئيس الوزراء الكيني مع قادة القوات المسلحة، فيما نفت أوغندا ذلك.", "CONSULT"),
    ("وقال الوزير الكيني إن محادثات جنيف ستبدأ متأخرة.", "AGREE CONSULT"),
    ("وبحث المجلس الكيني، في اجتماعه الثاني، كما قيل، ما يتصل بأعمال أوغندا ورواندا.", "CONSULT"),
    ("دعا الرئيس الكيني في كلمة ألقاها أمام البرلمان أمس إلى إجراء حوار بين السودان وتشاد.", "CONSULT"),
    ("يتحدث الوزير الكيني عن طموح مستقبلي في أوغندا.", "AGREE CONSULT"),
]


def test_leaders_are_the_two_men_named_last(lexicon: Lexicon) -> None:
    text = "شكر رئيس فرنسا إيمانويل ماكرون رئيس وزراء الهند ناريندرا مودي على التجارة بين الهند واليابان."
    told = told_in(text + " واتفق الزعيمان على موعد.", lexicon)
    assert "AGREE actual FRA+IND>" in told


def test_facing_the_press_belongs_to_the_talks(lexicon: Lexicon) -> None:
    text = "التقى الرئيس الكيني نظيره الغاني عام 2023. وقال الرئيس الكيني في مؤتمر صحفي مع نظيره الغاني إن بلاده راضية."
    assert told_in(text, lexicon).count("CONSULT actual GHA+KEN>") == 1


@pytest.mark.parametrize(("text", "kinds"), SILENT)
def test_not_told(text: str, kinds: str, lexicon: Lexicon) -> None:
    assert {told.split()[0] for told in told_in(text, lexicon)}.isdisjoint(kinds.split())
