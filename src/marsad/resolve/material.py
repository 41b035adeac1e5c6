"""What is set beside each other: readings with their happenings, and which articles count as one source."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from marsad.lexicon.load import Lexicon
from marsad.model import Reading
from marsad.model.relation import Happening, Witness
from marsad.resolve.indexed import Indexed


@dataclass(frozen=True, eq=False)
class Material:
    """Articles by id, what they tell, and the words to judge it by.

    `sources` gives the independent source of an article; one that is not in it counts for itself. `stories` gives the
    id of the story that an article is in.
    """

    articles: Mapping[str, Indexed]
    happenings: tuple[Happening, ...]
    sources: Mapping[str, str]
    stories: Mapping[str, str]
    lexicon: Lexicon

    def source(self, article: str) -> str:
        """Return the independent source of an article."""
        return self.sources.get(article, article)

    def sources_of(self, witnesses: Iterable[Witness]) -> tuple[str, ...]:
        """Return the independent sources of some witnesses, sorted."""
        return tuple(sorted({self.source(witness.article) for witness in witnesses}))

    @cached_property
    def told(self) -> Mapping[str, frozenset[str]]:
        """What each article tells together with another: the ids of happenings, and its story."""
        found: dict[str, set[str]] = {}
        for happening in self.happenings:
            articles = {witness.article for witness in happening.witnesses}
            for article in articles if len(articles) > 1 else ():
                found.setdefault(article, set()).add(happening.id)
        for article, story in self.stories.items():
            found.setdefault(article, set()).add(f"story {story}")
        return {article: frozenset(ids) for article, ids in found.items()}


def gather_material(
    readings: Iterable[Reading],
    happenings: Iterable[Happening],
    lexicon: Lexicon,
    sources: Mapping[str, str] | None = None,
    stories: Mapping[str, str] | None = None,
) -> Material:
    """Return readings and happenings as material. Without `sources` those that the happenings name are taken."""
    known = tuple(happenings)
    told = {article: source.id for line in known for source in line.sources for article in source.articles}
    return Material(
        articles={reading.article.id: Indexed(reading) for reading in readings},
        happenings=known,
        sources=told if sources is None else sources,
        stories=stories or {},
        lexicon=lexicon,
    )
