"""What hosts ask of programs in their robots.txt (RFC 9309), kept for a day."""

from collections.abc import Callable

import msgspec
from protego import Protego

# How long rules hold before they are asked for again, and how long an unreadable robots.txt bars its host.
_DAY = 86_400.0
_BARRED = 600.0


class Rules(msgspec.Struct, frozen=True):
    """The rules of one host: `parsed` None where it has none. `fault` says why they could not be read: then nothing may
    be asked for the time being. They hold until `until`."""

    parsed: Protego | None
    fault: str | None
    until: float


class Missing(Exception):
    """The host has no robots.txt: everything may be asked."""


class Unreadable(Exception):
    """The host could not say whether it has one; the message says why."""


class Robots:
    """Rules by host. `load` fetches the text of a robots.txt by its address, or raises Missing or Unreadable."""

    def __init__(self, agent: str, load: Callable[[str], str], clock: Callable[[], float]) -> None:
        self._agent, self._load, self._clock = agent, load, clock
        self._known: dict[str, Rules] = {}

    def rules(self, origin: str) -> Rules:
        """Return the rules of an origin ("https://host:port"), fetched where none are known or they are too old."""
        known = self._known.get(origin)
        if known is None or known.until <= self._clock():
            known = self._known[origin] = self._ask(origin)
        return known

    def allows(self, rules: Rules, url: str) -> bool:
        """Tell whether the rules let this program ask for an address."""
        return rules.parsed is None or bool(rules.parsed.can_fetch(url, self._agent))

    def delay(self, rules: Rules) -> float:
        """Return the seconds between two requests that the host asks for, 0 where it asks for none."""
        return float((rules.parsed.crawl_delay(self._agent) if rules.parsed is not None else None) or 0.0)

    def _ask(self, origin: str) -> Rules:
        try:
            text = self._load(f"{origin}/robots.txt")
        except Missing:
            return Rules(None, None, self._clock() + _DAY)
        except Unreadable as error:
            return Rules(None, str(error), self._clock() + _BARRED)
        return Rules(Protego.parse(text), None, self._clock() + _DAY)
