"""Stories: articles on the same happening. Ties between two articles, and the story that a group of them is."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import exp, sqrt

from marsad.lexicon.load import Lexicon
from marsad.lexicon.spelling import Spelling
from marsad.model.copies import Copy
from marsad.model.record import Story, Telling
from marsad.model.relation import Dating, Link, When
from marsad.model.trace import Gist, Group
from marsad.resolve.clusters import find_clusters
from marsad.resolve.lines import in_witness_order
from marsad.resolve.origins import find_sources
from marsad.resolve.people import count_rivals, count_shared
from marsad.resolve.ties import find_gap

Tie = tuple[str, str]

LEAST_SCORE = 0.5
# A story is news for some days; what comes later is another one.
MOST_DAYS_APART = 4
_LONGEST_STORY = 10
_PRIOR, _HIGHEST = -3.0, 0.999
_POINTS_BY_GAP = (1.0, 0.7, 0.2, -0.3, -0.8)
_CHIEF = 2
# Added to the number of words of either text: two headlines of one word each are not the same for that.
_FEW = 2
# The most that words give where days or places differ: then they are a form filled in anew.
_FORM_POINTS = 0.5


def weigh_articles(a: Gist, b: Gist, spelling: Spelling) -> tuple[tuple[float, str], ...] | None:
    """Return the evidence that two articles are one story without their events: points with reasons; None where their
    days are too far apart. The order does not matter."""
    if a.article > b.article:
        a, b = b, a
    time = _weigh_time(a, b)
    if time is None:
        return None
    scene = _weigh_scene(a, b)
    return (
        time,
        _weigh_parties(a, b),
        _weigh_people(a, b, spelling),
        _weigh_names(a, b),
        (min(2, len({*a.amounts} & {*b.amounts})) * 0.5, "the same figures"),
        scene,
        _weigh_words(a, b, _FORM_POINTS if scene[0] < 0 else 3.5),
    )


def find_story_tie(a: Gist, b: Gist, event: Link | None, is_copy: bool, spelling: Spelling) -> Link | None:
    """Return the tie of two articles, None where they are not held to be one story. The order does not matter.

    `event` is the strongest tie between the events that both tell first, None where there is none; `is_copy` tells that
    one repeats the other.
    """
    if is_copy:
        return Link(_HIGHEST, "the same text")
    articles = weigh_articles(a, b, spelling)
    if articles is None:
        return None
    evidence = [(event.score * 3.0, "the same happening") if event else (_weigh_outlets(a, b), ""), *articles]
    score = min(_HIGHEST, round(1 / (1 + exp(-_PRIOR - sum(points for points, _ in evidence))), 3))
    if score < LEAST_SCORE:
        return None
    told = sorted((entry for entry in evidence if entry[0] > 0 and entry[1]), key=lambda entry: -entry[0])
    return Link(score, ", ".join(reason for _, reason in told))


def to_gist_pairs(gist: Gist) -> tuple[str, ...]:
    """Return what an article is looked up by: its chief parties in pairs, and the known people it names first."""
    chief = sorted(gist.parties[:3])
    pairs = [f"{one}-{other}" for n, one in enumerate(chief) for other in chief[n + 1 :]] or chief
    return (*pairs, *(f"@{person.id}" for person in gist.people[:4] if person.id))


def group_articles(
    gists: Iterable[Gist], ties: Mapping[Tie, Link], apart: frozenset[Tie] = frozenset()
) -> tuple[tuple[str, ...], ...]:
    """Return the ids of articles in groups that are one story each. `apart` are pairs that a person has parted."""
    by_id = {gist.article: gist for gist in gists}

    def fits(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
        if apart and any(tuple(sorted((one, other))) in apart for one in ours for other in theirs):
            return False
        days = [by_id[member].news for member in (*ours, *theirs)]
        known = [(day.first, day.last) for day in days if day.first is not None and day.last is not None]
        return not known or max(first for first, _ in known) - min(last for _, last in known) <= _LONGEST_STORY

    return find_clusters(by_id, {tie: link.score for tie, link in ties.items()}, fits)


def to_story(
    gists: Sequence[Gist],
    ties: Mapping[Tie, Link],
    copies: Iterable[Copy],
    happenings: tuple[str, ...],
    lexicon: Lexicon,
    decisions: tuple[int, ...] = (),
) -> Story:
    """Return the story that a group of articles is. `ties` are those among them, `happenings` what they tell."""
    ordered = in_witness_order(gists, lambda gist: gist.witness)
    sources_of, sources = find_sources((gist.witness for gist in ordered), copies, lexicon)
    links: dict[str, Link] = {}
    for pair, link in sorted(ties.items(), key=lambda item: (-item[1].score, item[0])):
        for member in pair:
            links.setdefault(member, link)
    return Story(
        id=min(gist.article for gist in ordered),
        when=_to_when(ordered),
        parties=_common_parties(ordered),
        articles=tuple(
            Telling(
                article=gist.article,
                title=gist.witness.title,
                outlet=gist.witness.outlet,
                published=gist.witness.published,
                earliest=gist.witness.earliest,
                latest=gist.witness.latest,
                source=sources_of[gist.article],
                link=links.get(gist.article),
            )
            for gist in ordered
        ),
        sources=sources,
        happenings=happenings,
        decisions=decisions,
    )


def _weigh_time(a: Gist, b: Gist) -> tuple[float, str] | None:
    gap = find_gap(a.news, b.news)
    if gap is None:
        return -0.5, ""
    if gap > MOST_DAYS_APART:
        return None
    return _POINTS_BY_GAP[gap], "the same days"


def _weigh_parties(a: Gist, b: Gist) -> tuple[float, str]:
    if {*a.parties[:_CHIEF]} == {*b.parties[:_CHIEF]}:
        return 0.8, "the same sides"
    return (0.2, "sides in common") if {*a.parties} & {*b.parties} else (-2.0, "")


def _weigh_outlets(a: Gist, b: Gist) -> float:
    """An outlet that has alike words on another day without an event in common brings the next issue of a series."""
    ours, theirs = a.witness, b.witness
    is_next = ours.outlet is not None and ours.outlet == theirs.outlet and ours.published != theirs.published
    return -2.5 if is_next else -0.5


def _weigh_people(a: Gist, b: Gist, spelling: Spelling) -> tuple[float, str]:
    shared = min(3, count_shared(a.people, b.people, spelling))
    return shared * 0.4 - count_rivals(a.people, b.people, spelling) * 0.4, "the same people"


def _weigh_names(a: Gist, b: Gist) -> tuple[float, str]:
    """Bodies and places; reports that name places and none in common are rather of two places."""
    shared = len({*a.names} & {*b.names})
    return (min(3, shared) * 0.3 if shared or not a.names or not b.names else -0.4), "the same bodies and places"


def _weigh_scene(a: Gist, b: Gist) -> tuple[float, str]:
    """News of other days or places is another story, however alike it is told: strikes, rounds, sessions."""
    points = 0.0
    if a.days and b.days:
        points += 0.5 if {*a.days} & {*b.days} else -2.0
    if a.places and b.places:
        elsewhere = -3.0 if Group.FORCE in {*a.groups} & {*b.groups} else -1.0
        points += 0.3 if {*a.places} & {*b.places} else elsewhere
    return points, "the same day and place"


def _weigh_words(a: Gist, b: Gist, most: float) -> tuple[float, str]:
    likeness = max(_cosine({*a.title}, {*b.title}), _cosine({*a.title, *a.lead}, {*b.title, *b.lead}))
    return max(-1.5, min(most, (likeness - 0.12) * 8)), "words in common"


def _cosine(a: set[str], b: set[str]) -> float:
    return len(a & b) / sqrt((len(a) + _FEW) * (len(b) + _FEW))


def _to_when(gists: Sequence[Gist]) -> When:
    days = [(g.witness.published or g.witness.earliest, g.witness.published or g.witness.latest) for g in gists]
    first = min((day for day, _ in days if day), default=None)
    last = max((day for _, day in days if day), default=None)
    return When(None, first, last, Dating.PUBLISHED if first or last else Dating.UNKNOWN)


def _common_parties(gists: Sequence[Gist]) -> tuple[str, ...]:
    counts = Counter(party for gist in gists for party in gist.parties)
    return tuple(sorted(party for party, count in counts.items() if count * 2 > len(gists)))
