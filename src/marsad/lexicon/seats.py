"""Where an outlet sits."""

import re
from functools import lru_cache
from urllib.parse import SplitResult, urlsplit

from marsad.lang.fold import fold
from marsad.lexicon.load import Lexicon
from marsad.lexicon.zones import find_country_of_domain

_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}")


def split_url(url: str | None) -> SplitResult:
    """Return the parts of an address, all of them empty where it is none."""
    try:
        return urlsplit(url or "")
    except ValueError:
        return urlsplit("")


def find_seat(outlet: str | None, url: str | None, lexicon: Lexicon) -> str | None:
    """Return the alpha-3 code of the country where an outlet sits, by its listed domain or name, else by its domain.

    Where there is no address, the domain may stand in the outlet's name: عكاظ (okaz.com.sa).
    """
    by_domain, by_name = _build_seats(lexicon)
    written = _DOMAIN.search(outlet or "")
    host = split_url(url).hostname or (written.group() if written else "")
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
