"""A briefing as lines of text for the terminal, in Arabic or English; the words of the articles stay as they are."""

import textwrap
from collections.abc import Iterator

import click

from marsad.cli.terminal import isolate
from marsad.serve.document import Cite, Document, Entry, Section
from marsad.serve.wording import Wording

_INDENT = "    "
_MOST_CITES = 6


def to_lines(document: Document, wording: Wording, width: int | None) -> Iterator[str]:
    """Yield the briefing: head, opening paragraph, sections, wrapped at `width` columns (None: never)."""
    yield click.style(f"{document.title}  ({document.a}–{document.b})", bold=True)
    yield ""
    yield from _wrapped(" ".join(_summarized(entry) for entry in document.summary), width, "")
    for section in document.sections:
        yield from _section(section, wording, width)


def _section(section: Section, wording: Wording, width: int | None) -> Iterator[str]:
    yield ""
    yield click.style(f"{section.title} ({len(section.entries)})", bold=True, underline=True)
    if section.note:
        yield from _wrapped(section.note, width, "  ")
    if not section.entries:
        yield _INDENT + wording.phrase("nothing")
    for entry in section.entries:
        yield from _entry(entry, width, shows_words=section.shows_words)


def _entry(entry: Entry, width: int | None, *, shows_words: bool) -> Iterator[str]:
    marks = f"  [{' · '.join(entry.marks)}]" if entry.marks else ""
    first, *rest = _wrapped(f"{entry.text}{marks}", width, "  ")
    yield click.style(first, bold=True)
    yield from rest
    for line in entry.more:
        yield from _wrapped(line, width, _INDENT)
    if entry.quote:
        yield from _wrapped(f"«{isolate(entry.quote)}»", width, _INDENT)
    yield from _cites(entry.cites, width, shows_words=shows_words)


def _cites(cites: tuple[Cite, ...], width: int | None, *, shows_words: bool) -> Iterator[str]:
    """The sources of a sentence; each with its words, where they are shown, once where several share a sentence."""
    passage = ""
    for cite in cites[:_MOST_CITES]:
        if shows_words and cite.passage != passage:
            passage = cite.passage
            yield from _wrapped(f"«{isolate(cite.words)}»: {isolate(passage)}", width, _INDENT)
        yield from _wrapped(f"— {_source(cite)}", width, _INDENT)
    if len(cites) > _MOST_CITES:
        yield f"{_INDENT}— +{len(cites) - _MOST_CITES}"


def _summarized(entry: Entry) -> str:
    """A sentence of the opening paragraph with the first source it rests on."""
    return f"{entry.text} ({_source(entry.cites[0])})" if entry.cites else entry.text


def _source(cite: Cite) -> str:
    return f"{cite.label} · [{cite.article} {cite.fact}]"


def _wrapped(text: str, width: int | None, indent: str) -> list[str]:
    if width is None:
        return [indent + text]
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent, break_long_words=False) or [""]
