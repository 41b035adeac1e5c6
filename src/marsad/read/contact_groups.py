"""Contact groups in an article: whether a name that others bear too is the group's there."""

from collections.abc import Hashable, Iterable

from marsad.lexicon.contact_groups import ContactGroup
from marsad.read.cast import Cast
from marsad.read.name_index import to_keys


class ContactGroups:
    """The states that act where a group is named, for any article."""

    def __init__(self, groups: Iterable[ContactGroup]) -> None:
        self._groups: dict[Hashable, ContactGroup] = {("organization", group.organization): group for group in groups}

    def find(self, cast_: Cast, key: Hashable) -> tuple[str, ...]:
        """Return the states (alpha-3) that act under the name of a member of the cast; empty where it is no group."""
        group = self._groups.get(key)
        return group.members if group is not None and _is_meant(cast_, group) else ()


def _is_meant(cast_: Cast, group: ContactGroup) -> bool:
    """In the file on Iran القوى الكبرى are the six that negotiate with it; elsewhere the words may mean any."""
    if group.country is not None and ("country", group.country) not in cast_.members:
        return False
    words = {key for word in group.words for key in to_keys(word)}
    return not words or not words.isdisjoint(cast_.doc.norms)
