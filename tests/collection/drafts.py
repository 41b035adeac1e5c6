"""Drafts: articles as lines that know where they come from, and their rendering into text with the places of marks."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_DAY = re.compile(r"\{(wd|-\d+)\}")
_MARK = re.compile("[‹›«»]")


@dataclass(frozen=True)
class Line:
    """One sentence. `key` says where it comes from: reprints keep it, also where they change words.

    ‹ › in `text` mark the words that tell `happening`.
    """

    key: str
    text: str
    happening: str | None = None

    @property
    def words(self) -> int:
        """The number of its words."""
        return len(self.text.split())


@dataclass(frozen=True)
class Draft:
    """One article: what the generator knows of it. `parents` are the ids of the articles it is made from.

    `story` is the happening it reports, None where it is not judged.
    """

    id: str
    outlet: str
    published: str
    title: Line
    lines: tuple[Line, ...]
    story: str | None
    kind: str = "root"
    parents: tuple[str, ...] = ()
    credit: str = ""
    ancestors: frozenset[str] = field(default=frozenset())


@dataclass(frozen=True)
class Placed:
    """A line in the text of an article: its span, and that of the marked words, None where it marks none."""

    line: Line
    start: int
    end: int
    mark: tuple[int, int] | None


def fill_days(text: str, day: str) -> str:
    """Return a text with {wd} as the weekday of a day, {-1} as that of the day before."""

    def name(match: re.Match[str]) -> str:
        shift = 0 if match[1] == "wd" else int(match[1])
        return WEEKDAYS[(date.fromisoformat(day) + timedelta(days=shift)).weekday()]

    return _DAY.sub(name, text)


def add_days(day: str, number: int) -> str:
    """Return the ISO day some days later."""
    return (date.fromisoformat(day) + timedelta(days=number)).isoformat()


def render(draft: Draft) -> tuple[str, tuple[Placed, ...]]:
    """Return the text of an article and the places of its lines, title first."""
    text, placed = "", []
    for number, line in enumerate((draft.title, *draft.lines)):
        if number == 1 and draft.credit:
            text += draft.credit + "\n\n"
        start = len(text)
        text += _MARK.sub("", line.text)
        placed.append(Placed(line, start, len(text), _find_mark(line.text, start)))
        text += "\n\n" if number == 0 else "\n"
    return text, tuple(placed)


def _find_mark(text: str, start: int) -> tuple[int, int] | None:
    if "‹" not in text:
        return None
    before, rest = text.split("‹")
    marked = rest.split("›")[0]
    begin = start + len(_MARK.sub("", before))
    return begin, begin + len(_MARK.sub("", marked))
