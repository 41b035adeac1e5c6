"""`marsad schema`: the contract as JSON Schema."""

from importlib.resources import files

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of a reading.

    It describes each line that `marsad read --json` writes.
    """
    click.echo((files("marsad") / "schema" / "reading-1.json").read_text(encoding="utf-8"), nl=False)
