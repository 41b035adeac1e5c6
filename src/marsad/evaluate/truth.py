"""What is true of a collection of articles as a whole: copies, stories, happenings, contradictions, promises.

A collection is a folder with `articles.jsonl`, which the acquiring stage reads, and `truth.json`, which holds a Truth.
"""

from pathlib import Path

import msgspec

from marsad.errors import GoldError
from marsad.model.dispute import DisputeKind
from marsad.model.promise import PromiseKind, PromiseState

ARTICLES, TRUTH = "articles.jsonl", "truth.json"


class Place(msgspec.Struct, frozen=True, order=True):
    """A span of an article, in code points."""

    article: str
    start: int
    end: int

    def meets(self, start: int, end: int) -> bool:
        """Tell whether the place shares a character with a span of its article."""
        return start < self.end and self.start < end


class TrueCopy(msgspec.Struct, frozen=True):
    """Two articles with one text. `source` is None where neither is made from the other: both copy a third.

    `kind` is how it was made; what it is called is not measured.
    """

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
    """The sentences that say the one thing and those that say the other."""

    kind: DisputeKind
    one: tuple[Place, ...]
    other: tuple[Place, ...]


class TruePromise(msgspec.Struct, frozen=True):
    """The sentences that tell a promise, how it ends, and those that tell the end (none: it is open)."""

    id: str
    kind: PromiseKind
    state: PromiseState
    made: tuple[Place, ...]
    later: tuple[Place, ...]


class Truth(msgspec.Struct, frozen=True):
    """All that is known of a collection.

    `unjudged` are pairs that may or may not be called copies. `stories` gives the story of an article and leaves out
    those that belong to none for sure.
    """

    copies: tuple[TrueCopy, ...]
    unjudged: tuple[tuple[str, str], ...]
    stories: dict[str, str]
    happenings: tuple[Told, ...]
    disputes: tuple[TrueDispute, ...]
    promises: tuple[TruePromise, ...]


def load_truth(folder: Path) -> Truth:
    """Load the truth of the collection in a folder. Raises GoldError that names the file and what is wrong in it."""
    path = folder / TRUTH
    try:
        return msgspec.json.decode(path.read_bytes(), type=Truth)
    except OSError as error:
        raise GoldError(f"{path}: {error.strerror or error}") from error
    except msgspec.MsgspecError as error:
        raise GoldError(f"{path}: {error}") from error
