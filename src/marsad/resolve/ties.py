"""Ties: whether two events of different articles are one happening, with a score and the evidence.

The evidence is summed as points (log-odds, to half a point): what speaks for one happening is positive. The points were
set on the generated collection (tests/collection), where they are also measured.
"""

from functools import lru_cache
from math import exp, sqrt

from marsad.lexicon.load import Lexicon
from marsad.model.plover import EventType
from marsad.model.relation import Link, Stance
from marsad.model.trace import Days, Grain, Group, Trace
from marsad.resolve.people import count_rivals, count_shared

# A tie is kept from this score on.
LEAST_SCORE = 0.5
# Days between two dated versions of one happening: reports differ, visits last.
MOST_DAYS_APART = 7
# An undated sentence printed again later than this is a formula, or another happening's.
REPRINT_DAYS = 31
# How long after its announcement a meeting may be held: with people in common, and without.
AHEAD_DAYS_KNOWN, AHEAD_DAYS = 90, 30

# Only a person is certain.
_HIGHEST = 0.999
# Two events of one kind between the same sides within days are mostly one, but for what is said and promised, of which
# a single article may tell a dozen.
_PRIORS = {Group.COOPERATION: -3.2, Group.WORDS: -3.4}
_PRIOR = -2.5
# Between events that share one side only, or are of two groups, no more days than this.
STRICT_DAYS = 4
_MOST_SIDES = 6
# Points by the days between two versions: both dated by their words, or one only by its report.
_POINTS_BY_GAP = (2.0, 0.0, -1.0, -1.5, -2.0, -2.5, -3.0, -3.5)
_POINTS_BY_REPORT = (1.2, 1.0, 0.2, -0.5, -1.0, -1.5, -2.0, -2.5)
# Added to the number of words of either sentence: two headlines of one word each are not the same for that.
_FEW = 2
# From this likeness on a sentence of a copy is that of its source.
_REPEATED_WORDS = 0.4
# The most that words give where days or places differ.
_FORM_POINTS = 0.5
_DISTANT = frozenset({"phone"})
_PRESENT = frozenset({"visit"})
_DIRECTED = frozenset({Group.WORDS, Group.FORCE})
# Acts that are done again the next day, at the same place: what is dated to another day is another act.
_REPEATED = frozenset({Group.WORDS, Group.FORCE, Group.PROTEST})
_AGAIN_POINTS = -1.5


def find_tie(a: Trace, b: Trace, lexicon: Lexicon, articles: float = 0.0, is_copy: bool = False) -> Link | None:
    """Return the tie of two events, None where they are not held to be one happening. The order does not matter.

    `articles` are the points that the two articles as a whole give for one story; `is_copy` tells that one repeats the
    other, of which it may have changed a day or place. Events of one article are never tied:
    the reader has joined what the article tells as one.
    """
    if a.id > b.id:
        a, b = b, a
    if (a.article and a.article == b.article) or not _share_key(a, b) or _are_opposed(a, b):
        return None
    spelling = lexicon.spelling
    shared = count_shared(a.people, b.people, spelling)
    time = _weigh_time(a, b, bool(known_people(a) & known_people(b)))
    if time is None:
        return None
    place = _weigh_place(a, b, lexicon)
    repeats = is_copy and a.rule == b.rule and (a.passage == b.passage or _liken(a, b) >= _REPEATED_WORDS)
    evidence = [
        time,
        _weigh_sides(a, b),
        _weigh_kind(a, b),
        _weigh_people(a, b, shared, count_rivals(a.people, b.people, spelling)),
        place,
        _weigh_words(a, b, may_be_form=(_differ_in_day(a, b) or place[0] < 0) and not repeats),
        _weigh_amounts(a, b),
    ]
    if a.is_main and b.is_main and a.group is b.group:
        evidence.append((max(-2.0, min(1.5, articles * 0.5)), "articles on one story"))
    if repeats:
        evidence.append((2.0, "articles with one text"))
    points = min(_PRIORS.get(trace.group, _PRIOR) for trace in (a, b)) + sum(weight for weight, _ in evidence)
    score = min(_HIGHEST, round(1 / (1 + exp(-points)), 3))
    if score < LEAST_SCORE:
        return None
    return Link(score, ", ".join(reason for weight, reason in sorted(evidence, key=_strength) if weight > 0 and reason))


def to_sides(trace: Trace) -> tuple[str, ...]:
    """Return the sides of an event, as many as are looked at."""
    return trace.sides[:_MOST_SIDES]


def to_pairs(sides: tuple[str, ...]) -> tuple[str, ...]:
    """Return what events are looked up by: each pair of their sides, the one side where there is no other."""
    sides = sides[:_MOST_SIDES]
    if len(sides) < 2:
        return sides or ("",)
    return tuple(f"{one}-{other}" for n, one in enumerate(sides) for other in sides[n + 1 :])


def find_gap(a: Days, b: Days) -> int | None:
    """Return how many days lie between two periods, 0 where they meet; None where either is not known."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return None
    return max(0, b.first - a.last, a.first - b.last)


def known_people(trace: Trace) -> frozenset[str]:
    """Return the ids of the people of an event that the lexicon or Wikidata knows."""
    return frozenset(person.id for person in trace.people if person.id)


def _strength(evidence: tuple[float, str]) -> float:
    return -evidence[0]


def is_folded(trace: Trace) -> bool:
    """Tell whether a member stands for mentions folded into one: it has no article and no words of its own."""
    return not trace.article


def is_told_by_day(trace: Trace) -> bool:
    """Tell whether the day of an event is known, from its words or because it is news."""
    return trace.days.grain in (Grain.DAY, Grain.NEAR)


def _share_key(a: Trace, b: Trace) -> bool:
    """Tell whether two events can be one by kind and sides; those less alike must be dated within few days."""
    if a.passage == b.passage:
        return a.group is b.group
    pairs = not {*to_pairs(a.sides)}.isdisjoint(to_pairs(b.sides))
    if pairs and a.group is b.group:
        return True
    if not (is_told_by_day(a) and is_told_by_day(b)) or a.days.first is None or b.days.first is None:
        return False
    if abs(a.days.first - b.days.first) > STRICT_DAYS:
        return False
    if a.group is not b.group:
        return pairs and (a.trigger == b.trigger or _liken(a, b) >= _REPEATED_WORDS)
    return pairs or not {*to_sides(a)}.isdisjoint(to_sides(b))


def _are_opposed(a: Trace, b: Trace) -> bool:
    """What one did to the other is not what the other did to it; a call is no visit."""
    modes = {a.mode, b.mode}
    if modes & _DISTANT and modes & _PRESENT:
        return True
    if a.group not in _DIRECTED or not (a.actors and a.recipients and b.actors and b.recipients):
        return False
    return {*a.actors}.isdisjoint(b.actors) and not {*a.actors}.isdisjoint(b.recipients)


def _weigh_time(a: Trace, b: Trace, know_people: bool) -> tuple[float, str] | None:
    """None where the two cannot be one happening: too far apart, or one was reported before the other took place."""
    grains = {a.days.grain, b.days.grain}
    if Grain.NONE in grains:
        return _weigh_undated(a, b)
    if Grain.AHEAD in grains:
        return _weigh_announced(a, b, know_people)
    gap = find_gap(a.days, b.days)
    assert gap is not None
    if grains <= {Grain.DAY, Grain.NEAR}:
        if gap > MOST_DAYS_APART:
            return None
        if Grain.NEAR in grains:
            assert a.days.last is not None
            assert b.days.last is not None
            late = min(abs(a.days.last - b.days.last), MOST_DAYS_APART)
            return _POINTS_BY_REPORT[late], "within days"
        again = _AGAIN_POINTS if gap and a.group in _REPEATED else 0.0
        return _POINTS_BY_GAP[gap] + again, "the same day" if gap == 0 else "within days"
    slack = 1 if Grain.DAY in grains else 0
    if gap > slack or Grain.NEAR in grains or (len(grains) > 1 and Grain.DAY in grains and not know_people):
        return None
    if Grain.YEAR in grains:
        return 0.5, "the same year"
    return 1.5, "the same month"


def _differ_in_day(a: Trace, b: Trace) -> bool:
    """Tell whether the words date two events to different days."""
    return a.days.grain is b.days.grain is Grain.DAY and bool(find_gap(a.days, b.days))


def _weigh_undated(a: Trace, b: Trace) -> tuple[float, str] | None:
    """Undated events are one where their sentence is the same and it was not printed again long after."""
    if a.passage != b.passage:
        return None
    if a.reported[0] is not None and b.reported[0] is not None and abs(a.reported[0] - b.reported[0]) > REPRINT_DAYS:
        return None
    return (0.5, "")


def _weigh_announced(a: Trace, b: Trace, know_people: bool) -> tuple[float, str] | None:
    """An announcement without a day is joined with what took place soon after it, or with another announcement."""
    if a.days.grain is b.days.grain:
        gap = find_gap(a.days, b.days)
        return (1.0, "announced within days") if gap is not None and gap <= MOST_DAYS_APART else None
    ahead, other = (a, b) if a.days.grain is Grain.AHEAD else (b, a)
    if a.group is not Group.MEETING or other.days.grain not in (Grain.DAY, Grain.NEAR):
        return None
    assert ahead.days.first is not None
    assert other.days.first is not None
    assert other.days.last is not None
    wait = other.days.last - ahead.days.first
    reach = AHEAD_DAYS_KNOWN if know_people else AHEAD_DAYS
    if wait < 0 or other.days.first - ahead.days.first > reach:
        return None
    return (1.0 if wait <= MOST_DAYS_APART else 0.5), "announced before"


def _weigh_sides(a: Trace, b: Trace) -> tuple[float, str]:
    ours, theirs = {*a.sides}, {*b.sides}
    if ours == theirs:
        return (1.0 if len(ours) > 1 else 0.3), "the same sides"
    if ours <= theirs or theirs <= ours:
        return (0.5 if min(len(ours), len(theirs)) > 1 else 0.0), "sides in common"
    return -0.5, ""


def _weigh_kind(a: Trace, b: Trace) -> tuple[float, str]:
    if a.group is not b.group:
        return -1.5, ""
    if a.rule == b.rule:
        return 1.0, "the same kind of event"
    if a.group is Group.MEETING:
        return 1.0, "a meeting"
    if a.type is b.type or (EventType.AGREE in (a.type, b.type) and Stance.ANNOUNCES in (a.stance, b.stance)):
        return 0.0, ""
    # Partnership and treaty are told as signed, announced or lived: AGREE, SUPPORT or COOPERATE.
    return (-0.5 if a.group is Group.COOPERATION else -1.0), ""


def _weigh_people(a: Trace, b: Trace, shared: int, rivals: int) -> tuple[float, str]:
    if shared and a.group is Group.MEETING:
        return min(shared, 2) * 1.0 - rivals * 2.0, "the same people"
    return min(shared, 2) * 0.5 - rivals * 1.5, "the same people"


def _weigh_place(a: Trace, b: Trace, lexicon: Lexicon) -> tuple[float, str]:
    apart = -3.0 if a.group is Group.FORCE else -1.0
    if a.place == b.place and a.place is not None:
        return 1.0, "the same place"
    if a.places and b.places:
        return (0.7, "the same place") if {*a.places} & {*b.places} else (apart, "")
    if a.place is None or b.place is None:
        return 0.0, ""
    countries, states = _countries(lexicon), _states(lexicon)
    if (a.place in countries or b.place in countries) and states.get(a.place) == states.get(b.place):
        return 0.3, "the same country"
    return apart, ""


def _liken(a: Trace, b: Trace) -> float:
    """How much of the words of two sentences is the same, 0 to nearly 1."""
    ours, theirs = {*a.words}, {*b.words}
    return len(ours & theirs) / sqrt((len(ours) + _FEW) * (len(theirs) + _FEW))


def _weigh_words(a: Trace, b: Trace, may_be_form: bool) -> tuple[float, str]:
    """Where days or places differ, the same words are a form that is filled in anew, unless one article is a copy."""
    if a.passage == b.passage:
        return _FORM_POINTS if may_be_form else 4.0, "the same sentence"
    likeness = _liken(a, b)
    same_trigger = 0.5 if a.trigger == b.trigger else 0.0
    floor = 0.1 if a.group is Group.MEETING else 0.18
    quoted = 1.5 if {*a.quoted} & {*b.quoted} else 0.0
    if is_folded(a) or is_folded(b):
        return same_trigger + quoted, "words in common"
    most = _FORM_POINTS if may_be_form else 3.0
    return max(-1.0, min(most, (likeness - floor) * 6)) + same_trigger + quoted, "words in common"


def _weigh_amounts(a: Trace, b: Trace) -> tuple[float, str]:
    shared = len({*a.amounts} & {*b.amounts})
    if not shared and {*_units(a)} & {*_units(b)}:
        return -0.5, ""
    return min(2, shared) * 0.7, "the same figures"


def _units(trace: Trace) -> list[str]:
    return [amount.partition(" ")[2] for amount in trace.amounts]


@lru_cache(maxsize=4)
def _countries(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(country.name_en for country in lexicon.countries)


@lru_cache(maxsize=4)
def _states(lexicon: Lexicon) -> dict[str, str]:
    """The state that a place lies in or is, by its English name."""
    found = {place.name_en: place.country for place in lexicon.places if place.country}
    return found | {country.name_en: country.code for country in lexicon.countries}
