"""CAMEO, the event codes of older data sets, and PLOVER in both directions: `data/cameo.tsv`.

Every type and mode of PLOVER has one CAMEO code that stands for it, and every code the type and mode it becomes, so an
analyst can lay new events beside old ones. The way there and back keeps the type; a mode that CAMEO lacks is lost.
"""

from functools import lru_cache
from pathlib import Path

import msgspec

from marsad.errors import LexiconError
from marsad.lexicon.plover import Quad, is_mode
from marsad.lexicon.tables import load_table
from marsad.model.plover import EventType

_PATH = Path(__file__).parent / "data" / "cameo.tsv"
_COLUMNS = ("code", "goldstein", "type", "mode", "turned", "stands_for", "name")

# The four classes of CAMEO's roots, as ICEWS and GDELT count them: yielding (08) is material cooperation.
_QUADS = (
    ("05", Quad.VERBAL_COOPERATION),
    ("08", Quad.MATERIAL_COOPERATION),
    ("13", Quad.VERBAL_CONFLICT),
    ("20", Quad.MATERIAL_CONFLICT),
)

Kind = tuple[EventType, str | None]


class CameoCode(msgspec.Struct, frozen=True):
    """One code: two digits for a root, three or four below it. `goldstein` lies in -10..10, conflict to cooperation.

    `type` and `mode` are what it becomes in PLOVER, None where PLOVER has nothing (01, statements). `turned`: source
    and target change sides on the way (043: the source is the host, PLOVER's recipient). `stands_for`: the types and
    modes that are written with this code.
    """

    code: str
    goldstein: float
    type: EventType | None
    mode: str | None
    turned: bool
    stands_for: tuple[Kind, ...]
    name: str

    @property
    def root(self) -> str:
        """The two digits of the code's class."""
        return self.code[:2]

    @property
    def quad(self) -> Quad:
        """The class of the root among the four."""
        return next(quad for last, quad in _QUADS if self.root <= last)


class Cameo(msgspec.Struct, frozen=True):
    """The table, to look up from both sides."""

    by_code: dict[str, CameoCode]
    by_kind: dict[Kind, CameoCode]

    def find_code(self, event_type: EventType, mode: str | None) -> CameoCode:
        """Return the code for a type and mode; that of the type where CAMEO tells no such mode apart."""
        return self.by_kind.get((event_type, mode)) or self.by_kind[event_type, None]

    def parse_code(self, code: str) -> CameoCode | None:
        """Return the entry of a code as older data sets write it; None for what is no code."""
        return self.by_code.get(code.strip())


@lru_cache(maxsize=2)
def load_cameo(path: Path = _PATH) -> Cameo:
    """Load the table. Raises LexiconError naming line and field where a row is not allowed or a type has no code."""
    codes: dict[str, CameoCode] = {}
    kinds: dict[Kind, CameoCode] = {}
    for line, row in load_table(path, _COLUMNS):
        entry = _to_entry(row, path, line)
        if entry.code in codes:
            raise LexiconError(f"{entry.code} is given twice", path=path, line=line, field="code")
        codes[entry.code] = entry
        for kind in entry.stands_for:
            if kind in kinds:
                raise LexiconError(f"{kind[0]} {kind[1] or ''} has a code already", path=path, line=line)
            kinds[kind] = entry
    for event_type in EventType:
        if (event_type, None) not in kinds:
            raise LexiconError(f"no code stands for {event_type}", path=path, field="stands_for")
    return Cameo(codes, kinds)


def _to_entry(row: dict[str, str], path: Path, line: int) -> CameoCode:
    try:
        goldstein = float(row["goldstein"])
    except ValueError:
        raise LexiconError(f"{row['goldstein']!r} is no number", path=path, line=line, field="goldstein") from None
    event_type, mode = _parse_kind(f"{row['type']}/{row['mode']}", path, line, "mode") if row["type"] else (None, None)
    stands_for = tuple(
        _parse_kind(word.strip(), path, line, "stands_for") for word in row["stands_for"].split(",") if word.strip()
    )
    return CameoCode(row["code"], goldstein, event_type, mode, row["turned"] == "yes", stands_for, row["name"])


def _parse_kind(word: str, path: Path, line: int, field: str) -> Kind:
    """Read TYPE or TYPE/mode."""
    name, _, mode = word.partition("/")
    if name not in EventType.__members__ or (mode and not is_mode(EventType[name], mode)):
        raise LexiconError(f"{word!r} is no type and mode of PLOVER", path=path, line=line, field=field)
    return EventType[name], mode or None
