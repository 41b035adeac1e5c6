"""Contact groups, and the states that act where a group is named: `data/contact_groups.toml`."""

from pathlib import Path

import msgspec

from marsad.lexicon.tables import load_toml


class ContactGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The states `members` (alpha-3) that act under the name of `organization` (an id).

    A name that many use is theirs only in articles that name `country` (alpha-3) and have one of the `words`.
    """

    organization: str
    members: tuple[str, ...]
    example: str
    country: str | None = None
    words: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    group: tuple[ContactGroup, ...]


def load_contact_groups(path: Path) -> tuple[ContactGroup, ...]:
    """Read the groups. Raises LexiconError."""
    return load_toml(path, _File).group
