"""The record across articles: kept up as articles are added, asked for relations, stories and who is who, corrected by
persons' decisions."""

from marsad.record.asking import load_beside, load_copies, load_happenings, load_story, relate_pair
from marsad.record.briefing import brief_pair
from marsad.record.deciding import decide, undo
from marsad.record.resolving import resolve

__all__ = [
    "brief_pair",
    "decide",
    "load_beside",
    "load_copies",
    "load_happenings",
    "load_story",
    "relate_pair",
    "resolve",
    "undo",
]
