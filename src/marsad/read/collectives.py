"""متمردون, المجتمع الدولي: those who act without a state and under no name of their own."""

from collections.abc import Sequence

from marsad.lang.clitics import split_proclitics
from marsad.lang.fold import fold
from marsad.lexicon.collectives import Collective
from marsad.model import EntityKind, MentionKind, Name
from marsad.read.cast import Cast
from marsad.read.mentions import Form

_FROM = "من"


class Collectives:
    """Finds such words among the tokens that no name has claimed."""

    def __init__(self, collectives: Sequence[Collective]) -> None:
        self._found = {tuple(fold(ar).split()): one for one in collectives for ar in one.ar}
        self._longest = max(map(len, self._found), default=0)
        self._firsts = frozenset(words[0] for words in self._found)
        self._begins: dict[str, bool] = {}  # words that with some clitic begin one

    def note_all(self, cast_: Cast) -> None:
        """Add every collective of the document.

        A nationality behind it is part of it, a name behind من acts instead. With the article it is the armed group
        that was named before, if any.
        """
        norms = cast_.doc.norms
        nations = {named.first: named.last for named in cast_.mentions if named.form is Form.ADJECTIVE}
        named = {mention.first for mention in cast_.mentions}
        for line in cast_.doc.lines:
            at = line.first
            while at < line.last:
                if not self._may_begin(norms[at]):
                    at += 1
                    continue
                size, clitic, one = self._match(norms[at : min(at + self._longest, line.last)])
                end = at + size
                if one is None or not cast_.is_free(at, end) or self._is_named(norms, end, named):
                    at += 1
                    continue
                kind = EntityKind(one.kind)
                known = kind is EntityKind.GROUP and norms[at].removeprefix(clitic).startswith("ال")
                key = cast_.group_before(at) if known else None
                if key is None:
                    key = ("collective", one.id)
                    cast_.admit(key, kind, Name(one.ar[0], one.en), None, rule=f"collectives.{one.id}")
                phrase = (at, nations.get(end, end))
                cast_.mention(key, at, end, MentionKind.ROLE, Form.PROPER, clitic=clitic, phrase=phrase)
                at = end

    def _match(self, words: Sequence[str]) -> tuple[int, str, Collective | None]:
        """Return how many words, what is written onto the first of them, and what they mean."""
        for size in range(len(words), 0, -1):
            for clitic, rest in split_proclitics(words[0]):
                one = self._found.get((rest, *words[1:size]))
                if one is not None:
                    return size, clitic, one
        return 0, "", None

    def _may_begin(self, norm: str) -> bool:
        begins = self._begins.get(norm)
        if begins is None:
            begins = self._begins[norm] = any(rest in self._firsts for _, rest in split_proclitics(norm))
        return begins

    @staticmethod
    def _is_named(norms: Sequence[str], end: int, named: set[int]) -> bool:
        """Tell whether a name behind من says who they are: مسلحون من طالبان."""
        return end + 1 < len(norms) and norms[end] == _FROM and end + 1 in named
