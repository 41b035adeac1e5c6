"""Signs: what pages say that are no articles (`data/signs.toml`)."""

from pathlib import Path

import msgspec

from marsad.errors import LexiconError
from marsad.lexicon.furniture import Match
from marsad.lexicon.tables import load_toml
from marsad.model import AsideKind

_KINDS = (AsideKind.ERROR, AsideKind.STUB, AsideKind.MEDIA, AsideKind.LISTING)


class Sign(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases that pages of one kind show. Alone they set no page aside.

    `consent`: they ask for consent to something, which can stand beside any article; else a wall cuts a text off.
    """

    kind: AsideKind
    match: Match
    phrases: tuple[str, ...]
    examples: tuple[str, ...]
    counter: tuple[str, ...]
    consent: bool = False


class _SignFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    sign: tuple[Sign, ...]


def load_signs(path: Path) -> tuple[Sign, ...]:
    """Read the signs, in their order. Raises LexiconError naming file and field."""
    signs = load_toml(path, _SignFile).sign
    for sign in signs:
        if sign.kind not in _KINDS:
            raise LexiconError(f"{sign.kind} is told otherwise, not by phrases", path=path, field="kind")
        if not sign.examples or not sign.counter:
            raise LexiconError(f"{sign.kind} has no example or counter-example", path=path, field="examples, counter")
    return signs
