"""Reading the lexicon's files: tab-separated tables and TOML, with errors that name file, line and field."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from marsad.errors import LexiconError

_Struct = TypeVar("_Struct", bound=msgspec.Struct)


def load_table(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield (line number, row) of a table whose first plain line names `columns`. `#` lines and blank lines are passed
    over.

    Missing cells at a line's end are empty strings. Raises LexiconError for another head line, too many cells, bad
    UTF-8 or a file that cannot be opened.
    """
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise LexiconError(f"cannot be opened: {error.strerror}", path=path) from None
    except UnicodeDecodeError:
        raise LexiconError("is not UTF-8", path=path) from None
    head = False
    for number, line in enumerate(text.split("\n"), 1):
        line = line.rstrip("\r")
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not head:
            if tuple(cells) != columns:
                raise LexiconError(f"the first line must name the columns {' '.join(columns)}", path=path, line=number)
            head = True
            continue
        if len(cells) > len(columns):
            raise LexiconError(f"{len(cells)} cells, but there are {len(columns)} columns", path=path, line=number)
        yield number, dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True))


def load_toml(path: Path, struct: type[_Struct]) -> _Struct:
    """Read a TOML file as `struct`. Raises LexiconError that names the file and the field at fault."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise LexiconError(f"cannot be opened: {error.strerror}", path=path) from None
    except UnicodeDecodeError:
        raise LexiconError("is not UTF-8", path=path) from None
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"is not TOML: {error}", path=path) from None
    try:
        return msgspec.convert(data, struct)
    except msgspec.ValidationError as error:
        message, _, field = str(error).partition(" - at `$.")
        raise LexiconError(message, path=path, field=field.rstrip("`") or None) from None
