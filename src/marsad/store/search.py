"""Search: FTS5 over our own analysis of the words, spelling first, stem second; names are found whole."""

import re
import sqlite3
from collections.abc import Iterator

import msgspec

from marsad.lang.fold import fold
from marsad.lang.stems import to_stem, without_article
from marsad.lang.tokens import Token, TokenKind, find_tokens
from marsad.model import EntityKind, MentionKind, Reading, Span
from marsad.model.contract import decode_reading
from marsad.store.schema import telling

# The word as it is spelt says ten times as much as its stem.
_NORM_WEIGHT, _STEM_WEIGHT = 10.0, 1.0

_QUOTED = re.compile(r'"([^"]*)"')

# Kinds of entities whose names are found whole.
_WHOLE = frozenset({EntityKind.PERSON, EntityKind.COUNTRY, EntityKind.PLACE})

# About how much text around the first hit is shown, in characters.
_EXCERPT = 160


class Hit(msgspec.Struct, frozen=True):
    """One article found. `excerpt` and the `marks` inside it are spans of its text; a higher `score` is better."""

    article: str
    outlet: str | None
    title: str | None
    published: str | None
    score: float
    excerpt: Span
    words: str
    marks: tuple[Span, ...]


def index_words(connection: sqlite3.Connection, key: int, reading: Reading) -> None:
    """Index the words of an article under its key, inside the caller's transaction."""
    names = _find_name_words(reading)
    connection.executemany(
        "INSERT OR IGNORE INTO name_word VALUES (?)", [(name,) for name in sorted({*names.values()})]
    )
    words = tuple(_analyse(reading, names))
    row = (key, " ".join(token.norm for token, _ in words), " ".join(stem for _, stem in words))
    connection.execute("INSERT INTO word (rowid, norm, stem) VALUES (?, ?, ?)", row)


def find_articles(
    connection: sqlite3.Connection, query: str, *, newest: bool = False, limit: int = 20, offset: int = 0
) -> tuple[Hit, ...]:
    """Return the articles that hold all words of `query`, best first or `newest` first; "quoted words" stand together.

    A query without any word finds nothing. Spelling variants that folding unifies do not matter.
    """
    phrases = [_Phrase(connection, words) for words in _to_phrases(query)]
    if not phrases:
        return ()
    order = "coalesce(published, latest, earliest) DESC" if newest else "rank"
    sql = f"""SELECT id, outlet, title, published, -bm25(word, {_NORM_WEIGHT}, {_STEM_WEIGHT}) AS score, json
              FROM word JOIN article ON key = word.rowid JOIN reading ON reading.article = key
              WHERE word MATCH ? AND rank MATCH 'bm25({_NORM_WEIGHT}, {_STEM_WEIGHT})'
              ORDER BY {order}, id LIMIT ? OFFSET ?"""
    match = " AND ".join(phrase.to_match() for phrase in phrases)
    with telling("search"):
        rows = connection.execute(sql, (match, limit, offset)).fetchall()
    return tuple(_to_hit(row, phrases) for row in rows)


class _Phrase:
    """Words that stand together in the query, in both spellings of the index."""

    def __init__(self, connection: sqlite3.Connection, tokens: tuple[Token, ...]) -> None:
        self.norms = tuple(token.norm for token in tokens)
        self.stems = tuple(_to_key(connection, norm) for norm in self.norms)

    def to_match(self) -> str:
        """Return the phrase in the query language of FTS5."""
        return f'(norm : "{" ".join(self.norms)}" OR stem : "{" ".join(self.stems)}")'

    def holds(self, norm: str, stem: str) -> bool:
        """Tell whether a word of the text is one of these words or has one of their stems."""
        return norm in self.norms or stem in self.stems


def _to_phrases(query: str) -> Iterator[tuple[Token, ...]]:
    for quoted in _QUOTED.findall(query):
        words = _words(quoted)
        if words:
            yield words
    for token in _words(_QUOTED.sub(" ", query)):
        yield (token,)


def _words(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    return tuple(token for token in find_tokens(text, start, end) if token.kind is not TokenKind.MARK)


def _to_key(connection: sqlite3.Connection, norm: str) -> str:
    """Return what the stem column holds for a word of a query: a name as it is, anything else stemmed."""
    for name in (norm, without_article(norm)):
        if connection.execute("SELECT 1 FROM name_word WHERE word = ?", (name,)).fetchone():
            return name
    return to_stem(norm)


def _analyse(reading: Reading, names: dict[int, str]) -> Iterator[tuple[Token, str]]:
    """Yield the words of the article, not those of page furniture, each with what the stem column holds for it."""
    for block in reading.blocks:
        if not block.kind.is_furniture:
            for token in _words(reading.text, block.start, block.end):
                yield token, names.get(token.end) or to_stem(token.norm)


def _find_name_words(reading: Reading) -> dict[int, str]:
    """Return the search keys of the words in names, by where they end; clitics before the name are left out.

    All words of a person's name count, of countries and places those of the name itself: adjectives (الروسية) and the
    common words in names of organizations are stemmed like any other.
    """
    own = {
        e.id: None if e.kind is EntityKind.PERSON else {without_article(fold(w)) for w in (e.name.ar or "").split()}
        for e in reading.entities
        if e.kind in _WHOLE
    }
    keys: dict[int, str] = {}
    for mention in reading.mentions:
        if mention.kind is not MentionKind.NAME or mention.entity not in own:
            continue
        allowed = own[mention.entity]
        for token in find_tokens(reading.text, mention.start, mention.end):
            key = _to_name_key(reading.text, token)
            if token.kind is TokenKind.WORD and (allowed is None or key in allowed):
                keys[token.end] = key
    return keys


def _to_name_key(text: str, token: Token) -> str:
    """Return a word of a name without its article, also where writing hides that (للصين: the name is written لصين)."""
    if token.norm.startswith("ل") and text[token.start - 1 : token.start] == "ل":
        return token.norm[1:]
    return without_article(token.norm)


def _to_hit(row: tuple[str, str | None, str | None, str | None, float, str], phrases: list[_Phrase]) -> Hit:
    article, outlet, title, published, score, json = row
    reading = decode_reading(json)
    found = []
    for token, stem in _analyse(reading, _find_name_words(reading)):
        for number, phrase in enumerate(phrases):
            if phrase.holds(token.norm, stem):
                found.append((Span(token.start, token.end), number))
    excerpt = _to_excerpt(reading.text, _find_densest(found))
    marks = tuple(dict.fromkeys(mark for mark, _ in found if excerpt.holds(mark)))
    return Hit(article, outlet, title, published, score, excerpt, excerpt.of(reading.text), marks)


def _find_densest(found: list[tuple[Span, int]]) -> int:
    """Return the place from where an excerpt shows the most of the different phrases, the first of several."""

    def count(start: int) -> int:
        return len({number for mark, number in found if start <= mark.start < start + _EXCERPT})

    return max((mark.start for mark, _ in found), key=count, default=0)


def _to_excerpt(text: str, place: int) -> Span:
    """Return a stretch of the line around `place`, cut at spaces."""
    low, high = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    high = len(text) if high < 0 else high
    if place - low > _EXCERPT // 2:
        low = text.rfind(" ", low, place - _EXCERPT // 2) + 1 or low
    if high - place > _EXCERPT:
        cut = text.rfind(" ", place, place + _EXCERPT)
        high = cut if cut > place else place + _EXCERPT
    return Span(low, high)
