"""What `marsad explain` tells of copies: the other article, how it is repeated, what was changed."""

from marsad.cli.copy_lines import explain_copies
from marsad.model import Span
from marsad.model.copies import Change, ChangeKind, Copy, CopyKind, Direction
from marsad.model.record import Beside

TEXTS = {"wire": "بلغت الكلفة 140 مليونا.", "print": "بلغت الكلفة 170 مليونا. " + "كلمة " * 20}
PAIR = Copy(
    source="wire",
    copy="print",
    kind=CopyKind.NEAR,
    containment=0.9,
    shared=(),
    changes=(
        Change(ChangeKind.NUMBER, Span(12, 15), Span(12, 15)),
        Change(ChangeKind.ADDED, None, Span(24, 124)),
    ),
    score=0.8,
    direction=Direction.CREDITED,
)


def beside(article: str) -> Beside:
    return Beside(article=article, story=None, copies=(PAIR,), happenings=(), identities=(), decisions=())


def test_a_copy_tells_its_source_and_its_changes() -> None:
    source, number, added = explain_copies(beside("print"), TEXTS)
    assert source == ("copy of", "wire  (near, 90% of the shorter, score 0.80: credited)")
    assert number == ("changed", "number: \u2068140\u2069 → \u2068170\u2069")
    assert added[1].startswith("added: – → \u2068كلمة كلمة")
    assert added[1].endswith(" …\u2069")


def test_a_source_tells_its_copies() -> None:
    assert next(explain_copies(beside("wire"), TEXTS))[0] == "copied"
