"""Labels: how codes of the model are shown to people in Arabic and in English."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import msgspec

from marsad.lexicon.tables import load_toml
from marsad.model import Name


class Language(StrEnum):
    """The languages of the interface."""

    AR = "ar"
    EN = "en"

    @property
    def direction(self) -> str:
        """The value of HTML's `dir`."""
        return "rtl" if self is Language.AR else "ltr"


class Label(msgspec.Struct, frozen=True):
    """One label. `group` is the vocabulary (type, mode, …), `key` the code in it; both texts are always there."""

    group: str
    key: str
    en: str
    ar: str


class _Texts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    en: str
    ar: str


class _LabelFile(msgspec.Struct, frozen=True):
    label: dict[str, dict[str, _Texts]]


@dataclass(frozen=True, eq=False)
class Labels:
    """All labels, looked up by group and key."""

    by_key: Mapping[tuple[str, str], Label]

    def show(self, group: str, key: str, language: Language) -> str:
        """Return the label of a code; the code itself where it has none, so that a new word of a vocabulary shows."""
        label = self.by_key.get((group, key))
        return key if label is None else label.ar if language is Language.AR else label.en


def load_labels(path: Path) -> Labels:
    """Read the labels at `path`. Raises LexiconError naming file and field."""
    groups = load_toml(path, _LabelFile).label
    labels = (Label(group, key, texts.en, texts.ar) for group, keys in groups.items() for key, texts in keys.items())
    return Labels({(label.group, label.key): label for label in labels})


def show_name(name: Name, language: Language) -> str:
    """Return a name in one language, in the other where that is all there is, "" where it is unknown in both."""
    first, second = (name.ar, name.en) if language is Language.AR else (name.en, name.ar)
    return first or second or ""
