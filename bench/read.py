"""How fast the reader is: articles a second on the bundled sample, and as a ratio to plain tokenising in the same run.

Absolute figures depend on the machine and on what else runs there. The ratio to `re.findall(r"\\w+")` over the same
text, measured between the rounds of the reader, depends on it far less: compare ratios. Of all rounds the best counts,
the one that was disturbed least. Peak memory is that of the whole process. Usage: python bench/read.py [ROUNDS]
"""

import re
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import marsad
from marsad.lexicon.load import load_lexicon
from marsad.model import Page, PageKind
from marsad.pipeline import read_page

SAMPLE = Path(marsad.__file__).parent / "sample"
KINDS = {".html": PageKind.HTML, ".txt": PageKind.TEXT}
WORDS = 400  # the article that the target rate (50 a second on one core) is told for
REPEATS = 50  # of plain tokenising in each round: once would be too short to time


def load_pages() -> tuple[Page, ...]:
    """Load the bundled sample."""
    paths = sorted(path for path in SAMPLE.iterdir() if path.suffix in KINDS)
    return tuple(Page(path.stem, str(path), KINDS[path.suffix], path.read_bytes()) for path in paths)


def time_of(work: Callable[[], object]) -> float:
    """Return the seconds that some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def count_words(texts: Sequence[str]) -> int:
    """Return the number of words, split by the plainest means there is."""
    return sum(len(re.findall(r"\w+", text)) for text in texts)


def main(rounds: int) -> None:
    """Print the figures of the best of some rounds."""
    pages, started = load_pages(), time.perf_counter()
    lexicon = load_lexicon()
    loading = time.perf_counter() - started
    first = time_of(lambda: read_page(pages[0], lexicon))
    texts = [read_page(page, lexicon).text for page in pages]
    words = count_words(texts)
    reading, plain = [], []
    for _ in range(rounds):
        reading.append(time_of(lambda: [read_page(page, lexicon) for page in pages]))
        plain.append(time_of(lambda: [count_words(texts) for _ in range(REPEATS)]) / REPEATS)
    rate = words / min(reading)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(pages)} articles, {words} words, best of {rounds} rounds, one process")
    print(f"lexicon loaded in {loading:.2f} s, first article (indexes are made) {first:.2f} s")
    print(f"reader           {rate:12,.0f} words/s = {rate / WORDS:.0f} articles of {WORDS} words a second")
    print(f"plain tokenising {words / min(plain):12,.0f} words/s")
    print(f"ratio            {min(reading) / min(plain):12,.1f} times the cost of plain tokenising")
    print(f"peak memory      {peak:12,.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
