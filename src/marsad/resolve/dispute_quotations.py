"""Disputes over words: one quotation of one speaker that articles give with different words."""

import re
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from itertools import combinations

import msgspec

from marsad.lang.fold import fold
from marsad.lang.stems import to_stem
from marsad.lang.tokens import Token, TokenKind, find_tokens
from marsad.model import Span, Statement, StatementKind
from marsad.model.dispute import Dispute, DisputeKind, Position
from marsad.model.relation import Who, Witness
from marsad.resolve.indexed import Indexed
from marsad.resolve.likeness import are_alike
from marsad.resolve.material import Material
from marsad.resolve.positions import in_order, to_dispute_id, witness_order

_QUOTED = re.compile(r"[«“\"„]([^«»“”\"„]+)[»”\"“]")
_FEWEST_WORDS = 3
# Fewer words than these are compared only where the sentences around them say the same.
_SHORT = 5
# Below this share of common words two quotations are two sentences; above, one sentence with other words in it.
_ALIKE = 0.6
_FEW = 2
# One speaker says much the same again; only reports this close (days) are of the same words.
_NEWS_DAYS = 3


class _Quote(msgspec.Struct, frozen=True):
    """Quoted words: their tokens, their stems, and who is quoted."""

    article: str
    speaker: Who
    tokens: tuple[Token, ...]
    stems: tuple[str, ...]
    witness: Witness


def find_quotation_disputes(material: Material) -> Iterator[Dispute]:
    """Yield the quotations whose words differ between two articles; cutting one short is no difference.

    Words are of one speech where both articles tell one happening, or came out within a few days.
    """
    groups: dict[tuple[str, ...], list[_Quote]] = {}
    for article in material.articles.values():
        for quote in _find_quotes(article):
            for occasion in _find_occasions(quote, material):
                groups.setdefault((*_to_key(quote.speaker), occasion), []).append(quote)
    for key in sorted(groups):
        for one, other in combinations(_join_alike(groups[key]), 2):
            if _are_articles_apart(one, other):
                dispute = _find_dispute(one, other, material)
                if dispute is not None:
                    yield dispute


def _join_alike(quotes: list[_Quote]) -> list[list[_Quote]]:
    """The quotes in groups of the same words, each group and all of them in order."""
    found: dict[tuple[str, ...], list[_Quote]] = {}
    for quote in sorted(quotes, key=_order):
        found.setdefault(quote.stems, []).append(quote)
    return list(found.values())


def _are_articles_apart(ones: list[_Quote], others: list[_Quote]) -> bool:
    """No article has both wordings: then they are two things said."""
    return not {quote.article for quote in ones} & {quote.article for quote in others}


def _find_occasions(quote: _Quote, material: Material) -> Iterator[str]:
    yield from sorted(material.told.get(quote.article, ()))
    if quote.witness.published:
        days = date.fromisoformat(quote.witness.published).toordinal() // _NEWS_DAYS
        yield from (str(days), str(days + 1))


def _find_quotes(article: Indexed) -> Iterator[_Quote]:
    for statement in article.reading.statements:
        speaker = article.speaker(statement)
        if speaker is None or statement.kind is StatementKind.INDIRECT or not article.is_voice(statement):
            continue
        for span in _find_quoted(article, statement):
            tokens = tuple(
                token
                for token in find_tokens(article.reading.text, span.start, span.end)
                if token.kind is not TokenKind.MARK
            )
            if len(tokens) >= _FEWEST_WORDS:
                witness = article.witness(statement.id, span, statement.rule, speaker, article.names(statement.via))
                stems = tuple(to_stem(token.norm) for token in tokens)
                yield _Quote(article.reading.article.id, speaker, tokens, stems, witness)


def _find_quoted(article: Indexed, statement: Statement) -> Iterator[Span]:
    if statement.kind is StatementKind.DIRECT:
        yield from statement.content
        return
    for piece in statement.content:
        for match in _QUOTED.finditer(piece.of(article.reading.text)):
            yield Span(piece.start + match.start(1), piece.start + match.end(1))


def _find_dispute(ones: list[_Quote], others: list[_Quote], material: Material) -> Dispute | None:
    one, other = ones[0], others[0]
    runs = _find_differences(one, other)
    if not runs or not _may_be_one_sentence(one, other, material):
        return None
    positions = in_order((_to_position(ones, runs[0][0], material), _to_position(others, runs[0][1], material)))
    return Dispute(
        id=to_dispute_id(DisputeKind.QUOTATION, positions),
        kind=DisputeKind.QUOTATION,
        parties=tuple(sorted({party for party in (one.speaker.party, other.speaker.party) if party})),
        positions=positions,
        rule="quotation.differs",
        speaker=one.speaker,
    )


def _may_be_one_sentence(one: _Quote, other: _Quote, material: Material) -> bool:
    is_short = min(len(one.stems), len(other.stems)) < _SHORT
    return not is_short or are_alike(one.witness.passage, other.witness.passage, _ALIKE, material.lexicon)


def _find_differences(one: _Quote, other: _Quote) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The runs of tokens that differ inside two quotations alike; what one has more at an end does not count."""
    matcher = SequenceMatcher(None, one.stems, other.stems, autojunk=False)
    codes = matcher.get_opcodes()
    while codes and _is_cut(codes[0]):
        codes.pop(0)
    while codes and _is_cut(codes[-1]):
        codes.pop()
    same = sum(code[2] - code[1] for code in codes if code[0] == "equal")
    if not codes or same < _ALIKE * min(len(one.stems), len(other.stems)):
        return []
    return [
        ((code[1], code[2]), (code[3], code[4]))
        for code in codes
        if code[0] != "equal" and not _is_same_writing(one.stems[code[1] : code[2]], other.stems[code[3] : code[4]])
    ]


def _is_cut(code: tuple[str, int, int, int, int]) -> bool:
    """At an end of a quotation one has more words than the other, or they part there; a word or two instead of as many
    others is no cut."""
    kind, first, last, other_first, other_last = code
    size, other_size = last - first, other_last - other_first
    return kind != "equal" and not (kind == "replace" and size == other_size <= _FEW)


def _is_same_writing(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Words joined or split differently are the same words."""
    return "".join(one) == "".join(other)


def _to_position(quotes: list[_Quote], run: tuple[int, int], material: Material) -> Position:
    """`words` are those that differ; the whole quotation where these articles have nothing in their place."""
    quote, (first, last) = quotes[0], run
    witnesses = tuple(sorted((one.witness for one in quotes), key=witness_order))
    offset = quote.witness.span.start
    differing = quote.tokens[first:last]
    words = quote.witness.words[differing[0].start - offset : differing[-1].end - offset] if differing else ""
    return Position(
        words=words or quote.witness.words,
        voice=quote.speaker,
        witnesses=witnesses,
        sources=material.sources_of(witnesses),
    )


def _to_key(who: Who) -> tuple[str, ...]:
    return who.party or "", fold(who.name.ar or who.name.en or (who.role.en if who.role else "") or "")


def _order(quote: _Quote) -> tuple[str, int]:
    return quote.article, quote.witness.span.start
