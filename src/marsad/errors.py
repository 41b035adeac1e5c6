"""Every error Marsad raises on purpose.

MarsadError
├── LexiconError   a lexicon file that cannot be used: file, line and field are named
├── InputError     a page, file or line of input that cannot be read
├── StoreError     a database that cannot be opened or is not ours
├── DecisionError  a decision that makes no sense
├── GoldError      a gold file or floor that cannot be used
└── ServeError     an address that pages cannot be served on
"""

from pathlib import Path


class MarsadError(Exception):
    """Base of all errors that are told to the user as one message."""


class LexiconError(MarsadError):
    """A lexicon file holds something that is not allowed there.

    `str(error)` names file, line, field and what is wrong.
    """

    def __init__(self, message: str, *, path: Path | str, line: int | None = None, field: str | None = None) -> None:
        self.message, self.path, self.line, self.field = message, Path(path), line, field
        place = str(path) + (f":{line}" if line is not None else "") + (f": {field}" if field else "")
        super().__init__(f"{place}: {message}")


class InputError(MarsadError):
    """Input that cannot be read. `str(error)` names the file (and line) and what to do about it."""

    def __init__(self, message: str, *, origin: Path | str, line: int | None = None) -> None:
        self.message, self.origin, self.line = message, str(origin), line
        super().__init__(f"{origin}" + (f":{line}" if line is not None else "") + f": {message}")


class StoreError(MarsadError):
    """A database that cannot be opened, is not ours or is newer than this program."""


class DecisionError(MarsadError):
    """A decision about things that are not there or cannot be what is said of them."""


class GoldError(MarsadError):
    """A gold annotation, article list or floor file that cannot be used."""


class ServeError(MarsadError):
    """An address or port that pages cannot be served on."""
