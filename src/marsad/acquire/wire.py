"""The sockets under the fetcher: connected to an address that was checked, bounded in time, given up when told to.

The name is resolved once and the connection goes to the very address that was looked at, so a name whose address
changes between the look and the connection (DNS rebinding) gains nothing.
"""

import ssl
import threading
from collections.abc import Callable, Iterable
from time import monotonic
from typing import Any

import httpcore

from marsad.acquire.addresses import Resolver, is_public, resolve

# A wait for bytes is cut into slices of so many seconds; between two, it is seen whether to go on.
_SLICE = 0.2
# So many addresses of one host are tried.
_TRIED = 3

_Options = Iterable[Any] | None


class UnsafeAddress(Exception):
    """A host has no address that may be asked; the message is the host with the address it has."""


class UnknownHost(Exception):
    """A host that has no address at all."""


class OutOfTime(Exception):
    """An exchange took longer than it may in all."""


class Stopped(Exception):
    """The caller wants to end; nothing is wrong with the exchange."""


class Allowance:
    """How long the exchange of the present thread may still take, and whether to give it up."""

    def __init__(self, is_stopped: Callable[[], bool]) -> None:
        self._is_stopped, self._local = is_stopped, threading.local()

    def start(self, seconds: float) -> None:
        """Begin an exchange of at most so many seconds."""
        self._local.deadline = monotonic() + seconds

    def remaining(self) -> float:
        """Return the seconds left. Raises OutOfTime where there are none, Stopped where the caller wants to end."""
        if self._is_stopped():
            raise Stopped
        left: float = self._local.deadline - monotonic()
        if left <= 0:
            raise OutOfTime
        return left


class CheckedBackend(httpcore.NetworkBackend):
    """Connects to public addresses only, unless `allow_private`."""

    def __init__(self, allowance: Allowance, *, resolver: Resolver = resolve, allow_private: bool = False) -> None:
        self._allowance, self._resolver, self._allow_private = allowance, resolver, allow_private
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: _Options = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of the host that answers. Raises UnknownHost, UnsafeAddress or httpcore's."""
        fault: Exception | None = None
        for address in self._find_addresses(host, port)[:_TRIED]:
            left = self._allowance.remaining()
            try:
                stream = self._plain.connect_tcp(address, port, min(left, timeout or left), local_address)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                fault = error
            else:
                return BoundedStream(stream, self._allowance)
        assert fault is not None
        raise fault

    def _find_addresses(self, host: str, port: int) -> list[str]:
        try:
            found = list(self._resolver(host, port))
        except (OSError, UnicodeError) as error:
            raise UnknownHost(host) from error
        allowed = [address for address in found if self._allow_private or is_public(address)]
        if not found:
            raise UnknownHost(host)
        if not allowed:
            raise UnsafeAddress(host if host == found[0] else f"{host} ({found[0]})")
        return allowed


class BoundedStream(httpcore.NetworkStream):
    """A stream whose reads end with the exchange's time, however slowly the bytes drip in."""

    def __init__(self, inner: httpcore.NetworkStream, allowance: Allowance) -> None:
        self._inner, self._allowance = inner, allowance

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return some bytes; none at the end. Raises ReadTimeout where nothing came for `timeout` seconds."""
        waited = 0.0
        while True:
            piece = min(_SLICE, self._allowance.remaining())
            try:
                return self._inner.read(max_bytes, piece)
            except httpcore.ReadTimeout:
                waited += piece
                if timeout is not None and waited >= timeout:
                    raise

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of the bytes."""
        left = self._allowance.remaining()
        self._inner.write(buffer, min(left, timeout or left))

    def close(self) -> None:
        """Close the connection."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Go on encrypted; the certificate must be that of the host asked for, not of its address."""
        left = self._allowance.remaining()
        inner = self._inner.start_tls(ssl_context, server_hostname, min(left, timeout or left))
        return BoundedStream(inner, self._allowance)

    def get_extra_info(self, info: str) -> Any:
        """Return what the connection under this one knows."""
        return self._inner.get_extra_info(info)
