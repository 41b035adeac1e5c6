"""`marsad decide`: what a person knows better than the record."""

import getpass
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from marsad.cli.beside_lines import to_line
from marsad.cli.options import database_option
from marsad.lexicon.load import load_lexicon
from marsad.model.record import Verdict, find_standing
from marsad.record import decide as keep_decision
from marsad.record import undo as undo_decision
from marsad.store.db import Store
from marsad.store.decisions import load_decisions


def _decision_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add who decides and why."""
    for option in (
        click.option("--by", "who", metavar="NAME", envvar="MARSAD_USER", default=getpass.getuser, help="Who decides."),
        click.option("--note", metavar="TEXT", help="Why; shown beside what it changes."),
        database_option,
    ):
        command = option(command)
    return command


@click.group()
def decide() -> None:
    """Say that two things are the same or apart, or that a fact is wrong.

    Decisions are kept beside the readings and outlast them. The last about the same things holds; any can be undone.

    \b
    Examples:
      marsad decide same  first#ev0 second#ev3   two events are one happening
      marsad decide apart first second           two articles are not one story
      marsad decide same  first#e4 Q7747         this entity is that person
      marsad decide wrong first#ev2 --note "he declined"
    """


@decide.command()
@click.argument("one")
@click.argument("other")
@_decision_options
def same(one: str, other: str, db: Path, who: str, note: str | None) -> None:
    """Two events are one happening, two articles one story, two entities one.

    ONE and OTHER are ARTICLE, ARTICLE#FACT (an event ev3, an entity e1) or the id of an identity (Q7747).
    """
    _decide(db, Verdict.SAME, (one, other), who, note)


@decide.command()
@click.argument("one")
@click.argument("other")
@_decision_options
def apart(one: str, other: str, db: Path, who: str, note: str | None) -> None:
    """Two events, articles or entities are not the same.

    ONE and OTHER are ARTICLE, ARTICLE#FACT (an event ev3, an entity e1) or the id of an identity (Q7747).
    """
    _decide(db, Verdict.APART, (one, other), who, note)


@decide.command()
@click.argument("fact")
@_decision_options
def wrong(fact: str, db: Path, who: str, note: str | None) -> None:
    """An event, statement or figure is read wrongly: the record leaves it out.

    FACT is ARTICLE#FACT, as `marsad explain ARTICLE` lists them.
    """
    _decide(db, Verdict.WRONG, (fact,), who, note)


@decide.command()
@click.argument("number", type=click.IntRange(1))
@_decision_options
def undo(number: int, db: Path, who: str, note: str | None) -> None:
    """Take decision NUMBER back; what it overrode holds again."""
    with Store(db, create=False) as store:
        kept = undo_decision(store, load_lexicon(), number, who=who, when=_now(), note=note)
    click.echo(to_line(kept))


@decide.command(name="list")
@click.option("--all", "is_all", is_flag=True, help="Also those that are undone or overridden.")
@database_option
def list_decisions(db: Path, is_all: bool) -> None:
    """List the decisions that hold."""
    with Store(db, create=False) as store:
        kept = load_decisions(store.connection)
    shown = kept if is_all else find_standing(kept)
    for decision in shown:
        click.echo(to_line(decision))
    if not shown:
        click.echo("No decision holds." if kept else "Nothing was decided yet.")


def _decide(db: Path, verdict: Verdict, things: tuple[str, ...], who: str, note: str | None) -> None:
    with Store(db, create=False) as store:
        kept = keep_decision(store, load_lexicon(), verdict, things, who=who, when=_now(), note=note)
    click.echo(to_line(kept))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
