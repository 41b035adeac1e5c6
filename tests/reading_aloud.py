"""Articles and tables for the tests of the reader: one sentence, one day, one marked expression; parties as codes."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from marsad.lexicon.load import Lexicon
from marsad.model import Article, Block, BlockKind, DateClue, Page, PageKind, Published, Reading, Span, Time
from marsad.pipeline import read_page
from marsad.read.document import Document, to_document
from marsad.read.times import find_times
from marsad.read.times_resolving import resolve_times

DATA = Path(__file__).parent / "read" / "data"
PUBLISHED = "2024-05-16"  # a Thursday


def to_article(*parts: tuple[BlockKind, str], clues: tuple[DateClue, ...] = ()) -> Article:
    """Make an article of labelled lines."""
    text, blocks, title = "", [], None
    for kind, line in parts:
        blocks.append(Block(len(text), len(text) + len(line), kind))
        title = Span(len(text), len(text) + len(line)) if kind is BlockKind.TITLE else title
        text += line + "\n"
    return Article(id="made", origin="made", digest="", text=text, blocks=tuple(blocks), title=title, date_clues=clues)


def to_sentence(text: str) -> Document:
    """Make a document of one line of body text."""
    return to_document(to_article((BlockKind.BODY, text)))


def read_text(text: str, lexicon: Lexicon) -> Reading:
    """Read a text as an article of a known day."""
    return read_page(Page("a", "a", PageKind.TEXT, text.encode(), published=PUBLISHED), lexicon)


def codes(reading: Reading, parties: Iterable[str]) -> list[str]:
    """Countries or acronyms of parties, sorted; ZZZ for those without."""
    by_id = {entity.id: entity for entity in reading.entities}
    return sorted(by_id[party].code or by_id[party].country or "ZZZ" for party in parties)


def read_times(doc: Document, lexicon: Lexicon, day: str | None) -> tuple[Time, ...]:
    """Find and resolve the times of a document published on `day`."""
    return resolve_times(find_times(doc, lexicon), Published(value=day), doc)


def read_table(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table of the test data."""
    lines = [
        line for line in (DATA / name).read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")
    ]
    columns = lines[0].split("\t")
    for line in lines[1:]:
        cells = line.split("\t")
        yield dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True))


def unmark(sentence: str) -> tuple[str, str]:
    """Return a sentence without its brackets, and what they held."""
    before, _, rest = sentence.partition("[")
    inside, _, after = rest.partition("]")
    return before + inside + after, inside
