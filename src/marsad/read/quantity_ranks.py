"""Ranks: المرتبة الثانية, ثاني أكبر اقتصاد, أكبر مصدر في العالم, الشريك التجاري الأول."""

from marsad.lang.numerals import NumberKind, parse_number
from marsad.read.quantity_figures import Figure
from marsad.read.quantity_words import QuantityWords

# Words that go on a superlative before what it is the greatest of is placed (أكبر مصدر للغاز في العالم).
_SCOPE_REACH = 6
# Ranks above this are read in digits only after a word of rank.
_HIGHEST = 100


def find_rank(norms: tuple[str, ...], at: int, end: int, words: QuantityWords, *, rank_seen: bool) -> Figure | None:
    """Read a rank; `rank_seen` lets والرابعة من حيث follow one told before in the sentence."""
    return (
        _find_named(norms, at, end, words)
        or _find_leader(norms, at, end, words)
        or _find_ordinal(norms, at, end, words, rank_seen=rank_seen)
        or _find_greatest(norms, at, end, words)
    )


def _find_named(norms: tuple[str, ...], at: int, end: int, words: QuantityWords) -> Figure | None:
    """Read المرتبة الثانية, المركز 27."""
    rank = words.find(norms, at, end, "rank")
    number = parse_number(norms, rank.last, end) if rank else None
    if rank is None or number is None or not number.value or number.value % 1 or number.clitic:
        return None
    if number.kind is NumberKind.FRACTION or not (number.is_definite or number.is_digits):
        return None
    return Figure(at, number.last, number.value, "rank", "quantity/rank")


def _find_leader(norms: tuple[str, ...], at: int, end: int, words: QuantityWords) -> Figure | None:
    """Read الشريك التجاري الأول: the first among those of its kind."""
    leader = words.find(norms, at, end, "leader")
    if leader is None:
        return None
    number = parse_number(norms, leader.last, end)
    if number is None or number.kind is not NumberKind.ORDINAL or not number.is_definite or number.clitic:
        return None
    return Figure(at, number.last, number.value or 0, "rank", "quantity/rank") if number.value else None


def _find_ordinal(norms: tuple[str, ...], at: int, end: int, words: QuantityWords, *, rank_seen: bool) -> Figure | None:
    """Read ثاني أكبر اقتصاد, الأولى عالميا, and والرابعة من حيث after another rank."""
    number = parse_number(norms, at, end)
    if number is None or number.kind is not NumberKind.ORDINAL or not number.value:
        return None
    if not number.is_definite:
        best = words.find(norms, number.last, end, "superlative")
        is_rank = best is not None and number.value < _HIGHEST
        return Figure(at, min(best.last + 1, end), number.value, "rank", "quantity/rank") if best and is_rank else None
    scope = words.find(norms, number.last, end, "scope")
    if scope and number.clitic != "و":
        return Figure(at, scope.last, number.value, "rank", "quantity/rank")
    if rank_seen and number.clitic == "و" and norms[number.last : number.last + 2] == ("من", "حيث"):
        return Figure(at, number.last, number.value, "rank", "quantity/rank")
    return None


def _find_greatest(norms: tuple[str, ...], at: int, end: int, words: QuantityWords) -> Figure | None:
    """Read أكبر مصدر للغاز في العالم."""
    best = words.find(norms, at, end, "superlative")
    if best is None or best.code != "bare" or best.is_definite or best.last >= end:
        return None
    if not norms[best.last][0].isalpha() or norms[best.last] == "من":
        return None
    for place in range(best.last + 1, min(end, best.last + _SCOPE_REACH)):
        scope = words.find(norms, place, end, "scope")
        if scope:
            return Figure(at, scope.last, 1, "rank", "quantity/rank")
        if not norms[place][0].isalnum():
            return None
    return None
