"""Events that are words: who is meant, what a threat hangs on, what is only wished for. The sentences are ours."""

import pytest
from reading_aloud import codes, read_text

from marsad.lexicon.load import Lexicon
from marsad.model import Event, Reading


def told(reading: Reading, event: Event) -> tuple[str, str, str]:
    """Type, actors and recipients by code."""
    return event.type.value, " ".join(codes(reading, event.actors)), " ".join(codes(reading, event.recipients))


DIRECTED = [
    ("تدرس واشنطن مطالب طهران.", "REQUEST", "IRN", "USA"),
    ("أثار القرار الأسترالي غضب باريس.", "ACCUSE", "FRA", "AUS"),
    ("تعطل القرار بسبب معارضة أنقرة لعضوية السويد.", "REJECT", "TUR", "SWE"),
    ("أكد الوزير رفض مصر السياسة الإثيوبية.", "REJECT", "EGY", "ETH"),
    ("تقدم السودان بشكوى إلى مجلس الأمن ضد الإمارات.", "ACCUSE", "SDN", "ARE"),
    ("قال المستشار الألماني إنه يجب على بيلاروس فتح الحدود.", "REQUEST", "DEU", "BLR"),
    ("قال الرئيس الأوكراني إنه يريد التفاوض مباشرة مع روسيا.", "REQUEST", "UKR", "RUS"),
    ("دعا الرئيس الصيني إلى تطوير العلاقات مع فرنسا.", "AGREE", "CHN", "FRA"),
    ("قال الرئيس الكيني إن بلاده تدعم كل الجهود من أجل السلام.", "SUPPORT", "KEN", ""),
    ("وصف وزير الخارجية البيروفي التعاون مع تشيلي بأنه بالغ الأهمية.", "SUPPORT", "PER", "CHL"),
    ("دعت الصين إلى ضبط النفس وتجنب التصعيد.", "REQUEST", "CHN", ""),
    # A word that is a preposition too may open what a frame writes out.
    ("عبرت اليابان عن أسفها إزاء قرار بكين.", "ACCUSE", "JPN", "CHN"),
    ("أعلنت كينيا أن القرار الأوغندي غير شرعي.", "ACCUSE", "KEN", "UGA"),
    ("قال الرئيس الكيني إنه من الضروري أن تنسحب أوغندا.", "REQUEST", "KEN", "UGA"),
    # Behind من of words stands whose they are, unless their owner is told; the subject hears them.
    ("جاء القرار بطلب من غانا إلى توغو.", "REQUEST", "GHA", "TGO"),
    ("تواجه زامبيا انتقادات من أنغولا.", "ACCUSE", "AGO", "ZMB"),
    ("نشرت الصحف مطالب ناميبيا من أنغولا.", "REQUEST", "NAM", "AGO"),
    # Who does what a relative clause tells of a deed is blamed for it.
    ("دانت فرنسا القصف الذي شنته كينيا.", "ACCUSE", "FRA", "KEN"),
    # What the one blamed violates is not blamed.
    ("قال الوزير الكيني إن إريتريا تنتهك عقوبات الأمم المتحدة.", "ACCUSE", "KEN", "ERI"),
    # What a denial means by a pronoun was said before, whatever else the sentence names.
    ("تتهم كينيا أوغندا بدعم المتمردين في رواندا، وهو ما تنفيه كمبالا.", "REJECT", "UGA", "KEN"),
    ("أثار القرار غضب الحكومة.\nأغضبت كينيا جارتها أوغندا بقرار إغلاق الحدود.", "ACCUSE", "UGA", "KEN"),
    ("ألقت كينيا بمسؤولية الهجوم على أوغندا.", "ACCUSE", "KEN", "UGA"),
    ("قالت كينيا إن أوغندا وراء الهجوم.", "ACCUSE", "KEN", "UGA"),
    ("قررت غانا عدم المشاركة في قمة توغو.", "REJECT", "GHA", "TGO"),
    ("قال قائد الجيش الكيني إن قواته جاهزة للرد على أوغندا.", "THREATEN", "KEN", "UGA"),
    # Who judges is told by whose words they are, whatever the words name.
    ("قال الرئيس الكيني إن المطلوب من الحكومة الأوغندية العودة إلى القانون.", "REQUEST", "KEN", "UGA"),
]


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), DIRECTED)
def test_who_is_meant(text: str, kind: str, actors: str, recipients: str, lexicon: Lexicon) -> None:
    reading = read_text(text, lexicon)
    assert (kind, actors, recipients) in [told(reading, event) for event in reading.events]


THREATS = [
    ("قال الرئيس الأميركي إن بلاده سترد على إيران.", "actual"),
    ("قال الرئيس الأميركي إن بلاده سترد على إيران إذا أغلقت المضيق.", "hypothetical"),
    ("توعدت كوريا الجنوبية برد قوي في حال هجوم كوريا الشمالية.", "hypothetical"),
    ("هددت روسيا بولندا بقطع الغاز.", "actual"),
    ("قال الوزير البولندي إن الهجوم قد يثير ردا عسكريا على بيلاروسيا.", "hypothetical"),
    ("قالت إسرائيل إنها تدرس الرد على تركيا.", "hypothetical"),
    ("هدد الرئيس الأميركي الهند بفرض رسوم ما لم تتراجع عن القرار.", "hypothetical"),
    ("أعلنت تركيا أن علاقاتها مع السويد ستتضرر ما دامت ترفض التسليم، وإذا لم تغير موقفها.", "hypothetical"),
]


@pytest.mark.parametrize(("text", "status"), THREATS)
def test_a_threat_under_a_condition_is_supposed(text: str, status: str, lexicon: Lexicon) -> None:
    reading = read_text(text, lexicon)
    assert [event.status.value for event in reading.events if event.type.value == "THREATEN"] == [status]


UNTOLD = [
    ("قال الرئيس الأوكراني إنه يجب أن يلتقي الرئيس الروسي.", "CONSULT"),
    ("أبدت سويسرا استعدادها للحوار مع النمسا.", "CONSULT"),
    ("أكد وزير الخارجية البلجيكي ضرورة عقد اجتماع مع لوكسمبورغ.", "CONSULT"),
    ("قال الرئيس التشيلي إن المحادثات مع بيرو لم تفشل.", "ACCUSE"),
    ("لم تنتقد الهند روسيا.", "ACCUSE"),
    ("حذر الرئيس المصري من خطر الإرهاب في المنطقة.", "THREATEN"),
    # What was said before threatens nobody.
    ("انسحب الوفد الكيني من الاتفاق مما يهدد بحرب مع أوغندا.", "THREATEN"),
    # What is upon somebody to do is not done.
    ("قال الرئيس المصري إن على كينيا أن تسحب قواتها.", "RETREAT"),
    # What a noun opens ends with its phrase: nobody ordered a withdrawal.
    ("قبل الوزير الكيني بالأمر الواقع، داعيا أوغندا للانسحاب.", "CONCEDE"),
    # Whose words they are does not blame himself.
    ("قال الوزير الكيني إن بلاده تحاول تغيير القانون مع أوغندا.", "ACCUSE"),
    ("قال الوزير الكيني إننا أدرنا ظهورنا لأوغندا وأشعلنا الحرب.", "ACCUSE"),
    # What is upon the speaker too is asked of nobody.
    ("قال الرئيس الكيني لنظيره الأوغندي إنه يتعين على الجانبين حماية البحيرة.", "REQUEST"),
    # What none asked for, what is not allowed by nobody named, and what may fail to be done.
    ("قال الوزير الكيني إن بلاده لم تتلق أي طلب من أوغندا.", "REQUEST"),
    ("قال الوزير الكيني إن مصالح بلاده لم تؤخذ في الاعتبار في أوغندا.", "REJECT"),
    ("قال الوزير الكيني إن أوغندا ستخسر إن هي لم تقبل الاتفاق.", "REJECT"),
    ("تجمع ألف شخص ومحتجين أوغنديين أمام مقر الرئاسة الكينية.", "ACCUSE"),
    ("قال الوزير الكيني إنه من قبيل الصدفة أن أوغندا والصومال غائبتان.", "REQUEST"),
]


@pytest.mark.parametrize(("text", "kind"), UNTOLD)
def test_what_is_not_said_or_done_is_not_told(text: str, kind: str, lexicon: Lexicon) -> None:
    assert kind not in [event.type.value for event in read_text(text, lexicon).events]


def test_one_sentence_says_one_thing(lexicon: Lexicon) -> None:
    reading = read_text("أبدت مصر رغبتها في تطوير علاقاتها مع إيران.", lexicon)
    assert [told(reading, event) for event in reading.events] == [("AGREE", "EGY", "IRN")]


ONCE = [
    # What somebody is accused of adds no second charge.
    ("اتهم الرئيس الكيني الصومال بأنها تعرقل السلام وتقوض الاستقرار.", "ACCUSE", [("KEN", "SOM")]),
    # What one says in a sentence is said to whom the sentence names.
    ("أدانت النرويج بشدة القصف، واستنكرت النرويج سياسة ميانمار.", "ACCUSE", [("NOR", "MMR")]),
    # A court before which something is brought is not accused.
    ("رفع العراق أمس دعوى أمام محكمة العدل الدولية.", "ACCUSE", [("IRQ", "")]),
    # What one must or hopes to do oneself is asked of nobody.
    ("قال الوزير الأوغندي إنه يأمل أن يزور كينيا.", "REQUEST", []),
]


@pytest.mark.parametrize(("text", "kind", "sides"), ONCE)
def test_words_are_told_once(text: str, kind: str, sides: list[tuple[str, str]], lexicon: Lexicon) -> None:
    reading = read_text(text, lexicon)
    found = [told(reading, event) for event in reading.events]
    assert [(actors, recipients) for type_, actors, recipients in found if type_ == kind] == sides
