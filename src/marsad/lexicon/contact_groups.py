"""Contact groups, and the states that act where a group is named: `data/contact_groups.toml`."""

from pathlib import Path

import msgspec

from marsad.lexicon.tables import load_toml


class ContactGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The states `members` (alpha-3) that act under the name of `organization` (an id).

    A name that others bear too is theirs only in articles that name them by a name of their own, `named` (an id) too.
    """

    organization: str
    members: tuple[str, ...]
    example: str
    named: str | None = None


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    group: tuple[ContactGroup, ...]


def load_contact_groups(path: Path) -> tuple[ContactGroup, ...]:
    """Read the groups. Raises LexiconError."""
    return load_toml(path, _File).group
