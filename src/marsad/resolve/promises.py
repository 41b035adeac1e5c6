"""Promises: all that was pledged, announced or aimed at, with what became of it."""

from marsad.lang.fold import fold
from marsad.model.promise import Promise, PromiseKind
from marsad.model.relation import Witness
from marsad.resolve.material import Material
from marsad.resolve.positions import witness_order
from marsad.resolve.promise_events import find_event_promises, find_pledges
from marsad.resolve.promise_figures import find_figure_promises


def find_promises(material: Material, known_until: str | None = None) -> tuple[Promise, ...]:
    """Return every promise once, by the day it was made; the same for every order of the articles.

    `known_until` is the last ISO day known. Words that pledge a figure or an event already found are no promise of
    their own, and the same words in several articles are one.
    """
    found = [*find_figure_promises(material, known_until)]
    held = [witness for promise in found for witness in promise.witnesses]
    found += (
        promise
        for promise in find_event_promises(material, known_until)
        if not any(_is_inside(witness, promise.witnesses[0]) for witness in held)
    )
    held = [witness for promise in found for witness in promise.witnesses]
    pledges: dict[str, Promise] = {}
    for pledge in find_pledges(material, known_until):
        if not any(_is_inside(witness, pledge.witnesses[0]) for witness in held):
            pledges.setdefault(fold(" ".join(pledge.subject.split())), pledge)
    return tuple(sorted((*found, *pledges.values()), key=_order))


def _is_inside(witness: Witness, around: Witness) -> bool:
    """The words of the one lie in the sentence or the words of the other."""
    if witness.article != around.article:
        return False
    return any(span.start <= witness.span.start < span.end for span in (around.span, around.passage_span))


def _order(promise: Promise) -> tuple[str, int, tuple[str, str, int, str]]:
    kinds = list(PromiseKind)
    return (
        promise.when.earliest or promise.when.latest or "9999",
        kinds.index(promise.kind),
        witness_order(promise.witnesses[0]),
    )
