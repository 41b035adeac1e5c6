"""Gold sets measured: the articles are read by the pipeline and compared with their gold."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from marsad.acquire import find_pages
from marsad.errors import GoldError
from marsad.evaluate.gold import Annotation, load_gold, to_annotation
from marsad.evaluate.known_triggers import find_known_triggers
from marsad.evaluate.measures import measure
from marsad.evaluate.score import Case, Score
from marsad.lexicon.load import Lexicon
from marsad.model import Page, Reading, Refused
from marsad.pipeline import read_pages


class Outcome(msgspec.Struct, frozen=True):
    """What measuring a gold set gave: the score over `articles` articles, and the ids that gold has but no reading.

    `refused` says why pages that gold annotates could not be read.
    """

    score: Score
    articles: int
    missing: tuple[str, ...]
    refused: tuple[Refused, ...] = ()


def measure_readings(golds: Sequence[Annotation], readings: Mapping[str, Reading], lexicon: Lexicon) -> Outcome:
    """Compare readings (by article id) with gold. Gold without a reading is left out of the figures and listed."""
    cases = [
        Case(readings[gold.id].text, gold, to_annotation(readings[gold.id]), find_known_triggers(gold, lexicon))
        for gold in golds
        if gold.id in readings
    ]
    return Outcome(measure(cases), len(cases), tuple(gold.id for gold in golds if gold.id not in readings))


def measure_set(gold: Path, articles: Path, lexicon: Lexicon, *, workers: int = 1) -> Outcome:
    """Read the articles (JSON lines or a folder) that the gold folder annotates and compare. Raises GoldError."""
    golds = load_gold(gold)
    wanted = {annotation.id for annotation in golds}
    pages = [page for page in find_pages(articles) if isinstance(page, Page) and page.id in wanted]
    found: dict[str, Reading] = {}
    refused: list[Refused] = []
    for result in read_pages(pages, lexicon, workers=workers):
        if isinstance(result, Refused):
            refused.append(result)
        else:
            found[result.article.id] = result
    if not found:
        reasons = "".join(f"\n  {reason}" for reason in refused)
        raise GoldError(f"{articles}: none of the articles that {gold} annotates could be read{reasons}")
    return msgspec.structs.replace(measure_readings(golds, found, lexicon), refused=tuple(refused))
