"""Where an outlet sits, and which day a moment in universal time is there: 23:59 UTC is the next day in Cairo."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache
from urllib.parse import SplitResult, urlsplit

import msgspec

from marsad.lang.fold import fold
from marsad.lexicon.load import Lexicon
from marsad.lexicon.zones import find_country_of_domain, find_local_day
from marsad.model import DateClue


def split_url(url: str | None) -> SplitResult:
    """Return the parts of an address, all of them empty where it is none."""
    try:
        return urlsplit(url or "")
    except ValueError:
        return urlsplit("")


def find_seat(outlet: str | None, url: str | None, lexicon: Lexicon) -> str | None:
    """Return the alpha-3 code of the country where an outlet sits, by its listed domain or name, else by its domain."""
    by_domain, by_name = _build_seats(lexicon)
    host = split_url(url).hostname or ""
    parts = host.lower().split(".")
    domains = (".".join(parts[cut:]) for cut in range(len(parts) - 1))
    listed = next((by_domain[domain] for domain in domains if domain in by_domain), None)
    return listed or by_name.get(fold(outlet or "")) or (find_country_of_domain(parts[-1]) if host else None)


@lru_cache(maxsize=4)
def _build_seats(lexicon: Lexicon) -> tuple[dict[str, str], dict[str, str]]:
    """The countries of listed outlets by domain and by folded name."""
    seated = [outlet for outlet in lexicon.outlets if outlet.country]
    by_domain = {outlet.domain: outlet.country or "" for outlet in seated if outlet.domain}
    by_name = {fold(name): outlet.country or "" for outlet in seated for name in outlet.names}
    return by_domain, by_name


def to_local(clue: DateClue, seat: str | None) -> DateClue:
    """Return the clue with the day of its moment at the outlet's seat.

    Only moments in universal time, or in that of servers west of it, are moved: a positive offset is that of the
    region's own clocks, and the day is the one that readers saw.
    """
    moment = _parse_moment(clue.value) if seat is not None else None
    if moment is None or seat is None or (moment.utcoffset() or timedelta()) > timedelta():
        return clue
    day = find_local_day(moment, seat)
    return clue if day is None else msgspec.structs.replace(clue, local=day.isoformat())


def _parse_moment(value: str) -> datetime | None:
    """Read an ISO or RFC 822 time; None for a day without a time, and for a time that does not say its zone."""
    try:
        moment = datetime.fromisoformat(value.strip())
    except ValueError:
        try:
            moment = parsedate_to_datetime(value)
        except (ValueError, IndexError, TypeError):
            return None
    if moment.tzinfo is None:
        return None
    try:
        moment.astimezone(UTC)
    except (OverflowError, ValueError):
        return None
    return moment
