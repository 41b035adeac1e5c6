"""Serving the application on an address of this machine."""

import socket
from pathlib import Path

import uvicorn

from marsad.errors import ServeError
from marsad.serve.app import create_app


def bind(host: str, port: int) -> socket.socket:
    """Return a socket bound to the address; port 0 lets the system choose. Raises ServeError that says what to do."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except socket.gaierror:
        raise ServeError(f"{host}: no such address on this machine") from None
    bound = socket.socket(family, kind, protocol)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind(address)
        bound.listen()
    except OSError as error:
        bound.close()
        raise ServeError(f"{host}:{port} cannot be used ({error.strerror}); choose another one with --port") from None
    return bound


def run(db: Path, bound: socket.socket) -> None:
    """Serve the database at `db` on a bound socket until interrupted."""
    config = uvicorn.Config(create_app(db), log_level="warning", server_header=False)
    uvicorn.Server(config).run(sockets=[bound])
