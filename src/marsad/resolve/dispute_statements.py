"""Disputes between speakers: what one side says of another, and the other denies."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

import msgspec

from marsad.lexicon.cues import Attitude
from marsad.lexicon.load import Lexicon
from marsad.model import Span, Statement
from marsad.model.dispute import Dispute, DisputeKind, Position
from marsad.model.relation import Who, Witness
from marsad.resolve.deeds import Deeds, find_deeds
from marsad.resolve.indexed import Indexed
from marsad.resolve.material import Material
from marsad.resolve.positions import to_dispute_id

# What is denied is denied as news: an accusation older than this is another one.
_MOST_DAYS = 400
# A denial that names the accuser answers what it said in the last days, in whatever words.
_SAME_NEWS = 7
# Attitudes by which nothing is asserted of anybody.
_NO_ASSERTION = frozenset(
    {
        *(Attitude.DENY, Attitude.ASK, Attitude.DEMAND, Attitude.HOPE, Attitude.PROMISE, Attitude.INTEND),
        *(Attitude.THANK, Attitude.SUGGEST, Attitude.THREATEN, Attitude.WARN, Attitude.PRAISE),
    }
)


class _Said(msgspec.Struct, frozen=True):
    """A statement with what it asserts and denies, whom it speaks of and whom its sentence names."""

    article: str
    speaker: Who
    attitude: Attitude
    deeds: Deeds
    about: frozenset[str]
    around: frozenset[str]
    witness: Witness

    @property
    def denied(self) -> frozenset[str]:
        """The deeds it denies: that of a denial, and every verb under a negation."""
        return self.deeds.negated | self.rejected

    @property
    def rejected(self) -> frozenset[str]:
        """The deed that a word of denial is said of."""
        return frozenset({self.deeds.first} if self.attitude is Attitude.DENY and self.deeds.first else ())


def find_statement_disputes(material: Material) -> Iterator[Dispute]:
    """Yield each denial that answers statements of others, with the statements it answers.

    They answer each other where the denying side is spoken of, the deed denied is the one asserted, and another party
    or a noun is shared (a noun, where no word says that it is a denial: `لم تقصف`); and where the reports lie no
    further apart than a year or so. A denial whose sentence names the accuser also answers an accusation of the same
    days in other words.
    """
    said = [line for article in material.articles.values() for line in _find_said(article, material)]
    by_deed: dict[str, list[_Said]] = {}
    for line in said:
        for deed in line.deeds.told if line.attitude not in _NO_ASSERTION else ():
            by_deed.setdefault(deed, []).append(line)
    accusing: dict[str, list[_Said]] = {}
    for line in filter(_is_accusation, said):
        for side in line.about:
            accusing.setdefault(side, []).append(line)
    for denial in said:
        lines = [line for deed in sorted(denial.denied) for line in by_deed.get(deed, ())]
        lines += accusing.get(denial.speaker.party or "", ())
        answered = [line for line in lines if _answers(denial, line)]
        if answered:
            yield _to_dispute(denial, _unique(answered), material)


def _find_said(article: Indexed, material: Material) -> Iterator[_Said]:
    for statement in article.reading.statements:
        speaker = article.speaker(statement)
        if speaker is None or not statement.content or not article.is_voice(statement):
            continue
        yield _to_said(article, statement, speaker, material)


def _to_said(article: Indexed, statement: Statement, speaker: Who, material: Material) -> _Said:
    attitude = _index_attitudes(material.lexicon).get(statement.rule, Attitude.REPORT)
    passages = tuple({article.passage(span) for span in (statement.cue, *statement.content)})
    whole = Span(statement.content[0].start, statement.content[-1].end)
    about = article.parties_in(statement.content) | article.parties_of(statement.addressee)
    return _Said(
        article=article.reading.article.id,
        speaker=speaker,
        attitude=attitude,
        deeds=find_deeds(
            article.reading.text, statement.content, (span for span, _ in article.mentioned), material.lexicon
        ),
        about=_find_accused(article, statement, passages) if attitude is Attitude.ACCUSE else about,
        around=article.parties_in(passages),
        witness=article.witness(statement.id, whole, statement.rule, speaker, article.names(statement.via)),
    )


@lru_cache(maxsize=4)
def _index_attitudes(lexicon: Lexicon) -> dict[str, Attitude]:
    return {cue.id: cue.attitude for cue in lexicon.cues.cue}


def _find_accused(article: Indexed, statement: Statement, passages: tuple[Span, ...]) -> frozenset[str]:
    """Whom an accusation may be against: all its sentence names, and whom the event at its cue is aimed at (جارتها)."""
    cue = statement.cue.start
    events = (event for event in article.reading.events if event.trigger.start <= cue < event.trigger.end)
    aimed = (article.parties_of(event.recipients) for event in events)
    return article.parties_in(passages).union(*aimed)


def _answers(denial: _Said, line: _Said) -> bool:
    """Tell whether a denial gainsays a statement."""
    side = denial.speaker.party
    if side is None or side not in line.about or line.speaker.party == side or line.speaker.name == denial.speaker.name:
        return False
    if not _is_near(denial.witness, line.witness):
        return False
    nouns = denial.deeds.nouns & line.deeds.nouns
    if denial.rejected & line.deeds.told:
        return bool(nouns or (denial.around & line.around) - {side})
    if _is_accusation(line) and denial.attitude is Attitude.DENY and line.speaker.party in denial.around:
        return _is_near(denial.witness, line.witness, _SAME_NEWS)
    return bool(nouns and denial.deeds.negated & line.deeds.told)


def _is_accusation(line: _Said) -> bool:
    return line.attitude is Attitude.ACCUSE and line.speaker.party is not None


def _is_near(one: Witness, other: Witness, most: int = _MOST_DAYS) -> bool:
    """The reports may lie close enough together; unknown days are no hindrance."""
    first, last = sorted((one, other), key=lambda witness: witness.published or witness.earliest or "")
    end, start = first.published or first.latest, last.published or last.earliest
    return not end or not start or (date.fromisoformat(start) - date.fromisoformat(end)).days <= most


def _unique(lines: Iterable[_Said]) -> list[_Said]:
    return list({(line.article, line.witness.fact): line for line in lines}.values())


def _to_dispute(denial: _Said, answered: list[_Said], material: Material) -> Dispute:
    accusing = Position(
        words=answered[0].witness.words,
        voice=answered[0].speaker,
        witnesses=tuple(line.witness for line in answered),
        sources=material.sources_of(line.witness for line in answered),
    )
    denying = Position(
        words=denial.witness.words,
        voice=denial.speaker,
        witnesses=(denial.witness,),
        sources=material.sources_of((denial.witness,)),
    )
    positions = (accusing, denying)
    parties = {denial.speaker.party, *denial.around, *(party for line in answered for party in line.around)}
    return Dispute(
        id=to_dispute_id(DisputeKind.ACCUSATION, positions),
        kind=DisputeKind.ACCUSATION,
        parties=tuple(sorted(party for party in parties if party)),
        positions=positions,
        rule="statement.denied",
    )
