"""Years: عام 2024, سنة 1437هـ, a bare 2002 beside a word of time, and the marks of their eras."""

from marsad.lang.hijri import to_hijri_month
from marsad.lexicon.calendar import TermKind
from marsad.model import TimeType
from marsad.read.times_meaning import Fixed
from marsad.read.times_scan import Draft, Scan


def is_hijri_mark(scan: Scan, at: int, end: int) -> bool:
    """Tell whether the mark of the Hijri era stands at `at` (هـ, هجرية)."""
    era = scan.bare(at, end, TermKind.ERA)
    return era is not None and era.term.code == "hijri"


def skip_era(scan: Scan, at: int, end: int) -> int:
    """Pass over the mark of an era (م، هـ) if one stands at `at`."""
    era = scan.bare(at, end, TermKind.ERA)
    return era.last if era else at


def read_year(scan: Scan, at: int, end: int) -> tuple[int | None, int]:
    """Read a year after a month: 2015, ", 2015", من عام 2015, سنة ١٤٣٧هـ. Return (None, at) where there is none."""
    place = at + 1 if scan.norm(at, end) in {"،", ",", "من", "/", "-"} else at
    unit = scan.bare(place, end, TermKind.UNIT)
    if unit and unit.term.code == "Y":
        place = unit.last
    elif scan.norm(at, end) == "من":
        return None, at
    year = scan.year(place, end)
    if year is None or (place > at and scan.norm(at, end) == "-" and not scan.touches(at)):
        return None, at
    return year, skip_era(scan, place + 1, end)


def find_year(scan: Scan, at: int, end: int) -> Draft | None:
    """Read عام 2024, للعام 2014, سنة 1437هـ, and a bare 2002 beside a word of time."""
    unit = scan.hit(at, end, TermKind.UNIT, TermKind.UNIT_DUAL, TermKind.UNIT_PLURAL)
    if unit and unit.term.code == "Y":
        kind = scan.bare(unit.last, end, TermKind.YEAR_KIND)
        place = unit.last + 1 if kind or scan.norm(unit.last, end) == "," else unit.last
        number = scan.year(place, end)
        if number is not None:
            return to_year(scan, at, place + 1, end, number)
        words = scan.number(unit.last, end)
        if words and words.value and not words.is_digits and not words.is_definite and 1000 < words.value < 2200:
            return Draft(at, words.last, TimeType.DATE, Fixed(str(int(words.value))), "date/year")
        return None
    number = scan.year(at, end)
    if number is None or not 1800 <= number < 2100 or not _is_bare_year(scan, at, end):
        return None
    return to_year(scan, at, at + 1, end, number)


def to_year(scan: Scan, first: int, last: int, end: int, number: int) -> Draft:
    """Return a draft of a year over `first`-`last` with the mark of its era after it; Hijri years turn Gregorian."""
    if is_hijri_mark(scan, last, end) or 1300 < number < 1500:
        middle = to_hijri_month(number, 6)
        return Draft(
            first, skip_era(scan, last, end), TimeType.DATE, Fixed(middle[:4] if middle else None), "date/hijri year"
        )
    return Draft(first, skip_era(scan, last, end), TimeType.DATE, Fixed(str(number)), "date/year")


def _is_bare_year(scan: Scan, at: int, end: int) -> bool:
    before, after = scan.norm(at - 1, end), scan.norm(at + 1, end)
    if after in {"%", "$", "€", "٪", "/", ":"} or before in {"$", "€", ":", "/"}:
        return False
    if before in {"-", "–"}:
        return scan.year(at - 2, end) is not None
    if after in {"-", "–"}:
        return scan.year(at + 2, end) is not None or not scan.touches(at + 1)
    cue = scan.hit(at - 1, end, TermKind.BEFORE_YEAR) if at else None
    if (cue and cue.term.code == "sure") or scan.hit(at - 1, end, TermKind.EDGE):
        return True
    if before == "و" and scan.year(at - 2, end) is not None:
        return True
    return cue is not None and _is_free(scan, at + 1, end)


def _is_end(norm: str) -> bool:
    return not norm or not norm[0].isalnum()


def _is_free(scan: Scan, at: int, end: int) -> bool:
    """What follows a year is not what 2000 of something would be: a mark, a particle, a definite word or a verb."""
    norm = scan.norm(at, end)
    if _is_end(norm) or scan.bare(at, end, TermKind.AFTER_YEAR):
        return True
    return norm.startswith(("و", "ال", "ب", "ل")) and len(norm) > 3
