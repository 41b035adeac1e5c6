"""A briefing as Markdown: sections, a line a sentence, its sources in brackets at its end."""

import re
from collections.abc import Iterator

from marsad.serve.document import Cite, Document, Entry, Section

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")


def to_markdown(document: Document) -> str:
    """Return the document as Markdown (CommonMark), words of articles escaped."""
    lines = [f"# {_escape(document.title)}", "", " ".join(_sentence(entry) for entry in document.summary)]
    for section in document.sections:
        lines += ["", *_section(section)]
    return "\n".join(lines) + "\n"


def _section(section: Section) -> Iterator[str]:
    yield f"## {_escape(section.title)} ({len(section.entries)})"
    yield ""
    if section.note:
        yield from (_escape(section.note), "")
    for entry in section.entries:
        yield f"- {_sentence(entry)}"
        if entry.quote:
            yield f"  > {_escape(entry.quote)}"
        for line in entry.more:
            yield f"  - {_escape(line)}"


def _sentence(entry: Entry) -> str:
    marks = f" *[{_escape(' · '.join(entry.marks))}]*" if entry.marks else ""
    return f"{_escape(entry.text)}{marks}{_cites(entry.cites)}"


def _cites(cites: tuple[Cite, ...]) -> str:
    return "".join(f" ({_escape(cite.label)}; `{cite.article}#{cite.fact}`)" for cite in cites)


def _escape(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))
