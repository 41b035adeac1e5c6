"""The briefing on two sides, worked out from their relation and the articles behind it."""

from collections import Counter
from collections.abc import Iterable, Mapping

from marsad.lexicon.load import Lexicon
from marsad.model import Reading
from marsad.model.briefing import Briefing, News, ThirdParty, Topic
from marsad.model.dispute import Dispute
from marsad.model.promise import Promise, PromiseState
from marsad.model.relation import Happening, Relation, Witness
from marsad.resolve.contacts import find_contacts
from marsad.resolve.contradictions import find_disputes
from marsad.resolve.indexed import Indexed
from marsad.resolve.material import Material, gather_material
from marsad.resolve.mechanisms import find_mechanisms
from marsad.resolve.promises import find_promises
from marsad.resolve.scores import find_score


def brief(
    relation: Relation,
    readings: Iterable[Reading],
    sources: Mapping[str, str],
    stories: Mapping[str, str],
    lexicon: Lexicon,
    new_since: str | None = None,
) -> Briefing:
    """Return the briefing on a relation; `readings` are those of the articles that name both sides, in any order.

    `sources` gives the independent source of each article, `stories` the story. `new_since` is an ISO day: what only
    articles published on or after it tell is listed as new.
    """
    material = gather_material(readings, relation.happenings, lexicon, sources, stories)
    sides = (relation.a, relation.b)
    known_until = _find_last_day(material.articles.values())
    contacts = find_contacts(relation.meetings, sides, material)
    disputes = tuple(line for line in find_disputes(material) if _is_between(line, relation))
    promises = tuple(line for line in find_promises(material, known_until) if {*sides} <= {*line.parties})
    return Briefing(
        relation=relation,
        first=min((day for line in relation.happenings if (day := line.when.earliest)), default=None),
        known_until=known_until,
        sources=len({material.source(article) for article in relation.articles}),
        mechanisms=find_mechanisms(contacts, sides, known_until, lexicon),
        score=find_score(relation.happenings),
        disputes=disputes,
        promises=promises,
        topics=_find_topics(relation.happenings),
        third_parties=_find_third_parties(relation, material),
        news=_find_news(relation, disputes, promises, new_since, material) if new_since else None,
    )


def _find_last_day(articles: Iterable[Indexed]) -> str | None:
    published = (article.reading.article.published for article in articles)
    return max((day for one in published if (day := one.value or one.latest or one.earliest)), default=None)


def _is_between(dispute: Dispute, relation: Relation) -> bool:
    """A dispute belongs to the two where it is about both, or about one of their happenings."""
    if dispute.happening is not None:
        return any(line.id == dispute.happening for line in relation.happenings)
    return {relation.a, relation.b} <= {*dispute.parties} or _is_said(dispute, relation)


def _is_said(dispute: Dispute, relation: Relation) -> bool:
    """The words in dispute are among the statements of one side on the other."""
    said = {(witness.article, witness.fact) for line in relation.statements for witness in line.witnesses}
    return dispute.speaker is not None and any(
        (witness.article, witness.fact) in said for position in dispute.positions for witness in position.witnesses
    )


def _find_topics(happenings: Iterable[Happening]) -> tuple[Topic, ...]:
    """The contexts of the happenings, the most frequent first, counted by year where one is known."""
    counts: dict[str, Counter[str]] = {}
    totals: Counter[str] = Counter()
    for line in happenings:
        first, last = line.when.earliest, line.when.latest
        for context in line.contexts:
            totals[context] += 1
            if first and last and first[:4] == last[:4]:
                counts.setdefault(context, Counter())[first[:4]] += 1
    order = sorted(totals, key=lambda context: (-totals[context], context))
    years = {context: tuple(sorted(counts.get(context, Counter()).items())) for context in order}
    return tuple(Topic(context, years[context], totals[context]) for context in order)


def _find_third_parties(relation: Relation, material: Material) -> tuple[ThirdParty, ...]:
    """Parties of the happenings beside the two, and those named in the articles, the most frequent first."""
    sides = {relation.a, relation.b}
    events = Counter(code for line in relation.happenings for code in {*line.actors, *line.recipients} - sides)
    articles = Counter(
        code
        for article in relation.articles
        if article in material.articles
        for code in {side for _, side in material.articles[article].mentioned} - sides
    )
    order = sorted(articles | events, key=lambda code: (-events[code], -articles[code], code))
    return tuple(ThirdParty(code, events[code], articles[code]) for code in order)


def _find_news(
    relation: Relation, disputes: tuple[Dispute, ...], promises: tuple[Promise, ...], since: str, material: Material
) -> News:
    settled = (line for line in promises if line.state is not PromiseState.OPEN)
    return News(
        since=since,
        articles=tuple(
            article
            for article in relation.articles
            if article in material.articles and _is_published_since(material.articles[article], since)
        ),
        happenings=tuple(line.id for line in relation.happenings if _is_new(line.witnesses, since)),
        disputes=tuple(
            line.id for line in disputes if any(_is_new(position.witnesses, since) for position in line.positions)
        ),
        promises=tuple(line.id for line in promises if _is_new(line.witnesses, since)),
        settled=tuple(
            line.id
            for line in settled
            if not _is_new(line.witnesses, since)
            and all(_is_new((sequel.witness,), since) for sequel in line.sequels if sequel.settles is line.state)
        ),
    )


def _is_published_since(article: Indexed, since: str) -> bool:
    published = article.reading.article.published
    return (published.value or published.earliest or "") >= since


def _is_new(witnesses: Iterable[Witness], since: str) -> bool:
    """Nobody told it before; an unknown day is not called new."""
    return all((witness.published or witness.earliest or "") >= since for witness in witnesses)
