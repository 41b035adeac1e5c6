"""Contact groups in an article: whether a name that others bear too is the group's there."""

from collections.abc import Hashable, Iterable

from marsad.lexicon.contact_groups import ContactGroup
from marsad.read.cast import Cast


class ContactGroups:
    """The states that act where a group is named, for any article."""

    def __init__(self, groups: Iterable[ContactGroup]) -> None:
        self._groups: dict[Hashable, ContactGroup] = {_to_key(group.organization): group for group in groups}

    def find(self, cast_: Cast, key: Hashable) -> tuple[str, ...]:
        """Return the states (alpha-3) that act under the name of a member of the cast; empty where it is no group.

        القوى الكبرى are the six in an article that speaks of مجموعة 5+1 too; elsewhere the words may mean any.
        """
        group = self._groups.get(key)
        if group is None or (group.named is not None and _to_key(group.named) not in cast_.members):
            return ()
        return group.members


def _to_key(organization: str) -> Hashable:
    """The key of an organization (an id) in the cast."""
    return ("organization", organization)
