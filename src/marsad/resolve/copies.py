"""Copies: whether one of two articles repeats the other, in which direction, and what it changed."""

from collections.abc import Iterable, Iterator
from datetime import date

from marsad.lexicon.load import Lexicon
from marsad.model import Reading
from marsad.model.copies import Copy, CopyKind, Shared
from marsad.resolve.copy_changes import find_changes
from marsad.resolve.copy_direction import find_direction
from marsad.resolve.credit import Credit, are_of_two_outlets, find_credit, names_other
from marsad.resolve.overlap import Overlap, find_overlap
from marsad.resolve.texts import Text, to_text

# The thresholds are measured on the generated collection (tests/collection) and stated in docs/decisions.

# A copy shares this many of the writers' own words, outside quotation marks, names and offices: two lines.
_LEAST_PLAIN = 12
# Of what is shared, or of all their own words: with less, two articles report one speech or name the same people.
_PLAIN_OF_SHARED, _PLAIN_OF_ALL = 0.25, 0.5
# Where the opening of one is shared, or one names the other, some lines are enough: so many own words, or such a part
# of the shorter text. So they are where two outlets have a long passage in common within days. Else (background that
# one outlet puts under several reports, a text joined to another lead) nearly all must be the same.
_LINES, _PART, _PASSAGE, _BODY = 18, 0.2, 30, 0.65
# So much of an opening makes it shared.
_OPENING = 0.6
# Figures and dates that differ: two or more and the greater part make another day's bulletin.
_FIGURES_CHANGED = 2
# A name replaced so often throughout is another occasion told in the same form (telegrams, credentials).
_NAMES_CHANGED = 2
# Reprints come within days; of a later text most figures and dates must be the same.
_REPRINT_DAYS = 3
# Kinds: how much of either text is shared.
_NEARLY_ALL, _MOST = 0.85, 0.4


def find_copies(reading: Reading, others: Iterable[Reading], lexicon: Lexicon) -> tuple[Copy, ...]:
    """Return the pairs that an article makes with others, sorted by source and copy."""
    text = to_text(reading)
    found = (_compare(text, to_text(other), lexicon) for other in others)
    return tuple(sorted((copy for copy in found if copy), key=lambda copy: (copy.source, copy.copy)))


def compare(a: Reading, b: Reading, lexicon: Lexicon) -> Copy | None:
    """Return which of two articles repeats the other and how, None where neither does. The order does not matter.

    Bulletins that differ in their figures, shared background and the same words of a speaker make no copy.
    """
    return _compare(to_text(a), to_text(b), lexicon)


def _compare(one: Text, other: Text, lexicon: Lexicon) -> Copy | None:
    a, b = sorted((one, other), key=lambda text: text.reading.article.id)
    overlap = find_overlap(a, b, lexicon)
    if not overlap.passages:
        return None
    credits = find_credit(a.reading, lexicon), find_credit(b.reading, lexicon)
    if not _is_copy(overlap, credits) or _is_other_occasion(overlap):
        return None
    kind = _to_kind(overlap)
    a_is_source, reason = find_direction(overlap, kind, credits)
    source, copy = (a, b) if a_is_source else (b, a)
    return Copy(
        source=source.reading.article.id,
        copy=copy.reading.article.id,
        kind=kind,
        containment=round(overlap.containment, 4),
        shared=tuple(sorted(_to_shared(overlap, a_is_source))),
        changes=find_changes(overlap, kind, a_is_source),
        score=_to_score(overlap),
        direction=reason,
    )


def _is_copy(overlap: Overlap, credits: tuple[Credit, Credit]) -> bool:
    """Tell whether what is shared is more than background, formulas or a speech that both report."""
    short = min(len(overlap.a.tokens), len(overlap.b.tokens))
    if overlap.plain < min(_LEAST_PLAIN, short // 3):
        return False
    if overlap.plain < _PLAIN_OF_SHARED * len(overlap.shared[0]) and overlap.plain_containment < _PLAIN_OF_ALL:
        return False
    is_apart = _are_apart(overlap)
    if max(overlap.openings) >= _OPENING or (names_other(*credits) and not is_apart):
        return overlap.plain >= _LINES or overlap.containment >= _PART
    is_soon = _find_days_between(overlap) is not None and not is_apart
    if is_soon and are_of_two_outlets(*credits) and overlap.longest_plain >= _PASSAGE:
        return True
    return overlap.containment >= _BODY


def _is_other_occasion(overlap: Overlap) -> bool:
    """Tell whether the words are a form filled in anew: other figures and dates, or another name throughout."""
    changed, is_apart = len(overlap.changed_figures), _are_apart(overlap)
    kept = overlap.count_kept_figures(by_value=is_apart)
    if changed > kept and (changed >= _FIGURES_CHANGED or is_apart):
        return True
    if changed >= kept and overlap.is_day_changed and is_apart:
        return True
    return len(_find_replaced(overlap)) >= _NAMES_CHANGED


def _are_apart(overlap: Overlap) -> bool:
    days = _find_days_between(overlap)
    return days is not None and days > _REPRINT_DAYS


def _find_days_between(overlap: Overlap) -> int | None:
    a, b = (text.reading.article.published.value for text in (overlap.a, overlap.b))
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days) if a and b else None


def _find_replaced(overlap: Overlap) -> list[tuple[str, ...]]:
    """The replaced names that stand in one of the texts only."""
    ours, theirs = ({fact.key for fact in text.names} for text in (overlap.a, overlap.b))
    return [old.key for old, new in overlap.changed_names if old.key not in theirs and new.key not in ours]


def _to_kind(overlap: Overlap) -> CopyKind:
    less, more = sorted(overlap.coverage)
    if overlap.a.norms == overlap.b.norms:
        return CopyKind.EXACT
    if less >= _NEARLY_ALL:
        return CopyKind.NEAR
    shorter_opens = overlap.openings[len(overlap.b.tokens) > len(overlap.a.tokens)] >= _OPENING
    if more >= _NEARLY_ALL and shorter_opens:
        return CopyKind.TRUNCATED
    is_inside = min(overlap.openings) < _OPENING <= max(overlap.openings)
    return CopyKind.EXCERPT if is_inside or less < _MOST else CopyKind.EDITED


def _to_shared(overlap: Overlap, a_is_source: bool) -> Iterator[Shared]:
    for passage in overlap.passages:
        ours, theirs = overlap.a.span(*passage.a), overlap.b.span(*passage.b)
        if ours and theirs:
            yield Shared(ours, theirs) if a_is_source else Shared(theirs, ours)


def _to_score(overlap: Overlap) -> float:
    """How sure it is: the part shared, less for each figure that differs."""
    changed = len(overlap.changed_figures)
    kept = overlap.count_kept_figures(by_value=False)
    return round(overlap.containment * (1 - changed / max(1, changed + kept) / 2), 4)
