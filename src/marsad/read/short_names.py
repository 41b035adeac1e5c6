"""Short names: whoever has been named fully is called by a surname, and whoever was so called is named fully later."""

from collections.abc import Hashable, Iterator

from marsad.lang.clitics import split_proclitics
from marsad.model import EntityKind, MentionKind
from marsad.read.cast import Cast, Member
from marsad.read.document import Document, Line
from marsad.read.mentions import Form
from marsad.read.name_words import NameWords

# Where the family name comes first, the first word alone may stand for the person (شي، لي).
_FAMILY_FIRST = frozenset({"CHN", "TWN", "HKG", "PRK", "KOR", "VNM", "KHM", "SGP"})


class ShortNames:
    """Finds them for the people of an article; keeps nothing of it."""

    def __init__(self, words: NameWords) -> None:
        self._words = words

    def join_named_later(self, cast_: Cast) -> None:
        """Who is named shortly first (الرئيس عباس) is the one whose full name follows, where that is one only."""
        people = [m for m in cast_.members.values() if m.kind is EntityKind.PERSON and m.words]
        for short in people:
            if short.rule.startswith("people.") or len(short.words) > 2:
                continue
            stated = {role.country for _, role, _ in short.roles} - {None}
            fuller = [m for m in people if m is not short and self._is_short_of(short.words, m)]
            if len(fuller) == 1 and stated <= {fuller[0].country, *(role.country for _, role, _ in fuller[0].roles)}:
                cast_.join(short.key, fuller[0].key)

    def _is_short_of(self, words: tuple[str, ...], member: Member) -> bool:
        """Tell whether words are the end of a fuller name, numbers of kings aside, or the family name before it."""
        full = member.words[:-1] if member.words[-1] in self._words.regnal else member.words
        if len(full) <= len(words):
            return False
        return full[-len(words) :] == words or (member.country in _FAMILY_FIRST and full[:1] == words)

    def find_all(self, cast_: Cast) -> None:
        """Note every mention of a person of the article by a short name."""
        shorts = dict(_short_names(cast_, self._words))
        firsts = {short[0] for short in shorts}
        doc = cast_.doc
        openings: dict[str, tuple[tuple[str, str], ...]] = {}
        for norm in set(doc.norms):
            found = tuple((clitic, rest) for clitic, rest in split_proclitics(norm) if rest in firsts)
            if found:
                openings[norm] = found
        for line in doc.lines:
            place = line.first
            while place < line.last:
                found = openings.get(doc.norms[place], ())
                last = self._match_short(cast_, line, place, found, shorts) if found else place
                place = max(place + 1, last)

    def _match_short(
        self,
        cast_: Cast,
        line: Line,
        place: int,
        openings: tuple[tuple[str, str], ...],
        shorts: dict[tuple[str, ...], Hashable],
    ) -> int:
        doc = cast_.doc
        for size in (2, 1):
            last = place + size
            if last > line.last or not cast_.is_free(place, last):
                continue
            for clitic, rest in openings:
                if clitic and len(rest) < 3 and clitic not in ("و", "ل"):
                    continue
                key = shorts.get((rest, *doc.norms[place + 1 : last]))
                if key is None or (size == 1 and self._is_plain_word(doc, line, place, clitic, rest)):
                    continue
                cast_.mention(key, place, last, MentionKind.NAME, Form.PROPER, clitic=clitic)
                return last
        return place

    def _is_plain_word(self, doc: Document, line: Line, place: int, clitic: str, rest: str) -> bool:
        """A short name that is also a particle (لي) counts only where a quotation follows its verb."""
        if not self._words.is_closed(rest):
            return False
        after = doc.norms[place + 1] if place + 1 < line.last else ""
        return bool(clitic) or after not in (":", "ان", '"')


def _short_names(cast_: Cast, judge: NameWords) -> Iterator[tuple[tuple[str, ...], Hashable]]:
    """Yield the words that may stand for a person after the full name; who is named first keeps a shared surname."""
    seen: set[tuple[str, ...]] = set()
    for member in cast_.members.values():
        words = member.words
        if member.kind is not EntityKind.PERSON or not words:
            continue
        shorts = [words[-1:] if words[-1] not in judge.regnal else words[:1], words[-2:], words]
        if member.country in _FAMILY_FIRST and len(words) > 1:
            shorts.append(words[:1])
        if len(words) > 2 and words[-2] in judge.joiners:
            shorts[0] = words[-2:]
        for short in shorts:
            if short and short not in seen and len(short) <= 2:
                seen.add(short)
                yield short, member.key
