"""Whether a happening has taken place by what its reports can know."""

from marsad.model import EventStatus
from marsad.model.relation import Happening, Version


def is_held(happening: Happening) -> bool:
    """Tell whether a happening took place: told as actual, and not only by reports that came out before its day."""
    is_actual = happening.status is EventStatus.ACTUAL
    return is_actual and not all(_is_ahead(version) for version in happening.witnesses)


def _is_ahead(version: Version) -> bool:
    published = version.published or version.latest
    return published is not None and version.when.earliest is not None and version.when.earliest > published
