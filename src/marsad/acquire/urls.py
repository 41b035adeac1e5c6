"""Addresses of pages: read, brought into one form, told from names of files, listed in files."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

# Parameters that say where a reader came from, not which page is meant.
_TRACKING = ("utm_", "at_")
_TRACKING_NAMES = frozenset({"fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "ocid", "traffic_source"})
_HEAD = 4096


def is_url(text: str) -> bool:
    """Tell whether the text is the address of something on the web rather than the name of a file."""
    return text[:8].lower().startswith(("http://", "https://"))


def parse_url(text: str) -> "httpx.URL | None":
    """Return the address without its fragment, in ASCII; None where it is none that can be fetched."""
    import httpx  # wanted only where addresses are; files are read without

    try:
        url = httpx.URL(text.strip())
        url = url.copy_with(fragment=None)
    except (httpx.InvalidURL, UnicodeError, ValueError):
        return None
    is_page = url.scheme in ("http", "https") and url.host and "%" not in url.host
    return url if is_page else None


def join_url(base: str, reference: str) -> str | None:
    """Return the absolute address that a reference means on a page; None where it means none that can be fetched."""
    import httpx

    try:
        url = parse_url(str(httpx.URL(base).join(reference.strip())))
    except (httpx.InvalidURL, UnicodeError, ValueError):
        return None
    return str(url) if url is not None else None


def to_plain(url: str) -> str:
    """Return the form of an address that all links to one page share: without fragment and tracking parameters."""
    parsed = parse_url(url)
    if parsed is None:
        return url
    kept = [part for part in parsed.query.decode("ascii", "replace").split("&") if part and not _is_tracking(part)]
    return str(parsed.copy_with(query="&".join(kept).encode() or None))


def to_id(url: str) -> str:
    """Return the id of the page at an address: a digest, the same with http or https."""
    return sha256(to_plain(url).partition("://")[2].encode()).hexdigest()[:16]


def to_origin(url: "httpx.URL") -> str:
    """Return scheme, host and port, as a robots.txt holds for them."""
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


def is_list(path: Path) -> bool:
    """Tell whether a file lists addresses: it does where the first line that is neither empty nor a # is one."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD).decode("utf-8-sig", "replace")
    except OSError:
        return False
    lines = (line.strip() for line in head.splitlines())
    first = next((line for line in lines if line and not line.startswith("#")), "")
    return is_url(first) and len(first.split()) == 1


def find_listed(path: Path) -> Iterator[tuple[int, str]]:
    """Yield number and text of each line of a list that is neither empty nor a # comment."""
    with path.open(encoding="utf-8-sig", errors="replace") as file:
        for number, line in enumerate(file, 1):
            if line.strip() and not line.lstrip().startswith("#"):
                yield number, line.strip()


def _is_tracking(part: str) -> bool:
    name = part.partition("=")[0].lower()
    return name.startswith(_TRACKING) or name in _TRACKING_NAMES
