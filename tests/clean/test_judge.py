"""Pages that are no articles are told apart with a reason; articles of every form stay articles. All text is ours."""

# ruff: noqa: E501 (a page stands in one line, where it can be seen at once)

import pytest

from marsad.clean import clean
from marsad.clean.judge import build_signs, to_words
from marsad.lexicon.load import load_lexicon
from marsad.lexicon.signs import Sign
from marsad.model import Article, AsideKind, Page, PageKind

LEXICON = load_lexicon()

TITLE = "وزير المياه العراقي يبحث في أنقرة حصص بلاده من نهري دجلة والفرات"
BRIEF = "وصل وزير المياه العراقي إلى أنقرة مساء الأحد لبحث حصص بلاده من مياه النهرين مع نظيره التركي، وفق بيان مقتضب للوزارة."
FIRST = "بحث وزير المياه العراقي مع نظيره التركي في أنقرة حصص العراق من مياه النهرين خلال فصل الصيف المقبل."
SECOND = "وقال الوزير إن الجانبين اتفقا على تشكيل لجنة فنية تجتمع كل شهرين وتضع جداول الإطلاقات المائية من السدود."
THIRD = "وأضاف أن بلاده تنتظر ردا مكتوبا على مقترحاتها قبل نهاية العام، وأن أجواء اللقاء كانت إيجابية وصريحة."
FOURTH = "ويعاني جنوب العراق منذ سنوات من تراجع مناسيب المياه وارتفاع الملوحة، ما دفع آلاف الأسر إلى ترك قراها."
STORY = (FIRST, SECOND, THIRD, FOURTH)
HEADLINES = (
    "محافظ البصرة يفتتح محطة جديدة لتحلية المياه",
    "الأرصاد تتوقع أمطارا غزيرة على المرتفعات الغربية",
    "انطلاق معرض الكتاب في العاصمة بمشاركة واسعة",
    "نتائج قرعة البطولة المحلية للموسم الجديد",
    "ارتفاع طفيف في أسعار الخضار قبل العيد",
    "وفاة المخرج المسرحي المعروف بعد صراع مع المرض",
    "جامعة الموصل تستأنف الدراسة في كلياتها كافة",
    "مشروع قانون جديد لتنظيم سوق العقارات",
    "تأجيل رحلات جوية بسبب العواصف الترابية",
    "خبراء يحذرون من موجة حر تضرب المنطقة",
    "البرلمان يناقش الموازنة في جلسة مسائية",
    "إصابة ثلاثة عمال في حريق مصنع للنسيج",
)
COOKIES = (
    "نستخدم نحن وشركاؤنا ملفات تعريف الارتباط لتحسين تجربتك وقياس أداء الموقع وعرض إعلانات تناسب اهتماماتك.",
    "يمكنك سحب موافقتك في أي وقت من صفحة سياسة الخصوصية، ولا يؤثر ذلك في ما جرى من معالجة بياناتك الشخصية قبله.",
)
MENU = '<header><nav><a href="/">الرئيسية</a><a href="/w">العالم</a><a href="/e">اقتصاد</a><a href="/v">فيديو</a><a href="/p">صور</a></nav></header>'
FOOT = '<footer><a href="/about">من نحن</a> جميع الحقوق محفوظة</footer>'
NEWS_META = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "x"}</script>'


def page(body: str, title: str = f"{TITLE} | المرفأ نت", head: str = "") -> str:
    return f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body>{MENU}{body}{FOOT}</body></html>"


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def links(*texts: str) -> str:
    return "<ul>" + "".join(f'<li><a href="/n/{n}">{text}</a></li>' for n, text in enumerate(texts)) + "</ul>"


def cards(*texts: str) -> str:
    return "".join(
        f'<div class="card"><h3><a href="/n/{n}">{text}</a></h3><time>12 أيار 2021</time><p>{STORY[n % 4]}</p></div>'
        for n, text in enumerate(texts)
    )


def of_html(html: str, url: str | None = "https://marfa.example/news/2021/ab12") -> Article:
    return clean(Page("x", "x.html", PageKind.HTML, html.encode(), url=url), LEXICON)


def of_text(text: str) -> Article:
    return clean(Page("x", "x.txt", PageKind.TEXT, text.encode()), LEXICON)


H1 = f"<h1>{TITLE}</h1>"
ARTICLE = f"<article>{H1}{paragraphs(*STORY)}</article>"

ASIDE_PAGES = {
    "section of cards": (page(f"<h1>العالم</h1><main>{cards(*HEADLINES)}</main>", "العالم | المرفأ نت"), "listing"),
    "section of links": (page(f"<h1>اقتصاد</h1><main>{links(*HEADLINES)}</main>", "اقتصاد | المرفأ نت"), "listing"),
    "front page in blocks": (
        page("".join(f"<section><h2>قسم</h2>{links(*HEADLINES[n:n + 4])}</section>" for n in (0, 4, 8)), "المرفأ نت"),
        "listing",
    ),
    "front page with a long name": (
        page(f"<h1>المرفأ نت آخر أخبار العراق والعالم اليوم</h1>{links(*HEADLINES)}", "المرفأ نت آخر أخبار العراق والعالم اليوم",
             '<link rel="canonical" href="https://marfa.example/">'),
        "listing",
    ),
    "tag": (page(f"<h1>الوسم: نهر الفرات</h1>{links(*HEADLINES)}", "الوسم: نهر الفرات"), "listing"),
    "search results": (
        page(f"<h1>نتائج البحث عن: مياه النهرين في العراق وتركيا</h1>{links(*HEADLINES)}", "نتائج البحث"), "listing"
    ),
    "writer's page": (
        page(f"<h1>مقالات الكاتب سليم الحلواني</h1><p>صحفي مهتم بشؤون المياه والبيئة.</p>{links(*HEADLINES)}"), "listing"
    ),
    "bare links in a table": (
        "<html><body><table>" + "".join(f"<tr><td><a href=x>{h}</a></td></tr>" for h in HEADLINES) + "</table></body></html>",
        "listing",
    ),
    "teasers with a link after each": (
        page("<h1>محليات</h1>" + "".join(
            f'<div><a href="/n"><h2>{h}</h2></a><p>{STORY[n % 4]}</p><a href="/n">اقرأ المزيد</a></div>'
            for n, h in enumerate(HEADLINES[:6])), "محليات"),
        "listing",
    ),
    "error with suggestions": (
        page(f"<h1>عذرا، الصفحة التي تبحث عنها غير موجودة</h1><p>قد تكون حذفت أو نقلت إلى عنوان آخر.</p>{links(*HEADLINES)}",
             "المرفأ نت"),
        "error",
    ),
    "error in English": (page("<h1>404</h1><p>Oops! That page can't be found.</p>", "Page not found"), "error"),
    "error in the title only": (page("<p>نأسف.</p>", "خطأ 404 | المرفأ نت"), "error"),
    "deleted story": (page(f"{H1}<p>تم حذف هذا الخبر.</p>", "المرفأ"), "error"),
    "maintenance": (page("<p>الموقع تحت الصيانة، نعود إليكم بعد ساعات.</p>", "المرفأ"), "error"),
    "server error": ("<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center>"
                     "<hr><center>nginx</center></body></html>", "error"),
    "robot check": ("<html><head><title>Just a moment...</title></head><body><h1>marfa.example</h1><p>Checking your browser "
                    "before accessing the site.</p><p>This process is automatic.</p></body></html>", "error"),
    "access denied": ("<html><head><title>Access Denied</title></head><body><h1>Access Denied</h1>You don't have permission "
                      "to access this server.</body></html>", "error"),
    "script only": ("<html><head><title>المرفأ</title></head><body><noscript>x</noscript><div id=app>You need to enable "
                    "JavaScript to run this app.</div></body></html>", "error"),
    "wall after the lead": (
        page(f'<article>{H1}{paragraphs(FIRST)}<div class="gate"><p>هذا المحتوى للمشتركين فقط.</p><a>اشترك الآن</a></div></article>'),
        "stub",
    ),
    "wall that asks to log in": (
        page(f"<article>{H1}{paragraphs(FIRST, SECOND)}<p>سجّل الدخول لمتابعة القراءة</p></article>"), "stub"
    ),
    "wall in English": (page(f"<article>{H1}{paragraphs(FIRST)}<p>Subscribe to continue reading.</p></article>"), "stub"),
    "wall in the metadata": (
        page(f"<article>{H1}{paragraphs(FIRST)}</article>",
             head='<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'),
        "stub",
    ),
    "consent to cookies": (page(f"<h1>نهتم بخصوصيتك</h1>{paragraphs(*COOKIES)}<button>قبول الكل</button>", "المرفأ"), "stub"),
    "video": (
        page(f"<h1>شاهد.. لحظة وصول الوزير إلى مطار أنقرة</h1><video></video><p>مدة الفيديو 02:31</p>{links(*HEADLINES[:5])}",
             "شاهد.. لحظة وصول الوزير"),
        "media",
    ),
    "video by its metadata": (
        page(f"{H1}<p>تقرير عبد الكريم حسن.</p>{links(*HEADLINES)}", head='<meta property="og:type" content="video.other">'),
        "media",
    ),
    "video by JSON-LD": (
        page(f"{H1}<div>المزيد</div>", head='<script type="application/ld+json">{"@type":"VideoObject","name":"x"}</script>'),
        "media",
    ),
    "gallery": (
        page("<h1>بالصور: أمطار غزيرة تغمر شوارع المدينة القديمة</h1>"
             + "".join(f"<figure><img><figcaption>سيارات وسط المياه في الحي رقم {n} (رويترز)</figcaption></figure>" for n in range(9)),
             "بالصور"),
        "media",
    ),
    "infographic": (page("<h1>إنفوغراف: التجارة بين العراق وتركيا في عشر سنوات</h1><img>", "إنفوغراف"), "media"),
    "live channel": (page("<h1>البث المباشر</h1><p>تابعوا قناتنا على مدار الساعة.</p>", "البث المباشر | المرفأ"), "media"),
    "empty body": ("<html><head><title>المرفأ نت</title></head><body></body></html>", "empty"),
    "menu only": (page("", "المرفأ"), "empty"),
    "English article": (
        page("<h1>Iraq and Turkey discuss water</h1>" + paragraphs(
            *["The Iraqi minister said on Sunday that the talks in Ankara had been useful and would go on next month."] * 5),
            "Iraq and Turkey discuss water"),
        "language",
    ),
    "Persian article": (
        page("<h1>گفتگوی وزیران آب ایران و ترکیه درباره رودخانه ارس</h1>" + paragraphs(
            "وزیر نیروی ایران روز یکشنبه در آنکارا با همتای ترک خود دیدار کرد و گفت که دو کشور بر سر چگونگی بهره‌برداری از آب "
            "رودخانه‌های مرزی به توافق رسیده‌اند.")),
        "language",
    ),
}  # fmt: skip

ASIDE_TEXTS = {
    "headlines": ("\n".join(HEADLINES), "listing"),
    "headlines with days": ("\n".join(f"{h}\n12 أيار 2021" for h in HEADLINES), "listing"),
    "teasers": ("\n".join(f"{h}\n{STORY[n % 4]}\nاقرأ المزيد" for n, h in enumerate(HEADLINES[:6])), "listing"),
    "error": ("المرفأ نت\nعذراً، الصفحة المطلوبة غير موجودة\nالعودة إلى الرئيسية", "error"),
    "wall": (f"{TITLE}\n{FIRST}\nاشترك الآن لقراءة المقال كاملا", "stub"),
    "cookies": ("\n".join(COOKIES), "stub"),
    "video": ("شاهد.. لحظة وصول الوزير إلى مطار أنقرة\nمدة الفيديو 02:31\nفيسبوك\nتويتر", "media"),
    "English": ("Iraq and Turkey discuss water\nThe Iraqi minister said the talks had been useful.", "language"),
    "Urdu": ("عراق اور ترکی کے وزرائے آب نے انقرہ میں ملاقات کی اور دریاؤں کے پانی کی تقسیم پر تبادلۂ خیال کیا۔", "language"),
    "Kurdish": ("وەزیری ئاوی عێراق لەگەڵ هاوتا تورکەکەی لە ئەنقەرە کۆبووەوە و باسی پشکی ئاوی هەردوو ڕووباریان کرد.", "language"),
    "blank": (" \n\u200f\n", "empty"),
    "marks": ("*** --- ***", "empty"),
}  # fmt: skip

KEPT_PAGES = {
    "plain article": page(ARTICLE),
    "brief with many links and no metadata": page(f"<article>{H1}{paragraphs(BRIEF)}</article><aside>{links(*HEADLINES)}</aside>"),
    "brief with links and metadata": page(f"<div>{H1}{paragraphs(BRIEF)}</div><div>{links(*HEADLINES)}</div>", head=NEWS_META),
    "brief alone": page(f"<article>{H1}{paragraphs(BRIEF)}</article>"),
    "article with a video": page(
        f"<article>{H1}<video></video><p>مدة الفيديو 02:31</p>{paragraphs(*STORY)}</article>",
        head='<meta property="og:type" content="video.other">',
    ),
    "article called 'in pictures'": page(
        f"<article><h1>بالفيديو.. وزير المياه العراقي في أنقرة</h1>{paragraphs(*STORY)}</article>"
    ),
    "article in the section for videos": page(ARTICLE),
    "article with a cookie banner": page(f"{ARTICLE}<div>{paragraphs(*COOKIES)}<button>قبول الكل</button></div>"),
    "brief with a cookie banner": page(
        f"<article>{H1}{paragraphs(BRIEF, SECOND)}</article><div class='cookie-bar'>{paragraphs(*COOKIES)}</div>"
    ),
    "article with an offer below": page(f"<article>{H1}{paragraphs(*STORY)}<p>سجّل الدخول لمتابعة القراءة</p></article>"),
    "brief on a site with subscribers": page(
        f"<div><a href='/s'>للمشتركين فقط</a></div><article>{H1}{paragraphs(BRIEF)}</article>"
    ),
    "brief beside a broken form": page(
        f"<article>{H1}{paragraphs(BRIEF)}</article><aside>{links(*HEADLINES)}<p>حدث خطأ ما، حاول مرة أخرى</p></aside>"
    ),
    "article with cards below": page(f"{ARTICLE}<section><h2>اقرأ أيضا</h2>{cards(*HEADLINES)}</section>"),
    "article without headline": page(f"<div>{paragraphs(*STORY)}</div>", "المرفأ"),
    "article in one cell": f"<html><body><table><tr><td>{'<br><br>'.join((TITLE, *STORY))}</td></tr></table></body></html>",
    "website by its metadata": page(ARTICLE, head='<meta property="og:type" content="website">'),
    "declared list around an article": page(
        ARTICLE, head='<script type="application/ld+json">{"@type":"ItemList","name":"x"}</script>'
    ),
    "points of an agreement": page(
        f"<article>{H1}<p>وقع الجانبان مذكرة تنص على ما يلي:</p><ul>"
        + "".join(f"<li>{h}</li>" for h in ("تبادل البيانات المائية كل أسبوع", "تشكيل لجنة فنية دائمة", "صيانة السدود المشتركة",
                                            "تدريب المهندسين الشباب", "ترشيد الري في الحقول", "عقد اجتماع وزاري كل عام",
                                            "تقاسم الضرر في سنوات الجفاف", "دراسة مشروع القناة الجديدة"))
        + f"</ul><p>{THIRD}</p></article>"
    ),
    "linked words in every paragraph": page(
        f"<article>{H1}" + "".join(f"<p><a href=x>وزير المياه</a> {text}</p>" for text in STORY) + "</article>"
    ),
    "read-also links between paragraphs": page(
        f"<article>{H1}" + "".join(f"<p>{t}</p><p><a href=x>{h}</a></p>" for t, h in zip(STORY, HEADLINES, strict=False))
        + "</article>", head=NEWS_META,
    ),
    "brief about an outage": page(
        "<article><h1>تعطل مواقع السفارات العراقية في أوروبا</h1><p>قالت الخارجية العراقية إن رسالة تقول إن الخدمة غير متاحة "
        "ظهرت لزوار مواقع سفاراتها في أوروبا ساعات قبل إصلاح العطل.</p></article>",
        "تعطل مواقع السفارات العراقية في أوروبا",
    ),
    "brief about privacy": page(
        "<article><h1>بروكسل تسأل أنقرة عن حماية البيانات</h1><p>طلبت المفوضية الأوروبية من تركيا توضيح سياسة الخصوصية في "
        "تطبيق السفر الجديد.</p></article>", "بروكسل تسأل أنقرة عن حماية البيانات",
    ),
    "article about errors": page(
        "<article><h1>حملة في بغداد على صفحات مزورة</h1>" + paragraphs(
            "قال المركز الإعلامي إن آلاف المستخدمين تلقوا رسالة تقول إن الصفحة غير موجودة عند فتح موقع السفارة التركية.",
            *STORY) + "</article>", "حملة في بغداد على صفحات مزورة",
    ),
}  # fmt: skip

KEPT_TEXTS = {
    "headline only": TITLE,
    "one sentence": BRIEF,
    "urgent": f"عاجل | {BRIEF}",
    "headline and a sentence": f"{TITLE}\n{BRIEF}",
    "article": "\n".join((TITLE, *STORY)),
    "no full stops": "\n".join((TITLE, *(text.rstrip(".") for text in STORY))),
    "article and headlines below": "\n".join((TITLE, *STORY, "اقرأ أيضا", *HEADLINES)),
    "headlines above and article": "\n".join((*HEADLINES, TITLE, *STORY)),
    "watch": "شاهد على الانسحاب يروي تفاصيل المفاوضات\n" + "\n".join(STORY),
    "interview": f"{TITLE}\n" + "\n".join(f"كيف تقيمون اللقاء رقم {n}؟\nكان اللقاء مفيدا وصريحا، ونتطلع إلى تنفيذ ما اتفقنا عليه." for n in range(6)),
    "statement in points": f"{TITLE}\nأصدر الوزيران بيانا مشتركا جاء فيه:\n" + "\n".join(f"{n}- {t}" for n, t in enumerate(STORY)),
    "points without full stops": "\n".join((TITLE, *(
        "الوزير العراقي يصل إلى أنقرة ويلتقي نظيره التركي", "الجانبان العراقي والتركي يبحثان حصص المياه في النهرين",
        "الوزير التركي يؤكد أن بلاده ملتزمة بالحصص", "العراق يقترح لجنة فنية دائمة مع الجانب التركي",
        "اللجنة الفنية تجتمع كل شهرين في بغداد أو أنقرة", "الوزير العراقي يدعو إلى اتفاق مكتوب بشأن المياه",
        "الجانب التركي يعد بالرد على المقترح العراقي", "السدود التركية تطلق حصص المياه في الصيف",
        "بغداد تراقب مناسيب المياه في النهرين", "الجانبان يتفقان على اجتماع آخر في بغداد"))),
    "live page": "\n".join((TITLE, *(f"1{n}:30\n{t}" for n, t in enumerate(STORY)))),
    "many foreign names": f"{TITLE}\nوقعت شركة General Electric مع شركة Siemens Energy اتفاقا في أنقرة لصيانة محطات السدود العراقية.",
    "wall that was passed": "\n".join((TITLE, *STORY, "هذا المحتوى للمشتركين فقط")),
    "privacy in the news": f"البرلمان يقر قانون حماية البيانات\n{FIRST}\nويلزم القانون المواقع بنشر سياسة الخصوصية وطلب الإذن قبل حفظ ملفات الكوكيز على أجهزة المستخدمين.\n{SECOND}\n{THIRD}",
}  # fmt: skip


@pytest.mark.parametrize("name", ASIDE_PAGES)
def test_pages_that_are_no_articles(name: str) -> None:
    html, kind = ASIDE_PAGES[name]
    aside = of_html(html).aside
    assert aside is not None
    assert aside.kind == kind
    assert aside.reason


@pytest.mark.parametrize("name", ASIDE_TEXTS)
def test_texts_that_are_no_articles(name: str) -> None:
    text, kind = ASIDE_TEXTS[name]
    aside = of_text(text).aside
    assert aside is not None
    assert aside.kind == kind


@pytest.mark.parametrize("name", KEPT_PAGES)
def test_pages_that_are_articles(name: str) -> None:
    url = (
        "https://marfa.example/videos/ab12" if "section for videos" in name else "https://marfa.example/news/2021/ab12"
    )
    assert of_html(KEPT_PAGES[name], url).aside is None


@pytest.mark.parametrize("name", KEPT_TEXTS)
def test_texts_that_are_articles(name: str) -> None:
    assert of_text(KEPT_TEXTS[name]).aside is None


def test_the_reason_shows_what_was_seen() -> None:
    aside = of_html(ASIDE_PAGES["wall that asks to log in"][0]).aside
    assert aside is not None
    assert "سجّل الدخول لمتابعة القراءة" in aside.reason


@pytest.mark.parametrize("sign", LEXICON.signs, ids=lambda sign: f"{sign.kind}-{sign.match}")
def test_signs_show_in_their_examples_and_not_in_their_counters(sign: Sign) -> None:
    signs = build_signs(LEXICON)
    assert [line for line in sign.examples if not signs.find(sign.kind, to_words(line), consent=sign.consent)] == []
    assert [line for line in sign.counter if signs.find(sign.kind, to_words(line), consent=sign.consent)] == []


def test_kinds_are_those_of_the_model() -> None:
    assert {kind for _, kind in (*ASIDE_PAGES.values(), *ASIDE_TEXTS.values())} == {
        kind.value for kind in AsideKind if kind is not AsideKind.OFF_TOPIC
    }
