"""Labelling: what each piece of a page is, by its place, length, ending, wording, repetition and (in HTML) markup.

The order: what a piece says by itself; where the running text begins and ends; the headline above it; the rest.
"""

from collections import Counter
from dataclasses import dataclass

from marsad.clean.credits import Credit, Sources
from marsad.clean.headline import SITE_WORDS, find_headline
from marsad.clean.phrases import Phrases
from marsad.clean.pieces import Piece
from marsad.clean.teasers import find_plain_teasers
from marsad.lang.tokens import TokenKind, find_tokens
from marsad.model import BlockKind

_CAPTION_WORDS = 14
_NOTE_WORDS = 5
# A line with so many strokes is a menu or a ticker.
_ENTRIES = 3
_CREDITED_WORDS = 45
_HEADING_WORDS = 14
# After a list of links has opened, only a plain sentence of this length is the story again.
_RESUMED_WORDS = 12
_RESUMED_LONG = 30
# Comments and footers end the story, unless this share of its words is still to come and few were told (a counter
# above the text).
_STICKY_SHARE = 0.4
_TOLD_WORDS = 120
# So far below the line that opens a box the one that ends it may stand.
_BOX = 10
# Markup calls these by what is usual in them; what the words say goes first.
_READ_FIRST = (BlockKind.BYLINE, BlockKind.SITE_DATE, BlockKind.CAPTION, BlockKind.STANDFIRST)
_AUTHOR_WORDS = 5
_FOREIGN_TOKENS = 20
# Share of link text from which a short line is a link.
_LINKED = 0.6


@dataclass(frozen=True, eq=False)
class Labels:
    """One kind for each piece, the place of the headline (None: there is none) and the credits read."""

    kinds: tuple[BlockKind, ...]
    title: int | None
    credits: tuple[Credit, ...]


def label(pieces: tuple[Piece, ...], phrases: Phrases, sources: Sources, title: int | None = None) -> Labels:
    """Label every piece. `title` is the headline's place where the caller knows it."""
    guesses = [_Guess.of(piece, phrases, sources) for piece in pieces]
    prose = _find_prose(pieces, guesses)
    teasers = find_plain_teasers(
        pieces,
        prose,
        frozenset(i for i, guess in enumerate(guesses) if guess.kind is BlockKind.SITE_DATE),
        frozenset(i for i, guess in enumerate(guesses) if guess.opens and guess.kind is BlockKind.RELATED),
    )
    guesses = _fill_boxes(pieces, [_TEASER if i in teasers else guess for i, guess in enumerate(guesses)])
    prose = [i for i in prose if guesses[i].kind is None]
    if not prose:
        return Labels(tuple(guess.kind or BlockKind.NAVIGATION for guess in guesses), None, ())
    if title is None:
        title = find_headline(pieces, [i for i, guess in enumerate(guesses) if guess.kind is None], prose)
        if title is not None and title in prose:
            prose.remove(title)
    kinds = [guess.kind for guess in guesses]
    if title is not None:
        kinds[title] = BlockKind.TITLE
    copies = Counter(_key(piece) for piece in pieces)
    loose = sum(not pieces[i].is_final for i in prose) * 2 > len(prose)
    signatures = _label_head(pieces, kinds, prose[0], title, copies, sources, loose)
    _label_rest(pieces, guesses, kinds, prose, loose)
    done = [kind or BlockKind.BODY for kind in kinds]
    _mark_duplicates(pieces, done, title)
    _even_menus(pieces, done)
    found = (guess.credit for guess, kind in zip(guesses, done, strict=True) if not kind.is_furniture)
    return Labels(tuple(done), title, (*(credit for credit in found if credit), *signatures))


@dataclass(frozen=True, eq=False)
class _Guess:
    """What a piece is by itself, None for ordinary text; `opens`: a list of its kind follows."""

    kind: BlockKind | None
    opens: bool = False
    credit: Credit | None = None
    until: tuple[str, ...] = ()

    @classmethod
    def of(cls, piece: Piece, phrases: Phrases, sources: Sources) -> "_Guess":
        if piece.hint is not None and piece.hint not in _READ_FIRST:
            return cls(piece.hint)
        credit = sources.parse_credit(piece)
        if credit is not None and not piece.heading and piece.hint is not BlockKind.CAPTION:
            return cls(credit.kind, credit=credit)
        if piece.hint is not None:
            named = piece.hint is BlockKind.BYLINE and 1 < piece.words <= _AUTHOR_WORDS and not phrases.is_date(piece)
            return cls(piece.hint, credit=Credit(piece.hint, author=piece.text) if named else None)
        entry = phrases.find(piece)
        if (
            entry is not None
            and entry.kind not in (BlockKind.BYLINE, BlockKind.DATELINE)
            and not _is_sentence(piece, entry.kind)
        ):
            return cls(entry.kind, entry.opens, until=entry.until)
        if phrases.is_date(piece):
            return cls(BlockKind.SITE_DATE)
        if piece.words <= _CREDITED_WORDS and not piece.heading and sources.is_credited(piece) and not _has_stop(piece):
            return cls(BlockKind.CAPTION)
        if _is_foreign(piece) or piece.text.count("|") >= _ENTRIES:
            return cls(BlockKind.NAVIGATION)
        if not piece.is_prose and piece.links >= _LINKED and not piece.heading:
            return cls(BlockKind.RELATED if piece.words >= SITE_WORDS else BlockKind.TAGS)
        return cls(None)


_TEASER = _Guess(BlockKind.RELATED, opens=True)


def _fill_boxes(pieces: tuple[Piece, ...], guesses: list[_Guess]) -> list[_Guess]:
    """Between a line that opens a box and the one that ends it, near below, everything is of the box."""
    filled = list(guesses)
    for place, guess in enumerate(guesses):
        below = range(place + 1, min(len(pieces), place + _BOX)) if guess.until else range(0)
        last = next((i for i in below if {*pieces[i].plain[:1], *pieces[i].plain[-1:]} & _norms(guess.until)), place)
        filled[place + 1 : last + 1] = [_Guess(guess.kind)] * (last - place)
    return filled


def _norms(words: tuple[str, ...]) -> set[str]:
    return {token.norm for word in words for token in find_tokens(word)}


def _is_foreign(piece: Piece) -> bool:
    """A short line without an Arabic letter (an address, a counter, a button) is the page's, not the story's."""
    return 0 < len(piece.tokens) <= _FOREIGN_TOKENS and not any(t.kind is TokenKind.WORD for t in piece.tokens)


def _is_sentence(piece: Piece, kind: BlockKind) -> bool:
    """A sentence that happens to end like a caption is the reporter's."""
    return kind is BlockKind.CAPTION and piece.is_prose and _has_stop(piece)


def _has_stop(piece: Piece) -> bool:
    """Tell whether a sentence ends before the last words (… في المدينة. (رويترز))."""
    return any(
        first.norm in ".؟!" and second.norm not in ".؟!" and second.start > first.end - (second.norm in "-–—(")
        for first, second in zip(piece.tokens[-12:], piece.tokens[-11:], strict=False)
        if len(first.norm) == 1
    )


def _find_prose(pieces: tuple[Piece, ...], guesses: list[_Guess]) -> list[int]:
    """Places of running text; where nothing reads like it, the longest lines stand for it."""
    free = [i for i, piece in enumerate(pieces) if guesses[i].kind is None and piece.inside]
    prose = [i for i in free if pieces[i].is_prose and not pieces[i].heading]
    if prose or not free:
        return prose
    longest = max(pieces[i].words for i in free)
    return [i for i in free if pieces[i].words * 10 >= longest * 6]


def _label_head(
    pieces: tuple[Piece, ...],
    kinds: list[BlockKind | None],
    first: int,
    title: int | None,
    copies: Counter[object],
    sources: Sources,
    loose: bool,
) -> list[Credit]:
    """Label what stands above the text: before the headline names of sections, after it captions, standfirsts.

    Return the signatures among them. In a `loose` text, which lacks full stops, only a doubled line is a caption.
    """
    signatures = []
    for place in range(first):
        if kinds[place] is not None:
            continue
        piece = pieces[place]
        if title is None or place < title or not piece.inside:
            kinds[place] = BlockKind.NAVIGATION
        elif piece.heading:
            kinds[place] = BlockKind.HEADING
        elif (signature := sources.parse_signature(piece)) is not None:
            kinds[place] = signature.kind
            signatures.append(signature)
        elif copies[_key(piece)] > 1 or (_is_captionlike(piece) and not loose):
            kinds[place] = BlockKind.CAPTION
        else:
            kinds[place] = BlockKind.STANDFIRST
    return signatures


def _is_captionlike(piece: Piece) -> bool:
    """Short and no sentence; where no picture stands above it, so short that it is some note of the page."""
    most = _CAPTION_WORDS if piece.pictured else _NOTE_WORDS
    return piece.words <= most and not piece.is_final


def _label_rest(
    pieces: tuple[Piece, ...], guesses: list[_Guess], kinds: list[BlockKind | None], prose: list[int], loose: bool
) -> None:
    """Walk down from the first paragraph: paragraphs, headings between them, lists of links, what follows."""
    story = set(prose)
    total = sum(pieces[i].words for i in prose)
    left = total
    opened: BlockKind | None = None
    for place in range(prose[0], len(pieces)):
        piece = pieces[place]
        if kinds[place] is not None:
            if guesses[place].opens:
                opened = kinds[place]
            continue
        if not piece.inside:
            kinds[place] = BlockKind.RELATED
        elif place in story and _resumes(piece, opened, left / total, total - left):
            opened, kinds[place] = None, BlockKind.BODY
        elif opened is not None:
            kinds[place] = opened
        else:
            kinds[place] = _label_short(pieces, kinds, place, story, loose)
        if place in story:
            left -= piece.words


def _resumes(piece: Piece, opened: BlockKind | None, left: float, told: int) -> bool:
    if opened is None:
        return True
    if opened in (BlockKind.COMMENTS, BlockKind.FOOTER) and (left < _STICKY_SHARE or told >= _TOLD_WORDS):
        return False
    ends = piece.is_final and not piece.text.endswith(("؟", "?", "!"))
    return piece.words >= _RESUMED_LONG or (ends and piece.words >= _RESUMED_WORDS)


def _label_short(
    pieces: tuple[Piece, ...], kinds: list[BlockKind | None], place: int, story: set[int], loose: bool
) -> BlockKind:
    """A short line in or below the text: a heading where a paragraph follows, last words, or left-over links."""
    piece = pieces[place]
    if piece.heading:
        return BlockKind.HEADING
    last = pieces[place - 1]
    if piece.is_final or (last.line == piece.line and not last.is_final and kinds[place - 1] is BlockKind.BODY):
        return BlockKind.BODY
    below = next((i for i in range(place + 1, len(pieces)) if kinds[i] is None), None)
    if below is not None and (below in story or pieces[below].is_final):
        return BlockKind.HEADING if piece.words <= _HEADING_WORDS and not piece.text.endswith(":") else BlockKind.BODY
    if any(i > place for i in story):
        return BlockKind.BODY
    if piece.words > SITE_WORDS and (loose or below is None):
        return BlockKind.BODY
    return BlockKind.TAGS if piece.words <= 2 else BlockKind.RELATED


def _mark_duplicates(pieces: tuple[Piece, ...], kinds: list[BlockKind], title: int | None) -> None:
    """The second copy of a line is a duplicate; of the headline every other copy is."""
    seen: set[object] = {_key(pieces[title])} if title is not None else set()
    for place, piece in enumerate(pieces):
        key = _key(piece)
        if place != title and key in seen and piece.words > 1 and not _is_menu(kinds[place]):
            kinds[place] = BlockKind.DUPLICATE
        seen.add(key)


def _is_menu(kind: BlockKind) -> bool:
    return kind in (BlockKind.NAVIGATION, BlockKind.SHARE, BlockKind.COMMENTS, BlockKind.FOOTER)


def _even_menus(pieces: tuple[Piece, ...], kinds: list[BlockKind]) -> None:
    """An entry of a menu that could be something else (a forum, an archive) is what the entries on both sides are."""
    for place in range(1, len(kinds) - 1):
        before, after = kinds[place - 1], kinds[place + 1]
        if before is after is BlockKind.NAVIGATION and _is_menu(kinds[place]) and pieces[place].words <= SITE_WORDS:
            kinds[place] = before


def _key(piece: Piece) -> object:
    return piece.plain or piece.text
