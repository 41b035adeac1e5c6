"""Sets of PLOVER types that are read alike."""

from marsad.model import EventType

# PLOVER: a planned meeting, support, cooperation or aid is an agreement to it; a planned retreat is a concession.
WHEN_FUTURE = {
    EventType.CONSULT: EventType.AGREE,
    EventType.SUPPORT: EventType.AGREE,
    EventType.COOPERATE: EventType.AGREE,
    EventType.AID: EventType.AGREE,
    EventType.RETREAT: EventType.CONCEDE,
}
# What is said to come in these is a promise, made now; a meeting, trade or treaty to come is a plan.
PROMISED = frozenset({EventType.SUPPORT, EventType.AID})
# Types that are words: whoever says them does them, whenever he speaks.
VERBAL = frozenset(
    {
        EventType.AGREE,
        EventType.SUPPORT,
        EventType.CONCEDE,
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.THREATEN,
    }
)
# What a state does by deciding it: whoever decides to break ties or recall an envoy has done so.
DECREED = frozenset({EventType.SANCTION})
# Types that ease a conflict.
EASING = frozenset({EventType.RETREAT, EventType.CONCEDE})
# What is talked of and proposed long before it is there.
SOUGHT = EASING | {EventType.COOPERATE}
# Words that are done by being said, on the day of their saying; what is not said in them is no event.
UTTERED = frozenset({EventType.SUPPORT, EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN})
# What is done, not said.
DEEDS = frozenset(EventType) - VERBAL - {EventType.CONSULT}
# What takes two: where only a noun names it with one of them, the article does not tell it there.
SHARED = frozenset({EventType.CONSULT, EventType.AGREE})
# What an article is about happened when its lead says; words are said then too, unless their sentence says otherwise.
DATED_BY_LEAD = VERBAL | {EventType.CONSULT}
# Deeds that news tells of people and places without a state's name.
LOCAL = frozenset({EventType.PROTEST, EventType.ASSAULT})
# What talks are about without its being done: good relations, working together and agreeing to it.
TOPICAL = frozenset({EventType.SUPPORT, EventType.COOPERATE, EventType.AGREE})
