"""Options that several verbs share, and how their values are checked."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


if TYPE_CHECKING:
    _Value = click.ParamType[str]
else:  # before click 8.4 the class takes no argument
    _Value = click.ParamType


class Day(_Value):
    """A day given as YYYY-MM-DD; the value stays a string."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the day, or fail with a message that shows how one is written."""
        try:
            if date.fromisoformat(value).isoformat() == value:
                return str(value)
        except ValueError:
            pass
        raise click.BadParameter(f"{value!r} is not a day; write it as 2024-05-31.", ctx, param)


def database_option(command: Command) -> Command:
    """Add `--db`."""
    return click.option(
        "--db",
        type=click.Path(path_type=Path),
        default=Path("marsad.db"),
        envvar="MARSAD_DB",
        show_default=True,
        show_envvar=True,
        help="The database.",
    )(command)


def lexicon_option(command: Command) -> Command:
    """Add `--lexicon`."""
    return click.option(
        "--lexicon",
        "lexicon",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        multiple=True,
        metavar="DIR",
        envvar="MARSAD_LEXICON",
        show_envvar=True,
        help="A folder with your own names and rules (people.tsv, offices.toml …), laid over the built-in ones.",
    )(command)


def network_options(command: Command) -> Command:
    """Add what a fetcher is told: contact, gap, allow_private."""
    for option in (
        click.option(
            "--allow-private", is_flag=True, help="Fetch from private and loopback addresses too (your own network)."
        ),
        click.option(
            "--gap",
            type=click.FloatRange(0.0),
            default=1.0,
            show_default=True,
            metavar="SECONDS",
            help="Time between two requests to one host; what its robots.txt asks for is kept as well.",
        ),
        click.option(
            "--contact",
            metavar="ADDRESS",
            envvar="MARSAD_CONTACT",
            show_envvar=True,
            help="Whom the owners of web sites may write to; named in each request.",
        ),
    ):
        command = option(command)
    return command


def page_options(command: Command) -> Command:
    """Add what can be said of the articles given, and how they are read: published, outlet, workers, lexicon."""
    for option in (
        lexicon_option,
        click.option(
            "--workers", type=click.IntRange(1), metavar="N", help="Read in N processes.  [default: one for each core]"
        ),
        click.option("--outlet", metavar="NAME", help="Who published the articles, where they do not say it."),
        click.option(
            "--published",
            type=Day(),
            metavar="DATE",
            help="The day the articles came out (YYYY-MM-DD), where they do not say it.",
        ),
    ):
        command = option(command)
    return command
