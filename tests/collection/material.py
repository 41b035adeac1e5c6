"""The words that the test collections are made of: happenings, what is planted, series, hosts; read from a folder."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import msgspec

FOLDER = Path(__file__).parent
DATA = FOLDER / "data"


class Happening(msgspec.Struct, frozen=True):
    """One happening in three independent wordings; see data/happenings/visits.toml."""

    id: str
    day: str
    place: str
    titles: tuple[str, str, str]
    leads: tuple[str, str, str]
    details: tuple[tuple[str, str], ...]


class Changed(msgspec.Struct, frozen=True, rename={"where": "in"}):
    """`old` stands as `new` in a copy of the first report or in the second report."""

    happening: str
    kind: str
    where: str
    old: str
    new: str


class Denial(msgspec.Struct, frozen=True):
    """A report that says it is not so: of a happening's detail, or of a claim that is told here.

    `also_lead`: the leads of the happening's reports say what is denied, too.
    """

    kind: str
    title: str
    sentences: tuple[str, ...]
    happening: str | None = None
    of: int = 0
    also_lead: bool = False
    id: str = ""
    day: str = ""
    place: str = ""
    claim: tuple[str, ...] = ()
    denied: str = ""


class Promise(msgspec.Struct, frozen=True):
    """What was pledged or announced, and the later report that settles it."""

    id: str
    kind: str
    state: str
    day: str
    title: str
    sentences: tuple[str, ...]
    of: str | None = None
    later_day: str = ""
    later_title: str = ""
    later: tuple[str, ...] = ()


class Background(msgspec.Struct, frozen=True):
    """Paragraphs that one outlet puts under its reports of several happenings."""

    outlet: str
    of: tuple[str, ...]
    sentences: tuple[str, ...]


class Speech(msgspec.Struct, frozen=True):
    """Two reports that quote one speech."""

    day: str
    quote: str
    titles: tuple[str, ...]
    leads: tuple[str, ...]
    frames: tuple[str, ...]
    ends: tuple[str, ...]


class Series(msgspec.Struct, frozen=True):
    """A form that is filled in anew each time."""

    id: str
    outlet: str
    title: str
    sentences: tuple[str, ...]
    days: tuple[str, ...]
    filled: tuple[tuple[str, ...], ...]


class Host(msgspec.Struct, frozen=True):
    """A text of its own around paragraphs of others."""

    title: str
    before: str
    after: str


class Outlet(msgspec.Struct, frozen=True):
    """An outlet and how its house spells."""

    name: str
    spelling: str
    agency: bool = False


class Editor(msgspec.Struct, frozen=True):
    """Lines that an editor adds, words that he exchanges."""

    lines: tuple[str, ...]
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Material:
    """All of it."""

    happenings: tuple[Happening, ...]
    changed: tuple[Changed, ...]
    denials: tuple[Denial, ...]
    promises: tuple[Promise, ...]
    backgrounds: tuple[Background, ...]
    speeches: tuple[Speech, ...]
    series: tuple[Series, ...]
    hosts: tuple[Host, ...]
    outlets: tuple[Outlet, ...]
    editor: Editor
    spelling: dict[str, tuple[tuple[str, str], ...]]


def load_material(data: Path = DATA) -> Material:
    """Load the words. Raises msgspec.ValidationError where a file does not have the fields told above."""

    def load(path: Path) -> dict[str, object]:
        return tomllib.loads(path.read_text(encoding="utf-8"))

    planted, house = load(data / "planted.toml"), load(FOLDER / "house.toml")
    happenings = [
        happening
        for path in sorted((data / "happenings").iterdir())
        for happening in msgspec.convert(load(path)["happening"], list[Happening])
    ]
    return Material(
        happenings=tuple(happenings),
        changed=msgspec.convert(planted["changed"], tuple[Changed, ...]),
        denials=msgspec.convert(planted["denial"], tuple[Denial, ...]),
        promises=msgspec.convert(planted["promise"], tuple[Promise, ...]),
        backgrounds=msgspec.convert(planted["background"], tuple[Background, ...]),
        speeches=msgspec.convert(planted["speech"], tuple[Speech, ...]),
        series=msgspec.convert(load(data / "series.toml")["series"], tuple[Series, ...]),
        hosts=msgspec.convert(load(data / "hosts.toml")["host"], tuple[Host, ...]),
        outlets=msgspec.convert(house["outlet"], tuple[Outlet, ...]),
        editor=msgspec.convert(house["editor"], Editor),
        spelling=msgspec.convert(house["spelling"], dict[str, tuple[tuple[str, str], ...]]),
    )
