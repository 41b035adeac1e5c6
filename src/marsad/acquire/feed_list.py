"""The list of feeds to watch: a TOML file, checked in full before anything is fetched."""

import re
import tomllib
from difflib import get_close_matches
from pathlib import Path

import msgspec

from marsad.acquire.answers import is_sendable
from marsad.acquire.urls import parse_url, to_plain
from marsad.errors import InputError

_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_DURATION = re.compile(r"(\d+)\s*([smhd])")
# Nobody is asked more often than once a minute, nor so seldom that it is no watch.
_SHORTEST, _LONGEST = 60.0, 7 * 86_400.0
_DEFAULT_EVERY = "15m"
_DEFAULT_LIMIT = 100


class Feed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A `[[feed]]` as written. `every` is how often to ask, `limit` the most articles to fetch in one round, `outlet`
    its name, taken before what pages say; `robots = false` asks for the feed itself even if robots.txt bars it."""

    url: str
    outlet: str | None = None
    every: str | None = None
    limit: int | None = None
    robots: bool = True


class Watched(msgspec.Struct, frozen=True):
    """A feed to watch: asked every `every` seconds, at most `limit` articles a round."""

    url: str
    every: float
    limit: int
    outlet: str | None = None
    robots: bool = True


class FeedList(msgspec.Struct, frozen=True):
    """All feeds to watch, and whom the owners of hosts may write to (`contact`)."""

    feeds: tuple[Watched, ...]
    contact: str | None = None


def load_feeds(path: Path) -> FeedList:
    """Read a list of feeds. Raises InputError that names file, feed and field."""
    try:
        data = tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise InputError(f"cannot be opened: {error.strerror}", origin=path) from error
    except UnicodeDecodeError as error:
        raise InputError("is not UTF-8 text", origin=path) from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"is not TOML: {error}", origin=path) from error
    fault = next((_unknown(name, ("every", "limit", "contact", "feed")) for name in data if name not in _TOP), None)
    if fault is not None:
        raise InputError(fault, origin=path)
    tables = data.get("feed")
    if not isinstance(tables, list) or not tables:
        raise InputError('names no feeds; each is a table [[feed]] with url = "https://…"', origin=path)
    contact = data.get("contact")
    if contact is not None and not (isinstance(contact, str) and is_sendable(contact)):
        raise InputError("contact: give an address to write to, as text in ASCII", origin=path)
    feeds = [_to_watched(table, f"feed {number}", data, path) for number, table in enumerate(tables, 1)]
    _check_apart(feeds, path)
    return FeedList(tuple(feeds), contact)


_TOP = frozenset({"every", "limit", "contact", "feed"})


def _to_watched(table: object, place: str, defaults: dict[str, object], path: Path) -> Watched:
    if isinstance(table, dict):
        place = f"{place} ({table['url']})" if isinstance(table.get("url"), str) else place
        unknown = next((name for name in table if name not in Feed.__struct_fields__), None)
        if unknown is not None:
            raise InputError(f"{place}: {_unknown(unknown, Feed.__struct_fields__)}", origin=path)
    try:
        feed = msgspec.convert(table, Feed)
    except msgspec.ValidationError as error:
        raise InputError(f"{place}: {_to_words(error)}", origin=path) from error
    if parse_url(feed.url) is None:
        raise InputError(f"{place}: url: is no address; write it as https://…", origin=path)
    every = _parse_every(feed.every if feed.every is not None else defaults.get("every", _DEFAULT_EVERY))
    if every is None:
        raise InputError(
            f"{place}: every: write how often to ask as 15m, 2h or 1d, from one minute to seven days", origin=path
        )
    limit = feed.limit if feed.limit is not None else defaults.get("limit", _DEFAULT_LIMIT)
    if not isinstance(limit, int) or isinstance(limit, bool) or limit < 1:
        raise InputError(f"{place}: limit: is to be a whole number from 1", origin=path)
    return Watched(feed.url, every, limit, feed.outlet, feed.robots)


def _parse_every(value: object) -> float | None:
    found = _DURATION.fullmatch(value.strip()) if isinstance(value, str) else None
    seconds = float(int(found[1]) * _SECONDS[found[2]]) if found else 0.0
    return seconds if _SHORTEST <= seconds <= _LONGEST else None


def _check_apart(feeds: list[Watched], path: Path) -> None:
    seen: dict[str, int] = {}
    for number, feed in enumerate(feeds, 1):
        first = seen.setdefault(to_plain(feed.url), number)
        if first != number:
            raise InputError(f"feed {number} ({feed.url}): url: is that of feed {first} too", origin=path)


def _unknown(name: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(name, known, 1)
    return f"{name}: there is no such field; " + (f"is {near[0]} meant?" if near else f"known are {', '.join(known)}")


def _to_words(error: msgspec.ValidationError) -> str:
    """Put the field before the message: "Expected `str`, got `int` - at `$.url`" → "url: expected text, got int"."""
    message, _, place = str(error).partition(" - at `$.")
    missing = re.search(r"missing required field `(\w+)`", message)
    if missing:
        return f"{missing[1]}: is missing"
    field = place.rstrip("`")
    message = message.replace(" | null", "").replace("`str`", "text").replace("`", "")
    return (f"{field}: " if field else "") + message[0].lower() + message[1:]
