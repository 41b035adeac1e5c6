"""Which day a moment in universal time is where an outlet sits: 23:59 UTC is the next day in Cairo."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import msgspec

from marsad.lexicon.zones import find_local_day
from marsad.model import DateClue


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
