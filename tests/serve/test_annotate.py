"""The marks of an article lose no character and know their facts."""

from made_readings import KNOWN_DAY, make_reading

from marsad.serve.annotate import Layer, find_marks, to_paragraphs

READING = make_reading("one", "صحيفة", KNOWN_DAY)
PIECES = [piece for paragraph in to_paragraphs(READING) for piece in paragraph.pieces]


def test_pieces_of_a_block_join_to_its_text() -> None:
    for block, paragraph in zip(READING.blocks, to_paragraphs(READING), strict=True):
        assert "".join(piece.text for piece in paragraph.pieces) == READING.text[block.start : block.end]


def test_every_fact_with_a_place_has_one_anchor() -> None:
    anchors = [anchor for piece in PIECES for anchor in piece.anchors]
    assert sorted(anchors) == sorted({mark.fact for mark in find_marks(READING)})


def test_event_in_a_statement_shows_as_event_and_keeps_both() -> None:
    piece = next(piece for piece in PIECES if piece.text == "شريك")
    assert piece.layer is Layer.EVENT
    assert piece.is_content
    assert piece.facts == ("ev1", "st0")
