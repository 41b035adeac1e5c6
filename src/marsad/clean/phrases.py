"""Looking lines up in the lexicon's wording: which furniture phrase they are, whether they are bare dates."""

from dataclasses import dataclass
from functools import lru_cache

from babel import Locale

from marsad.clean.pieces import Piece
from marsad.lang.tokens import TokenKind, find_tokens, find_words
from marsad.lexicon.calendar import TermKind
from marsad.lexicon.furniture import Furniture, Match
from marsad.lexicon.load import Lexicon

_SINCE = ("منذ", "قبل")
_ZONE_WORDS = ("توقيت", "بتوقيت")
_PER_LINE = 40


@dataclass(frozen=True)
class _Phrase:
    words: tuple[str, ...]
    marked: bool
    entry: Furniture


@dataclass(frozen=True, eq=False)
class Phrases:
    """The wording, indexed by first word and by last word."""

    lines: dict[str, tuple[_Phrase, ...]]
    starts: dict[str, tuple[_Phrase, ...]]
    ends: dict[str, tuple[_Phrase, ...]]
    inside: dict[str, tuple[_Phrase, ...]]
    months: frozenset[str]
    date_words: frozenset[str]

    def find(self, piece: Piece) -> Furniture | None:
        """Return the entry whose phrase the piece is or holds, None for ordinary text."""
        if not piece.plain:
            return None
        return self._whole(piece.plain) or self._held(piece)

    def _whole(self, words: tuple[str, ...]) -> Furniture | None:
        """Read the line as phrases one after another, numbers skipped; the first phrase decides."""
        words = tuple(word for word in words if not word[0].isdigit())
        if len(words) > _PER_LINE:
            return None
        found: list[Furniture] = []
        place = 0
        while place < len(words):
            phrase = next((p for p in self.lines.get(words[place], ()) if _stands(p.words, words, place)), None)
            if phrase is None:
                return None
            found.append(phrase.entry)
            place += len(phrase.words)
        return found[0] if found else None

    def _held(self, piece: Piece) -> Furniture | None:
        for index, words in ((self.starts, piece.norms[:1]), (self.ends, piece.norms[-1:]), (self.inside, piece.norms)):
            for word in dict.fromkeys((*words, *(piece.plain[:1] if index is self.starts else ()))):
                for phrase in index.get(word, ()):
                    line = piece.norms if phrase.marked else piece.plain
                    if len(line) - len(phrase.words) <= phrase.entry.rest + 4 * phrase.marked and _holds(phrase, line):
                        return phrase.entry
        if piece.plain[-1:] != piece.norms[-1:]:
            for phrase in self.ends.get(piece.plain[-1], ()):
                if not phrase.marked and piece.plain[-len(phrase.words) :] == phrase.words:
                    return phrase.entry
        return None

    def is_date(self, piece: Piece) -> bool:
        """Tell whether the piece holds a date or time and nothing else."""
        if not 1 <= len(piece.plain) <= 20:
            return False
        numbers = months = 0
        since = False
        zone = 0
        for token, word in zip(piece.tokens, piece.norms, strict=True):
            if token.kind is TokenKind.MARK:
                continue
            if token.kind is TokenKind.NUMBER:
                numbers += 1
            elif word in self.months:
                months += 1
            elif word in self.date_words:
                since = since or word in _SINCE
                zone = 3 if word in _ZONE_WORDS else zone
                continue
            elif zone == 0 and not (word[:1] == "t" and word[1:].isdigit()) and word not in ("z", "و"):
                return False
            zone = max(0, zone - 1)
        return (numbers > 0 and months > 0) or numbers >= 3 or since or (numbers == 2 and ":" in piece.norms)


def _stands(words: tuple[str, ...], line: tuple[str, ...], place: int) -> bool:
    return line[place : place + len(words)] == words


def _holds(phrase: _Phrase, line: tuple[str, ...]) -> bool:
    if phrase.entry.match is Match.START:
        return _stands(phrase.words, line, 0)
    if phrase.entry.match is Match.END:
        return len(line) > len(phrase.words) and _stands(phrase.words, line, len(line) - len(phrase.words))
    return any(_stands(phrase.words, line, place) for place in range(len(line) - len(phrase.words) + 1))


@lru_cache(maxsize=4)
def build_phrases(lexicon: Lexicon) -> Phrases:
    """Index the wording of a lexicon."""
    tables: dict[Match, dict[str, list[_Phrase]]] = {match: {} for match in Match}
    for entry in lexicon.wording.furniture:
        for text in entry.phrases:
            phrase = _to_phrase(text, entry)
            key = phrase.words[-1] if entry.match is Match.END else phrase.words[0]
            tables[entry.match].setdefault(key, []).append(phrase)
    lines, starts, ends, inside = (
        {word: tuple(sorted(found, key=lambda p: -len(p.words))) for word, found in tables[match].items()}
        for match in (Match.LINE, Match.START, Match.END, Match.INSIDE)
    )
    months = _calendar_words(lexicon, TermKind.MONTH, TermKind.HIJRI_MONTH) | _english_months()
    words = frozenset(word for phrase in lexicon.wording.date.words for word in find_words(phrase))
    words |= _calendar_words(lexicon, TermKind.WEEKDAY)
    return Phrases(lines, starts, ends, inside, months, words)


def _to_phrase(text: str, entry: Furniture) -> _Phrase:
    tokens = find_tokens(text)
    marked = any(token.kind is TokenKind.MARK for token in tokens)
    return _Phrase(tuple(token.norm.lower() for token in tokens), marked, entry)


def _calendar_words(lexicon: Lexicon, *kinds: TermKind) -> frozenset[str]:
    """The single words of calendar terms, weekdays also with the article."""
    words = {word for term in lexicon.calendar if term.kind in kinds for form in term.ar for word in find_words(form)}
    return frozenset(words | {"ال" + word for word in words if TermKind.WEEKDAY in kinds})


def _english_months() -> frozenset[str]:
    months = Locale.parse("en").months["format"]
    return frozenset(
        word for width in ("wide", "abbreviated") for month in months[width].values() for word in find_words(month)
    )
