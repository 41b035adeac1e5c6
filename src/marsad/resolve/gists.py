"""Gists: what an article is about, made comparable with other articles."""

from collections import Counter

from marsad.lexicon.load import Lexicon
from marsad.model import Entity, EntityKind, MentionKind, Span
from marsad.model.relation import Witness
from marsad.model.trace import Days, Gist, Grain, Trace
from marsad.resolve.identity import to_known_id
from marsad.resolve.indexed import Indexed
from marsad.resolve.stems import find_stems
from marsad.resolve.traces import LONGEST_REPORT, NEWS_SENTENCES, to_bounds, to_figurehead

_MOST_PARTIES, _MOST_PEOPLE, _MOST_NAMES = 4, 6, 8
_NAMED = frozenset({EntityKind.ORGANIZATION, EntityKind.PLACE, EntityKind.GROUP})


def to_gist(article: Indexed, traces: tuple[Trace, ...], lexicon: Lexicon) -> Gist:
    """Return the gist of an article; `traces` are those of its events."""
    reading = article.reading
    opening = reading.sentences[:NEWS_SENTENCES]
    title = reading.article.title
    lead = Span(opening[0].start, opening[-1].end) if opening else Span(0, 0)
    ranked = _rank(article, lead)
    people = [to_figurehead(entity) for entity in ranked if entity.kind is EntityKind.PERSON]
    names = [known for entity in ranked if entity.kind in _NAMED and (known := to_known_id(entity))]
    main = tuple(trace for trace in traces if trace.is_main)
    return Gist(
        article=reading.article.id,
        parties=_parties(article, lead),
        people=tuple(people[:_MOST_PEOPLE]),
        names=tuple(names[:_MOST_NAMES]),
        title=find_stems(article, title, lexicon) if title else (),
        lead=find_stems(article, lead, lexicon),
        amounts=tuple(sorted({f"{q.value:g} {q.unit}" for q in reading.quantities})),
        news=_news_days(article, main),
        days=tuple(sorted({t.days.first for t in main if t.days.grain is Grain.DAY and t.days.first is not None})),
        places=tuple(sorted({place for trace in main for place in trace.places})),
        groups=tuple(sorted({trace.group for trace in main})),
        main=tuple(trace.id for trace in main),
        witness=_witness(article),
    )


def _rank(article: Indexed, lead: Span) -> list[Entity]:
    """The entities, those of the lead first, then by how often they are named."""
    counts: Counter[str] = Counter()
    for mention in article.reading.mentions:
        if mention.kind is not MentionKind.PRONOUN:
            counts[mention.entity] += 1000 if mention.start < lead.end else 1
    return [article.entities[entity] for entity, _ in counts.most_common() if entity in article.entities]


def _parties(article: Indexed, lead: Span) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    for place, side in article.mentioned:
        counts[side] += 3 if place.start < lead.end else 1
    return tuple(side for side, _ in sorted(counts.items(), key=lambda c: (-c[1], c[0]))[:_MOST_PARTIES])


def _news_days(article: Indexed, main: tuple[Trace, ...]) -> Days:
    """The publication, where it is known well, else the last day that the news of the article is dated to."""
    first, last = to_bounds(article.reading.article.published)
    if first is not None and last is not None and last - first <= LONGEST_REPORT:
        return Days(Grain.DAY, first, last)
    days = [trace.days for trace in main if trace.days.grain is Grain.DAY]
    if not days:
        return Days(Grain.NONE, None, None)
    return max(days, key=lambda day: (day.last or 0, day.first or 0))


def _witness(article: Indexed) -> Witness:
    facts, whole = article.reading.article, Span(0, len(article.reading.text))
    return Witness(
        article=facts.id,
        fact="",
        title=" ".join(article.reading.title.split()) if article.reading.title else None,
        outlet=facts.outlet,
        agencies=facts.agencies,
        published=facts.published.value,
        earliest=facts.published.earliest,
        latest=facts.published.latest,
        span=whole,
        words="",
        passage_span=whole,
        passage="",
        rule="",
    )
