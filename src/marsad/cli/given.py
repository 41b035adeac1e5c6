"""What the caller says of articles and of how they are read: the options that `read` and `add` share, as one value."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click
import msgspec

from marsad.cli.options import Columns, Day, lexicon_option


class Given(msgspec.Struct, frozen=True):
    """What the caller says of articles that do not say it themselves, what the columns of tables hold, how many
    processes read (None: all cores), folders of own lexicon files. `everything`: also what is no article is read."""

    published: str | None = None
    outlet: str | None = None
    columns: dict[str, str] | None = None
    workers: int | None = None
    lexicon: tuple[Path, ...] = ()
    everything: bool = False


def page_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options; the command is called with `given`, a Given made of their values."""

    @wraps(command)
    def call(**values: Any) -> Any:
        given = Given(**{name: values.pop(name) for name in Given.__struct_fields__})
        return command(given=given, **values)

    for option in (
        lexicon_option,
        click.option(
            "--workers", type=click.IntRange(1), metavar="N", help="Read in N processes.  [default: one for each core]"
        ),
        click.option(
            "--all",
            "everything",
            is_flag=True,
            help="Keep also what is no article (lists, videos …) or tells of no relation between states.",
        ),
        click.option(
            "--columns",
            type=Columns(),
            metavar="FIELD=NAME,…",
            help="Columns of CSV files: text, html, title, id, url, outlet, published.  [default: by their names]",
        ),
        click.option("--outlet", metavar="NAME", help="Who published the articles, where they do not say it."),
        click.option(
            "--published",
            type=Day(),
            metavar="DATE",
            help="The day the articles came out (YYYY-MM-DD), where they do not say it.",
        ),
    ):
        call = option(call)
    return call
