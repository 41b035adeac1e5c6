"""`marsad schema`: the contract as JSON Schema."""

import click

from marsad.model.contract import format_json_schema


@click.command()
def schema() -> None:
    """Print the JSON Schema of a reading.

    It describes each line that `marsad read --json` writes.
    """
    click.echo(format_json_schema(), nl=False)
