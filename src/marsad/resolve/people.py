"""Whether two articles mean the same person: by id, else by spelling of the name and country, else by office."""

from marsad.lexicon.name_key import Grade, are_same_name
from marsad.lexicon.spelling import Spelling
from marsad.model.trace import Figurehead

_SURE = (Grade.STRONG, Grade.MEDIUM)


def is_same_person(a: Figurehead, b: Figurehead, spelling: Spelling) -> bool:
    """Tell whether two people are one, as far as names tell: namesakes of different countries are not."""
    if a.id and b.id:
        return a.id == b.id
    if a.country and b.country and a.country != b.country:
        return False
    if a.names and b.names:
        return are_same_name(a.names[0], b.names[0], spelling).grade in _SURE
    return bool({*a.offices} & {*b.offices})


def count_shared(a: tuple[Figurehead, ...], b: tuple[Figurehead, ...], spelling: Spelling) -> int:
    """Return how many people of `a` are in `b`."""
    return sum(any(is_same_person(one, other, spelling) for other in b) for one in a)


def count_rivals(a: tuple[Figurehead, ...], b: tuple[Figurehead, ...], spelling: Spelling) -> int:
    """Return for how many countries both sides name people and none of them is the same."""
    rivals = 0
    for country in {one.country for one in a if one.country} & {other.country for other in b if other.country}:
        ours = tuple(one for one in a if one.country == country)
        theirs = tuple(other for other in b if other.country == country)
        rivals += count_shared(ours, theirs, spelling) == 0
    return rivals
