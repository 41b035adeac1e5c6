"""المملكة, السلطنة: the form of a state stands for the outlet's own, or for the one of its kind that the text names."""

from collections.abc import Callable, Hashable, Sequence

from marsad.lang.clitics import split_proclitics
from marsad.lang.fold import fold
from marsad.lexicon.state_forms import StateForm
from marsad.model import MentionKind
from marsad.read.cast import Cast
from marsad.read.mentions import Form


class StateForms:
    """Finds such words among the tokens that nothing else has claimed."""

    def __init__(self, forms: Sequence[StateForm]) -> None:
        self._forms = {tuple(fold(ar).split()): form.countries for form in forms for ar in form.ar}
        self._longest = max(map(len, self._forms), default=0)
        self._firsts = frozenset(words[0] for words in self._forms)
        self._begins: dict[str, bool] = {}  # words that with some clitic begin a form

    def note_all(self, cast_: Cast, home: str | None, admit: Callable[[str], Hashable]) -> None:
        """Add a mention of the state meant.

        It is `home`, the country where the outlet sits, if that is of the kind; else the state named last before the
        word, else the only one of its kind named behind it. `admit` takes a country's code and returns its key.
        """
        norms = cast_.doc.norms
        places = sorted(cast_.named_states())
        for line in cast_.doc.lines:
            for at in range(line.first, line.last):
                if not self._may_begin(norms[at]):
                    continue
                for size in range(min(self._longest, line.last - at), 0, -1):
                    found = self._match(norms[at : at + size])
                    if found is None or not cast_.is_free(at, at + size):
                        continue
                    clitic, countries = found
                    code = home if home in countries else _choose(places, at, countries)
                    if code is not None:
                        cast_.mention(admit(code), at, at + size, MentionKind.ROLE, Form.PROPER, clitic=clitic)
                    break

    def _may_begin(self, norm: str) -> bool:
        begins = self._begins.get(norm)
        if begins is None:
            begins = self._begins[norm] = any(rest in self._firsts for _, rest in split_proclitics(norm))
        return begins

    def _match(self, words: tuple[str, ...]) -> tuple[str, tuple[str, ...]] | None:
        for clitic, rest in split_proclitics(words[0]):
            countries = self._forms.get((rest, *words[1:]))
            if countries is not None:
                return clitic, countries
        return None


def _choose(places: Sequence[tuple[int, str]], at: int, countries: tuple[str, ...]) -> str | None:
    before = [code for place, code in places if place < at and code in countries]
    anywhere = {code for _, code in places if code in countries}
    if before:
        return before[-1]
    return anywhere.pop() if len(anywhere) == 1 else None
