"""What clauses and words say at a place of a document: whose subject, which parts of speech, which names."""

from collections.abc import Sequence
from functools import cached_property

from marsad.lang.clitics import split_proclitics
from marsad.lang.morphology import Part
from marsad.lexicon.load import Lexicon
from marsad.read.chunks import build_chunks
from marsad.read.clauses import Clause
from marsad.read.document import Document
from marsad.read.mentions import Form, Names
from marsad.read.noun_phrases import NounPhrases
from marsad.read.spoken_of import SpokenOf
from marsad.read.triggers import OFFICE

_CONTINUED = 8  # clauses back through which an elided subject is followed


class Sites:
    """Answers for one document. Places are tokens, parties entity ids.

    `spoken`: the parties it speaks of; `phrases`: what stands behind its nouns; `by_head`: clauses by their predicate.
    """

    def __init__(self, doc: Document, names: Names, clauses: Sequence[Clause], lexicon: Lexicon) -> None:
        self.doc, self.names, self.clauses = doc, names, clauses
        self._reference = lexicon.reference
        self.chunks = build_chunks(doc, names, lexicon)
        self.spoken = SpokenOf(doc, names, clauses, lexicon)
        self.phrases = NounPhrases(doc, names, self.spoken, clauses, self.chunks, lexicon)
        self.by_head = {clause.head: clause for clause in clauses}

    def clause_of(self, head: int) -> Clause | None:
        """Return the clause whose predicate this token heads, else the smallest clause around it."""
        return self.by_head.get(head) or self._around[head]

    @cached_property
    def _around(self) -> list[Clause | None]:
        """The smallest clause around each token."""
        around: list[Clause | None] = [None] * len(self.doc.tokens)
        for clause in sorted(self.clauses, key=lambda clause: clause.first - clause.last):
            around[clause.first : clause.last] = [clause] * (clause.last - clause.first)
        return around

    def subject_parties(self, clause: Clause | None) -> list[str]:
        """Return the parties of a clause's subject, through elided subjects to the clause that has one."""
        for _ in range(_CONTINUED):
            if clause is None:
                return []
            if clause.subject is not None:
                return self.spoken.parties_in(*clause.subject)
            if clause.subject_from is None:
                return []
            clause = self.clauses[clause.subject_from]
        return []

    def is_masdar(self, at: int) -> bool:
        """Tell whether the word may be a masdar."""
        return self.phrases.is_masdar(at)

    def is_owned(self, at: int) -> bool:
        """Tell whether the word may be a masdar with a possessive: قصفه."""
        return any(a.part is Part.MASDAR and a.suffix for a in self.chunks.analyses(at))

    def is_governed(self, at: int) -> bool:
        """Tell whether a preposition stands before a word or is written onto it."""
        return bool(self.chunks.preposition(at)) or (
            at > 0 and self.doc.norms[at - 1] in self.chunks.syntax.prepositions
        )

    def is_person(self, at: int) -> bool:
        """Tell whether the word means people, though its letters may be a participle's: محتجين."""
        return any(rest in self.chunks.people for rest in (self.doc.norms[at], self.doc.norms[at].removeprefix("و")))

    def can_act(self, at: int) -> bool:
        """Tell whether the noun means people or bodies: المعارضة، حلفاء."""
        rests = [rest.removeprefix("ال") for _, rest in split_proclitics(self.doc.norms[at])]
        return any(form in self._reference.able_noun for rest in rests for form in (rest, rest.removesuffix("ا")))

    @cached_property
    def named(self) -> Sequence[int]:
        """1 for each token of the document inside a name; a crossing or airport is one, whatever its name.

        2 for an office whose holder nobody names: it may be part of a phrase (أمهلت السفير الكيني).
        """
        mask = bytearray(self.chunks.named)
        for mention in self.names.within(0, len(mask)):
            if mention.form is Form.PLACE and self.doc.norms[mention.first] in self._reference.facility:
                mask[mention.first] = 0
            elif mention.form is Form.HOLDER:
                mask[mention.first] = OFFICE
        return mask
