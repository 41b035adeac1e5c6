"""`marsad eval`: readings measured against gold, and the floors under the figures."""

from collections.abc import Iterator
from pathlib import Path

import click
import msgspec

from marsad.cli.options import lexicon_option
from marsad.errors import GoldError
from marsad.evaluate.collection import measure_collection, to_lines
from marsad.evaluate.gate import Floors, digest_of, find_breaches, load_floors, pin, to_toml
from marsad.evaluate.run import Outcome, measure_set
from marsad.evaluate.tables import to_error_lines, to_figures, to_table
from marsad.lexicon.load import load_lexicon


class Job(msgspec.Struct, frozen=True):
    """One gold set to measure: its name in the floor file (None without one) and where gold and articles are."""

    name: str | None
    gold: Path
    articles: Path


@click.command()
@click.argument("gold_dir", type=click.Path(exists=True, file_okay=False, path_type=Path), required=False)
@click.argument("articles", type=click.Path(exists=True, path_type=Path), required=False)
@click.option(
    "--collection",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Measure what is found across the articles of a collection: copies, stories, contradictions, promises.",
)
@click.option("--errors", is_flag=True, help="List what was missed, extra or wrong, layer by layer.")
@click.option("--json", "as_json", is_flag=True, help="Write the figures as JSON.")
@click.option("--floors", "floor_file", type=click.Path(path_type=Path), help="Fail where a figure is below its floor.")
@click.option("--pin", "pinning", is_flag=True, help="Write the figures into the floor file, a little lower.")
@click.option("--lower", "reason", metavar="REASON", help="With --pin: lower floors that do not hold, and say why.")
@click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that read.")
@lexicon_option
def evaluate(
    gold_dir: Path | None,
    articles: Path | None,
    collection: Path | None,
    errors: bool,
    as_json: bool,
    floor_file: Path | None,
    pinning: bool,
    reason: str | None,
    workers: int,
    lexicon: tuple[Path, ...],
) -> None:
    """Measure readings of ARTICLES against the annotations in GOLD_DIR.

    ARTICLES is a file of JSON lines, or a folder of pages and texts named like the annotations. With --floors alone,
    every gold set of the floor file that is on this machine is measured.
    """
    if collection:
        if gold_dir or floor_file:
            raise click.UsageError("--collection goes alone: its truth lies in its folder.")
        for line in to_lines(measure_collection(collection, load_lexicon(extra=lexicon), workers=workers), errors):
            click.echo(line)
        return
    if pinning and not floor_file:
        raise click.UsageError("--pin needs --floors FILE: the file to write.")
    if reason and not pinning:
        raise click.UsageError("--lower goes with --pin.")
    floors = load_floors(floor_file) if floor_file else None
    loaded = load_lexicon(extra=lexicon)
    figures, breaches = {}, []
    for job in _find_jobs(gold_dir, articles, floors):
        outcome = measure_set(job.gold, job.articles, loaded, workers=workers)
        figures[job.name or "figures"] = to_figures(outcome.score.tallies)
        if not as_json:
            _show(job, outcome, errors)
        elif outcome.missing:
            _warn(outcome)
        if floors and job.name and pinning:
            floors = _pin(floors, job, outcome, reason)
        elif floors and job.name:
            breaches += _check(floors, job.name, job, outcome)
    if as_json:
        click.echo(msgspec.json.encode(figures if gold_dir is None else next(iter(figures.values()))))
    if floors:
        _conclude(floors, pinning, breaches)


def _find_jobs(gold: Path | None, articles: Path | None, floors: Floors | None) -> Iterator[Job]:
    """Yield the set that was named, or each set of the floor file that is here; tell which are not."""
    if gold and articles:
        yield Job(floors.name_of(gold) if floors else None, gold, articles)
        return
    if gold or not floors:
        raise click.UsageError("give GOLD_DIR and ARTICLES, or --floors FILE.")
    jobs = []
    for name, gold_set in floors.sets.items():
        if floors.is_present(gold_set):
            jobs.append(Job(name, *floors.locate(gold_set)))
        else:
            click.echo(f"{name}: its gold ({gold_set.gold}) is not on this machine, skipped", err=True)
    if not jobs:
        raise GoldError(f"{floors.path}: none of its gold sets is on this machine")
    yield from jobs


def _show(job: Job, outcome: Outcome, errors: bool) -> None:
    if job.name:
        click.secho(f"\n{job.name}", bold=True)
    _warn(outcome)
    for line in to_table(outcome.score, outcome.articles):
        click.echo(line)
    for line in to_error_lines(outcome.score.misses) if errors else ():
        click.echo(line)


def _warn(outcome: Outcome) -> None:
    if outcome.missing:
        click.echo(f"no reading for: {' '.join(outcome.missing)}", err=True)
    for refused in outcome.refused:
        click.echo(f"  {refused}", err=True)


def _check(floors: Floors, name: str, job: Job, outcome: Outcome) -> list[str]:
    """Return what breaks the gate; an article without a reading does, it would only make the figures better."""
    found = find_breaches(floors.sets[name], digest_of(job.gold, job.articles), outcome.score.tallies)
    unread = (f"no reading for {' '.join(outcome.missing)}",) if outcome.missing else ()
    return [f"{name}: {breach}" for breach in (*unread, *found)]


def _pin(floors: Floors, job: Job, outcome: Outcome, reason: str | None) -> Floors:
    """Return the floors with those of one set pinned. Raises GoldError where one would go down without a reason."""
    assert job.name
    if outcome.missing:
        raise GoldError(f"{job.name}: nothing is pinned while articles have no reading: {' '.join(outcome.missing)}")
    digest = digest_of(job.gold, job.articles)
    pinned = pin(floors.sets[job.name], digest, outcome.score.tallies, reason)
    return Floors(floors.path, {**floors.sets, job.name: pinned})


def _conclude(floors: Floors, pinning: bool, breaches: list[str]) -> None:
    """Write the floor file, or tell whether the gate holds; it ends the program with status 1 where it does not."""
    if pinning:
        floors.path.write_text(to_toml(floors.sets), encoding="utf-8")
        click.echo(f"\npinned in {floors.path}")
        return
    for breach in breaches:
        click.secho(f"below the gate: {breach}", fg="red", err=True)
    if breaches:
        raise click.exceptions.Exit(1)
    click.echo("\nevery figure is at or above its floor", err=True)
