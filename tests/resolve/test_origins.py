"""Independent sources: wires and their reprints count once."""

from made_readings import KNOWN_DAY, make_reading
from msgspec.structs import replace

from marsad.lexicon.load import Lexicon
from marsad.model.relation import Witness
from marsad.resolve.indexed import Indexed
from marsad.resolve.origins import find_sources


def _witness(article: str, outlet: str | None, *agencies: str) -> Witness:
    reading = make_reading(article, outlet or "", KNOWN_DAY)
    facts = replace(reading.article, agencies=agencies, outlet=outlet)
    indexed = Indexed(replace(reading, article=facts))
    return indexed.witness("ev0", reading.events[0].trigger, "rule")


def _count(lexicon: Lexicon, *witnesses: Witness) -> list[tuple[str, ...]]:
    return [source.articles for source in find_sources(witnesses, (), lexicon)[1]]


def test_a_wire_and_who_prints_it_are_one(lexicon: Lexicon) -> None:
    told = (
        _witness("a", "رويترز"),
        _witness("b", "صحيفة أ", "رويترز"),
        _witness("c", "صحيفة ب", "وكالة رويترز للأنباء"),
    )
    assert _count(lexicon, *told) == [("a", "b", "c")]


def test_outlets_of_their_own_are_sources_of_their_own(lexicon: Lexicon) -> None:
    assert _count(lexicon, _witness("a", "صحيفة أ"), _witness("b", "صحيفة ب")) == [("a",), ("b",)]
    assert _count(lexicon, _witness("a", "صحيفة أ"), _witness("b", "صحيفة أ")) == [("a", "b")]
    assert _count(lexicon, _witness("a", None), _witness("b", None)) == [("a",), ("b",)]


def test_a_text_of_two_wires_is_no_third_source(lexicon: Lexicon) -> None:
    told = (_witness("a", "أ", "رويترز"), _witness("b", "ب", "أ ف ب"), _witness("c", "ج", "أ ف ب", "رويترز"))
    assert len(_count(lexicon, *told)) == 2


def test_unnamed_agencies_add_none_to_a_named_one(lexicon: Lexicon) -> None:
    assert len(_count(lexicon, _witness("a", "أ", "رويترز"), _witness("b", "ب", "وكالات"))) == 1
    assert len(_count(lexicon, _witness("a", "أ"), _witness("b", "ب", "وكالات"))) == 2
