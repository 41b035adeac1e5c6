"""Origins: the independent sources of a happening. A wire and all who print it count once, so do copies.

An article counts under the wire that it credits, in its credit line or for the very words; without one under its
outlet. Where it credits several, it counts under the one that most of the others credit: a text of two wires is no
third source.
"""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from marsad.lang.fold import fold
from marsad.lexicon.load import Lexicon
from marsad.model import Span
from marsad.model.copies import Copy
from marsad.model.relation import Source, Witness
from marsad.resolve.credit import find_outlet
from marsad.resolve.sources import group_sources


def find_sources(
    witnesses: Iterable[Witness], copies: Iterable[Copy], lexicon: Lexicon
) -> tuple[dict[str, str], tuple[Source, ...]]:
    """Return the source of each article, and the sources by their first article."""
    told: dict[str, list[Witness]] = {}
    for witness in witnesses:
        told.setdefault(witness.article, []).append(witness)
    places = ((article, _place(witness)) for article, group in told.items() for witness in group)
    groups = [tuple(w for article in group for w in told[article]) for group in group_sources(places, copies)]
    labels = [_labels(group, lexicon) for group in groups]
    common = Counter(label for found in labels for label in found)
    wires = sorted(label for label in common if label.startswith(_WIRE))
    chosen = []
    for group, found in zip(groups, labels, strict=True):
        if not found and wires and _credits_unnamed(group, lexicon):
            found = (wires[0],)
        chosen.append(min(found, key=lambda label: (-common[label], label)) if found else _own(group, lexicon))
    return _gather(groups, chosen, told)


_WIRE, _OUTLET, _ARTICLE = "wire:", "outlet:", "article:"


def _place(witness: Witness) -> Span:
    return witness.passage_span


def _labels(group: tuple[Witness, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """The wires that a group of copies credits."""
    unnamed, known = _unnamed(lexicon), _known(lexicon)
    found = {find_outlet(name, lexicon) for w in group for name in w.agencies if fold(name) not in unnamed}
    relays = {find_outlet(name, lexicon) for w in group for via in w.via for name in (via.en, via.ar) if name}
    return tuple(sorted(_WIRE + name for name in found | (relays & known)))


def _own(group: tuple[Witness, ...], lexicon: Lexicon) -> str:
    outlets = sorted({find_outlet(w.outlet, lexicon) for w in group if w.outlet})
    if not outlets:
        return _ARTICLE + min(w.article for w in group)
    wire = _WIRE + outlets[0]
    return wire if outlets[0] in _agencies(lexicon) else _OUTLET + outlets[0]


def _gather(
    groups: list[tuple[Witness, ...]], chosen: list[str], told: dict[str, list[Witness]]
) -> tuple[dict[str, str], tuple[Source, ...]]:
    by_article = {w.article: label for group, label in zip(groups, chosen, strict=True) for w in group}
    members: dict[str, list[str]] = {}
    for article in sorted(told):
        members.setdefault(by_article[article], []).append(article)
    sources = (Source(label, _name(label, articles, told), tuple(articles)) for label, articles in members.items())
    return by_article, tuple(sorted(sources, key=lambda source: source.articles))


def _name(label: str, articles: list[str], told: dict[str, list[Witness]]) -> str | None:
    """The source as one of its articles writes it: the agency for a wire, else the outlet."""
    witnesses = [w for article in articles for w in told[article]]
    if label.startswith(_WIRE):
        agencies = sorted({name for w in witnesses for name in w.agencies})
        if agencies:
            return agencies[0]
    return min((w.outlet for w in witnesses if w.outlet), default=None)


def _credits_unnamed(group: tuple[Witness, ...], lexicon: Lexicon) -> bool:
    unnamed = _unnamed(lexicon)
    return any(fold(name) in unnamed for w in group for name in w.agencies)


@lru_cache(maxsize=4)
def _unnamed(lexicon: Lexicon) -> frozenset[str]:
    """Words that credit agencies without naming one."""
    return frozenset(fold(word) for word in lexicon.wording.wire.words)


@lru_cache(maxsize=4)
def _known(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(outlet.id for outlet in lexicon.outlets)


@lru_cache(maxsize=4)
def _agencies(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(outlet.id for outlet in lexicon.outlets if outlet.role == "agency")
