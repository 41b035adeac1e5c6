"""A briefing as a document: an opening paragraph and sections of sentences, each with the sources it rests on."""

from collections.abc import Iterable

import msgspec

from marsad.lexicon.labels import Language
from marsad.model import EventStatus
from marsad.model.briefing import Briefing, Trend
from marsad.model.contact import Contact
from marsad.model.promise import PromiseState
from marsad.model.relation import Figure, Happening, Utterance, Witness
from marsad.serve.claims import Claims
from marsad.serve.wording import Wording

# Sections whose sentences stand for words of the articles that the reader will want to see.
_SHOWING = frozenset({"timeline", "disputes", "promises"})

_MOST_PARTIES = 15


class Cite(msgspec.Struct, frozen=True):
    """A source of a sentence: outlet and day in words, the article and fact, and the evidence verbatim."""

    label: str
    article: str
    fact: str
    words: str
    passage: str


class Entry(msgspec.Struct, frozen=True):
    """One thing said: a sentence, more on it, marks, and its sources. `quote` are words of an article to be shown."""

    text: str
    cites: tuple[Cite, ...]
    more: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    quote: str = ""


class Section(msgspec.Struct, frozen=True):
    """A part of the document. `id` is the same in every language; `note` stands above the entries. `shows_words`: the
    evidence is to be shown with each source, not only named."""

    id: str
    title: str
    entries: tuple[Entry, ...]
    note: str = ""
    shows_words: bool = False


class Document(msgspec.Struct, frozen=True):
    """The whole briefing in one language."""

    schema: str
    language: Language
    a: str
    b: str
    title: str
    summary: tuple[Entry, ...]
    sections: tuple[Section, ...]


def to_document(briefing: Briefing, wording: Wording) -> Document:
    """Return the briefing worded in one language."""
    return _Writer(briefing, wording).write()


class _Writer:
    """Writes the parts of one document."""

    def __init__(self, briefing: Briefing, wording: Wording) -> None:
        self._briefing, self._relation, self._w = briefing, briefing.relation, wording
        self._claims = Claims(wording)

    def write(self) -> Document:
        w, relation = self._w, self._relation
        return Document(
            schema="marsad.briefing/1",
            language=w.language,
            a=relation.a,
            b=relation.b,
            title=f"{w.party(relation.a)} – {w.party(relation.b)}",
            summary=tuple(self._summary()),
            sections=(
                *((self._news(),) if self._briefing.news else ()),
                self._section("timeline", (self._happening(line) for line in relation.happenings)),
                self._score(),
                self._section("contacts", self._contacts()),
                self._section("disputes", self._disputes()),
                self._section("promises", self._promises()),
                self._section("statements", (self._statement(line) for line in relation.statements)),
                self._section("figures", (self._figure(line) for line in relation.figures)),
                self._section("topics", self._topics()),
                self._section("third-parties", self._third_parties()),
            ),
        )

    def _section(self, key: str, entries: Iterable[Entry], note: str = "") -> Section:
        return Section(key, self._w.phrase(key), tuple(entries), note, key in _SHOWING)

    def _summary(self) -> Iterable[Entry]:
        w, briefing, relation = self._w, self._briefing, self._relation
        sides = f"{w.party(relation.a)} – {w.party(relation.b)}"
        if not relation.articles:
            yield Entry(w.sentence("nothing", sides=sides), ())
            return
        yield Entry(
            w.sentence(
                "scope",
                sides=sides,
                articles=w.count("articles", len(relation.articles)),
                sources=w.count("sources", briefing.sources),
                events=w.count("events", len(relation.happenings)),
                period=w.between(briefing.first, briefing.known_until) or w.phrase("date-unknown"),
            ),
            (),
        )
        yield from self._last_contacts()
        score = briefing.score
        recent, before = (w.number(mean) if mean is not None else "" for mean in (score.recent, score.before))
        trend = {"recent": recent, "before": before} if score.trend is not Trend.UNKNOWN else {}
        yield Entry(w.sentence(f"trend-{score.trend}", **trend), ())
        open_promises = sum(line.state is PromiseState.OPEN for line in briefing.promises)
        disputes = w.count("disputes", len(briefing.disputes))
        yield Entry(w.sentence("open-points", disputes=disputes, promises=w.count("promises", open_promises)), ())

    def _last_contacts(self) -> Iterable[Entry]:
        """The last contact held, and the last one announced for later."""
        contacts = [contact for line in self._briefing.mechanisms for contact in line.contacts if contact.when.earliest]
        held = [contact for contact in contacts if contact.status is EventStatus.ACTUAL]
        if not held:
            yield Entry(self._w.sentence("no-contact"), ())
        last = max(held, key=_to_start, default=None)
        if last is not None:
            yield self._contact("last-contact", last)
        ahead = [contact for contact in contacts if contact.status is EventStatus.FUTURE]
        following = max(ahead, key=_to_start, default=None)
        if following is not None and (last is None or _to_start(following) > _to_start(last)):
            yield self._contact("planned-contact", following)

    def _contact(self, key: str, contact: Contact) -> Entry:
        w = self._w
        words = self._claims.form(contact)
        if contact.people:
            words += f" ({w.people(contact.people)})"
        return Entry(w.sentence(key, contact=words, when=w.when(contact.when)), self._cites(contact.witnesses))

    def _news(self) -> Section:
        w, news = self._w, self._briefing.news
        assert news is not None
        since = w.day(news.since)
        if not news.articles:
            return self._section("new", (), w.sentence("no-news", since=since))
        counts = {
            "articles": w.count("articles", len(news.articles)),
            "events": w.count("events", len(news.happenings)),
            "disputes": w.count("disputes", len(news.disputes)),
            "promises": w.count("promises", len(news.promises)),
        }
        fresh = {*news.happenings, *news.disputes, *news.promises, *news.settled}
        entries = (
            *(self._happening(line) for line in self._relation.happenings if line.id in fresh),
            *self._disputes(fresh),
            *self._promises(fresh),
        )
        return self._section("new", entries, w.sentence("news", since=since, **counts))

    def _happening(self, line: Happening) -> Entry:
        w = self._w
        marks = [w.label("state", line.state)]
        marks += [w.phrase("joint")] if line.is_joint else []
        marks += [w.phrase("claim")] if line.is_claim else []
        marks += [w.count("sources", len(line.sources))] if len(line.sources) > 1 else []
        marks += [f"{w.phrase('decision')} {number}" for number in line.decisions]
        return Entry(self._claims.happening(line), self._cites(line.witnesses), marks=tuple(marks))

    def _score(self) -> Section:
        w, score = self._w, self._briefing.score
        by_id = {line.id: line for line in self._relation.happenings}
        entries = (
            Entry(
                w.sentence(
                    "score-month",
                    month=w.month(point.month),
                    mean=w.number(point.mean),
                    low=w.number(point.low),
                    high=w.number(point.high),
                    events=w.count("events", len(point.happenings)),
                ),
                self._cites(by_id[line].witnesses[0] for line in point.happenings),
            )
            for point in score.points
        )
        note = w.sentence(
            "score-note",
            deviation=w.number(score.deviation),
            left_out=w.number(score.left_out),
            undated=w.number(score.undated),
        )
        return self._section("score", entries, note)

    def _contacts(self) -> Iterable[Entry]:
        for mechanism in self._briefing.mechanisms:
            head, *more = self._claims.mechanism(mechanism)
            witnesses = (witness for contact in mechanism.contacts for witness in contact.witnesses)
            contacts = (self._claims.contact(contact) for contact in mechanism.contacts)
            yield Entry(head, self._cites(witnesses), more=(*more, *contacts))

    def _disputes(self, ids: set[str] | None = None) -> Iterable[Entry]:
        for line in self._briefing.disputes:
            if ids is None or line.id in ids:
                witnesses = (witness for position in line.positions for witness in position.witnesses)
                mark = self._w.label("dispute", line.kind)
                yield Entry(self._claims.dispute(line), self._cites(witnesses), marks=(mark,))

    def _promises(self, ids: set[str] | None = None) -> Iterable[Entry]:
        for line in self._briefing.promises:
            if ids is not None and line.id not in ids:
                continue
            told = (sequel for sequel in line.sequels if sequel.settles is PromiseState.OPEN)
            since = (self._w.sentence("told-since", sequel=self._claims.sequel(sequel)) for sequel in told)
            witnesses = (*line.witnesses, *(sequel.witness for sequel in line.sequels))
            yield Entry(
                self._claims.promise(line),
                self._cites(witnesses),
                more=(self._claims.state(line), *since),
                marks=(self._w.label("promise-state", line.state),),
            )

    def _statement(self, line: Utterance) -> Entry:
        w = self._w
        return Entry(
            f"{w.when(line.when)}: {w.who(line.speaker)}",
            self._cites(line.witnesses),
            marks=(w.label("statement", line.kind), w.label("ground", line.ground)),
            quote=" … ".join(line.content),
        )

    def _figure(self, line: Figure) -> Entry:
        w = self._w
        about = [part for part in (line.measure, w.value(line.period) if line.period else None) if part]
        return Entry(
            f"{w.when(line.when)}: {w.figure(line)}",
            self._cites(line.witnesses),
            marks=(w.label("figure", line.status), *about),
            quote=line.witnesses[0].passage,
        )

    def _topics(self) -> Iterable[Entry]:
        w = self._w
        for topic in self._briefing.topics:
            years = w.listed([f"{year}: {w.number(count)}" for year, count in topic.years])
            words = years or w.count("events", topic.happenings)
            yield Entry(w.sentence("topic", topic=w.label("context", topic.context), years=words), ())

    def _third_parties(self) -> Iterable[Entry]:
        w = self._w
        for line in self._briefing.third_parties[:_MOST_PARTIES]:
            events, articles = w.count("events", line.happenings), w.count("articles", line.articles)
            yield Entry(w.sentence("third-party", party=w.party(line.code), events=events, articles=articles), ())

    def _cites(self, witnesses: Iterable[Witness]) -> tuple[Cite, ...]:
        """Each fact once, in the order given."""
        found = {(witness.article, witness.fact): witness for witness in witnesses}
        return tuple(
            Cite(self._label(witness), witness.article, witness.fact, witness.words, witness.passage)
            for witness in found.values()
        )

    def _label(self, witness: Witness) -> str:
        w = self._w
        said_by = f"{w.phrase('said-by')} {w.who(witness.said_by)}" if witness.said_by else ""
        via = f"{w.phrase('via')} {w.names(witness.via)}" if witness.via else ""
        return " · ".join(part for part in (said_by, via, w.source(witness), w.published(witness)) if part)


def _to_start(contact: Contact) -> str:
    return contact.when.earliest or ""
