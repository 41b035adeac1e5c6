"""What speakers pledge in words without a figure, and the visits they invite the other side to."""

from collections.abc import Iterator

from marsad.lexicon.cues import Attitude
from marsad.lexicon.load import Lexicon
from marsad.model import EventType, Span, Statement
from marsad.model.promise import Promise, PromiseKind, Sequel
from marsad.model.relation import Dating, When, Who
from marsad.resolve.deeds import find_deeds
from marsad.resolve.indexed import Indexed
from marsad.resolve.intervals import parse_interval, to_report_day
from marsad.resolve.material import Material
from marsad.resolve.positions import witness_order
from marsad.resolve.promise_aims import Aim, find_sequels
from marsad.resolve.promise_figures import find_state


def find_pledges(material: Material) -> Iterator[Promise]:
    """Yield what speakers pledge in words. Nothing later is joined with them: words without a figure or a day cannot be
    held against what follows."""
    cues = _find_cues(Attitude.PROMISE, material.lexicon)
    for article, statement in _find_statements(cues, material):
        speaker = article.speaker(statement)
        named = article.parties_in((*statement.content, article.passage(statement.content[0])))
        yield _to_promise(article, statement, PromiseKind.PLEDGE, named, speaker)


def find_invitations(material: Material, known_until: str | None) -> Iterator[Promise]:
    """Yield the visits that speakers invite somebody of another side to, with the visits that followed."""
    cues = _find_cues(Attitude.DEMAND, material.lexicon)
    for article, statement in _find_statements(cues, material):
        speaker, guests = article.speaker(statement), article.parties_of(statement.addressee)
        if speaker is None or speaker.party is None or not guests - {speaker.party}:
            continue
        names = (span for span, _ in article.mentioned)
        deed = find_deeds(article.reading.text, statement.content, names, material.lexicon).first
        if deed not in material.lexicon.reference.visiting_verb:
            continue
        sides = guests | {speaker.party}
        due = _find_due(article, statement)
        people = (article.entities[entity].name for entity in statement.addressee if entity in article.entities)
        aim = Aim(
            sides=sides,
            people=frozenset(people) | {speaker.name},
            told=_find_told(article),
            due=due,
            is_meeting=True,
            articles=frozenset({article.reading.article.id}),
        )
        sequels = find_sequels(aim, None, material)
        yield _to_promise(article, statement, PromiseKind.EVENT, sides, speaker, due, sequels, known_until)


def _find_cues(attitude: Attitude, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(cue.id for cue in lexicon.cues.cue if cue.attitude is attitude)


def _find_statements(cues: frozenset[str], material: Material) -> Iterator[tuple[Indexed, Statement]]:
    for article in material.articles.values():
        for statement in article.reading.statements:
            if statement.rule in cues and statement.content and article.is_voice(statement):
                yield article, statement


def _find_due(article: Indexed, statement: Statement) -> When | None:
    """The day that the words give, where it lies after the report."""
    told = _find_told(article) or ""
    for time in article.reading.times:
        interval = parse_interval(time.value)
        inside = any(piece.holds(Span(time.start, time.end)) for piece in statement.content)
        if interval is not None and inside and interval[1] > told:
            return When(time.value, *interval, Dating.STATED)
    return None


def _find_told(article: Indexed) -> str | None:
    return article.reading.article.published.value or article.reading.article.published.earliest


def _to_promise(
    article: Indexed,
    statement: Statement,
    kind: PromiseKind,
    parties: frozenset[str],
    speaker: Who | None,
    due: When | None = None,
    sequels: list[Sequel] | None = None,
    known_until: str | None = None,
) -> Promise:
    whole = Span(statement.content[0].start, statement.content[-1].end)
    witness = article.witness(statement.id, whole, statement.rule, speaker, article.names(statement.via))
    deadline = due.latest if due else None
    return Promise(
        id=f"{witness.article}#{witness.fact}",
        kind=kind,
        state=find_state(sequels or ()),
        parties=tuple(sorted(parties | ({speaker.party} if speaker and speaker.party else set()))),
        by=(speaker,) if speaker else (),
        when=to_report_day(article.reading.article.published),
        deadline=deadline,
        is_due=deadline is not None and known_until is not None and deadline < known_until,
        witnesses=(witness,),
        sequels=tuple(sorted(sequels or (), key=lambda sequel: witness_order(sequel.witness))),
        subject=witness.words,
        type=EventType.CONSULT if kind is PromiseKind.EVENT else None,
        mode="visit" if kind is PromiseKind.EVENT else None,
    )
