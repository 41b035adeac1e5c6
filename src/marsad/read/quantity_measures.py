"""What a figure measures: the thing counted, the thing measured before it, or what rose or fell by it."""

from marsad.lexicon.load import Lexicon
from marsad.lexicon.verbs import build_verb_index
from marsad.read.document import Document, Line
from marsad.read.quantity_figures import Figure
from marsad.read.quantity_words import QuantityWords

# How many words before a figure what it measures may stand, and how many words name it.
_REACH = 18
_WORDS = 3
_ARTICLE = "ال"


def find_measure(doc: Document, line: Line, figure: Figure, words: QuantityWords, lexicon: Lexicon) -> str | None:
    """What is counted; else the phrase after من (70% من اليورانيوم); else the nearest measured thing named before.

    Measured things are those the lexicon lists, and what قيمة, حجم or معدل is of; where there is none, what rose or
    fell. An Arabic noun phrase as it stands in the text; None where nothing is named.
    """
    first, last, noun = figure.first, figure.last, figure.noun
    if noun is not None:
        span = doc.span(*noun)
        return span.of(doc.text).lstrip()[figure.clitic if noun[0] == first else 0 :].lstrip("\u0640")
    if last + 2 < line.last and doc.norms[last] == "من" and doc.norms[last + 1][0].isalpha():
        start = last + 2 if doc.norms[last + 1] == "حيث" else last + 1
        end = start
        while end < min(line.last, start + _WORDS) and doc.norms[end][0].isalpha():
            end += 1
        return doc.span(start, end).of(doc.text) if end > start else None
    return _find_named(doc, line, first, words) or _find_changed(doc, line, first, words, lexicon)


def _find_named(doc: Document, line: Line, first: int, words: QuantityWords) -> str | None:
    for at in range(first - 1, max(line.first, first - _REACH) - 1, -1):
        named = words.find(doc.norms, at, line.last, "measure")
        if named and named.last <= first:
            before = words.find(doc.norms, at - 1, line.last, "measure", "head") if at > line.first else None
            start, clitic = (at - 1, before.clitic) if before else (at, named.clitic)
            return doc.span(start, named.last).of(doc.text)[clitic:]
        head = words.find(doc.norms, at, line.last, "head")
        last = _end_of_phrase(doc, head.last, first) if head else at
        if head and last > head.last:
            return doc.span(at, last).of(doc.text)[head.clitic :]
    return None


def _end_of_phrase(doc: Document, at: int, first: int) -> int:
    """Return the end of the definite words that complete a head (قيمة الصفقة الجديدة); `at` where there are none."""
    end = at
    while end < min(first, at + _WORDS - 1) and doc.norms[end].startswith(_ARTICLE):
        end += 1
    return end


def _find_changed(doc: Document, line: Line, first: int, words: QuantityWords, lexicon: Lexicon) -> str | None:
    """Read the subject or object right after a word of change: ارتفعت أسهم الشركة بنسبة, رفع الراتب إلى."""
    verbs = build_verb_index(lexicon.verbs)
    for at in range(first - 1, max(line.first, first - _REACH) - 1, -1):
        if not doc.norms[at][0].isalnum():
            return None
        if any(words.is_change(analysis.lemma) for analysis in verbs.analyse(doc.norms[at])):
            end = at + 1
            if words.find(doc.norms, end, line.last, "degree"):
                return None
            while end < min(first, at + 1 + _WORDS) and words.is_noun(doc.norms[end], is_first=end == at + 1):
                end += 1
            return doc.span(at + 1, end).of(doc.text) if end > at + 1 else None
    return None
