"""In whose words a deed is told: the shortest statement around its trigger."""

from collections.abc import Sequence

from marsad.model import Statement
from marsad.read.document import Document
from marsad.read.triggers import Trigger


class StatementsAround:
    """Answers for the statements of one document."""

    def __init__(self, doc: Document, statements: Sequence[Statement]) -> None:
        self._doc = doc
        self._reaches = sorted(map(_reach, statements), key=lambda reach: _size(reach[2]))

    def find(self, trigger: Trigger) -> Statement | None:
        """Return the shortest statement whose words or cue hold the trigger."""
        span = self._doc.span(trigger.first, trigger.last)
        for first, last, statement in self._reaches:
            if first <= span.start < last:
                said = any(c.start <= span.start and span.end <= c.end for c in statement.content)
                if said or statement.cue.start <= span.start < statement.cue.end:
                    return statement
        return None


def _size(statement: Statement) -> int:
    return sum(content.end - content.start for content in statement.content)


def _reach(statement: Statement) -> tuple[int, int, Statement]:
    """From where to where its cue and its words stand."""
    spans = (statement.cue, *statement.content)
    return min(span.start for span in spans), max(span.end for span in spans), statement
