"""What holds for every reading: schema, spans inside the text, ids that are there. Checked on the bundled sample."""

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest

import marsad
from marsad.acquire import find_pages
from marsad.lexicon.load import Lexicon
from marsad.model import Block, Mention, Page, Quantity, Reading, Sentence, Span, Time
from marsad.model.contract import encode_reading, to_json_schema
from marsad.pipeline import read_page

_SAMPLE = Path(marsad.__file__).parent / "sample"
_PAGES = [page for page in find_pages(_SAMPLE) if isinstance(page, Page)]


@pytest.fixture(scope="module", params=_PAGES, ids=lambda page: page.id)
def reading(request: pytest.FixtureRequest, lexicon: Lexicon) -> Reading:
    """The reading of each article of the sample in turn."""
    return read_page(request.param, lexicon)


def test_it_keeps_the_schema(reading: Reading) -> None:
    jsonschema.Draft202012Validator(to_json_schema()).validate(json.loads(encode_reading(reading)))


def test_every_span_holds_words_of_the_text(reading: Reading) -> None:
    for where, span in _spans(reading):
        assert 0 <= span.start < span.end <= len(reading.text), where
        assert span.of(reading.text).strip(), where


def test_blocks_and_sentences_are_in_order_and_apart(reading: Reading) -> None:
    blocks = [Span(block.start, block.end) for block in reading.blocks]
    sentences = [Span(sentence.start, sentence.end) for sentence in reading.sentences]
    for before, after in (*pairwise(blocks), *pairwise(sentences)):
        assert before.end <= after.start


def test_ids_are_unique_and_numbered(reading: Reading) -> None:
    for letter, facts in (
        ("e", reading.entities),
        ("t", reading.times),
        ("q", reading.quantities),
        ("st", reading.statements),
        ("ev", reading.events),
        ("s", reading.sentences),
    ):
        assert [fact.id for fact in facts] == [f"{letter}{number}" for number in range(len(facts))]


def test_what_is_referred_to_is_there(reading: Reading) -> None:
    known = {fact.id for fact in (*reading.facts(), *reading.sentences)} | {"published", None}
    for mention in reading.mentions:
        assert mention.entity in known
    for time in reading.times:
        assert time.anchor in known
    for statement in reading.statements:
        assert {statement.speaker, *statement.via, *statement.addressee} <= known
        assert statement.speaker or statement.speaker_span or statement.rule
    for event in reading.events:
        assert {
            *event.actors,
            *event.recipients,
            *event.participants,
            event.time,
            event.said_by,
            event.sentence,
        } <= known


def test_every_entity_is_mentioned_or_stands_behind_one_that_is(reading: Reading) -> None:
    mentioned = {mention.entity for mention in reading.mentions}
    countries = {entity.country for entity in reading.entities if entity.id in mentioned}
    for entity in reading.entities:
        assert entity.id in mentioned or entity.country in countries, entity


def test_every_fact_names_its_rule(reading: Reading) -> None:
    assert all(fact.rule for fact in reading.facts())


def _spans(reading: Reading) -> Iterator[tuple[object, Span]]:
    pieces: tuple[Block | Sentence | Mention | Time | Quantity, ...] = (
        *reading.blocks, *reading.sentences, *reading.mentions, *reading.times, *reading.quantities,
    )  # fmt: skip
    for piece in pieces:
        yield piece, Span(piece.start, piece.end)
    for entity in reading.entities:
        yield from ((entity, role.span) for role in entity.roles)
    for statement in reading.statements:
        yield from ((statement, span) for span in (statement.cue, *statement.content, statement.speaker_span) if span)
    for event in reading.events:
        yield from ((event, span) for span in (event.trigger, *event.mentions, event.place_span) if span)
    yield from (("published", span) for span in reading.article.published.evidence)
    if reading.article.title:
        yield "title", reading.article.title
