"""A relation as lines of text for the terminal, in Arabic or English; the words of the articles stay as they are."""

import textwrap
from collections.abc import Iterator

import click

from marsad.cli.terminal import isolate
from marsad.model.relation import Figure, Happening, Relation, Utterance, Witness
from marsad.serve.wording import Wording

_INDENT = "    "


def to_lines(relation: Relation, wording: Wording, width: int | None) -> Iterator[str]:
    """Yield the report: head, timeline, meetings, statements, figures, wrapped at `width` columns (None: never)."""
    sides = f"{wording.party(relation.a)} – {wording.party(relation.b)}"
    counts = f"{len(relation.articles)} {wording.phrase('count-articles')}"
    yield click.style(f"{sides}  ({relation.a}–{relation.b})", bold=True) + f"  {counts}"
    period = wording.between(relation.since, relation.until)
    if period:
        yield period
    yield from _section("timeline", [_happening(line, wording, width) for line in relation.happenings], wording)
    yield from _section("meetings", [_meeting(line, wording, width) for line in relation.meetings], wording)
    yield from _section("statements", [_utterance(line, wording, width) for line in relation.statements], wording)
    yield from _section("figures", [_figure(line, wording, width) for line in relation.figures], wording)


def _section(title: str, items: list[Iterator[str]], wording: Wording) -> Iterator[str]:
    yield ""
    yield click.style(f"{wording.phrase(title)} ({len(items)})", bold=True, underline=True)
    if not items:
        yield _INDENT + wording.phrase("nothing")
    for item in items:
        yield from item


def _happening(line: Happening, wording: Wording, width: int | None) -> Iterator[str]:
    yield from _head_of_event(line, wording)
    yield from _passages(line.witnesses, wording, width)


def _meeting(line: Happening, wording: Wording, width: int | None) -> Iterator[str]:
    yield from _head_of_event(line, wording)
    for witness in line.witnesses:
        yield from _wrapped(f"«{witness.words}» — {_source(witness, wording)}", width)


def _utterance(line: Utterance, wording: Wording, width: int | None) -> Iterator[str]:
    marks = [wording.label("statement", line.kind), wording.label("ground", line.ground)]
    yield _head(wording.when(line.when), wording.who(line.speaker), marks)
    yield from _wrapped(" … ".join(f"«{isolate(piece)}»" for piece in line.content), width)
    for witness in line.witnesses:
        yield from _wrapped(f"— {_source(witness, wording)}", width)


def _figure(line: Figure, wording: Wording, width: int | None) -> Iterator[str]:
    about = [part for part in (line.measure, line.period) if part]
    marks = [wording.label("figure", line.status), *about]
    yield _head(wording.when(line.when), wording.figure(line), marks)
    yield from _passages(line.witnesses, wording, width)


def _head_of_event(line: Happening, wording: Wording) -> Iterator[str]:
    marks = [wording.label("status", line.status)]
    if line.is_joint:
        marks.append(wording.phrase("joint"))
    if line.is_claim:
        marks.append(wording.phrase("claim"))
    yield _head(wording.when(line.when), wording.event_kind(line.type, line.mode), marks)
    sides = wording.parties(line.actors)
    if line.recipients:
        sides += f" → {wording.parties(line.recipients)}"
    people = "; ".join(wording.who(who) for who in line.participants)
    yield _INDENT + " · ".join(part for part in (sides, people, wording.names(line.places)) if part)


def _head(day: str, title: str, marks: list[str]) -> str:
    return f"  {click.style(day, fg='cyan')}  {click.style(title, bold=True)}  [{' · '.join(marks)}]"


def _passages(witnesses: tuple[Witness, ...], wording: Wording, width: int | None) -> Iterator[str]:
    """The sentence of each witness, once where several share it, with all their sources."""
    shown = ""
    for witness in witnesses:
        passage = isolate(witness.passage)
        if passage != shown:
            yield from _wrapped(f"«{isolate(witness.words)}»: {passage}", width)
            shown = passage
        yield from _wrapped(f"— {_source(witness, wording)}", width)


def _source(witness: Witness, wording: Wording) -> str:
    said_by = f"{wording.phrase('said-by')} {wording.who(witness.said_by)}" if witness.said_by else ""
    via = wording.names(witness.via)
    parts = [
        said_by,
        f"{wording.phrase('via')} {via}" if via else "",
        wording.source(witness),
        wording.published(witness),
        f"[{witness.article} {witness.fact}]",
    ]
    return " · ".join(part for part in parts if part)


def _wrapped(text: str, width: int | None) -> list[str]:
    if width is None:
        return [_INDENT + text]
    return textwrap.wrap(text, width, initial_indent=_INDENT, subsequent_indent=_INDENT, break_long_words=False)
