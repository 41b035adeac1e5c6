"""When two facts are the same: overlap of words, keys of names, and the pairing of two lists.

The folding here is part of the measure and stays as it is when the reader's own folding grows: figures must remain
comparable with those of the reference scorer that comes with the gold.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeVar

from marsad.evaluate.gold import Annotation, GoldEntity, GoldEvent, GoldQuantity, GoldStatement, GoldTime
from marsad.model import EntityKind, Span

Fact = TypeVar("Fact")

_MARKS = (
    (0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06ED), (0x0640, 0x0640),
    (0x200B, 0x200F), (0x202A, 0x202E), (0x2066, 0x2069),
)  # fmt: skip
_FOLDING: dict[int, str | None] = {code: None for low, high in _MARKS for code in range(low, high + 1)}
_FOLDING |= {ord(letter): "ا" for letter in "أإآٱ"} | {ord(letter): "ي" for letter in "ىیئ"}
_FOLDING |= {ord("ة"): "ه", ord("ک"): "ك", ord("ؤ"): "و"}

_WORD = re.compile(r"\w+")
_CLITICS = re.compile(r"(?:و|ف)?(?:ب|ل|ك)?(?:ال|لل)(?=\w{3})")

SAME_CONTENT = 0.6  # share of the shorter statement's words that must be common
SAME_WORDS = 0.5  # the same for names, times and the parties of events
SHORT_NOISE = 12  # furniture up to this many characters counts only where it stands alone


class Overlap(NamedTuple):
    """Words common to two strings (with repetition) as shares of the `shorter` and of the `longer`, 0 to 1."""

    shorter: float
    longer: float


@lru_cache(maxsize=100_000)
def find_words(string: str) -> tuple[str, ...]:
    """Split a string into its folded words."""
    return tuple(_WORD.findall(string.translate(_FOLDING)))


@lru_cache(maxsize=100_000)
def overlap(one: str, other: str) -> Overlap:
    """Measure how many words two strings share."""
    ours, theirs = Counter(find_words(one)), Counter(find_words(other))
    common = (ours & theirs).total()
    sizes = sorted((ours.total(), theirs.total()))
    return Overlap(common / max(1, sizes[0]), common / max(1, sizes[1]))


@lru_cache(maxsize=100_000)
def to_key(name: str) -> str:
    """Return a name's key: its folded words, the first without clitics and article ('' for no words)."""
    first, *rest = find_words(name) or ("",)
    clitics = _CLITICS.match(first)
    return " ".join([first[clitics.end() :] if clitics else first, *rest])


def pair_up(
    gold: Sequence[Fact], got: Sequence[Fact], rate: Callable[[Fact, Fact], float]
) -> tuple[tuple[int, int], ...]:
    """Pair facts one to one, best rate first (ties: text order); a pair rated 0 is none. Gives indexes (gold, got)."""
    rated = [(rate(ours, theirs), i, j) for i, ours in enumerate(gold) for j, theirs in enumerate(got)]
    rated.sort(key=lambda entry: (-entry[0], entry[1], entry[2]))
    taken: set[int] = set()
    given: set[int] = set()
    pairs = []
    for rating, i, j in rated:
        if rating > 0 and i not in taken and j not in given:
            taken.add(i)
            given.add(j)
            pairs.append((i, j))
    return tuple(pairs)


def find_noise(annotation: Annotation, text: str) -> tuple[Span, ...]:
    """Return the furniture of an article as spans of its text; they may overlap."""
    spans = list(annotation.noise_spans)
    for phrase in filter(None, annotation.noise):
        place = text.find(phrase)
        while place >= 0:
            end = place + len(phrase)
            alone = text[:place][-1:] in ("", *"\n \t") and text[end : end + 1] in ("", *"\n \t")
            if alone or len(phrase) > SHORT_NOISE:
                spans.append(Span(place, end))
            place = text.find(phrase, end)
    return tuple(spans)


def to_places(spans: Sequence[Span]) -> frozenset[int]:
    """Return every offset that some span covers."""
    return frozenset(place for span in spans for place in range(span.start, span.end))


_BROAD = {EntityKind.MEDIA: EntityKind.ORGANIZATION, EntityKind.GROUP: EntityKind.ORGANIZATION}


def broad_kind(kind: EntityKind) -> EntityKind:
    """Return the kind that is scored: media and groups count as organizations."""
    return _BROAD.get(kind, kind)


def find_keys(entity: GoldEntity) -> frozenset[str]:
    """Return the keys of all forms of an entity."""
    return frozenset(filter(None, map(to_key, entity.forms)))


def rate_entities(gold: GoldEntity, got: GoldEntity) -> float:
    """Rate two entities: 2 for the same country, 1 + common keys, else the best overlap of keys if at least half."""
    if broad_kind(gold.kind) is not broad_kind(got.kind):
        return 0
    if gold.kind is EntityKind.COUNTRY and gold.country and gold.country == got.country:
        return 2
    ours, theirs = find_keys(gold), find_keys(got)
    if ours & theirs:
        return 1 + len(ours & theirs)
    best = max((overlap(a, b).longer for a in ours for b in theirs), default=0.0)
    return best if best >= SAME_WORDS else 0


def rate_times(gold: GoldTime, got: GoldTime) -> float:
    """Rate two time expressions by their common words."""
    common = overlap(gold.text, got.text)
    return common.longer if common.shorter >= SAME_WORDS else 0


def rate_dated_times(gold: GoldTime, got: GoldTime) -> float:
    """Rate two time expressions that must also have the same value."""
    return rate_times(gold, got) if gold.value == got.value else 0


_PERCENT = ("%", "percent", "percentage", "pp")
_PHYSICAL = {
    "km": ("km", "kilometre", "kilometer"), "m": ("m", "metre"), "kg": ("kg",), "t": ("t", "tonne", "ton"),
    "bbl": ("bbl", "barrel"), "Cel": ("Cel", "degree"), "MW": ("MW",), "GW": ("GW",), "kWh": ("kWh",),
    "m3": ("m3", "cubic metre"), "ha": ("ha", "hectare"), "km2": ("km2",),
}  # fmt: skip
_UNIT_OF = {name: unit for unit, names in _PHYSICAL.items() for name in names}


def to_unit(name: str | None) -> str:
    """Bring a unit to one spelling; whatever is no currency, percentage, rank, fraction or physical unit is a count."""
    name = (name or "").strip()
    if name in _PERCENT:
        return "%"
    if re.fullmatch("[A-Z]{3}", name) or name in ("rank", "fraction"):
        return name
    return _UNIT_OF.get(name) or _UNIT_OF.get(name.rstrip("s")) or "count"


def rate_quantities(gold: GoldQuantity, got: GoldQuantity) -> float:
    """Rate two figures: 1 for the same value and unit."""
    return float(gold.value == got.value and to_unit(gold.unit) == to_unit(got.unit))


def rate_statements(gold: GoldStatement, got: GoldStatement) -> float:
    """Rate two statements by the common words of their content."""
    common = overlap(gold.content, got.content)
    return common.shorter * common.longer if common.shorter >= SAME_CONTENT else 0


def is_same_speaker(gold: GoldStatement, got: GoldStatement, ours: Annotation, theirs: Annotation) -> bool:
    """Tell whether two statements have one speaker, an entity or a phrase; `ours` and `theirs` hold the entities."""
    return _is_same_voice(gold.speaker or "", got.speaker or "", got.speaker_text, ours, theirs)


def is_same_relay(gold: GoldStatement, got: GoldStatement, ours: Annotation, theirs: Annotation) -> bool:
    """Tell whether each who relays the gold statement, an entity or a phrase, relays the other one too."""
    return all(any(_is_same_voice(a, b, "", ours, theirs) for b in got.via) for a in gold.via)


def _is_same_voice(gold: str, got: str, got_text: str, ours: Annotation, theirs: Annotation) -> bool:
    one = {entity.id: entity for entity in ours.entities}.get(gold)
    other = {entity.id: entity for entity in theirs.entities}.get(got)
    if one and other:
        return rate_entities(one, other) > 0 or bool(find_keys(one) & find_keys(other))
    names = one.forms if one else (gold,)
    others = other.forms if other else (got_text or got,)
    return any(overlap(a, b).longer >= SAME_WORDS for a in names for b in others if a and b)


def rate_events(gold: GoldEvent, got: GoldEvent) -> float:
    """Rate two events of one type by their parties; trigger, status and date only break ties between candidates."""
    if gold.type is not got.type:
        return 0
    common, union = gold.parties & got.parties, gold.parties | got.parties
    shared = len(common) / max(1, len(union))
    if shared < SAME_WORDS:
        return 0
    words = overlap(gold.trigger, got.trigger).shorter
    same_date = gold.date is not None and gold.date == got.date
    return shared + 0.5 * words + 0.3 * (gold.status is got.status) + 0.2 * same_date
