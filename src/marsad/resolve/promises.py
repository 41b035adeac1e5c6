"""Promises: all that was pledged, announced or aimed at, with what became of it."""

from marsad.lang.fold import fold
from marsad.model.promise import Promise, PromiseKind
from marsad.model.relation import Witness
from marsad.resolve.material import Material
from marsad.resolve.positions import witness_order
from marsad.resolve.promise_events import find_event_promises
from marsad.resolve.promise_figures import find_figure_promises
from marsad.resolve.promise_words import find_invitations, find_pledges


def find_promises(material: Material, known_until: str | None = None) -> tuple[Promise, ...]:
    """Return every promise once, by the day it was made; the same for every order of the articles.

    `known_until` is the last ISO day known. A sentence that gives a figure aimed at is no announcement beside it, words
    that announce an event already found are no invitation or pledge of their own, and the same words in several
    articles are one.
    """
    found: list[Promise] = []
    said: set[str | None] = set()
    for promises in (
        find_figure_promises(material, known_until),
        find_event_promises(material, known_until),
        find_invitations(material, known_until),
        find_pledges(material),
    ):
        held = [witness for promise in found for witness in promise.witnesses]
        for promise in promises:
            words = _to_words(promise)
            is_said = words is not None and words in said
            if not is_said and not any(_is_beside(witness, promise) for witness in held):
                found.append(promise)
                said.add(words)
    return tuple(sorted(found, key=_order))


def _to_words(promise: Promise) -> str | None:
    """What a promise made in words says; None for figures and happenings, which are told once already."""
    is_words = promise.measured is None and promise.happening is None
    return fold(" ".join(promise.subject.split())) if is_words else None


def _is_beside(witness: Witness, promise: Promise) -> bool:
    """The witness stands in the words of the promise or the sentence around them."""
    around = promise.witnesses[0]
    spans = (around.span, around.passage_span)
    return witness.article == around.article and any(span.start <= witness.span.start < span.end for span in spans)


def _order(promise: Promise) -> tuple[str, int, tuple[str, str, int, str]]:
    day = promise.when.earliest or promise.when.latest or "9999"
    return day, list(PromiseKind).index(promise.kind), witness_order(promise.witnesses[0])
