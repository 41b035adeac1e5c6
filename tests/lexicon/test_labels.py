"""Every code that can be shown has a label in both languages."""

from enum import StrEnum

import pytest

from marsad.lexicon.labels import Language
from marsad.lexicon.load import Lexicon
from marsad.lexicon.plover import MODES
from marsad.model import Basis, Comparison, EntityKind, EventStatus, EventType, QuantityStatus, StatementKind, TimeType
from marsad.model.record import Verdict
from marsad.model.relation import Dating, Ground, Stance, State

VOCABULARIES: dict[str, type[StrEnum]] = {
    "type": EventType,
    "status": EventStatus,
    "figure": QuantityStatus,
    "comparison": Comparison,
    "statement": StatementKind,
    "ground": Ground,
    "dating": Dating,
    "entity": EntityKind,
    "time": TimeType,
    "basis": Basis,
    "state": State,
    "stance": Stance,
    "verdict": Verdict,
}


@pytest.mark.parametrize(("group", "key"), [(group, str(key)) for group, keys in VOCABULARIES.items() for key in keys])
def test_every_code_has_a_label(group: str, key: str, lexicon: Lexicon) -> None:
    assert (group, key) in lexicon.labels.by_key


def test_every_mode_has_a_label(lexicon: Lexicon) -> None:
    assert {entry.mode for entry in MODES} <= {key for group, key in lexicon.labels.by_key if group == "mode"}


def test_labels_show_in_the_language_asked_for(lexicon: Lexicon) -> None:
    assert lexicon.labels.show("type", "AID", Language.EN) == "helps"
    assert lexicon.labels.show("type", "AID", Language.AR) == "مساعدة"
    assert lexicon.labels.show("type", "NEW", Language.EN) == "NEW"
