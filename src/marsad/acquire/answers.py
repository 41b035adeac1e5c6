"""What came of asking for an address, and how HTTP says it."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

import msgspec

from marsad.model import Validators

# Faults that pass: overload, restarts, and the 52x of servers that stand before others.
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527, 530})
REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Fetched(msgspec.Struct, frozen=True):
    """A body. `asked` is the address asked for, `url` the one that answered, after redirects."""

    asked: str
    url: str
    content: bytes
    media: str
    charset: str | None
    validators: Validators


class Unchanged(msgspec.Struct, frozen=True):
    """The server says that nothing changed since the validators were given."""

    asked: str


class Failed(msgspec.Struct, frozen=True):
    """No body, and why, for people. `is_passing`: it may go better later, after `wait` seconds where it says so."""

    asked: str
    reason: str
    is_passing: bool = False
    wait: float | None = None


Outcome = Fetched | Unchanged | Failed


def to_conditions(validators: Validators | None) -> dict[str, str]:
    """Return the headers that make a request conditional: none where nothing is known, or what cannot be sent back."""
    known = validators or Validators()
    pairs = (("If-None-Match", known.etag), ("If-Modified-Since", known.modified))
    return {name: value for name, value in pairs if value and is_sendable(value)}


def is_sendable(text: str) -> bool:
    """Tell whether a text can stand in a header: visible ASCII in one line."""
    return text.isascii() and text.isprintable()


def to_phrase(status: int) -> str:
    """Return a status for people: "404 (Not Found)"."""
    try:
        return f"{status} ({HTTPStatus(status).phrase})"
    except ValueError:
        return str(status)


def parse_content_type(value: str) -> tuple[str, str | None]:
    """Return media type and charset of a Content-Type, in lower case; "" and None where they are not given."""
    media, *parameters = value.split(";")
    pairs = (parameter.partition("=") for parameter in parameters)
    charset = next((v.strip().strip("\"'") for name, _, v in pairs if name.strip().lower() == "charset"), None)
    return media.strip().lower(), charset.lower() if charset else None


def parse_retry_after(value: str, now: float) -> float | None:
    """Return the seconds that a Retry-After asks to wait, from seconds or a date; None where it is neither."""
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    moment = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.fromtimestamp(now, UTC)).total_seconds())
