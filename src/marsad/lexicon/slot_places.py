"""Which place of a clause a preposition opens: `data/slot_places.toml`."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from marsad.errors import LexiconError
from marsad.lang.fold import fold
from marsad.lexicon.frames import AGENT, PREPOSITIONS
from marsad.lexicon.tables import load_toml


class _Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    ar: tuple[str, ...]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    place: tuple[_Place, ...]


def load_slot_places(path: Path) -> Mapping[str, str]:
    """Return the place, as frames name it, of each folded word. Raises LexiconError where frames know no such place."""
    places = load_toml(path, _File).place
    for place in places:
        if place.id not in PREPOSITIONS and place.id != AGENT:
            raise LexiconError(f"no place of frames: {place.id!r}", path=path, field="id")
    return {fold(word): place.id for place in places for word in place.ar}
