"""The reading of one article, composed in plain sight."""

from marsad.lexicon.load import Lexicon
from marsad.model import Article, ArticleFacts, Reading
from marsad.read.clauses import find_clauses
from marsad.read.dating import date_article
from marsad.read.document import to_document
from marsad.read.events import find_events
from marsad.read.names import find_names
from marsad.read.quantities import find_quantities
from marsad.read.statements import find_statements
from marsad.read.times import find_times
from marsad.read.times_resolving import resolve_times


def read(article: Article, lexicon: Lexicon) -> Reading:
    """Return everything the article says, each fact with its span and rule.

    Pure: the same article and lexicon give the same reading. An odd text gives fewer facts, never an error.
    """
    doc = to_document(article)
    names = find_names(doc, lexicon)
    expressions = find_times(doc, lexicon, names)
    published = date_article(doc, names, expressions, lexicon)
    times = resolve_times(expressions, published, doc)
    clauses = find_clauses(doc, names, lexicon)
    statements = find_statements(doc, clauses, names, lexicon)
    events = find_events(doc, clauses, names, times, statements, published, lexicon)
    return Reading(
        article=ArticleFacts(
            id=article.id,
            origin=article.origin,
            digest=article.digest,
            outlet=article.outlet,
            agencies=article.agencies,
            byline=article.byline,
            dateline=article.dateline,
            language=article.language,
            title=article.title,
            published=published,
        ),
        text=article.text,
        blocks=article.blocks,
        sentences=doc.sentences(),
        entities=names.entities,
        mentions=names.to_mentions(),
        times=times,
        quantities=find_quantities(doc, times, lexicon),
        statements=statements,
        events=events,
    )
