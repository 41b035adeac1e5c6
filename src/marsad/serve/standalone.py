"""A briefing as one HTML page that needs nothing else: style inside, nothing loaded, right to left for Arabic."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from marsad.serve.document import Document
from marsad.serve.wording import Wording

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def to_html(document: Document, wording: Wording) -> str:
    """Return the document as an HTML page that stands alone."""
    return _TEMPLATES.get_template("briefing.html").render(document=document, w=wording)
