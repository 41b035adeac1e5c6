"""Words for the form of a state that stand for the state itself: `data/state_forms.toml`."""

from pathlib import Path

import msgspec

from marsad.lexicon.tables import load_toml


class StateForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words, with the article, and the alpha-3 codes of the states they may mean."""

    ar: tuple[str, ...]
    countries: tuple[str, ...]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    form: tuple[StateForm, ...]


def load_state_forms(path: Path) -> tuple[StateForm, ...]:
    """Read the words. Raises LexiconError that names file and field."""
    return load_toml(path, _File).form
