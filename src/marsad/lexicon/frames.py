"""Event frames: which words name an event of a PLOVER type and mode, and where in the clause its parties stand.

The frames are data, one file per type in `data/frames`. All words are written in lemma form: verbs as the perfect third
person (as in `verbs.tsv`), nouns in the singular without the article, broken plurals as entries of their own.
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path

import msgspec

from marsad.errors import LexiconError
from marsad.lexicon.plover import is_mode
from marsad.lexicon.tables import load_toml
from marsad.model.plover import EventType
from marsad.model.reading import EventStatus

AGENT = "من قبل"  # who does what a passive or a noun tells, whatever the frame; no frame names it
PREPOSITIONS = frozenset(
    {
        *("مع", "بين", "إلى", "على", "ضد", "ل", "ب", "من", "عن", "في", "لدى", "تجاه", "نحو"),
        *("بحق", "حول", "بشأن", "إزاء", "حيال", "عبر", "أمام", "فوق", "قرب"),
    }
)
PLACES = frozenset({"subject", "object", "owner", "adjective", "أن"}) | PREPOSITIONS


class SlotRole(StrEnum):
    """What the party in a place of the clause is to the event. All who stand in mutual places act together."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    MUTUAL = "mutual"


class FrameExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence that tells the event, its parties as alpha-3 codes, acronyms or ZZZ (no state, or unknown)."""

    text: str
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


@cache
def _to_type(frame: str) -> EventType:
    return EventType(frame.partition(".")[0].upper())


class Frame(msgspec.Struct, frozen=True, eq=False, forbid_unknown_fields=True):
    """One sense: triggers, the places of its parties, and what must or must not stand near. Compared by identity.

    `verbs`: lemmas; their masdars and participles are triggers too where `masdar`. `phrases`: parts joined by " + ",
    each a verb lemma, a noun or an adjective in the form it takes, or several of them parted by "/" of which one
    stands there, in this order within four tokens. On the same trigger a frame with a phrase or `about` is narrower
    than one without and goes first.

    `slots`: place -> role. Places are subject and object of a verb (a passive's subject is its object), owner (the noun
    after a noun or masdar, or a possessive suffix), adjective (a nationality on a noun), a preposition in plain form,
    or أن for whoever does what a clause behind it tells (يجب أن تنسحب كينيا). Where the owner is a recipient and
    another recipient follows (by ل or as object), the owner is the doer: غزو العراق, but غزو روسيا لأوكرانيا.

    `required`: one of these places must hold a party. `speaker`: the role of whoever says the words in which the
    trigger stands, where that role has no other filler. `about`, `not_about`: words in the clause of which one is
    needed, or any cancels the sense; written without clitics and article. `not_with`: groups of `senses.toml` whose
    nouns can be neither who does it nor whom it is done to; `not_near`: groups whose nouns close by cancel the sense.
    `finite`: participles of the verbs are no triggers. `victim`: news tells it of the one to whom it is done, so a
    subject of the verbs without an object is that one. `parties`: least number of distinct parties.
    `status`: fixed by the sense, else None. `needs` is "statement" where it counts only if it is said by somebody.
    `negated`: the sense is that of the denied verb, and denying it is the deed (لن نسمح is a refusal).
    `at_home`: it stays within a state where nobody else is told (حظر التجول, احتجاجات).
    `bodies`: its one party is a body of several states, besides whom nobody is told (اجتماع مجلس الأمن).
    `body_at`: the place where such a body must stand (انسحب من الحلف); the frame goes before those that ask for none.
    """

    id: str
    gloss: str
    examples: tuple[FrameExample, ...]
    mode: str | None = None
    verbs: tuple[str, ...] = ()
    masdar: bool = True
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    slots: dict[str, SlotRole] = {}
    required: tuple[str, ...] = ()
    speaker: SlotRole | None = None
    about: tuple[str, ...] = ()
    not_about: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    finite: bool = False
    victim: bool = False
    parties: int = 1
    status: EventStatus | None = None
    needs: str = ""
    negated: bool = False
    bodies: bool = False
    body_at: str = ""
    at_home: bool = False
    counter: tuple[str, ...] = ()

    @property
    def type(self) -> EventType:
        """The PLOVER type, told by the id."""
        return _to_type(self.id)

    @property
    def sequences(self) -> tuple[tuple[tuple[str, ...], ...], ...]:
        """The phrases as their parts in order, each part as the words of which one stands there."""
        return tuple(
            tuple(tuple(word.strip() for word in part.split("/")) for part in phrase.split("+"))
            for phrase in self.phrases
        )


class _FrameFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The frames of a file. Its `not_with` and `not_near` hold for each of them, besides the frame's own."""

    frame: tuple[Frame, ...]
    not_with: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()

    def find_frames(self) -> Iterator[Frame]:
        """Yield the frames with the groups of the file added to theirs."""
        for frame in self.frame:
            yield msgspec.structs.replace(
                frame, not_with=(*self.not_with, *frame.not_with), not_near=(*self.not_near, *frame.not_near)
            )


def load_frames(folder: Path) -> tuple[Frame, ...]:
    """All frames of the folder's files, files in order of name. Raises LexiconError naming file, frame and field."""
    frames: dict[str, Frame] = {}
    for path in sorted(folder.glob("*.toml")):
        for frame in load_toml(path, _FrameFile).find_frames():
            _check_frame(path, frame)
            if frame.id in frames:
                raise LexiconError(f"defined twice: {frame.id!r}", path=path, field="id")
            frames[frame.id] = frame
    return tuple(frames.values())


def _check_frame(path: Path, frame: Frame) -> None:
    faults = {
        "id": not frame.id.startswith(f"{path.stem}.") or path.stem.upper() not in EventType.__members__,
        "examples": not frame.examples,
        "verbs": not (frame.verbs or frame.nouns or frame.phrases),
        "phrases": any(len(parts) < 2 or not all(map(all, parts)) for parts in frame.sequences),
        "slots": not PLACES.issuperset(frame.slots),
        "required": not set(frame.slots).issuperset(frame.required),
        "body_at": bool(frame.body_at) and frame.body_at not in frame.slots,
        "parties": frame.parties not in (0, 1, 2, 3),
        "needs": frame.needs not in ("", "statement"),
    }
    for field, wrong in faults.items():
        if wrong:
            raise LexiconError(f"not allowed in frame {frame.id!r}", path=path, field=field)
    if frame.mode is not None and not is_mode(frame.type, frame.mode):
        raise LexiconError(f"{frame.type} has no mode {frame.mode!r} (frame {frame.id!r})", path=path, field="mode")
