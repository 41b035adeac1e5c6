"""A web server on loopback for tests: pages by path, each a function from the request, and a record of what was asked.

Bodies are sent byte by byte as the test says, so that slow, endless, cut and lying answers can be made.
"""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from time import sleep

_PHRASE = {200: "OK", 304: "Not Modified"}


@dataclass(frozen=True)
class Request:
    """One request: path with query, headers by lower-case name, and its number among those for this path, from 0."""

    path: str
    headers: dict[str, str]
    number: int


@dataclass(frozen=True)
class Reply:
    """An answer. `length` is what Content-Length says (None: the body's), `pause` lies between pieces of `piece` bytes,
    `endless` repeats the body until the client goes away, `head` replaces status line and headers."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None
    pause: float = 0.0
    piece: int = 0
    endless: bool = False
    head: bytes | None = None


Page = Callable[[Request], Reply]


@dataclass
class Site:
    """The server: `pages` by path, `asked` paths in order. Paths without a page are 404."""

    port: int
    pages: dict[str, Page | Reply | str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)

    scheme: str = "http"

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """Return the address of a path."""
        return f"{self.scheme}://{host}:{self.port}{path}"

    def count(self, path: str) -> int:
        """Return how often a path was asked for."""
        return self.asked.count(path)


def html(body: str, headers: dict[str, str] | None = None) -> Reply:
    """Return a page of HTML in UTF-8."""
    return Reply(body.encode(), 200, {"Content-Type": "text/html; charset=utf-8", **(headers or {})})


def redirect(place: str, status: int = 302) -> Reply:
    """Return an answer that leads elsewhere."""
    return Reply(b"", status, {"Location": place})


@contextmanager
def serve_site(tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """Run a server on a free port of 127.0.0.1 until the block ends, encrypted where `tls` is given."""
    listener = socket.create_server(("127.0.0.1", 0))
    site = Site(listener.getsockname()[1], scheme="https" if tls else "http")
    if tls:
        listener = tls.wrap_socket(listener, server_side=True, do_handshake_on_connect=False)
    stop = threading.Event()
    threading.Thread(target=_accept, args=(listener, site, stop), daemon=True).start()
    try:
        yield site
    finally:
        stop.set()
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()


def _accept(listener: socket.socket, site: Site, stop: threading.Event) -> None:
    while not stop.is_set():
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        threading.Thread(target=_answer, args=(connection, site, stop), daemon=True).start()


def _answer(connection: socket.socket, site: Site, stop: threading.Event) -> None:
    with connection, suppress(OSError):
        head = b""
        while b"\r\n\r\n" not in head:
            got = connection.recv(65_536)
            if not got:
                return
            head += got
        first, *lines = head.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
        path = first.split(" ")[1]
        pairs = (line.partition(":") for line in lines)
        request = Request(path, {name.strip().lower(): value.strip() for name, _, value in pairs}, site.count(path))
        site.asked.append(path)
        site.requests.append(request)
        _send(connection, _find_reply(site, request), stop)


def _find_reply(site: Site, request: Request) -> Reply:
    page = site.pages.get(request.path, Reply(b"", 404))
    found = page(request) if callable(page) else page
    return html(found) if isinstance(found, str) else found


def _send(connection: socket.socket, reply: Reply, stop: threading.Event) -> None:
    connection.sendall(reply.head if reply.head is not None else _to_head(reply))
    size = reply.piece or len(reply.body) or 1
    while not stop.is_set():
        for start in range(0, len(reply.body), size):
            connection.sendall(reply.body[start : start + size])
            if reply.pause and not stop.is_set():
                sleep(reply.pause)
        if not reply.endless:
            return


def _to_head(reply: Reply) -> bytes:
    headers = {"Connection": "close", **reply.headers}
    if not reply.endless:
        headers.setdefault("Content-Length", str(len(reply.body) if reply.length is None else reply.length))
    lines = [f"HTTP/1.1 {reply.status} {_PHRASE.get(reply.status, 'Said')}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode("utf-8")
