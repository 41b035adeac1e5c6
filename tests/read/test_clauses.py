"""Clauses: predicate, subject, status of our own sentences. The share that is right is printed and must not fall."""

import pytest
from reading_aloud import read_table, to_sentence

from marsad.lexicon.load import load_lexicon
from marsad.model import Article, Block, BlockKind
from marsad.read.clauses import Clause, find_clauses
from marsad.read.document import Document, to_document
from marsad.read.names import find_names

LEXICON = load_lexicon()
ROWS = tuple(read_table("clauses.tsv"))
FLOOR = 0.93  # share of rows whose lemma, status and subject are all right


def read_clauses(doc: Document) -> tuple[Clause, ...]:
    return find_clauses(doc, find_names(doc, LEXICON), LEXICON)


def status_of(clause: Clause) -> str:
    if clause.negated:
        return "negated"
    if clause.hypothetical:
        return "hypothetical"
    if clause.future:
        return "future"
    return "passive" if clause.voice == "passive" else "actual"


def fault_of(row: dict[str, str]) -> str | None:
    doc = to_sentence(row["text"])
    clause = next((c for c in read_clauses(doc) if c.lemma == row["lemma"]), None)
    if clause is None:
        return "not found"
    subject = doc.span(*clause.subject).of(doc.text) if clause.subject else "-"
    got = (status_of(clause), subject)
    return None if got == (row["status"], row["subject"]) else f"{got[0]}, {got[1]}"


def test_the_clauses_of_our_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    faults = [(row["text"], row["lemma"], fault) for row in ROWS if (fault := fault_of(row)) is not None]
    share = 1 - len(faults) / len(ROWS)
    with capsys.disabled():
        print(f"\nclauses: {share:.3f} of {len(ROWS)} right")
    assert share >= FLOOR, "\n".join(map(str, faults))


def test_slots_are_filled() -> None:
    doc = to_sentence("أبلغ الوزير السفير بالقرار في مكتبه.")
    (clause,) = read_clauses(doc)
    assert clause.subject is not None
    assert [p.prep for p in clause.preps] == ["ب", "في"]


def test_a_complement_holds_its_clause() -> None:
    doc = to_sentence("أعلن المدير أن المصنع توقف.")
    outer, inner = read_clauses(doc)
    assert outer.complement is not None
    assert outer.complement[0] <= inner.head < outer.complement[1]
    assert inner.parent == 0


def test_an_elided_subject_is_continued() -> None:
    doc = to_sentence("وصل الأمير إلى المدينة والتقى بالسكان.")
    first, second = read_clauses(doc)
    assert second.subject is None
    assert second.subject_from == 0
    assert first.subject is not None


def test_nothing_is_found_in_nothing() -> None:
    article = Article(id="x", origin="x", digest="", text="", blocks=(Block(0, 0, BlockKind.BODY),))
    assert read_clauses(to_document(article)) == ()
