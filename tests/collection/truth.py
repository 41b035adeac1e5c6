"""What is true of the collection, known from how it was made."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import msgspec
from collection.drafts import Draft, Placed
from collection.material import Material
from collection.reprints import replace_days

# Two copies of one source are copies of each other where they share this part of the shorter; below it is left open.
_SIBLINGS = 0.5


class Place(msgspec.Struct, frozen=True, order=True):
    """A span of an article."""

    article: str
    start: int
    end: int


class TrueCopy(msgspec.Struct, frozen=True):
    """Two articles with one text. `source` is None where neither is made from the other."""

    one: str
    other: str
    source: str | None
    kind: str


class Told(msgspec.Struct, frozen=True):
    """An article tells a happening: where the words stand, and their sentence."""

    happening: str
    words: Place
    sentence: Place


class TrueDispute(msgspec.Struct, frozen=True):
    """What is said on the two sides of a contradiction, by the sentences that say it."""

    kind: str
    one: tuple[Place, ...]
    other: tuple[Place, ...]


class TruePromise(msgspec.Struct, frozen=True):
    """Where a promise is made, how it ends and where that is told."""

    id: str
    kind: str
    state: str
    made: tuple[Place, ...]
    later: tuple[Place, ...]


class Truth(msgspec.Struct, frozen=True):
    """All that is known. `unjudged` are pairs that may or may not be called copies; `stories` leaves out articles that
    belong to none for sure."""

    copies: tuple[TrueCopy, ...]
    unjudged: tuple[tuple[str, str], ...]
    stories: dict[str, str]
    happenings: tuple[Told, ...]
    disputes: tuple[TrueDispute, ...]
    promises: tuple[TruePromise, ...]


def find_truth(drafts: Sequence[Draft], placed: Mapping[str, Sequence[Placed]], material: Material) -> Truth:
    """Return what is true of the articles."""
    copies, unjudged = _find_copies(drafts)
    return Truth(
        copies=tuple(copies),
        unjudged=tuple(unjudged),
        stories={draft.id: draft.story for draft in drafts if draft.story is not None},
        happenings=tuple(_find_told(placed)),
        disputes=tuple(_find_disputes(placed, material)),
        promises=tuple(_find_promises(placed, material)),
    )


def _find_copies(drafts: Sequence[Draft]) -> tuple[list[TrueCopy], list[tuple[str, str]]]:
    copies, unjudged = [], []
    for one, other in combinations(sorted(drafts, key=lambda draft: draft.id), 2):
        if one.id in other.ancestors:
            copies.append(TrueCopy(one.id, other.id, one.id, other.kind))
        elif other.id in one.ancestors:
            copies.append(TrueCopy(one.id, other.id, other.id, one.kind))
        elif one.ancestors & other.ancestors:
            if _overlap(one, other) >= _SIBLINGS and "excerpt" not in (one.kind, other.kind):
                copies.append(TrueCopy(one.id, other.id, None, "siblings"))
            else:
                unjudged.append((one.id, other.id))
    return copies, unjudged


def _overlap(one: Draft, other: Draft) -> float:
    """The part of the shorter article's words that stands in sentences of the same origin."""
    ours, theirs = ({line.key: line.words for line in (draft.title, *draft.lines)} for draft in (one, other))
    common = sum(min(words, theirs[key]) for key, words in ours.items() if key in theirs)
    return common / min(sum(ours.values()), sum(theirs.values()))


def _find_told(placed: Mapping[str, Sequence[Placed]]) -> Iterator[Told]:
    for article, lines in placed.items():
        for line in lines:
            if line.line.happening is not None and line.mark is not None:
                yield Told(line.line.happening, Place(article, *line.mark), Place(article, line.start, line.end))


def _find_disputes(placed: Mapping[str, Sequence[Placed]], material: Material) -> Iterator[TrueDispute]:
    by_key = _by_key(placed)
    for change in material.changed:
        happening = next(one for one in material.happenings if one.id == change.happening)
        ours, theirs = ("0", "1") if change.where == "second" else ("0", "0")
        change = replace_days(change, happening.day)
        rivals = [key for key in by_key if key.startswith(f"{happening.id}/{theirs}/") and key.endswith("*")]
        for key in rivals:
            if not any(change.new in text for text in _texts(placed, key)):
                continue
            plain = f"{happening.id}/{ours}/{key.rstrip('*').rsplit('/', 1)[1]}"
            yield TrueDispute(change.kind, tuple(by_key[plain]), tuple(by_key[key]))
    for denial in material.denials:
        if denial.happening is not None:
            claims = [place for side in "01" for place in by_key[f"{denial.happening}/{side}/{denial.of}"]]
            yield TrueDispute(denial.kind, tuple(claims), tuple(by_key[f"{denial.happening}-denied/0"]))
        else:
            yield TrueDispute(denial.kind, tuple(by_key[f"{denial.id}-told/0"]), tuple(by_key[f"{denial.id}-denied/0"]))


def _find_promises(placed: Mapping[str, Sequence[Placed]], material: Material) -> Iterator[TruePromise]:
    by_key = _by_key(placed)
    for promise in material.promises:
        made = _quoted_key(f"{promise.id}-made", promise.sentences)
        later = tuple(by_key[_quoted_key(f"{promise.id}-later", promise.later)]) if promise.later else ()
        if promise.of is not None:
            later = tuple(place for side in "012" for place in by_key[f"{promise.of}/{side}/lead"])
        yield TruePromise(promise.id, promise.kind, promise.state, tuple(by_key[made]), later)


def _quoted_key(id: str, sentences: Sequence[str]) -> str:
    return f"{id}/{next(number for number, text in enumerate(sentences) if '«' in text)}"


def _by_key(placed: Mapping[str, Sequence[Placed]]) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = defaultdict(list)
    for article, lines in sorted(placed.items()):
        for line in lines:
            found[line.line.key].append(Place(article, line.start, line.end))
    return found


def _texts(placed: Mapping[str, Sequence[Placed]], key: str) -> Iterator[str]:
    for lines in placed.values():
        yield from (line.line.text for line in lines if line.line.key == key)
