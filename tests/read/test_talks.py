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
]


@pytest.mark.parametrize(("text", "kinds"), SILENT)
def test_not_told(text: str, kinds: str, lexicon: Lexicon) -> None:
    assert {told.split()[0] for told in told_in(text, lexicon)}.isdisjoint(kinds.split())
