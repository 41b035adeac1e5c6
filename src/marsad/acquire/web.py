"""Fetching as a good citizen: robots.txt, turns for each host, conditional requests, retries, limits on everything.

A fault is a `Failed` that says why; nothing is raised for what a server does. A `Fetcher` may be shared by threads.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version

import httpcore
import httpx
import msgspec

from marsad.acquire.addresses import Resolver, resolve
from marsad.acquire.answers import (
    PASSING,
    REDIRECTS,
    Failed,
    Fetched,
    Outcome,
    Unchanged,
    parse_content_type,
    parse_retry_after,
    to_conditions,
    to_phrase,
)
from marsad.acquire.bounded import Cut, Garbled, TooLarge, Unpacker
from marsad.acquire.contents import SIZE_LIMIT
from marsad.acquire.pacing import Pace
from marsad.acquire.robots import Missing, Robots, Unreadable
from marsad.acquire.urls import join_url, parse_url, to_origin
from marsad.acquire.wire import Allowance, CheckedBackend, OutOfTime, Stopped, UnknownHost, UnsafeAddress
from marsad.model import Validators

NAME = "Marsad"
_WANTED = (
    ("Accept", "text/html, application/xhtml+xml, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.1"),
    ("Accept-Encoding", "gzip"),
)
_NOT_TEXT = ("image/", "video/", "audio/", "font/", "application/pdf", "application/zip", "application/vnd.")
_ROBOTS_SIZE = 1_000_000
_KEPT_OPEN = 15.0


class Limits(msgspec.Struct, frozen=True):
    """How far a fetch goes. Times are seconds: to connect, between bytes, for one exchange, and the longest wait before
    another try. `size` is bytes of a body, packed or unpacked; `tries` and `redirects` are counts; the first wait
    before another try is `backoff`, each further one twice as long; `gap` lies between two requests to one host."""

    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    patience: float = 60.0
    size: int = SIZE_LIMIT
    tries: int = 3
    redirects: int = 8
    backoff: float = 1.0
    gap: float = 1.0


class _Answer(msgspec.Struct, frozen=True):
    status: int
    headers: httpx.Headers
    content: bytes


class _Fault(Exception):
    """An exchange without an answer."""

    def __init__(self, reason: str, *, is_passing: bool) -> None:
        self.reason, self.is_passing = reason, is_passing
        super().__init__(reason)


class Fetcher:
    """Fetches addresses. Use it as a context manager or `close` it."""

    def __init__(
        self,
        *,
        contact: str | None = None,
        allow_private: bool = False,
        limits: Limits | None = None,
        resolver: Resolver = resolve,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], object] = time.sleep,
        is_stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        """`contact` (an address or page) tells the owners of hosts whom to write to. `is_stopped` ends waits early."""
        self.limits = limits or Limits()
        self._agent = f"{NAME}/{version('marsad')} (reader of Arabic news" + (f"; +{contact})" if contact else ")")
        self._clock, self._sleep, self._is_stopped = clock, sleep, is_stopped
        self._allowance = Allowance(is_stopped)
        backend = CheckedBackend(self._allowance, resolver=resolver, allow_private=allow_private)
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            network_backend=backend,
            max_connections=64,
            max_keepalive_connections=16,
            keepalive_expiry=_KEPT_OPEN,
        )
        self._pace = Pace(self.limits.gap, clock, sleep)
        self._robots = Robots(NAME, self._load_robots, clock)

    def __enter__(self) -> "Fetcher":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()

    def fetch(
        self, url: str, *, validators: Validators | None = None, size: int | None = None, robots: bool = True
    ) -> Outcome:
        """Ask for an address and follow where it leads. `validators` make the request conditional, `size` replaces the
        limit; without `robots` the robots.txt of the hosts is not asked (for itself, or where a host has agreed)."""
        conditions = to_conditions(validators)
        try:
            return self._follow(url, conditions, size or self.limits.size, robots)
        except Stopped:
            return Failed(url, "was stopped", is_passing=True)
        except Exception as error:  # one odd server must not end the work on all others
            return Failed(url, f"could not be fetched, please report this ({type(error).__name__}: {error})")

    def _follow(self, asked: str, conditions: dict[str, str], size: int, robots: bool) -> Outcome:
        seen: list[str] = []
        target = asked
        while True:
            url = parse_url(target)
            if url is None:
                return Failed(asked, f"leads to {target}, which is no address of a page" if seen else "is no address")
            if str(url) in seen:
                return Failed(asked, "leads in a circle (redirects)")
            if len(seen) > self.limits.redirects:
                return Failed(asked, f"leads on and on (more than {self.limits.redirects} redirects)")
            seen.append(str(url))
            answer = self._ask(asked, url, conditions, size, robots)
            if isinstance(answer, Failed):
                return answer
            if answer.status == 304 and conditions:
                return Unchanged(asked)
            if answer.status in REDIRECTS:
                place = answer.headers.get("location", "")
                target = join_url(str(url), place) or place
                continue
            return _to_outcome(asked, str(url), answer)

    def _ask(self, asked: str, url: httpx.URL, conditions: dict[str, str], size: int, robots: bool) -> _Answer | Failed:
        """Ask one address, again where a fault may pass, not more often than its host can bear."""
        gap = 0.0
        if robots:
            rules = self._robots.rules(to_origin(url))
            if rules.fault is not None:
                return Failed(asked, f"robots.txt of {url.host} cannot be read: {rules.fault}", True)
            if not self._robots.allows(rules, str(url)):
                return Failed(asked, f"robots.txt of {url.host} asks programs not to fetch it")
            gap = self._robots.delay(rules)
        wait = self.limits.backoff
        for left in range(self.limits.tries - 1, -1, -1):
            self._pace.wait(url.host, gap)
            fault = self._try(asked, url, conditions, size)
            if not isinstance(fault, Failed) or not fault.is_passing or not left:
                return fault
            if (fault.wait or 0.0) > self.limits.patience:
                return fault
            self._pause(max(fault.wait or 0.0, wait))
            wait *= 2
        raise AssertionError("at least one try is made")

    def _pause(self, seconds: float) -> None:
        self._sleep(min(seconds, self.limits.patience))
        if self._is_stopped():
            raise Stopped

    def _try(self, asked: str, url: httpx.URL, conditions: dict[str, str], size: int) -> _Answer | Failed:
        """Make one exchange. An answer that says so makes all requests to the host rest."""
        if self._is_stopped():
            raise Stopped
        try:
            answer = self._exchange(url, conditions, size)
        except _Fault as fault:
            return Failed(asked, fault.reason, fault.is_passing)
        if answer.status not in PASSING:
            return answer
        wait = parse_retry_after(answer.headers.get("retry-after", ""), self._clock())
        if wait is not None:
            self._pace.hold(url.host, min(wait, self.limits.patience))
        return Failed(asked, f"the server answers {to_phrase(answer.status)}", True, wait)

    def _exchange(self, url: httpx.URL, conditions: dict[str, str], size: int) -> _Answer:
        headers: list[tuple[str | bytes, str | bytes]] = [
            ("Host", url.netloc),
            ("User-Agent", self._agent),
            *_WANTED,
            *conditions.items(),
        ]
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        timeouts = {"connect": self.limits.connect, "read": self.limits.read, "write": self.limits.read, "pool": None}
        self._allowance.start(self.limits.total)
        with (
            _telling(url, size, self.limits),
            self._pool.stream("GET", target, headers=headers, extensions={"timeout": timeouts}) as response,
        ):
            got = httpx.Headers(response.headers)
            return _Answer(response.status, got, self._take(response, got, size))

    def _take(self, response: httpcore.Response, headers: httpx.Headers, size: int) -> bytes:
        """Read a body that is wanted; of other answers only the head is looked at."""
        if response.status != 200:
            return b""
        media, _ = parse_content_type(headers.get("content-type", ""))
        if media.startswith(_NOT_TEXT):
            raise _Fault(f"is {media}, not a page", is_passing=False)
        unpacker = Unpacker(headers.get("content-encoding", ""), size)
        for chunk in response.iter_stream():
            unpacker.feed(chunk)
        return unpacker.finish()

    def _load_robots(self, url: str) -> str:
        outcome = self.fetch(url, size=_ROBOTS_SIZE, robots=False)
        if isinstance(outcome, Fetched):
            return outcome.content.decode("utf-8-sig", "replace")
        if isinstance(outcome, Failed) and outcome.is_passing:
            raise Unreadable(outcome.reason)
        raise Missing


@contextmanager
def _telling(url: httpx.URL, size: int, limits: Limits) -> Iterator[None]:
    """Turn what can go wrong in an exchange into a `_Fault` with words for it."""
    try:
        yield
    except TooLarge as error:
        raise _Fault(f"has more than {size / 1e6:g} MB", is_passing=False) from error
    except Garbled as error:
        raise _Fault(f"is {error}", is_passing=False) from error
    except UnsafeAddress as error:
        reason = f"{error} is not a public address; --allow-private allows it"
        raise _Fault(reason, is_passing=False) from error
    except UnknownHost as error:
        raise _Fault(f"the host {url.host} is not known, or the network is down", is_passing=True) from error
    except OutOfTime as error:
        raise _Fault(f"took longer than {limits.total:g} seconds", is_passing=True) from error
    except httpcore.ConnectTimeout as error:
        raise _Fault(f"no connection within {limits.connect:g} seconds", is_passing=True) from error
    except httpcore.TimeoutException as error:
        raise _Fault(f"the server was silent for {limits.read:g} seconds", is_passing=True) from error
    except httpcore.ConnectError as error:
        raise _Fault(f"no connection ({_to_words(error)})", is_passing=True) from error
    except (Cut, httpcore.NetworkError, httpcore.RemoteProtocolError) as error:
        raise _Fault("the connection was cut or the answer is not HTTP", is_passing=True) from error
    except (httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
        raise _Fault(f"cannot be asked for ({_to_words(error)})", is_passing=False) from error


def _to_words(error: Exception) -> str:
    return str(error).split("] ")[-1].strip() or type(error).__name__


def _to_outcome(asked: str, url: str, answer: _Answer) -> Outcome:
    if answer.status != 200:
        return Failed(asked, f"the server answers {to_phrase(answer.status)}")
    media, charset = parse_content_type(answer.headers.get("content-type", ""))
    validators = Validators(answer.headers.get("etag"), answer.headers.get("last-modified"))
    return Fetched(asked, url, answer.content, media, charset, validators)
