"""Mentions: events told by month or year only, as background. All that are told alike are one member of the record.

A war or treaty is mentioned by thousands of articles long after; each against each would cost more with every article.
So mentions with one signature (kind, sides, people, month, place, contexts, first word) are folded into one member,
which is tied to others by what the signature holds: the words of single sentences do not count.
"""

from collections.abc import Mapping
from hashlib import blake2b

import msgspec
from msgspec.structs import replace

from marsad.model.relation import Link
from marsad.model.trace import Grain, Group, Trace

Tie = tuple[str, str]

_MARK = "#~"
_ALIKE = Link(0.9, "mentioned alike: kind, sides, people and month")


def fold_mention(trace: Trace) -> Trace | None:
    """Return the member that a mention is folded into, the same for all told alike; None where the day is known or the
    event undated."""
    if trace.days.grain not in (Grain.MONTH, Grain.YEAR):
        return None
    people = tuple(sorted((p.id or "", *p.names, *p.offices[: not p.names]) for p in trace.people))
    contexts = () if trace.group is Group.MEETING else trace.contexts
    signature = (
        trace.group, trace.type, trace.mode, trace.stance, trace.actors, trace.recipients, trace.sides, people,
        trace.days, trace.place, contexts, trace.quoted, trace.trigger,
    )  # fmt: skip
    digest = blake2b(msgspec.json.encode(signature), digest_size=8).hexdigest()
    return replace(
        trace,
        article="",
        event=f"~{digest}",
        places=(),
        words=(),
        amounts=(),
        passage=digest,
        is_main=False,
        participants=(),
    )


def unfold_ties(ties: Mapping[Tie, Link], nodes: Mapping[str, tuple[str, ...]]) -> dict[Tie, Link]:
    """Return ties between events instead of the members that mentions are folded into; `nodes` are the events of each.

    Events of one member are tied as told alike."""
    found: dict[Tie, Link] = {}
    for (one, other), link in ties.items():
        for ours in nodes.get(one, (one,)):
            for theirs in nodes.get(other, (other,)):
                found[min(ours, theirs), max(ours, theirs)] = link
    for events in nodes.values():
        found |= {(events[0], event): _ALIKE for event in events[1:]}
    return found


def is_mention(member: str) -> bool:
    """Tell whether the id of a member is that of folded mentions."""
    return member.startswith(_MARK)
