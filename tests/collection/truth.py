"""What is true of the collection, known from how it was made."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from collection.drafts import Draft, Placed
from collection.material import Material
from collection.reprints import replace_days

from marsad.evaluate.truth import Place, Told, TrueCopy, TrueDispute, TruePromise, Truth
from marsad.model.dispute import DisputeKind
from marsad.model.promise import PromiseKind, PromiseState

# Two copies of one source are copies of each other where they share this part of the shorter; below it is left open.
_SIBLINGS = 0.5


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
        telling = "1" if change.where == "second" else "0"
        new = replace_days(change, happening.day).new
        for key in [key for key in by_key if key.startswith(f"{happening.id}/{telling}/") and key.endswith("*")]:
            if any(new in text for text in _texts(placed, key)):
                rivals = tuple(_find_rivals(by_key, happening.id, key.rstrip("*").rsplit("/", 1)[1]))
                yield TrueDispute(DisputeKind(change.kind), rivals, tuple(by_key[key]))
    for denial in material.denials:
        if denial.happening is not None:
            parts = (str(denial.of), *(("lead",) if denial.also_lead else ()))
            claims = [place for side in "01" for part in parts for place in by_key[f"{denial.happening}/{side}/{part}"]]
            told, denied = claims, _with_title(by_key, f"{denial.happening}-denied")
        else:
            told, denied = _with_title(by_key, f"{denial.id}-told"), _with_title(by_key, f"{denial.id}-denied")
        yield TrueDispute(DisputeKind(denial.kind), tuple(told), tuple(denied))


def _find_rivals(by_key: Mapping[str, list[Place]], happening: str, part: str) -> Iterator[Place]:
    """The unchanged sentences that tell the same as a changed one: in all reports, and in its own before the change."""
    for side in "012":
        yield from by_key.get(f"{happening}/{side}/{part}", ())


def _with_title(by_key: Mapping[str, list[Place]], article: str) -> list[Place]:
    return [*by_key[f"{article}/title"], *by_key[f"{article}/0"]]


def _find_promises(placed: Mapping[str, Sequence[Placed]], material: Material) -> Iterator[TruePromise]:
    by_key = _by_key(placed)
    for promise in material.promises:
        made = _quoted_key(f"{promise.id}-made", promise.sentences)
        later = tuple(by_key[_quoted_key(f"{promise.id}-later", promise.later)]) if promise.later else ()
        if promise.of is not None:
            later = tuple(place for side in "012" for place in by_key[f"{promise.of}/{side}/lead"])
        yield TruePromise(
            promise.id, PromiseKind(promise.kind), PromiseState(promise.state), tuple(by_key[made]), later
        )


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
