"""No host is asked more often than it can bear: a gap between two requests, and rests that a host asks for."""

import threading
from collections.abc import Callable


class Pace:
    """Gives every host its turns, `gap` seconds apart. Threads may share it."""

    def __init__(self, gap: float, clock: Callable[[], float], sleep: Callable[[float], object]) -> None:
        self._gap, self._clock, self._sleep = gap, clock, sleep
        self._next: dict[str, float] = {}
        self._lock = threading.Lock()

    def wait(self, host: str, gap: float = 0.0) -> None:
        """Sleep until it is the caller's turn with this host; the next turn is the longer of the two gaps later."""
        with self._lock:
            now = self._clock()
            turn = max(now, self._next.get(host, now))
            self._next[host] = turn + max(gap, self._gap)
        if turn > now:
            self._sleep(turn - now)

    def hold(self, host: str, seconds: float) -> None:
        """Give the host no turn for so many seconds."""
        with self._lock:
            self._next[host] = max(self._next.get(host, 0.0), self._clock() + seconds)
