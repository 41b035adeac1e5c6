"""Readings made by hand for the tests of relations: three short articles of our own about Jordan and Iraq."""

from marsad.model import (
    ArticleFacts,
    Basis,
    Block,
    BlockKind,
    Comparison,
    Entity,
    EntityKind,
    Event,
    EventStatus,
    EventType,
    Mention,
    MentionKind,
    Name,
    Published,
    Quantity,
    QuantityStatus,
    Reading,
    Role,
    Sentence,
    Span,
    Statement,
    StatementKind,
    Time,
    TimeType,
)

_TITLE = "مباحثات أردنية عراقية حول الربط الكهربائي"
_MEETING = "التقى وزير الطاقة الأردني نظيره العراقي في عمان الأحد."
_SPEECH = 'وقال الوزير الأردني إن العراق "شريك لا غنى عنه"، وإن التبادل بين البلدين بلغ 900 مليون دولار.'
_FIGURE = "ويسعى الأردن والعراق إلى رفع التبادل إلى ملياري دولار."
TEXT = "\n".join((_TITLE, _MEETING, _SPEECH, _FIGURE))


def find_span(words: str, text: str = TEXT, after: int = 0) -> Span:
    """The first place of `words` in `text` from `after` on."""
    start = text.index(words, after)
    return Span(start, start + len(words))


def make_reading(article: str, outlet: str, published: Published, *, dated: bool = True) -> Reading:
    """A reading of the text with a meeting, a planned visit, a statement of each kind and two figures.

    With `dated` false the meeting's day stays unknown, as where the article has no publication day.
    """
    lines = [find_span(line) for line in TEXT.split("\n")]
    return Reading(
        article=ArticleFacts(
            id=article,
            origin=f"{article}.txt",
            digest=article,
            outlet=outlet,
            agencies=("بترا",),
            byline=None,
            dateline=None,
            language="ar",
            title=lines[0],
            published=published,
        ),
        text=TEXT,
        blocks=(
            Block(lines[0].start, lines[0].end, BlockKind.TITLE),
            Block(lines[1].start, lines[-1].end, BlockKind.BODY),
        ),
        sentences=tuple(Sentence(f"s{number}", line.start, line.end) for number, line in enumerate(lines)),
        entities=_ENTITIES,
        mentions=_MENTIONS,
        times=(_time(published.value),),
        quantities=_QUANTITIES,
        statements=(_STATEMENT,),
        events=_events(published.value if dated else None),
    )


def _time(value: str | None) -> Time:
    span = find_span("الأحد")
    return Time("t0", span.start, span.end, TimeType.DATE, value, None, "published", "weekday")


def _events(day: str | None) -> tuple[Event, ...]:
    meeting = Event(
        id="ev0",
        type=EventType.CONSULT,
        mode=None,
        contexts=("diplomatic",),
        status=EventStatus.ACTUAL,
        actors=("e0", "e1"),
        recipients=(),
        participants=("e2",),
        date=day,
        time="t0",
        place="Amman",
        place_span=find_span("عمان"),
        trigger=find_span("التقى"),
        sentence="s1",
        mentions=(find_span("مباحثات"),),
        said_by=None,
        rule="consult.meet",
    )
    praise = Event(
        id="ev1",
        type=EventType.SUPPORT,
        mode=None,
        contexts=(),
        status=EventStatus.ACTUAL,
        actors=("e0",),
        recipients=("e1",),
        participants=("e2",),
        date=None,
        time=None,
        place=None,
        place_span=None,
        trigger=find_span("شريك"),
        sentence="s2",
        mentions=(),
        said_by="st0",
        rule="support.praise",
    )
    return meeting, praise


_JORDAN_SPAN, _IRAQ_SPAN = find_span("الأردن والعراق"), find_span("العراق", after=find_span(_FIGURE).start)
_ENTITIES = (
    Entity("e0", EntityKind.COUNTRY, Name("الأردن", "Jordan"), "JOR", None, "Q810", (), "country"),
    Entity("e1", EntityKind.COUNTRY, Name("العراق", "Iraq"), "IRQ", None, "Q796", (), "country"),
    Entity(
        "e2",
        EntityKind.PERSON,
        Name(None, None),
        "JOR",
        None,
        None,
        (Role(Name("وزير الطاقة", "energy minister"), "JOR", find_span("وزير الطاقة")),),
        "role",
    ),
)
_MENTIONS = tuple(
    Mention(entity, span.start, span.end, kind)
    for entity, span, kind in (
        ("e0", find_span("أردنية"), MentionKind.NAME),
        ("e1", find_span("عراقية"), MentionKind.NAME),
        ("e2", find_span("وزير الطاقة الأردني"), MentionKind.ROLE),
        ("e1", find_span("العراقي"), MentionKind.NAME),
        ("e2", find_span("الوزير الأردني"), MentionKind.ROLE),
        ("e1", find_span("العراق", after=find_span(_SPEECH).start), MentionKind.NAME),
        ("e0", Span(_JORDAN_SPAN.start, _JORDAN_SPAN.start + len("الأردن")), MentionKind.NAME),
        ("e1", _IRAQ_SPAN, MentionKind.NAME),
    )
)
_REACHED, _TARGET = find_span("900 مليون دولار"), find_span("ملياري دولار")
_QUANTITIES = (
    Quantity(
        "q0",
        _REACHED.start,
        _REACHED.end,
        9e8,
        "USD",
        "التبادل",
        None,
        QuantityStatus.ACTUAL,
        Comparison.EXACT,
        "money",
    ),
    Quantity(
        "q1", _TARGET.start, _TARGET.end, 2e9, "USD", "التبادل", None, QuantityStatus.TARGET, Comparison.EXACT, "money"
    ),
)
_STATEMENT = Statement(
    id="st0",
    speaker="e2",
    speaker_span=find_span("الوزير الأردني"),
    cue=find_span("وقال"),
    content=(find_span('العراق "شريك لا غنى عنه"، وإن التبادل بين البلدين بلغ 900 مليون دولار'),),
    kind=StatementKind.MIXED,
    via=(),
    addressee=(),
    rule="say",
)

KNOWN_DAY = Published(value="2023-05-07", basis=Basis.GIVEN)
NEXT_DAY = Published(value="2023-05-08", basis=Basis.GIVEN)
BOUNDS = Published(earliest="2023-05-01", latest="2023-06-01", basis=Basis.OFFICES)
