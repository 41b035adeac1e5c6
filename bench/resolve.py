"""What it costs to set one more article beside those that are there: processor time by the number kept, memory, disk.

The articles of the test collection are read once. They come again and again, issue after issue, all stories of an
issue within some weeks, so that as many articles fall on a day at the end as at the beginning. More than half of the
words of an issue are replaced by words of its own (of the same length, so that all places still hold); names and
figures stay, as they do in years of news. Usage: python bench/resolve.py [ARTICLES] [DATABASE]
"""

import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import blake2b
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import msgspec

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from collection.drafts import render
from collection.generate import make_collection

from marsad.lang.tokens import TokenKind, find_tokens
from marsad.lexicon.load import Lexicon, load_lexicon
from marsad.model import Page, PageKind, Reading
from marsad.pipeline import read_page
from marsad.record import resolve
from marsad.store.db import Store

FIRST_DAY = date(2005, 1, 1)
ISSUE_DAYS = 23  # from one issue to the next: 100,000 articles fill some twenty years
OWN_WORDS = 0.6  # of the words of an issue
STEP = 1000  # articles between two lines of the table
LETTERS = "ابتثجحخدرزسشصضطعغفقكلمنهوي"


def read_collection(lexicon: Lexicon) -> tuple[tuple[Reading, int], ...]:
    """Read the articles of the test collection; return each with the days it lies after the first day of an issue."""
    drafts, _ = make_collection()
    by_id = {draft.id: draft for draft in drafts}
    roots = {draft.id: by_id[min(draft.ancestors)] if draft.ancestors else draft for draft in drafts}
    stories = {draft.id: roots[draft.id].story or draft.id for draft in drafts}
    days: dict[str, list[date]] = {}
    for draft in drafts:
        days.setdefault(stories[draft.id], []).append(date.fromisoformat(draft.published))
    starts = {
        story: place * ISSUE_DAYS // len(days) - (min(days[story]) - FIRST_DAY).days
        for place, story in enumerate(sorted(days))
    }
    pages = (
        Page(draft.id, draft.id, PageKind.TEXT, render(draft)[0].encode(), None, draft.outlet, draft.published)
        for draft in drafts
    )
    return tuple((read_page(page, lexicon), starts[stories[page.id]]) for page in pages)


def make_readings(base: tuple[tuple[Reading, int], ...], number: int) -> Iterator[Reading]:
    """Yield readings, issue after issue."""
    for place in range(number):
        issue, which = divmod(place, len(base))
        yield to_issue(*base[which], issue)


def to_issue(reading: Reading, days: int, issue: int) -> Reading:
    """Return a reading some days later than it was, and as many weeks as issues, with words of its own."""
    days += issue * ISSUE_DAYS
    facts, published = reading.article, reading.article.published
    return msgspec.structs.replace(
        reading,
        article=msgspec.structs.replace(
            facts,
            id=f"{facts.id}-{issue}",
            digest=f"{facts.digest}{issue}",
            published=msgspec.structs.replace(published, value=shift(published.value, days)),
        ),
        text=reword(reading, issue),
        times=tuple(msgspec.structs.replace(t, value=shift(t.value, days)) for t in reading.times),
        events=tuple(msgspec.structs.replace(e, date=shift(e.date, days)) for e in reading.events),
    )


def shift(value: str | None, days: int) -> str | None:
    """Return an ISO day some days later; anything else as it is."""
    try:
        return (date.fromisoformat(value or "") + timedelta(days=days)).isoformat()
    except ValueError:
        return value


def reword(reading: Reading, issue: int) -> str:
    """Return the text with words of its own, names, figures and dates kept."""
    text = list(reading.text)
    kept = bytearray(len(text))
    spans = [(mention.start, mention.end) for mention in reading.mentions]
    spans += [(said.start, said.end) for said in reading.times]
    spans += [(quantity.start, quantity.end) for quantity in reading.quantities]
    for start, end in spans:
        kept[start:end] = b"\1" * (end - start)
    for token in find_tokens(reading.text):
        if token.kind is TokenKind.WORD and not kept[token.start]:
            random = Random(blake2b(f"{token.norm} {issue}".encode()).digest())
            if random.random() < OWN_WORDS:
                text[token.start : token.end] = random.choices(LETTERS, k=token.end - token.start)
    return "".join(text)


def main(number: int, database: Path) -> None:
    """Print the mean processor time of adding and resolving an article for each thousand kept."""
    lexicon = load_lexicon()
    base = read_collection(lexicon)
    print(f"{len(base)} articles read; {number} are added in {-(-number // len(base))} issues")
    print("kept     ms/article  of it resolving  peak MB  database MB")
    with Store(database) as store:
        adding = resolving = 0.0
        for place, reading in enumerate(make_readings(base, number), 1):
            started = time.process_time()
            store.add(reading)
            added = time.process_time()
            resolve(store, lexicon)
            adding += added - started
            resolving += time.process_time() - added
            if place % STEP == 0:
                peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
                size = database.stat().st_size / 1e6
                print(
                    f"{place:7d}  {(adding + resolving) / STEP * 1000:10.2f}  {resolving / STEP * 1000:15.2f}"
                    f"  {peak:7.0f}  {size:11.0f}",
                    flush=True,
                )
                adding = resolving = 0.0


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 11_000
    if len(sys.argv) > 2:
        main(wanted, Path(sys.argv[2]))
    else:
        with TemporaryDirectory() as folder:
            main(wanted, Path(folder) / "bench.db")
