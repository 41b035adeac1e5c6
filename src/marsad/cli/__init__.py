"""The command line: one verb a file, each loaded only when it is called, so that help and completion answer at once."""

import difflib
import importlib
import io
import sys

import click

from marsad import __version__
from marsad.errors import MarsadError

# Verb → where its command stands (module:name) and what `marsad --help` says of it; the order is that of the work.
VERBS = {
    "read": ("marsad.cli.read:read", "Read articles and show their facts, or write them as JSON."),
    "add": ("marsad.cli.add:add", "Read files, folders, web pages and feeds into the database."),
    "watch": ("marsad.cli.watch:watch", "Poll feeds and read what is new into the database."),
    "report": (
        "marsad.cli.report:report",
        "Print the relation between two sides over time.",
    ),
    "explain": ("marsad.cli.explain:explain", "Show why: a fact's words, its rule and what it hangs on."),
    "decide": ("marsad.cli.decide:decide", "Say what is the same, apart or wrong; kept beside the readings."),
    "export": ("marsad.cli.export:export", "Write events, statements and other facts as CSV or JSON lines."),
    "serve": ("marsad.cli.serve:serve", "Open the observatory in the browser."),
    "eval": ("marsad.cli.eval:evaluate", "Measure readings against gold annotations."),
    "lexicon": ("marsad.cli.lexicon:lexicon", "Fill folders of own names, from Wikidata."),
    "schema": ("marsad.cli.schema:schema", "Print the JSON Schema of a reading."),
}

_EPILOG = """\b
Examples:
  marsad read article.html
  cat articles.jsonl | marsad read --json -
  marsad add news/ && marsad report RUS CHN --since 2022-01-01
  marsad explain ARTICLE ev0
"""


class Verbs(click.Group):
    """A group that knows its commands by name and imports them one at a time."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs in the order of the work."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command of a verb; None where there is no such verb."""
        if cmd_name not in VERBS:
            return None
        module, name = VERBS[cmd_name][0].split(":")
        command = getattr(importlib.import_module(module), name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of verbs without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(verb, summary) for verb, (_, summary) in VERBS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb, or say which one may have been meant."""
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], VERBS, 1)
            hint = f" Did you mean {near[0]!r}?" if near else f" `{ctx.command_path} --help` lists the commands."
            ctx.fail(f"No such command {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run a verb; an error made for people ends it with that one message and status 1."""
        try:
            return super().invoke(ctx)
        except MarsadError as error:
            raise click.ClickException(str(error)) from error


@click.group(
    cls=Verbs, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110}
)
@click.version_option(__version__, prog_name="marsad")
def main() -> None:
    """Read Arabic news about relations between states into facts tied to the words that carry them.

    Every fact keeps its place in the article and the rule that found it. Only addresses that you give and `watch` use
    the network; what is read is sent nowhere.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # the contract is UTF-8, whatever the locale of a pipe
