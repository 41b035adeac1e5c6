"""Pages measured side by side: text, title, day and speed of Marsad and of three extractors, in one run.

The pages are nine of the project's own sample (the texts that a right extraction gives stand in `bench/bodies`) and,
where the folder is there, `../shared/gold/pages` with its `gold.jsonl`. Text is compared by runs of four folded words
(precision, recall, F1 of the bag). Speed is that of text, title and day from bytes, the best of some rounds in turn, so
that all tools meet the same disturbance. The extractors come with `pip install marsad[bench]`; one that is not there is
left out. Ends with status 1 where Marsad does not reach its floors. Usage: python bench/pages.py [ROUNDS]
"""

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import detect_encoding
from resiliparse.parse.html import HTMLTree

import marsad
from marsad.clean import clean
from marsad.lang.fold import fold
from marsad.lexicon.load import load_lexicon
from marsad.model import Article, BlockKind, Page, PageKind
from marsad.pipeline import read_page

SAMPLE = Path(marsad.__file__).parent / "sample"
BODIES = Path(__file__).parent / "bodies"
SHARED = Path(__file__).parents[2] / "shared" / "gold" / "pages"
RUN = 4
FLOOR_EACH, FLOOR_MEAN = 0.96, 0.98
STORY = (BlockKind.STANDFIRST, BlockKind.HEADING, BlockKind.BODY)
LEXICON = load_lexicon()


class Case(NamedTuple):
    """A page with what is right: `day` is None where the page does not tell it."""

    name: str
    content: bytes
    title: str
    day: str | None
    body: str


class Found(NamedTuple):
    """What a tool found; None where it does not look for it."""

    body: str
    title: str | None = None
    day: str | None = None


class Tool(NamedTuple):
    """A tool: `extract` is what is timed, `complete` adds what is found in a later step, untimed."""

    name: str
    extract: Callable[[bytes], Found]
    complete: Callable[[bytes, Found], Found] = lambda _, found: found


def load_cases() -> Iterator[Case]:
    """Load the pages with their gold."""
    for path in sorted(SAMPLE.glob("*.html")):
        gold = json.loads((SAMPLE / "gold" / f"{path.stem}.json").read_text("utf-8"))
        body = (BODIES / f"{path.stem}.txt").read_text("utf-8")
        yield Case(path.name, path.read_bytes(), gold["title"], gold["published"]["value"], body)
    if SHARED.is_dir():
        for line in (SHARED / "gold.jsonl").read_text("utf-8").splitlines():
            gold = json.loads(line)
            content = (SHARED / gold["page"]).read_bytes()
            yield Case(gold["page"], content, gold["title"], gold["published"], gold["body"])


def clean_page(content: bytes) -> Article:
    """Clean a page as the pipeline does."""
    return clean(Page("x", "x", PageKind.HTML, content), LEXICON)


def run_marsad(content: bytes) -> Found:
    """Take text and title out of a page, and the candidates for its day."""
    article = clean_page(content)
    body = "\n".join(article.text[block.start : block.end] for block in article.blocks if block.kind in STORY)
    return Found(body, article.title.of(article.text) if article.title else None)


def date_by_marsad(content: bytes, found: Found) -> Found:
    """Add the day, which is chosen when the article is read: the words of the text have a say in it."""
    reading = read_page(Page("x", "x", PageKind.HTML, content), LEXICON)
    return found._replace(day=reading.article.published.value)


def run_trafilatura(content: bytes) -> Found:
    """Extract in the mode that measured best on Arabic pages."""
    found = import_module("trafilatura").bare_extraction(
        content, favor_precision=True, include_comments=False, with_metadata=True
    )
    return Found("") if found is None else Found(found.text or "", found.title, found.date)


def run_readability(content: bytes) -> Found:
    """Extract the story's element and take its text; it finds no day. It decodes by itself."""
    document = import_module("readability").Document(content)
    body = import_module("lxml.html").fromstring(document.summary()).text_content()
    return Found(body, document.short_title())


def run_resiliparse(content: bytes) -> Found:
    """Extract the main content; the title is that of the document, a day is not looked for."""
    tree = HTMLTree.parse_from_bytes(content, detect_encoding(content) or "utf-8")
    return Found(extract_plain_text(tree, main_content=True, alt_texts=False), tree.title)


TOOLS = (
    (None, Tool("marsad", run_marsad, date_by_marsad)),
    ("trafilatura", Tool("trafilatura", run_trafilatura)),
    ("readability", Tool("readability", run_readability)),
    ("resiliparse", Tool("resiliparse", run_resiliparse)),
)


def find_tools() -> tuple[Tool, ...]:
    """Return the tools that are installed."""
    return tuple(tool for module, tool in TOOLS if module is None or find_spec(module) is not None)


def to_runs(text: str) -> Counter[tuple[str, ...]]:
    """Return the runs of four folded words of a text."""
    words = re.findall(r"\w+", fold(text))
    return Counter(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def score(right: str, found: str) -> float:
    """Return the F1 of the runs of words."""
    wanted, got = to_runs(right), to_runs(found)
    common = (wanted & got).total()
    return 2 * common / (wanted.total() + got.total()) if common else 0.0


def time_tools(tools: tuple[Tool, ...], cases: tuple[Case, ...], rounds: int) -> dict[str, float]:
    """Return the pages a second of each tool, the best of some rounds in turn."""
    best = dict.fromkeys((tool.name for tool in tools), float("inf"))
    for _ in range(rounds):
        for tool in tools:
            start = time.perf_counter()
            for case in cases:
                tool.extract(case.content)
            best[tool.name] = min(best[tool.name], time.perf_counter() - start)
    return {name: len(cases) / seconds for name, seconds in best.items()}


def main(rounds: int) -> bool:
    """Print the figures; return whether Marsad reaches its floors."""
    cases, tools = tuple(load_cases()), find_tools()
    found = {t.name: [t.complete(case.content, t.extract(case.content)) for case in cases] for t in tools}
    scores = {name: [score(c.body, f.body) for c, f in zip(cases, got, strict=True)] for name, got in found.items()}
    print(f"{'F1 of text':32}" + "".join(f"{tool.name:>13}" for tool in tools))
    for place, case in enumerate(cases):
        print(f"{case.name:32}" + "".join(f"{scores[tool.name][place]:13.3f}" for tool in tools))
    means = {name: sum(values) / len(values) for name, values in scores.items()}
    print(f"{'mean':32}" + "".join(f"{means[tool.name]:13.3f}" for tool in tools))
    titles = {n: sum(f.title == c.title for c, f in zip(cases, got, strict=True)) for n, got in found.items()}
    days = {n: sum(f.day == c.day for c, f in zip(cases, got, strict=True)) for n, got in found.items()}
    wrong = {n: sum(f.day not in (None, c.day) for c, f in zip(cases, got, strict=True)) for n, got in found.items()}
    rates = time_tools(tools, cases, rounds)
    print(f"{'titles right':32}" + "".join(f"{titles[tool.name]:13}" for tool in tools) + f"   of {len(cases)}")
    print(f"{'days right':32}" + "".join(f"{days[tool.name]:13}" for tool in tools) + f"   of {len(cases)}")
    print(f"{'days wrong':32}" + "".join(f"{wrong[tool.name]:13}" for tool in tools))
    print(f"{'pages a second':32}" + "".join(f"{rates[tool.name]:13.0f}" for tool in tools))
    good = min(scores["marsad"]) >= FLOOR_EACH and means["marsad"] >= max(FLOOR_MEAN, *means.values())
    good = good and titles["marsad"] == len(cases) and wrong["marsad"] == 0
    faster = rates["marsad"] > rates.get("trafilatura", 0.0)
    print("floors reached" if good and faster else "below the floors")
    return good and faster


if __name__ == "__main__":
    sys.exit(0 if main(int(sys.argv[1]) if len(sys.argv) > 1 else 5) else 1)
