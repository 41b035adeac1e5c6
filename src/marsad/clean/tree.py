"""HTML to lines of text: one element a line, verbatim but for white space that HTML collapses, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from resiliparse.parse.html import ELEMENT, TEXT, DOMNode, ElementNode, HTMLTree

from marsad.clean.outlets import MARK, read_mark
from marsad.lexicon.furniture import MarkupKind
from marsad.lexicon.load import Lexicon

_SKIPPED = frozenset(
    "head script style noscript template svg math iframe object select textarea canvas audio video".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big button cite code data del dfn em font i img ins kbd label link mark meta nobr o:p "
    "picture q rp rt ruby s samp small source span strike strong sub sup time tt u var wbr".split()
)
_PICTURES = ("img", "picture", "amp-img", "figure")
# Containers whose inline children stand apart (a row of share links, a line of byline, date and comment count).
_ROWS = frozenset("div li td th ul ol nav header footer section aside article center".split())
# Attributes beside class and id that say what an element is.
_NAMING = ("itemprop", "role", "rel", "aria-labelledby")
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_COLLAPSED = re.compile(r"[ \t\n\r\f]+")
_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


@dataclass(frozen=True, eq=False)
class Line:
    """One line of the text. `node` is the index of the element that holds most of it, `links` its share of links.

    `pictured` tells that a picture stands between it and the line before.
    """

    start: int
    end: int
    node: int
    links: float
    pictured: bool


@dataclass(eq=False)
class Outline:
    """The text of a page and the elements it stood in: parent's index, tag and what the markup says, of each.

    `levels` are the levels of the headings that the elements are or stand in, 0 outside headings;
    `times` holds the `datetime` of `<time>` elements, `ruled` elements that an outlet's rule names.
    """

    text: str = ""
    lines: list[Line] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    hints: list[MarkupKind | None] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)
    times: dict[int, str] = field(default_factory=dict)
    ruled: set[int] = field(default_factory=set)

    def chain(self, node: int) -> Iterator[int]:
        """Yield the element and those around it, innermost first."""
        while node >= 0:
            yield node
            node = self.parents[node]

    def heading(self, line: Line) -> int:
        """Return the level of the heading that the line stands in (1 to 6), 0 outside headings."""
        return self.levels[line.node]


class _Builder:
    """Collects text until a line ends."""

    def __init__(self) -> None:
        self.outline = Outline()
        self.parts: list[str] = []
        self.length = 0
        self.held: list[tuple[str, int, bool]] = []
        self.pictured = False

    def end_line(self) -> None:
        if not self.held:
            return
        text = _COLLAPSED.sub(" ", "".join(value for value, _, _ in self.held)).strip(" ")
        if any(char.isalnum() for char in text):
            linked = sum(len(value.strip()) for value, _, link in self.held if link)
            node = max(self.held, key=lambda part: len(part[0].strip()))[1]
            total = sum(len(value.strip()) for value, _, _ in self.held)
            share = linked / max(1, total)
            self.outline.lines.append(Line(self.length, self.length + len(text), node, share, self.pictured))
            self.pictured = False
            self.parts.append(text)
            self.length += len(text) + 1
        self.held.clear()


def to_outline(tree: HTMLTree, lexicon: Lexicon, *, is_marked: bool = False) -> Outline:
    """Take the text out of a parsed page. Scripts, styles and form fields have no text.

    With `is_marked`, elements may carry what a rule says of them (see `outlets`), which goes before their names.
    """
    builder = _Builder()
    outline = builder.outline
    markup = build_markup(lexicon)
    # A walk with its own stack: pages nest deeper than Python calls may. None ends the line when an element is left.
    stack: list[tuple[DOMNode | None, int, bool]] = [(tree.body, -1, False)] if tree.body is not None else []
    while stack:
        node, parent, link = stack.pop()
        if node is None:
            builder.end_line()
            continue
        if node.type == TEXT:
            if node.value:
                builder.held.append((node.value, parent, link))
            continue
        if not isinstance(node, ElementNode) or node.tag in _SKIPPED:
            continue
        builder.pictured = builder.pictured or node.tag in _PICTURES
        if node.tag in ("br", "hr"):
            builder.end_line()
            continue
        outline.parents.append(parent)
        outline.tags.append(node.tag or "")
        outline.levels.append(_LEVELS.get(node.tag or "") or (outline.levels[parent] if parent >= 0 else 0))
        index = len(outline.tags) - 1
        ruled = read_mark(node.getattr(MARK)) if is_marked else None
        if ruled is not None:
            outline.ruled.add(index)
        outline.hints.append(ruled or markup.find(node))
        if node.tag == "time" and (moment := (node.getattr("datetime") or "").strip()):
            outline.times[index] = moment
        apart = node.tag not in _INLINE or outline.hints[index] is not None
        if apart:
            builder.end_line()
            stack.append((None, index, link))
        _push(stack, node, index, link or node.tag == "a")
    builder.end_line()
    outline.text = "\n".join(builder.parts)
    return outline


def _push(stack: list[tuple[DOMNode | None, int, bool]], node: DOMNode, index: int, link: bool) -> None:
    """Put the children on the stack, last first, with line ends between inline elements that stand in a row."""
    children: list[DOMNode] = []
    child = node.first_child
    while child is not None:
        children.append(child)
        child = child.next_sibling
    row = node.tag in _ROWS and not any(c.type == TEXT and _has_word(c.value) for c in children)
    for part in reversed(children):
        if row and part.type == ELEMENT:
            stack.append((None, index, link))
        stack.append((part, index, link))


def _has_word(value: str | None) -> bool:
    return any(char.isalnum() for char in value or "")


@dataclass(frozen=True, eq=False)
class MarkupIndex:
    """Tags and parts of class names by what they say, in order of precedence."""

    tags: dict[str, MarkupKind]
    words: tuple[tuple[MarkupKind, frozenset[tuple[str, ...]], int], ...]

    def find(self, node: ElementNode) -> MarkupKind | None:
        """Return what an element's class, id and other names say, else what its tag says."""
        names = " ".join(filter(None, (node.class_name, node.id, *map(node.getattr, _NAMING))))
        return (_find_name(self, names) if names else None) or self.tags.get(node.tag or "")


@lru_cache(maxsize=50_000)
def _find_name(index: MarkupIndex, names: str) -> MarkupKind | None:
    runs = [
        (tuple(p.lower() for p in _PARTS.findall(name)), tuple(re.findall(r"[a-z0-9]+", name.lower())))
        for name in names.split()
    ]
    for kind, words, longest in index.words:
        for forms in runs:
            for parts in forms:
                for first in range(len(parts)):
                    if any(parts[first : first + size] in words for size in range(1, longest + 1)):
                        return kind
    return None


@lru_cache(maxsize=4)
def build_markup(lexicon: Lexicon) -> MarkupIndex:
    """Index the markup entries of a lexicon."""
    tags = {tag: entry.kind for entry in reversed(lexicon.markup) for tag in entry.tags}
    words = []
    for entry in lexicon.markup:
        split = frozenset(tuple(re.findall(r"[a-z0-9]+", word.lower())) for word in entry.words)
        words.append((entry.kind, split, max((len(word) for word in split), default=1)))
    return MarkupIndex(tags, tuple(words))
