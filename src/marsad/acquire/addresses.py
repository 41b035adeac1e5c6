"""Which network addresses may be asked: public ones. A page must not lead the fetcher into the user's own network."""

import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

# Host and port → the addresses that the name has now.
Resolver = Callable[[str, int], Sequence[str]]

# Carries an IPv4 address in its last 32 bits (RFC 6052).
_NAT64 = ip_network("64:ff9b::/96")


def resolve(host: str, port: int) -> tuple[str, ...]:
    """Ask the system for the addresses of a host, each once, in its order. Raises OSError where there are none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))


def is_public(address: str) -> bool:
    """Tell whether an address is reachable for everybody: not private, loopback, link-local, reserved or multicast.

    An IPv6 address that carries an IPv4 address is public only where that one is.
    """
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(part.is_global and not part.is_multicast for part in (parsed, *_find_inner(parsed)))


def _find_inner(address: IPv4Address | IPv6Address) -> tuple[IPv4Address, ...]:
    if isinstance(address, IPv4Address):
        return ()
    inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _NAT64:
        inner.append(IPv4Address(int(address) & 0xFFFFFFFF))
    return tuple(found for found in inner if found is not None)
