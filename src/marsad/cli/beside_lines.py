"""Why a fact stands where it does beside other articles: story, versions, who is meant, decisions; for the terminal."""

from collections.abc import Iterator

from marsad.cli.terminal import isolate
from marsad.model.record import Beside, Decision, Verdict
from marsad.model.relation import Happening, Link


def explain_beside(beside: Beside, fact: str | None) -> Iterator[tuple[str, str]]:
    """Yield labels and values for one fact of an article, or for the article where `fact` is None."""
    if fact is None:
        yield from _story(beside)
    name = f"{beside.article}#{fact}"
    for one in beside.identities:
        if one.entity == fact:
            yield "is", f"{one.identity}  ({_reason(one.link)})"
    for happening in beside.happenings:
        if any(f"{version.article}#{version.fact}" == name for version in happening.witnesses):
            yield from _happening(happening, name)
    for decision in beside.decisions:
        if fact is None or name in _facts(beside, decision):
            yield "decided", to_line(decision)


def to_line(decision: Decision) -> str:
    """Return a decision in words: number, what, who, when, why."""
    things = f"{decision.one} and {decision.other}" if decision.other else decision.one
    note = f": {decision.note}" if decision.note else ""
    return f"{decision.number}. {_words(decision).format(things)}  ({decision.who}, {decision.when}{note})"


def _words(decision: Decision) -> str:
    if decision.undoes is not None:
        return f"decision {decision.undoes} about {{}} is undone"
    if decision.verdict is Verdict.WRONG:
        return "{} is wrong"
    return f"{{}} are {'one' if decision.verdict is Verdict.SAME else 'not one'} {decision.subject}"


def _story(beside: Beside) -> Iterator[tuple[str, str]]:
    for telling in beside.story.articles if beside.story else ():
        if telling.article != beside.article:
            yield "story", f"{telling.article}  {isolate(telling.outlet or '')}  ({_reason(telling.link)})"


def _happening(happening: Happening, name: str) -> Iterator[tuple[str, str]]:
    if len(happening.witnesses) == 1:
        return
    sources = len(happening.sources)
    yield "happening", f"{happening.state}, {len(happening.witnesses)} versions, {sources} independent sources"
    for version in happening.witnesses:
        if f"{version.article}#{version.fact}" != name:
            day = version.when.value or "no day"
            words = f"{version.article} {version.fact}  {version.stance}, {day}: {isolate(version.words)}"
            yield "version", f"{words}  ({_reason(version.link)})"


def _facts(beside: Beside, decision: Decision) -> set[str]:
    """The facts of the article that a decision is about, as they are called now where the record tells."""
    named = {anchor.id for anchor in decision.anchors}
    called = {decision.one, decision.other}
    return named | {f"{beside.article}#{one.entity}" for one in beside.identities if one.designation in called}


def _reason(link: Link | None) -> str:
    return f"{link.score:.2f}: {link.reason}" if link else "alone"
