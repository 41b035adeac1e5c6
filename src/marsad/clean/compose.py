"""Labelled pieces to an article: blocks, credits, language."""

from collections.abc import Iterable, Iterator, Sequence

from marsad.clean.credits import Sources
from marsad.clean.judge import Declared, judge
from marsad.clean.label import Labels
from marsad.clean.pieces import Piece
from marsad.lang.script import detect_language
from marsad.lexicon.load import Lexicon
from marsad.model import Article, Block, BlockKind, DateClue, Page

# Entries of a menu stand no farther apart than this many characters of white space.
_MENU_GAP = 12


def to_article(
    page: Page,
    text: str,
    digest: str,
    pieces: Sequence[Piece],
    labels: Labels,
    sources: Sources,
    *,
    lexicon: Lexicon,
    clues: tuple[DateClue, ...],
    outlet: str | None,
    declared: Declared | None = None,
) -> Article:
    """Put an article together from labelled pieces; credits come from credit lines and the dateline.

    `declared` is what an HTML page says of itself, None for plain text.
    """
    found = [*labels.credits]
    first = next((i for i, kind in enumerate(labels.kinds) if kind is BlockKind.BODY), None)
    inline = sources.parse_dateline(pieces[first].text) if first is not None else None
    if inline is not None:
        found.append(inline)
    blocks = to_blocks(pieces, labels.kinds)
    body = " ".join(text[b.start : b.end] for b in blocks if not b.kind.is_furniture)
    language = detect_language(body or text)
    return Article(
        id=page.id,
        origin=page.origin,
        digest=digest,
        text=text,
        blocks=blocks,
        title=pieces[labels.title].span if labels.title is not None else None,
        outlet=outlet or _first(credit.outlet for credit in found),
        agencies=tuple(dict.fromkeys(agency for credit in found for agency in credit.agencies)),
        byline=_first(credit.author for credit in found),
        dateline=_first(credit.place for credit in found),
        language=language,
        url=page.url,
        date_clues=tuple(
            sorted((*clues, *_find_day_lines(pieces, labels)), key=lambda clue: clue.source == "modified")
        ),
        aside=judge(pieces, labels, language, lexicon, declared),
    )


def _find_day_lines(pieces: Sequence[Piece], labels: Labels) -> Iterator[DateClue]:
    """Lines below the headline and above the story that hold only a date: the best that a text without metadata has."""
    first = next((i for i, kind in enumerate(labels.kinds) if kind is BlockKind.BODY), 0)
    for place in range(labels.title + 1 if labels.title is not None else first, first):
        if labels.kinds[place] is BlockKind.SITE_DATE:
            yield DateClue(pieces[place].text, "text", pieces[place].span)


def to_blocks(pieces: Sequence[Piece], kinds: Sequence[BlockKind]) -> tuple[Block, ...]:
    """Make a block of each piece. A sentence cut by a gap is one block again, and so is a menu in one line."""
    blocks: list[Block] = []
    last: Piece | None = None
    for piece, kind in zip(pieces, kinds, strict=True):
        if last is not None and blocks[-1].kind is kind and _belongs(last, piece, kind):
            blocks[-1] = Block(blocks[-1].start, piece.end, kind)
        else:
            blocks.append(Block(piece.start, piece.end, kind))
        last = piece
    return tuple(blocks)


def _belongs(last: Piece, piece: Piece, kind: BlockKind) -> bool:
    if last.line != piece.line:
        return False
    return not last.is_final if kind is BlockKind.BODY else kind.is_furniture and piece.start - last.end <= _MENU_GAP


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)
