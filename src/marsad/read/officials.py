"""Officials of bodies and movements: a name alone acts for whom it served when the article was written."""

import re

from marsad.lexicon.load import Lexicon
from marsad.lexicon.organizations import Organization
from marsad.lexicon.people import Tenure
from marsad.model import EntityKind
from marsad.read.cast import Cast

_YEAR = re.compile(r"(?:19|20)\d\d")


class Officials:
    """Knows who served which body, from the tenures of the lexicon; keeps nothing of an article."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._bodies = {body.id: body for body in lexicon.organizations}
        self._served: dict[str, list[Tenure]] = {}
        for tenure in lexicon.tenures:
            self._served.setdefault(tenure.person, []).append(tenure)

    def note_all(self, cast_: Cast) -> None:
        """Let the listed people to whom the article gives no office act for their body.

        The article's year tells which office is meant; where it is unknown, all that are listed must be of bodies.
        """
        year = _find_year(cast_)
        for member in list(cast_.members.values()):
            key = member.key
            if member.kind is EntityKind.PERSON and isinstance(key, tuple) and not (member.roles or member.acts_for):
                body = self._find_body(str(key[1]), year)
                if body is not None:
                    member.acts_for = cast_.admit_organization(body).key

    def _find_body(self, person: str, year: str | None) -> Organization | None:
        tenures = self._served.get(person, ())
        held = [t for t in tenures if year is None or _holds(t, year)]
        # Beside an office of a state the body's is one of two; of bodies alone the last is meant where no year tells.
        bodies = {tenure.body if tenure.country is None else None for tenure in held}
        last = max(held, key=lambda tenure: tenure.start or "", default=None)
        settled = None not in bodies and (year is None or len(bodies) == 1)
        found = self._bodies.get(last.body or "") if last is not None and settled else None
        return found if found is not None and found.code else None


def _holds(tenure: Tenure, year: str) -> bool:
    return (tenure.start or "")[:4] <= year <= (tenure.end or year)[:4]


def _find_year(cast_: Cast) -> str | None:
    years = {found for clue in cast_.doc.article.date_clues for found in _YEAR.findall(clue.value)}
    return years.pop() if len(years) == 1 else None
