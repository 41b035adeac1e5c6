"""Credit lines and datelines: who wrote or sent the story and from where (موسكو - رويترز، المصدر: وكالات)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import msgspec

from marsad.clean.phrases import Phrases
from marsad.clean.pieces import Piece
from marsad.lang.tokens import Token, TokenKind, find_tokens, find_words
from marsad.lexicon.furniture import Furniture, Match
from marsad.lexicon.load import Lexicon
from marsad.lexicon.organizations import HeadKind, OutletRole
from marsad.lexicon.places import PlaceType
from marsad.model import BlockKind

# A credit line is short; a name in it that no list holds has three words at most.
_LINE_WORDS = 12
_NAME_WORDS = 3
_SIGNATURE_WORDS = 5
# A story's dateline ends at a dash among its first tokens.
_DATELINE_TOKENS = 16
_DASHES = ("-", "–", "—", "ـ", "−")
_BREAKS = (*_DASHES, "/", "|", "،", ",", "(", ")", "[", "]", "+", ";", "؛", "•")


class Credit(msgspec.Struct, frozen=True):
    """What a credit line says. Names stand as written; `kind` is dateline where a place is named, else byline."""

    kind: BlockKind
    agencies: tuple[str, ...] = ()
    outlet: str | None = None
    place: str | None = None
    author: str | None = None


@dataclass(frozen=True)
class _Part:
    """A stretch between two marks. `sort`: agency, outlet, source, place, date, initials or other."""

    text: str
    sort: str
    words: int
    before: str


@dataclass(frozen=True, eq=False)
class Sources:
    """Names of agencies, outlets and places by their folded words."""

    names: dict[str, str]
    endings: tuple[tuple[str, ...], ...]
    writers: frozenset[str]
    phrases: Phrases

    def parts(self, text: str, tokens: tuple[Token, ...]) -> Iterator[_Part]:
        """Cut tokens at marks and tell what each stretch is."""
        held: list[Token] = []
        before = ""
        for place, token in enumerate(tokens):
            quoted = place + 1 < len(tokens) and token.norm == ":" and tokens[place + 1].norm == '"'
            if quoted or (token.kind is TokenKind.MARK and token.norm in _BREAKS):
                if held:
                    yield self._to_part(text, held, before)
                    before, held = "", []
                before += token.norm
            elif token.norm != '"':
                held.append(token)
        if held:
            yield self._to_part(text, held, before)

    def _to_part(self, text: str, tokens: list[Token], before: str) -> _Part:
        words = [t.norm.lower() for t in tokens if t.kind is not TokenKind.MARK]
        written = text[tokens[0].start : tokens[-1].end]
        sort = self.names.get(" ".join(words)) or self._sort_unlisted(words)
        if sort == "other":
            tokens = self._without_frame(tokens)
            words = [t.norm.lower() for t in tokens if t.kind is not TokenKind.MARK]
            sort = self.names.get(" ".join(words), "other")
            written = text[tokens[0].start : tokens[-1].end]
        if any(token.norm == ":" for token in tokens[:-1]):
            sort = "other"
        return _Part(written, sort, len(words), before)

    def _without_frame(self, tokens: list[Token]) -> list[Token]:
        """A name without the word that brings it (via, عن) and without the day after it (القاهرة 5 مايو)."""
        first = 1 if len(tokens) > 1 and tokens[0].norm.lower() in ("via", "عبر", "عن", "من") else 0
        last = len(tokens)
        while last > first + 1 and (
            tokens[last - 1].norm[0].isdigit() or tokens[last - 1].norm in self.phrases.months | self.phrases.date_words
        ):
            last -= 1
        return tokens[first:last]

    def _sort_unlisted(self, words: list[str]) -> str:
        if words and all(len(word) == 1 and word.isalpha() for word in words):
            return "initials"
        known = (self.phrases.months, self.phrases.date_words)
        if words and all(word[0].isdigit() or any(word in group for group in known) for word in words):
            return "date"
        if 1 < len(words) <= 4 and any(tuple(words[-len(end) :]) == end for end in self.endings):
            return "site"
        return "other"

    def parse_credit(self, piece: Piece) -> Credit | None:
        """Read a whole piece as a credit line, None for anything else."""
        if not 1 <= len(piece.plain) <= _LINE_WORDS or self.phrases.is_date(piece):
            return None
        entry = self.phrases.find(piece)
        if entry is not None and entry.kind in (BlockKind.BYLINE, BlockKind.DATELINE) and entry.match is Match.START:
            return self._parse_introduced(piece, entry)
        known = entry is not None and entry.kind is not BlockKind.CAPTION
        if known or (piece.is_final and len(piece.plain) > _NAME_WORDS):
            return None
        parts = tuple(self.parts(piece.text, piece.tokens))
        return to_credit(parts) if is_credit(parts) else None

    def _parse_introduced(self, piece: Piece, entry: Furniture) -> Credit:
        """A line that says itself what it is (بقلم: …، المصدر: …)."""
        leads = (tuple(_key(phrase).split()) for phrase in entry.phrases)
        lead = max((len(words) for words in leads if piece.plain[: len(words)] == words), default=1)
        start = piece.tokens.index(next(t for t in piece.tokens if t.kind is not TokenKind.MARK))
        rest = piece.tokens[start + lead :]
        while rest and rest[0].kind is TokenKind.MARK:
            rest = rest[1:]
        credit = to_credit(tuple(part for part in self.parts(piece.text, rest) if part.sort != "date"))
        if entry.kind is BlockKind.BYLINE:
            return Credit(BlockKind.BYLINE, credit.agencies, author=credit.outlet)
        return msgspec.structs.replace(credit, kind=BlockKind.BYLINE)

    def parse_dateline(self, text: str) -> Credit | None:
        """Read what stands before a story's first dash as its dateline (بيروت (رويترز) - …)."""
        tokens = find_tokens(text[:160])[:_DATELINE_TOKENS]
        parts = self._agency_dateline(text, tokens)
        if not parts:
            dash = next((i for i, token in enumerate(tokens) if token.norm in _DASHES), 0)
            parts = tuple(self.parts(text, tokens[:dash])) if dash else ()
        sorts = {part.sort for part in parts}
        if not sorts & {"place", "agency", "outlet", "site"} or "initials" in sorts:
            return None
        if "other" in sorts and not (sorts & {"agency", "outlet"} and all(p.words <= _NAME_WORDS for p in parts)):
            return None
        return to_credit(tuple(replace(part, sort="place") if part.sort == "other" else part for part in parts))

    def _agency_dateline(self, text: str, tokens: tuple[Token, ...]) -> tuple[_Part, ...]:
        """Place and day up to an agency in brackets or strokes; a dash need not follow (بكين 5 مايو (شينخوا) قال …)."""
        closing = next((i for i, token in enumerate(tokens) if token.norm in (")", "/") and i > 1), 0)
        if closing and tokens[closing].norm == "/":
            closing = next((i for i, t in enumerate(tokens) if t.norm == "/" and i > closing), closing)
        parts = tuple(self.parts(text, tokens[:closing]))
        if len(parts) < 2 or parts[-1].sort != "agency" or parts[0].sort != "place":
            return ()
        return parts if all(part.sort in ("place", "date", "agency") for part in parts) else ()

    def parse_signature(self, piece: Piece) -> Credit | None:
        """Read a line under a headline as a signature: a word for writing and a name, or a city, a colon, a name."""
        if not 2 <= len(piece.plain) <= _SIGNATURE_WORDS or piece.is_final:
            return None
        if piece.plain[0] in self.writers:
            return Credit(BlockKind.BYLINE, author=piece.text[piece.tokens[1].start :])
        colon = next((i for i, token in enumerate(piece.tokens) if token.norm == ":"), 0)
        if colon == 0 or colon == len(piece.tokens) - 1:
            return None
        first, rest = (
            tuple(self.parts(piece.text, half)) for half in (piece.tokens[:colon], piece.tokens[colon + 1 :])
        )
        if not all(part.sort == "place" for part in first) or len(rest) != 1 or not 2 <= rest[0].words <= _NAME_WORDS:
            return None
        if piece.tokens[colon + 1].norm == '"' or rest[0].sort == "outlet":
            return Credit(BlockKind.DATELINE, place=first[0].text, outlet=rest[0].text)
        return Credit(BlockKind.DATELINE, place=first[0].text, author=rest[0].text)

    def is_credited(self, piece: Piece) -> bool:
        """Tell whether a line ends with the credit of a picture: a dash or bracket, then an agency (… - رويترز)."""
        parts = tuple(self.parts(piece.text, piece.tokens))
        if len(parts) < 2 or sum(part.words for part in parts[:-1]) < _NAME_WORDS:
            return False
        last = parts[-1]
        return last.sort in ("agency", "outlet", "source") and any(
            mark in _DASHES or mark in "([|/" for mark in last.before
        )


def is_credit(parts: tuple[_Part, ...]) -> bool:
    """Tell whether the parts make a credit line: sources with places or a short name, or one place and one name."""
    sorts = [part.sort for part in parts]
    unknown = [part for part in parts if part.sort in ("other", "site")]
    if any(part.words > _NAME_WORDS for part in unknown) or len(parts) > 5:
        return False
    sources = sum(sort in ("agency", "outlet", "source") for sort in sorts)
    if sources:
        return len(unknown) <= 1
    dashed = len(parts) >= 2 and any(mark in _DASHES or mark == "/" for part in parts[1:] for mark in part.before)
    return dashed and "place" in sorts and len(unknown) == 1 and "date" not in sorts


def to_credit(parts: tuple[_Part, ...]) -> Credit:
    """Name the roles: place, agencies, outlet and writer.

    An outlet is a listed one that stands first, or an unlisted name before a source or beside a place (مسقط- المرفأ).
    After an agency, or between a place and one, an unlisted name is who wrote (أنقرة / فلان / الأناضول).
    """
    place = next((part.text for part in parts if part.sort == "place"), None)
    agencies = [part.text for part in parts if part.sort == "agency"]
    outlets = [part.text for part in parts if part.sort == "outlet"]
    outlet = author = None
    for number, part in enumerate(parts):
        if part.sort == "site" or (part.sort == "other" and not _is_writer(parts, number)):
            outlet = outlet or part.text
        elif part.sort == "other":
            author = author or part.text
    if outlet is None and outlets:
        outlet, *outlets = outlets
    kind = BlockKind.DATELINE if place else BlockKind.BYLINE
    return Credit(kind, (*agencies, *outlets), outlet, place, author)


def _is_writer(parts: tuple[_Part, ...], number: int) -> bool:
    before = {part.sort for part in parts[:number]}
    after = {part.sort for part in parts[number + 1 :]}
    return bool("agency" in before or ("place" in before and {"agency", "outlet"} & after))


@lru_cache(maxsize=4)
def build_sources(lexicon: Lexicon, phrases: Phrases) -> Sources:
    """Index the names that credit lines are made of; a name of a place and of an outlet is the outlet's."""
    names: dict[str, str] = {}
    for country in lexicon.countries:
        _add(names, (*country.names, *country.capitals), "place")
    for place in lexicon.places:
        if place.type in (PlaceType.CITY, PlaceType.AREA, PlaceType.REGION):
            _add(names, place.names, "place")
    heads = frozenset(head.ar for head in lexicon.heads if head.kind is HeadKind.MEDIA)
    for outlet in lexicon.outlets:
        _add(names, outlet.names, "agency" if outlet.role is OutletRole.AGENCY else "outlet")
        _add(
            names,
            tuple(_bare_names(outlet.names, heads, names)),
            "agency" if outlet.role is OutletRole.AGENCY else "outlet",
        )
    _add(names, lexicon.wording.source.words, "source")
    _add(names, lexicon.wording.wire.words, "agency")
    endings = tuple(tuple(_key(word).split()) for word in lexicon.wording.outlet.words)
    writers = frozenset(_key(word) for word in lexicon.wording.writer.words)
    return Sources(names, endings, writers, phrases)


def _bare_names(listed: tuple[str, ...], heads: frozenset[str], known: dict[str, str]) -> Iterator[str]:
    """In a credit line an outlet goes without its head noun (بترا for وكالة بترا), unless that is another name."""
    for name in listed:
        head, _, rest = name.partition(" ")
        if head in heads and rest and " " not in rest and _key(rest) not in known:
            yield rest


def _add(names: dict[str, str], found: tuple[str, ...], sort: str) -> None:
    names.update((_key(name), sort) for name in found)


def _key(name: str) -> str:
    return " ".join(find_words(name))
