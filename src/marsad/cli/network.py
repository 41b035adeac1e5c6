"""What the caller says of fetching from the web: the options that `read`, `add` and `watch` share, as one value."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

import click
import msgspec

from marsad.acquire.answers import is_sendable

if TYPE_CHECKING:
    from marsad.acquire.web import Fetcher


class Network(msgspec.Struct, frozen=True):
    """Whom the owners of sites may write to, the seconds between two requests to one host, and whether addresses of the
    own network may be asked."""

    contact: str | None = None
    gap: float = 1.0
    allow_private: bool = False

    def open(self, **more: Any) -> "Fetcher":
        """Return a fetcher; `more` are its other parameters."""
        from marsad.acquire.web import Fetcher, Limits  # a tenth of a second, for those who fetch

        limits = Limits(gap=self.gap)
        return Fetcher(contact=self.contact, allow_private=self.allow_private, limits=limits, **more)


def _check_contact(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    if value is not None and not is_sendable(value):
        raise click.BadParameter("it stands in the header of each request; give an address in ASCII.", context, option)
    return value


def network_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options; the command is called with `network`, a Network made of their values."""

    @wraps(command)
    def call(**values: Any) -> Any:
        network = Network(**{name: values.pop(name) for name in Network.__struct_fields__})
        return command(network=network, **values)

    for option in (
        click.option(
            "--allow-private", is_flag=True, help="Fetch from private and loopback addresses too (your own network)."
        ),
        click.option(
            "--gap",
            type=click.FloatRange(0.0),
            default=1.0,
            show_default=True,
            metavar="SECONDS",
            help="Time between two requests to one host; what its robots.txt asks for is kept as well.",
        ),
        click.option(
            "--contact",
            metavar="ADDRESS",
            callback=_check_contact,
            envvar="MARSAD_CONTACT",
            show_envvar=True,
            help="Whom the owners of web sites may write to; named in each request.",
        ),
    ):
        call = option(call)
    return call
