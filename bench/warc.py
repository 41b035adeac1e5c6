"""A web archive of a gigabyte streamed through acquisition and cleaning: peak memory and rate.

The archive is made in a temporary folder from the pages of the bundled sample, as large as pages are on the web: each
with a script, a menu and a list of links of its own, between them pictures that are no pages. It is removed at the end.
Memory is that of this process, told at ten points, so that growth would be seen; the archive is made in another one.
Rates are by the time of one core that was used, so that other work on the machine hardly matters.
Usage: python bench/warc.py [MEGABYTES]
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

import marsad
from marsad.acquire import find_pages
from marsad.clean import clean
from marsad.lexicon.load import load_lexicon
from marsad.model import Page
from marsad.pipeline import sort_page

SAMPLE = Path(marsad.__file__).parent / "sample"
SIZE = 1000  # megabytes
READ = 300  # pages that are read as well: the reader's own rate is that of bench/read.py
POINTS = 10
SCRIPT, LINKS = 40_000, 150
STATM = Path("/proc/self/statm")
PAGE_SIZE = resource.getpagesize()


def make_archive(path: Path, size: int) -> None:
    """Write records until the archive has `size` bytes."""
    random = Random(1)
    pages = [page.read_bytes() for page in sorted(SAMPLE.glob("*.html"))]
    written = number = 0
    with path.open("wb") as out:
        while written < size:
            if number % 3 == 2:
                record = to_record(number, "image/jpeg", random.randbytes(random.randrange(20_000, 60_000)))
            else:
                record = to_record(number, "text/html", to_page(random.choice(pages), number, random))
            written += out.write(record)
            number += 1


def to_page(page: bytes, number: int, random: Random) -> bytes:
    """Return a page made as large as others are, unlike any other of the archive."""
    script = "".join(f"var a{random.randrange(10**9)}={number};" for _ in range(random.randrange(SCRIPT // 20)))
    menu = "".join(f'<li><a href="/n/{number}/{k}">قسم رقم {random.randrange(999)}</a></li>' for k in range(LINKS))
    head, mark, body = page.partition(b"</head>")
    encoding = "utf-8" if "charset=windows" not in page[:2000].decode("latin-1") else "windows-1256"
    start = body.find(b">") + 1
    added = f'<script>{script}</script><nav class="menu"><ul>{menu}</ul></nav>'.encode(encoding)
    return head + mark + body[:start] + added + body[start:] if mark else added + page


def to_record(number: int, kind: str, content: bytes) -> bytes:
    """Return a response as an archive holds it."""
    block = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(content)}\r\n\r\n".encode() + content
    lines = (
        "WARC/1.0",
        "WARC-Type: response",
        f"WARC-Target-URI: https://site.example/{number}",
        "WARC-Date: 2024-05-01T10:00:00Z",
        f"WARC-Record-ID: <urn:uuid:{number:032x}>",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(block)}",
    )
    return "\r\n".join((*lines, "", "")).encode() + block + b"\r\n\r\n"


def find_memory() -> float:
    """Return the memory in use, in megabytes; the peak where the system does not tell."""
    if STATM.exists():
        return int(STATM.read_text().split()[1]) * PAGE_SIZE / 1e6
    return find_peak()


def find_peak() -> float:
    """Return the largest memory of this process so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def stream(path: Path) -> Iterator[Page]:
    """Yield the pages of an archive."""
    for page in find_pages(path):
        if not isinstance(page, Page):
            raise SystemExit(f"{page}")
        yield page


def main(megabytes: int) -> None:
    """Make the archive, stream it, print the figures."""
    lexicon = load_lexicon()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.warc"
        subprocess.run([sys.executable, __file__, "--make", str(path), str(megabytes)], check=True)
        size = path.stat().st_size / 1e6
        clean(next(stream(path)), lexicon)  # indexes are made
        print(f"{size:.0f} MB; memory before {find_memory():.0f} MB")
        start = time.process_time()
        count = sum(1 for _ in stream(path))
        seconds = time.process_time() - start
        print(f"acquire            {count / seconds:8.0f} pages/s {size / seconds:8.1f} MB/s, {count} pages")
        start, kinds, memory = time.process_time(), Counter[str](), []
        for number, page in enumerate(stream(path)):
            article = clean(page, lexicon)
            kinds[article.aside.kind if article.aside else "article"] += 1
            if number % (count // POINTS or 1) == 0:
                memory.append(f"{find_memory():.0f}")
        seconds = time.process_time() - start
        print(f"acquire+clean      {count / seconds:8.0f} pages/s {size / seconds:8.1f} MB/s, {dict(kinds)}")
        print(f"memory on the way  {' '.join(memory)} MB, peak {find_peak():.0f} MB")
        start = time.process_time()
        for page in islice(stream(path), READ):
            sort_page(page, lexicon, keep=frozenset())
        print(f"acquire+clean+read {READ / (time.process_time() - start):8.0f} pages/s, peak {find_peak():.0f} MB")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--make"]:
        make_archive(Path(sys.argv[2]), int(sys.argv[3]) * 1_000_000)
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE)
