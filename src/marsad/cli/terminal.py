"""Text for the terminal: isolates around words of an article, tables whose columns stand under each other."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

import click

# First strong isolate and its end: words of one direction do not turn the line around them.
_FSI, _PDI = "\u2068", "\u2069"


def isolate(words: str) -> str:
    """Return words of an article on one line, kept from disturbing the direction of the text around them."""
    return f"{_FSI}{' '.join(words.split())}{_PDI}"


def to_table(title: str, header: Sequence[str], rows: Iterable[Sequence[str | None]]) -> Iterator[str]:
    """Yield a titled table, one line a row; None shows as a dash. The column that holds Arabic should be the last."""
    cells = [[cell or "–" for cell in row] for row in rows]
    yield ""
    yield click.style(f"{title} ({len(cells)})", bold=True)
    if not cells:
        return
    widths = [max(_width(row[n]) for row in [list(header), *cells]) for n in range(len(header))]
    yield click.style(_to_line(header, widths), dim=True)
    for row in cells:
        yield _to_line(row, widths)


def _to_line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = [cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True)]
    return "  " + "  ".join([*padded[:-1], cells[-1]])


def _width(cell: str) -> int:
    """Columns on the screen: vowel signs and marks of direction take none."""
    return sum(unicodedata.category(char) not in ("Mn", "Me", "Cf") for char in cell)
