"""Is it an article in Arabic? Pages that are lists, errors, walls, videos, empty or in another language are told apart.

A page is only set aside on what it shows: hardly any running text and a sign of what it is instead. A page with a story
is an article, whatever stands around it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from marsad.clean.label import Labels
from marsad.clean.pieces import Piece
from marsad.lang.tokens import find_words
from marsad.lexicon.furniture import Match
from marsad.lexicon.load import Lexicon
from marsad.model import Aside, AsideKind, BlockKind

# Words of running text below which a page may be an error, the beginning before a wall, a video with a line about it.
_ERROR_WORDS = 60
_NOTICE_WORDS = 14
_WALLED_WORDS = 60
_MEDIA_WORDS = 35
_EMPTY_WORDS = 5
# Consent to cookies is asked for at length, beside hardly anything else.
_CONSENT_WORDS = 400
_CONSENT_REST = 25
_WISHES = 2
# Headlines that are links: so many make a list, where the page has no more text than a brief or one teaser under each.
_LINKED = 0.6
_HEADLINE_WORDS = (4, 25)
_LISTED = 8
_LISTED_TEXT = 60
_TEASERS = 4
_TEASER_SHARE = 0.6
_TEASER_REST = 15
# In plain text nothing is a link: a list has more headlines and no paragraph at all.
_PLAIN_LISTED = 10
_LONG_WORD = 4
_TAKEN_UP = 0.2
_WALL_REACH = 6
_QUOTED = 60


@dataclass(frozen=True)
class Declared:
    """What an HTML page says of itself: an article, a video or gallery, a list; `walled`: not to be read for free.

    `titles` are those of its metadata, `is_front` tells that its address is that of the whole site.
    """

    titles: tuple[str, ...] = ()
    is_article: bool = False
    is_media: bool = False
    is_list: bool = False
    is_front: bool = False
    walled: bool = False


@dataclass(frozen=True, eq=False)
class Signs:
    """The phrases of each kind, as folded words between spaces, by their first word; each with its place in a line."""

    phrases: dict[tuple[AsideKind, bool], dict[str, list[tuple[Match, str]]]]

    def find(self, kind: AsideKind, words: str, *, consent: bool = False, inside: bool = False) -> bool:
        """Tell whether folded words (see `to_words`) show a sign of the kind, or ask for consent; with `inside` only
        such as may stand anywhere in a line count. Numbers may be left out."""
        split = words.split()
        bare = _between_spaces(word for word in split if not word[0].isdigit())
        known = self.phrases[kind, consent]
        return any(
            _shows(match, phrase, words) or _shows(match, phrase, bare)
            for word in split
            if word in known
            for match, phrase in known[word]
            if match is Match.INSIDE or not inside
        )


def _shows(match: Match, phrase: str, words: str) -> bool:
    if match is Match.LINE:
        return words == phrase
    if match is Match.START:
        return words.startswith(phrase)
    return words.endswith(phrase) if match is Match.END else phrase in words


def to_words(text: str) -> str:
    """Return the folded words of a text between single spaces, with one at each end."""
    return _between_spaces(find_words(text))


def _between_spaces(words: Iterable[str]) -> str:
    return f" {' '.join(words)} "


@lru_cache(maxsize=4)
def build_signs(lexicon: Lexicon) -> Signs:
    """Index the signs of a lexicon."""
    found: dict[tuple[AsideKind, bool], dict[str, list[tuple[Match, str]]]] = {}
    for sign in lexicon.signs:
        index = found.setdefault((sign.kind, sign.consent), {})
        for phrase in map(to_words, sign.phrases):
            index.setdefault(phrase.split()[0], []).append((sign.match, phrase))
    return Signs(found)


def judge(
    pieces: Sequence[Piece], labels: Labels, language: str | None, lexicon: Lexicon, declared: Declared | None
) -> Aside | None:
    """Say why a page is not to be read as an Arabic article, None where it is. `declared` is None for plain text."""
    if language is None:
        return Aside(AsideKind.EMPTY, "holds no text")
    view = _View(pieces, labels, build_signs(lexicon), declared)
    found = next((aside for find in _FINDERS if (aside := find(view)) is not None), None)
    if language != "ar" and (found is None or found.kind is AsideKind.EMPTY):
        return Aside(AsideKind.LANGUAGE, "is not in Arabic")
    return found


class _View:
    """A page as its judges look at it: `told` are the pieces of running text, `words` how many words they have."""

    def __init__(self, pieces: Sequence[Piece], labels: Labels, signs: Signs, declared: Declared | None) -> None:
        self.pieces, self.kinds, self.signs = pieces, labels.kinds, signs
        self.is_html, self.declared = declared is not None, declared or Declared()
        self.title = pieces[labels.title] if labels.title is not None else None
        story = (BlockKind.BODY, BlockKind.STANDFIRST)
        self.told = [i for i, kind in enumerate(self.kinds) if kind in story and pieces[i].links < _LINKED]
        self.words = sum(pieces[i].words for i in self.told)
        self._words: dict[str, str] = {}

    def shows(self, kind: AsideKind, line: Piece | str, *, consent: bool = False, inside: bool = False) -> bool:
        """Tell whether a line shows a sign of a kind."""
        text = line.text if isinstance(line, Piece) else line
        words = self._words.get(text)
        if words is None:
            plain = line.plain if isinstance(line, Piece) else ()
            words = self._words[text] = _between_spaces(plain) if plain else to_words(text)
        return self.signs.find(kind, words, consent=consent, inside=inside)

    def quote(self, place: int) -> str:
        """Return a line as a reason shows it."""
        return _quote(self.pieces[place].text)

    def headings(self) -> Iterator[str]:
        """Yield what the page is called, by itself and by its metadata."""
        yield from self.declared.titles
        if self.title is not None:
            yield self.title.text
        yield from (p.text for p, kind in zip(self.pieces, self.kinds, strict=True) if kind is BlockKind.HEADING)

    def headlines(self) -> list[int]:
        """Return the places of lines that are links as long as headlines."""
        low, high = _HEADLINE_WORDS
        return [i for i, p in enumerate(self.pieces) if p.links >= _LINKED and low <= p.words <= high]


def _find_error(view: _View) -> Aside | None:
    if view.words >= _ERROR_WORDS:
        return None
    lines = [*view.headings(), *(view.pieces[i].text for i in view.told if view.pieces[i].words <= _NOTICE_WORDS)]
    if view.words < _EMPTY_WORDS:
        lines += [piece.text for piece in view.pieces]
    shown = next((line for line in lines if view.shows(AsideKind.ERROR, line)), None)
    return Aside(AsideKind.ERROR, f"is an error page ({_quote(shown)})") if shown else None


def _find_wall(view: _View) -> Aside | None:
    if view.words >= _CONSENT_WORDS:
        return None
    asked = [i for i in view.told if view.shows(AsideKind.STUB, view.pieces[i], consent=True)]
    rest = view.words - sum(view.pieces[i].words for i in asked)
    wishes = sum(view.shows(AsideKind.STUB, piece, consent=True) for piece in view.pieces) if asked else 0
    if wishes >= _WISHES and rest < _CONSENT_REST:
        return Aside(AsideKind.STUB, f"asks for consent instead of telling something ({view.quote(asked[0])})")
    walls = [i for i in _near_story(view) if view.shows(AsideKind.STUB, view.pieces[i])]
    rest = sum(view.pieces[i].words for i in view.told if i not in walls)
    if rest >= _WALLED_WORDS or not (walls or view.declared.walled):
        return None
    shown = f" ({view.quote(walls[0])})" if walls else ""
    return Aside(AsideKind.STUB, f"is only the beginning of a text, {rest} words, before a wall{shown}")


def _near_story(view: _View) -> Iterator[int]:
    """Places of the running text and of what follows it closely: a wall stands there, a menu entry elsewhere."""
    if not view.told:
        yield from range(len(view.pieces))
        return
    yield from range(view.told[0], min(len(view.pieces), view.told[-1] + _WALL_REACH))


def _find_media(view: _View) -> Aside | None:
    if view.words >= _MEDIA_WORDS:
        return None
    title = view.title or next((view.pieces[i] for i in view.told), None)
    names = [*view.headings(), *([title.text] if title is not None else [])]
    titled = any(view.shows(AsideKind.MEDIA, name) for name in names)
    # The name of a section (فيديو) stands in every menu.
    shown = any(view.shows(AsideKind.MEDIA, piece, inside=True) for piece in view.pieces if piece is not title)
    declared = view.declared.is_media and not view.declared.is_article
    if not (declared or (view.is_html and (titled or shown)) or (titled and shown)):
        return None
    return Aside(AsideKind.MEDIA, f"is a page for a video, pictures or sound, with {view.words} words of text")


def _find_list(view: _View) -> Aside | None:
    return _find_linked_list(view) if view.is_html else _find_plain_list(view)


def _find_linked_list(view: _View) -> Aside | None:
    if view.declared.is_article:
        return None
    headlines = view.headlines()
    linked = frozenset(headlines)
    prose = (i for i, p in enumerate(view.pieces) if p.inside and p.is_prose and p.links < _LINKED)
    teasers = {i for i in prose if any(i - back in linked for back in (1, 2))}
    rest = sum(view.pieces[i].words for i in view.told if i not in teasers)
    if len(teasers) >= _TEASERS and (rest < _TEASER_REST or (rest < _LISTED_TEXT and not _is_named(view))):
        return Aside(AsideKind.LISTING, f"is a list of {len(headlines)} articles with a few lines of each")
    if len(headlines) < _LISTED or view.words >= _LISTED_TEXT or _is_named(view):
        return None
    return Aside(AsideKind.LISTING, f"is a list of {len(headlines)} links with {view.words} words of text")


def _is_named(view: _View) -> bool:
    """Tell whether a page has a headline of its own: then it is a brief, however many links stand around it."""
    if view.title is None or view.title.words <= _HEADLINE_WORDS[0] or view.title.links >= _LINKED:
        return False
    called = any(view.shows(AsideKind.LISTING, name) for name in (*view.declared.titles, view.title.text))
    return not (called or view.declared.is_front or view.declared.is_list)


def _find_plain_list(view: _View) -> Aside | None:
    low, high = _HEADLINE_WORDS
    more = sum(view.shows(AsideKind.LISTING, p) for p in view.pieces if p.words <= low)
    if more >= _TEASERS and more >= _TEASER_SHARE * len(view.told):
        return Aside(AsideKind.LISTING, f"is a list of {more} articles with a few lines of each")
    lines = [p for p in view.pieces if low <= p.words <= high and not p.is_final]
    others = sum(p.words > low for p in view.pieces) - len(lines)
    if len(lines) < _PLAIN_LISTED or others or any(p.is_prose for p in view.pieces) or _hangs_together(lines):
        return None
    return Aside(AsideKind.LISTING, f"is a list of {len(lines)} headlines without running text")


def _hangs_together(lines: list[Piece]) -> bool:
    """Tell whether lines tell of one thing: points and paragraphs take up each other's words, headlines do not."""
    words = [word for line in lines for word in {w for w in line.plain if len(w) >= _LONG_WORD}]
    counts = Counter(words)
    return sum(counts[word] > 1 for word in words) >= _TAKEN_UP * len(words)


def _find_empty(view: _View) -> Aside | None:
    if view.told and (view.words >= _EMPTY_WORDS or not view.is_html):
        return None
    return Aside(AsideKind.EMPTY, "holds no running text")


def _quote(line: str) -> str:
    return "«" + (line if len(line) <= _QUOTED else line[:_QUOTED].rsplit(" ", 1)[0] + "…") + "»"


# The plainest first: what says itself that it is an error is one, also where it is a list of links as well.
_FINDERS = (_find_error, _find_wall, _find_media, _find_list, _find_empty)
