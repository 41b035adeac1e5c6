"""Gold annotations: what a right reading of an article holds, and a reading brought into the same form.

A gold file states facts as strings of the article, a reading as spans of it; both become an `Annotation`, so that one
comparison serves gold against reading and gold against gold (two annotators).
"""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import msgspec

from marsad.errors import GoldError
from marsad.model import (
    EntityKind,
    EventStatus,
    EventType,
    MentionKind,
    QuantityStatus,
    Reading,
    Span,
    StatementKind,
    TimeType,
)

UNKNOWN_PARTY = "ZZZ"  # the party code of a side that is no state and has no acronym


class GoldDay(msgspec.Struct, frozen=True):
    """The publication day as ISO `YYYY-MM-DD`, or bounds for it."""

    value: str | None
    earliest: str | None
    latest: str | None


class GoldEntity(msgspec.Struct, frozen=True):
    """Somebody or something named; `forms` are the distinct strings that name it, `country` is alpha-3 or None."""

    id: str
    kind: EntityKind
    country: str | None
    forms: tuple[str, ...]


class GoldTime(msgspec.Struct, frozen=True):
    """A time expression as written and its TIMEX3 value (None where it cannot be told)."""

    text: str
    type: TimeType
    value: str | None


class GoldQuantity(msgspec.Struct, frozen=True):
    """A figure as written, its value and unit (ISO 4217, `%`, `rank`, `fraction`, a physical unit, else a count)."""

    text: str
    value: float | None
    unit: str | None
    status: QuantityStatus | None = None


class GoldStatement(msgspec.Struct, frozen=True):
    """One speech act. `speaker` is an entity id, a phrase of the text (gold only) or None.

    `speaker_text` is what names the speaker as written (readings only).
    """

    speaker: str | None
    content: str
    kind: StatementKind
    via: tuple[str, ...] = ()
    cue: str = ""
    speaker_text: str = ""


class GoldEvent(msgspec.Struct, frozen=True):
    """One event. `actors` and `recipients` are party codes, `who` the ids of entities involved, `trigger` its words."""

    type: EventType
    status: EventStatus
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    trigger: str
    mode: str | None = None
    date: str | None = None
    place: str | None = None
    who: tuple[str, ...] = ()

    @property
    def parties(self) -> frozenset[str]:
        """All party codes of both sides."""
        return frozenset(self.actors + self.recipients)


class Annotation(msgspec.Struct, frozen=True):
    """What one article holds. Furniture is given in gold as strings (`noise`), in a reading as `noise_spans`."""

    id: str
    published: GoldDay
    title: str | None
    noise: tuple[str, ...]
    entities: tuple[GoldEntity, ...]
    times: tuple[GoldTime, ...]
    quantities: tuple[GoldQuantity, ...]
    statements: tuple[GoldStatement, ...]
    events: tuple[GoldEvent, ...]
    noise_spans: tuple[Span, ...] = ()


_DECODER = msgspec.json.Decoder(Annotation)


def parse_gold(content: bytes, path: Path) -> Annotation:
    """Decode one gold file. Raises GoldError that names the file and the field at fault."""
    try:
        gold = _DECODER.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: {error}") from error
    named = [entity.id for entity in gold.entities]
    if len(set(named)) != len(named):
        twice = next(name for name in named if named.count(name) > 1)
        raise GoldError(f"{path}: entities: id {twice!r} is given twice")
    return gold


def gold_files(folder: Path) -> tuple[Path, ...]:
    """List the gold files of a folder in the order of their names. Raises GoldError where there are none."""
    if not folder.is_dir():
        raise GoldError(f"{folder}: no such folder of gold annotations")
    files = tuple(sorted(folder.glob("*.json"), key=lambda path: path.name))
    if not files:
        raise GoldError(f"{folder}: holds no gold annotation (*.json)")
    return files


def load_gold(folder: Path) -> tuple[Annotation, ...]:
    """Load every `*.json` of a folder. Raises GoldError where one cannot be used or two speak of one article."""
    found: dict[str, Annotation] = {}
    for path in gold_files(folder):
        gold = parse_gold(path.read_bytes(), path)
        if gold.id in found:
            raise GoldError(f"{path}: id {gold.id!r} stands in another file of the folder too")
        found[gold.id] = gold
    return tuple(found.values())


def to_annotation(reading: Reading) -> Annotation:
    """Bring a reading into the form of gold: spans become strings, entity ids become party codes."""
    text = reading.text
    named: defaultdict[str, list[str]] = defaultdict(list)
    for mention in reading.mentions:
        if mention.kind is MentionKind.NAME:
            named[mention.entity].append(text[mention.start : mention.end])
    codes = {entity.id: entity.code or entity.country or UNKNOWN_PARTY for entity in reading.entities}
    values = {time.id: time.value for time in reading.times}

    def to_side(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted({codes.get(party, UNKNOWN_PARTY) for party in ids}))

    published = reading.article.published
    return Annotation(
        id=reading.article.id,
        published=GoldDay(published.value, published.earliest, published.latest),
        title=reading.article.title.of(text) if reading.article.title else None,
        noise=(),
        noise_spans=tuple(Span(b.start, b.end) for b in reading.blocks if b.kind.is_furniture),
        entities=tuple(
            GoldEntity(e.id, e.kind, e.country, tuple(named[e.id])) for e in reading.entities if named[e.id]
        ),
        times=tuple(GoldTime(text[t.start : t.end], t.type, t.value) for t in reading.times),
        quantities=tuple(GoldQuantity(text[q.start : q.end], q.value, q.unit, q.status) for q in reading.quantities),
        statements=tuple(
            GoldStatement(
                speaker=s.speaker,
                speaker_text=s.speaker_span.of(text) if s.speaker_span else "",
                content=" ".join(span.of(text) for span in s.content),
                kind=s.kind,
                via=s.via,
                cue=s.cue.of(text),
            )
            for s in reading.statements
        ),
        events=tuple(
            GoldEvent(
                type=e.type,
                mode=e.mode,
                status=e.status,
                actors=to_side(e.actors),
                recipients=to_side(e.recipients),
                date=e.date or values.get(e.time or ""),
                place=e.place,
                trigger=e.trigger.of(text),
                who=e.participants,
            )
            for e in reading.events
        ),
    )
