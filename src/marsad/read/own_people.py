"""Whose a ministry is that names its own people abroad: وزارة الشؤون الخارجية والتونسيين بالخارج is Tunisia's."""

from typing import cast

from marsad.lexicon.countries import Country
from marsad.lexicon.reference import Reference
from marsad.read.document import Document, Line
from marsad.read.name_index import NameIndex, Sort

_REACH = 4  # words between the listed part of a ministry's name and its people: والتعاون الإفريقي والمغاربة
_AWAY = 3  # words from the people to where they live: المغاربة المقيمين في الخارج


class OwnPeople:
    """Reads the names of ministries; keeps nothing of an article."""

    def __init__(self, index: NameIndex, reference: Reference) -> None:
        self._index, self._reference = index, reference

    def find(self, doc: Document, line: Line, first: int, last: int) -> tuple[int, str | None]:
        """Return where the name of a ministry found at a range ends, and its country where its own people tell it."""
        limit = min(last + _REACH, line.last)
        for at in range(first + 1, limit):
            if at >= last and not doc.norms[at].startswith(("ال", "وال", "وشوون")):
                break
            code = self._people_at(doc, line, at)
            if code is None:
                continue
            for end in range(at + 1, min(at + 1 + _AWAY, line.last)):
                if doc.norms[end].removeprefix("ب") in self._reference.abroad:
                    return max(last, end + 1), code
        return last, None

    def _people_at(self, doc: Document, line: Line, at: int) -> str | None:
        """The country whose people a word names in the plural."""
        for match in self._index.find_at(doc.norms, at, line.last):
            if match.entry.sort is Sort.ADJECTIVE and not doc.norms[at].endswith("يه"):
                return cast(Country, match.entry.ref).code
        return None
