"""`marsad watch`: polls feeds and keeps the database up to date, until it is told to end."""

import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import FrameType

import click
import msgspec

from marsad.acquire.feed_list import Watched, load_feeds
from marsad.cli.network import Network, network_options
from marsad.cli.options import database_option, lexicon_option
from marsad.cli.pages import tell
from marsad.cli.rounds import Round, Watch
from marsad.cli.watch_lines import find_due, find_status_lines, to_line
from marsad.errors import StoreError
from marsad.lexicon.load import load_lexicon
from marsad.store.db import Store
from marsad.store.watching import find_asked, watch_alone

# With nothing due, the list is looked at again after so many seconds.
_LOOK = 30.0


@click.command()
@click.argument("feeds", metavar="FEEDS.toml", type=click.Path(path_type=Path))
@click.option("--once", is_flag=True, help="Ask all feeds once and end (for cron).")
@click.option("--status", is_flag=True, help="Tell what came of each feed so far, ask nothing and end.")
@database_option
@lexicon_option
@network_options
def watch(
    feeds: Path,
    once: bool,
    status: bool,
    db: Path,
    lexicon: tuple[Path, ...],
    network: Network,
) -> None:
    """Poll feeds and read what is new into the database.

    FEEDS.toml lists the feeds, each as a table [[feed]] with its `url`; `every` (15m, 2h …), `outlet` and `limit`
    (articles a round) may be added. What was seen is kept in the database: a watch that is ended goes on where it was.
    Ctrl-C ends it cleanly.
    """
    listed = load_feeds(feeds)
    if status:
        with Store(db, create=False) as store:
            click.echo("\n".join(find_status_lines(store, listed.feeds)))
        return
    words = load_lexicon(extra=lexicon)
    with (
        _stopping() as stop,
        watch_alone(db),
        Store(db) as store,
        msgspec.structs.replace(network, contact=network.contact or listed.contact).open(
            sleep=stop.wait, is_stopped=stop.is_set
        ) as fetcher,
    ):
        running = Watch(
            store, fetcher, words, clock=time.time, is_stopped=stop.is_set, tell=lambda refused: tell([refused])
        )
        if once:
            done = _run(running, listed.feeds)
            sys.exit(1 if done.silent == len(listed.feeds) else 0)
        _follow(running, store, listed.feeds, stop)


def _follow(running: Watch, store: Store, feeds: Sequence[Watched], stop: threading.Event) -> None:
    """Run a round whenever a feed is due, until stopped."""
    click.echo(f"Watching {len(feeds)} feed{'s' * (len(feeds) > 1)}; Ctrl-C ends it.")
    while not stop.is_set():
        now = time.time()
        asked = {feed.url: find_asked(store.connection, feed.url) for feed in feeds}
        due = [feed for feed in feeds if find_due(feed, asked[feed.url]) <= now]
        if due:
            try:
                _run(running, due)
            except StoreError as error:  # another program may be writing for long: no reason to end
                click.echo(f"Error: {error}", err=True)
                stop.wait(_LOOK)
        else:
            stop.wait(min(_LOOK, *(find_due(feed, asked[feed.url]) - now for feed in feeds)))
    click.echo("Ended; what was told of and not fetched yet waits in the database.")


def _run(running: Watch, feeds: Sequence[Watched]) -> Round:
    done = running.run(feeds)
    now = datetime.now().isoformat(" ", "seconds")
    click.echo(f"{now}  {to_line(done)}")
    return done


@contextmanager
def _stopping() -> Iterator[threading.Event]:
    """Give an event that Ctrl-C and SIGTERM set; the second of them ends the program at once."""
    stop = threading.Event()

    def end(number: int, frame: FrameType | None) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    old = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in old.items():
            signal.signal(number, handler)
