"""Options that several verbs share, and how their values are checked."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


if TYPE_CHECKING:
    _Value = click.ParamType[str]
    _Pairs = click.ParamType[dict[str, str]]
else:  # before click 8.4 the class takes no argument
    _Value = _Pairs = click.ParamType


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


class Columns(_Pairs):
    """Columns of a table given as text=body,published=date; the value is a dictionary."""

    name = "columns"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dict[str, str]:
        """Return what each column holds, or fail with a message that shows how it is said."""
        from marsad.acquire.tables import COLUMNS  # the readers of files are loaded only where there is a table

        if isinstance(value, dict):
            return value
        pairs = [part.partition("=") for part in str(value).split(",")]
        if not all(field and sign and name for field, sign, name in pairs):
            raise click.BadParameter(f"{value!r} says nothing; write it as text=body,published=date.", ctx, param)
        unknown = next((field for field, _, _ in pairs if field not in COLUMNS), None)
        if unknown is not None:
            raise click.BadParameter(f"{unknown!r} is none of {', '.join(COLUMNS)}.", ctx, param)
        return {field: name for field, _, name in pairs}


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
