"""Where an office begins: a listed one, or a counterpart's (نظيره), as far as it is no part of a name."""

from typing import cast

from marsad.lang.clitics import has_article, split_proclitics
from marsad.lexicon.offices import Office, Takes
from marsad.read.document import Document
from marsad.read.name_index import Entry, Match, NameIndex, Sort

_NO_COUNTERPART = "-"
_COUNTERPART = Entry(Sort.COUNTERPART, None)
_SERVANT = "عبد"  # before الملك, الأمير and the like it begins a given name
# Organizations on a line by their first token: (end, country, listed match).
Bodies = dict[int, tuple[int, str | None, Match | None]]


class RoleHeads:
    """Finds the words of offices; `counterpart` are the folded words for a counterpart."""

    def __init__(self, index: NameIndex, counterpart: frozenset[str]) -> None:
        self._index, self._counterpart = index, counterpart
        self._counterparts: dict[str, str] = {}

    def find(self, doc: Document, place: int, limit: int, bodies: Bodies) -> Match | None:
        """Return the office that begins at a token, with nothing of its holder; None where none does."""
        if place and doc.norms[place - 1] == _SERVANT:
            return None
        offices = []
        for match in self._index.find_at(doc.norms, place, limit):
            # الأمين العام لحزب الله holds the office in the body, whatever office ends in لحزب.
            body = bodies[match.last - 1][2] if match.size > 1 and match.last - 1 in bodies else None
            if match.entry.sort in (Sort.OFFICE, Sort.OFFICES) and not (body is not None and body.clitic):
                offices.append(match)
        if offices:
            head = next((office for office in offices if not self._is_overrun(doc, office, bodies)), offices[0])
            is_counterpart = cast(Office, head.entry.ref).id == "counterpart"
            return Match(head.first, head.last, head.clitic, _COUNTERPART) if is_counterpart else head
        # نظيره الصيني: the office of whoever was named before, for the country that follows.
        norm = doc.norms[place]
        clitic = self._counterparts.get(norm)
        if clitic is None:
            clitic = self._find_counterpart(norm)
        return None if clitic == _NO_COUNTERPART else Match(place, place + 1, clitic, _COUNTERPART)

    def _is_overrun(self, doc: Document, office: Match, bodies: Bodies) -> bool:
        """The name of a body runs on behind the noun that closes the office: المتحدث باسم التحالف الدولي."""
        if cast(Office, office.entry.ref).takes is not Takes.BODY or not has_article(doc.norms[office.last - 1]):
            return False  # القيادي في حزب: the office waits for the name
        return any(at in bodies and bodies[at][0] > office.last for at in range(office.first + 1, office.last))

    def _find_counterpart(self, norm: str) -> str:
        """Return the clitic on a word for a counterpart, or the mark of any other word."""
        splits = (clitic for clitic, rest in split_proclitics(norm) if rest in self._counterpart)
        self._counterparts[norm] = next(splits, _NO_COUNTERPART)
        return self._counterparts[norm]
