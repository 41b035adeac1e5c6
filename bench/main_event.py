"""Which events of a sentence are what it asserts: told as news, not referred to as known, as background or in passing.

An event counts where it is actual and one of its tellings stands among the first words, outside relative clauses, and
is told by a perfect verb: as that verb or what it carries (قام بخطف سائح), as its subject (اندلعت احتجاجات), by a verb
of report (أعلن مقتل جنديين), or as what people went out to (خرجوا في مظاهرة). A noun with the article refers to what is
known unless it is the subject. Demonstrators with the article who block a road or chant do so in a protest told before.
"""

from collections.abc import Iterator

from marsad.clean import clean
from marsad.lang.clitics import split_proclitics
from marsad.lang.morphology import Part, Tense
from marsad.lexicon.load import Lexicon
from marsad.lexicon.verbs import VerbIndex, build_verb_index
from marsad.model import Event, EventStatus, EventType, Page, Reading, Span
from marsad.read.clauses import Clause, find_clauses
from marsad.read.document import Document, Line, to_document
from marsad.read.names import find_names

_REACH = 20  # tokens from the start of the sentence in which news names its event
_RELATIVE = frozenset("الذي التي الذين اللذين اللذان اللتين اللتان".split())
_DEMONSTRATORS = ("المتظاهر", "المحتج", "المعتصم", "المضرب")
_COUNTED = frozenset("الاف ميات عشرات عدد الالاف الميات العشرات".split())
_IN_PASSING = frozenset({"protest.riot", "protest.obstruct", "protest.vandalize"})
_REPORT = frozenset("أعلن أفاد أكّد ذكر قال أوضح كشف أشار أبلغ نقل صرّح أضاف تحدّث".split())
_WITHIN = frozenset({EventType.PROTEST})  # types of which people take part in what the noun names


def find_main_events(page: Page, reading: Reading, lexicon: Lexicon) -> Iterator[Event]:
    """Yield the events of a reading of one page that their sentences assert."""
    doc = to_document(clean(page, lexicon))
    clauses = find_clauses(doc, find_names(doc, lexicon), lexicon)
    verbs = build_verb_index(lexicon.verbs)
    for event in reading.events:
        if (
            event.status is EventStatus.ACTUAL
            and event.rule != "protest.crowd"
            and any(_is_main(doc, clauses, verbs, event, told) for told in (event.trigger, *event.mentions))
        ):
            yield event


def _is_main(doc: Document, clauses: tuple[Clause, ...], verbs: VerbIndex, event: Event, told: Span) -> bool:
    first = doc.token_at(told.start)
    last = doc.token_at(told.end - 1) + 1
    line = doc.line_of(first)
    own = next((c for c in clauses if first <= c.head < last and c.part is not Part.ACTIVE_PARTICIPLE), None)
    clause = own or min((c for c in clauses if c.first <= first < c.last), key=lambda c: c.last - c.first, default=None)
    if clause is None or first - line.first >= _REACH or _is_relative(doc, line, clause, first):
        return False
    if own is None:
        return _is_told_by(doc, clause, event, first)
    if event.rule in _IN_PASSING and _is_of_known(doc, own, last):
        return False
    carriers = (a for at in range(own.pred_first, own.head) for a in verbs.analyse(doc.norms[at]))
    return own.tense is Tense.PERFECT or any(a.tense is Tense.PERFECT for a in carriers)


def _is_relative(doc: Document, line: Line, clause: Clause, first: int) -> bool:
    return not _RELATIVE.isdisjoint(doc.norms[max(line.first, clause.first - 1) : first])


def _is_told_by(doc: Document, clause: Clause, event: Event, first: int) -> bool:
    """Tell whether the noun is the subject of a perfect verb, or what a verb of report or of going out leads to."""
    if clause.tense is not Tense.PERFECT:
        return False
    if clause.subject is not None and clause.subject[0] <= first < clause.subject[1]:
        return True
    if any(rest.startswith("ال") for _, rest in split_proclitics(doc.norms[first])):
        return False
    prep = next((p.prep for p in clause.preps if p.first <= first < p.last), "")
    target = clause.object is not None and clause.object[0] <= first < clause.object[1]
    if clause.lemma in _REPORT:
        return target or prep in ("ب", "عن")
    return prep == "في" and event.type in _WITHIN


def _is_of_known(doc: Document, clause: Clause, last: int) -> bool:
    """Tell whether demonstrators told of before do it: قطع المتظاهرون الطريق, but: قطع مئات المتظاهرين الطريق."""
    words = [*doc.norms[clause.head : last + 1], *doc.norms[slice(*(clause.subject or (0, 0)))]]
    return any(w.startswith(_DEMONSTRATORS) for w in words) and _COUNTED.isdisjoint(words)
