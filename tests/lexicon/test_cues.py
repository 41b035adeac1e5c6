"""Cues and clause words: every entry is used as its examples say, and gives nobody words in its counter-examples."""

import pytest
from reading_aloud import to_sentence

from marsad.lang.fold import fold
from marsad.lexicon.cues import Cue, CueExample, Source, build_cue_index
from marsad.lexicon.load import load_lexicon
from marsad.lexicon.syntax import ClauseWords, build_syntax, match_phrase, to_phrases
from marsad.lexicon.verbs import build_verb_index
from marsad.model import Statement
from marsad.read.clauses import find_clauses
from marsad.read.names import find_names
from marsad.read.statements import find_statements

LEXICON = load_lexicon()
ENTRIES: tuple[Cue | Source, ...] = (*LEXICON.cues.cue, *LEXICON.cues.source)
EXAMPLES = [(entry, example) for entry in ENTRIES for example in entry.examples]
COUNTER = [(entry, text) for entry in ENTRIES for text in entry.counter]


def read_statements(text: str) -> list[tuple[Statement, str, str]]:
    """Statements of a sentence with the words of speaker and content."""
    doc = to_sentence(text)
    names = find_names(doc, LEXICON)
    found = find_statements(doc, find_clauses(doc, names, LEXICON), names, LEXICON)
    return [(s, s.speaker_span.of(text) if s.speaker_span else "", s.content[0].of(text)) for s in found]


@pytest.mark.parametrize(("entry", "example"), EXAMPLES, ids=lambda value: getattr(value, "id", None))
def test_the_example_is_read(entry: Cue | Source, example: CueExample) -> None:
    found = [(statement.rule, speaker, content) for statement, speaker, content in read_statements(example.text)]
    said = [(speaker, content) for _, speaker, content in found]
    assert (example.speaker, example.content) in said, found


@pytest.mark.parametrize(("entry", "text"), COUNTER, ids=lambda value: getattr(value, "id", None))
def test_the_counter_example_gives_nobody_words(entry: Cue | Source, text: str) -> None:
    assert [s.rule for s, _, _ in read_statements(text) if s.rule == entry.id] == []


def test_ids_are_not_repeated() -> None:
    ids = [entry.id for entry in ENTRIES]
    assert len(ids) == len(set(ids))


def test_every_cue_verb_is_a_known_verb() -> None:
    index = build_verb_index(LEXICON.verbs)
    unknown = [verb for cue in LEXICON.cues.cue for verb in cue.verbs if not index.find_lemmas(verb)]
    assert unknown == []


def test_every_cue_joins_content_in_some_way() -> None:
    assert all(cue.verbs or cue.nouns for cue in LEXICON.cues.cue)
    assert build_cue_index(LEXICON.cues, LEXICON.verbs).of("قال")


_LEMMAS = (
    *("denier", "intender", "possibility", "auxiliary"),
    *("impersonal light verb", "carrier", "light verb", "taker", "willing", "controller", "charger"),
)


@pytest.mark.parametrize("group", LEXICON.syntax, ids=lambda group: group.id)
def test_clause_words_stand_in_their_examples(group: ClauseWords) -> None:
    assert all(_holds(group, text) for text in group.examples)
    assert not any(_holds(group, text) for text in group.counter)


def _holds(group: ClauseWords, text: str) -> bool:
    words = tuple(fold(text).split())
    if group.id in _LEMMAS:
        index = build_verb_index(LEXICON.verbs)
        lemmas = {lemma for verb in group.ar for lemma in index.find_lemmas(verb.split()[0])}
        return any(analysis.lemma in lemmas for word in words for analysis in index.analyse(word))
    if group.id == "verb homograph":
        pairs = [fold(entry).split() for entry in group.ar]
        return any(first in words and second in words for first, second in pairs)
    phrases = to_phrases(group.ar)
    bare = tuple(word.removeprefix("ال") if group.id == "adjective" else word for word in words)
    return any(match_phrase(phrases, bare, place, len(bare)) > place for place in range(len(bare)))


def test_every_group_is_indexed() -> None:
    assert build_syntax(LEXICON.syntax, LEXICON.verbs).complementizers
