"""Whom people protest against: the party behind a word of opposition (ضد، تنديدا ب، هتافات معادية ل)."""

from marsad.lang.clitics import split_proclitics
from marsad.lexicon.reference import Reference
from marsad.read.document import Document, Line
from marsad.read.slots import SlotFinder

_REACH = 20  # tokens behind the words of protest in which its target is told
_TARGET = 8  # tokens behind a word of opposition that name the target


def find_opposed(doc: Document, slots: SlotFinder, reference: Reference, line: Line, first: int) -> list[str]:
    """Return the parties behind the first words of opposition from token `first` on that name any."""
    for at in range(first, min(first + _REACH, line.last)):
        words = (rest.removeprefix("ال") for _, rest in split_proclitics(doc.norms[at]))
        if any(word in reference.opposing for word in words):
            end = next((n for n in range(at + 2, line.last) if doc.norms[n] in reference.clause_boundary), line.last)
            found = slots.spoken.parties_in(at + 1, min(at + 1 + _TARGET, end))
            if found:
                return found
    return []
