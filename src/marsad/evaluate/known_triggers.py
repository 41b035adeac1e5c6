"""Which triggers of gold the lexicon has frames for: a missed event may be unknown, or known and not told."""

from marsad.evaluate.gold import Annotation
from marsad.lexicon.load import Lexicon
from marsad.model import Article, Block, BlockKind, EventType
from marsad.read.document import to_document
from marsad.read.triggers import build_trigger_index


def find_known_triggers(gold: Annotation, lexicon: Lexicon) -> frozenset[tuple[EventType, str]]:
    """Return the types and triggers of gold's events where a frame of the type has these words, or some of them."""
    return frozenset(
        (event.type, event.trigger) for event in gold.events if event.type in _types_of(event.trigger, lexicon)
    )


def _types_of(words: str, lexicon: Lexicon) -> frozenset[EventType]:
    """Return every type that the words alone may tell, whatever parties they ask for."""
    block = Block(0, len(words), BlockKind.BODY)
    doc = to_document(Article(id="", origin="", digest="", text=words, blocks=(block,)))
    index = build_trigger_index(lexicon)
    return frozenset(
        frame.type for line in doc.lines for trigger in index.find_triggers(doc, line) for frame in trigger.frames
    )
