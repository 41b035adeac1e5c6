"""`marsad serve`: the observatory in the browser."""

from pathlib import Path

import click

from marsad.cli.options import database_option
from marsad.lexicon.load import load_lexicon
from marsad.record import resolve
from marsad.store.db import Store


@click.command()
@database_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to serve on; 0.0.0.0 is every one.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 chooses a free one.")
def serve(db: Path, host: str, port: int) -> None:
    """Show the database in the browser: relations, timelines, articles with their facts marked, and an API."""
    with Store(db, create=False) as store:
        articles = store.count()
        resolve(store, load_lexicon())
    # The web framework takes a second to load: only this command waits for it.
    from marsad.serve.run import bind, run

    bound = bind(host, port)
    click.echo(f"{articles} articles from {db}: http://{host}:{bound.getsockname()[1]}/  (Ctrl+C ends it)")
    run(db, bound)
