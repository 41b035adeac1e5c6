"""Events as older data sets have them: one row for each source and target, with CAMEO code and Goldstein value.

An event becomes as many rows as it has pairs of one who acts and one to whom it is done. Those of a mutual event (talks
without a host) stand in both orders, as CAMEO counts them; a side that nobody names is empty.
"""

from collections.abc import Iterator, Mapping
from itertools import permutations, product
from typing import Any

from marsad.lexicon.cameo import load_cameo
from marsad.model import EventType

COLUMNS = (
    "article", "outlet", "published", "id", "date", "source", "target", "cameo", "root", "goldstein", "quad_class",
    "type", "mode", "status", "place", "said_by", "start", "end", "words", "rule",
)  # fmt: skip

_KEPT = [name for name in COLUMNS if name not in ("source", "target", "cameo", "root", "goldstein", "quad_class")]


def to_dyads(event: Mapping[str, Any]) -> Iterator[dict[str, object]]:
    """Yield the pairs of one event with its code, in the order of its parties."""
    code = load_cameo().find_code(EventType(event["type"]), event["mode"])
    coded = {"cameo": code.code, "root": code.root, "goldstein": code.goldstein, "quad_class": code.quad.value}
    kept = {name: event[name] for name in _KEPT}
    for source, target in _find_pairs(event["actors"], event["recipients"]):
        row = {**kept, **coded, "source": source, "target": target}
        yield {name: row[name] for name in COLUMNS}


def _find_pairs(actors: list[str], recipients: list[str]) -> Iterator[tuple[str | None, str | None]]:
    if not recipients and len(actors) > 1:
        yield from permutations(actors, 2)
        return
    sources: list[str | None] = [*actors] or [None]
    targets: list[str | None] = [*recipients] or [None]
    yield from product(sources, targets)
