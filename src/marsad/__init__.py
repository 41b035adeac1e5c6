"""Marsad (مرصد): reads Arabic news about relations between states into facts tied to the words that carry them.

>>> import marsad
>>> reading = marsad.read_text("التقى وزير الخارجية التركي نظيره القطري في الدوحة أمس.", published="2024-05-31")
>>> [event.type for event in reading.events]

`read_text` and `read_file` give a `marsad.model.Reading`, `read_times` the times of a text or of a single expression
(`marsad.read_times("بعد غد", published="2024-05-31")`); they are loaded when they are first used.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from marsad.api import read_file, read_text, read_times

__version__ = "0.1.0"
__all__ = ["__version__", "read_file", "read_text", "read_times"]


def __getattr__(name: str) -> Any:
    if name in ("read_file", "read_text", "read_times"):
        from marsad import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
